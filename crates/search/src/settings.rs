//! Settings are data: a file can name them, a report prints them.

use serde::{Deserialize, Serialize};

/// Everything that shapes a search, with values that work.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Start of the random numbers; only used where `scoring.noise` is above zero.
    pub seed: u64,
    /// How the next goal is chosen.
    pub strategy: Strategy,
    /// What the graph identifies.
    pub shape: Shape,
    /// When to stop.
    pub budgets: Budgets,
    /// What to look at first.
    pub scoring: Scoring,
    /// How much of a goal to look at in one go.
    pub widening: Widening,
    /// For `strategy = "puct"`.
    pub puct: Puct,
    /// Runs that follow each other until one finds a proof, each within its share of the budgets; none is a single run.
    pub portfolio: Vec<Run>,
}

/// How the next goal is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// Always the goal of the lowest rank: see [`Scoring`].
    #[default]
    BestFirst,
    /// Monte-Carlo tree search: see [`Puct`].
    Puct,
}

/// What the graph identifies. Both are there to be measured; without them a search does the same work many times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Shape {
    /// Goals with equal keys are one node.
    pub merge: bool,
    /// The goals that a step leaves are worked on independently. Without this, a node is the list of all open goals, as in
    /// a plain tactic state.
    pub and_or: bool,
}

impl Default for Shape {
    fn default() -> Self {
        Shape { merge: true, and_or: true }
    }
}

/// Monte-Carlo tree search on the graph. From the root one goes down, at a goal by the step with the largest
///
/// `Q + exploration * prior * sqrt(visits of the goal) / (1 + visits of the step) + novelty`
///
/// (PUCT: Silver et al., *Mastering the game of Go without human knowledge*, Nature 2017), at a step to its hardest child,
/// until a goal is due to be widened: one that was expanded fewer than `widening_factor * visits ^ widening_exponent` times
/// (progressive widening: Coulom, *Computing Elo ratings of move patterns*, 2007). A step is worth what its worst child is
/// worth, times `discount`; a goal is worth the mean of what was seen below it, and `exp(-steepness * estimate)` before that.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Puct {
    /// Weight of the prior against what was seen.
    pub exploration: f64,
    /// How often a goal is expanded at one visit.
    pub widening_factor: f64,
    /// How fast that grows with the visits; between zero and one.
    pub widening_exponent: f64,
    /// How fast the value of a goal falls with its estimated cost.
    pub steepness: f64,
    /// Factor for each step, so that short proofs are preferred.
    pub discount: f64,
    /// Goals chosen before any of them is expanded. A goal on the way to one that was chosen counts as visited without success
    /// meanwhile (virtual loss: Chaslot et al., *Parallel Monte-Carlo tree search*, 2008), so the choices differ.
    pub leaves: usize,
    /// How many visits without success that counts for.
    pub virtual_loss: u64,
}

impl Default for Puct {
    fn default() -> Self {
        Puct {
            exploration: 1.5,
            widening_factor: 0.15,
            widening_exponent: 0.5,
            steepness: 0.5,
            discount: 0.8,
            leaves: 1,
            virtual_loss: 1,
        }
    }
}

/// A run of a portfolio: what it does differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Run {
    /// Share of the budgets; the shares are divided by their sum.
    pub share: f64,
    /// How the next goal is chosen.
    pub strategy: Option<Strategy>,
    /// In the place of `scoring.noise`.
    pub noise: Option<f64>,
    /// In the place of `scoring.novelty_weight`.
    pub novelty_weight: Option<f64>,
    /// In the place of `scoring.length_exponent`.
    pub length_exponent: Option<f64>,
    /// How many of the best candidates are left out where the first choice is to be made: another opening.
    pub skip_openings: usize,
}

impl Default for Run {
    fn default() -> Self {
        Run {
            share: 1.0,
            strategy: None,
            noise: None,
            novelty_weight: None,
            length_exponent: None,
            skip_openings: 0,
        }
    }
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
