//! Theorems as problems of many-sorted first-order logic, for provers of that logic: SMT-LIB and TPTP.
//!
//! Data types become sorts with constructors, one for each instance that occurs; functions become symbols with their defining
//! equations as axioms; type, function and predicate variables at the front become uninterpreted symbols. `Int` is the
//! integers of the other side. What has no such form (functions as arguments, inductive predicates, …) is refused with the reason.
//! Nothing that another prover says about a problem counts as a proof here.

mod smt;
mod tptp;
mod translate;

pub use smt::to_smt;
pub use tptp::to_tptp;
pub use translate::translate;

/// A term.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Term {
    /// A bound variable.
    Var(String),
    /// A symbol applied to terms.
    App(String, Vec<Term>),
    /// An integer.
    Int(String),
    /// An operation on integers: `+`, `-`, `*`, `div`, `mod`, `abs`.
    Arith(&'static str, Vec<Term>),
    /// One of two terms.
    Ite(Box<Formula>, Box<Term>, Box<Term>),
}

/// A formula.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Formula {
    /// Always so.
    True,
    /// Never so.
    False,
    /// A predicate symbol applied to terms.
    Pred(String, Vec<Term>),
    /// Equal terms.
    Eq(Term, Term),
    /// `<=` or `<` between integers.
    Compare(&'static str, Term, Term),
    /// Not.
    Not(Box<Formula>),
    /// Both.
    And(Box<Formula>, Box<Formula>),
    /// One of them.
    Or(Box<Formula>, Box<Formula>),
    /// If … then.
    Imp(Box<Formula>, Box<Formula>),
    /// Both or none.
    Iff(Box<Formula>, Box<Formula>),
    /// For all values of a sort.
    All(String, String, Box<Formula>),
    /// For some value of a sort.
    Ex(String, String, Box<Formula>),
}

/// A sort with constructors, each with the sorts of its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataType {
    /// Its name.
    pub name: String,
    /// The constructors.
    pub constructors: Vec<(String, Vec<String>)>,
}

/// A symbol with its argument sorts and its result sort; no result for a predicate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Its name.
    pub name: String,
    /// Sorts of the arguments.
    pub args: Vec<String>,
    /// Sort of the result.
    pub result: Option<String>,
}

/// A problem: does the goal follow?
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// Sorts of which nothing is known but that they are not empty.
    pub sorts: Vec<String>,
    /// Sorts made of constructors.
    pub data_types: Vec<DataType>,
    /// Functions and predicates.
    pub symbols: Vec<Symbol>,
    /// What holds of them.
    pub axioms: Vec<Formula>,
    /// What is to be shown.
    pub goal: Option<Formula>,
}

/// The name of the sort of integers in a [`Problem`].
pub const INT: &str = "Int";
