//! Counterexamples to a theorem, before and between the searches, and to goals on the way.

use crate::backend::LeanBackend;
use crate::replay;
use rustc_hash::FxHashMap;
use std::time::Instant;
use turnstile_clock::now;
use turnstile_elab::{LocalContext, Meta, Result};
use turnstile_kernel::{Expr, Name};
use turnstile_policy::HandMade;
use turnstile_refute::{Limits, Oracle, refute};
use turnstile_search::{CancelFlag, best_first};
use turnstile_tactic::action::{Action, TextMode};
use turnstile_tactic::goal::new_goal;

/// Share of the time of a theorem for a first try, before the search: evaluation alone.
pub const FIRST_SHARE: f64 = 0.02;
/// Share for a second try, after a search that found nothing: what evaluation cannot settle is put to short searches.
pub const SECOND_SHARE: f64 = 0.06;
/// Seconds for one of those searches.
const QUESTION_SECONDS: f64 = 0.15;
/// Questions for one theorem.
const MAX_QUESTIONS: u32 = 8;

/// A counterexample to the closed `statement`, by evaluation, as text.
pub fn first_try(m: &mut Meta, statement: Expr, until: Instant) -> Option<String> {
    let limits = Limits { deadline: Some(until), ..Limits::default() };
    refute(m, statement, &limits, None).ok().flatten().map(|r| r.text)
}

/// A counterexample by evaluation and search.
pub fn second_try(
    m: &mut Meta,
    statement: Expr,
    policy: &mut HandMade,
    until: Instant,
    cancel: &CancelFlag,
    expansions: &mut u64,
) -> Option<String> {
    let limits = Limits { deadline: Some(until), seed: 2, ..Limits::default() };
    let mut asked = 0;
    let mut oracle = |m: &mut Meta, question: Expr| {
        asked += 1;
        if asked > MAX_QUESTIONS || cancel.is_cancelled() {
            return Ok(None);
        }
        let left = until.saturating_duration_since(now()).as_secs_f64();
        if left < 0.01 {
            return Ok(None);
        }
        answer(m, question, policy, left.min(QUESTION_SECONDS), cancel, expansions)
    };
    let oracle: &mut Oracle<'_> = &mut oracle;
    // What is left of the budget of the search before says nothing about this.
    m.budget.fuel = u64::MAX;
    m.budget.deadline = None;
    refute(m, statement, &limits, Some(oracle)).ok().flatten().map(|r| r.text)
}

/// A proof term of the closed proposition `question`, by a short search.
fn answer(
    m: &mut Meta,
    question: Expr,
    policy: &mut HandMade,
    seconds: f64,
    cancel: &CancelFlag,
    expansions: &mut u64,
) -> Result<Option<Expr>> {
    let (saved, budget) = (m.save(), m.budget.clone());
    m.lctx = LocalContext::default();
    let (proof, goal) = new_goal(m, question, Name::anon());
    let start = m.save();
    let mut settings = turnstile_search::Settings::default();
    settings.budgets.seconds = Some(seconds);
    settings.budgets.depth = 12;
    let mut backend = LeanBackend::new(m, policy);
    let root = backend.state(&[goal])?;
    let found = best_first(&mut backend, root, &settings, cancel, &mut ());
    *expansions += found.report.counts.expansions;
    m.restore(&start);
    m.budget.fuel = u64::MAX;
    m.budget.deadline = None;
    let term = found.proof.and_then(|p| {
        replay::script(m, goal, &replay::plan(p.root()), TextMode::Plain).ok()?;
        let term = m.instantiate(proof);
        // A universe that nothing settles may be any.
        let ground = |l| if m.st.level_has_mvar(l) { m.st.l_one() } else { l };
        let term = if m.st.has_level_mvar(term) { m.st.map_levels(term, ground) } else { term };
        (!m.st.has_mvar(term)).then_some(term)
    });
    m.restore(&saved);
    m.budget = budget;
    Ok(term)
}

/// Tells goals that are false from others, within narrow limits.
#[derive(Default)]
pub struct GoalFilter {
    known: FxHashMap<Expr, bool>,
}

impl GoalFilter {
    /// Whether a step may ask for more than the goal it is applied to: only then can it lead from a true goal to a false one.
    #[must_use]
    pub fn is_risky(action: &Action) -> bool {
        match action {
            Action::Left | Action::Right | Action::Exfalso | Action::Exists(_) | Action::Generalize(_) => {
                true
            }
            // `apply` and `induction … generalizing` are too many: the tests took five times the time of the search, and
            // hardly any goal was false.
            _ => false,
        }
    }

    /// Whether the closed statement of a goal is false; the kernel confirmed it then.
    pub fn is_false(&mut self, m: &mut Meta, statement: Expr) -> bool {
        if let Some(known) = self.known.get(&statement) {
            return *known;
        }
        const LIMITS: Limits = Limits { fuel: 8_000, steps: 2_000, deadline: None, rounds: 2, seed: 1 };
        let found = matches!(refute(m, statement, &LIMITS, None), Ok(Some(_)));
        self.known.insert(statement, found);
        found
    }
}
