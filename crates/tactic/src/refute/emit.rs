//! The proof term of a refutation.
//!
//! A learned clause is proved like a given one, by a function from the denials of its literals to `False`: its chain is gone
//! through, and each clause of it yields a literal or, at the end, `False`. A clause that is used more than once is bound by
//! `(fun c => …) proof`; one that is used once stands where it is used.

use super::props::Props;
use super::sat::{ClauseId, Lit, Solver, Var};
use super::terms::Builder;
use rustc_hash::FxHashMap;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Binder, Expr, Name, Store};

/// The proof of `False` from the empty clause `empty`. `given` says what the given clauses are, and proves them.
///
/// # Errors
/// When the budget ends.
pub fn refutation(
    m: &mut Meta,
    props: &Props,
    solver: &Solver,
    empty: ClauseId,
    given: &mut dyn FnMut(&mut Meta, ClauseId) -> Result<(Vec<Lit>, Expr)>,
) -> Result<Expr> {
    // How often each clause is used; chains point backwards.
    let mut uses = vec![0_u32; empty.0 as usize + 1];
    uses[empty.0 as usize] = 1;
    for i in (0..=empty.0).rev() {
        if uses[i as usize] == 0 {
            continue;
        }
        for c in &solver.clause(ClauseId(i)).chain {
            uses[c.0 as usize] += 1;
        }
    }
    let mut e = Emitter { props, solver, given: FxHashMap::default(), bound: FxHashMap::default() };
    let mut shared: Vec<ClauseId> = Vec::new();
    for i in 0..=empty.0 {
        let id = ClauseId(i);
        if uses[i as usize] == 0 {
            continue;
        }
        if solver.clause(id).chain.is_empty() {
            let proof = given(m, id)?;
            e.given.insert(id, proof);
        } else if uses[i as usize] > 1 {
            e.bound.insert(id, shared.len());
            shared.push(id);
        }
    }
    // `(fun c₀ => (fun c₁ => … False) proof₁) proof₀`
    let mut proofs = Vec::with_capacity(shared.len());
    for (depth, id) in shared.iter().enumerate() {
        proofs.push(e.clause(m, *id, depth)?);
    }
    let st = m.st.clone();
    let mut body = e.steps(m, empty, shared.len(), &mut FxHashMap::default())?;
    for (id, proof) in shared.iter().zip(&proofs).rev() {
        let ty = e.clause_type(m, *id);
        body = st.app(st.lam(Binder::new(Name::new("c")), ty, body), *proof);
    }
    Ok(body)
}

struct Emitter<'a> {
    props: &'a Props,
    solver: &'a Solver,
    /// Literals, in the order of the proof's arguments, and proof.
    given: FxHashMap<ClauseId, (Vec<Lit>, Expr)>,
    /// The binder of each shared clause, counted from outside.
    bound: FxHashMap<ClauseId, usize>,
}

/// For each variable that has a value, the binder (counted from outside) of the proof of the literal that is true.
type Known = FxHashMap<Var, (Lit, usize)>;

