//! Proof search for Lean 4 theorem files: the public library.
//!
//! Invariant: a theorem is reported as proved only after the text of its proof, parsed, elaborated and type-checked from
//! nothing, was accepted by the kernel against the statement as the user wrote it.
//!
//! Start reading at [`Prover`]; a [`Source`] and [`Settings`] go in, a [`FileReport`] and [`Edit`]s come out, and [`splice`]
//! puts the proofs back into the text.

mod alternatives;
mod answer;
mod attempt;
mod backend;
pub mod bench;
mod diagnostic;
mod directives;
mod discovery;
mod elaborated;
pub mod exported;
mod fingerprint;
pub mod first_order;
mod goal;
mod idle;
pub mod imports;
mod jobs;
pub mod learn;
mod log;
mod prover;
mod refute;
mod replay;
mod report;
mod settings;
mod source;
mod splice;
mod targets;
mod team;
mod verify;
mod waterfall;

pub use answer::{Explanation, NameKind, explain};
pub use diagnostic::{Diagnostic, Severity};
pub use directives::{Directives, hidden_above};
pub use elaborated::Elaborated;
pub use goal::{Statement, Workspace};
pub use jobs::{Attempted, Job, Progress, run_jobs};
pub use log::{Repeated, RunLog, SearchLog, TheoremLog};
pub use prover::{CheckOutcome, ProveOutcome, Prover};
pub use report::{FileReport, Status, TheoremReport, Totals};
pub use settings::{Answers, Kernel, Settings};
pub use source::{Source, SourceError};
pub use splice::{Edit, Place, SpliceError, splice, unified_diff};
pub use targets::{Gap, Target, targets};
pub use turnstile_search::{CancelFlag, Picture};
