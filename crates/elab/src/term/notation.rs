//! Forms that stand for other terms: user notations, `(· + 1)`, lists, tuples, quantifiers, set notation.

use super::names::{mark, marked_ident};
use crate::elab::Elab;
use crate::error::Result;
use turnstile_syntax as ast;
use turnstile_syntax::{
    Arg, BinderKind, BinderName, FunBinder, Ident, IndexMode, InterpPart, NotationId, Span, Term, TermKind,
    VisitMut,
};

/// An identifier for the constant `name`, whatever names are in scope.
pub(crate) fn root_ident(name: &str, span: Span) -> Term {
    let parts = std::iter::once("_root_").chain(name.split('.')).map(str::to_owned).collect();
    Term { kind: TermKind::Ident { name: Ident { parts, span }, levels: None }, span }
}

/// `name args`
pub(crate) fn root_app(name: &str, args: Vec<Term>, span: Span) -> Term {
    let func = Box::new(root_ident(name, span));
    if args.is_empty() {
        return *func;
    }
    let args = args.into_iter().map(Arg::Positional).collect();
    Term { kind: TermKind::App { func, args, ellipsis: false }, span }
}

fn fun(binder: ast::Binder, body: Term) -> Term {
    let span = body.span;
    Term { kind: TermKind::Fun { binders: vec![FunBinder::Binder(binder)], body: Box::new(body) }, span }
}

fn paren(t: Term) -> Term {
    let span = t.span;
    Term { kind: TermKind::Paren(Box::new(t)), span }
}

/// Marks every identifier of a notation's right side, so that its own variables and the user's stay apart.
struct Marker {
    k: u64,
    vars: Vec<String>,
}

impl Marker {
    fn binder(&self, b: &mut ast::Binder) {
        for n in &mut b.names {
            self.name(n);
        }
    }
    fn name(&self, n: &mut BinderName) {
        if let BinderName::Ident(id) = n {
            mark(id, self.k);
        }
    }
}

impl VisitMut for Marker {
    fn visit_term(&mut self, t: &mut Term) {
        match &mut t.kind {
            TermKind::Ident { name, .. } if !(name.is_atomic() && self.vars.contains(&name.parts[0])) => {
                mark(name, self.k);
            }
            TermKind::Fun { binders, .. } => {
                for b in binders {
                    if let FunBinder::Binder(b) = b {
                        self.binder(b);
                    }
                }
            }
            TermKind::Forall { binders, .. } | TermKind::Exists { binders, .. } => {
                binders.iter_mut().for_each(|b| self.binder(b));
            }
            TermKind::DepArrow { binder, .. } | TermKind::Sigma { binder, .. } => self.binder(binder),
            TermKind::Subtype { name, .. } => self.name(name),
            TermKind::If { hyp: Some(n), .. } | TermKind::Suffices { name: Some(n), .. } => self.name(n),
            TermKind::Let { decl, .. } => {
                if let ast::LetTarget::Name(n) = &mut decl.target {
                    self.name(n);
                }
                decl.binders.iter_mut().for_each(|b| self.binder(b));
            }
            _ => {}
        }
        ast::walk_term(self, t);
    }
}

/// Puts the variables of a `(· + 1)` in place of its dots.
struct Dots<'a> {
    vars: &'a [Term],
}

impl VisitMut for Dots<'_> {
    fn visit_term(&mut self, t: &mut Term) {
        match &t.kind {
            TermKind::Cdot(i) => {
                if let Some(v) = self.vars.get(*i) {
                    *t = v.clone();
                }
            }
            // An inner function has dots of its own.
            TermKind::CdotFun { .. } => {}
            _ => ast::walk_term(self, t),
        }
    }
}

/// How an index is shown to be valid when no proof is given.
const INDEX_PROOF: &str = "first | assumption | omega | trivial | simp | decide";

/// Gives made-up syntax the place of the syntax it was made for.
pub(super) struct Respan(pub Span);

impl VisitMut for Respan {
    fn visit_term(&mut self, t: &mut Term) {
        t.span = self.0;
        ast::walk_term(self, t);
    }
    fn visit_tactic(&mut self, t: &mut ast::Tactic) {
        t.span = self.0;
        ast::walk_tactic(self, t);
    }
}

impl Elab {
    /// The term a user notation stands for.
    pub fn expand_notation(&mut self, id: NotationId, args: &[Term], span: Span) -> Result<Term> {
        let Some(n) = self.m.env.ext.notations.get(id).cloned() else {
            return Err(self.text_error(span, "internal: unknown notation"));
        };
        self.fresh += 1;
        let vars = n
            .items
            .iter()
            .filter_map(|i| match i {
                ast::notation::NotationItem::Var { name, .. } => Some(name.clone()),
                ast::notation::NotationItem::Token(_) => None,
            })
            .collect();
        let mut n = (*n).clone();
        Marker { k: self.fresh, vars }.visit_term(&mut n.rhs);
        Ok(n.expand(args, span))
    }

