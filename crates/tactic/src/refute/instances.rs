//! Which instances of quantified propositions to add.
//!
//! First those that the triggers suggest, then those made of any terms, and of both only what the assignment does not satisfy
//! already. An atom that has no value counts as false, as the solver would have it; so an assignment that satisfies
//! all instances is a model of the facts as far as the terms at hand go, and there is nothing to be found.

use super::arithmetic::is_arithmetic;
use super::ematch;
use super::engine::Engine;
use super::props::Shape;
use super::quantifier::Scheme;
use super::sat::{Lit, Var};
use crate::cc::{Graph, NodeId};
use crate::goal::{as_eq, as_not};
use std::rc::Rc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Name, Node};

/// Instances of one proposition that are added in a round because its triggers matched.
const MATCHED: usize = 16;
/// Instances of one proposition that are added in a round because the assignment contradicts them.
const VIOLATED: usize = 4;
/// Instances of one proposition whose truth is not known that are added in a round.
const OPEN: usize = 2;
/// Instances of one proposition that are looked at in a round.
const LOOKED_AT: usize = 3_000;

/// An instance to be added.
struct Choice {
    v: Var,
    scheme: Rc<Scheme>,
    args: Vec<Expr>,
    generation: u32,
}

/// What a proposition uses: the terms it may be instantiated with.
struct Active {
    v: Var,
    scheme: Rc<Scheme>,
    generation: u32,
}

impl Engine {
    /// Adds instances of the quantified propositions of the assignment `model`; whether there were any.
    pub(super) fn instances(&mut self, m: &mut Meta, model: &[Lit], graph: &mut Graph) -> Result<bool> {
        self.collect_ground(m)?;
        self.relevant = model.iter().map(|l| l.var()).collect();
        let mut active = Vec::new();
        for l in model {
            let p = self.props.get(l.var());
            let Shape::Quantifier { universal, .. } = p.shape else { continue };
            let generation = p.generation;
            if universal == l.is_neg() {
                continue;
            }
            if let Some(scheme) = self.scheme(m, l.var())?
                && !self.is_over_nothing(m, &scheme)
            {
                active.push(Active { v: l.var(), scheme, generation });
            }
        }
        loop {
            let mut later = false;
            let mut chosen = self.matched(m, graph, &active, &mut later)?;
            if chosen.is_empty() {
                chosen = self.enumerated(m, graph, &active, &mut later)?;
            }
            if self.needs.is_some() {
                return Ok(false);
            }
            if !chosen.is_empty() {
                for c in chosen {
                    let args = c.args.iter().map(|a| m.st.alpha(*a)).collect();
                    if self.done.insert((c.v, args)) {
                        self.instantiate(m, c.v, &c.scheme, &c.args, c.generation)?;
                    }
                }
                return Ok(true);
            }
            // Everything of few generations is done: allow more. A witness may have been held back, too.
            let held_back = model.iter().any(|l| {
                let p = self.props.get(l.var());
                matches!(p.shape, Shape::Quantifier { universal, .. } if universal == l.is_neg())
                    && p.generation >= self.generation
            });
            if !(later || held_back) || self.generation >= self.settings.generations {
                return Ok(false);
            }
            self.generation += 1;
            if held_back {
                return Ok(true);
            }
        }
    }

    /// Instances that the triggers suggest.
    fn matched(
        &mut self,
        m: &mut Meta,
        graph: &mut Graph,
        active: &[Active],
        later: &mut bool,
    ) -> Result<Vec<Choice>> {
        let index = ematch::Index::new(m, graph);
        let mut out = Vec::new();
        for a in active {
            let mut n = 0;
            for group in &a.scheme.triggers {
                for values in ematch::matches(m, graph, &index, group, a.scheme.arity())? {
                    if n < MATCHED
                        && let Some(args) = complete(m, graph, &a.scheme, &values)?
                        && let Some((generation, _)) = self.useful(m, graph, a, &args, later)?
                    {
                        n += 1;
                        out.push(Choice { v: a.v, scheme: a.scheme.clone(), args, generation });
                    }
                }
            }
        }
        Ok(out)
    }

    /// Instances with whatever terms there are: those the assignment contradicts, or else those it does not decide.
    fn enumerated(
        &mut self,
        m: &mut Meta,
        graph: &mut Graph,
        active: &[Active],
        later: &mut bool,
    ) -> Result<Vec<Choice>> {
        let (mut violated, mut open) = (Vec::new(), Vec::new());
        for a in active {
            let (mut bad, mut unknown, mut looked) = (0, 0, 0);
            let mut tuples = Tuples::new(a.scheme.arity());
            while bad < VIOLATED && looked < LOOKED_AT {
                let Some(args) = self.next_tuple(m, graph, a, &mut tuples)? else { break };
                looked += 1;
                let Some((generation, known)) = self.useful(m, graph, a, &args, later)? else { continue };
                let choice = Choice { v: a.v, scheme: a.scheme.clone(), args, generation };
                if known {
                    bad += 1;
                    violated.push(choice);
                } else if unknown < OPEN {
                    unknown += 1;
                    open.push(choice);
                }
            }
            if self.needs.is_some() {
                return Ok(vec![]);
            }
        }
        Ok(if violated.is_empty() { open } else { violated })
    }

