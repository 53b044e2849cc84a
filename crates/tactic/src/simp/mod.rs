//! The simplifier: rewriting with a set of equations, everywhere in a term and as often as possible.
//!
//! [`simp_expr`] turns a term into a simpler one with a proof that both are equal. It works from the inside out: first
//! the arguments of an application ([`congr`]), then the rewriting rules whose left side matches the result
//! ([`rewrite`], found through [`index`]), computation on literals and constructors ([`literal`], [`constructor`]),
//! definitional steps ([`reduce`]), and again until nothing changes. Conditions of rules are simplified to `True`.
//! Start reading at [`engine`]; [`location`] has the tactics on goals and hypotheses.

pub mod binders;
pub mod call;
pub mod conditional;
pub mod congr;
pub mod constructor;
pub mod default_set;
pub mod engine;
pub mod index;
pub mod linear;
pub mod literal;
pub mod location;
pub mod matcher;
pub mod ordering;
pub(crate) mod parts;
pub mod proof;
pub mod reduce;
pub mod rewrite;
pub mod rule;
pub mod simp_all;
pub mod transport;

pub use call::{Origin, SimpArg, SimpCall, SimpConfig};
pub use engine::{SimpCtx, SimpResult, simp_expr};
pub use location::{HypOutcome, dsimp_goal, dsimp_hyp, simp_at, simp_goal, simp_hyp, simpa};
pub use simp_all::simp_all;
