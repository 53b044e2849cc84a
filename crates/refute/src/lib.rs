//! Counterexamples: a statement is instantiated with small values until it fails, and the failure becomes a proof.
//!
//! Invariant: a [`Refutation`] carries a term of type `¬ statement` that the kernel accepted. Evaluation, the choice of
//! values and the proof builder may all be wrong; the worst they can do is find nothing.
//!
//! Values are tried from small to large (SmallCheck: Runciman, Naylor, Lindblad, *SmallCheck and Lazy SmallCheck*, 2008)
//! and then at random (QuickCheck: Claessen, Hughes, 2000); type variables stand for small finite types (Nitpick:
//! Blanchette, Nipkow, 2010). Start reading at [`refute`], then [`Model`], [`formula`] and [`certificate`].

pub mod certificate;
mod equality;
pub mod evaluate;
mod finite;
pub mod formula;
mod functions;
mod hunt;
mod plan;
pub mod random;
mod refutation;
mod show;
mod truth;
mod values;

pub use evaluate::Evaluator;
pub use random::Rng;
pub use refutation::{Limits, Oracle, Refutation, holds_no_holes, refute};
pub use truth::Truth;

use formula::Formula;
use rustc_hash::FxHashMap;
use std::rc::Rc;
use turnstile_kernel::{Expr, FVarId, Store};

/// Closed values for variables.
pub type Assignment = FxHashMap<FVarId, Expr>;

/// What is known of values and propositions in one environment; everything is remembered.
pub struct Model<'a> {
    st: &'a Store,
    evaluator: Evaluator<'a>,
    /// Values of a type, by size.
    sized: FxHashMap<(Expr, u32), Rc<[Expr]>>,
    /// The first values of a type, smallest first, and how many were asked for.
    domains: FxHashMap<Expr, (usize, Rc<[Expr]>)>,
    /// All values of a finite type.
    finite: FxHashMap<Expr, Option<Rc<[Expr]>>>,
    /// Closed propositions.
    compiled: FxHashMap<Expr, Rc<Formula>>,
    rng: Rng,
    /// Numerals of the statement in question: quantifiers look at them too.
    literals: Vec<u64>,
    /// Rules of inductive predicates being applied.
    deriving: u32,
    /// Who is asked for a proof where evaluation gives none.
    oracle: Option<&'a mut Oracle<'a>>,
}

impl<'a> Model<'a> {
    /// A model that evaluates with `evaluator`.
    #[must_use]
    pub fn new(st: &'a Store, evaluator: Evaluator<'a>, seed: u64) -> Model<'a> {
        Model {
            st,
            evaluator,
            sized: FxHashMap::default(),
            domains: FxHashMap::default(),
            finite: FxHashMap::default(),
            compiled: FxHashMap::default(),
            rng: Rng::new(seed),
            literals: Vec::new(),
            deriving: 0,
            oracle: None,
        }
    }
}
