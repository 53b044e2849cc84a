//! A memory of solved goals: the candidates that are like those which closed the most similar goals come first.
//!
//! It learns from a proof the moment that is verified, with no training. Similarity is the cosine of the goals' features,
//! each weighted by how rare it is (TF-IDF).

pub(crate) mod features;
mod memory;

pub use memory::{Memory, Neighbour, Shared};
