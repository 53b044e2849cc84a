//! What a term can begin with.

use super::term::mk;
use super::{P, PResult};
use crate::SyntaxError;
use crate::ast::{Binder, BinderKind, BinderPred, SortKind, Term, TermKind};
use crate::lexer::Tok;
use crate::operator::{self, ARG, ARROW, LEAD, MAX};

/// The precedence of `×`, also in `(x : A) × B`.
const TIMES: u32 = 35;

impl P<'_> {
    /// A term without what may follow it, and its precedence.
    pub(super) fn leading(&mut self, prec: u32) -> PResult<(Term, u32)> {
        if self.at_antiquotation() {
            let name = self.antiquotation()?;
            let span = name.span;
            return Ok((mk(TermKind::Ident { name, levels: None }, span), MAX));
        }
        if let Some(found) = self.declared_term(prec)? {
            return Ok(found);
        }
        if let Some(id) = self.leading_notation(prec) {
            let (begin, first) = (self.i, self.peek());
            match self.finish_leading_notation(id) {
                Ok(found) => return Ok(found),
                // `{` may begin a binder as well.
                Err(_) if matches!(first.kind, Tok::Sym(_)) && self.may_retry() => self.i = begin,
                Err(e) => return Err(e),
            }
        }
        let t = self.peek();
        let start = t.span.start;
        let simple = |kind| Ok((mk(kind, t.span), MAX));
        match t.kind {
            Tok::Ident => {
                let name = self.ident()?;
                simple(TermKind::Ident { name, levels: None })
            }
            Tok::Nat => {
                let lit = self.nat_lit()?;
                simple(TermKind::Num(lit))
            }
            Tok::Scientific => Ok((self.scientific()?, MAX)),
            Tok::Str => {
                let s = self.string()?;
                simple(TermKind::Str(s))
            }
            Tok::Char => Ok((self.char()?, MAX)),
            Tok::Interpolated => Ok((self.interpolated()?, MAX)),
            Tok::NameLit => {
                self.bump();
                let mut name = self.ident_of(t);
                let text = self.text(t).trim_start_matches('`');
                name.parts = crate::lexer::ident_parts(text);
                simple(TermKind::NameLit(name))
            }
            Tok::Sym(s) => {
                if let Some(op) = operator::prefix(s) {
                    return self.prefix(op, prec);
                }
                let lead = self.leading_keyword(s, start, prec)?;
                match lead {
                    Some((kind, p)) if p >= prec => Ok((mk(kind, self.since(start)), p)),
                    Some(_) => Err(SyntaxError {
                        span: t.span,
                        message: format!("unexpected token '{s}' at this precedence level; expected term"),
                    }),
                    None => Err(self.unexpected("term")),
                }
            }
            _ => Err(self.unexpected("term")),
        }
    }

    fn prefix(&mut self, op: operator::Prefix, prec: u32) -> PResult<(Term, u32)> {
        if op.prec < prec {
            return Err(self.unexpected("term"));
        }
        let op_span = self.bump().span;
        let arg = Box::new(self.term(op.arg)?);
        let span = self.since(op_span.start);
        Ok((mk(TermKind::Prefix { op: op.op, op_span, arg }, span), op.prec))
    }

    /// Forms that begin with a keyword or bracket, with their precedence.
    fn leading_keyword(
        &mut self,
        s: &'static str,
        start: usize,
        prec: u32,
    ) -> PResult<Option<(TermKind, u32)>> {
        // Forms that end where their last part ends can't be operands of an application; don't read them then.
        let lead = matches!(
            s,
            "∀" | "forall"
                | "∃"
                | "∃!"
                | "exists"
                | "Σ"
                | "Σ'"
                | "let"
                | "have"
                | "letI"
                | "haveI"
                | "show"
                | "suffices"
                | "if"
                | "bif"
                | "match"
                | "nomatch"
                | "by"
                | "calc"
                | "open"
                | "set_option"
                | "return"
                | "for"
                | "unless"
                | "try"
                | "while"
                | "unsafe"
        );
        if lead && prec > LEAD {
            return Ok(Some((TermKind::Hole, LEAD)));
        }
        let atom = |kind| Ok(Some((kind, MAX)));
        let leading = |kind| Ok(Some((kind, LEAD)));
        match s {
            "_" => {
                self.bump();
                atom(TermKind::Hole)
            }
            "?" => {
                self.bump();
                if self.eat("_") {
                    return atom(TermKind::SyntheticHole(None));
                }
                let name = self.ident()?;
                atom(TermKind::SyntheticHole(Some(name)))
            }
            "." if self.dot_ident_ahead() => {
                self.bump();
                let name = self.raw_ident()?;
                atom(TermKind::DotIdent(name))
            }
            "·" | "." => {
                let Some(n) = self.cdots else {
                    if s == "." {
                        return Err(self.unexpected("term"));
                    }
                    let span = self.peek().span;
                    let message = "invalid occurrence of `·` notation, it must be surrounded by parentheses (e.g. `(· + 1)`)";
                    return Err(SyntaxError { span, message: message.to_owned() });
                };
                self.bump();
                self.cdots = Some(n + 1);
                atom(TermKind::Cdot(n))
            }
            "@" => {
                self.bump();
                let inner = self.term(MAX)?;
                atom(TermKind::Explicit(Box::new(inner)))
            }
            ".(" => {
                self.bump();
                let inner = self.without_position(|p| p.term(0))?;
                self.expect(")")?;
                atom(TermKind::Inaccessible(Box::new(inner)))
            }
            "(" => self.paren(start, prec).map(Some),
            "⟨" => {
                self.bump();
                let items = self.comma_list("⟩", |p| p.term(0))?;
                atom(TermKind::AnonCtor(items))
            }
            "[" => self.bracket(prec).map(Some),
            "#[" => {
                self.bump();
                let items = self.comma_list("]", |p| p.term(0))?;
                atom(TermKind::Array(items))
            }
            "{" => self.brace(prec).map(Some),
            "⦃" => {
                let binder = self.bracketed_binder()?;
                self.dep_arrow(binder).map(Some)
            }
            "‹" => {
                self.bump();
                let ty = self.without_position(|p| p.term(0))?;
                self.expect("›")?;
                atom(TermKind::AssumptionOf(Box::new(ty)))
            }
            "⟦" => {
                self.bump();
                let inner = self.without_position(|p| p.term(0))?;
                self.expect("⟧")?;
                atom(TermKind::QuotMk(Box::new(inner)))
            }
            "∅" => {
                self.bump();
                atom(TermKind::EmptyCollection)
            }
            "Prop" => {
                self.bump();
                atom(TermKind::Sort { kind: SortKind::Prop, level: None })
            }
            "Type" | "Sort" => {
                self.bump();
                let is_type = s == "Type";
                if self.at("*") && self.glued(0) && !self.starts_term_at(1) {
                    self.bump();
                    let kind = if is_type { SortKind::TypeStar } else { SortKind::SortStar };
                    return atom(TermKind::Sort { kind, level: None });
                }
                let level = self.opt_sort_level(prec)?;
                let kind = if is_type { SortKind::Type } else { SortKind::Sort };
                atom(TermKind::Sort { kind, level })
            }
            "sorry" => {
                self.bump();
                atom(TermKind::Sorry)
            }
            "nofun" => {
                self.bump();
                atom(TermKind::NoFun)
            }
            "nat_lit" => {
                self.bump();
                let lit = self.nat_lit()?;
                atom(TermKind::RawNat(lit))
            }
            "fun" | "λ" => {
                self.bump();
                if self.at("|") {
                    let alts = self.match_alts()?;
                    return atom(TermKind::FunMatch(alts));
                }
                let binders = self.fun_binders()?;
                self.expect_either("=>", "↦")?;
                let body = Box::new(self.term(0)?);
                atom(TermKind::Fun { binders, body })
            }
            "∀" | "forall" => {
                self.bump();
                let (binders, pred) = self.quantified()?;
                let body = Box::new(self.term(0)?);
                leading(TermKind::Forall { binders, pred, body })
            }
            "∃" | "exists" | "∃!" => {
                self.bump();
                let (binders, pred) = self.quantified()?;
                let body = Box::new(self.term(0)?);
                leading(TermKind::Exists { unique: s == "∃!", binders, pred, body })
            }
            "Σ" | "Σ'" => {
                self.bump();
                let binders = self.quantifier_binders()?;
                self.expect(",")?;
                let body = self.term(0)?;
                leading(sigma(s == "Σ'", binders, body))
            }
            "let" | "have" | "letI" | "haveI" => leading(self.local_term(s)?),
            "show" => {
                self.bump();
                let ty = Box::new(self.term(0)?);
                let value = Box::new(self.show_value()?);
                leading(TermKind::Show { ty, value })
            }
            "suffices" => {
                let (name, ty, value) = self.with_position(|p| {
                    p.bump();
                    let name = p.opt_hyp();
                    let ty = Box::new(p.term(0)?);
                    let value = Box::new(p.show_value()?);
                    Ok((name, ty, value))
                })?;
                self.body_separator()?;
                let body = Box::new(self.term(0)?);
                leading(TermKind::Suffices { name, ty, value, body })
            }
            "if" => leading(self.if_term()?),
            "bif" => {
                self.bump();
                let cond = Box::new(self.term(0)?);
                self.expect("then")?;
                let then = Box::new(self.term(0)?);
                self.expect("else")?;
                let els = Box::new(self.term(0)?);
                leading(TermKind::BIf { cond, then, els })
            }
            "match" => {
                let m = self.match_term()?;
                leading(TermKind::Match(Box::new(m)))
            }
            "nomatch" => {
                self.bump();
                let items = self.comma_list1(|p| p.term(0))?;
                leading(TermKind::NoMatch(items))
            }
            "by" => {
                self.bump();
                let cdots = self.cdots.take();
                let seq = self.in_conv(false, |p| p.tactic_seq());
                self.cdots = cdots;
                leading(TermKind::By(seq?))
            }
            "calc" => {
                self.bump();
                let steps = self.calc_steps()?;
                leading(TermKind::Calc(steps))
            }
            "open" => {
                self.bump();
                let open = self.open_decl()?;
                self.expect("in")?;
                let body = self.with_open(&open, |p| p.term(0))?;
                leading(TermKind::OpenIn(open, Box::new(body)))
            }
            "set_option" => {
                self.bump();
                let option = self.set_option()?;
                self.expect("in")?;
                let body = self.term(0)?;
                leading(TermKind::SetOptionIn(option, Box::new(body)))
            }
            "do" | "return" | "for" | "unless" | "try" | "while" => {
                let kind = self.do_term(s)?;
                Ok(Some((kind, if s == "do" { ARG } else { LEAD })))
            }
            "unsafe" => {
                self.bump();
                self.term(MAX)?;
                leading(TermKind::Unsupported { keyword: s.to_owned() })
            }
            _ => Ok(None),
        }
    }

    fn starts_term_at(&mut self, k: usize) -> bool {
        match self.ahead(k).kind {
            Tok::Ident | Tok::Nat | Tok::Scientific | Tok::Str | Tok::Char => true,
            Tok::Sym(s) => matches!(s, "(" | "⟨" | "_" | "@" | "fun" | "λ" | "Type" | "Sort" | "Prop"),
            _ => false,
        }
    }

    /// The binders of a quantifier, an optional relation such as `< n`, and the comma.
    fn quantified(&mut self) -> PResult<(Vec<Binder>, Option<BinderPred>)> {
        if self.at_binder_name(0)
            && let Tok::Sym(symbol) = self.ahead(1).kind
            && let Some(op) = operator::binder_pred(symbol)
        {
            let names = vec![self.binder_name()?];
            let op_span = self.bump().span;
            let rhs = Box::new(self.term(0)?);
            self.expect(",")?;
            return Ok((vec![super::binder::plain(names, None)], Some(BinderPred { op, op_span, rhs })));
        }
        let binders = self.quantifier_binders()?;
        self.expect(",")?;
        Ok((binders, None))
    }

    /// `from e`, or `by tacs` as a term.
    pub(super) fn show_value(&mut self) -> PResult<Term> {
        if self.eat("from") {
            return self.term(0);
        }
        if self.at("by") { self.term(0) } else { Err(self.unexpected("'from' or 'by'")) }
    }

    fn dep_arrow(&mut self, binder: Binder) -> PResult<(TermKind, u32)> {
        self.expect_either("→", "->")?;
        // Unlike after a plain arrow, the codomain extends as far as it can.
        let body = Box::new(self.term(0)?);
        Ok((TermKind::DepArrow { binder: Box::new(binder), body }, ARROW))
    }

    /// `( … )`
    fn paren(&mut self, start: usize, prec: u32) -> PResult<(TermKind, u32)> {
        let n = if prec <= TIMES { self.names_ahead(1) } else { 0 };
        if n > 0 && self.ahead_is(1 + n, ":") && !self.ahead_is(2 + n, ")") {
            let next = match self.closer(self.i) {
                Some(close) => self.token(close + 1).kind,
                None => Tok::Eof,
            };
            match next {
                Tok::Sym("→" | "->") if prec <= ARROW => {
                    let binder = self.bracketed_binder()?;
                    return self.dep_arrow(binder);
                }
                Tok::Sym("×" | "×'") => {
                    let binder = self.bracketed_binder()?;
                    let prime = self.bump().kind == Tok::Sym("×'");
                    let body = Box::new(self.term(TIMES)?);
                    return Ok((TermKind::Sigma { prime, binder: Box::new(binder), body }, TIMES));
                }
                _ => {}
            }
        }
        let outer = self.cdots.replace(0);
        let inner = self.without_position(|p| p.paren_inner());
        let arity = std::mem::replace(&mut self.cdots, outer).unwrap_or(0);
        let kind = inner?;
        if arity == 0 {
            return Ok((kind, MAX));
        }
        let body = Box::new(mk(kind, self.since(start)));
        Ok((TermKind::CdotFun { arity, body }, MAX))
    }

    fn paren_inner(&mut self) -> PResult<TermKind> {
        self.bump();
        if self.eat(")") {
            return Ok(TermKind::Unit);
        }
        if self.at("↑") && self.ahead_is(1, ")") {
            self.bump();
            self.bump();
            return Ok(TermKind::CoeFun);
        }
        if self.eat_arrow() {
            return self.nested_action();
        }
        let first = self.term(0)?;
        if self.eat(":") {
            let ty = if self.at(")") { None } else { Some(Box::new(self.term(0)?)) };
            self.expect(")")?;
            return Ok(TermKind::Ascription(Box::new(first), ty));
        }
        if self.eat(",") {
            let mut items = vec![first];
            items.extend(self.comma_list(")", |p| p.term(0))?);
            if items.len() == 1 {
                return Err(self.unexpected("term"));
            }
            return Ok(TermKind::Tuple(items));
        }
        if !self.at(")") {
            return Err(self.unexpected("')', ',' or ':'"));
        }
        self.bump();
        Ok(TermKind::Paren(Box::new(first)))
    }

    /// Whether an arrow follows the bracket ahead and its partner.
    fn arrow_follows(&mut self) -> bool {
        self.closer(self.i).is_some_and(|close| matches!(self.token(close + 1).kind, Tok::Sym("→" | "->")))
    }

    /// `[a, b]`, `[a:b]`, `[C] → B`, `[inst : C] → B`
    fn bracket(&mut self, prec: u32) -> PResult<(TermKind, u32)> {
        if self.at_binder_name(1) && self.ahead_is(2, ":") && self.arrow_follows() {
            let binder = self.bracketed_binder()?;
            return self.dep_arrow(binder);
        }
        let start = self.bump().span.start;
        if self.at(":") {
            return Ok((self.range(None)?, MAX));
        }
        let mut items = Vec::new();
        if !self.at("]") {
            items.push(self.without_position(|p| p.term(0))?);
            if self.at(":") {
                return Ok((self.range(items.pop())?, MAX));
            }
            if !self.eat(",") && !self.at("]") {
                return Err(self.unexpected("',' or ']'"));
            }
        }
        items.extend(self.comma_list("]", |p| p.term(0))?);
        if prec <= ARROW && items.len() == 1 && self.at_any(&["→", "->"]) {
            let ty = items.pop();
            let span = self.since(start);
            let binder = Binder { kind: BinderKind::Instance, names: Vec::new(), ty, default: None, span };
            return self.dep_arrow(binder);
        }
        Ok((TermKind::List(items), MAX))
    }
}

/// `Σ x y : α, body`, nested.
fn sigma(prime: bool, binders: Vec<Binder>, body: Term) -> TermKind {
    let span = body.span;
    let mut term = body;
    for b in binders.into_iter().rev() {
        for n in b.names.iter().rev() {
            let one = Binder { names: vec![n.clone()], ..b.clone() };
            let kind = TermKind::Sigma { prime, binder: Box::new(one), body: Box::new(term) };
            term = mk(kind, b.span.to(span));
        }
    }
    term.kind
}
