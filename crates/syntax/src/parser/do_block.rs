//! `do` blocks.

use super::term::mk;
use super::{P, PResult};
use crate::ast::{
    Binder, Body, DoAlt, DoCatch, DoCond, DoFor, DoItem, DoKind, DoSeq, LetDecl, LetTarget, Term, TermKind,
};
use crate::lexer::Tok;

/// What `let` binds: parameters make it a function.
struct Header {
    target: LetTarget,
    binders: Vec<Binder>,
    ty: Option<Term>,
}

impl P<'_> {
    /// Statements one below the other or after `;`, or `{ statements }`. At least one.
    pub(super) fn do_seq(&mut self) -> PResult<DoSeq> {
        let start = self.start();
        let cdots = self.cdots.take();
        let no_do = std::mem::take(&mut self.no_do);
        let items = if self.at("{") && !self.brace_is_term() {
            self.bump();
            let items = self.without_position(|p| p.do_items());
            items.and_then(|items| self.expect("}").map(|_| items))
        } else {
            self.do_items()
        };
        self.cdots = cdots;
        self.no_do = no_do;
        Ok(DoSeq { items: items?, span: self.since(start) })
    }

    /// Whether the brace ahead opens a structure or a set, not a block.
    fn brace_is_term(&mut self) -> bool {
        let ident = self.at_binder_name(1);
        (ident && (self.ahead_is(2, ":=") && self.closes_without_separator() || self.ahead_is(2, ",")))
            || (ident && self.ahead_is(2, "with"))
            || self.ahead_is(1, "}")
    }

    /// Whether the brackets ahead hold one line without `;`.
    fn closes_without_separator(&mut self) -> bool {
        let Some(close) = self.closer(self.i) else { return false };
        (self.i + 1..close).all(|i| {
            let t = self.token(i);
            !t.line_start && t.kind != Tok::Sym(";")
        })
    }

    fn do_items(&mut self) -> PResult<Vec<DoItem>> {
        self.with_position(|p| {
            let mut items = vec![p.do_item()?];
            loop {
                let separated = p.eat(";") || p.next_item();
                if !separated || !p.starts_do_item() || !p.col_ge() {
                    return Ok(items);
                }
                items.push(p.do_item()?);
            }
        })
    }

    fn starts_do_item(&mut self) -> bool {
        match self.kind() {
            Tok::Eof | Tok::Error(_) | Tok::Doc | Tok::ModuleDoc | Tok::Hash => false,
            Tok::Sym(s) => !matches!(
                s,
                ")" | "]"
                    | "}"
                    | "⟩"
                    | "⦄"
                    | "›"
                    | "⟧"
                    | ","
                    | ";"
                    | "|"
                    | "else"
                    | "then"
                    | "catch"
                    | "finally"
                    | "with"
                    | "where"
                    | "termination_by"
                    | "decreasing_by"
                    | "deriving"
            ),
            _ => true,
        }
    }

    /// A statement.
    pub(super) fn do_item(&mut self) -> PResult<DoItem> {
        self.nested(|p| {
            let start = p.start();
            let kind = p.do_kind()?;
            Ok(DoItem { kind, span: p.since(start) })
        })
    }

    fn do_kind(&mut self) -> PResult<DoKind> {
        let t = self.peek();
        match t.kind {
            Tok::Sym("let") => {
                let next = self.ahead(1);
                let after = self.ahead(2).kind;
                if self.text(next) == "rec" && matches!(after, Tok::Ident | Tok::Doc | Tok::Sym("@[")) {
                    // The rest of the block is its scope: read as a term.
                    return Ok(DoKind::Action(self.term(0)?));
                }
                self.do_let()
            }
            Tok::Sym("have") => {
                self.bump();
                Ok(DoKind::Have(Box::new(self.let_decl(true, false)?)))
            }
            Tok::Sym("if") => self.do_if(),
            Tok::Sym("unless") => {
                self.bump();
                let cond = self.up_to_do(|p| p.term(0))?;
                self.expect("do")?;
                Ok(DoKind::Unless(cond, self.do_seq()?))
            }
            Tok::Sym("for") => {
                self.bump();
                let heads = self.up_to_do(|p| p.comma_list1(Self::do_for))?;
                self.expect("do")?;
                Ok(DoKind::For { heads, body: self.do_seq()? })
            }
            Tok::Sym("while") => {
                self.bump();
                let cond = Some(self.up_to_do(Self::do_cond)?);
                self.expect("do")?;
                Ok(DoKind::While { cond, body: self.do_seq()? })
            }
            Tok::Sym("match") => {
                let (_, _, discrs) = self.match_header()?;
                let alts = self.alternatives(|p, patterns, start| {
                    let rhs = p.do_seq()?;
                    Ok(DoAlt { patterns, rhs, span: p.since(start) })
                })?;
                Ok(DoKind::Match { discrs, alts })
            }
            Tok::Sym("try") => self.do_try(),
            Tok::Sym("return") => {
                self.bump();
                let next = self.peek();
                let value =
                    if next.line_start || !self.starts_do_item() { None } else { Some(self.term(0)?) };
                Ok(DoKind::Return(value))
            }
            Tok::Sym("do") => {
                self.bump();
                Ok(DoKind::Block(self.do_seq()?))
            }
            Tok::Ident if self.text(t) == "break" && self.item_ends(1) => {
                self.bump();
                Ok(DoKind::Break)
            }
            Tok::Ident if self.text(t) == "continue" && self.item_ends(1) => {
                self.bump();
                Ok(DoKind::Continue)
            }
            Tok::Ident if self.text(t) == "repeat" && !self.item_ends(1) => {
                self.bump();
                Ok(DoKind::While { cond: None, body: self.do_seq()? })
            }
            _ => {
                let term = self.term(0)?;
                if self.eat(":=") {
                    return Ok(DoKind::Reassign { target: term, ty: None, value: self.term(0)? });
                }
                if self.eat_arrow() {
                    let action = Box::new(self.do_item()?);
                    return Ok(DoKind::ReassignArrow { target: term, action });
                }
                Ok(DoKind::Action(term))
            }
        }
    }

    /// Whether no statement goes on at token `k`.
    fn item_ends(&mut self, k: usize) -> bool {
        let t = self.ahead(k);
        t.line_start
            || match t.kind {
                Tok::Eof => true,
                Tok::Sym(s) => {
                    matches!(s, ";" | ")" | "}" | "]" | "⟩" | "else" | "|" | "," | "catch" | "finally")
                }
                _ => false,
            }
    }

    /// `←`
    pub(super) fn eat_arrow(&mut self) -> bool {
        self.eat("←") || self.eat("<-")
    }

    fn do_let(&mut self) -> PResult<DoKind> {
        self.bump();
        let mutable = self.eat("mut");
        let start = self.start();
        let first = self.i;
        let header = self.do_header()?;
        if self.eat_arrow() {
            let Header { target, ty, .. } = header;
            let action = Box::new(self.do_item()?);
            let els = self.do_alternative()?;
            return Ok(DoKind::LetArrow { mutable, target, ty, action, els });
        }
        let Header { mut target, mut binders, ty } = header;
        let body = if self.eat(":=") {
            Body::Value(self.term(0)?)
        } else if self.at("|") {
            Body::Alts(self.match_alts()?)
        } else {
            return Err(self.unexpected("':=', '←' or '|'"));
        };
        let mut els = None;
        if matches!(body, Body::Value(_)) && self.at("|") {
            if !matches!(target, LetTarget::Pattern(_)) {
                // It was a pattern and not a function: its part is read once more.
                let after = std::mem::replace(&mut self.i, first);
                target = LetTarget::Pattern(self.term(0)?);
                if !self.at(":=") {
                    return Err(self.unexpected("':='"));
                }
                binders.clear();
                self.i = after;
            }
            els = self.do_alternative()?;
        }
        let decl = Box::new(LetDecl { target, binders, ty, body, span: self.since(start) });
        Ok(DoKind::Let { mutable, decl, els })
    }

    /// `| statements` after a `let` with a pattern.
    fn do_alternative(&mut self) -> PResult<Option<DoSeq>> {
        if self.at("|") && self.col_gt() {
            self.bump();
            return self.do_seq().map(Some);
        }
        Ok(None)
    }

    /// The part of a `let` before `:=` or `←`.
    fn do_header(&mut self) -> PResult<Header> {
        let first = self.i;
        if self.at_binder_name(0) {
            let name = self.binder_name()?;
            if let Ok(binders) = self.signature_binders()
                && (self.at(":")
                    || self.at_any(&[":=", "|"])
                    || self.at_any(&["←", "<-"]) && binders.is_empty())
            {
                return Ok(Header { target: LetTarget::Name(name), binders, ty: self.opt_type()? });
            }
            self.i = first;
        }
        let target = LetTarget::Pattern(self.term(0)?);
        Ok(Header { target, binders: Vec::new(), ty: self.opt_type()? })
    }

    /// Runs `f` where `do` ends a term.
    fn up_to_do<T>(&mut self, f: impl FnOnce(&mut Self) -> PResult<T>) -> PResult<T> {
        let outer = std::mem::replace(&mut self.no_do, true);
        let result = f(self);
        self.no_do = outer;
        result
    }

    fn do_if(&mut self) -> PResult<DoKind> {
        self.bump();
        let cond = self.do_cond()?;
        self.expect("then")?;
        let then = self.do_seq()?;
        let t = self.peek();
        if !self.at("else") || (t.line_start && !self.col_ge()) {
            return Ok(DoKind::If { cond, then, els: None });
        }
        self.bump();
        let els = if self.at("if") {
            let start = self.start();
            let kind = self.nested(P::do_if)?;
            let span = self.since(start);
            DoSeq { items: vec![DoItem { kind, span }], span }
        } else {
            self.do_seq()?
        };
        Ok(DoKind::If { cond, then, els: Some(els) })
    }

    fn do_cond(&mut self) -> PResult<DoCond> {
        if self.eat("let") {
            let pat = self.term(0)?;
            if self.eat_arrow() {
                return Ok(DoCond::LetArrow(pat, self.term(0)?));
            }
            self.expect(":=")?;
            return Ok(DoCond::Let(pat, self.term(0)?));
        }
        let hyp = self.opt_hyp();
        Ok(DoCond::Prop(hyp, self.term(0)?))
    }

    fn do_for(&mut self) -> PResult<DoFor> {
        let hyp = self.opt_hyp();
        let pat = self.term(0)?;
        self.expect("in")?;
        Ok(DoFor { hyp, pat, coll: self.term(0)? })
    }

    fn do_try(&mut self) -> PResult<DoKind> {
        self.bump();
        let body = self.do_seq()?;
        let mut catches = Vec::new();
        let mut finally = None;
        loop {
            if self.eat("catch") {
                let name = self.binder_name()?;
                let ty = self.opt_type()?;
                self.expect("=>")?;
                catches.push(DoCatch { name, ty, body: self.do_seq()? });
            } else if self.eat("finally") {
                finally = Some(self.do_seq()?);
            } else {
                break;
            }
        }
        if catches.is_empty() && finally.is_none() {
            return Err(self.unexpected("'catch' or 'finally'"));
        }
        Ok(DoKind::Try { body, catches, finally })
    }

    /// `do statements`, or a statement that stands where a term is expected.
    pub(super) fn do_term(&mut self, keyword: &str) -> PResult<TermKind> {
        if keyword == "do" {
            self.bump();
            return Ok(TermKind::Do(self.do_seq()?));
        }
        let item = self.do_item()?;
        let span = item.span;
        Ok(TermKind::Do(DoSeq { items: vec![item], span }))
    }
}

impl P<'_> {
    /// `:b`, `:b:s` of `[a:b:s]`, after `first` and up to the closing bracket.
    pub(super) fn range(&mut self, first: Option<Term>) -> PResult<TermKind> {
        self.without_position(|p| {
            p.expect(":")?;
            let stop = p.term(0)?;
            let step = if p.eat(":") { Some(Box::new(p.term(0)?)) } else { None };
            p.expect("]")?;
            Ok(TermKind::Range { start: first.map(Box::new), stop: Box::new(stop), step })
        })
    }

    /// `← action` in parentheses, after the opening one.
    pub(super) fn nested_action(&mut self) -> PResult<TermKind> {
        let start = self.start();
        let item = self.do_item()?;
        let action = match item.kind {
            DoKind::Action(t) => t,
            kind => {
                let span = self.since(start);
                mk(TermKind::Do(DoSeq { items: vec![DoItem { kind, span }], span }), span)
            }
        };
        self.expect(")")?;
        Ok(TermKind::NestedAction(Box::new(action)))
    }
}
