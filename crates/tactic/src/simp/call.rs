//! What a call of the simplifier is given.

use turnstile_kernel::{Expr, FVarId, Name};

/// Bounds and choices of one call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimpConfig {
    /// Visits of subterms before the simplifier gives up.
    pub max_steps: u32,
    /// How deep conditions of rules may nest.
    pub max_discharge_depth: u32,
    /// Use the assumption of an implication to simplify its conclusion.
    pub contextual: bool,
    /// Definitional steps only: the result is equal by `rfl`.
    pub dsimp: bool,
    /// Prove or refute linear relations on `Nat` and `Int`.
    pub arith: bool,
    /// Coercions of numerals stay: `norm_cast` puts them there.
    pub keep_casts: bool,
    /// Decide closed propositions by evaluating their `Decidable` instance.
    pub decide: bool,
}

impl Default for SimpConfig {
    fn default() -> SimpConfig {
        SimpConfig {
            max_steps: 50_000,
            max_discharge_depth: 2,
            contextual: false,
            dsimp: false,
            decide: false,
            arith: false,
            keep_casts: false,
        }
    }
}

/// An element of the list in brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SimpArg {
    /// A constant: a theorem to rewrite with, or a definition to unfold.
    Const {
        /// Its name.
        name: Name,
        /// `←`
        inverse: bool,
    },
    /// A hypothesis, or a local definition to unfold.
    Hyp {
        /// Its identity.
        id: FVarId,
        /// `←`
        inverse: bool,
    },
    /// The proof of an equation or proposition. Holes it still has become variables of the rule.
    Term {
        /// The proof.
        proof: Expr,
        /// `←`
        inverse: bool,
    },
}

/// `simp only [args, -erased, *]`
#[derive(Clone, Debug, Default)]
pub struct SimpCall {
    /// The list.
    pub args: Vec<SimpArg>,
    /// `-name`
    pub erase: Vec<Name>,
    /// `*`: all hypotheses.
    pub star: bool,
    /// Without the default set.
    pub only: bool,
    /// Bounds and choices.
    pub config: SimpConfig,
}

impl SimpCall {
    /// Plain `simp`.
    #[must_use]
    pub fn plain() -> SimpCall {
        SimpCall::default()
    }
    /// `simp [args]`
    #[must_use]
    pub fn with(args: Vec<SimpArg>) -> SimpCall {
        SimpCall { args, ..SimpCall::default() }
    }
    /// `simp only [args]`
    #[must_use]
    pub fn only(args: Vec<SimpArg>) -> SimpCall {
        SimpCall { args, only: true, ..SimpCall::default() }
    }
}

/// Where a rule comes from: what a script names to use it again.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Origin {
    /// A declaration.
    Const(Name, bool),
    /// A hypothesis.
    Hyp(FVarId, bool),
    /// The argument with this number of [`SimpCall::args`].
    Arg(usize),
}
