//! `omega`: linear arithmetic over `Nat` and `Int`.
//!
//! The goal is negated and every hypothesis about `=`, `≠`, `≤`, `<`, `∣` (also below ∧ ∨ ¬ → ↔) becomes integer
//! constraints `0 ≤ k + Σ cᵢ·xᵢ`. Equations are solved for a variable, inequalities are combined and rounded
//! (Fourier-Motzkin with integer tightening, the "real shadow" of W. Pugh, *The Omega test*, 1991); where that loses integer
//! solutions, the values next to a bound are tried one by one. Differences on `Nat`, `/` and `%` by literals, `min`, `max`,
//! `if`, `Int.natAbs` and `Int.toNat` are atoms with their defining facts, products and powers are brought to the normal form
//! of [`ring`](mod@crate::ring) first; disjunctions are split last. The proof is a chain of the lemmas in `lean/Turnstile/Omega.lean`, checked by computation.

mod facts;
mod proof;
mod reify;
mod solve;

use facts::Problem;
pub(crate) use reify::refl_true;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Binder, BinderInfo, Expr, MVarId, Name, Node};

/// Closes the goal `g` by linear arithmetic.
///
/// # Errors
/// When the facts in the context do not contradict the negated goal as far as the method sees, or the budget ends.
pub fn omega(m: &mut Meta, g: MVarId) -> Result<()> {
    omega_facts(m, g, &[])
}

/// As [`omega`], with more facts: proofs and their propositions.
///
/// # Errors
/// As [`omega`].
pub fn omega_facts(m: &mut Meta, g: MVarId, facts: &[(Expr, Expr)]) -> Result<()> {
    let Some(decl) = m.mctx.decl(g).cloned() else { return Err(Error::msg("internal: unknown goal")) };
    let proof = m.with_lctx(decl.lctx.clone(), |m| {
        m.scoped(|m| {
            let ty = m.instantiate(decl.ty);
            let (xs, target) = open_goal(m, ty)?;
            let p = prove(m, target, facts)?;
            m.mk_lambda(&xs, p)
        })
    })?;
    m.mctx.assign(g, proof);
    Ok(())
}

/// A proof of `False` from the facts `(proof, proposition)`, if linear arithmetic finds one.
///
/// # Errors
/// When the budget ends.
pub fn refute_facts(m: &mut Meta, facts: &[(Expr, Expr)], splits: u32) -> Result<Option<Expr>> {
    let mut p = Problem::default();
    for (h, ty) in facts {
        p.add_fact(m, *h, *ty)?;
    }
    let mut splits = splits;
    solve::refute(m, p, &mut splits)
}

/// Introduces manifest binders of the goal.
fn open_goal(m: &mut Meta, ty: Expr) -> Result<(Vec<Expr>, Expr)> {
    let mut xs = Vec::new();
    let mut ty = ty;
    loop {
        if m.st.head_const(ty).is_some_and(|n| n.as_str() == "Not") {
            // `¬ p` is handled as a negated proposition.
            return Ok((xs, ty));
        }
        match m.st.node(ty) {
            Node::Pi(b, d, body) => {
                let x = m.push_local(b.name, d, b.info);
                ty = m.st.instantiate1(body, x);
                xs.push(x);
            }
            Node::Let(n, t, v, body) => {
                let x = m.push_let(n, t, v);
                ty = m.st.instantiate1(body, x);
                xs.push(x);
            }
            _ => return Ok((xs, ty)),
        }
    }
}

fn prove(m: &mut Meta, target: Expr, facts: &[(Expr, Expr)]) -> Result<Expr> {
    let st = m.st.clone();
    let falso = st.const0("False");
    if target == falso {
        return refute(m, facts);
    }
    if let Some(a) = st.app_of(target, "Not", 1) {
        let h = m.push_local(Name::new("h").num(0), a[0], BinderInfo::Default);
        let p = refute(m, facts)?;
        return m.mk_lambda(&[h], p);
    }
    if !Problem::default().is_relevant(m, target) {
        let p = refute(m, facts)?;
        return Ok(st.apps(st.const_(Name::new("False.elim"), &[st.l_zero()]), &[target, p]));
    }
    let not = st.app(st.const0("Not"), target);
    let dec = st.app(st.const0("Decidable"), target);
    let inst = m.synth_instance(dec).unwrap_or(None);
    let h = m.push_local(Name::new("h").num(0), not, BinderInfo::Default);
    let p = refute(m, facts)?;
    let id = m.fvar_id(h)?;
    let body = st.abstract_fvars(p, &[id]);
    let f = st.lam(Binder::new(Name::new("h")), not, body);
    Ok(match inst {
        Some(i) => st.apps(st.const0("Decidable.byContradiction"), &[target, i, f]),
        None => st.apps(st.const0("Classical.byContradiction"), &[target, f]),
    })
}

/// A proof of `False` from the hypotheses in scope.
fn refute(m: &mut Meta, facts: &[(Expr, Expr)]) -> Result<Expr> {
    let mut p = Problem::default();
    let locals: Vec<_> = m.lctx.iter().filter(|d| !d.is_aux).cloned().collect();
    for d in locals {
        let ty = m.instantiate(d.ty);
        let h = m.st.fvar(d.id);
        p.add_fact(m, h, ty)?;
    }
    for (h, ty) in facts {
        p.add_fact(m, *h, *ty)?;
    }
    let mut splits = 256;
    solve::refute(m, p, &mut splits)?.ok_or_else(|| {
        Error::msg(
            "omega could not prove the goal: the linear facts in the context do not contradict its negation",
        )
    })
}
