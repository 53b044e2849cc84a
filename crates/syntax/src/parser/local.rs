//! Local declarations, `if`, `match` and `calc`.

use super::{P, PResult};
use crate::ast::{
    Body, CalcStep, LetDecl, LetKind, LetTarget, LocalDef, Match, MatchAlt, MatchDiscr, Term, TermKind,
};
use crate::lexer::Tok;

/// `(generalizing := b)`, `(motive := m)` and the matched values.
pub(super) type MatchHeader = (Option<bool>, Option<Term>, Vec<MatchDiscr>);

impl P<'_> {
    /// `let x := v; body` and its relatives.
    pub(super) fn local_term(&mut self, keyword: &str) -> PResult<TermKind> {
        if keyword == "let" {
            let next = self.ahead(1);
            let after = self.ahead(2).kind;
            if self.text(next) == "rec" && matches!(after, Tok::Ident | Tok::Doc | Tok::Sym("@[")) {
                let decls = self.with_position(|p| {
                    p.bump();
                    p.bump();
                    p.comma_list1(P::local_def)
                })?;
                self.body_separator()?;
                let body = Box::new(self.term(0)?);
                return Ok(TermKind::LetRec { decls, body });
            }
        }
        let kind = match keyword {
            "have" => LetKind::Have,
            "letI" => LetKind::LetI,
            "haveI" => LetKind::HaveI,
            _ => LetKind::Let,
        };
        let decl = self.with_position(|p| {
            p.bump();
            p.let_decl(matches!(kind, LetKind::Have | LetKind::HaveI), false)
        })?;
        self.body_separator()?;
        let body = Box::new(self.term(0)?);
        Ok(TermKind::Let { kind, decl: Box::new(decl), body })
    }

    /// `;` or a line break.
    pub(super) fn body_separator(&mut self) -> PResult<()> {
        if self.eat(";") || (self.peek().line_start && self.kind() != Tok::Eof) {
            return Ok(());
        }
        Err(self.unexpected("';' or line break"))
    }

    /// What stands behind `let` or `have`. `have` may lack a name, and as a tactic (`open_ended`) a value.
    pub(super) fn let_decl(&mut self, is_have: bool, open_ended: bool) -> PResult<LetDecl> {
        let start = self.start();
        let names = self.at_binder_name(0)
            && matches!(
                self.ahead(1).kind,
                Tok::Ident
                    | Tok::Eof
                    | Tok::Sym("_" | ":" | ":=" | "|" | "(" | "{" | "⦃" | "[")
                    | Tok::Error(_)
            );
        let (target, binders) = if names {
            let name = self.binder_name()?;
            (LetTarget::Name(name), self.signature_binders()?)
        } else if self.at_any(&[":", ":=", "|"]) {
            (LetTarget::Anonymous, Vec::new())
        } else if self.at("{") && self.names_ahead(1) > 0 {
            (LetTarget::Anonymous, self.signature_binders()?)
        } else {
            (LetTarget::Pattern(self.term(0)?), Vec::new())
        };
        let ty = self.opt_type()?;
        let body = if self.eat(":=") {
            Body::Value(self.term(0)?)
        } else if self.at("|") {
            Body::Alts(self.match_alts()?)
        } else if open_ended && (ty.is_some() || is_have) {
            Body::None
        } else {
            return Err(self.unexpected("':=' or '|'"));
        };
        Ok(LetDecl { target, binders, ty, body, span: self.since(start) })
    }

    /// A function of `let rec` or `where`.
    pub(super) fn local_def(&mut self) -> PResult<LocalDef> {
        let start = self.start();
        let modifiers = self.modifiers()?;
        let name = self.ident()?;
        let binders = self.signature_binders()?;
        let ty = self.opt_type()?;
        let body = if self.eat(":=") {
            Body::Value(self.term(0)?)
        } else if self.at("|") {
            Body::Alts(self.match_alts()?)
        } else {
            return Err(self.unexpected("':=' or '|'"));
        };
        let termination = self.termination()?;
        Ok(LocalDef { modifiers, name, binders, ty, body, termination, span: self.since(start) })
    }

    pub(super) fn if_term(&mut self) -> PResult<TermKind> {
        self.bump();
        if self.eat("let") {
            let pat = Box::new(self.term(0)?);
            self.expect(":=")?;
            let value = Box::new(self.term(0)?);
            let (then, els) = self.branches()?;
            return Ok(TermKind::IfLet { pat, value, then, els });
        }
        let hyp = self.opt_hyp();
        let cond = Box::new(self.term(0)?);
        let (then, els) = self.branches()?;
        Ok(TermKind::If { hyp, cond, then, els })
    }

    fn branches(&mut self) -> PResult<(Box<Term>, Box<Term>)> {
        self.expect("then")?;
        let then = Box::new(self.term(0)?);
        self.expect("else")?;
        Ok((then, Box::new(self.term(0)?)))
    }

    /// `match … with`, up to the alternatives.
    pub(super) fn match_header(&mut self) -> PResult<MatchHeader> {
        self.bump();
        let (mut generalizing, mut motive) = (None, None);
        while self.at("(") && self.ahead_is(2, ":=") {
            let name = self.ahead(1);
            match self.text(name) {
                "generalizing" => {
                    self.skip(3);
                    generalizing = Some(match self.word() {
                        Some("true") => true,
                        Some("false") => false,
                        _ => return Err(self.unexpected("'true' or 'false'")),
                    });
                    self.bump();
                }
                "motive" => {
                    self.skip(3);
                    motive = Some(self.without_position(|p| p.term(0))?);
                }
                _ => break,
            }
            self.expect(")")?;
        }
        let discrs = self.comma_list1(P::discr)?;
        self.expect("with")?;
        Ok((generalizing, motive, discrs))
    }

    pub(super) fn match_term(&mut self) -> PResult<Match> {
        let (generalizing, motive, discrs) = self.match_header()?;
        let alts = self.match_alts()?;
        Ok(Match { generalizing, motive, discrs, alts })
    }

    /// `h : e`
    pub(super) fn discr(&mut self) -> PResult<MatchDiscr> {
        let hyp = self.opt_hyp();
        Ok(MatchDiscr { hyp, term: self.term(0)? })
    }

    /// `| p, q => e` for as long as the `|` stands no further to the left than the first.
    pub(super) fn match_alts(&mut self) -> PResult<Vec<MatchAlt>> {
        self.alternatives(|p, patterns, start| {
            let rhs = p.term(0)?;
            Ok(MatchAlt { patterns, rhs, span: p.since(start) })
        })
    }

    pub(super) fn alternatives<T>(
        &mut self,
        mut rhs: impl FnMut(&mut Self, Vec<Vec<Term>>, usize) -> PResult<T>,
    ) -> PResult<Vec<T>> {
        if !self.at("|") {
            return Err(self.unexpected("'|'"));
        }
        self.with_position(|p| {
            let mut alts = Vec::new();
            while p.at("|") && p.col_ge() {
                let start = p.start();
                let mut patterns = Vec::new();
                while p.eat("|") {
                    patterns.push(p.comma_list1(|p| p.term(0))?);
                }
                p.expect("=>")?;
                alts.push(rhs(p, patterns, start)?);
            }
            Ok(alts)
        })
    }

    /// The steps after `calc`.
    pub(super) fn calc_steps(&mut self) -> PResult<Vec<CalcStep>> {
        let outer = self.pos;
        let first = self.peek();
        let mut steps = vec![self.with_position(P::calc_step)?];
        let mut column = None;
        loop {
            let t = self.peek();
            let inside =
                t.line_start && outer.is_none_or(|p| t.col > p || (t.kind == Tok::Sym("_") && t.col >= p));
            let aligned = match column {
                Some(c) => t.col == c,
                None => {
                    t.kind == Tok::Sym("_") || (t.col == first.col && first.line_start && self.starts_arg())
                }
            };
            if !(inside && aligned && t.kind != Tok::Eof) {
                break;
            }
            column = Some(t.col);
            let step = self.with_position(P::calc_step)?;
            if step.proof.is_none() {
                return Err(self.unexpected("':='"));
            }
            steps.push(step);
        }
        Ok(steps)
    }

    fn calc_step(&mut self) -> PResult<CalcStep> {
        let start = self.start();
        let rel = self.term(0)?;
        let proof = if self.eat(":=") { Some(self.term(0)?) } else { None };
        Ok(CalcStep { rel, proof, span: self.since(start) })
    }

    /// A term in parentheses, for values of options such as `(priority := e)`.
    pub(super) fn named_option(&mut self, name: &str) -> PResult<Option<Term>> {
        let word = self.ahead(1);
        if !(self.at("(") && self.ahead_is(2, ":=") && self.text(word) == name) {
            return Ok(None);
        }
        self.skip(3);
        let value = self.without_position(|p| p.term(0))?;
        self.expect(")")?;
        Ok(Some(value))
    }
}
