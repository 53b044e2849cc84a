//! Mutation testing of the checker: a valid export with one line changed must be refused, or be harmless.
//!
//! One invariant: a mutant counts as harmless only for a reason that was computed. Its environment is compared with the
//! original's constant by constant, what changed must follow from the changed line, and every declaration is checked once
//! more in an environment built from nothing. Start reading at [`Subject`]; [`schema`] says what a number in a line means,
//! [`mutation`] changes lines, [`classify`] judges what was accepted.

pub mod classify;
pub mod mutation;
pub mod random;
pub mod schema;
pub mod subject;

pub use classify::Class;
pub use mutation::{Mutation, Operator};
pub use random::Random;
pub use subject::{Outcome, Subject};
