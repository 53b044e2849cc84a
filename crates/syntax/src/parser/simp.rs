//! The arguments of `rw` and `simp`: settings, rules, and where to work.

use super::{P, PResult};
use crate::ast::{
    ConfigItem, ConfigKind, Location, RewriteKind, RewriteRule, SimpArg, SimpArgKind, SimpKind, TacticKind,
    Term, TermKind,
};
use crate::lexer::Tok;

impl P<'_> {
    /// `(opt := e) +opt -opt`
    pub(super) fn config_items(&mut self) -> PResult<Vec<ConfigItem>> {
        let mut items = Vec::new();
        loop {
            let start = self.start();
            let kind = if self.at("(") && self.ahead(1).kind == Tok::Ident && self.ahead_is(2, ":=") {
                let close = self.closer(self.i);
                self.bump();
                let name = self.ident()?;
                self.bump();
                let value = if name.is("disch") || name.is("discharger") {
                    let from = self.start();
                    while close.is_some_and(|c| self.i < c) {
                        self.bump();
                    }
                    Term { kind: TermKind::Unsupported { keyword: name.text() }, span: self.since(from) }
                } else {
                    self.without_position(|p| p.term(0))?
                };
                self.expect(")")?;
                ConfigKind::Value(name, value)
            } else if self.at_any(&["+", "-"]) && self.glued(1) && self.ahead(1).kind == Tok::Ident {
                let on = self.bump().kind == Tok::Sym("+");
                let name = self.ident()?;
                if on { ConfigKind::On(name) } else { ConfigKind::Off(name) }
            } else {
                return Ok(items);
            };
            items.push(ConfigItem { kind, span: self.since(start) });
        }
    }

    /// `at h h' ⊢`, `at *`
    pub(super) fn opt_location(&mut self) -> PResult<Option<Location>> {
        if !self.at("at") {
            return Ok(None);
        }
        let start = self.bump().span.start;
        let mut location = Location { all: false, hyps: Vec::new(), goal: false, span: self.since(start) };
        if self.eat("*") {
            location.all = true;
        } else {
            location.hyps = self.idents()?;
            if self.eat("⊢") {
                location.goal = true;
            } else if self.at("|") && self.ahead_is(1, "-") && self.glued(1) {
                self.bump();
                self.bump();
                location.goal = true;
            } else if location.hyps.is_empty() {
                return Err(self.unexpected("'*', '⊢' or identifier"));
            }
        }
        location.span = self.since(start);
        Ok(Some(location))
    }

    pub(super) fn rewrite(&mut self, kind: RewriteKind) -> PResult<TacticKind> {
        let config = self.config_items()?;
        self.expect("[")?;
        let rules = self.comma_list("]", |p| {
            let start = p.start();
            let symm = p.eat("←") || p.eat("<-");
            let term = p.term(0)?;
            Ok(RewriteRule { symm, term, span: p.since(start) })
        })?;
        let location = self.opt_location()?;
        Ok(TacticKind::Rewrite { kind, config, rules, location })
    }

    pub(super) fn simp(&mut self, kind: SimpKind) -> PResult<TacticKind> {
        let config = self.config_items()?;
        let only = self.eat_word("only");
        let args = if self.at("[") {
            self.bump();
            Some(self.comma_list("]", P::simp_arg)?)
        } else {
            None
        };
        let mut location = self.opt_location()?;
        let simpa = matches!(kind, SimpKind::Simpa | SimpKind::SimpaBang | SimpKind::SimpaQuestion);
        let using =
            if simpa && (self.eat("using") || self.eat_word("using!")) { Some(self.term(0)?) } else { None };
        if location.is_none() {
            location = self.opt_location()?;
        }
        Ok(TacticKind::Simp { kind, config, only, args, location, using })
    }

    fn simp_arg(&mut self) -> PResult<SimpArg> {
        let start = self.start();
        let kind = if self.eat("*") {
            SimpArgKind::Star
        } else if self.eat("-") {
            SimpArgKind::Erase(self.ident()?)
        } else {
            let pre = self.eat("↓");
            if !pre {
                self.eat("↑");
            }
            let symm = self.eat("←") || self.eat("<-");
            SimpArgKind::Lemma { pre, symm, term: self.term(0)? }
        };
        Ok(SimpArg { kind, span: self.since(start) })
    }
}
