//! The AND-OR graph: goals, steps, and how verdicts spread from one to the other.
//!
//! Strategies decide where to look; this module only records what was found. It keeps three things true after every call:
//!
//! - a step is solved exactly when all its children are, a goal when one of its steps is;
//! - a step is dead when one of its children is exhausted, a goal exhausted when everything was tried and all steps are dead;
//! - every open step has a *focus*: its unsolved child with the largest estimate, the one to work on first, since the
//!   others are needed only if that one falls.

use crate::backend::Candidate;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::hash::Hash;

/// Names a goal of one graph. The root is goal 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GoalId(u32);

/// Names a step of one graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId(u32);

impl GoalId {
    /// The goal that the search was asked for.
    pub const ROOT: GoalId = GoalId(0);

    /// Position in [`Graph::goals`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl StepId {
    /// Position in [`Graph::steps`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What is known about a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalStatus {
    /// Nothing yet.
    Open,
    /// It has a proof.
    Solved,
    /// It has none.
    Exhausted,
}

/// What is known about a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepStatus {
    /// Some child is unsolved.
    Open,
    /// All children are solved.
    Solved,
    /// Of no use: a child is exhausted, or another step of the goal asks for less.
    Dead,
}

/// Visit count and sum of values, for strategies that learn from their visits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Visits {
    /// How often the node was looked at.
    pub count: u64,
    /// Sum of the values seen on these occasions.
    pub total: f64,
}

/// Times that are remembered for [`Goal::choices`].
pub const MAX_CHOICES: usize = 4;

/// Why a goal was expanded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Choice {
    /// It had the lowest rank of all.
    Rank {
        /// Number of the expansion, from 1.
        turn: u64,
        /// The rank, made of the following.
        rank: f64,
        /// Cost of the path from the root.
        path: f64,
        /// Cost of the next candidate.
        next: f64,
        /// Estimated cost to go.
        estimate: f64,
    },
    /// Going down from the root led to it.
    Descent {
        /// Number of the expansion, from 1.
        turn: u64,
        /// Value of the goal at that time.
        value: f64,
        /// Its visits at that time.
        visits: u64,
        /// Length of the way.
        depth: u32,
    },
}

/// An OR node.
#[derive(Clone, Debug)]
pub struct Goal<S, A> {
    /// The state that came first; others with the same key were merged into it.
    pub state: S,
    /// Verdict.
    pub status: GoalStatus,
    /// Fewest steps from the root.
    pub depth: u32,
    /// Cost of the cheapest chain of steps from the root.
    pub path_cost: f64,
    /// Number of steps of that chain.
    pub path_length: u32,
    /// The back end's estimate of the cost to go.
    pub estimate: f64,
    /// Share of features that no earlier goal had.
    pub novelty: f64,
    /// Candidates known and not tried, best first, with their costs.
    pub untried: VecDeque<(f64, Candidate<A>)>,
    /// Number of candidates the back end has given.
    pub given: usize,
    /// Whether the back end may give more.
    pub more: bool,
    /// Whether some action was cut short, so that the goal can never count as exhausted.
    pub gave_up: bool,
    /// Times it was expanded.
    pub expansions: u32,
    /// For strategies that learn from visits.
    pub visits: Visits,
    /// Why it was expanded, each time up to [`MAX_CHOICES`].
    pub choices: Vec<Choice>,
    /// The step that solved it first.
    pub solved_by: Option<StepId>,
    /// Steps tried on it that applied.
    pub steps: Vec<StepId>,
    /// Steps that need it, each once.
    pub parents: Vec<StepId>,
}

impl<S, A> Goal<S, A> {
    /// Whether something is left to try.
    pub fn has_work(&self) -> bool {
        self.status == GoalStatus::Open && (self.more || !self.untried.is_empty())
    }
}

/// A child of a step.
#[derive(Clone, Debug)]
pub struct Edge<S> {
    /// The child.
    pub goal: GoalId,
    /// The state the action really left, where it was merged into a goal that was there before.
    pub state: Option<S>,
}

/// An AND node: an action that applied.
#[derive(Clone, Debug)]
pub struct Step<S, A> {
    /// What was done.
    pub action: A,
    /// Cost of the action.
    pub cost: f64,
    /// The goal it was done to.
    pub goal: GoalId,
    /// What it left, in the back end's order.
    pub children: Vec<Edge<S>>,
    /// Verdict.
    pub status: StepStatus,
    /// The unsolved child to work on; `None` unless the step is open.
    pub focus: Option<GoalId>,
    /// Number of different children.
    pub width: u32,
    /// Number of different children not solved.
    pub unsolved: u32,
    /// For strategies that learn from visits.
    pub visits: Visits,
}

