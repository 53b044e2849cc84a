//! Samples from a proof that was not searched for: it is walked through once more, and shortened where one step does.

use super::sample::{Fate, Recorded, Sample, Source};
use crate::backend::open_goals;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{MVarId, with_stack};
use turnstile_policy::Policy;
use turnstile_policy::sketch::{ActionSketch, Sketcher};
use turnstile_tactic::action::{Action, Plan, TextMode};

/// Goals of one proof that are written down at most.
const MAX_SAMPLES: usize = 64;
/// Reduction steps of one candidate.
const FUEL: u64 = 400_000;

/// The samples of `plan`, a proof of `goal`. `m` is put back as it was.
pub fn from_plan(m: &mut Meta, policy: &mut dyn Policy, goal: MVarId, plan: &Plan) -> Recorded {
    let s = m.save();
    let mut walk = Walk { m, policy, sketcher: Sketcher::default(), out: vec![] };
    // Where the walk fails, what it saw until then is still true: the steps are those of the proof.
    let _ = walk.visit(&[goal], plan);
    let samples = walk.out;
    m.restore(&s);
    Recorded { samples, sub_goals: vec![] }
}

struct Walk<'a> {
    m: &'a mut Meta,
    policy: &'a mut dyn Policy,
    sketcher: Sketcher,
    out: Vec<Sample>,
}

impl Walk<'_> {
    /// Walks through the proof of the first of `goals`, and of the others where they share holes; its length.
    fn visit(&mut self, goals: &[MVarId], plan: &Plan) -> Result<u32> {
        let Some((first, rest)) = goals.split_first() else { return Ok(0) };
        self.m.budget.fuel = FUEL;
        self.m.budget.deadline = None;
        let sample = if self.out.len() < MAX_SAMPLES { self.sample(*first)? } else { None };
        let place = sample.as_ref().map(|_| self.out.len());
        let list = match sample {
            Some((sample, actions)) => {
                self.out.push(sample);
                actions
            }
            None => vec![],
        };
        // One step that closes the goal is a better proof than several.
        let (action, size) = match self.closing(*first, rest, plan, &list) {
            Some(action) => (action, 1),
            None => {
                self.m.budget.fuel = 10 * FUEL;
                let applied = plan.action.apply(self.m, *first, TextMode::None)?;
                let open = open_goals(self.m, *first, applied.goals, rest);
                let mut size = 1;
                match plan.children.as_slice() {
                    [] => {}
                    [one] => size += with_stack(|| self.visit(&open, one))?,
                    many => {
                        for (g, child) in open.iter().zip(many) {
                            size += with_stack(|| self.visit(&[*g], child))?;
                        }
                    }
                }
                (plan.action.clone(), size)
            }
        };
        if let Some(sample) = place.and_then(|at| self.out.get_mut(at)) {
            (sample.solved, sample.steps) = (true, size);
            if let Some(at) = list.iter().position(|a| *a == action)
                && let Some(fate) = sample.fates.get_mut(at)
            {
                *fate = Fate::Right;
            }
        }
        Ok(size)
    }

    fn sample(&mut self, goal: MVarId) -> Result<Option<(Sample, Vec<Action>)>> {
        let ranked = self.policy.candidates(self.m, goal)?;
        if ranked.is_empty() {
            return Ok(None);
        }
        let sketch = self.sketcher.goal(self.m, goal)?;
        let n = sketch.hyps.len();
        let actions: Vec<ActionSketch> =
            ranked.iter().map(|r| self.sketcher.action(self.m, &r.action, n)).collect();
        let sample = Sample {
            source: Source::Waterfall,
            goal: sketch,
            fates: vec![Fate::Unknown; actions.len()],
            actions,
            priors: ranked.iter().map(|r| r.log_prob as f32).collect(),
            solved: false,
            exhausted: false,
            steps: 0,
        };
        Ok(Some((sample, ranked.into_iter().map(|r| r.action).collect())))
    }

    /// A candidate that closes the goal where the proof needs several steps.
    fn closing(&mut self, goal: MVarId, rest: &[MVarId], plan: &Plan, list: &[Action]) -> Option<Action> {
        const TRIALS: usize = 4;
        if plan.children.is_empty() || !rest.is_empty() {
            return None;
        }
        let closers = list.iter().filter(|a| is_closer(a)).take(TRIALS);
        for action in closers {
            let s = self.m.save();
            self.m.budget.fuel = FUEL;
            let closed = action
                .apply(self.m, goal, TextMode::None)
                .is_ok_and(|applied| open_goals(self.m, goal, applied.goals, rest).is_empty());
            self.m.restore(&s);
            if closed {
                return Some(action.clone());
            }
        }
        None
    }
}

/// Whether a step is meant to close a goal, and is cheap.
fn is_closer(a: &Action) -> bool {
    matches!(
        a,
        Action::Rfl
            | Action::Assumption
            | Action::Contradiction
            | Action::Omega
            | Action::Ring
            | Action::Simp(_)
    )
}
