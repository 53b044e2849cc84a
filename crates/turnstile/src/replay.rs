//! From a proof found by the search to a script: the actions are applied once more, in order, and written down.

use crate::backend::open_goals;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{MVarId, with_stack};
use turnstile_search::ProofStep;
use turnstile_tactic::action::{Action, Block, Plan, TextMode, render};

/// The proof that begins with `step` as a tree, with the plans in it opened.
pub fn plan(step: ProofStep<'_, Action>) -> Plan {
    match step.action() {
        Action::Plan(plan) => (**plan).clone(),
        action => Plan {
            action: action.clone(),
            children: step.children().map(|child| with_stack(|| plan(child))).collect(),
        },
    }
}

/// Replays `plan` on the goal `root` and returns the script's lines; the goal is assigned afterwards.
///
/// # Errors
/// When an action does not do again what it did in the search.
pub fn script(m: &mut Meta, root: MVarId, plan: &Plan, mode: TextMode) -> Result<Vec<String>> {
    let block = replay(m, &[root], plan, mode)?;
    if !m.unassigned_mvars(m.st.mvar(root)).is_empty() {
        return Err(Error::msg("internal: the proof has holes"));
    }
    Ok(render(m, &block))
}

fn replay(m: &mut Meta, goals: &[MVarId], plan: &Plan, mode: TextMode) -> Result<Block> {
    let Some((first, rest)) = goals.split_first() else {
        return Err(Error::msg("internal: a step of the proof has no goal"));
    };
    let applied = plan.action.apply(m, *first, mode)?;
    let Some(text) = applied.step else { return Err(Error::msg("internal: a step without text")) };
    let open = open_goals(m, *first, applied.goals, rest);
    let mut blocks = Vec::with_capacity(plan.children.len());
    match plan.children.as_slice() {
        // Nothing left, perhaps earlier than in the search: a step can be stronger here.
        _ if open.is_empty() => {}
        [] => return Err(Error::msg("internal: goals are left after the last step")),
        // Goals that share holes are worked on in one line of steps.
        [one] => blocks.push(with_stack(|| replay(m, &open, one, mode))?),
        many => {
            if many.len() != open.len() {
                return Err(Error::msg("internal: the number of goals differs from the search"));
            }
            for (g, child) in open.iter().zip(many) {
                blocks.push(with_stack(|| replay(m, &[*g], child, mode))?);
            }
        }
    }
    Ok(Block { step: text, children: blocks })
}
