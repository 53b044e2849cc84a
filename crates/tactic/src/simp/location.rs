//! `simp`, `dsimp` and `simpa` on goals and hypotheses.

use super::call::{Origin, SimpCall};
use super::engine::{SimpCtx, SimpResult, simp_expr};
use crate::assert::{note, replace_hyp};
use crate::assumption::assumption;
use crate::change::replace_hyp_def_eq;
use crate::goal::{Goal, in_goal, is_const, new_goal, tactic_error};
use crate::intro::retype;
use crate::known;
use crate::revert::try_clear;
use crate::terms::Terms;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Expr, FVarId, MVarId, Name};

/// What became of a goal when one of its hypotheses was simplified.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HypOutcome {
    /// The hypothesis became `False`: the goal is closed.
    Closed,
    /// The hypothesis became `True` and is gone.
    Dropped(MVarId),
    /// The new goal and the new hypothesis of the same name.
    Changed(MVarId, FVarId),
}

fn no_progress() -> Error {
    Error::msg("`simp` made no progress")
}

fn truth(m: &Meta, e: Expr) -> bool {
    is_const(&m.st, e, *known::TRUE)
}

fn falsity(m: &Meta, e: Expr) -> bool {
    is_const(&m.st, e, *known::FALSE)
}

/// Simplifies the target; `None` when that closes the goal.
///
/// # Errors
/// When nothing changes.
pub fn simp_goal(m: &mut Meta, g: MVarId, call: &SimpCall) -> Result<Option<MVarId>> {
    in_goal(m, g, |m, _| SimpCtx::new(m, call)).and_then(|mut cx| simp_goal_in(m, g, &mut cx))
}

/// [`simp_goal`] in a context made before.
///
/// # Errors
/// When nothing changes.
pub fn simp_goal_in(m: &mut Meta, g: MVarId, cx: &mut SimpCtx) -> Result<Option<MVarId>> {
    in_goal(m, g, |m, goal| {
        let r = simp_expr(m, cx, goal.target)?;
        if r.expr == goal.target {
            return Err(no_progress());
        }
        let dsimp = cx.config.dsimp;
        set_target(m, goal, r, dsimp)
    })
}

/// Replaces the target by the simpler one.
fn set_target(m: &mut Meta, goal: Goal, r: SimpResult, dsimp: bool) -> Result<Option<MVarId>> {
    if truth(m, r.expr) {
        let st = m.st.clone();
        let v = match r.proof {
            Some(p) => st.apps(st.const_(Name::new("of_eq_true"), &[]), &[goal.target, p]),
            None => st.const_(*known::TRUE_INTRO, &[]),
        };
        m.mctx.assign(goal.id, v);
        return Ok(None);
    }
    if dsimp
        && let Some((_, a, b)) = crate::goal::as_eq(&m.st, r.expr)
        && m.st.alpha_eq(a, b)
    {
        let v = m.mk_eq_refl(a)?;
        m.mctx.assign(goal.id, v);
        return Ok(None);
    }
    let Some(p) = r.proof else { return retype(m, goal.id, r.expr).map(Some) };
    let (e, h) = new_goal(m, r.expr, goal.tag);
    let v = m.mk_eq_mpr(goal.target, r.expr, p, e)?;
    m.mctx.assign(goal.id, v);
    Ok(Some(h))
}

/// Simplifies the hypothesis `id`.
///
/// # Errors
/// When nothing changes.
pub fn simp_hyp(m: &mut Meta, g: MVarId, id: FVarId, call: &SimpCall) -> Result<HypOutcome> {
    in_goal(m, g, |m, _| SimpCtx::new(m, call)).and_then(|mut cx| simp_hyp_in(m, g, id, &mut cx))
}

