//! `assumption`: a goal closed by a hypothesis of the same type.

use crate::apply::heads_clash;
use crate::goal::{Goal, hyps, in_goal, tactic_error};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, FVarId, MVarId};

/// Closes `g` with the newest hypothesis whose type is the target.
///
/// # Errors
/// When there is none.
pub fn assumption(m: &mut Meta, g: MVarId) -> Result<()> {
    in_goal(m, g, |m, goal| match find_hypothesis(m, goal.target)? {
        Some(id) => {
            close(m, goal, id);
            Ok(())
        }
        None => Err(tactic_error(m, "assumption", g, "")),
    })
}

fn close(m: &mut Meta, goal: Goal, id: FVarId) {
    let x = m.st.fvar(id);
    m.mctx.assign(goal.id, x);
}

/// The newest hypothesis of type `ty` in the current context: one that is equal as it stands if possible, else one
/// that unifies.
///
/// # Errors
/// When the budget ends.
pub fn find_hypothesis(m: &mut Meta, ty: Expr) -> Result<Option<FVarId>> {
    let candidates: Vec<(FVarId, Expr)> = hyps(m).rev().map(|d| (d.id, d.ty)).collect();
    if let Some(c) = candidates.iter().find(|c| m.st.alpha_eq(c.1, ty)) {
        return Ok(Some(c.0));
    }
    for (id, t) in candidates {
        let t = m.instantiate(t);
        if !heads_clash(m, t, ty) && m.is_def_eq(t, ty)? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}
