//! A part of a search graph as plain data, to be drawn or looked into: the proof, and what was worked on most.

mod dot;
mod layout;
mod svg;

use crate::backend::Backend;
use crate::engine::Found;
use crate::graph::{Choice, GoalId, GoalStatus, StepId, StepStatus};
use crate::proof::smallest;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A part of a search graph. [`Picture::to_svg`] and [`Picture::to_dot`] draw it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// The goals; the first is the root.
    pub goals: Vec<PictureGoal>,
    /// The steps between them.
    pub steps: Vec<PictureStep>,
    /// Goals of the graph that are not in the picture.
    pub goals_left_out: usize,
    /// Steps that led to goals of the picture as well, and are not in it.
    pub steps_left_out: usize,
}

/// A goal of a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PictureGoal {
    /// Its number in the search, in the order of discovery.
    pub number: usize,
    /// The goal, for people to read.
    pub text: String,
    /// Verdict.
    pub status: GoalStatus,
    /// Whether it is a part of the proof.
    pub in_proof: bool,
    /// Fewest steps from the root.
    pub depth: u32,
    /// Cost of the cheapest path from the root, in nats.
    pub path_cost: f64,
    /// Estimated cost to go, in nats.
    pub estimate: f64,
    /// Share of its features that no earlier goal had.
    pub novelty: f64,
    /// Times it was expanded.
    pub expansions: u32,
    /// Visits.
    pub visits: u64,
    /// Mean value of the visits, for strategies that have values.
    pub value: Option<f64>,
    /// Candidates known and not tried.
    pub untried: usize,
    /// Why it was expanded, the first few times.
    pub why: Vec<String>,
}

/// A step of a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PictureStep {
    /// What was done.
    pub text: String,
    /// Position in [`Picture::goals`] of the goal it was done to.
    pub goal: usize,
    /// Positions of what it left, as far as that is in the picture.
    pub children: Vec<usize>,
    /// Verdict.
    pub status: StepStatus,
    /// Whether it is a part of the proof.
    pub in_proof: bool,
    /// Its cost, in nats.
    pub cost: f64,
    /// Visits.
    pub visits: u64,
}

/// What is taken into a picture first. The largest comes first.
type Priority = (bool, u32, Reverse<u64>, Reverse<GoalId>);

impl Picture {
    /// The goals of the proof, and then those that were expanded most, up to `size` in all, each with a way from the root.
    pub fn new<B: Backend>(
        found: &Found<B::State, B::Action, B::Key>,
        backend: &mut B,
        size: usize,
    ) -> Picture {
        let graph = &found.graph;
        let proof = proof_steps(found);
        let in_proof: FxHashSet<GoalId> = proof.iter().map(|step| graph.step(*step).goal).collect();
        let priority = |id: GoalId| -> Priority {
            let goal = graph.goal(id);
            let millinats = (goal.path_cost.clamp(0.0, 1e9) * 1000.0) as u64;
            (in_proof.contains(&id), goal.expansions, Reverse(millinats), Reverse(id))
        };
        let mut place: FxHashMap<GoalId, usize> = FxHashMap::default();
        let mut chosen: Vec<GoalId> = Vec::new();
        // The step by which a goal came in: others would make the picture a thicket.
        let mut ways: FxHashSet<StepId> = FxHashSet::default();
        let mut waiting = BinaryHeap::from([(priority(GoalId::ROOT), GoalId::ROOT, None)]);
        while let Some(((proved, ..), id, way)) = waiting.pop() {
            // A proof is shown whole, however long it is.
            if chosen.len() >= size.max(1) && !proved {
                break;
            }
            if place.contains_key(&id) {
                continue;
            }
            place.insert(id, chosen.len());
            chosen.push(id);
            ways.extend(way);
            for step in &graph.goal(id).steps {
                for edge in &graph.step(*step).children {
                    if !place.contains_key(&edge.goal) {
                        waiting.push((priority(edge.goal), edge.goal, Some(*step)));
                    }
                }
            }
        }
        let mut picture =
            Picture { goals_left_out: graph.goals().len() - chosen.len(), ..Picture::default() };
        for id in &chosen {
            let goal = graph.goal(*id);
            picture.goals.push(PictureGoal {
                number: id.index(),
                text: backend.show_state(&goal.state),
                status: goal.status,
                in_proof: in_proof.contains(id),
                depth: goal.depth,
                path_cost: goal.path_cost,
                estimate: goal.estimate,
                novelty: goal.novelty,
                expansions: goal.expansions,
                visits: goal.visits.count,
                value: (goal.visits.total > 0.0).then(|| goal.visits.total / goal.visits.count.max(1) as f64),
                untried: goal.untried.len(),
                why: goal.choices.iter().map(reason).collect(),
            });
            for step_id in &goal.steps {
                let step = graph.step(*step_id);
                let in_proof = proof.contains(step_id);
                let mut children: Vec<usize> =
                    step.children.iter().filter_map(|edge| place.get(&edge.goal).copied()).collect();
                children.dedup();
                if !in_proof && !ways.contains(step_id) {
                    picture.steps_left_out += usize::from(!children.is_empty());
                    continue;
                }
                picture.steps.push(PictureStep {
                    text: backend.show_action(&goal.state, &step.action),
                    goal: place[id],
                    children,
                    status: step.status,
                    in_proof,
                    cost: step.cost,
                    visits: step.visits.count,
                });
            }
        }
        picture
    }
}

/// The steps of the smallest proof.
fn proof_steps<S, A, K: Eq + std::hash::Hash>(found: &Found<S, A, K>) -> FxHashSet<StepId> {
    let graph = &found.graph;
    let mut steps = FxHashSet::default();
    if graph.goal(GoalId::ROOT).status != GoalStatus::Solved {
        return steps;
    }
    let best = smallest(graph);
    let mut work = vec![GoalId::ROOT];
    while let Some(goal) = work.pop() {
        let Some(step) = best.get(&goal) else { continue };
        if steps.insert(*step) {
            work.extend(graph.step(*step).children.iter().map(|edge| edge.goal));
        }
    }
    steps
}

/// A choice as a line of text.
fn reason(choice: &Choice) -> String {
    match choice {
        Choice::Rank { turn, rank, path, next, estimate } => {
            format!(
                "turn {turn}: lowest rank {rank:.2} (path {path:.2}, next {next:.2}, estimate {estimate:.2})"
            )
        }
        Choice::Descent { turn, value, visits, depth } => {
            format!("turn {turn}: reached in {depth} steps, value {value:.2} after {visits} visits")
        }
    }
}
