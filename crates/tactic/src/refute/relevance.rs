//! The part of an assignment that matters.
//!
//! A solver gives every variable a value. Those that are not needed to satisfy the facts are arbitrary, and nothing should be
//! concluded from them: no witness for a false `∀` that nobody denied (de Moura and Bjørner, *Relevancy propagation*,
//! 2007).

use super::props::{Connective, Props, Shape};
use super::sat::{Lit, Solver};

/// A clause that is not about a connective, for the purpose of relevance.
#[derive(Clone, Debug)]
pub struct Demand {
    /// Must be relevant and true before the clause matters; all of them.
    pub guards: Vec<Lit>,
    /// One of these is then needed.
    pub choices: Vec<Lit>,
}

/// The relevant literals of the solver's assignment, in the order they were found to matter.
#[must_use]
pub fn relevant(props: &Props, solver: &Solver, demands: &[Demand]) -> Vec<Lit> {
    let mut marked = vec![false; props.len()];
    let mut out: Vec<Lit> = Vec::new();
    let mut met = vec![false; demands.len()];
    loop {
        let mut todo: Vec<Lit> = Vec::new();
        for (d, met) in demands.iter().zip(&mut met) {
            let is = |l: &Lit| marked[l.var().0 as usize] && solver.value(*l) == Some(true);
            if *met || !d.guards.iter().all(is) {
                continue;
            }
            *met = true;
            if !d.choices.iter().any(is)
                && let Some(l) = d.choices.iter().find(|l| solver.value(**l) == Some(true))
            {
                todo.push(*l);
            }
        }
        if todo.is_empty() {
            return out;
        }
        todo.reverse();
        while let Some(l) = todo.pop() {
            let v = l.var().0 as usize;
            if marked[v] {
                continue;
            }
            marked[v] = true;
            out.push(l);
            let Shape::Compound(c) = props.get(l.var()).shape else { continue };
            // What makes `l` true. A false conjunction is a true disjunction of the denied parts.
            let value = |l: Lit| if solver.value(l) == Some(true) { l } else { !l };
            match (c, l.is_neg()) {
                (Connective::Same(x), _) => todo.push(value(x)),
                (Connective::Iff(x, y), _) => todo.extend([value(y), value(x)]),
                (Connective::And(x, y), false) => todo.extend([y, x]),
                (Connective::Or(x, y), true) => todo.extend([!y, !x]),
                (Connective::And(x, y), true) => todo.extend(choice(&marked, solver, !x, !y)),
                (Connective::Or(x, y), false) => todo.extend(choice(&marked, solver, x, y)),
            }
        }
    }
}

/// A true one of two literals, one that is relevant already if possible.
fn choice(marked: &[bool], solver: &Solver, x: Lit, y: Lit) -> Option<Lit> {
    let is_true = |l: &Lit| solver.value(*l) == Some(true);
    let mut both = [x, y];
    both.sort_by_key(|l| !marked[l.var().0 as usize]);
    both.into_iter().find(is_true)
}