/// Why a step is not worth a place in the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Useless {
    /// It needs its own goal.
    Loop,
    /// Another step of the goal needs no more than this one.
    Dominated,
    /// It needs a goal that has no proof.
    Hopeless,
}

/// The graph of one search.
#[derive(Clone, Debug)]
pub struct Graph<S, A, K> {
    goals: Vec<Goal<S, A>>,
    steps: Vec<Step<S, A>>,
    by_key: FxHashMap<K, GoalId>,
    solved: u64,
    exhausted: u64,
    /// Goals that became the focus of a step since a strategy last asked.
    focused: Vec<GoalId>,
    /// Goals whose cheapest path or depth improved since a strategy last asked.
    improved: Vec<GoalId>,
    stamps: Vec<u32>,
    stamp: u32,
    /// Whether states with equal keys are one goal.
    merge: bool,
}

impl<S, A, K: Eq + Hash> Graph<S, A, K> {
    /// A graph with one goal.
    pub(crate) fn new(key: K, root: S, merge: bool) -> Self {
        let mut graph = Graph {
            goals: Vec::new(),
            steps: Vec::new(),
            by_key: FxHashMap::default(),
            solved: 0,
            exhausted: 0,
            focused: Vec::new(),
            improved: Vec::new(),
            stamps: Vec::new(),
            stamp: 0,
            merge,
        };
        graph.insert(key, root, 0, 0.0, 0);
        graph
    }

    /// All goals; the root is the first.
    pub fn goals(&self) -> &[Goal<S, A>] {
        &self.goals
    }

    /// All steps.
    pub fn steps(&self) -> &[Step<S, A>] {
        &self.steps
    }

    /// One goal.
    pub fn goal(&self, id: GoalId) -> &Goal<S, A> {
        &self.goals[id.index()]
    }

    /// One step.
    pub fn step(&self, id: StepId) -> &Step<S, A> {
        &self.steps[id.index()]
    }

    /// The goal with that key.
    pub fn find(&self, key: &K) -> Option<GoalId> {
        self.by_key.get(key).copied()
    }

    /// Number of goals and steps.
    pub fn node_count(&self) -> usize {
        self.goals.len() + self.steps.len()
    }

    /// Number of goals with a proof.
    pub fn solved_count(&self) -> u64 {
        self.solved
    }

    /// Number of goals without one.
    pub fn exhausted_count(&self) -> u64 {
        self.exhausted
    }

    pub(crate) fn visits_of_step(&mut self, id: StepId) -> &mut Visits {
        &mut self.steps[id.index()].visits
    }

    /// Remembers why a goal is expanded.
    pub(crate) fn note_choice(&mut self, id: GoalId, choice: Choice) {
        let choices = &mut self.goals[id.index()].choices;
        if choices.len() < MAX_CHOICES {
            choices.push(choice);
        }
    }

    pub(crate) fn goal_mut(&mut self, id: GoalId) -> &mut Goal<S, A> {
        &mut self.goals[id.index()]
    }

    /// Goals that became a focus since the last call.
    pub(crate) fn take_focused(&mut self) -> Vec<GoalId> {
        std::mem::take(&mut self.focused)
    }

    /// Goals that came nearer to the root since the last call.
    pub(crate) fn take_improved(&mut self) -> Vec<GoalId> {
        std::mem::take(&mut self.improved)
    }

    fn insert(&mut self, key: K, state: S, depth: u32, path_cost: f64, path_length: u32) -> GoalId {
        // A node is far larger than a byte, so memory ends long before the 32 bits do.
        let id = GoalId(self.goals.len() as u32);
        self.goals.push(Goal {
            state,
            status: GoalStatus::Open,
            depth,
            path_cost,
            path_length,
            estimate: 0.0,
            novelty: 0.0,
            untried: VecDeque::new(),
            given: 0,
            more: true,
            gave_up: false,
            expansions: 0,
            visits: Visits::default(),
            choices: Vec::new(),
            solved_by: None,
            steps: Vec::new(),
            parents: Vec::new(),
        });
        self.stamps.push(0);
        if self.merge {
            self.by_key.insert(key, id);
        }
        id
    }

