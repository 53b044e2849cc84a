//! The trusted base: names, levels, terms, declarations, environment and type checker of Lean 4's type theory.
//!
//! One invariant: a constant is in an [`Environment`] only after the checker accepted its declaration, and everything
//! that can be derived from a declaration (recursors, rules, counts, flags) is derived here, never taken from outside.
//! [`deferred`] is the one way to put a check off.
//! Start reading at [`term`] and [`store`], then [`mod@env`], then [`checker`] with its rules in `infer`, `whnf` and `def_eq`;
//! inductive types are in `inductive`.

pub mod axioms;
pub mod checker;
pub mod decl;
mod def_eq;
pub mod deferred;
pub mod env;
mod inductive;
mod infer;
mod known;
pub mod level;
mod literal;
mod memo;
pub mod name;
mod nat_verify;
mod quot;
pub mod snapshot;
pub mod store;
pub mod subst;
pub mod term;
pub mod translate;
mod whnf;

pub use axioms::{axioms_of, axioms_of_all, axioms_of_term};
pub use checker::{Checked, TypeChecker};
pub use decl::*;
pub use deferred::Obligation;
pub use env::{Environment, KernelError};
pub use name::{Name, Part};
pub use num_bigint::BigUint;
pub use store::{Frozen, Store};
pub use subst::with_stack;
pub use term::{
    Binder, BinderInfo, Expr, FVarId, LMVarId, Level, LevelNode, Levels, MVarId, NatLit, Node, StrLit,
};
pub use translate::Translator;
