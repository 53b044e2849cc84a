//! Monte-Carlo tree search on the AND-OR graph, with PUCT at goals and the worst child at steps.
//!
//! As in HyperTree proof search (Lample et al., NeurIPS 2022) a step is worth no more than its worst child, and what is
//! learnt at a goal counts wherever the goal is used. Differences: there is no learnt value, so a goal nobody looked into is
//! worth what the back end's estimate says; one way is followed at a time, always to the hardest child, since the others
//! are needed only if that one falls; and a step with a hopeless child is dead at once, whatever its other children are.

use crate::backend::Backend;
use crate::engine::{Engine, Found};
use crate::frontier::rank;
use crate::graph::{Choice, GoalId, GoalStatus, StepId, StepStatus};
use crate::report::{Observer, StopReason};

/// Descents in a row that may end nowhere before the queue's order decides instead.
const FRUITLESS: u32 = 16;

/// Looks for a proof in an engine that was not used before.
pub(crate) fn run<B: Backend>(
    engine: Engine<'_, B>,
    observer: &mut dyn Observer,
) -> Found<B::State, B::Action, B::Key> {
    let mut search = Search { engine, fruitless: 0 };
    let stop = loop {
        if let Err(stop) = search.round(observer) {
            break stop;
        }
    };
    search.engine.finish(stop)
}

/// A way down from the root.
struct Descent {
    /// Goals with the steps that were chosen there.
    path: Vec<(GoalId, StepId)>,
    /// The goal where it ended.
    end: GoalId,
    /// Whether that goal is to be expanded.
    leaf: bool,
}

struct Search<'a, B: Backend> {
    engine: Engine<'a, B>,
    fruitless: u32,
}

