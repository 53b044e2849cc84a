//! A second kernel, written apart from `turnstile-kernel` and kept to be compared with it: plain, slower, easy to read.
//!
//! One invariant: nothing of the fast kernel's reasoning is used here. Its declarations and term store are read by
//! `convert`, its names and big numbers are shared; levels, terms, evaluation, conversion, inductive types, quotients
//! and literals are done anew. Two kernels that make the same mistake made it twice.
//!
//! Where the two differ in method: terms are trees with structural equality, not interned numbers; levels are compared by
//! substitution; nested inductive types are translated to auxiliary types and the results translated back. What
//! is remembered within one declaration are types, weak-head normal forms, unfolded definitions and decided pairs,
//! keyed by whole terms.
//!
//! Start reading at [`Environment::add_decl`], then `checker` with its rules in `infer`, `whnf` and `def_eq`; inductive
//! types are in `inductive`. [`Environment::confirm`] compares with the fast kernel's answer; the tests run both kernels on
//! the same declarations, and so does `turnstile check --kernel reference`.
//!
//! ```
//! use turnstile_kernel::{Binder, ConstantVal, Declaration, Name, Store};
//! let st = Store::new();
//! let axiom = |name, ty| Declaration::Axiom(ConstantVal { name: Name::new(name), level_params: [].into(), ty });
//! let mut env = turnstile_reference::Environment::new();
//! assert!(env.add_decl(&st, &axiom("P", st.prop())).is_ok());
//! assert!(env.add_decl(&st, &axiom("Q", st.const0("R"))).is_err());
//! ```

mod checker;
mod compare;
mod confirm;
mod convert;
mod def_eq;
mod env;
mod expr;
mod inductive;
mod infer;
mod level;
mod literal;
mod names;
mod nat_functions;
mod quot;
mod whnf;

pub use confirm::{Doubt, declaration_of};
pub use env::{
    Constant, ConstantKind, Constructor, Environment, Error, Inductive, QuotKind, Recursor, RecursorRule,
};
pub use expr::{Expr, Kind};
pub use level::{Level, LevelKind};
