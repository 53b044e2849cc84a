//! `simp_all`: hypotheses and target simplify each other until nothing changes.

use super::call::SimpCall;
use super::engine::SimpCtx;
use super::location::{HypOutcome, propositions, simp_goal_in, simp_hyp_in};
use crate::goal::in_goal;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{FVarId, MVarId};

/// Rounds over all hypotheses before giving up on a fixed point.
const MAX_ROUNDS: usize = 16;

/// Simplifies all hypotheses with each other and the target with them; `None` when that closes the goal.
///
/// # Errors
/// When nothing changes.
pub fn simp_all(m: &mut Meta, g: MVarId, call: &SimpCall) -> Result<Option<MVarId>> {
    let mut call = call.clone();
    call.star = true;
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
            match simp_hyp_in(m, g, id, &mut cx) {
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
        match simp_goal_in(m, g, &mut cx) {
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
    if progress { Ok(Some(g)) } else { Err(Error::msg("simp_all made no progress")) }
}
