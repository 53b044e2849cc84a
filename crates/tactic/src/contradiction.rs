//! `contradiction`: a goal closed by hypotheses that cannot hold together.

use crate::assumption::find_hypothesis;
use crate::decide::{Verdict, evaluate, proof_of_false};
use crate::goal::{Goal, as_eq, as_not, hyps, in_goal, is_const, tactic_error};
use crate::injection::{CtorView, ctor_view, inject};
use crate::known;
use crate::terms::Terms;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{ConstantInfo, Expr, FVarId, MVarId, Node};

/// Closes `g` if there are hypotheses `False`; `p` and `¬ p`; `a ≠ a`; an equation between different constructors; a value
/// of an empty type; or a false proposition without variables that can be decided.
///
/// # Errors
/// When there is none of these.
pub fn contradiction(m: &mut Meta, g: MVarId) -> Result<()> {
    let empty = in_goal(m, g, |m, goal| {
        let all: Vec<(FVarId, Expr)> = hyps(m).rev().map(|d| (d.id, d.ty)).collect();
        let mut all: Vec<(FVarId, Expr)> = all.into_iter().map(|(i, t)| (i, m.instantiate(t))).collect();
        if let Some((h, _)) = all.iter().find(|h| is_const(&m.st, h.1, *known::FALSE)) {
            let x = m.st.fvar(*h);
            close_by_false(m, goal, x)?;
            return Ok(None);
        }
        for (_, t) in &mut all {
            if m.st.head_const(*t).is_some_and(|n| {
                m.env.reducibility(n) == turnstile_elab::env::Reducibility::Reducible && n != *known::NE
            }) {
                *t = m.whnf_r(*t)?;
            }
        }
        for (h, t) in &all {
            if close_with_negation(m, goal, *h, *t)? || close_by_clash(m, goal, *h, *t)? {
                return Ok(None);
            }
        }
        for (h, t) in &all {
            if close_by_evaluation(m, goal, *h, *t)? {
                return Ok(None);
            }
        }
        Ok(Some(all.into_iter().filter(|(_, t)| may_be_empty(m, *t)).map(|h| h.0).collect::<Vec<_>>()))
    })?;
    let Some(empty) = empty else { return Ok(()) };
    for h in empty {
        let closed = m.attempt(|m| {
            let cs = crate::eliminate::cases(m, g, h, &crate::eliminate::unnamed)?;
            Ok(cs.is_empty().then_some(()))
        })?;
        if closed.is_some() {
            return Ok(());
        }
    }
    Err(in_goal(m, g, |m, _| Ok(tactic_error(m, "contradiction", g, "")))?)
}

fn close_by_false(m: &mut Meta, goal: Goal, proof: Expr) -> Result<()> {
    let v = m.mk_false_elim(goal.target, proof)?;
    m.mctx.assign(goal.id, v);
    Ok(())
}

/// `h : ¬ p` together with a hypothesis `p`, or with `p` an equation `a = a`.
fn close_with_negation(m: &mut Meta, goal: Goal, h: FVarId, ty: Expr) -> Result<bool> {
    let Some(p) = as_not(m, ty) else { return Ok(false) };
    let hn = m.st.fvar(h);
    if let Some((_, a, b)) = as_eq(&m.st, p)
        && (m.st.alpha_eq(a, b) || m.is_def_eq(a, b)?)
    {
        let refl = m.mk_eq_refl(a)?;
        let v = m.mk_absurd(goal.target, p, refl, hn)?;
        m.mctx.assign(goal.id, v);
        return Ok(true);
    }
    let Some(hp) = find_hypothesis(m, p)? else { return Ok(false) };
    let hp = m.st.fvar(hp);
    let v = m.mk_absurd(goal.target, p, hp, hn)?;
    m.mctx.assign(goal.id, v);
    Ok(true)
}

/// `h : c₁ … = c₂ …`
fn close_by_clash(m: &mut Meta, goal: Goal, h: FVarId, ty: Expr) -> Result<bool> {
    let Some((t, a, b)) = as_eq(&m.st, ty) else { return Ok(false) };
    let Some(CtorView { ctor: ca, .. }) = ctor_view(m, a)? else { return Ok(false) };
    let Some(CtorView { ctor: cb, .. }) = ctor_view(m, b)? else { return Ok(false) };
    if ca == cb && m.nat_literal(a).is_none() {
        return Ok(false);
    }
    let x = m.st.fvar(h);
    match inject(m, t, a, b, x)? {
        Some(crate::injection::Injected::Clash(p)) => {
            close_by_false(m, goal, p)?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// A closed proposition that its decision procedure refutes.
fn close_by_evaluation(m: &mut Meta, goal: Goal, h: FVarId, ty: Expr) -> Result<bool> {
    if m.st.has_fvar(ty) || m.st.has_mvar(ty) || !m.is_prop(ty)? {
        return Ok(false);
    }
    let Some((Verdict::False, inst)) = evaluate(m, ty)? else { return Ok(false) };
    let hn = proof_of_false(m, ty, inst);
    let hp = m.st.fvar(h);
    let v = m.mk_absurd(goal.target, ty, hp, hn)?;
    m.mctx.assign(goal.id, v);
    Ok(true)
}

/// Whether a case distinction on a value of type `ty` may leave nothing: a type without constructors, or a family at
/// indices that are not all variables.
fn may_be_empty(m: &Meta, ty: Expr) -> bool {
    let (h, args) = m.st.unapp(ty);
    let Some((n, _)) = m.st.as_const(h) else { return false };
    let Some(ConstantInfo::Inductive(v)) = m.env.get(n).map(|c| &**c) else { return false };
    v.ctors.is_empty()
        || n != *known::EQ
            && n != *known::HEQ
            && args.iter().skip(v.num_params).any(|i| !matches!(m.st.node(*i), Node::FVar(_)))
}
