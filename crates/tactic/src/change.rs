//! `change`, `show`: a goal or hypothesis stated in another, definitionally equal way.

use crate::goal::{goal_decl, in_goal, new_goal_in};
use crate::intro::retype;
use turnstile_elab::{Error, Meta, Piece, Result};
use turnstile_kernel::{Expr, FVarId, MVarId};

/// Restates the target as `ty`.
///
/// # Errors
/// When `ty` is not definitionally equal to it.
pub fn change_target(m: &mut Meta, g: MVarId, ty: Expr) -> Result<MVarId> {
    in_goal(m, g, |m, goal| {
        if !m.is_def_eq(goal.target, ty)? {
            return Err(mismatch(m, ty, goal.target));
        }
        Ok(())
    })?;
    let ty = m.instantiate(ty);
    retype(m, g, ty)
}

/// Restates the target as `ty`, known to be definitionally equal.
///
/// # Errors
/// When there is no such goal.
pub fn replace_target_def_eq(m: &mut Meta, g: MVarId, ty: Expr) -> Result<MVarId> {
    retype(m, g, ty)
}

/// Restates hypothesis `id` as `ty`.
///
/// # Errors
/// When `ty` is not definitionally equal to its type.
pub fn change_hyp(m: &mut Meta, g: MVarId, id: FVarId, ty: Expr) -> Result<MVarId> {
    in_goal(m, g, |m, _| {
        let d = m.local_decl(id)?;
        if !m.is_def_eq(d.ty, ty)? {
            return Err(mismatch(m, ty, d.ty));
        }
        Ok(())
    })?;
    replace_hyp_def_eq(m, g, id, ty)
}

/// Restates hypothesis `id` as `ty`, known to be definitionally equal. It keeps its identity.
///
/// # Errors
/// When there is no such hypothesis.
pub fn replace_hyp_def_eq(m: &mut Meta, g: MVarId, id: FVarId, ty: Expr) -> Result<MVarId> {
    let d = goal_decl(m, g)?;
    let Some(l) = d.lctx.get(id) else { return Err(Error::msg("unknown hypothesis")) };
    let ty = m.instantiate(ty);
    let is_instance = m.is_class_type(ty);
    let mut lctx = d.lctx.clone();
    lctx.insert(turnstile_elab::LocalDecl { ty, is_instance, ..(**l).clone() });
    let (e, h) = new_goal_in(m, lctx, d.ty, d.name);
    m.mctx.assign(g, e);
    Ok(h)
}

fn mismatch(m: &Meta, new: Expr, old: Expr) -> Error {
    m.error(vec![
        Piece::Text("Type mismatch\n  ".into()),
        Piece::Expr(new),
        Piece::Text("\nis not definitionally equal to\n  ".into()),
        Piece::Expr(old),
    ])
}
