//! `revert`, `clear`, renaming: the context of a goal made smaller or told differently.

use crate::goal::{goal_decl, in_goal, new_goal_in, tactic_error_with};
use turnstile_elab::meta::is_inaccessible;
use turnstile_elab::{Error, Meta, Piece, Result};
use turnstile_kernel::{Binder, Expr, FVarId, MVarId, Name};

/// The hypotheses of the current context that are in `ids` or depend on one of them, oldest first.
#[must_use]
pub fn with_dependents(m: &Meta, ids: &[FVarId]) -> Vec<FVarId> {
    let mut out: Vec<FVarId> = Vec::new();
    let Some(first) = ids.iter().min() else { return out };
    for d in m.lctx.iter() {
        if d.id < *first {
            continue;
        }
        if ids.contains(&d.id)
            || m.depends_on_any(d.ty, &out)
            || d.value.is_some_and(|v| m.depends_on_any(v, &out))
        {
            out.push(d.id);
        }
    }
    out
}

/// Moves the hypotheses `ids` and everything that depends on them into the target. Returns what was moved, oldest first.
///
/// # Errors
/// When a hypothesis is not in scope.
pub fn revert(m: &mut Meta, g: MVarId, ids: &[FVarId]) -> Result<(Vec<FVarId>, MVarId)> {
    if ids.is_empty() {
        return Ok((vec![], g));
    }
    in_goal(m, g, |m, goal| {
        let all = with_dependents(m, ids);
        let xs: Vec<Expr> = all.iter().map(|id| m.st.fvar(*id)).collect();
        let ty = bind_hypotheses(m, &all, goal.target)?;
        let mut lctx = m.lctx.clone();
        for id in &all {
            lctx.remove(*id);
        }
        let (e, h) = new_goal_in(m, lctx, ty, goal.tag);
        // A `let` variable becomes a `let` of the new type, not an argument.
        let args: Vec<Expr> = xs
            .iter()
            .zip(&all)
            .filter(|(_, id)| m.lctx.get(**id).is_some_and(|d| d.value.is_none()))
            .map(|(x, _)| *x)
            .collect();
        let v = m.st.apps(e, &args);
        m.mctx.assign(g, v);
        Ok((all, h))
    })
}

/// `∀ ids, ty`, with a `let` for every local definition, used or not: as many binders as variables.
///
/// # Errors
/// When a variable is not in scope.
pub(crate) fn bind_hypotheses(m: &mut Meta, ids: &[FVarId], ty: Expr) -> Result<Expr> {
    let ty = m.instantiate(ty);
    let has_let = ids.iter().any(|id| m.lctx.get(*id).is_some_and(|d| d.value.is_some()));
    if !has_let || m.st.has_expr_mvar(ty) {
        let xs: Vec<Expr> = ids.iter().map(|id| m.st.fvar(*id)).collect();
        return m.mk_pi(&xs, ty);
    }
    let mut r = m.st.abstract_fvars(ty, ids);
    for (i, id) in ids.iter().enumerate().rev() {
        let d = m.local_decl(*id)?;
        let t = m.instantiate(d.ty);
        let t = m.st.abstract_fvars(t, &ids[..i]);
        r = match d.value {
            Some(v) => {
                let v = m.instantiate(v);
                m.st.let_(d.name, t, m.st.abstract_fvars(v, &ids[..i]), r)
            }
            None => m.st.pi(Binder::with_info(d.name, d.info), t, r),
        };
    }
    Ok(r)
}

/// Removes a hypothesis.
///
/// # Errors
/// When the target or another hypothesis depends on it.
pub fn clear(m: &mut Meta, g: MVarId, id: FVarId) -> Result<MVarId> {
    in_goal(m, g, |m, goal| {
        let ids = [id];
        if !m.lctx.contains(id) {
            return Err(Error::msg("unknown hypothesis"));
        }
        let culprit = if m.depends_on_any(goal.target, &ids) {
            Some(Piece::Text("the target depends on '".into()))
        } else {
            m.lctx
                .iter()
                .filter(|d| d.id > id)
                .find(|d| m.depends_on_any(d.ty, &ids) || d.value.is_some_and(|v| m.depends_on_any(v, &ids)))
                .map(|d| Piece::Text(format!("variable '{}' depends on '", d.name)))
        };
        if let Some(c) = culprit {
            let x = m.st.fvar(id);
            return Err(tactic_error_with(m, "clear", g, vec![c, Piece::Expr(x), Piece::Text("'".into())]));
        }
        drop_from_context(m, g, &[id])
    })
}

