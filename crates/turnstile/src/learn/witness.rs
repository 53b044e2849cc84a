//! A back end that writes down what a search asks and what comes of it, as samples.

use super::canonical::canonical;
use super::sample::{Fate, Recorded, Sample, Source, SubGoal};
use crate::backend::{LeanBackend, ProofState, StateKey};
use rustc_hash::FxHashMap;
use turnstile_policy::sketch::{ActionSketch, GoalSketch, Sketcher};
use turnstile_search::{Backend, Candidates, Interrupt, Outcome};
use turnstile_tactic::action::Action;

/// Goals that are written down of one search at most: all that are solved, and then those without a proof.
const MAX_SAMPLES: usize = 96;
/// Closed goals on the way that are kept as theorems.
const MAX_SUB_GOALS: usize = 6;

/// What is known of a goal that was worked on.
struct Seen {
    goal: GoalSketch,
    statement: Option<turnstile_kernel::Expr>,
    actions: Vec<Action>,
    sketches: Vec<ActionSketch>,
    priors: Vec<f32>,
    /// What was tried: the place of the action, and the states it left; `None` where it failed.
    tried: Vec<(u32, Option<Vec<u32>>)>,
}

/// A back end that watches another.
pub struct Witness<'b, 'm> {
    inner: &'b mut LeanBackend<'m>,
    sketcher: Sketcher,
    numbers: FxHashMap<StateKey, u32>,
    seen: FxHashMap<u32, Seen>,
}

impl<'b, 'm> Witness<'b, 'm> {
    /// Watches `inner`.
    pub fn new(inner: &'b mut LeanBackend<'m>) -> Self {
        Witness {
            inner,
            sketcher: Sketcher::default(),
            numbers: FxHashMap::default(),
            seen: FxHashMap::default(),
        }
    }

    fn number(&mut self, key: &StateKey) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(key.clone()).or_insert(next)
    }

    fn write_down(&mut self, number: u32, state: &ProofState, list: &Candidates<Action>) -> Option<()> {
        let goal = state.goals.first()?;
        let m = &mut *self.inner.m;
        m.mctx = state.mctx.clone();
        let sketch = self.sketcher.goal(m, *goal).ok()?;
        let n = sketch.hyps.len();
        let sketches = list.list.iter().map(|c| self.sketcher.action(m, &c.action, n)).collect();
        let policy = &*self.inner.policy;
        let prior =
            |c: &turnstile_search::Candidate<Action>| policy.prior(&c.action).unwrap_or(c.log_prob) as f32;
        let priors = list.list.iter().map(prior).collect();
        let seen = Seen {
            goal: sketch,
            // Goals that share holes are no theorems.
            statement: match state.statements() {
                [(statement, _)] => Some(*statement),
                _ => None,
            },
            actions: list.list.iter().map(|c| c.action.clone()).collect(),
            sketches,
            priors,
            tried: vec![],
        };
        self.seen.insert(number, seen);
        Some(())
    }

    /// For each solved goal the number of steps of its shortest proof.
    fn sizes(&self) -> FxHashMap<u32, u32> {
        let mut sizes: FxHashMap<u32, u32> = FxHashMap::default();
        // As in Bellman and Ford's shortest paths: sizes only shrink, and settle after as many rounds as proofs are deep.
        for _ in 0..self.seen.len().min(200) + 1 {
            let mut changed = false;
            for (number, seen) in &self.seen {
                for (_, children) in &seen.tried {
                    let Some(size) = children.as_ref().and_then(|c| size_of(c, &sizes)) else { continue };
                    let old = sizes.get(number).copied().unwrap_or(u32::MAX);
                    if size < old {
                        sizes.insert(*number, size);
                        changed = true;
                    }
                }
            }
            if !changed {
                break;
            }
        }
        sizes
    }

    /// What was seen. `exhausted` says that the search tried everything.
    pub fn into_recorded(self, exhausted: bool) -> Recorded {
        let sizes = self.sizes();
        let mut numbers: Vec<u32> = self.seen.keys().copied().collect();
        // Solved goals first, then in the order they came up.
        numbers.sort_by_key(|n| (!sizes.contains_key(n), *n));
        let mut out = Recorded::default();
        for number in numbers {
            let Some(seen) = self.seen.get(&number) else { continue };
            let own = sizes.get(&number).copied();
            if own.is_some_and(|s| s > 1) && number != 0 && out.sub_goals.len() < MAX_SUB_GOALS {
                out.sub_goals.extend(sub_goal(self.inner, seen, own.unwrap_or(0)));
            }
            if out.samples.len() >= MAX_SAMPLES || (own.is_none() && seen.tried.is_empty()) {
                continue;
            }
            let mut fates = vec![Fate::Unknown; seen.actions.len()];
            for (place, children) in &seen.tried {
                let Some(fate) = fates.get_mut(*place as usize) else { continue };
                *fate = match children.as_ref().map(|c| size_of(c, &sizes)) {
                    None => Fate::Failed,
                    Some(None) => Fate::Abandoned,
                    Some(size) if size == own => Fate::Right,
                    Some(_) => Fate::Works,
                };
            }
            out.samples.push(Sample {
                source: Source::Search,
                goal: seen.goal.clone(),
                actions: seen.sketches.clone(),
                priors: seen.priors.clone(),
                fates,
                solved: own.is_some(),
                exhausted: exhausted && own.is_none(),
                steps: own.unwrap_or(0),
            });
        }
        out
    }
}

