//! The queue of best-first search: the goals worth working on, by rank.

use crate::graph::{Choice, Goal, GoalId, Graph};
use crate::settings::Settings;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::hash::Hash;

/// A goal's turn. Smaller rank first, then first come, first served.
#[derive(Clone, Copy, Debug)]
struct Turn {
    rank: f64,
    number: u64,
    goal: GoalId,
}

impl Ord for Turn {
    fn cmp(&self, other: &Self) -> Ordering {
        other.rank.total_cmp(&self.rank).then(other.number.cmp(&self.number))
    }
}

impl PartialOrd for Turn {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Turn {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Turn {}

/// The goals that wait for their turn.
#[derive(Debug, Default)]
pub(crate) struct Frontier {
    queue: BinaryHeap<Turn>,
    /// For each goal, the number of its valid turn, zero for none; other turns of the goal are out of date.
    places: Vec<u64>,
    pushed: u64,
    /// Whether any goal was ever parked.
    parked: bool,
    /// Goals not expanded because they lay too deep.
    pub(crate) too_deep: u64,
}

impl Frontier {
    /// The next goal worth working on, and why.
    pub(crate) fn pop<S, A, K: Eq + Hash>(
        &mut self,
        graph: &mut Graph<S, A, K>,
        settings: &Settings,
    ) -> Option<GoalId> {
        while let Some(turn) = self.queue.pop() {
            if self.places[turn.goal.index()] != turn.number {
                continue;
            }
            self.places[turn.goal.index()] = 0;
            let goal = graph.goal(turn.goal);
            if !goal.has_work() {
                continue;
            }
            if goal.depth >= settings.budgets.depth {
                self.too_deep += 1;
            } else if graph.is_needed(turn.goal) {
                return Some(turn.goal);
            } else {
                self.parked = true;
            }
        }
        None
    }

    /// Queues a goal anew after an expansion, and whatever the expansion made worth working on.
    pub(crate) fn refill<S, A, K: Eq + Hash>(
        &mut self,
        graph: &mut Graph<S, A, K>,
        settings: &Settings,
        expanded: GoalId,
    ) {
        self.push(graph, settings, expanded);
        for goal in graph.take_improved() {
            self.push(graph, settings, goal);
        }
        for goal in graph.take_focused() {
            if self.parked {
                for below in graph.needed_below(goal) {
                    self.push_unless_queued(graph, settings, below);
                }
            } else {
                self.push_unless_queued(graph, settings, goal);
            }
        }
    }

    fn push_unless_queued<S, A, K: Eq + Hash>(
        &mut self,
        graph: &Graph<S, A, K>,
        settings: &Settings,
        goal: GoalId,
    ) {
        if self.places.get(goal.index()).is_none_or(|&place| place == 0) {
            self.push(graph, settings, goal);
        }
    }

    pub(crate) fn push<S, A, K: Eq + Hash>(
        &mut self,
        graph: &Graph<S, A, K>,
        settings: &Settings,
        goal: GoalId,
    ) {
        if !graph.goal(goal).has_work() {
            return;
        }
        if self.places.len() <= goal.index() {
            self.places.resize(goal.index() + 1, 0);
        }
        self.pushed += 1;
        self.places[goal.index()] = self.pushed;
        let rank = rank(graph.goal(goal), settings);
        self.queue.push(Turn { rank, number: self.pushed, goal });
    }
}

/// See [`Scoring`](crate::Scoring).
pub(crate) fn rank<S, A>(goal: &Goal<S, A>, settings: &Settings) -> f64 {
    let scoring = &settings.scoring;
    let cost = goal.path_cost
        + next_cost(goal)
        + scoring.estimate_weight * goal.estimate
        + scoring.revisit * f64::from(goal.expansions);
    cost / f64::from(goal.path_length + 1).powf(scoring.length_exponent)
        - scoring.novelty_weight * goal.novelty
}

fn next_cost<S, A>(goal: &Goal<S, A>) -> f64 {
    goal.untried.front().map_or(0.0, |(cost, _)| *cost)
}

/// Why the goal is expanded now.
pub(crate) fn reason<S, A>(goal: &Goal<S, A>, settings: &Settings, turn: u64) -> Choice {
    Choice::Rank {
        turn,
        rank: rank(goal, settings),
        path: goal.path_cost,
        next: next_cost(goal),
        estimate: goal.estimate,
    }
}
