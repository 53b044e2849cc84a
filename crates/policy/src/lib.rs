//! What to try next: the candidates for a goal with their priors, premise selection, and theory exploration.
//!
//! Invariant: every candidate is well-formed and applicable in principle; whether it applies is found out by applying
//! it. A policy reads states and never changes them. Start reading at [`Policy`], then [`candidates`].

pub mod candidates;
pub mod explore;
pub mod guide;
pub mod knn;
pub mod ordering;
pub mod premises;
pub mod recursion;
pub mod sketch;

pub use candidates::{HandMade, Policy, Ranked};
pub use guide::{Guide, Guided, Mix, Outlook};
pub use premises::PremiseIndex;