/// Removes hypotheses nothing depends on; no check. The newer ones may depend on each other.
pub(crate) fn drop_from_context(m: &mut Meta, g: MVarId, ids: &[FVarId]) -> Result<MVarId> {
    let d = goal_decl(m, g)?;
    let mut lctx = d.lctx.clone();
    for id in ids {
        lctx.remove(*id);
    }
    let (e, h) = new_goal_in(m, lctx, d.ty, d.name);
    m.mctx.assign(g, e);
    Ok(h)
}

/// Removes `id` if nothing depends on it; otherwise the goal stays as it is.
///
/// # Errors
/// When the goal is closed already.
pub fn try_clear(m: &mut Meta, g: MVarId, id: FVarId) -> Result<MVarId> {
    let free = in_goal(m, g, |m, goal| {
        let ids = [id];
        Ok(m.lctx.contains(id)
            && !m.depends_on_any(goal.target, &ids)
            && m.lctx
                .iter()
                .filter(|d| d.id > id)
                .all(|d| !m.depends_on_any(d.ty, &ids) && d.value.is_none_or(|v| !m.depends_on_any(v, &ids))))
    })?;
    if free { drop_from_context(m, g, &[id]) } else { Ok(g) }
}

/// [`try_clear`] for several hypotheses, newest first.
///
/// # Errors
/// When the goal is closed already.
pub fn try_clear_many(m: &mut Meta, g: MVarId, ids: &[FVarId]) -> Result<MVarId> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.iter().rev().try_fold(g, |g, id| try_clear(m, g, *id))
}

/// Calls hypothesis `id` `name`.
///
/// # Errors
/// When there is no such hypothesis.
pub fn rename(m: &mut Meta, g: MVarId, id: FVarId, name: Name) -> Result<MVarId> {
    let d = goal_decl(m, g)?;
    if !d.lctx.contains(id) {
        return Err(Error::msg("unknown hypothesis"));
    }
    let mut lctx = d.lctx.clone();
    lctx.rename(id, name);
    let (e, h) = new_goal_in(m, lctx, d.ty, d.name);
    m.mctx.assign(g, e);
    Ok(h)
}

/// Gives every inaccessible hypothesis a name that is not in use: its own, or that with a number, as `unhygienic` does.
///
/// # Errors
/// When there is no such goal.
pub fn name_inaccessible(m: &mut Meta, g: MVarId) -> Result<MVarId> {
    let d = goal_decl(m, g)?;
    let mut lctx = d.lctx.clone();
    let mut changed = false;
    for l in d.lctx.iter() {
        if l.is_aux || !is_inaccessible(l.name) {
            continue;
        }
        let base = l.name.prefix();
        let base = if base.is_anon() { Name::new("a") } else { base };
        let mut name = base;
        let mut i = 0;
        while lctx.find(name).is_some() {
            i += 1;
            name = Name::new(&format!("{base}_{i}"));
        }
        lctx.rename(l.id, name);
        changed = true;
    }
    if !changed {
        return Ok(g);
    }
    let (e, h) = new_goal_in(m, lctx, d.ty, d.name);
    m.mctx.assign(g, e);
    Ok(h)
}

/// `rename_i`: gives the names to the newest inaccessible hypotheses (and those shadowed by a newer one of the same
/// name), the last name to the newest. `None` skips one.
///
/// # Errors
/// When there are more names than inaccessible hypotheses.
pub fn rename_inaccessible(m: &mut Meta, g: MVarId, names: &[Option<Name>]) -> Result<MVarId> {
    if names.is_empty() {
        return Ok(g);
    }
    let d = goal_decl(m, g)?;
    let mut lctx = d.lctx.clone();
    let mut left = names.len();
    let mut seen: Vec<Name> = Vec::new();
    for l in d.lctx.iter().rev() {
        if left == 0 {
            break;
        }
        if l.is_aux {
            continue;
        }
        if is_inaccessible(l.name) || seen.contains(&l.name) {
            left -= 1;
            if let Some(n) = names[left] {
                lctx.rename(l.id, n);
            }
        }
        seen.push(l.name);
    }
    if left > 0 {
        return Err(Error::msg("too many variable names provided"));
    }
    let (e, h) = new_goal_in(m, lctx, d.ty, d.name);
    m.mctx.assign(g, e);
    Ok(h)
}
