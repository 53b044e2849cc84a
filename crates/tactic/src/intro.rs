//! `intro`, `intros`: hypotheses from the binders of the target.

use crate::goal::{assign_binders, goal_decl, in_goal, inaccessible, local, tactic_error};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Binder, BinderInfo, Expr, FVarId, MVarId, Name, Node};

/// Introduces one binder, called `name`, or its own name made inaccessible.
///
/// # Errors
/// When the target is no function type or `let`, even after unfolding.
pub fn intro(m: &mut Meta, g: MVarId, name: Option<Name>) -> Result<(FVarId, MVarId)> {
    let (xs, h) = intro_n(m, g, 1, |_, n| name.unwrap_or_else(|| inaccessible(n)))?;
    match xs.as_slice() {
        [x] => Ok((*x, h)),
        _ => Err(no_binder(m, h)),
    }
}

/// Introduces as many binders as there are names; `None` makes an inaccessible name.
///
/// # Errors
/// When there are too few binders.
pub fn intro_names(m: &mut Meta, g: MVarId, names: &[Option<Name>]) -> Result<(Vec<FVarId>, MVarId)> {
    let (xs, h) = intro_n(m, g, names.len(), |i, n| {
        names.get(i).copied().flatten().unwrap_or_else(|| inaccessible(n))
    })?;
    if xs.len() < names.len() {
        return Err(no_binder(m, h));
    }
    Ok((xs, h))
}

/// Introduces every binder that can be seen without unfolding definitions, with inaccessible names.
///
/// # Errors
/// When the goal is closed already.
pub fn intros(m: &mut Meta, g: MVarId) -> Result<(Vec<FVarId>, MVarId)> {
    let mut xs = Vec::new();
    let mut h = g;
    loop {
        let (new, next) = intro_syntactic(m, h, usize::MAX, xs.len(), &mut |_, n| inaccessible(n))?;
        if new.is_empty() {
            return Ok((xs, h));
        }
        xs.extend(new);
        h = next;
    }
}

/// Introduces up to `n` binders, unfolding definitions to find them; `name(i, given)` says what the i-th is called.
/// Gives fewer when the target ends before.
///
/// # Errors
/// When the goal is closed already or the budget ends.
pub fn intro_n(
    m: &mut Meta,
    g: MVarId,
    n: usize,
    mut name: impl FnMut(usize, Name) -> Name,
) -> Result<(Vec<FVarId>, MVarId)> {
    let mut xs = Vec::new();
    let mut h = g;
    while xs.len() < n {
        let (new, next) = intro_syntactic(m, h, n - xs.len(), xs.len(), &mut name)?;
        if !new.is_empty() {
            xs.extend(new);
            h = next;
            continue;
        }
        // No binder in sight: unfold the target and look again.
        let unfolded = in_goal(m, h, |m, goal| {
            let core = m.whnf_core(goal.target)?;
            let w =
                if matches!(m.st.node(core), Node::Pi(..) | Node::Let(..)) { core } else { m.whnf(core)? };
            Ok((w != goal.target && matches!(m.st.node(w), Node::Pi(..))).then_some(w))
        })?;
        let Some(ty) = unfolded else { break };
        h = retype(m, h, ty)?;
    }
    Ok((xs, h))
}

/// A new goal with the definitionally equal target `ty`, filling `g`.
pub(crate) fn retype(m: &mut Meta, g: MVarId, ty: Expr) -> Result<MVarId> {
    let d = goal_decl(m, g)?;
    let (e, h) = crate::goal::new_goal_in(m, d.lctx.clone(), ty, d.name);
    m.mctx.assign(g, e);
    Ok(h)
}

/// Introduces up to `max` binders that stand at the head of the target.
fn intro_syntactic(
    m: &mut Meta,
    g: MVarId,
    max: usize,
    start: usize,
    name: &mut impl FnMut(usize, Name) -> Name,
) -> Result<(Vec<FVarId>, MVarId)> {
    in_goal(m, g, |m, goal| {
        let mut ty = goal.target;
        let mut xs: Vec<Expr> = Vec::new();
        let mut ids = Vec::new();
        let mut binders: Vec<(Binder, Expr, Option<Expr>)> = Vec::new();
        while ids.len() < max {
            let (given, info, dom, val, body) = match m.st.node(ty) {
                Node::Pi(b, dom, body) => (b.name, b.info, dom, None, body),
                Node::Let(n, dom, val, body) => (n, BinderInfo::Default, dom, Some(val), body),
                _ => break,
            };
            let t = m.st.instantiate_rev(dom, &xs);
            let v = val.map(|v| m.st.instantiate_rev(v, &xs));
            let new_name = name(start + ids.len(), given);
            let d = local(m, new_name, t, v, info);
            binders.push((Binder::with_info(new_name, info), dom, val));
            ids.push(d.id);
            xs.push(m.st.fvar(d.id));
            m.lctx.insert(d);
            ty = body;
        }
        if ids.is_empty() {
            return Ok((ids, g));
        }
        let inner_ty = m.st.instantiate_rev(ty, &xs);
        let inner_ty = m.st.head_beta(inner_ty);
        let lctx = m.lctx.clone();
        let h = assign_binders(m, g, &ids, &binders, ty, lctx, inner_ty)?;
        Ok((ids, h))
    })
}

fn no_binder(m: &Meta, g: MVarId) -> turnstile_elab::Error {
    tactic_error(m, "introN", g, "There are no additional binders or `let` bindings in the goal to introduce")
}
