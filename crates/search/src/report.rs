//! What a search did and why it stopped.

use crate::settings::Settings;
use serde::{Deserialize, Serialize};

/// Why a search stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// The root goal has a proof.
    Solved,
    /// Everything was tried: with the back end's candidates there is no proof.
    Exhausted,
    /// Nothing is left to try, but some goals lay too deep or some actions were given up on.
    Incomplete,
    /// A budget was used up.
    Budget(Budget),
    /// Someone raised the cancel flag.
    Cancelled,
}

/// The budget that ended a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Budget {
    /// `budgets.expansions`.
    Expansions,
    /// `budgets.applications`.
    Applications,
    /// `budgets.seconds`.
    Seconds,
    /// `budgets.nodes`.
    Nodes,
}

/// Counters; the same for every run with the same settings, back end and root.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Goals taken from the queue and worked on.
    pub expansions: u64,
    /// Actions tried.
    pub applications: u64,
    /// Actions that did not apply.
    pub failed: u64,
    /// Actions that were cut short.
    pub gave_up: u64,
    /// OR nodes.
    pub goals: u64,
    /// AND nodes.
    pub steps: u64,
    /// Goals with a proof.
    pub solved: u64,
    /// Goals without one.
    pub exhausted: u64,
    /// Children that were in the graph already.
    pub transpositions: u64,
    /// Steps left out because a child was the goal itself.
    pub loops: u64,
    /// Steps left out because another step of the goal asks for less.
    pub dominated: u64,
    /// Steps left out because a child has no proof.
    pub hopeless: u64,
    /// Goals not expanded because they lay too deep.
    pub too_deep: u64,
    /// Depth of the deepest goal.
    pub depth: u32,
}

impl Counts {
    /// The sums; of depths the larger one.
    #[must_use]
    pub fn plus(&self, other: &Counts) -> Counts {
        Counts {
            expansions: self.expansions + other.expansions,
            applications: self.applications + other.applications,
            failed: self.failed + other.failed,
            gave_up: self.gave_up + other.gave_up,
            goals: self.goals + other.goals,
            steps: self.steps + other.steps,
            solved: self.solved + other.solved,
            exhausted: self.exhausted + other.exhausted,
            transpositions: self.transpositions + other.transpositions,
            loops: self.loops + other.loops,
            dominated: self.dominated + other.dominated,
            hopeless: self.hopeless + other.hopeless,
            too_deep: self.too_deep + other.too_deep,
            depth: self.depth.max(other.depth),
        }
    }
}

/// The account of a finished search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Why it stopped.
    pub stop: StopReason,
    /// Counters.
    pub counts: Counts,
    /// Wall-clock seconds.
    pub seconds: f64,
    /// Number of steps of the proof, written out as a tree.
    pub proof_size: Option<u64>,
    /// What it was asked to do.
    pub settings: Settings,
}

impl Report {
    /// The account of a search that had no time to do anything.
    pub(crate) fn nothing(settings: &Settings) -> Report {
        Report {
            stop: StopReason::Budget(Budget::Seconds),
            counts: Counts::default(),
            seconds: 0.0,
            proof_size: None,
            settings: settings.clone(),
        }
    }
}

/// Looks on while a search runs. `()` looks away.
pub trait Observer {
    /// After each expansion.
    fn expanded(&mut self, _counts: &Counts) {}
}

impl Observer for () {}

impl<F: FnMut(&Counts)> Observer for F {
    fn expanded(&mut self, counts: &Counts) {
        self(counts);
    }
}
