//! Binders: `x`, `(x y : α := v)`, `{x : α}`, `⦃x⦄`, `[inst : C]`.

use super::{P, PResult};
use crate::ast::{Binder, BinderKind, BinderName, FunBinder, Term, TermKind};
use crate::lexer::Tok;
use crate::operator::MAX;

impl P<'_> {
    /// Whether the next token opens a bracketed binder of a signature.
    pub(super) fn at_bracket(&mut self) -> bool {
        self.at_any(&["(", "{", "⦃", "["])
    }

    /// How many names follow from token `k` on.
    pub(super) fn names_ahead(&mut self, mut k: usize) -> usize {
        let start = k;
        while self.at_binder_name(k) {
            k += 1;
        }
        k - start
    }

    /// A binder in brackets. The type may be left out where Lean allows it: everywhere but in arrows.
    pub(super) fn bracketed_binder(&mut self) -> PResult<Binder> {
        let t = self.peek();
        let start = t.span.start;
        let double = self.at("{") && self.ahead_is(1, "{") && self.glued(1);
        let (kind, close) = match t.kind {
            Tok::Sym("(") => (BinderKind::Explicit, ")"),
            Tok::Sym("{") if double => (BinderKind::StrictImplicit, "}"),
            Tok::Sym("{") => (BinderKind::Implicit, "}"),
            Tok::Sym("⦃") => (BinderKind::StrictImplicit, "⦄"),
            Tok::Sym("[") => (BinderKind::Instance, "]"),
            _ => return Err(self.unexpected("binder")),
        };
        self.bump();
        if double {
            self.bump();
        }
        let (names, ty, default) = self.without_position(|p| {
            if kind == BinderKind::Instance {
                let names: Vec<_> = p.opt_hyp().into_iter().collect();
                return Ok((names, Some(p.term(0)?), None));
            }
            let mut names = vec![p.binder_name()?];
            while let Some(n) = p.opt_binder_name() {
                names.push(n);
            }
            let ty = p.opt_type()?;
            let default = if kind == BinderKind::Explicit && p.eat(":=") { Some(p.term(0)?) } else { None };
            Ok((names, ty, default))
        })?;
        self.expect(close)?;
        if double {
            self.expect(close)?;
        }
        Ok(Binder { kind, names, ty, default, span: self.since(start) })
    }

    /// The parameters of a signature: names and bracketed binders.
    pub(super) fn signature_binders(&mut self) -> PResult<Vec<Binder>> {
        let mut binders = Vec::new();
        loop {
            if self.at_bracket() {
                binders.push(self.bracketed_binder()?);
            } else if let Some(name) = self.opt_binder_name() {
                binders.push(plain(vec![name], None));
            } else {
                return Ok(binders);
            }
        }
    }

    /// `: T`
    pub(super) fn opt_type(&mut self) -> PResult<Option<Term>> {
        if self.eat(":") { self.term(0).map(Some) } else { Ok(None) }
    }

    /// The binders of `∀`: names and bracketed binders, then a common type for the names.
    pub(super) fn quantifier_binders(&mut self) -> PResult<Vec<Binder>> {
        let mut binders: Vec<Binder> = Vec::new();
        let mut names: Vec<BinderName> = Vec::new();
        loop {
            if let Some(name) = self.opt_binder_name() {
                names.push(name);
            } else if self.at_bracket() {
                flush(&mut binders, &mut names, None);
                binders.push(self.bracketed_binder()?);
            } else {
                break;
            }
        }
        let ty = self.opt_type()?;
        flush(&mut binders, &mut names, ty);
        if binders.is_empty() { Err(self.unexpected("binder")) } else { Ok(binders) }
    }

    /// The binders of `fun`: names, bracketed binders, patterns; then a common type for the last names.
    pub(super) fn fun_binders(&mut self) -> PResult<Vec<FunBinder>> {
        let mut out = Vec::new();
        let mut names: Vec<BinderName> = Vec::new();
        while !self.at_any(&["=>", "↦", ":"]) {
            let t = self.peek();
            let dotted = t.kind == Tok::Ident && self.text(t).contains('.');
            if !dotted && let Some(name) = self.opt_binder_name() {
                names.push(name);
                continue;
            }
            let mut plain_names = Vec::new();
            flush(&mut plain_names, &mut names, None);
            out.extend(plain_names.into_iter().map(FunBinder::Binder));
            let n = self.names_ahead(1);
            let is_binder = match t.kind {
                Tok::Sym("(") => n > 0 && self.ahead_is(1 + n, ":"),
                Tok::Sym("{") => {
                    (n > 0 && (self.ahead_is(1 + n, ":") || self.ahead_is(1 + n, "}"))) || self.double_brace()
                }
                Tok::Sym("⦃" | "[") => true,
                _ => false,
            };
            if is_binder {
                out.push(FunBinder::Binder(self.bracketed_binder()?));
                continue;
            }
            if !self.starts_arg() {
                return Err(self.unexpected("'=>' or binder"));
            }
            out.push(pattern_binder(self.term(MAX)?));
        }
        let ty = self.opt_type()?;
        let mut rest = Vec::new();
        flush(&mut rest, &mut names, ty);
        out.extend(rest.into_iter().map(FunBinder::Binder));
        if out.is_empty() { Err(self.unexpected("binder")) } else { Ok(out) }
    }

    fn double_brace(&mut self) -> bool {
        let n = self.names_ahead(2);
        self.at("{") && self.ahead_is(1, "{") && self.glued(1) && n > 0
    }
}

/// `(x)` binds like `x`.
fn pattern_binder(pattern: Term) -> FunBinder {
    if let TermKind::Paren(inner) = &pattern.kind
        && let Some(name) = inner.as_ident().filter(|n| n.is_atomic())
    {
        let mut binder = plain(vec![BinderName::Ident(name.clone())], None);
        binder.span = pattern.span;
        return FunBinder::Binder(binder);
    }
    FunBinder::Pattern(pattern)
}

/// An explicit binder without brackets.
pub(super) fn plain(names: Vec<BinderName>, ty: Option<Term>) -> Binder {
    let ends = names.first().zip(names.last()).map(|(a, b)| a.span().to(b.span())).unwrap_or_default();
    let span = ty.as_ref().map_or(ends, |t| ends.to(t.span));
    Binder { kind: BinderKind::Explicit, names, ty, default: None, span }
}

fn flush(binders: &mut Vec<Binder>, names: &mut Vec<BinderName>, ty: Option<Term>) {
    if !names.is_empty() {
        binders.push(plain(std::mem::take(names), ty));
    }
}
