//! From syntax to kernel declarations and back.
//!
//! `meta` holds metavariables, unification, reduction and instance search; everything built here is checked by the
//! kernel, so a bug can make elaboration fail but never make it accept a wrong proof. Start reading at [`meta::Meta`].

pub mod command;
pub mod elab;
pub mod env;
pub mod error;
pub mod eval;
pub mod inductive;
pub mod matching;
mod messages;
pub mod meta;
pub mod pp;
pub mod recursion;
pub mod scope;
pub mod structure;
pub mod table;
pub mod term;

pub use elab::{Elab, Message, Severity, SorrySite, SynthMode, TacticRunner};
pub use env::Env;
pub use error::{Error, ErrorKind, Piece, Result};
pub use meta::{LocalContext, LocalDecl, MVarKind, Meta, MetavarContext};
pub use scope::Scope;