/// [`simp_hyp`] in a context made before.
///
/// # Errors
/// When nothing changes.
pub fn simp_hyp_in(m: &mut Meta, g: MVarId, id: FVarId, cx: &mut SimpCtx) -> Result<HypOutcome> {
    let (old, r) = in_goal(m, g, |m, _| {
        let ty = m.local_decl(id)?.ty;
        let ty = m.instantiate(ty);
        // A hypothesis does not rewrite itself, so what was found out with it does not count.
        if cx.skip != Some(id) {
            cx.cache.clear();
        }
        cx.skip = Some(id);
        Ok((ty, simp_expr(m, cx, ty)?))
    })?;
    if r.expr == old {
        return Err(no_progress());
    }
    set_hypothesis(m, g, id, old, r)
}

fn set_hypothesis(m: &mut Meta, g: MVarId, id: FVarId, old: Expr, r: SimpResult) -> Result<HypOutcome> {
    let x = m.st.fvar(id);
    if falsity(m, r.expr) {
        in_goal(m, g, |m, goal| {
            let h = match r.proof {
                Some(p) => m.mk_eq_mp(old, r.expr, p, x)?,
                None => x,
            };
            let v = m.mk_false_elim(goal.target, h)?;
            m.mctx.assign(g, v);
            Ok(())
        })?;
        return Ok(HypOutcome::Closed);
    }
    if truth(m, r.expr) {
        return Ok(HypOutcome::Dropped(try_clear(m, g, id)?));
    }
    match r.proof {
        None => replace_hyp_def_eq(m, g, id, r.expr).map(|h| HypOutcome::Changed(h, id)),
        Some(p) => {
            let v = in_goal(m, g, |m, _| m.mk_eq_mp(old, r.expr, p, x))?;
            let (new, h) = replace_hyp(m, g, id, r.expr, v)?;
            Ok(HypOutcome::Changed(h, new))
        }
    }
}

/// Where `simp` works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// These hypotheses, and the target if the flag says so.
    At(Vec<FVarId>, bool),
    /// Everywhere.
    Everywhere,
}

/// Simplifies at several places; gives the goal that is left and what was used. Fails when no place changes.
///
/// # Errors
/// When nothing changes anywhere.
pub fn simp_at(
    m: &mut Meta,
    g: MVarId,
    at: &Location,
    call: &SimpCall,
) -> Result<(Option<MVarId>, Vec<Origin>)> {
    let (ids, target) = match at {
        Location::At(ids, target) => (ids.clone(), *target),
        Location::Everywhere => (propositions(m, g)?, true),
    };
    let mut used: Vec<Origin> = Vec::new();
    let mut note_used = |cx: &SimpCtx| {
        for o in cx.used() {
            if !used.contains(o) {
                used.push(*o);
            }
        }
    };
    let mut progress = false;
    let mut g = g;
    for id in ids {
        let mut cx = in_goal(m, g, |m, _| SimpCtx::new(m, call))?;
        let r = simp_hyp_in(m, g, id, &mut cx);
        note_used(&cx);
        match r {
            Ok(HypOutcome::Closed) => return Ok((None, used)),
            Ok(HypOutcome::Dropped(h) | HypOutcome::Changed(h, _)) => {
                g = h;
                progress = true;
            }
            Err(e) if e.is_resource() || !is_no_progress(&e) => return Err(e),
            Err(_) => {}
        }
    }
    if target {
        let mut cx = in_goal(m, g, |m, _| SimpCtx::new(m, call))?;
        let r = simp_goal_in(m, g, &mut cx);
        note_used(&cx);
        match r {
            Ok(None) => return Ok((None, used)),
            Ok(Some(h)) => {
                g = h;
                progress = true;
            }
            Err(e) if e.is_resource() || !is_no_progress(&e) => return Err(e),
            Err(_) => {}
        }
    }
    if progress { Ok((Some(g), used)) } else { Err(no_progress()) }
}

fn is_no_progress(e: &Error) -> bool {
    matches!(e.0.pieces.as_slice(), [turnstile_elab::Piece::Text(t)] if t == "`simp` made no progress")
}

/// The hypotheses of `g` that are propositions.
pub(crate) fn propositions(m: &mut Meta, g: MVarId) -> Result<Vec<FVarId>> {
    in_goal(m, g, |m, _| {
        let all: Vec<(FVarId, Expr)> = crate::goal::hyps(m).map(|d| (d.id, d.ty)).collect();
        let mut out = Vec::new();
        for (id, ty) in all {
            if m.is_prop(ty)? {
                out.push(id);
            }
        }
        Ok(out)
    })
}

