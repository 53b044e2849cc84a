//! Other proofs of a theorem that has one: the search goes again, without the first choice that the known proofs made.

use crate::backend::{LeanBackend, ProofState, StateKey};
use turnstile_search::{
    Backend, CancelFlag, Interrupt, Outcome, Proof, ProofStep, Settings, search as search_once,
};
use turnstile_tactic::action::Action;

/// Another proof may take so many times the expansions that the first took…
const PATIENCE: u64 = 8;
/// …and so many more.
const MORE: u64 = 100;

/// Up to `count` proofs of `root` that begin differently from `first` and from each other.
pub fn search(
    backend: &mut LeanBackend<'_>,
    root: &ProofState,
    first: &Proof<Action>,
    count: usize,
    settings: &Settings,
    cancel: &CancelFlag,
    expansions: &mut u64,
) -> Vec<Proof<Action>> {
    let mut settings = settings.clone();
    let room = (*expansions).saturating_mul(PATIENCE).saturating_add(MORE);
    settings.budgets.expansions = Some(settings.budgets.expansions.map_or(room, |n| n.min(room)));
    let mut found = Vec::new();
    avoid(backend, root, first, cancel);
    while found.len() < count && !cancel.is_cancelled() {
        let next = search_once(backend, root.clone(), &settings, cancel, None, &mut ());
        *expansions += next.report.counts.expansions;
        let Some(proof) = next.proof else { break };
        if !avoid(backend, root, &proof, cancel) {
            break;
        }
        found.push(proof);
    }
    backend.avoided.clear();
    found
}

/// Forbids the first decision of a proof: the step after the hypotheses were named. Says whether there is one.
fn avoid(
    backend: &mut LeanBackend<'_>,
    root: &ProofState,
    proof: &Proof<Action>,
    cancel: &CancelFlag,
) -> bool {
    match decision(backend, root, proof.root(), cancel) {
        Some(choice) if !backend.avoided.contains(&choice) => {
            backend.avoided.push(choice);
            true
        }
        _ => false,
    }
}

fn decision(
    backend: &mut LeanBackend<'_>,
    root: &ProofState,
    mut step: ProofStep<'_, Action>,
    cancel: &CancelFlag,
) -> Option<(StateKey, Action)> {
    let mut state = root.clone();
    let interrupt = Interrupt::new(None, cancel.clone());
    while matches!(step.action(), Action::Intro(_)) {
        let Outcome::Children(children) = backend.apply(&state, step.action(), &interrupt) else {
            return None;
        };
        let ([child], Some(next)) = (children.as_slice(), step.children().next()) else { break };
        state = child.clone();
        step = next;
    }
    Some((backend.key(&state), step.action().clone()))
}
