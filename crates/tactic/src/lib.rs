//! Proof states and the tactics that transform them.
//!
//! A tactic is a function on [`Meta`](turnstile_elab::Meta): it takes a goal (an opaque metavariable), assigns it a term
//! and returns the goals that term leaves open. One invariant: no tactic is trusted. The worst a wrong one can do
//! is build a term that the kernel refuses. When a tactic fails it may leave garbage behind; whoever calls it and wants
//! to go on saves and restores the state ([`Meta::save`](turnstile_elab::Meta::save) is O(1)).
//!
//! Start reading at [`goal`], then [`intro`](mod@intro), [`apply`](mod@apply), [`eliminate`] and,
//! for scripts, [`eval`].

pub mod ac_rfl;
pub mod action;
pub mod apply;
pub mod assert;
pub mod assumption;
pub mod by_cases;
pub mod cc;
pub mod change;
pub mod check;
pub mod congr;
pub mod constructor;
pub mod contradiction;
pub mod conv;
pub mod decide;
pub mod eliminate;
pub mod eval;
pub mod ext;
pub mod generalize;
pub mod goal;
pub mod injection;
pub mod interval_cases;
pub mod intro;
pub mod kabstract;
pub mod known;
pub mod library;
pub mod library_search;
pub mod linarith;
pub mod norm_cast;
pub mod norm_num;
pub mod omega;
pub mod plausible;
pub mod primitive;
pub mod rcases;
pub mod refute;
pub mod revert;
pub mod rewrite;
pub mod rfl;
pub mod ring;
pub mod simp;
pub mod split;
pub mod state;
pub mod subst;
pub mod tauto;
pub mod terms;
pub mod unfold;
pub mod unify_eqs;
pub mod using;

pub use eval::TacticEval;
pub use goal::{Goal, Goals};
pub use state::ProofState;
