//! Congruence closure: which terms are equal because of given equations, and why.
//!
//! The algorithm and its proof forest are those of Nieuwenhuis and Oliveras, *Fast congruence closure and extensions* (2007).
//! Terms are applications of one function to one argument; as in Selsam and de Moura, *Congruence closure in
//! intensional type theory* (2016), an argument that later types depend on must be the same on both sides.
//! Propositions are terms: one that holds is equal to `True`, one that does not to `False`. Constructors are injective
//! and disjoint, and numerals differ.
//!
//! Start reading at [`Graph::assert`]; [`tactic`](mod@tactic) has the tactic `cc`.

mod explain;
mod graph;
mod proof;
pub mod tactic;

pub use graph::{Conflict, Given, Graph, NodeId};
pub use tactic::cc;
