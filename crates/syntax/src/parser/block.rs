//! Blocks of tactics.

use super::{P, PResult};
use crate::ast::{AltRhs, ConvStep, Tactic, TacticAlt, TacticKind, TacticSeq};
use crate::lexer::Tok;
use crate::span::Span;

impl P<'_> {
    /// Tactics one below the other or after `;`, or `{ tacs }`. Nothing at all is an empty block.
    pub(super) fn tactic_seq(&mut self) -> PResult<TacticSeq> {
        if self.at("{") {
            let start = self.bump().span.start;
            let tactics = self.without_position(|p| p.tactics())?;
            self.expect("}")?;
            return Ok(TacticSeq { tactics, span: self.since(start) });
        }
        let tactics = self.tactics()?;
        let span = match tactics.first().zip(tactics.last()) {
            Some((a, b)) => a.span.to(b.span),
            None => Span::new(self.prev_end(), self.prev_end()),
        };
        Ok(TacticSeq { tactics, span })
    }

    /// A block that must stand to the right of the saved column; otherwise it is empty.
    pub(super) fn indented_seq(&mut self) -> PResult<TacticSeq> {
        if self.col_gt() {
            return self.tactic_seq();
        }
        Ok(TacticSeq { tactics: Vec::new(), span: Span::new(self.prev_end(), self.prev_end()) })
    }

    fn tactics(&mut self) -> PResult<Vec<Tactic>> {
        if !self.starts_tactic() {
            return Ok(Vec::new());
        }
        self.with_position(|p| {
            let mut tactics = vec![p.tactic()?];
            loop {
                let separated = p.eat(";") || p.next_item();
                if !separated || !p.starts_tactic() || !p.col_ge() {
                    return Ok(tactics);
                }
                tactics.push(p.tactic()?);
            }
        })
    }

    pub(super) fn starts_tactic(&mut self) -> bool {
        if self.at_antiquotation() || self.at_rule("tactic", 0) {
            return true;
        }
        match self.kind() {
            Tok::Ident => true,
            Tok::Sym(s) => {
                matches!(
                    s,
                    "have"
                        | "let"
                        | "show"
                        | "suffices"
                        | "match"
                        | "if"
                        | "calc"
                        | "exists"
                        | "open"
                        | "set_option"
                        | "nomatch"
                        | "nofun"
                        | "sorry"
                        | "try"
                        | "haveI"
                        | "letI"
                        | "·"
                        | "."
                        | "("
                        | "{"
                ) || s == "fun" && self.conv
            }
            _ => false,
        }
    }

    /// A tactic with its `<;>` and `<|>`.
    pub(super) fn tactic(&mut self) -> PResult<Tactic> {
        self.nested(|p| {
            let mut left = p.tactic_or_else()?;
            while p.eat("<;>") {
                let right = p.tactic_or_else()?;
                let span = left.span.to(right.span);
                left = Tactic { kind: TacticKind::AndThen(Box::new(left), Box::new(right)), span };
                p.raise()?;
            }
            Ok(left)
        })
    }

    fn tactic_or_else(&mut self) -> PResult<Tactic> {
        let start = self.start();
        let mut parts = vec![self.tactic_primary()?];
        while self.eat("<|>") {
            parts.push(self.tactic_primary()?);
            self.raise()?;
        }
        let Some(mut whole) = parts.pop() else { return Err(self.unexpected("tactic")) };
        while let Some(left) = parts.pop() {
            let span = left.span.to(whole.span);
            whole = Tactic { kind: TacticKind::OrElse(Box::new(left), Box::new(whole)), span };
        }
        debug_assert!(whole.span.start >= start);
        Ok(whole)
    }

    fn tactic_primary(&mut self) -> PResult<Tactic> {
        let start = self.start();
        if self.at_antiquotation() {
            let hole = self.antiquotation()?;
            return Ok(Tactic { kind: TacticKind::Other { name: hole.text_of_hole() }, span: hole.span });
        }
        if let Some((node, _)) = self.leading_rule("tactic", 0)? {
            return Ok(Tactic { kind: TacticKind::Macro(Box::new(node)), span: self.since(start) });
        }
        let kind = match self.kind() {
            Tok::Sym("·" | ".") => {
                self.bump();
                let seq = self.indented_seq()?;
                if self.conv {
                    TacticKind::ConvStep(Box::new(ConvStep::Nested(seq)))
                } else {
                    TacticKind::Bullet(seq)
                }
            }
            Tok::Sym("(") => {
                let open = self.bump().span.start;
                let tactics = self.without_position(|p| p.tactics())?;
                self.expect(")")?;
                TacticKind::Paren(TacticSeq { tactics, span: self.since(open) })
            }
            Tok::Sym("{") if self.conv => {
                let seq = self.tactic_seq()?;
                TacticKind::ConvStep(Box::new(ConvStep::Nested(seq)))
            }
            Tok::Sym("{") => TacticKind::Braces(self.tactic_seq()?),
            _ => self.named_tactic()?,
        };
        Ok(Tactic { kind, span: self.since(start) })
    }

    /// The right-hand side of an alternative: a hole that stays open, or a block.
    pub(super) fn alt_rhs(&mut self) -> PResult<AltRhs> {
        let t = self.peek();
        if self.eat("_") {
            return Ok(AltRhs::Hole(t.span));
        }
        if self.eat("?") {
            let name = if self.eat("_") { None } else { Some(self.ident()?) };
            return Ok(AltRhs::SyntheticHole(name, self.since(t.span.start)));
        }
        let seq = self.tactic_seq()?;
        if seq.tactics.is_empty() && !self.after_brace() {
            return Err(self.unexpected("tactic"));
        }
        Ok(AltRhs::Tactics(seq))
    }

    fn after_brace(&self) -> bool {
        let last = self.i.checked_sub(1).and_then(|i| self.toks.get(i));
        last.is_some_and(|t| t.kind == Tok::Sym("}"))
    }

    /// `| p => tacs` of a tactic `match` or `intro`.
    pub(super) fn tactic_alts(&mut self) -> PResult<Vec<TacticAlt>> {
        self.alternatives(|p, patterns, start| {
            let rhs = p.alt_rhs()?;
            Ok(TacticAlt { patterns, rhs, span: p.since(start) })
        })
    }

    /// `| a | b` of `first` and `solve`.
    pub(super) fn bar_seqs(&mut self) -> PResult<Vec<TacticSeq>> {
        if !self.at("|") {
            return Err(self.unexpected("'|'"));
        }
        self.with_position(|p| {
            let mut out = Vec::new();
            while p.at("|") && p.col_ge() {
                p.bump();
                out.push(p.tactic_seq()?);
            }
            Ok(out)
        })
    }
}
