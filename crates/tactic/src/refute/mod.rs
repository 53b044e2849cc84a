//! Refutation of facts: the common engine of `tauto` (its classical half), `finish` and `grind`.
//!
//! The facts, the denied goal among them, become clauses ([`props`]). A solver looks for an assignment that satisfies them
//! ([`sat`]). The part of it that matters ([`relevance`]) is checked by congruence closure ([`crate::cc`]) and, if asked for, by
//! linear arithmetic; what they object to is a new clause. When they do not object, quantified propositions are used for
//! terms that the assignment contradicts ([`quantifier`], [`ematch`]). This is the architecture of Nieuwenhuis, Oliveras and
//! Tinelli, *Solving SAT and SAT modulo theories* (2006), with instances as in Ge and de Moura, *Complete instantiation for
//! quantified formulas in SMT* (2009). No clause left means a contradiction, and [`emit`] writes it down as a proof term.
//!
//! Start reading at [`Engine::run`](engine::Engine::run); [`goal`] says how a goal becomes facts.

pub mod ematch;
pub mod emit;
pub mod engine;
pub mod goal;
mod instances;
pub mod props;
pub mod quantifier;
pub mod relevance;
pub mod sat;
mod terms;

pub use goal::{finish, grind, refute_goal};

/// What the engine may use.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Quantified propositions.
    pub quantifiers: bool,
    /// Congruence closure.
    pub congruence: bool,
    /// How often the solver may be asked.
    pub rounds: u32,
    /// How many propositions there may be.
    pub propositions: usize,
    /// How many instantiations away from the problem a term may be.
    pub generations: u32,
}

impl Settings {
    /// Propositional logic and equations.
    #[must_use]
    pub fn propositional() -> Settings {
        Settings { quantifiers: false, congruence: true, rounds: 10_000, propositions: 50_000, generations: 0 }
    }
    /// First-order logic with equations.
    #[must_use]
    pub fn first_order() -> Settings {
        Settings { quantifiers: true, congruence: true, rounds: 3_000, propositions: 20_000, generations: 8 }
    }
}
