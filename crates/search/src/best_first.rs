//! Best-first search: always the goal of the lowest rank next, its best few candidates at a time.
//!
//! Only goals that can still help are worked on. A goal that is *not needed* when its turn comes (its parents were solved
//! by other means, or a harder sibling comes first) is parked, and comes back when a focus moves to it or above it.

use crate::backend::{Backend, CancelFlag};
use crate::engine::{Engine, Found};
use crate::frontier::{Frontier, reason};
use crate::graph::{GoalId, GoalStatus};
use crate::report::{Observer, StopReason};
use crate::settings::Settings;

/// Looks for a proof of `root`, best goals first.
pub fn best_first<B: Backend>(
    backend: &mut B,
    root: B::State,
    settings: &Settings,
    cancel: &CancelFlag,
    observer: &mut dyn Observer,
) -> Found<B::State, B::Action, B::Key> {
    run(Engine::new(backend, root, settings, cancel, 0), observer)
}

/// Best-first search in an engine that was not used before.
pub(crate) fn run<B: Backend>(
    mut engine: Engine<'_, B>,
    observer: &mut dyn Observer,
) -> Found<B::State, B::Action, B::Key> {
    let settings = engine.settings;
    let mut frontier = Frontier::default();
    frontier.push(&engine.graph, settings, GoalId::ROOT);
    let stop = loop {
        if engine.graph.goal(GoalId::ROOT).status == GoalStatus::Solved {
            break StopReason::Solved;
        }
        let next = frontier.pop(&mut engine.graph, settings);
        engine.counts.too_deep = frontier.too_deep;
        let Some(goal) = next else { break engine.verdict() };
        let why = reason(engine.graph.goal(goal), settings, engine.counts.expansions + 1);
        engine.graph.note_choice(goal, why);
        engine.graph.goal_mut(goal).visits.count += 1;
        if let Err(stop) = engine.expand(goal) {
            break stop;
        }
        frontier.refill(&mut engine.graph, settings, goal);
        observer.expanded(engine.counts());
    };
    engine.finish(stop)
}