    /// The term that a form without an elaborator of its own stands for; nothing if there is none.
    pub fn expand_sugar(&mut self, t: &Term) -> Result<Option<Term>> {
        let span = t.span;
        Ok(Some(match &t.kind {
            TermKind::Notation { id, args } => self.expand_notation(*id, args, span)?,
            TermKind::CdotFun { arity, body } => {
                let mut vars = Vec::new();
                let mut binders = Vec::new();
                for i in 1..=*arity {
                    self.fresh += 1;
                    let base = if *arity == 1 { "x".to_owned() } else { format!("x{i}") };
                    let id = marked_ident(&base, self.fresh, span);
                    binders.push(FunBinder::Binder(ast::Binder {
                        kind: BinderKind::Explicit,
                        names: vec![BinderName::Ident(id.clone())],
                        ty: None,
                        default: None,
                        span,
                    }));
                    vars.push(Term { kind: TermKind::Ident { name: id, levels: None }, span });
                }
                let mut body = (**body).clone();
                Dots { vars: &vars }.visit_term(&mut body);
                Term { kind: TermKind::Fun { binders, body: Box::new(body) }, span }
            }
            TermKind::Tuple(items) => {
                let mut it = items.iter().rev();
                let Some(last) = it.next() else { return Ok(None) };
                it.fold(last.clone(), |acc, item| root_app("Prod.mk", vec![item.clone(), acc], span))
            }
            TermKind::Array(items) => {
                let list = Term { kind: TermKind::List(items.clone()), span };
                root_app("List.toArray", vec![list], span)
            }
            TermKind::Range { start, stop, step } => {
                let number = |t: &Option<Box<Term>>, k: &str| match t {
                    Some(t) => (**t).clone(),
                    None => {
                        Term { kind: TermKind::Num(ast::NatLit { radix: 10, digits: k.to_owned() }), span }
                    }
                };
                let positive = match step {
                    None => root_ident("Nat.zero_lt_one", span),
                    Some(_) => self.proof_by("first | decide | assumption | omega | simp", span)?,
                };
                let args = vec![number(start, "0"), (**stop).clone(), number(step, "1"), positive];
                root_app("Std.Range.mk", args, span)
            }
            TermKind::Unit => root_ident("Unit.unit", span),
            TermKind::Exists { unique, binders, pred, body } => {
                self.expand_exists(*unique, binders, pred.as_ref(), body, span)
            }
            TermKind::Forall { binders, pred: Some(pred), body } => {
                // `∀ x < n, p` is `∀ x, x < n → p`.
                let (binders, prop) = self.bounded(binders, pred);
                let arrow = TermKind::Arrow(Box::new(prop), body.clone());
                let body = Box::new(Term { kind: arrow, span: body.span });
                Term { kind: TermKind::Forall { binders, pred: None, body }, span }
            }
            TermKind::Subtype { name, ty, pred } => {
                let b = ast::Binder {
                    kind: BinderKind::Explicit,
                    names: vec![name.clone()],
                    ty: ty.as_deref().cloned(),
                    default: None,
                    span: name.span(),
                };
                root_app("Subtype", vec![fun(b, (**pred).clone())], span)
            }
            TermKind::Sigma { prime, binder, body } => {
                let f = fun((**binder).clone(), (**body).clone());
                root_app(if *prime { "PSigma" } else { "Sigma" }, vec![f], span)
            }
            TermKind::EmptyCollection => root_ident("EmptyCollection.emptyCollection", span),
            TermKind::SetLit(items) => match items.split_last() {
                None => root_ident("EmptyCollection.emptyCollection", span),
                Some((last, rest)) => {
                    let single = root_app("Singleton.singleton", vec![last.clone()], span);
                    rest.iter()
                        .rev()
                        .fold(single, |acc, x| root_app("Insert.insert", vec![x.clone(), acc], span))
                }
            },
            TermKind::QuotMk(a) => {
                let hole = Term { kind: TermKind::Hole, span };
                root_app("Quotient.mk", vec![hole, (**a).clone()], span)
            }
            TermKind::Index { term, index, mode, proof } => {
                self.expand_index(term, index, *mode, proof.as_deref(), span)?
            }
            TermKind::CoeFun => {
                let (b, x) = self.made_up_variable("x", span);
                fun(b, Term { kind: TermKind::Prefix { op: "↑", op_span: span, arg: Box::new(x) }, span })
            }
            TermKind::Postfix { op: "⁻¹", arg, .. } => root_app("Inv.inv", vec![(**arg).clone()], span),
            TermKind::Interpolated { prefix, parts } if prefix == "s!" => {
                self.expand_interpolated(parts, span)
            }
            _ => return Ok(None),
        }))
    }

