//! `if … then … else …`

use super::app::AppArg;
use super::names::marked_ident;
use crate::elab::Elab;
use crate::error::Result;
use turnstile_kernel::Expr;
use turnstile_syntax as ast;
use turnstile_syntax::{BinderKind, BinderName, FunBinder, MatchAlt, MatchDiscr, Span, Term, TermKind};

impl Elab {
    pub(crate) fn elab_if(
        &mut self,
        hyp: Option<&BinderName>,
        cond: &Term,
        then: &Term,
        els: &Term,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let Some(hyp) = hyp else {
            let args = vec![AppArg::Stx(cond), AppArg::Stx(then), AppArg::Stx(els)];
            return self.elab_const_app("ite", args, expected, span);
        };
        let branch = |body: &Term| {
            let binder = ast::Binder {
                kind: BinderKind::Explicit,
                names: vec![hyp.clone()],
                ty: None,
                default: None,
                span: hyp.span(),
            };
            let kind =
                TermKind::Fun { binders: vec![FunBinder::Binder(binder)], body: Box::new(body.clone()) };
            Term { kind, span: body.span }
        };
        let (then, els) = (branch(then), branch(els));
        let args = vec![AppArg::Stx(cond), AppArg::Stx(&then), AppArg::Stx(&els)];
        self.elab_const_app("dite", args, expected, span)
    }

    /// `if let p := e then a else b` is `match e with | p => a | _ => b`.
    pub(crate) fn elab_if_let(
        &mut self,
        pat: &Term,
        value: &Term,
        then: &Term,
        els: &Term,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let alt =
            |p: Term, rhs: &Term| MatchAlt { patterns: vec![vec![p]], span: rhs.span, rhs: rhs.clone() };
        let any = Term { kind: TermKind::Hole, span: els.span };
        let m = ast::Match {
            generalizing: None,
            motive: None,
            discrs: vec![MatchDiscr { hyp: None, term: value.clone() }],
            alts: vec![alt(pat.clone(), then), alt(any, els)],
        };
        self.elab_match(&m, expected, span)
    }

    /// A binder without brackets for a name the user cannot write, and a term that refers to it.
    pub(crate) fn made_up_variable(&mut self, base: &str, span: Span) -> (ast::Binder, Term) {
        self.fresh += 1;
        let id = marked_ident(base, self.fresh, span);
        let binder = ast::Binder {
            kind: BinderKind::Explicit,
            names: vec![BinderName::Ident(id.clone())],
            ty: None,
            default: None,
            span,
        };
        (binder, Term { kind: TermKind::Ident { name: id, levels: None }, span })
    }
}
