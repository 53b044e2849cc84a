//! Uses of the notations of the table. All that fit so far are followed at once, so nothing is read twice.

use super::term::mk;
use super::{P, PResult};
use crate::ast::{Term, TermKind};
use crate::lexer::Tok;
use crate::notation::{Notation, NotationId, NotationItem};
use std::sync::Arc;

type Candidate = (NotationId, Arc<Notation>);

impl P<'_> {
    fn fitting(&mut self, trailing: bool, ok: impl Fn(&Notation) -> bool) -> Option<Vec<Candidate>> {
        if self.table.is_empty() {
            return None;
        }
        let t = self.peek();
        if !matches!(t.kind, Tok::User | Tok::Sym(_) | Tok::Hash) {
            return None;
        }
        let mut found = self.table.candidates(trailing, self.text(t));
        found.retain(|(_, n)| ok(n));
        (!found.is_empty()).then_some(found)
    }

    /// The notations that may begin here with their own token.
    pub(super) fn leading_notation(&mut self, prec: u32) -> Option<Vec<Candidate>> {
        self.fitting(false, |n| n.prec >= prec)
    }

    /// The notations that may go on with a term of the precedence `lhs`.
    pub(super) fn trailing_notation(&mut self, lhs: u32, prec: u32) -> Option<Vec<Candidate>> {
        let least = |n: &Notation| match n.items.first() {
            Some(NotationItem::Var { prec, .. }) => *prec,
            _ => 0,
        };
        self.fitting(true, |n| n.prec >= prec && lhs >= least(n))
    }

    pub(super) fn finish_leading_notation(&mut self, candidates: Vec<Candidate>) -> PResult<(Term, u32)> {
        let start = self.start();
        self.finish_notation(candidates, 0, start, Vec::new())
    }

    pub(super) fn finish_trailing_notation(
        &mut self,
        candidates: Vec<Candidate>,
        first: Term,
    ) -> PResult<(Term, u32)> {
        let start = first.span.start;
        self.finish_notation(candidates, 1, start, vec![first])
    }

    fn finish_notation(
        &mut self,
        mut live: Vec<Candidate>,
        mut at: usize,
        start: usize,
        mut args: Vec<Term>,
    ) -> PResult<(Term, u32)> {
        loop {
            let t = self.peek();
            let text = self.text(t);
            let fits =
                |(_, n): &Candidate| matches!(n.items.get(at), Some(NotationItem::Token(s)) if s == text);
            let is_symbol = !matches!(t.kind, Tok::Eof | Tok::Str | Tok::Char | Tok::Error(_));
            let next_prec = live.iter().find_map(|(_, n)| match n.items.get(at) {
                Some(NotationItem::Var { prec, .. }) => Some(*prec),
                _ => None,
            });
            if is_symbol && live.iter().any(fits) {
                live.retain(fits);
                self.bump();
            } else if let Some((id, n)) = live.iter().find(|(_, n)| n.items.len() == at)
                && (next_prec.is_none() || !self.starts_arg())
            {
                let kind = TermKind::Notation { id: *id, args };
                return Ok((mk(kind, self.since(start)), n.prec));
            } else if let Some(prec) = next_prec {
                live.retain(
                    |(_, n)| matches!(n.items.get(at), Some(NotationItem::Var { prec: p, .. }) if *p == prec),
                );
                args.push(self.term(prec)?);
            } else {
                let expected: Vec<String> = live
                    .iter()
                    .filter_map(|(_, n)| match n.items.get(at) {
                        Some(NotationItem::Token(s)) => Some(format!("'{s}'")),
                        _ => None,
                    })
                    .collect();
                return Err(self.unexpected(&expected.join(" or ")));
            }
            at += 1;
        }
    }
}
