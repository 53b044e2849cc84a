//! `simp_all`: hypotheses and target simplify each other until nothing changes.

use super::call::{Origin, SimpCall};
use super::engine::SimpCtx;
use super::location::{HypOutcome, propositions, simp_goal_in, simp_hyp_in};
use crate::goal::in_goal;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{FVarId, MVarId};

/// Rounds over all hypotheses before giving up on a fixed point.
const MAX_ROUNDS: usize = 16;

/// Simplifies all hypotheses with each other and the target with them; gives the goal that is left, `None` when that closes
/// it, and what was used.
///
/// # Errors
/// When nothing changes.
pub fn simp_all(m: &mut Meta, g: MVarId, call: &SimpCall) -> Result<(Option<MVarId>, Vec<Origin>)> {
    let mut used: Vec<Origin> = Vec::new();
    let left = rounds(m, g, call, &mut used)?;
    Ok((left, used))
}

fn rounds(m: &mut Meta, g: MVarId, call: &SimpCall, used: &mut Vec<Origin>) -> Result<Option<MVarId>> {
    let mut call = call.clone();
    call.star = true;
    let mut note_used = |cx: &SimpCtx| {
        for o in cx.used() {
            if !used.contains(o) {
                used.push(*o);
            }
        }
    };
    let mut g = g;
    let mut progress = false;
    // Hypotheses that are known not to change before another one does.
    let mut settled: Vec<FVarId> = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let mut changed = false;
        for id in propositions(m, g)? {
            let here = in_goal(m, g, |m, _| Ok(m.lctx.contains(id)))?;
            if !here || settled.contains(&id) {
                continue;
            }
            let mut cx = in_goal(m, g, |m, _| SimpCtx::new(m, &call))?;
            let r = simp_hyp_in(m, g, id, &mut cx);
            note_used(&cx);
            match r {
                Ok(HypOutcome::Closed) => return Ok(None),
                Ok(HypOutcome::Dropped(h)) => {
                    // What it says follows from the others.
                    let gone = in_goal(m, h, |m, _| Ok(!m.lctx.contains(id)))?;
                    changed |= gone;
                    if !gone {
                        settled.push(id);
                    }
                    g = h;
                }
                Ok(HypOutcome::Changed(h, new)) => {
                    let kept = in_goal(m, h, |m, _| Ok(new != id && m.lctx.contains(id)))?;
                    settled.clear();
                    if kept {
                        settled.push(id);
                    }
                    g = h;
                    changed = true;
                }
                Err(e) if e.is_resource() => return Err(e),
                Err(_) => settled.push(id),
            }
        }
        let mut cx = in_goal(m, g, |m, _| SimpCtx::new(m, &call))?;
        let r = simp_goal_in(m, g, &mut cx);
        note_used(&cx);
        match r {
            Ok(None) => return Ok(None),
            Ok(Some(h)) => {
                g = h;
                progress = true;
            }
            Err(e) if e.is_resource() => return Err(e),
            Err(_) => {}
        }
        progress |= changed;
        if !changed {
            break;
        }
    }
    if progress { Ok(Some(g)) } else { Err(Error::msg("`simp_all` made no progress")) }
}
