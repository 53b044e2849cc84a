//! Pattern matching: from rows of patterns to nested case distinctions.
//!
//! Start reading at `elab_match` for terms, and at `compile` for the algorithm; `cases` and `equations` are dependent
//! elimination, which tactics use too.

mod cases;
pub(crate) mod clauses;
pub(crate) mod compile;
pub(crate) mod elab_match;
mod equations;
pub(crate) mod matcher;
pub(crate) mod pattern;
pub(crate) mod patterns;
mod variables;

pub use cases::BranchContinuation;
pub use equations::{Continuation, Refinement};
pub(crate) use patterns::PatternNotes;
