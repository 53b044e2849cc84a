//! Patterns of `rcases`, `obtain`, `rintro` and `ext`, and the alternatives of `cases` and `induction`.

use super::{P, PResult};
use crate::ast::{InductionAlt, InductionAlts, InductionLhs, RcasesKind, RcasesPat};
use crate::lexer::Tok;

impl P<'_> {
    /// `pat | pat : T`
    pub(super) fn rcases_typed(&mut self) -> PResult<RcasesPat> {
        let pat = self.rcases_alts()?;
        if !self.eat(":") {
            return Ok(pat);
        }
        let ty = Box::new(self.term(0)?);
        let span = self.since(pat.span.start);
        Ok(RcasesPat { kind: RcasesKind::Typed(Box::new(pat), ty), span })
    }

    /// `pat | pat`
    pub(super) fn rcases_alts(&mut self) -> PResult<RcasesPat> {
        let first = self.rcases_pat()?;
        if !self.at("|") {
            return Ok(first);
        }
        let start = first.span.start;
        let mut pats = vec![first];
        while self.eat("|") {
            pats.push(self.rcases_pat()?);
        }
        Ok(RcasesPat { kind: RcasesKind::Alts(pats), span: self.since(start) })
    }

    pub(super) fn starts_rcases_pat(&mut self) -> bool {
        matches!(self.kind(), Tok::Ident | Tok::Sym("_" | "-" | "@" | "⟨" | "("))
    }

    /// Patterns for as long as they stand to the right of the saved column.
    pub(super) fn rcases_pats(&mut self) -> PResult<Vec<RcasesPat>> {
        let mut pats = Vec::new();
        while self.starts_rcases_pat() && self.col_gt() {
            pats.push(self.rcases_pat()?);
        }
        Ok(pats)
    }

    fn rcases_pat(&mut self) -> PResult<RcasesPat> {
        self.nested(|p| {
            let start = p.start();
            let kind = match p.kind() {
                Tok::Ident => RcasesKind::Name(p.ident()?),
                Tok::Sym("_") => {
                    p.bump();
                    RcasesKind::Hole
                }
                Tok::Sym("-") => {
                    p.bump();
                    RcasesKind::Clear
                }
                Tok::Sym("@") => {
                    p.bump();
                    RcasesKind::Explicit(Box::new(p.rcases_pat()?))
                }
                Tok::Sym("⟨") => {
                    p.bump();
                    RcasesKind::Tuple(p.comma_list("⟩", P::rcases_typed)?)
                }
                Tok::Sym("(") => {
                    p.bump();
                    let inner = p.without_position(P::rcases_typed)?;
                    p.expect(")")?;
                    RcasesKind::Paren(Box::new(inner))
                }
                _ => return Err(p.unexpected("pattern")),
            };
            Ok(RcasesPat { kind, span: p.since(start) })
        })
    }

    /// `with tac | a x => tacs …`
    pub(super) fn induction_alts(&mut self) -> PResult<Option<InductionAlts>> {
        if !self.at("with") {
            return Ok(None);
        }
        let start = self.bump().span.start;
        let pre = if !self.at("|") && self.starts_tactic() && self.col_gt() {
            Some(Box::new(self.tactic()?))
        } else {
            None
        };
        let alts = if self.at("|") {
            self.with_position(|p| {
                let mut alts = Vec::new();
                while p.at("|") && p.col_ge() {
                    alts.push(p.induction_alt()?);
                }
                Ok(alts)
            })?
        } else if pre.is_some() {
            Vec::new()
        } else {
            return Err(self.unexpected("'|'"));
        };
        Ok(Some(InductionAlts { pre, alts, span: self.since(start) }))
    }

    fn induction_alt(&mut self) -> PResult<InductionAlt> {
        let start = self.start();
        let mut lhs = Vec::new();
        while self.eat("|") {
            let from = self.start();
            let explicit = self.eat("@");
            let name = self.binder_name()?;
            let mut vars = Vec::new();
            while let Some(v) = self.opt_binder_name() {
                vars.push(v);
            }
            lhs.push(InductionLhs { explicit, name, vars, span: self.since(from) });
        }
        let rhs = if self.eat("=>") { Some(self.alt_rhs()?) } else { None };
        Ok(InductionAlt { lhs, rhs, span: self.since(start) })
    }
}