impl Emitter<'_> {
    fn lits(&self, id: ClauseId) -> &[Lit] {
        self.given.get(&id).map_or(&self.solver.clause(id).lits, |g| &g.0)
    }

    fn clause_type(&self, m: &Meta, id: ClauseId) -> Expr {
        let b = Builder { st: &m.st };
        let lits = self.lits(id);
        lits.iter().rev().fold(b.falsity(), |t, l| m.st.arrow(self.props.denial(b, *l), t))
    }

    /// The function that proves `id`, below `depth` binders.
    fn clause(&self, m: &mut Meta, id: ClauseId, depth: usize) -> Result<Expr> {
        if let Some((_, p)) = self.given.get(&id) {
            return Ok(*p);
        }
        let lits = self.lits(id).to_vec();
        let mut known: Known = lits.iter().enumerate().map(|(i, l)| (l.var(), (!*l, depth + i))).collect();
        let mut e = turnstile_kernel::with_stack(|| self.steps(m, id, depth + lits.len(), &mut known))?;
        let st = m.st.clone();
        let b = Builder { st: &st };
        for l in lits.iter().rev() {
            e = st.lam(Binder::new(Name::new("h")), self.props.denial(b, *l), e);
        }
        Ok(e)
    }

    /// A use of clause `id` below `depth` binders.
    fn reference(&self, m: &mut Meta, id: ClauseId, depth: usize) -> Result<Expr> {
        match self.bound.get(&id) {
            Some(at) => Ok(m.st.bvar((depth - 1 - at) as u32)),
            None => self.clause(m, id, depth),
        }
    }

    /// Clause `id`, whose proof is `f`, at `args`. Given clauses are small: their redexes are reduced.
    fn call(&self, st: &Store, id: ClauseId, f: Expr, args: &[Expr]) -> Expr {
        if self.given.contains_key(&id) { st.beta(f, args) } else { st.apps(f, args) }
    }

    /// `False`, below `depth` binders, by going through the chain of `id` with the literals that are known.
    fn steps(&self, m: &mut Meta, id: ClauseId, depth: usize, known: &mut Known) -> Result<Expr> {
        let chain = &self.solver.clause(id).chain;
        // What has been opened: closed again from inside.
        let mut open: Vec<(Expr, Expr, bool)> = Vec::new();
        let mut depth = depth;
        let st = m.st.clone();
        let b = Builder { st: &st };
        for c in chain {
            m.tick()?;
            let lits = self.lits(*c);
            let mut free: Vec<Lit> = lits.iter().copied().filter(|l| !known.contains_key(&l.var())).collect();
            free.dedup();
            if lits.iter().any(|l| known.get(&l.var()).is_some_and(|k| k.0 == *l)) {
                // It says nothing new.
                continue;
            }
            let argument = |l: &Lit, depth: usize| match known.get(&l.var()) {
                Some((_, at)) => st.bvar((depth - 1 - at) as u32),
                None => st.bvar(0),
            };
            match free.as_slice() {
                [] => {
                    let f = self.reference(m, *c, depth)?;
                    let args: Vec<Expr> = lits.iter().map(|l| argument(l, depth)).collect();
                    let mut e = self.call(&st, *c, f, &args);
                    for (head, ty, positive) in open.into_iter().rev() {
                        // `head` has a hole for the rest: `fun a => …` as its argument, or it is the argument.
                        let rest = st.lam(Binder::new(Name::new("a")), ty, e);
                        e = if positive { st.instantiate1(head, rest) } else { st.app(rest, head) };
                    }
                    return Ok(e);
                }
                [l] => {
                    // The rest of the chain stands below one more binder: a proof of what `l` says.
                    if l.is_neg() {
                        // `(fun a : ¬ p => rest) (fun h : p => c …)`
                        let f = self.reference(m, *c, depth + 1)?;
                        let args: Vec<Expr> = lits.iter().map(|x| argument(x, depth + 1)).collect();
                        let p = self.props.denial(b, *l);
                        let proof = st.lam(Binder::new(Name::new("h")), p, self.call(&st, *c, f, &args));
                        open.push((proof, b.not(p), false));
                    } else {
                        // `c … (fun a : p => rest)`: loose variable 0 marks the place, so the others are one higher.
                        let f = self.reference(m, *c, depth + 1)?;
                        let args: Vec<Expr> = lits.iter().map(|x| argument(x, depth + 1)).collect();
                        open.push((self.call(&st, *c, f, &args), self.props.statement(b, *l), true));
                    }
                    known.insert(l.var(), (*l, depth));
                    depth += 1;
                }
                _ => return Err(Error::msg("internal: a clause of a chain is not unit")),
            }
        }
        Err(Error::msg("internal: a chain without a conflict"))
    }
}
