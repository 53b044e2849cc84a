//! What stands in braces: structure instances, subtypes, implicit arrows, collections; and the fields after `where`.

use super::term::split_fields;
use super::{P, PResult};
use crate::ast::{Body, Field, FieldVal, StructInst, Term, TermKind};
use crate::lexer::Tok;
use crate::operator::{ARROW, MAX};

/// What the braces ahead hold, judged by the first telling token in them.
enum Braces {
    Fields,
    Sources,
    Subtype,
    Elements,
}

impl P<'_> {
    /// `{ … }`
    pub(super) fn brace(&mut self, prec: u32) -> PResult<(TermKind, u32)> {
        let open = self.i;
        let after = self.closer(open).map(|c| self.token(c + 1).kind);
        let double = self.ahead_is(1, "{") && self.glued(1);
        let n = self.names_ahead(1 + usize::from(double));
        let typed = n > 0 && self.ahead_is(1 + usize::from(double) + n, ":");
        if prec <= ARROW && typed && matches!(after, Some(Tok::Sym("→" | "->"))) {
            let binder = Box::new(self.bracketed_binder()?);
            self.expect_either("→", "->")?;
            let body = Box::new(self.term(0)?);
            return Ok((TermKind::DepArrow { binder, body }, ARROW));
        }
        let kind = self.without_position(|p| match p.braces(open) {
            Braces::Subtype => p.subtype(),
            Braces::Fields => p.struct_inst(Vec::new()),
            Braces::Sources => {
                p.bump();
                let sources = p.comma_list1(|p| p.term(0))?;
                p.expect("with")?;
                p.struct_body(sources)
            }
            Braces::Elements => {
                p.bump();
                Ok(TermKind::SetLit(p.comma_list("}", |p| p.term(0))?))
            }
        })?;
        Ok((kind, MAX))
    }

    fn braces(&mut self, open: usize) -> Braces {
        let close = self.closer(open).unwrap_or(usize::MAX);
        let mut only_names = true;
        let mut i = open + 1;
        while i < close {
            let t = self.token(i);
            match t.kind {
                Tok::Eof => break,
                Tok::Sym(":=" | "|" | "..") => return Braces::Fields,
                Tok::Sym("with") => return Braces::Sources,
                Tok::Sym("//") => return Braces::Subtype,
                Tok::Sym(":") if only_names => {
                    // `{ x : A // p }` or the short fields `{ x, y : T }`.
                    let n = self.has_slashes(i, close);
                    return if n { Braces::Subtype } else { Braces::Fields };
                }
                Tok::Ident | Tok::Sym("," | "_") => {}
                Tok::Sym("(" | "[" | "{" | "⟨" | "⦃" | "#[") => {
                    only_names = false;
                    let Some(end) = self.closer(i) else { break };
                    i = end;
                }
                _ => only_names = false,
            }
            if t.kind == Tok::Ident && self.token(i + 1).kind == Tok::Ident {
                only_names = false;
            }
            i += 1;
        }
        if only_names { Braces::Fields } else { Braces::Elements }
    }

    /// Whether `//` stands between the tokens, outside of inner brackets.
    fn has_slashes(&mut self, mut i: usize, close: usize) -> bool {
        while i < close {
            match self.token(i).kind {
                Tok::Eof => return false,
                Tok::Sym("//") => return true,
                Tok::Sym(":=") => return false,
                Tok::Sym("(" | "[" | "{" | "⟨" | "⦃" | "#[") => match self.closer(i) {
                    Some(end) => i = end,
                    None => return false,
                },
                _ => {}
            }
            i += 1;
        }
        false
    }

    fn subtype(&mut self) -> PResult<TermKind> {
        self.bump();
        let name = self.binder_name()?;
        let ty = self.opt_type()?.map(Box::new);
        self.expect("//")?;
        let pred = Box::new(self.term(0)?);
        self.expect("}")?;
        Ok(TermKind::Subtype { name, ty, pred })
    }

    fn struct_inst(&mut self, sources: Vec<Term>) -> PResult<TermKind> {
        self.bump();
        self.struct_body(sources)
    }

    /// Fields, `..`, type and closing brace.
    fn struct_body(&mut self, sources: Vec<Term>) -> PResult<TermKind> {
        let mut fields = Vec::new();
        let mut ty = None;
        self.with_position(|p| {
            while matches!(p.kind(), Tok::Ident | Tok::Nat) || p.word_is_field() {
                let (field, rest) = p.field_val(true)?;
                fields.push(field);
                if rest.is_some() {
                    ty = rest;
                    break;
                }
                if !p.eat(",") && !p.next_item() {
                    break;
                }
            }
            Ok(())
        })?;
        let ellipsis = self.eat("..");
        if ty.is_none() {
            ty = self.opt_type()?;
        }
        if !self.at("}") {
            return Err(self.unexpected("'}' or ','"));
        }
        self.bump();
        Ok(TermKind::StructInst(Box::new(StructInst { sources, fields, ellipsis, ty })))
    }

    /// Whether a keyword stands where a field name must: it is one then.
    fn word_is_field(&mut self) -> bool {
        self.word().is_some() && self.ahead_is(1, ":=")
    }

    /// A field with its value. In braces a type after a short field belongs to the whole, and is given back.
    fn field_val(&mut self, in_braces: bool) -> PResult<(FieldVal, Option<Term>)> {
        let start = self.start();
        let path = self.field_path()?;
        let binders = self.signature_binders()?;
        let mut ty = self.opt_type()?;
        let mut rest = None;
        let body = if self.eat(":=") {
            Body::Value(self.term(0)?)
        } else if self.at("|") {
            Body::Alts(self.match_alts()?)
        } else if self.at("where") && !in_braces {
            self.bump();
            Body::Fields(self.where_fields()?)
        } else if in_braces && binders.is_empty() {
            rest = ty.take();
            Body::None
        } else {
            return Err(self.unexpected("':=' or '|'"));
        };
        let end = if rest.is_some() { path.last().map_or(start, |f| f.span.end) } else { self.prev_end() };
        let span = crate::span::Span::new(start, end);
        Ok((FieldVal { path, binders, ty, body, span }, rest))
    }

    fn field_path(&mut self) -> PResult<Vec<Field>> {
        let t = self.peek();
        let mut path = if t.kind == Tok::Nat {
            self.field()?
        } else {
            let name = self.raw_ident()?;
            split_fields(&name.parts, name.span, self.text(t))
        };
        while self.at(".") && self.glued(0) {
            self.bump();
            path.extend(self.field()?);
        }
        Ok(path)
    }

    /// The fields after `where`: one below the other, or separated by `;`.
    pub(super) fn where_fields(&mut self) -> PResult<Vec<FieldVal>> {
        let mut fields = Vec::new();
        if self.kind() != Tok::Ident && !self.word_is_field() {
            return Ok(fields);
        }
        self.with_position(|p| {
            loop {
                fields.push(p.field_val(false)?.0);
                let more = p.eat(";") || p.eat(",") || p.next_item();
                if !more || !(p.kind() == Tok::Ident || p.word_is_field()) {
                    return Ok(());
                }
            }
        })?;
        Ok(fields)
    }
}
