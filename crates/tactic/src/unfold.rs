//! `unfold` and `delta`: a defined constant replaced by what it stands for.

use crate::change::{replace_hyp_def_eq, replace_target_def_eq};
use crate::conv::ConvGoal;
use crate::goal::{in_goal, tactic_error_with};
use crate::rewrite::{rewrite_hyp, rewrite_target};
use crate::terms::Terms;
use turnstile_elab::{Error, Meta, Piece, Result};
use turnstile_kernel::{ConstantInfo, Expr, FVarId, MVarId, Name, with_stack};

/// Replaces every application of `n` in `e` by its definition, beta-reduced. Functions defined by pattern matching are
/// replaced where one of their equations fires. `None` when nothing changed.
///
/// # Errors
/// When the budget ends.
pub fn unfold_expr(m: &mut Meta, e: Expr, n: Name, by_equations: bool) -> Result<Option<Expr>> {
    let e = m.instantiate(e);
    let st = m.st.clone();
    let eqs = if by_equations { m.env.ext.equations.get(&n).cloned() } else { None };
    let mut failure: Option<Error> = None;
    let mut changed = false;
    let r = st.replace(e, |t, _| {
        if failure.is_some() {
            return Some(t);
        }
        if st.head_const(t) != Some(n) {
            return None;
        }
        let unfolded = match &eqs {
            Some(q) if q.by_theorem => None,
            Some(q) if st.loose(t) == 0 => match m.unfold_by_equations(t, q) {
                Ok(u) => u,
                Err(e) => {
                    failure = Some(e);
                    return Some(t);
                }
            },
            // A function without scrutinees has one equation that always fires, also below binders.
            Some(q) if q.matched.is_empty() && !q.recursive => m.unfold_definition(t, false),
            Some(_) => None,
            None => m.unfold_definition(t, false),
        };
        let u = unfolded?;
        changed = true;
        Some(with_stack(|| {
            unfold_arguments(m, u, n, by_equations, &eqs.as_ref().is_some_and(|q| q.recursive))
        }))
    });
    match failure {
        Some(e) => Err(e),
        None => Ok(changed.then(|| m.beta_everywhere(r))),
    }
}

/// The arguments below an unfolded application may hold further ones; a recursive function is unfolded once only.
fn unfold_arguments(m: &mut Meta, e: Expr, n: Name, by_equations: bool, recursive: &bool) -> Expr {
    if *recursive || !m.st.any_subterm(e, |t| m.st.head_const(t) == Some(n)) {
        return e;
    }
    unfold_expr(m, e, n, by_equations).ok().flatten().unwrap_or(e)
}

fn nothing(m: &mut Meta, g: MVarId, tactic: &str, n: Name) -> Error {
    let r: Result<Error> = in_goal(m, g, |m, _| {
        Ok(tactic_error_with(
            m,
            tactic,
            g,
            vec![Piece::Text("failed to unfold '".into()), Piece::Name(n), Piece::Text("'".into())],
        ))
    });
    r.unwrap_or_else(|e| e)
}

/// `unfold n` in the target (or in hypothesis `at`): by its equations, or its general equation `n.eq_def` where none fires.
///
/// # Errors
/// When `n` has no definition or does not occur.
pub fn unfold(m: &mut Meta, g: MVarId, n: Name, at: Option<FVarId>) -> Result<MVarId> {
    check_definition(m, n)?;
    if let Some(h) = definitional(m, g, n, at, true)? {
        return Ok(h);
    }
    let eq_def = n.str("eq_def");
    if m.env.contains(eq_def) {
        let e = m.mk_const(eq_def)?;
        let goals = match at {
            None => m.attempt(|m| rewrite_target(m, g, e, false).map(Some))?,
            Some(h) => m.attempt(|m| rewrite_hyp(m, g, h, e, false).map(|r| Some(r.1)))?,
        };
        if let Some([h, ..]) = goals.as_deref() {
            return Ok(*h);
        }
    }
    Err(nothing(m, g, "unfold", n))
}

/// `delta n`: the definition itself, compiled form and all.
///
/// # Errors
/// When `n` has no definition or does not occur.
pub fn delta(m: &mut Meta, g: MVarId, n: Name, at: Option<FVarId>) -> Result<MVarId> {
    check_definition(m, n)?;
    match definitional(m, g, n, at, false)? {
        Some(h) => Ok(h),
        None => Err(nothing(m, g, "delta", n)),
    }
}

fn check_definition(m: &Meta, n: Name) -> Result<()> {
    match m.env.get(n).map(|c| &**c) {
        Some(ConstantInfo::Definition(..)) => Ok(()),
        _ => Err(Error::of(
            turnstile_elab::ErrorKind::User,
            vec![Piece::Text("'".into()), Piece::Name(n), Piece::Text("' is not a definition".into())],
        )),
    }
}

fn definitional(
    m: &mut Meta,
    g: MVarId,
    n: Name,
    at: Option<FVarId>,
    by_equations: bool,
) -> Result<Option<MVarId>> {
    let conv = ConvGoal::of(m, g).filter(|_| at.is_none());
    let new = in_goal(m, g, |m, goal| {
        let e = match at {
            None => conv.map_or(goal.target, |c| c.lhs),
            Some(h) => m.local_decl(h)?.ty,
        };
        unfold_expr(m, e, n, by_equations)
    })?;
    match (new, at) {
        (None, _) => Ok(None),
        (Some(e), None) if let Some(c) = conv => in_goal(m, g, |m, _| c.update(m, e, None)).map(Some),
        (Some(e), None) => replace_target_def_eq(m, g, e).map(Some),
        (Some(e), Some(h)) => replace_hyp_def_eq(m, g, h, e).map(Some),
    }
}