impl<B: Backend> Search<'_, B> {
    /// Chooses some goals, expands them, and passes on what that says about those above.
    fn round(&mut self, observer: &mut dyn Observer) -> Result<(), StopReason> {
        self.check_root()?;
        let leaves = self.engine.settings.puct.leaves.max(1);
        let mut descents = Vec::with_capacity(leaves);
        for _ in 0..leaves {
            let descent = self.descend();
            self.count_as_lost(&descent, true);
            descents.push(descent);
        }
        for descent in &descents {
            self.count_as_lost(descent, false);
        }
        for descent in &descents {
            self.check_root()?;
            // An earlier one of the round may have settled it.
            if descent.leaf && self.may_expand(descent.end) {
                self.fruitless = 0;
                self.expand(descent.end, descent.path.len() as u32)?;
                observer.expanded(self.engine.counts());
            } else {
                self.fruitless += 1;
            }
            self.back_up(descent);
        }
        if self.fruitless >= FRUITLESS {
            self.fruitless = 0;
            let Some(goal) = self.any_undone() else { return Err(self.engine.verdict()) };
            let depth = self.engine.graph.goal(goal).depth;
            self.expand(goal, depth)?;
            observer.expanded(self.engine.counts());
        }
        Ok(())
    }

    fn check_root(&mut self) -> Result<(), StopReason> {
        match self.engine.graph.goal(GoalId::ROOT).status {
            GoalStatus::Open => Ok(()),
            GoalStatus::Solved => Err(StopReason::Solved),
            GoalStatus::Exhausted => Err(self.engine.verdict()),
        }
    }

    fn expand(&mut self, goal: GoalId, depth: u32) -> Result<(), StopReason> {
        let turn = self.engine.counts.expansions + 1;
        let visits = self.engine.graph.goal(goal).visits.count;
        let choice = Choice::Descent { turn, value: self.value(goal), visits, depth };
        self.engine.graph.note_choice(goal, choice);
        self.engine.expand(goal)
    }

    fn may_expand(&self, goal: GoalId) -> bool {
        let node = self.engine.graph.goal(goal);
        node.has_work() && node.depth < self.engine.settings.budgets.depth
    }

    fn descend(&self) -> Descent {
        let puct = &self.engine.settings.puct;
        let graph = &self.engine.graph;
        let mut path: Vec<(GoalId, StepId)> = Vec::new();
        let mut here = GoalId::ROOT;
        loop {
            let goal = graph.goal(here);
            let may_expand = self.may_expand(here);
            let visits = (goal.visits.count + 1) as f64;
            let allowed = (puct.widening_factor * visits.powf(puct.widening_exponent)).ceil().max(1.0);
            if may_expand && f64::from(goal.expansions) < allowed {
                return Descent { path, end: here, leaf: true };
            }
            let Some((step, child)) = self.best_step(here, &path) else {
                return Descent { path, end: here, leaf: may_expand };
            };
            path.push((here, step));
            here = child;
        }
    }

    /// The step to follow, and its child to go to; none that leads back to where one came from.
    fn best_step(&self, here: GoalId, path: &[(GoalId, StepId)]) -> Option<(StepId, GoalId)> {
        let (puct, graph) = (&self.engine.settings.puct, &self.engine.graph);
        let goal = graph.goal(here);
        let open: Vec<StepId> =
            goal.steps.iter().copied().filter(|s| graph.step(*s).status == StepStatus::Open).collect();
        let mass: f64 = open.iter().map(|s| (-graph.step(*s).cost).exp()).sum();
        let root_of_visits = (goal.visits.count as f64).sqrt().max(1.0);
        let mut best: Option<(f64, StepId, GoalId)> = None;
        for id in open {
            let step = graph.step(id);
            let Some(child) = self.hardest_child(id) else { continue };
            if child == here || path.iter().any(|(above, _)| *above == child) {
                continue;
            }
            let quality = match step.visits.count {
                0 => self.worth(id),
                n => step.visits.total / n as f64,
            };
            let trust = 1.0 + step.visits.count as f64;
            let prior = (-step.cost).exp() / mass.max(f64::MIN_POSITIVE);
            let bonus = puct.exploration * prior * root_of_visits
                + self.engine.settings.scoring.novelty_weight * graph.goal(child).novelty;
            let score = quality + bonus / trust;
            if best.is_none_or(|(other, ..)| score > other) {
                best = Some((score, id, child));
            }
        }
        best.map(|(_, step, child)| (step, child))
    }

    /// The unsolved child of the least value; of those, the one with the largest estimate.
    fn hardest_child(&self, step: StepId) -> Option<GoalId> {
        let graph = &self.engine.graph;
        let open = graph.step(step).children.iter().map(|edge| edge.goal);
        let open = open.filter(|id| graph.goal(*id).status == GoalStatus::Open);
        open.min_by(|a, b| {
            let by_value = self.value(*a).total_cmp(&self.value(*b));
            by_value.then(graph.goal(*b).estimate.total_cmp(&graph.goal(*a).estimate)).then(a.cmp(b))
        })
    }

    /// What a goal is worth: between zero, no proof, and one, proved.
    fn value(&self, id: GoalId) -> f64 {
        let goal = self.engine.graph.goal(id);
        match (goal.status, goal.visits.count) {
            (GoalStatus::Solved, _) => 1.0,
            (GoalStatus::Exhausted, _) => 0.0,
            (GoalStatus::Open, 0) => (-self.engine.settings.puct.steepness * goal.estimate).exp(),
            (GoalStatus::Open, n) => goal.visits.total / n as f64,
        }
    }

    /// What a step is worth: its worst child, with a discount.
    fn worth(&self, id: StepId) -> f64 {
        let step = self.engine.graph.step(id);
        match step.status {
            StepStatus::Solved => 1.0,
            StepStatus::Dead => 0.0,
            StepStatus::Open => {
                let worst = step.children.iter().map(|edge| self.value(edge.goal)).fold(1.0, f64::min);
                worst * self.engine.settings.puct.discount
            }
        }
    }

    /// The goals on a way count as visited without success, or no longer.
    fn count_as_lost(&mut self, descent: &Descent, lost: bool) {
        let by = self.engine.settings.puct.virtual_loss;
        let change = |count: u64| if lost { count + by } else { count.saturating_sub(by) };
        let graph = &mut self.engine.graph;
        for (goal, step) in &descent.path {
            let visits = &mut graph.goal_mut(*goal).visits;
            visits.count = change(visits.count);
            let visits = graph.visits_of_step(*step);
            visits.count = change(visits.count);
        }
        let visits = &mut graph.goal_mut(descent.end).visits;
        visits.count = change(visits.count);
    }

    /// Passes the value of the end of a way on to all above it.
    fn back_up(&mut self, descent: &Descent) {
        let node = self.engine.graph.goal(descent.end);
        let seen = match node.status {
            GoalStatus::Solved => 1.0,
            GoalStatus::Exhausted => 0.0,
            // Where going down ended without anything to do, going there again is of no use.
            GoalStatus::Open if !descent.leaf => 0.0,
            GoalStatus::Open => {
                let steps = node.steps.iter().map(|step| self.worth(*step));
                steps.fold(0.0, f64::max)
            }
        };
        let mut visits = |id: GoalId, value: f64| {
            let visits = &mut self.engine.graph.goal_mut(id).visits;
            visits.count += 1;
            visits.total += value;
        };
        visits(descent.end, seen);
        for (goal, step) in descent.path.iter().rev() {
            let worth = self.worth(*step);
            let visits = self.engine.graph.visits_of_step(*step);
            visits.count += 1;
            visits.total += worth;
            let visits = &mut self.engine.graph.goal_mut(*goal).visits;
            visits.count += 1;
            visits.total += worth;
        }
    }

    /// The needed goal of the lowest rank that has work left.
    fn any_undone(&mut self) -> Option<GoalId> {
        let needed = self.engine.graph.needed_below(GoalId::ROOT);
        let mut too_deep = 0;
        let mut best: Option<(f64, GoalId)> = None;
        for id in needed {
            let goal = self.engine.graph.goal(id);
            if goal.has_work() && !self.may_expand(id) {
                too_deep += 1;
            } else if goal.has_work() {
                let rank = rank(goal, self.engine.settings);
                if best.is_none_or(|(other, _)| rank < other) {
                    best = Some((rank, id));
                }
            }
        }
        self.engine.counts.too_deep = too_deep;
        best.map(|(_, id)| id)
    }
}
