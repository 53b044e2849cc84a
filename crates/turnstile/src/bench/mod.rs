//! Measuring: theorem sets with confidence intervals, curves and comparisons; random walks through proof states.
//!
//! Everything is counted in processor seconds of the thread that works ([`Settings::cpu_time`](crate::Settings)), so that a
//! busy machine gives the same figures as an idle one. Start reading at [`BenchReport`] and [`walk`].

mod compare;
mod curve;
mod lines;
mod primitive;
mod report;
mod stats;
mod walk;

pub use compare::Comparison;
pub use curve::{csv, svg};
pub use lines::{Line, lines};
pub use primitive::{Checks, PrimitiveCounts, PrimitiveSettings, is_accepted, primitive_walk};
pub use report::{BenchReport, BenchRun, BenchSet, Measured};
pub use stats::wilson;
pub use walk::{KindCounts, WalkCounts, WalkSettings, walk};
