//! Lean 4 source text to a typed syntax tree with spans, and nothing else.
//!
//! One invariant: parsing never fails as a whole and never panics. A file is a list of [`Command`]s and a list of
//! [`SyntaxError`]s; every node knows the bytes it was read from, so that an edit touches nothing else.
//! Start reading at [`ast`], then [`Parser`], then [`NotationTable`], which holds the part of the grammar that
//! a file itself extends.
//!
//! ```
//! let file = turnstile_syntax::parse_file("theorem two : 1 + 1 = 2 := by rfl");
//! assert!(file.errors.is_empty());
//! assert_eq!(file.commands.len(), 1);
//! ```

pub mod ast;
mod lexer;
mod line_index;
pub mod macros;
pub mod notation;
pub mod operator;
mod parser;
mod sexpr;
mod span;

pub use ast::*;
pub use lexer::is_plain_ident;
pub use line_index::{LineCol, LineIndex};
pub use macros::{MacroAlt, MacroArg, MacroNode, RuleId, SyntaxItem, SyntaxRule, Template};
pub use notation::{Notation, NotationId, NotationTable};
pub use parser::{File, Parser, Position, parse_file, parse_tactics, parse_term};
pub use sexpr::{sexpr_command, sexpr_tactics, sexpr_term};
pub use span::Span;

/// A place where the text is not what the grammar expects.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// Where: the token that was not expected.
    pub span: Span,
    /// What was expected.
    pub message: String,
}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for SyntaxError {}
