//! Lemmas that a proof names and does not need.
//!
//! The [waterfall](crate::waterfall) gives `simp` all the lemmas that might help. Each that stays in the answer has to be
//! proved there, with the lemmas that its own proof names. So a finished proof is gone through once more, and `simp` is
//! left with the lemmas that it says it used, where that makes no difference.

use crate::backend::{LeanBackend, ProofState};
use rustc_hash::FxHashSet;
use turnstile_elab::Meta;
use turnstile_kernel::{FVarId, MVarId, with_stack};
use turnstile_search::{Backend, Interrupt, Outcome};
use turnstile_tactic::action::{Action, Fact, Plan, SimpAction, hypotheses};

/// Takes out of the `simp` steps of `plan`, a proof of `state`, those of `lemmas` that they do without.
pub fn drop_idle_lemmas(
    b: &mut LeanBackend<'_>,
    interrupt: &Interrupt,
    lemmas: &FxHashSet<FVarId>,
    state: &ProofState,
    plan: &mut Plan,
) {
    let Some(mut left) = children(b, interrupt, state, &plan.action) else { return };
    if let Action::Simp(call) = &plan.action
        && let Some(narrow) = narrowed(b, interrupt, lemmas, state, call)
    {
        let narrow = Action::Simp(narrow);
        if let Some(now) = children(b, interrupt, state, &narrow)
            && now.len() == left.len()
            && now.iter().zip(&left).all(|(x, y)| b.key(x) == b.key(y))
        {
            plan.action = narrow;
            left = now;
        }
    }
    if left.len() == plan.children.len() {
        for (state, plan) in left.iter().zip(&mut plan.children) {
            with_stack(|| drop_idle_lemmas(b, interrupt, lemmas, state, plan));
        }
    }
}

fn children(
    b: &mut LeanBackend<'_>,
    interrupt: &Interrupt,
    state: &ProofState,
    action: &Action,
) -> Option<Vec<ProofState>> {
    match b.apply(state, action, interrupt) {
        Outcome::Children(children) => Some(children),
        Outcome::Failed | Outcome::GaveUp => None,
    }
}

/// The call with the lemmas that take part; `None` where that are all.
fn narrowed(
    b: &mut LeanBackend<'_>,
    interrupt: &Interrupt,
    lemmas: &FxHashSet<FVarId>,
    state: &ProofState,
    call: &SimpAction,
) -> Option<SimpAction> {
    let goal = *state.goals.first()?;
    b.m.mctx = state.mctx.clone();
    let is_lemma = lemma_test(b.m, lemmas, goal);
    if !call.lemmas.iter().any(|(f, _)| is_lemma(f)) {
        return None;
    }
    b.m.budget.fuel = b.limits.fuel;
    b.m.budget.deadline = interrupt.deadline();
    let used = call.hypotheses_used(b.m, goal).ok()?;
    let mut narrow = call.clone();
    narrow.lemmas.retain(|(f, _)| !is_lemma(f) || matches!(f, Fact::Hyp(h) if used.contains(h)));
    (narrow.lemmas.len() < call.lemmas.len()).then_some(narrow)
}

/// Whether a fact is one of `lemmas`.
fn lemma_test(m: &Meta, lemmas: &FxHashSet<FVarId>, goal: MVarId) -> impl Fn(&Fact) -> bool + use<> {
    let places: Vec<bool> = hypotheses(m, goal).iter().map(|d| lemmas.contains(&d.id)).collect();
    move |f| matches!(f, Fact::Hyp(h) if places.get(h.0 as usize).copied().unwrap_or(false))
}