    /// The node for a state that a step of cost `cost` on `parent` left, and whether it is new.
    pub(crate) fn intern(&mut self, key: K, state: S, parent: GoalId, cost: f64) -> (Edge<S>, bool) {
        if let Some(&goal) = self.by_key.get(&key) {
            return (Edge { goal, state: Some(state) }, false);
        }
        let from = self.goal(parent);
        let (depth, path, length) = (from.depth + 1, from.path_cost + cost, from.path_length + 1);
        (Edge { goal: self.insert(key, state, depth, path, length), state: None }, true)
    }

    /// Whether a step with these children (`None` for one not in the graph yet) would be of no use to the goal.
    ///
    /// A step that needs its own goal is part of no smallest proof. A step whose children include all those of another
    /// one is needed by no smallest proof either. Where the new step asks for less than an old one, the old one dies.
    pub(crate) fn useless(&mut self, goal: GoalId, children: &[Option<GoalId>]) -> Option<Useless> {
        if children.contains(&Some(goal)) {
            return Some(Useless::Loop);
        }
        let known = distinct(children.iter().flatten().copied());
        if known.iter().any(|child| self.goal(*child).status == GoalStatus::Exhausted) {
            return Some(Useless::Hopeless);
        }
        let all_known = children.iter().all(Option::is_some);
        let stamp = self.mark(known.iter().copied());
        let mut beaten = Vec::new();
        for &other in &self.goals[goal.index()].steps {
            let step = &self.steps[other.index()];
            if step.status == StepStatus::Dead {
                continue;
            }
            let shared = distinct(step.children.iter().map(|edge| edge.goal))
                .iter()
                .filter(|child| self.stamps[child.index()] == stamp)
                .count();
            if shared == step.width as usize {
                return Some(Useless::Dominated);
            }
            if all_known && shared == known.len() {
                beaten.push(other);
            }
        }
        for step in beaten {
            self.steps[step.index()].status = StepStatus::Dead;
            self.steps[step.index()].focus = None;
        }
        None
    }

    /// Records that an action left these children, and lets the verdicts spread. To be asked about by [`Self::useless`] first.
    pub(crate) fn add_step(&mut self, goal: GoalId, action: A, cost: f64, children: Vec<Edge<S>>) {
        let distinct = distinct(children.iter().map(|edge| edge.goal));
        let id = StepId(self.steps.len() as u32);
        let unsolved =
            distinct.iter().filter(|child| self.goal(**child).status != GoalStatus::Solved).count();
        self.steps.push(Step {
            action,
            cost,
            goal,
            children,
            status: StepStatus::Open,
            focus: None,
            width: distinct.len() as u32,
            unsolved: unsolved as u32,
            visits: Visits::default(),
        });
        self.goals[goal.index()].steps.push(id);
        for child in &distinct {
            self.goals[child.index()].parents.push(id);
        }
        self.shorten(id, &distinct);
        if unsolved == 0 {
            self.steps[id.index()].status = StepStatus::Solved;
            self.solve(goal, id);
        } else {
            self.refocus(id);
        }
    }

    /// Passes a shorter way from the root on to everything below.
    fn shorten(&mut self, step: StepId, children: &[GoalId]) {
        let mut work: Vec<(StepId, GoalId)> = children.iter().map(|&child| (step, child)).collect();
        while let Some((step, child)) = work.pop() {
            let step = &self.steps[step.index()];
            let from = &self.goals[step.goal.index()];
            let (depth, cost, length) = (from.depth + 1, from.path_cost + step.cost, from.path_length + 1);
            let goal = &mut self.goals[child.index()];
            // The margin keeps rounding errors from going round a cycle of costless steps for ever.
            let cheaper = cost < goal.path_cost - 1e-9;
            if !cheaper && depth >= goal.depth {
                continue;
            }
            goal.depth = goal.depth.min(depth);
            if cheaper {
                goal.path_cost = cost;
                goal.path_length = length;
            }
            self.improved.push(child);
            for &below in &self.goals[child.index()].steps {
                let step = &self.steps[below.index()];
                if step.status == StepStatus::Open {
                    work.extend(step.children.iter().map(|edge| (below, edge.goal)));
                }
            }
        }
    }