    /// The generation of the instance of `a` for `args` and whether the assignment contradicts it; `None` when it is no use:
    /// satisfied, there already, too far away, or ill-typed.
    fn useful(
        &mut self,
        m: &mut Meta,
        graph: &mut Graph,
        a: &Active,
        args: &[Expr],
        later: &mut bool,
    ) -> Result<Option<(u32, bool)>> {
        m.tick()?;
        let key: Vec<Expr> = args.iter().map(|x| m.st.alpha(*x)).collect();
        if self.done.contains(&(a.v, key)) {
            return Ok(None);
        }
        for (i, x) in args.iter().enumerate() {
            let (want, have) = (a.scheme.type_at(m, i, args), m.infer(*x)?);
            if !m.st.alpha_eq(want, have) && !m.is_def_eq(want, have)? {
                return Ok(None);
            }
        }
        let said = a.scheme.at(m, args);
        let value = self.evaluate(m, graph, said, 0)?;
        if value == Some(a.scheme.universal) {
            return Ok(None);
        }
        let of = |x: &Expr| self.generation_of(m, *x).unwrap_or(a.generation);
        let generation = 1 + args.iter().map(of).max().unwrap_or(0).max(a.generation);
        if generation > self.generation {
            *later = true;
            return Ok(None);
        }
        Ok(Some((generation, value.is_some())))
    }

    /// The value of `e` under the assignment, atoms without a value being false; `None` for an unknown quantified
    /// proposition.
    fn evaluate(&self, m: &mut Meta, graph: &mut Graph, e: Expr, depth: u32) -> Result<Option<bool>> {
        m.tick()?;
        let e = m.st.head_beta(e);
        if let Some(l) = self.props.find(m, e)
            && let Some(b) = self.value(l)
        {
            match self.props.get(l.var()).shape {
                _ if self.relevant.contains(&l.var()) => return Ok(Some(b)),
                Shape::Atom | Shape::Eq { .. } => return Ok(Some(b)),
                // Nothing was done to make this value good.
                Shape::Quantifier { .. } => return Ok(None),
                Shape::Compound(_) => {}
            }
        }
        if depth > 64 {
            return Ok(None);
        }
        let depth = depth + 1;
        if let Some(p) = as_not(m, e) {
            return Ok(self.evaluate(m, graph, p, depth)?.map(|b| !b));
        }
        let st = m.st.clone();
        if let Node::Pi(_, d, b) = st.node(e) {
            if st.loose(b) > 0 || !m.is_prop(d)? {
                return Ok(None);
            }
            let p = self.evaluate(m, graph, d, depth)?;
            if p == Some(false) {
                return Ok(Some(true));
            }
            let q = self.evaluate(m, graph, b, depth)?;
            return Ok(match (p, q) {
                (_, Some(true)) => Some(true),
                (Some(true), q) => q,
                _ => None,
            });
        }
        if let Some((_, a, b)) = as_eq(&st, e) {
            if st.alpha_eq(a, b) {
                return Ok(Some(true));
            }
            let (a, b) = (graph.add(m, a)?, graph.add(m, b)?);
            graph.close(m)?;
            let equal = graph.equal(a, b);
            return Ok(if equal || !(self.settings.reasoning && is_arithmetic(m, e)) {
                Some(equal)
            } else {
                None
            });
        }
        let (h, args) = st.unapp(e);
        let head = st.as_const(h).map_or("", |c| c.0.as_str());
        Ok(match (head, args.as_slice()) {
            ("True", []) => Some(true),
            ("And", [x, y]) => match self.evaluate(m, graph, *x, depth)? {
                Some(false) => Some(false),
                p => match (p, self.evaluate(m, graph, *y, depth)?) {
                    (_, Some(false)) => Some(false),
                    (Some(true), Some(true)) => Some(true),
                    _ => None,
                },
            },
            ("Or", [x, y]) => match self.evaluate(m, graph, *x, depth)? {
                Some(true) => Some(true),
                p => match (p, self.evaluate(m, graph, *y, depth)?) {
                    (_, Some(true)) => Some(true),
                    (Some(false), Some(false)) => Some(false),
                    _ => None,
                },
            },
            ("Iff", [x, y]) => {
                match (self.evaluate(m, graph, *x, depth)?, self.evaluate(m, graph, *y, depth)?) {
                    (Some(a), Some(b)) => Some(a == b),
                    _ => None,
                }
            }
            ("Exists", _) => None,
            _ => {
                // It may be congruent to an atom that has a value.
                let n = graph.add(m, e)?;
                graph.close(m)?;
                match graph.truth(n) {
                    // The solver does not know what arithmetic has to say.
                    None if self.settings.reasoning && is_arithmetic(m, e) => None,
                    t => Some(t.unwrap_or(false)),
                }
            }
        })
    }

