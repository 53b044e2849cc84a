//! Settings are data: a file can name them, a report prints them.

use serde::{Deserialize, Serialize};

/// Everything that shapes a search, with values that work.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Start of the random numbers; only used where `scoring.noise` is above zero.
    pub seed: u64,
    /// When to stop.
    pub budgets: Budgets,
    /// What to look at first.
    pub scoring: Scoring,
    /// How much of a goal to look at in one go.
    pub widening: Widening,
}

/// Limits. A search never exceeds one of them; `None` is no limit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Budgets {
    /// Number of times a goal is taken from the queue and its next candidates are tried.
    pub expansions: Option<u64>,
    /// Number of actions tried.
    pub applications: Option<u64>,
    /// Wall-clock seconds.
    pub seconds: Option<f64>,
    /// Goals and steps in the graph together: the cap on memory.
    pub nodes: Option<usize>,
    /// Goals this many steps below the root are not expanded.
    pub depth: u32,
}

impl Default for Budgets {
    fn default() -> Self {
        Budgets { expansions: None, applications: None, seconds: None, nodes: Some(1_000_000), depth: 64 }
    }
}

/// The order of the queue. The rank of a goal (small is first) is
///
/// `(path + next + estimate_weight * estimate + revisit * expansions) / (1 + length) ^ length_exponent - novelty_weight * novelty`
///
/// with all costs in nats: `path` the cost of the cheapest chain of `length` steps from the root, `next` the cost of the
/// goal's best untried candidate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scoring {
    /// Zero: total cost decides; one: mean cost per step does.
    pub length_exponent: f64,
    /// Cost of every step beside its `-log_prob`, so that long chains of sure steps are not free.
    pub step_cost: f64,
    /// Weight of the back end's estimate of what is left to do.
    pub estimate_weight: f64,
    /// Cost of coming back to a goal, per earlier visit.
    pub revisit: f64,
    /// Weight of the share of features never seen before.
    pub novelty_weight: f64,
    /// Scale of the seeded Gumbel noise on candidates' costs, which makes restarts differ; zero is none.
    pub noise: f64,
}

impl Default for Scoring {
    fn default() -> Self {
        Scoring {
            length_exponent: 0.5,
            step_cost: 0.1,
            estimate_weight: 1.0,
            revisit: 0.5,
            novelty_weight: 0.0,
            noise: 0.0,
        }
    }
}

/// Progressive widening: an expansion tries the best few candidates, and the goal goes back into the queue with the rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Widening {
    /// An expansion ends after this many actions that applied…
    pub successes: usize,
    /// …or this many that were tried…
    pub attempts: usize,
    /// …or when the next candidate costs this many nats more than the first of the expansion.
    pub gap: f64,
}

impl Default for Widening {
    fn default() -> Self {
        Widening { successes: 4, attempts: 32, gap: 3.0 }
    }
}