    /// Chooses the child of an open step to work on.
    fn refocus(&mut self, step: StepId) {
        let mut hardest: Option<GoalId> = None;
        for edge in &self.steps[step.index()].children {
            let goal = self.goal(edge.goal);
            let harder = hardest.is_none_or(|best| goal.estimate > self.goal(best).estimate);
            if goal.status == GoalStatus::Open && harder {
                hardest = Some(edge.goal);
            }
        }
        self.steps[step.index()].focus = hardest;
        self.focused.extend(hardest);
    }

    /// Marks a goal solved, and whatever follows from it.
    fn solve(&mut self, goal: GoalId, by: StepId) {
        let mut work = vec![(goal, by)];
        while let Some((goal, by)) = work.pop() {
            let node = &mut self.goals[goal.index()];
            if node.status != GoalStatus::Open {
                continue;
            }
            node.status = GoalStatus::Solved;
            node.solved_by = Some(by);
            node.untried.clear();
            self.solved += 1;
            for parent in self.goals[goal.index()].parents.clone() {
                let step = &mut self.steps[parent.index()];
                if step.status != StepStatus::Open {
                    continue;
                }
                step.unsolved -= 1;
                if step.unsolved == 0 {
                    step.status = StepStatus::Solved;
                    step.focus = None;
                    work.push((step.goal, parent));
                } else if step.focus == Some(goal) {
                    self.refocus(parent);
                }
            }
        }
    }

    /// Marks a goal exhausted if it is, and whatever follows from it.
    pub(crate) fn settle(&mut self, goal: GoalId) {
        let mut work = vec![goal];
        while let Some(goal) = work.pop() {
            let node = &self.goals[goal.index()];
            let dead = |step: &StepId| self.steps[step.index()].status == StepStatus::Dead;
            if node.status != GoalStatus::Open
                || node.has_work()
                || node.gave_up
                || !node.steps.iter().all(dead)
            {
                continue;
            }
            self.goals[goal.index()].status = GoalStatus::Exhausted;
            self.exhausted += 1;
            for parent in self.goals[goal.index()].parents.clone() {
                let step = &mut self.steps[parent.index()];
                if step.status == StepStatus::Open {
                    step.status = StepStatus::Dead;
                    step.focus = None;
                    work.push(step.goal);
                }
            }
        }
    }

    /// Stamps these goals and returns the stamp.
    fn mark(&mut self, goals: impl IntoIterator<Item = GoalId>) -> u32 {
        if self.stamp == u32::MAX {
            self.stamps.fill(0);
            self.stamp = 0;
        }
        self.stamp += 1;
        for goal in goals {
            self.stamps[goal.index()] = self.stamp;
        }
        self.stamp
    }

    /// Whether work on the goal can still help: from the root, through open steps and their focus, one comes to it.
    pub(crate) fn is_needed(&mut self, goal: GoalId) -> bool {
        let stamp = self.mark([goal]);
        let mut work = vec![goal];
        while let Some(goal) = work.pop() {
            if self.goal(goal).status != GoalStatus::Open {
                continue;
            }
            if goal == GoalId::ROOT {
                return true;
            }
            // Reversed, so that the way by which the goal was found, the most likely one, is followed first.
            for &parent in self.goals[goal.index()].parents.iter().rev() {
                let step = &self.steps[parent.index()];
                if step.focus == Some(goal) && self.stamps[step.goal.index()] != stamp {
                    self.stamps[step.goal.index()] = stamp;
                    work.push(step.goal);
                }
            }
        }
        false
    }

    /// The open goals that are needed if `from` is: it, and those one comes to through open steps and their focus.
    pub(crate) fn needed_below(&mut self, from: GoalId) -> Vec<GoalId> {
        if self.goal(from).status != GoalStatus::Open {
            return Vec::new();
        }
        let stamp = self.mark([from]);
        let mut found = vec![from];
        let mut next = 0;
        while let Some(&goal) = found.get(next) {
            next += 1;
            for &step in &self.goals[goal.index()].steps {
                let Some(child) = self.steps[step.index()].focus else { continue };
                if self.stamps[child.index()] != stamp {
                    self.stamps[child.index()] = stamp;
                    found.push(child);
                }
            }
        }
        found
    }
}

/// The goals, sorted, each once.
fn distinct(goals: impl Iterator<Item = GoalId>) -> Vec<GoalId> {
    let mut goals: Vec<GoalId> = goals.collect();
    goals.sort_unstable();
    goals.dedup();
    goals
}
