//! The typed syntax tree. Every node has the [`Span`] of the text it was read from.
//!
//! The tree keeps what was written (parentheses, sugar, the order of binders), not what it means: names are not
//! resolved, notations are not unfolded. Text between nodes (blanks, comments) is found through the spans.

mod command;
mod conv;
mod do_block;
mod tactic;
mod term;
mod visit;

pub use command::*;
pub use conv::*;
pub use do_block::*;
pub use tactic::*;
pub use term::*;
pub use visit::*;

use crate::span::Span;
use std::fmt;

/// A name as written, such as `Nat.add`, `x` or `«odd name».y`. Parts are without their `«»`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Ident {
    /// The components between the dots; never empty.
    pub parts: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

impl Ident {
    /// The dotted text, with `«»` around components that need them: what `Name::new` of the kernel reads.
    #[must_use]
    pub fn text(&self) -> String {
        self.to_string()
    }

    /// Whether the name has one component only.
    #[must_use]
    pub fn is_atomic(&self) -> bool {
        self.parts.len() == 1
    }

    /// Whether this is the one-component name `s`.
    #[must_use]
    pub fn is(&self, s: &str) -> bool {
        self.parts.len() == 1 && self.parts.first().is_some_and(|p| p == s)
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, part) in self.parts.iter().enumerate() {
            if i > 0 {
                f.write_str(".")?;
            }
            if crate::lexer::is_plain_ident(part) {
                f.write_str(part)?;
            } else {
                write!(f, "«{part}»")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// A name that is bound: an identifier or `_`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BinderName {
    /// `x`
    Ident(Ident),
    /// `_`
    Hole(Span),
}

impl BinderName {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            BinderName::Ident(i) => i.span,
            BinderName::Hole(s) => *s,
        }
    }

    /// The identifier, unless it is `_`.
    #[must_use]
    pub fn ident(&self) -> Option<&Ident> {
        match self {
            BinderName::Ident(i) => Some(i),
            BinderName::Hole(_) => None,
        }
    }
}

/// The brackets around a binder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinderKind {
    /// `(x : α)`, or `x` without brackets.
    Explicit,
    /// `{x : α}`
    Implicit,
    /// `⦃x : α⦄`
    StrictImplicit,
    /// `[C]` or `[inst : C]`
    Instance,
}

/// One group of bound names that share a type: `(x y : α := v)`, `{x}`, `[Add α]`, `x`.
#[derive(Clone, Debug)]
pub struct Binder {
    /// Its brackets.
    pub kind: BinderKind,
    /// The names; empty for an anonymous instance binder `[C]`.
    pub names: Vec<BinderName>,
    /// The type, when written.
    pub ty: Option<Term>,
    /// The default value `:= v`. A [`TermKind::By`] here is an automatic argument: run for each use.
    pub default: Option<Term>,
    /// Brackets included.
    pub span: Span,
}

/// A `local`, `scoped` or plain declaration of an attribute, instance or notation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Scope {
    /// Everywhere from here on.
    #[default]
    Global,
    /// Until the end of the section.
    Local,
    /// Wherever the namespace is open.
    Scoped,
}

/// `open A B (x y) …`
#[derive(Clone, Debug)]
pub struct OpenDecl {
    /// What is opened, and how.
    pub kind: OpenKind,
    /// Without the keyword `open`.
    pub span: Span,
}

/// The forms of `open`.
#[derive(Clone, Debug)]
pub enum OpenKind {
    /// `open A B C`
    Simple(Vec<Ident>),
    /// `open scoped A B`: only scoped notations, instances and attributes.
    Scoped(Vec<Ident>),
    /// `open A (x y)`
    Only(Ident, Vec<Ident>),
    /// `open A hiding x y`
    Hiding(Ident, Vec<Ident>),
    /// `open A renaming x → y, z → w`
    Renaming(Ident, Vec<(Ident, Ident)>),
}

/// `set_option name value`
#[derive(Clone, Debug)]
pub struct SetOption {
    /// The option's name.
    pub name: Ident,
    /// The value as written: `true`, `false`, a number or a string (unescaped).
    pub value: String,
    /// Without the keyword.
    pub span: Span,
}
