//! The pretty printer: terms, goals and errors as Lean text.
//!
//! Terms are printed with the notations the parser reads, as few parentheses as the precedences allow, and with the
//! names their author chose. In [`PpOptions::round_trip`] mode types are added wherever reading the text back would
//! otherwise have to guess. Start reading at [`Meta::pp`], then `term`.

mod args;
mod binder;
mod doc;
mod goal;
mod infix;
mod level;
mod matching;
mod names;
mod notation;
mod round_trip;
mod term;

pub use goal::GoalView;

use crate::error::{Error, Piece};
use crate::meta::Meta;
use turnstile_kernel::{Expr, Level, MVarId, Name};

/// How terms are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PpOptions {
    /// The longest line that is aimed at.
    pub width: usize,
    /// `@f` with all arguments, and no notations.
    pub explicit: bool,
    /// Universe levels of constants.
    pub universes: bool,
    /// Write types where the reader would have to guess them, and no generalised field notation.
    pub round_trip: bool,
    /// Use infix operators, numerals, `if`, `match` and the like.
    pub notation: bool,
    /// Write `x.f` for `C.f x` where `x : C`.
    pub field_notation: bool,
    /// Write the types of the binders of `fun`.
    pub fun_binder_types: bool,
    /// Show proofs inside of terms; otherwise they print as `⋯`.
    pub proofs: bool,
    /// Write `{ x := a, y := b }` for structures.
    pub structure_instances: bool,
    /// Write numerals with their types: `(2 : Nat)`.
    pub numeric_types: bool,
    /// Write `fun x ↦ e`.
    pub unicode_fun: bool,
    /// Namespaces whose prefix may be left out: the current one, its parents (innermost first) and the open ones.
    pub namespaces: Vec<Name>,
    /// How many of them are the current one and its parents.
    pub enclosing: usize,
    /// Terms nested deeper than this print as `⋯`.
    pub max_depth: u32,
    /// After this many parts the rest prints as `⋯`.
    pub max_steps: u32,
}

impl Default for PpOptions {
    fn default() -> PpOptions {
        PpOptions {
            width: 100,
            explicit: false,
            universes: false,
            round_trip: false,
            notation: true,
            field_notation: true,
            fun_binder_types: false,
            proofs: false,
            structure_instances: true,
            numeric_types: false,
            unicode_fun: false,
            namespaces: Vec::new(),
            enclosing: 0,
            max_depth: 200,
            max_steps: 10_000,
        }
    }
}

impl PpOptions {
    /// Text meant to be read back.
    #[must_use]
    pub fn script(&self) -> PpOptions {
        PpOptions {
            round_trip: true,
            field_notation: false,
            fun_binder_types: false,
            proofs: true,
            structure_instances: false,
            numeric_types: false,
            unicode_fun: false,
            max_depth: 1000,
            max_steps: 500_000,
            ..self.clone()
        }
    }
    /// Everything shown: the last resort when a shorter text does not read back.
    #[must_use]
    pub fn all(&self) -> PpOptions {
        PpOptions { explicit: true, universes: true, notation: false, ..self.script() }
    }
}

impl Meta {
    /// `e` as text, in the current context.
    pub fn pp(&mut self, e: Expr) -> String {
        let o = self.pp_options.clone();
        self.pp_with(e, &o, 0)
    }

    /// `e` as text that reads back to the same term where its type is expected.
    pub fn pp_script(&mut self, e: Expr) -> String {
        let o = self.pp_options.script();
        self.pp_with(e, &o, 0)
    }

    /// `e` as text under `options`; lines after the first are indented by `indent` columns.
    pub fn pp_with(&mut self, e: Expr, options: &PpOptions, indent: usize) -> String {
        let e = self.instantiate(e);
        let doc = term::Printer::new(self, options).top(e);
        doc::render(&doc, options.width, indent)
    }

    /// The full name of the constant `n`, with `_root_` where it means something else as well.
    pub fn pp_full_name(&mut self, n: Name) -> String {
        let o = self.pp_options.clone();
        term::Printer::new(self, &o).full_name(n)
    }

    /// The universe level `l` as text.
    #[must_use]
    pub fn pp_level(&self, l: Level) -> String {
        level::show(&self.st, self.instantiate_level(l), false)
    }

    /// A goal as Lean shows it: tag, hypotheses, target.
    pub fn pp_goal(&mut self, g: MVarId) -> String {
        let view = self.goal_view(g);
        view.text
    }

    /// The message of an error, with its terms in the context it was made in.
    pub fn render(&mut self, e: &Error) -> String {
        let lctx = std::mem::replace(&mut self.lctx, e.0.lctx.clone());
        let mctx = std::mem::replace(&mut self.mctx, e.0.mctx.clone());
        let mut out = String::new();
        for p in &e.0.pieces {
            match p {
                Piece::Text(t) => out.push_str(t),
                Piece::Name(n) => out.push_str(&names::name_text(*n)),
                Piece::Level(l) => out.push_str(&self.pp_level(*l)),
                Piece::Goal(g) => out.push_str(&self.pp_goal(*g)),
                Piece::HasTypeBut { given, expected } => out.push_str(&self.has_type_but(*given, *expected)),
                Piece::ExplicitConst(c) => {
                    let o = PpOptions { explicit: true, ..self.pp_options.clone() };
                    let text = self.pp_with(*c, &o, 0);
                    out.push_str(&text);
                }
                Piece::Inline(x) => out.push_str(&self.inline(*x)),
                Piece::Expr(x) => {
                    let line = out.rsplit('\n').next().unwrap_or("");
                    let indent = line.chars().take_while(|c| *c == ' ').count();
                    let o = self.pp_options.clone();
                    let text = self.pp_with(*x, &o, indent);
                    out.push_str(&text);
                }
            }
        }
        self.lctx = lctx;
        self.mctx = mctx;
        out
    }
}

#[cfg(test)]
mod tests;
