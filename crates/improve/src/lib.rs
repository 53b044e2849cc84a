//! The self-improvement job: solve, verify, record, train, gate, and solve more.
//!
//! Invariants: what is learned from was accepted by the kernel; a test theorem is never learned from; what an attempt brought
//! is on the disk before the next one begins; a policy is used only after it proved more on held-out goals in the same
//! processor time; a proved canary ends the job. Start reading at [`Job`].

mod canary;
mod eval;
mod gate;
mod job;
mod learn;
mod report;
mod store;

pub use canary::canaries;
pub use eval::{Calibration, EvalError, EvalSettings, Evaluation, evaluate};
pub use gate::{Verdict, verdict};
pub use job::{Event, Job, JobError, RunSettings};
pub use learn::{LearnError, Trained, make_policy, train_examples};
pub use report::{curves, report, status};
pub use store::{Attempt, Goal, Measured, Occasion, Split, Store, StoreError};
