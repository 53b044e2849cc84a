//! Search over an AND-OR proof graph.
//!
//! OR nodes are *goals* (a goal needs one of its steps), AND nodes are *steps* (a step needs all of its children).
//! The crate knows states, actions and scores through the [`Backend`] trait and nothing else.
//!
//! Invariant: a goal is marked solved only after every child of one of its steps was, so a proof read off the graph is
//! well founded even where the graph has cycles; a goal is marked exhausted only when no proof exists.
//!
//! Start reading at [`Backend`], then [`Graph`] (nodes and how verdicts spread), then [`best_first`] (the usual strategy) and
//! [`search`], which does whatever the [`Settings`] say; [`parallel`] does it with several workers.
//!
//! ```
//! use turnstile_search::*;
//!
//! /// Reach 1 by halving or by adding 1.
//! struct Collapse;
//!
//! impl Backend for Collapse {
//!     type State = u64;
//!     type Action = &'static str;
//!     type Key = u64;
//!     fn key(&self, state: &u64) -> u64 {
//!         *state
//!     }
//!     fn candidates(&mut self, _: &u64, _: usize, _: &Interrupt) -> Candidates<&'static str> {
//!         Candidates::all([("halve", -0.5), ("increment", -1.0)].map(|(a, p)| Candidate::new(a, p)))
//!     }
//!     fn apply(&mut self, state: &u64, action: &&'static str, _: &Interrupt) -> Outcome<u64> {
//!         match *action {
//!             "halve" if state % 2 == 0 && *state > 0 => {
//!                 Outcome::Children(if *state == 2 { vec![] } else { vec![state / 2] })
//!             }
//!             "increment" => Outcome::Children(vec![state + 1]),
//!             _ => Outcome::Failed,
//!         }
//!     }
//! }
//!
//! let found = best_first(&mut Collapse, 6, &Settings::default(), &CancelFlag::new(), &mut ());
//! assert_eq!(found.report.stop, StopReason::Solved);
//! let script: Vec<_> = found.proof.unwrap().preorder().map(|step| *step.action()).collect();
//! assert_eq!(script, ["halve", "increment", "halve", "halve"]);
//! ```

mod backend;
mod best_first;
mod engine;
mod frontier;
mod graph;
mod novelty;
mod parallel;
mod picture;
mod portfolio;
mod proof;
mod puct;
mod recording;
mod report;
mod rng;
mod settings;
mod whole;

pub use backend::{Backend, CancelFlag, Candidate, Candidates, Interrupt, Outcome};
pub use best_first::best_first;
pub use engine::Found;
pub use graph::{
    Choice, Edge, Goal, GoalId, GoalStatus, Graph, MAX_CHOICES, Step, StepId, StepStatus, Visits,
};
pub use parallel::{Desk, Team, Worker, parallel, rebuild};
pub use picture::{Picture, PictureGoal, PictureStep};
pub use portfolio::{Answer, search};
pub use proof::{Proof, ProofStep};
pub use recording::{Difference, Event, Happened, Recording, repeat};
pub use report::{Budget, Counts, Observer, Report, StopReason};
pub use settings::{Budgets, Puct, Run, Scoring, Settings, Shape, Strategy, Widening};
pub use whole::Whole;