    fn value(&self, l: Lit) -> Option<bool> {
        if (l.var().0 as usize) < self.solver.variables() { self.solver.value(l) } else { None }
    }

    /// The next tuple of terms of the right types, or `None` when there are no more.
    fn next_tuple(
        &mut self,
        m: &mut Meta,
        graph: &Graph,
        a: &Active,
        tuples: &mut Tuples,
    ) -> Result<Option<Vec<Expr>>> {
        // The types of later variables may depend on earlier ones: candidates are looked up per variable.
        if tuples.candidates.is_empty() {
            let mut args: Vec<Expr> = Vec::new();
            for i in 0..a.scheme.arity() {
                let ty = a.scheme.type_at(m, i, &args);
                let list = self.candidates(m, graph, ty)?;
                let Some(first) = list.first() else {
                    if !m.is_type(ty)?
                        || m.is_prop(ty)?
                        || matches!(m.st.node(ty), Node::Sort(_) | Node::Pi(..))
                    {
                        return Ok(None);
                    }
                    self.needs = Some(ty);
                    return Ok(None);
                };
                args.push(*first);
                tuples.candidates.push(list);
            }
        }
        Ok(tuples.next())
    }

    /// The terms of type `ty`, one of each class, near ones first.
    fn candidates(&mut self, m: &mut Meta, graph: &Graph, ty: Expr) -> Result<Vec<Expr>> {
        let key = m.st.alpha(m.instantiate(ty));
        if self.some_term(m, ty).is_none() && !matches!(m.st.node(ty), Node::Sort(_) | Node::Pi(..)) {
            let u = m.sort_of(ty)?;
            let nonempty = m.st.app(m.st.const_(Name::new("Nonempty"), &[u]), ty);
            if let Some(i) = super::engine::instance(m, nonempty)? {
                let x = m.st.apps(m.st.const_(Name::new("Classical.choice"), &[u]), &[ty, i]);
                self.add_ground(m, x, ty, 0);
            }
        }
        let mut seen = rustc_hash::FxHashSet::default();
        let mut list: Vec<(u32, Expr)> = Vec::new();
        for g in &self.ground {
            if g.ty != key {
                continue;
            }
            if let Some(n) = graph.find(m, g.term)
                && !seen.insert(graph.root(n))
            {
                continue;
            }
            list.push((g.generation, g.term));
        }
        list.sort_by_key(|x| x.0);
        Ok(list.into_iter().map(|x| x.1).collect())
    }
}

/// The values of all variables, instances found; `None` when one cannot be.
fn complete(m: &mut Meta, graph: &Graph, s: &Scheme, values: &[Option<NodeId>]) -> Result<Option<Vec<Expr>>> {
    let mut args: Vec<Expr> = Vec::with_capacity(values.len());
    for (i, v) in values.iter().enumerate() {
        let arg = match v {
            Some(n) => graph.expr(*n),
            None if s.instances[i] => {
                let ty = s.type_at(m, i, &args);
                let Some(x) = super::engine::instance(m, ty)? else { return Ok(None) };
                x
            }
            None => return Ok(None),
        };
        args.push(arg);
    }
    Ok(Some(args))
}

/// Tuples of candidates, those of early candidates first: by the largest position, then in order.
struct Tuples {
    candidates: Vec<Vec<Expr>>,
    arity: usize,
    bound: usize,
    at: Option<Vec<usize>>,
}

impl Tuples {
    fn new(arity: usize) -> Tuples {
        Tuples { candidates: Vec::new(), arity, bound: 0, at: None }
    }

    fn next(&mut self) -> Option<Vec<Expr>> {
        loop {
            let longest = self.candidates.iter().map(Vec::len).max().unwrap_or(0);
            if self.bound >= longest {
                return None;
            }
            match &mut self.at {
                None => self.at = Some(vec![0; self.arity]),
                Some(at) => {
                    // Count up in base `bound + 1`, cut off at the length of each list.
                    let mut i = self.arity;
                    loop {
                        if i == 0 {
                            self.at = None;
                            break;
                        }
                        i -= 1;
                        at[i] += 1;
                        if at[i] <= self.bound && at[i] < self.candidates[i].len() {
                            break;
                        }
                        at[i] = 0;
                    }
                }
            }
            let Some(at) = &self.at else {
                self.bound += 1;
                continue;
            };
            // Those without the newest candidate were there before.
            if at.iter().max() == Some(&self.bound) {
                return Some(at.iter().zip(&self.candidates).map(|(i, c)| c[*i]).collect());
            }
        }
    }
}
