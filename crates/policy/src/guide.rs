//! What was learned, put over the hand-made candidates: a [`Guide`] gives them other probabilities.

use crate::candidates::{Policy, Ranked};
use crate::sketch::{ActionSketch, GoalSketch, Sketcher};
use rustc_hash::FxHashMap;
use std::fmt::Debug;
use std::sync::Arc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::MVarId;
use turnstile_tactic::action::Action;

/// What is expected of a goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    /// Probability that it is closed within the budget of the searches that were learned from.
    pub probability: f64,
    /// Expected number of steps.
    pub steps: f64,
}

/// Something that learned from proofs. Shared by all threads.
pub trait Guide: Debug + Send + Sync {
    /// Logarithms of the probabilities of `actions` on `goal`, where `priors` were those of the hand-made policy; all
    /// are at most 0. `None` where nothing is known.
    fn rank(&self, goal: &GoalSketch, actions: &[ActionSketch], priors: &[f64]) -> Option<Vec<f64>>;

    /// What is expected of `goal`, where that is known.
    fn outlook(&self, _goal: &GoalSketch) -> Option<Outlook> {
        None
    }
}

/// The hand-made candidates with other probabilities, in the same order.
pub struct Guided<'a> {
    inner: &'a mut dyn Policy,
    guide: Arc<dyn Guide>,
    sketcher: Sketcher,
    /// Hand-made probabilities of the last list.
    priors: FxHashMap<Action, f64>,
}

impl<'a> Guided<'a> {
    /// Candidates of `inner`, ranked by `guide`.
    pub fn new(inner: &'a mut dyn Policy, guide: Arc<dyn Guide>) -> Self {
        Guided { inner, guide, sketcher: Sketcher::default(), priors: FxHashMap::default() }
    }
}

impl Policy for Guided<'_> {
    fn candidates(&mut self, m: &mut Meta, g: MVarId) -> Result<Vec<Ranked>> {
        let mut list = self.inner.candidates(m, g)?;
        self.priors.clear();
        if list.len() < 2 {
            return Ok(list);
        }
        let goal = self.sketcher.goal(m, g)?;
        let n = goal.hyps.len();
        let actions: Vec<ActionSketch> = list.iter().map(|r| self.sketcher.action(m, &r.action, n)).collect();
        let priors: Vec<f64> = list.iter().map(|r| r.log_prob).collect();
        if let Some(scores) = self.guide.rank(&goal, &actions, &priors)
            && scores.len() == list.len()
            && scores.iter().all(|s| s.is_finite())
        {
            self.priors.extend(list.iter().map(|r| (r.action.clone(), r.log_prob)));
            // The order stays: what is written down names candidates by their places.
            for (r, score) in list.iter_mut().zip(scores) {
                r.log_prob = score.min(0.0);
            }
        }
        Ok(list)
    }

    fn prior(&self, action: &Action) -> Option<f64> {
        self.priors.get(action).copied()
    }

    fn estimate(&mut self, m: &mut Meta, g: MVarId) -> f64 {
        self.inner.estimate(m, g)
    }
}

/// Several guides: the mean of what they say, in probabilities.
#[derive(Debug)]
pub struct Mix(pub Vec<Arc<dyn Guide>>);

impl Guide for Mix {
    fn rank(&self, goal: &GoalSketch, actions: &[ActionSketch], priors: &[f64]) -> Option<Vec<f64>> {
        let lists: Vec<Vec<f64>> = self.0.iter().filter_map(|g| g.rank(goal, actions, priors)).collect();
        let count = lists.len() as f64;
        if lists.is_empty() {
            return None;
        }
        let mean = |i: usize| lists.iter().filter_map(|l| l.get(i)).map(|s| s.exp()).sum::<f64>() / count;
        Some((0..actions.len()).map(|i| mean(i).max(1e-12).ln().min(0.0)).collect())
    }

    fn outlook(&self, goal: &GoalSketch) -> Option<Outlook> {
        self.0.iter().find_map(|g| g.outlook(goal))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Fixed(Option<Vec<f64>>);

    impl Guide for Fixed {
        fn rank(&self, _: &GoalSketch, _: &[ActionSketch], _: &[f64]) -> Option<Vec<f64>> {
            self.0.clone().map(|l| l.into_iter().map(f64::ln).collect())
        }
    }

    #[test]
    fn a_mix_is_the_mean_of_those_who_know() {
        let actions = vec![ActionSketch { template: "Rfl".to_owned(), args: vec![] }; 2];
        let goal = GoalSketch::default();
        let fixed = |l: Option<Vec<f64>>| -> Arc<dyn Guide> { Arc::new(Fixed(l)) };
        let mix = Mix(vec![fixed(Some(vec![0.2, 0.8])), fixed(None), fixed(Some(vec![0.6, 0.4]))]);
        let got = mix.rank(&goal, &actions, &[-1.0, -1.0]).expect("two know");
        assert!((got[0].exp() - 0.4).abs() < 1e-9 && (got[1].exp() - 0.6).abs() < 1e-9, "{got:?}");
        assert_eq!(Mix(vec![fixed(None)]).rank(&goal, &actions, &[-1.0, -1.0]), None);
    }
}
