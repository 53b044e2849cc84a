//! What is learned from: a goal, its candidates, and what became of them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use turnstile_policy::sketch::{ActionSketch, GoalSketch};

/// What became of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// It begins the shortest proof that is known.
    Right,
    /// It begins a longer proof.
    Works,
    /// It did not apply.
    Failed,
    /// It applied, and no proof came of it.
    Abandoned,
    /// It was not tried, or was cut short.
    Unknown,
}

/// Where a sample is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A search over actions, where the policy acts.
    Search,
    /// A proof of the waterfall or of lemma discovery, walked through once more.
    Waterfall,
}

/// A goal with its candidates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// Where it is from.
    pub source: Source,
    /// The goal.
    pub goal: GoalSketch,
    /// The candidates, in the order of the hand-made policy.
    pub actions: Vec<ActionSketch>,
    /// Logarithms of their hand-made probabilities.
    pub priors: Vec<f32>,
    /// What became of them.
    pub fates: Vec<Fate>,
    /// Whether the goal was closed.
    pub solved: bool,
    /// Whether everything was tried on it in vain. What is neither was given up within the budget.
    pub exhausted: bool,
    /// Steps of its shortest proof; 0 without one.
    pub steps: u32,
}

impl Sample {
    /// The right candidates.
    pub fn right(&self) -> impl Iterator<Item = &ActionSketch> {
        self.actions.iter().zip(&self.fates).filter(|(_, f)| **f == Fate::Right).map(|(a, _)| a)
    }
}

/// A goal on the way that was closed: a theorem of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubGoal {
    /// Its statement; reading it gives the same term.
    pub statement: String,
    /// [`Canonical::statement`](super::Canonical) of it.
    pub canonical: String,
    /// Steps of its proof.
    pub steps: u32,
}

/// What was written down of one theorem.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recorded {
    /// Goals with their candidates.
    pub samples: Vec<Sample>,
    /// Closed goals on the way.
    pub sub_goals: Vec<SubGoal>,
}

/// Collects what searches did, by theorem; shared by all threads.
#[derive(Debug, Default)]
pub struct Recorder(Mutex<BTreeMap<String, Recorded>>);

impl Recorder {
    /// Adds to what is known of a theorem.
    pub fn add(&self, theorem: &str, more: Recorded) {
        let mut map = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = map.entry(theorem.to_owned()).or_default();
        known.samples.extend(more.samples);
        known.sub_goals.extend(more.sub_goals);
    }

    /// Takes what is known of a theorem.
    #[must_use]
    pub fn take(&self, theorem: &str) -> Recorded {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(theorem).unwrap_or_default()
    }
}
