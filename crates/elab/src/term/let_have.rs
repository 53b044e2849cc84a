//! `let`, `have`, `show`, `suffices`.

use super::names::ident_name;
use crate::elab::{Elab, SynthMode};
use crate::error::Result;
use turnstile_kernel::{Binder, BinderInfo, Expr, Name, Node};
use turnstile_syntax as ast;
use turnstile_syntax::{
    BinderName, Body, LetDecl, LetKind, LetTarget, MatchAlt, MatchDiscr, Span, Term, TermKind,
};

impl Elab {
    /// Elaborates what a `let` or `have` declares, with its parameters, completely: its type and its value.
    ///
    /// # Errors
    /// When the type or the value is wrong.
    pub fn elab_let_value(&mut self, decl: &LetDecl) -> Result<(Expr, Expr)> {
        let (ty, v) = self.with_binders(&decl.binders, |e, xs| {
            let ty = match &decl.ty {
                Some(t) => e.elab_type(t)?,
                None => e.type_hole(decl.span),
            };
            let v = e.elab_body(&decl.body, ty, decl.span)?;
            e.synthesize(SynthMode::Final)?;
            let ty = e.m.mk_pi(xs, ty)?;
            Ok((ty, e.m.mk_lambda(xs, v)?))
        })?;
        Ok((self.m.instantiate(ty), self.m.instantiate(v)))
    }

    /// The value of a definition or local declaration, of type `ty`.
    ///
    /// # Errors
    /// When it is wrong.
    pub fn elab_body(&mut self, body: &Body, ty: Expr, span: Span) -> Result<Expr> {
        match body {
            Body::Value(t) => self.elab_term_ensuring_type(t, ty),
            Body::Alts(alts) => {
                let v = self.elab_fun_match(alts, Some(ty), span)?;
                self.ensure_type(v, ty, span)
            }
            Body::Fields(fields) => {
                let v = self.elab_fields(fields, ty, span)?;
                self.ensure_type(v, ty, span)
            }
            Body::None => Err(self.text_error(span, "a value is missing: `:=` expected")),
        }
    }

    pub(crate) fn elab_let(
        &mut self,
        kind: LetKind,
        decl: &LetDecl,
        body: &Term,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let name = match &decl.target {
            LetTarget::Name(BinderName::Ident(id)) => ident_name(id),
            LetTarget::Name(BinderName::Hole(_)) => self.fresh_inaccessible("x"),
            LetTarget::Anonymous => Name::new("this"),
            LetTarget::Pattern(p) => return self.elab_let_pattern(decl, p, body, expected, span),
        };
        let (ty, v) = self.elab_let_value(decl)?;
        let lctx = self.m.lctx.clone();
        let r = self.elab_let_body(kind, name, ty, v, body, expected);
        self.m.lctx = lctx;
        r
    }

    fn elab_let_body(
        &mut self,
        kind: LetKind,
        name: Name,
        ty: Expr,
        v: Expr,
        body: &Term,
        expected: Option<Expr>,
    ) -> Result<Expr> {
        let opaque = matches!(kind, LetKind::Have | LetKind::HaveI);
        let x = if opaque {
            self.m.push_local(name, ty, BinderInfo::Default)
        } else {
            self.m.push_let(name, ty, v)
        };
        // What mentions `x` is settled while `x` is at hand.
        let b = self.with_synthesize(SynthMode::Partial, |e| match expected {
            Some(t) => e.elab_term_ensuring_type(body, t),
            None => e.elab_term(body, None),
        })?;
        let b = self.m.instantiate(b);
        match kind {
            LetKind::Let => self.m.mk_lambda(&[x], b),
            LetKind::Have => {
                let f = self.m.mk_lambda(&[x], b)?;
                Ok(self.m.st.app(f, v))
            }
            LetKind::LetI | LetKind::HaveI => {
                self.synthesize(SynthMode::Final)?;
                let b = self.m.instantiate(b);
                let id = self.m.fvar_id(x)?;
                Ok(self.m.st.instantiate1(self.m.st.abstract_fvars(b, &[id]), v))
            }
        }
    }

    /// `let p : T := v; body` is `match (v : T) with | p => body`.
    fn elab_let_pattern(
        &mut self,
        decl: &LetDecl,
        pat: &Term,
        body: &Term,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let Body::Value(v) = &decl.body else {
            return Err(self.text_error(decl.span, "`:=` expected after the pattern"));
        };
        let value = match &decl.ty {
            Some(ty) => Term {
                kind: TermKind::Ascription(Box::new(v.clone()), Some(Box::new(ty.clone()))),
                span: v.span,
            },
            None => v.clone(),
        };
        let alt = MatchAlt { patterns: vec![vec![pat.clone()]], rhs: body.clone(), span };
        let m = ast::Match {
            generalizing: None,
            motive: None,
            discrs: vec![MatchDiscr { hyp: None, term: value }],
            alts: vec![alt],
        };
        self.elab_match(&m, expected, span)
    }

    /// `show T from e`: `e`, with type `T` as written.
    pub(crate) fn elab_show(&mut self, ty: &Term, value: &Term, expected: Option<Expr>) -> Result<Expr> {
        let ty = self.elab_type(ty)?;
        self.synthesize(SynthMode::NoPostpone)?;
        if let Some(t) = expected {
            self.m.is_def_eq(t, ty)?;
        }
        let v = self.elab_term_ensuring_type(value, ty)?;
        let ty = self.m.instantiate(ty);
        let same = self.m.infer(v).map(|vt| self.m.instantiate(vt) == ty)?;
        if same
            && matches!(self.m.st.node(self.m.st.app_fn(v)), Node::MVar(_) | Node::FVar(_) | Node::Const(..))
        {
            return Ok(v);
        }
        let id = self.m.st.lam(Binder::new(Name::new("this")), ty, self.m.st.bvar(0));
        Ok(self.m.st.app(id, v))
    }

    /// `suffices h : T from e; body`: `e` proves the goal from `h`, `body` proves `T`.
    pub(crate) fn elab_suffices(
        &mut self,
        name: Option<&BinderName>,
        ty: &Term,
        value: &Term,
        body: &Term,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let target = match name {
            Some(n) => LetTarget::Name(n.clone()),
            None => LetTarget::Anonymous,
        };
        let decl =
            LetDecl { target, binders: vec![], ty: Some(ty.clone()), body: Body::Value(body.clone()), span };
        self.elab_let(LetKind::Have, &decl, value, expected, span)
    }
}