    /// `a[i]` and its variants. Without a proof, the index is shown to be valid by the usual means.
    fn expand_index(
        &mut self,
        a: &Term,
        i: &Term,
        mode: IndexMode,
        proof: Option<&Term>,
        span: Span,
    ) -> Result<Term> {
        let (name, proof) = match (mode, proof) {
            (IndexMode::Panic, _) => ("GetElem?.getElem!", None),
            (IndexMode::Optional, _) => ("GetElem?.getElem?", None),
            (_, Some(h)) => ("GetElem.getElem", Some(h.clone())),
            (_, None) => ("GetElem.getElem", Some(self.proof_by(INDEX_PROOF, span)?)),
        };
        let args = [Some(a.clone()), Some(i.clone()), proof].into_iter().flatten().collect();
        Ok(root_app(name, args, span))
    }

    /// `by text`
    fn proof_by(&self, text: &str, span: Span) -> Result<Term> {
        let parsed = turnstile_syntax::parse_tactics(text, &turnstile_syntax::NotationTable::new());
        let Ok(mut seq) = parsed else {
            return Err(self.text_error(span, format!("internal: ill-formed tactic block `{text}`")));
        };
        seq.span = span;
        let mut at = Respan(span);
        seq.tactics.iter_mut().for_each(|t| at.visit_tactic(t));
        Ok(Term { kind: TermKind::By(seq), span })
    }

    fn expand_exists(
        &mut self,
        unique: bool,
        binders: &[ast::Binder],
        pred: Option<&ast::BinderPred>,
        body: &Term,
        span: Span,
    ) -> Term {
        let name = if unique { "ExistsUnique" } else { "Exists" };
        let (binders, body) = match pred {
            Some(pred) => {
                let (bs, prop) = self.bounded(binders, pred);
                (bs, binop("∧", paren(prop), paren(body.clone()), body.span))
            }
            None => (binders.to_vec(), body.clone()),
        };
        let mut t = body;
        for b in binders.iter().rev() {
            for n in b.names.iter().rev() {
                let one = ast::Binder { names: vec![n.clone()], ..b.clone() };
                t = root_app(name, vec![fun(one, t)], span);
            }
        }
        t
    }

    /// The binders of `∀ x < n, …` with their names written out, and the proposition `x < n`, for each of the names.
    fn bounded(&mut self, binders: &[ast::Binder], pred: &ast::BinderPred) -> (Vec<ast::Binder>, Term) {
        let mut out = binders.to_vec();
        let mut props = Vec::new();
        for b in &mut out {
            for n in &mut b.names {
                let id = match n {
                    BinderName::Ident(id) => id.clone(),
                    BinderName::Hole(s) => {
                        self.fresh += 1;
                        marked_ident("x", self.fresh, *s)
                    }
                };
                *n = BinderName::Ident(id.clone());
                let span = id.span;
                let x = Term { kind: TermKind::Ident { name: id, levels: None }, span };
                props.push(binop(pred.op, x, (*pred.rhs).clone(), span.to(pred.rhs.span)));
            }
        }
        let mut it = props.into_iter().rev();
        let Some(last) = it.next() else { return (out, root_ident("True", pred.op_span)) };
        let prop = it.fold(last, |acc, p| {
            let span = acc.span;
            binop("∧", paren(p), paren(acc), span)
        });
        (out, prop)
    }

    fn expand_interpolated(&mut self, parts: &[InterpPart], span: Span) -> Term {
        let mut acc: Option<Term> = None;
        for p in parts {
            let one = match p {
                InterpPart::Text(s) => Term { kind: TermKind::Str(s.clone()), span },
                InterpPart::Term(t) => root_app("ToString.toString", vec![t.clone()], t.span),
            };
            acc = Some(match acc {
                None => one,
                Some(a) => binop("++", a, one, span),
            });
        }
        acc.unwrap_or(Term { kind: TermKind::Str(String::new()), span })
    }
}

/// `lhs op rhs` for a built-in operator.
pub(crate) fn binop(op: &'static str, lhs: Term, rhs: Term, span: Span) -> Term {
    Term { kind: TermKind::Binop { op, op_span: span, lhs: Box::new(lhs), rhs: Box::new(rhs) }, span }
}
