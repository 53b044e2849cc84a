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

mod arithmetic;
mod definitions;
pub mod ematch;
pub mod emit;
pub mod engine;
pub mod goal;
mod instances;
mod lemmas;
pub mod props;
pub mod quantifier;
pub mod relevance;
pub mod sat;
mod terms;

pub(crate) use arithmetic::bounded;
pub use goal::{finish, grind, refute_goal};

use turnstile_kernel::Name;

/// What the engine may use.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Quantified propositions.
    pub quantifiers: bool,
    /// Congruence closure.
    pub congruence: bool,
    /// Linear arithmetic, definitions and case distinctions.
    pub reasoning: bool,
    /// Functions that may be unfolded.
    pub unfold: Vec<Name>,
    /// Theorems to be used beside the hypotheses.
    pub theorems: Vec<Name>,
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
        Settings {
            quantifiers: false,
            congruence: true,
            reasoning: false,
            unfold: Vec::new(),
            theorems: Vec::new(),
            rounds: 10_000,
            propositions: 50_000,
            generations: 0,
        }
    }
    /// First-order logic with equations.
    #[must_use]
    pub fn first_order() -> Settings {
        Settings {
            quantifiers: true,
            rounds: 3_000,
            propositions: 20_000,
            generations: 8,
            ..Settings::propositional()
        }
    }
    /// The same with definitions, case distinctions, arithmetic and theorems.
    #[must_use]
    pub fn with_theories(unfold: Vec<Name>, theorems: Vec<Name>) -> Settings {
        Settings {
            reasoning: true,
            unfold,
            theorems,
            rounds: 1_000,
            generations: 5,
            ..Settings::first_order()
        }
    }
}
