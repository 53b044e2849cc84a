//! Conversion mode: a goal `lhs = ?rhs`, written `| lhs`, is worked on until `?rhs` is what `lhs` is to become.
//!
//! Walking into a term splits such a goal: `?rhs` becomes the same term with new unknown parts, the proof a congruence lemma.
//! [`goal`] has the goals, [`walk`] the ways into a term, [`pattern`] the way to an instance of a pattern. The
//! scripts are run by `eval::conv`.

pub mod goal;
pub mod pattern;
pub mod walk;

pub use goal::ConvGoal;
