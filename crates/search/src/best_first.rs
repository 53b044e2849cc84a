//! Best-first search: always the goal of the lowest rank next, its best few candidates at a time.
//!
//! Only goals that can still help are worked on. A goal that is *not needed* when its turn comes (its parents were solved
//! by other means, or a harder sibling comes first) is parked, and comes back when a focus moves to it or above it.

use crate::backend::{Backend, CancelFlag};
use crate::engine::Engine;
use crate::graph::{Goal, GoalId, GoalStatus, Graph};
use crate::proof::Proof;
use crate::report::{Observer, Report, StopReason};
use crate::settings::Settings;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// What a search brings back.
#[derive(Clone, Debug)]
pub struct Found<S, A, K> {
    /// The smallest proof in the graph, if the root is solved.
    pub proof: Option<Proof<A>>,
    /// The account.
    pub report: Report,
    /// Everything that was seen; solved goals besides the root are there too.
    pub graph: Graph<S, A, K>,
}

/// Looks for a proof of `root`.
pub fn best_first<B: Backend>(
    backend: &mut B,
    root: B::State,
    settings: &Settings,
    cancel: &CancelFlag,
    observer: &mut dyn Observer,
) -> Found<B::State, B::Action, B::Key> {
    let mut search = BestFirst {
        engine: Engine::new(backend, root, settings, cancel),
        queue: BinaryHeap::new(),
        places: Vec::new(),
        pushed: 0,
        parked: false,
    };
    let stop = search.run(observer);
    search.finish(stop)
}

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

struct BestFirst<'a, B: Backend> {
    engine: Engine<'a, B>,
    queue: BinaryHeap<Turn>,
    /// For each goal, the number of its valid turn, zero for none; other turns of the goal are out of date.
    places: Vec<u64>,
    pushed: u64,
    /// Whether any goal was ever parked.
    parked: bool,
}

impl<B: Backend> BestFirst<'_, B> {
    fn run(&mut self, observer: &mut dyn Observer) -> StopReason {
        self.push(GoalId::ROOT);
        loop {
            if self.engine.graph.goal(GoalId::ROOT).status == GoalStatus::Solved {
                return StopReason::Solved;
            }
            let Some(goal) = self.pop() else { return self.verdict() };
            let ended = self.engine.expand(goal);
            if let Err(stop) = ended {
                return stop;
            }
            self.refill(goal);
            observer.expanded(self.engine.counts());
        }
    }

    /// The next goal worth working on.
    fn pop(&mut self) -> Option<GoalId> {
        while let Some(turn) = self.queue.pop() {
            if self.places[turn.goal.index()] != turn.number {
                continue;
            }
            self.places[turn.goal.index()] = 0;
            let graph = &mut self.engine.graph;
            if !graph.goal(turn.goal).has_work() {
                continue;
            }
            if graph.goal(turn.goal).depth >= self.engine.settings.budgets.depth {
                self.engine.counts.too_deep += 1;
            } else if graph.is_needed(turn.goal) {
                return Some(turn.goal);
            } else {
                self.parked = true;
            }
        }
        None
    }

    /// Queues a goal anew after an expansion, and whatever the expansion made worth working on.
    fn refill(&mut self, expanded: GoalId) {
        self.push(expanded);
        for goal in self.engine.graph.take_improved() {
            self.push(goal);
        }
        for goal in self.engine.graph.take_focused() {
            if self.parked {
                for below in self.engine.graph.needed_below(goal) {
                    self.push_unless_queued(below);
                }
            } else {
                self.push_unless_queued(goal);
            }
        }
    }

    fn push_unless_queued(&mut self, goal: GoalId) {
        if self.places.get(goal.index()).is_none_or(|&place| place == 0) {
            self.push(goal);
        }
    }

    fn push(&mut self, goal: GoalId) {
        if !self.engine.graph.goal(goal).has_work() {
            return;
        }
        if self.places.len() <= goal.index() {
            self.places.resize(goal.index() + 1, 0);
        }
        self.pushed += 1;
        self.places[goal.index()] = self.pushed;
        self.queue.push(Turn { rank: self.rank(goal), number: self.pushed, goal });
    }

    /// See [`Scoring`](crate::Scoring).
    fn rank(&self, goal: GoalId) -> f64 {
        let scoring = &self.engine.settings.scoring;
        let goal = self.engine.graph.goal(goal);
        let next = goal.untried.front().map_or(0.0, |(cost, _)| *cost);
        let cost = goal.path_cost
            + next
            + scoring.estimate_weight * goal.estimate
            + scoring.revisit * f64::from(goal.expansions);
        cost / f64::from(goal.path_length + 1).powf(scoring.length_exponent)
            - scoring.novelty_weight * goal.novelty
    }

    /// Why nothing is left. If no needed goal was left undone, there is no proof: a smallest one would begin with an
    /// open step of the root, go on with one of its focus, and so on for ever.
    fn verdict(&mut self) -> StopReason {
        let needed = self.engine.graph.needed_below(GoalId::ROOT);
        let undone = |goal: &Goal<B::State, B::Action>| goal.has_work() || goal.gave_up;
        if needed.into_iter().any(|id| undone(self.engine.graph.goal(id))) {
            StopReason::Incomplete
        } else {
            StopReason::Exhausted
        }
    }

    fn finish(mut self, stop: StopReason) -> Found<B::State, B::Action, B::Key> {
        let counts = *self.engine.counts();
        let Engine { backend, graph, settings, started, interrupt, .. } = self.engine;
        let proof = Proof::extract(&graph, backend, &interrupt);
        let report = Report {
            stop,
            counts,
            seconds: turnstile_clock::now().saturating_duration_since(started).as_secs_f64(),
            proof_size: proof.as_ref().map(Proof::tree_size),
            settings: settings.clone(),
        };
        Found { proof, report, graph }
    }
}
