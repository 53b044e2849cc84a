//! Recursive functions: structural recursion is compiled to recursors, other recursion to `WellFounded.fix`, and the
//! equations the user wrote are kept.

mod compile;
mod course_of_values;
mod decreasing;
mod equations;
mod group;
mod guess;
mod induct;
mod measure;
mod packing;
mod rewrite;
mod structural;
mod well_founded;

pub(crate) use compile::{Member, Recursion};
pub(crate) use equations::EquationSource;
pub(crate) use induct::InductionMember;
pub(crate) use structural::RecursiveFunction;
