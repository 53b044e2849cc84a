//! Terms: operators, application, and what may follow a term.

use super::{P, PResult};
use crate::ast::{Arg, Field, IndexMode, Level, LevelKind, Term, TermKind};
use crate::lexer::{Tok, Token};
use crate::operator::{self, ARG, ARROW, LEAD, MAX, MIN};
use crate::span::Span;

pub(super) fn mk(kind: TermKind, span: Span) -> Term {
    Term { kind, span }
}

impl P<'_> {
    /// A term of at least the precedence `prec`.
    pub(super) fn term(&mut self, prec: u32) -> PResult<Term> {
        self.nested(|p| {
            let (mut term, mut lhs) = p.leading(prec)?;
            loop {
                let (next, grown) = p.trailing(term, &mut lhs, prec)?;
                term = next;
                if !grown {
                    return Ok(term);
                }
            }
        })
    }

    /// One step of what may follow a term: gives the term back as it was if nothing does. `lhs` is the precedence of
    /// the term so far.
    fn trailing(&mut self, term: Term, lhs: &mut u32, prec: u32) -> PResult<(Term, bool)> {
        let t = self.peek();
        if matches!(t.kind, Tok::Eof | Tok::Error(_)) {
            return Ok((term, false));
        }
        if self.table.has_rules() {
            let start = term.span.start;
            match self.trailing_rule("term", crate::macros::MacroArg::Term(term), *lhs, prec)? {
                Ok((node, term_prec)) => {
                    *lhs = term_prec;
                    return Ok((mk(TermKind::Macro(Box::new(node)), self.since(start)), true));
                }
                Err(crate::macros::MacroArg::Term(back)) => return self.builtin_trailing(back, lhs, prec),
                Err(_) => return Err(self.unexpected("term")),
            }
        }
        self.builtin_trailing(term, lhs, prec)
    }

    fn builtin_trailing(&mut self, term: Term, lhs: &mut u32, prec: u32) -> PResult<(Term, bool)> {
        let t = self.peek();
        if !self.table.is_empty()
            && let Some(id) = self.trailing_notation(*lhs, prec)
        {
            let (whole, term_prec) = self.above(|p| p.finish_trailing_notation(id, term))?;
            *lhs = term_prec;
            return Ok((whole, true));
        }
        if !t.space && self.has_postfix(t, &term) {
            let term = self.postfix(term)?;
            return Ok((term, true));
        }
        if prec <= LEAD && *lhs >= MAX && t.space && self.starts_arg() && self.col_gt() {
            *lhs = LEAD;
            return Ok((self.above(|p| p.application(term))?, true));
        }
        let Tok::Sym(symbol) = t.kind else { return Ok((term, false)) };
        match symbol {
            "⁻¹" if *lhs >= MAX => {
                let op_span = self.bump().span;
                self.raise()?;
                let span = self.since(term.span.start);
                Ok((mk(TermKind::Postfix { op: "⁻¹", op_span, arg: Box::new(term) }, span), true))
            }
            "→" | "->" if prec <= ARROW => {
                self.bump();
                let cod = self.above(|p| p.term(ARROW))?;
                let span = self.since(term.span.start);
                *lhs = ARROW;
                Ok((mk(TermKind::Arrow(Box::new(term), Box::new(cod)), span), true))
            }
            "|>." if prec <= MIN => {
                self.bump();
                *lhs = MIN;
                self.raise()?;
                Ok((self.pipe_proj(term)?, true))
            }
            _ => {
                let Some(op) = operator::infix(symbol) else { return Ok((term, false)) };
                if op.prec < prec || *lhs < op.lhs {
                    return Ok((term, false));
                }
                let op_span = self.bump().span;
                let rhs = self.above(|p| p.term(op.rhs))?;
                let span = self.since(term.span.start);
                *lhs = op.prec;
                let kind = TermKind::Binop { op: op.op, op_span, lhs: Box::new(term), rhs: Box::new(rhs) };
                Ok((mk(kind, span), true))
            }
        }
    }

    /// Whether the token, glued to the term, goes on with it: `.f`, `.1`, `[i]`, `.{u}`, `@p`.
    fn has_postfix(&mut self, t: Token, term: &Term) -> bool {
        let plain = matches!(&term.kind, TermKind::Ident { levels: None, .. });
        match t.kind {
            Tok::Sym(".") => {
                self.glued(1) && (matches!(self.ahead(1).kind, Tok::Ident | Tok::Nat) || self.word_at(1))
            }
            Tok::Sym("[") => true,
            Tok::Sym(".{") => plain || matches!(term.kind, TermKind::DotIdent(_)),
            Tok::Sym("@") => plain && self.glued(1),
            _ => false,
        }
    }

    fn word_at(&mut self, k: usize) -> bool {
        matches!(self.ahead(k).kind, Tok::Sym(s) if s.starts_with(|c: char| c.is_ascii_alphabetic()))
    }

    fn postfix(&mut self, term: Term) -> PResult<Term> {
        let start = term.span.start;
        let open = self.i;
        let t = self.bump();
        if t.kind != Tok::Sym(".") {
            self.raise()?;
        }
        match t.kind {
            Tok::Sym(".") => self.fields_of(term),
            Tok::Sym(".{") => {
                let levels = self.comma_list("}", |p| p.level(0))?;
                let span = self.since(start);
                let kind = match term.kind {
                    TermKind::Ident { name, .. } => TermKind::Ident { name, levels: Some(levels) },
                    other => other,
                };
                Ok(mk(kind, span))
            }
            Tok::Sym("@") => {
                let TermKind::Ident { name, .. } = term.kind else { return Ok(term) };
                let hyp = (self.kind() == Tok::Ident && self.ahead_is(1, ":")).then(|| self.ident());
                let hyp = hyp.transpose()?;
                if hyp.is_some() {
                    self.bump();
                }
                let pat = Box::new(self.term(MAX)?);
                Ok(mk(TermKind::NamedPat { name, hyp, pat }, self.since(start)))
            }
            _ => {
                let with_proof = self.closer(open).is_some_and(|c| self.token(c).kind == Tok::Sym("]'"));
                let index = Box::new(self.without_position(|p| p.term(0))?);
                self.expect(if with_proof { "]'" } else { "]" })?;
                let (mode, proof) = if with_proof {
                    (IndexMode::Proof, Some(Box::new(self.term(MAX)?)))
                } else if self.at("!") && self.glued(0) {
                    self.bump();
                    (IndexMode::Panic, None)
                } else if self.at("?") && self.glued(0) {
                    self.bump();
                    (IndexMode::Optional, None)
                } else {
                    (IndexMode::Checked, None)
                };
                let span = self.since(start);
                Ok(mk(TermKind::Index { term: Box::new(term), index, mode, proof }, span))
            }
        }
    }

    /// The fields after a dot: `1`, `f`, `f.g`.
    fn fields_of(&mut self, mut term: Term) -> PResult<Term> {
        let start = term.span.start;
        for field in self.field()? {
            let end = field.span.end;
            term = mk(TermKind::Proj(Box::new(term), field), Span::new(start, end));
            self.raise()?;
        }
        Ok(term)
    }

    /// A field number or the components of a field name; at least one.
    pub(super) fn field(&mut self) -> PResult<Vec<Field>> {
        let t = self.peek();
        if t.kind == Tok::Nat {
            let name = self.text(t).to_owned();
            self.bump();
            let index = name.parse().ok();
            return Ok(vec![Field { name, index, span: t.span }]);
        }
        let ident = self.raw_ident()?;
        Ok(split_fields(&ident.parts, ident.span, self.text(t)))
    }

    fn pipe_proj(&mut self, mut term: Term) -> PResult<Term> {
        let start = term.span.start;
        let mut fields = self.field()?;
        let Some(field) = fields.pop() else { return Err(self.unexpected("identifier")) };
        for f in fields {
            let span = Span::new(start, f.span.end);
            term = mk(TermKind::Proj(Box::new(term), f), span);
            self.raise()?;
        }
        let mut args = Vec::new();
        while self.peek().space && self.starts_arg() && self.col_gt() && !self.at("..") {
            args.push(self.argument()?);
        }
        Ok(mk(TermKind::PipeProj { term: Box::new(term), field, args }, self.since(start)))
    }

    fn application(&mut self, func: Term) -> PResult<Term> {
        let start = func.span.start;
        let mut args = Vec::new();
        let mut ellipsis = false;
        while self.peek().space && self.starts_arg() && self.col_gt() {
            if self.eat("..") {
                ellipsis = true;
                break;
            }
            args.push(self.argument()?);
        }
        Ok(mk(TermKind::App { func: Box::new(func), args, ellipsis }, self.since(start)))
    }

    fn argument(&mut self) -> PResult<Arg> {
        if self.at("(") && self.ahead(1).kind == Tok::Ident && self.ahead_is(2, ":=") {
            let start = self.bump().span.start;
            let name = self.ident()?;
            self.bump();
            let value = self.without_position(|p| p.term(0))?;
            self.expect(")")?;
            return Ok(Arg::Named { name, value, span: self.since(start) });
        }
        let t = self.term(ARG)?;
        Ok(Arg::Positional(self.spliced(t)))
    }

    /// Whether the next token can begin an argument.
    pub(super) fn starts_arg(&mut self) -> bool {
        let t = self.peek();
        let builtin = match t.kind {
            Tok::Ident
            | Tok::Nat
            | Tok::Scientific
            | Tok::Str
            | Tok::Char
            | Tok::NameLit
            | Tok::Interpolated => true,
            Tok::Sym(s) => match s {
                "(" | "⟨" | "[" | "{" | "⦃" | "‹" | "⟦" | "#[" | "_" | "@" | ".(" | ".." | "fun" | "λ"
                | "Type" | "Sort" | "Prop" | "sorry" | "¬" | "!" | "↑" | "⇑" | "↥" | "∅" | "nofun" => {
                    true
                }
                "do" => !self.no_do,
                "?" => self.glued(1) && matches!(self.ahead(1).kind, Tok::Ident | Tok::Sym("_")),
                "." => self.dot_ident_ahead() || self.cdots.is_some(),
                "·" => self.cdots.is_some(),
                _ => false,
            },
            _ => false,
        };
        builtin
            || self.at_antiquotation()
            || self.leading_notation(ARG).is_some()
            || self.at_rule("term", ARG)
    }

    /// Whether a dot with a name glued to it is ahead.
    pub(super) fn dot_ident_ahead(&mut self) -> bool {
        self.glued(1) && (self.ahead(1).kind == Tok::Ident || self.word_at(1))
    }

    /// A universe level of at least the precedence `prec`.
    pub(super) fn level(&mut self, prec: u32) -> PResult<Level> {
        self.nested(|p| {
            let t = p.peek();
            let start = t.span.start;
            let kind = match t.kind {
                Tok::Sym("_") => {
                    p.bump();
                    LevelKind::Hole
                }
                Tok::Sym("(") => {
                    p.bump();
                    let inner = p.without_position(|p| p.level(0))?;
                    p.expect(")")?;
                    LevelKind::Paren(Box::new(inner))
                }
                Tok::Nat => LevelKind::Num(p.small_nat()?),
                Tok::Ident if prec < MAX && matches!(p.text(t), "max" | "imax") => {
                    let imax = p.text(t) == "imax";
                    p.bump();
                    let mut args = vec![p.level(MAX)?];
                    while matches!(p.kind(), Tok::Ident | Tok::Nat | Tok::Sym("_" | "(")) && p.col_gt() {
                        args.push(p.level(MAX)?);
                    }
                    if imax { LevelKind::IMax(args) } else { LevelKind::Max(args) }
                }
                Tok::Ident => LevelKind::Ident(p.ident()?),
                _ => return Err(p.unexpected("universe level")),
            };
            let mut level = Level { kind, span: p.since(start) };
            while prec <= 65 && p.at("+") {
                p.bump();
                let n = p.small_nat()?;
                level = Level { kind: LevelKind::Add(Box::new(level), n), span: p.since(start) };
                p.raise()?;
            }
            Ok(level)
        })
    }

    /// The level after `Type` or `Sort`, if there is one.
    pub(super) fn opt_sort_level(&mut self, prec: u32) -> PResult<Option<Level>> {
        let t = self.peek();
        let fits = prec <= LEAD
            && t.space
            && self.col_gt()
            && matches!(t.kind, Tok::Ident | Tok::Nat | Tok::Sym("_" | "("))
            && !(t.line_start && self.ahead_is(1, ":="));
        if !fits || (t.kind == Tok::Sym("(") && !self.paren_is_level()) {
            return Ok(None);
        }
        self.level(MAX).map(Some)
    }

    /// Whether the parenthesis ahead holds a level: only names, numbers, `+`, `_` and parentheses.
    fn paren_is_level(&mut self) -> bool {
        let Some(close) = self.closer(self.i) else { return false };
        (self.i..close)
            .all(|i| matches!(self.token(i).kind, Tok::Ident | Tok::Nat | Tok::Sym("_" | "(" | ")" | "+")))
    }
}

/// The components of a dotted name as fields, each with its part of the span.
pub(super) fn split_fields(parts: &[String], span: Span, text: &str) -> Vec<Field> {
    let mut at = span.start;
    let mut rest = text;
    let mut fields = Vec::with_capacity(parts.len());
    for name in parts {
        let quotes = if rest.starts_with('«') { '«'.len_utf8() + '»'.len_utf8() } else { 0 };
        let len = name.len() + quotes;
        fields.push(Field { name: name.clone(), index: None, span: Span::new(at, at + len) });
        at += len + 1;
        rest = rest.get(len + 1..).unwrap_or("");
    }
    fields
}
