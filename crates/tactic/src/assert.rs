//! `have`, `suffices`, `let`, `specialize`: hypotheses added to a goal.

use crate::goal::{Goal, assign_binders, in_goal, local, new_goal, new_goal_in};
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Binder, BinderInfo, Expr, FVarId, MVarId, Name};

/// A term of the goal's type that still lacks a value for `name : ty` (given as `value`, a `let`; else the term is a
/// function), with the hypothesis and the goal that has it.
fn add(
    m: &mut Meta,
    goal: Goal,
    name: Name,
    ty: Expr,
    value: Option<Expr>,
) -> Result<(FVarId, MVarId, Expr)> {
    let outer = m.lctx.clone();
    let d = local(m, name, ty, value, BinderInfo::Default);
    let id = d.id;
    let mut lctx = outer.clone();
    lctx.insert(d);
    let b = Binder::new(name);
    let body = m.st.lift(goal.target, 0, 1);
    let full = if value.is_some() { goal.target } else { m.st.pi(b, ty, body) };
    let (f, f_id) = new_goal_in(m, outer, full, goal.tag);
    let h = assign_binders(m, f_id, &[id], &[(b, ty, value)], body, lctx, goal.target)?;
    Ok((id, h, f))
}

/// Adds the hypothesis `name : ty` with its proof `value` (`have name : ty := value`).
///
/// # Errors
/// When the goal is closed already.
pub fn note(m: &mut Meta, g: MVarId, name: Name, ty: Expr, value: Expr) -> Result<(FVarId, MVarId)> {
    in_goal(m, g, |m, goal| {
        let (id, h, f) = add(m, goal, name, ty, None)?;
        let v = m.st.app(f, value);
        m.mctx.assign(g, v);
        Ok((id, h))
    })
}

/// Adds several hypotheses with their proofs; the types must not depend on each other.
///
/// # Errors
/// When the goal is closed already.
pub fn note_all(m: &mut Meta, g: MVarId, new: &[(Name, Expr, Expr)]) -> Result<(Vec<FVarId>, MVarId)> {
    let mut ids = Vec::with_capacity(new.len());
    let mut g = g;
    for (n, ty, v) in new {
        let (id, h) = note(m, g, *n, *ty, *v)?;
        ids.push(id);
        g = h;
    }
    Ok((ids, g))
}

/// Adds the local definition `name : ty := value` (`let`).
///
/// # Errors
/// When the goal is closed already.
pub fn define(m: &mut Meta, g: MVarId, name: Name, ty: Expr, value: Expr) -> Result<(FVarId, MVarId)> {
    in_goal(m, g, |m, goal| {
        let (id, h, f) = add(m, goal, name, ty, Some(value))?;
        m.mctx.assign(g, f);
        Ok((id, h))
    })
}

/// `have name : ty`: a new goal for `ty` first, then the old goal with the hypothesis.
///
/// # Errors
/// When the goal is closed already.
pub fn have(m: &mut Meta, g: MVarId, name: Name, ty: Expr) -> Result<(MVarId, FVarId, MVarId)> {
    in_goal(m, g, |m, goal| {
        let (v, vid) = new_goal(m, ty, Name::anon());
        let (id, h, f) = add(m, goal, name, ty, None)?;
        let e = m.st.app(f, v);
        m.mctx.assign(g, e);
        Ok((vid, id, h))
    })
}

/// Replaces hypothesis `id` by `value : ty` of the same name; the old one goes if nothing depends on it.
///
/// # Errors
/// When the hypothesis is not in scope.
pub fn replace_hyp(m: &mut Meta, g: MVarId, id: FVarId, ty: Expr, value: Expr) -> Result<(FVarId, MVarId)> {
    let name = in_goal(m, g, |m, _| Ok(m.local_decl(id)?.name))?;
    let (new, h) = note(m, g, name, ty, value)?;
    let h = crate::revert::try_clear(m, h, id)?;
    Ok((new, h))
}

/// `specialize h a b`: replaces `h` by `h a b`, whose head must be the hypothesis `h`.
///
/// # Errors
/// When the head of `e` is no hypothesis.
pub fn specialize(m: &mut Meta, g: MVarId, e: Expr) -> Result<(FVarId, MVarId)> {
    let (id, ty) = in_goal(m, g, |m, _| {
        let e = m.instantiate(e);
        let id = m
            .fvar_id(m.st.app_fn(e))
            .map_err(|_| Error::msg("'specialize' requires a term of the form `h x_1 .. x_n` where `h` appears in the local context"))?;
        let ty = m.infer(e)?;
        let ty = m.instantiate(ty);
        Ok((id, m.st.head_beta(ty)))
    })?;
    replace_hyp(m, g, id, ty, e)
}