/// `dsimp`: definitional steps on the target only.
///
/// # Errors
/// When nothing changes.
pub fn dsimp_goal(m: &mut Meta, g: MVarId, call: &SimpCall) -> Result<Option<MVarId>> {
    let call = dsimp_call(call);
    simp_goal(m, g, &call).map_err(as_dsimp)
}

/// `dsimp at h`
///
/// # Errors
/// When nothing changes.
pub fn dsimp_hyp(m: &mut Meta, g: MVarId, id: FVarId, call: &SimpCall) -> Result<HypOutcome> {
    let call = dsimp_call(call);
    simp_hyp(m, g, id, &call).map_err(as_dsimp)
}

/// The call with definitional steps only.
#[must_use]
pub fn dsimp_call(call: &SimpCall) -> SimpCall {
    let mut call = call.clone();
    call.config.dsimp = true;
    call
}

fn as_dsimp(e: Error) -> Error {
    if is_no_progress(&e) { Error::msg("`dsimp` made no progress") } else { e }
}

/// `simpa [call] using e`: simplifies the target and the type of `e`, which must then agree. Without `e`, a hypothesis
/// called `this` is simplified, and any hypothesis may close the goal. Gives what was used.
///
/// # Errors
/// When the simplified target is not what is left of the proof.
pub fn simpa(m: &mut Meta, g: MVarId, call: &SimpCall, using: Option<Expr>) -> Result<Vec<Origin>> {
    let mut used = Vec::new();
    simpa_noting(m, g, call, using, &mut used)?;
    Ok(used)
}

fn simpa_noting(
    m: &mut Meta,
    g: MVarId,
    call: &SimpCall,
    using: Option<Expr>,
    used: &mut Vec<Origin>,
) -> Result<()> {
    let mut cx = in_goal(m, g, |m, _| SimpCtx::new(m, call))?;
    let simplified = simp_goal_in(m, g, &mut cx);
    used.extend(cx.used());
    let rest = match simplified {
        Ok(None) => None,
        Ok(Some(h)) => Some(h),
        Err(e) if is_no_progress(&e) => Some(g),
        Err(e) => return Err(e),
    };
    let Some(g) = rest else { return Ok(()) };
    let (g, id) = match using {
        Some(e) => {
            let ty = in_goal(m, g, |m, _| {
                let t = m.infer(e)?;
                Ok(m.instantiate(t))
            })?;
            let name = Name::new("h").num(0);
            let (id, g) = note(m, g, name, ty, e)?;
            (g, Some(id))
        }
        None => (g, in_goal(m, g, |m, _| Ok(m.lctx.find(Name::new("this")).map(|d| d.id)))?),
    };
    let Some(id) = id else { return assumption(m, g) };
    let mut cx = in_goal(m, g, |m, _| SimpCtx::new(m, call))?;
    let simplified = simp_hyp_in(m, g, id, &mut cx);
    used.extend(cx.used().iter().filter(|o| !used.contains(o)).copied().collect::<Vec<_>>());
    let (g, id) = match simplified {
        Ok(HypOutcome::Closed) => return Ok(()),
        Ok(HypOutcome::Changed(g, id)) => (g, id),
        Ok(HypOutcome::Dropped(g)) => return assumption(m, g),
        Err(e) if is_no_progress(&e) => (g, id),
        Err(e) => return Err(e),
    };
    if using.is_none() {
        return assumption(m, g);
    }
    in_goal(m, g, |m, goal| {
        let ty = m.local_decl(id)?.ty;
        if !m.is_def_eq(ty, goal.target)? {
            return Err(tactic_error(
                m,
                "simpa",
                g,
                "the simplified proof does not have the type of the simplified target",
            ));
        }
        let x = m.st.fvar(id);
        m.mctx.assign(g, x);
        Ok(())
    })
}
