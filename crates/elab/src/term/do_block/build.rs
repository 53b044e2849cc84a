//! Made-up terms.

use super::super::notation::{root_app, root_ident};
use turnstile_syntax as ast;
use turnstile_syntax::{
    BinderKind, BinderName, Body, Field, FunBinder, Ident, LetDecl, LetKind, LetTarget, MatchAlt, MatchDiscr,
    Span, Term, TermKind,
};

pub(super) fn ident(id: &Ident) -> Term {
    Term { kind: TermKind::Ident { name: id.clone(), levels: None }, span: id.span }
}

pub(super) fn hole(span: Span) -> Term {
    Term { kind: TermKind::Hole, span }
}

pub(super) fn unit(span: Span) -> Term {
    root_ident("PUnit.unit", span)
}

pub(super) fn pure(e: Term, span: Span) -> Term {
    root_app("Pure.pure", vec![e], span)
}

/// `bind x (fun name => body)`
pub(super) fn bind(x: Term, name: BinderName, ty: Option<Term>, body: Term, span: Span) -> Term {
    let f = fun(name, ty, body);
    root_app("Bind.bind", vec![x, f], span)
}

/// `bind x (fun (_ : PUnit) => body)`
pub(super) fn then(x: Term, body: Term, span: Span) -> Term {
    let at = x.span;
    bind(x, BinderName::Hole(at), Some(root_ident("PUnit", at)), body, span)
}

pub(super) fn fun(name: BinderName, ty: Option<Term>, body: Term) -> Term {
    let span = body.span;
    let at = name.span();
    let binder = ast::Binder { kind: BinderKind::Explicit, names: vec![name], ty, default: None, span: at };
    Term { kind: TermKind::Fun { binders: vec![FunBinder::Binder(binder)], body: Box::new(body) }, span }
}

pub(super) fn let_in(name: &Ident, ty: Option<Term>, value: Term, body: Term) -> Term {
    let span = value.span;
    let target = LetTarget::Name(BinderName::Ident(name.clone()));
    let decl = LetDecl { target, binders: vec![], ty, body: Body::Value(value), span };
    let_decl(LetKind::Let, decl, body)
}

pub(super) fn let_decl(kind: LetKind, decl: LetDecl, body: Term) -> Term {
    let span = decl.span;
    Term { kind: TermKind::Let { kind, decl: Box::new(decl), body: Box::new(body) }, span }
}

pub(super) fn alt(patterns: Vec<Vec<Term>>, rhs: Term) -> MatchAlt {
    let span = rhs.span;
    MatchAlt { patterns, rhs, span }
}

pub(super) fn match_on(discrs: Vec<MatchDiscr>, alts: Vec<MatchAlt>, span: Span) -> Term {
    let m = ast::Match { generalizing: None, motive: None, discrs, alts };
    Term { kind: TermKind::Match(Box::new(m)), span }
}

pub(super) fn match_one(e: Term, alts: Vec<MatchAlt>, span: Span) -> Term {
    match_on(vec![MatchDiscr { hyp: None, term: e }], alts, span)
}

/// `e.1`, `e.2`
pub(super) fn proj(e: Term, index: u32) -> Term {
    let span = e.span;
    let field = Field { name: index.to_string(), index: Some(index), span };
    Term { kind: TermKind::Proj(Box::new(e), field), span }
}

pub(super) fn type_of(id: &Ident) -> Term {
    Term { kind: TermKind::TypeOf(Box::new(ident(id))), span: id.span }
}

pub(super) fn if_then(hyp: Option<BinderName>, cond: Term, then: Term, els: Term, span: Span) -> Term {
    let (cond, then, els) = (Box::new(cond), Box::new(then), Box::new(els));
    Term { kind: TermKind::If { hyp, cond, then, els }, span }
}

/// The values of variables as one: nothing, the value itself, or nested pairs.
pub(super) fn tuple(mut parts: Vec<Term>, span: Span) -> Term {
    let Some(last) = parts.pop() else { return unit(span) };
    parts.into_iter().rev().fold(last, |acc, x| root_app("MProd.mk", vec![x, acc], span))
}

/// `let x := r.1; let y := r.2; body` for the variables of a tuple `r` of `count` parts, the first `skip` left out.
pub(super) fn untuple(r: &Ident, vars: &[Ident], skip: usize, body: Term) -> Term {
    let count = vars.len() + skip;
    let part = |i: usize| {
        let mut e = ident(r);
        for _ in 0..i {
            e = proj(e, 2);
        }
        if i + 1 < count { proj(e, 1) } else { e }
    };
    vars.iter().enumerate().rev().fold(body, |acc, (i, x)| let_in(x, None, part(i + skip), acc))
}