/// The size of a step that leaves these states, if all of them are solved.
fn size_of(children: &[u32], sizes: &FxHashMap<u32, u32>) -> Option<u32> {
    children.iter().try_fold(1u32, |sum, c| Some(sum.saturating_add(*sizes.get(c)?)))
}

/// The goal as a theorem, if its statement can be read back.
fn sub_goal(backend: &mut LeanBackend<'_>, seen: &Seen, steps: u32) -> Option<SubGoal> {
    let m = &mut *backend.m;
    let statement = seen.statement.filter(|s| !m.st.has_mvar(*s) && !m.st.has_fvar(*s))?;
    m.budget.fuel = 200_000;
    m.budget.deadline = None;
    let text = crate::discovery::print(m, statement)?;
    let canonical = canonical(&m.st, &m.env, statement).statement;
    Some(SubGoal { statement: text, canonical, steps })
}

impl Backend for Witness<'_, '_> {
    type State = ProofState;
    type Action = Action;
    type Key = StateKey;

    fn key(&self, state: &ProofState) -> StateKey {
        self.inner.key(state)
    }

    fn candidates(&mut self, state: &ProofState, given: usize, interrupt: &Interrupt) -> Candidates<Action> {
        let list = self.inner.candidates(state, given, interrupt);
        let number = self.number(&self.inner.key(state));
        if given == 0 && !list.list.is_empty() && !self.seen.contains_key(&number) {
            // A goal that cannot be written down is only not learned from.
            let _ = self.write_down(number, state, &list);
        }
        list
    }

    fn apply(&mut self, state: &ProofState, action: &Action, interrupt: &Interrupt) -> Outcome<ProofState> {
        let outcome = self.inner.apply(state, action, interrupt);
        let number = self.number(&self.inner.key(state));
        let left = match &outcome {
            Outcome::GaveUp => return outcome,
            Outcome::Failed => None,
            Outcome::Children(children) => {
                let keys: Vec<StateKey> = children.iter().map(|c| self.inner.key(c)).collect();
                Some(keys.iter().map(|k| self.number(k)).collect())
            }
        };
        if let Some(seen) = self.seen.get_mut(&number)
            && let Some(place) = seen.actions.iter().position(|a| a == action)
        {
            seen.tried.push((place as u32, left));
        }
        outcome
    }

    fn estimate(&mut self, state: &ProofState) -> f64 {
        self.inner.estimate(state)
    }

    fn features(&self, state: &ProofState, features: &mut Vec<u64>) {
        self.inner.features(state, features);
    }

    fn show_state(&mut self, state: &ProofState) -> String {
        self.inner.show_state(state)
    }

    fn show_action(&mut self, state: &ProofState, action: &Action) -> String {
        self.inner.show_action(state, action)
    }

    fn restate(&mut self, action: &Action, from: &ProofState, to: &ProofState) -> Option<Action> {
        self.inner.restate(action, from, to)
    }
}
