//! Numbers, strings, characters and interpolated strings.

use super::term::mk;
use super::{P, PResult};
use crate::SyntaxError;
use crate::ast::{InterpPart, NatLit, ScientificLit, Term, TermKind};
use crate::lexer::{Cursor, Lexer, Tok, unescape, unescape_one};
use crate::span::Span;

impl P<'_> {
    /// A number that fits a machine word: for levels, precedences, counts.
    pub(super) fn small_nat(&mut self) -> PResult<u32> {
        if self.kind() != Tok::Nat {
            return Err(self.unexpected("numeral"));
        }
        let t = self.peek();
        let lit = nat_lit(self.text(t));
        match u32::from_str_radix(&lit.digits, lit.radix) {
            Ok(n) => {
                self.bump();
                Ok(n)
            }
            Err(_) => Err(SyntaxError { span: t.span, message: "numeral is too large here".to_owned() }),
        }
    }

    pub(super) fn opt_small_nat(&mut self) -> PResult<Option<u32>> {
        if self.kind() == Tok::Nat && self.col_gt() { self.small_nat().map(Some) } else { Ok(None) }
    }

    pub(super) fn nat_lit(&mut self) -> PResult<NatLit> {
        if self.kind() != Tok::Nat {
            return Err(self.unexpected("numeral"));
        }
        let t = self.bump();
        Ok(nat_lit(self.text(t)))
    }

    pub(super) fn scientific(&mut self) -> PResult<Term> {
        let t = self.bump();
        let text: String = self.text(t).chars().filter(|c| *c != '_').collect();
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let too_large = || SyntaxError { span: t.span, message: "exponent is too large".to_owned() };
        let written: i64 = exponent.strip_prefix('+').unwrap_or(exponent).parse().map_err(|_| too_large())?;
        let places = i64::try_from(fraction.len()).map_err(|_| too_large())?;
        let exponent = written.checked_sub(places).ok_or_else(too_large)?;
        let lit = ScientificLit {
            mantissa: format!("{whole}{fraction}"),
            negative: exponent < 0,
            exponent: exponent.unsigned_abs(),
        };
        Ok(mk(TermKind::Scientific(lit), t.span))
    }

    /// The value of the string token ahead.
    pub(super) fn string(&mut self) -> PResult<String> {
        if self.kind() != Tok::Str {
            return Err(self.unexpected("string literal"));
        }
        let t = self.bump();
        let text = self.text(t);
        if let Some(raw) = text.strip_prefix('r') {
            let body = raw.trim_matches('#');
            return Ok(body.get(1..body.len().saturating_sub(1)).unwrap_or("").to_owned());
        }
        let body = text.get(1..text.len().saturating_sub(1)).unwrap_or("");
        unescape(body).map_err(|at| invalid_escape(t.span.start + 1 + at))
    }

    pub(super) fn char(&mut self) -> PResult<Term> {
        let t = self.bump();
        let text = self.text(t);
        let body = text.get(1..text.len().saturating_sub(1)).unwrap_or("");
        let value = match body.strip_prefix('\\') {
            Some(rest) => unescape_one(rest).and_then(|(c, _)| c),
            None => body.chars().next(),
        };
        let c = value.ok_or_else(|| invalid_escape(t.span.start + 1))?;
        Ok(mk(TermKind::Char(c), t.span))
    }

    /// `s!"text {term} text"`: the terms are read from the same source, between their braces.
    pub(super) fn interpolated(&mut self) -> PResult<Term> {
        let t = self.bump();
        let text = self.text(t);
        let prefix = text.get(..2).unwrap_or("").to_owned();
        let end = t.span.end.saturating_sub(1);
        let mut at = t.span.start + 3;
        let mut text_start = at;
        let mut parts = Vec::new();
        while at < end {
            match self.src.as_bytes().get(at) {
                Some(b'\\') => at += 2,
                Some(b'{') => {
                    self.push_text(&mut parts, Span::new(text_start, at))?;
                    let (term, after) = self.hole(at + 1, end)?;
                    parts.push(InterpPart::Term(term));
                    at = after;
                    text_start = at;
                }
                _ => at += 1,
            }
        }
        self.push_text(&mut parts, Span::new(text_start, end))?;
        Ok(mk(TermKind::Interpolated { prefix, parts }, t.span))
    }

    fn push_text(&self, parts: &mut Vec<InterpPart>, span: Span) -> PResult<()> {
        if span.start < span.end {
            let text = unescape(span.text(self.src)).map_err(|i| invalid_escape(span.start + i))?;
            parts.push(InterpPart::Text(text));
        }
        Ok(())
    }

    /// A term and its closing brace, from `start` on.
    fn hole(&mut self, start: usize, limit: usize) -> PResult<(Term, usize)> {
        let lexer = Lexer::new(self.src, limit, Cursor { offset: start, ..Cursor::default() });
        let outer = (
            std::mem::replace(&mut self.lexer, lexer),
            std::mem::take(&mut self.toks),
            std::mem::take(&mut self.i),
            std::mem::take(&mut self.closers),
        );
        let result = self.without_position(|p| {
            let term = p.term(0)?;
            let close = p.expect("}")?;
            Ok((term, close.end))
        });
        let errors = std::mem::take(&mut self.lexer.errors);
        (self.lexer, self.toks, self.i, self.closers) = outer;
        self.lexer.errors.extend(errors);
        result
    }
}

fn invalid_escape(at: usize) -> SyntaxError {
    SyntaxError { span: Span::new(at, at + 1), message: "invalid escape sequence".to_owned() }
}

fn nat_lit(text: &str) -> NatLit {
    let digits: String = text.chars().filter(|c| *c != '_').collect();
    for (prefix, radix) in [("0x", 16), ("0X", 16), ("0b", 2), ("0B", 2), ("0o", 8), ("0O", 8)] {
        if let Some(rest) = digits.strip_prefix(prefix) {
            return NatLit { radix, digits: rest.to_owned() };
        }
    }
    NatLit { radix: 10, digits }
}
