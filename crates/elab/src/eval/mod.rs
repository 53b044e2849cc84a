//! Evaluation of closed terms, for `#eval` and `#guard`.
//!
//! Kernel terms are run as they are; there is no compiler. What is computed is what the kernel would compute (operations
//! on machine numbers, which are opaque to it, excepted), but nothing rests on it: a value is shown, never believed.
//! Start reading at [`Evaluator`].

mod builtin;
mod layout;
mod machine;
mod show;
mod value;

pub use machine::Evaluator;
pub use value::{Scope, Thunk, Value};
