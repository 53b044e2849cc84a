//! The term elaborator. [`Elab::elab_term`] looks at the form of the syntax; each file here handles one family of forms.

mod anonymous;
mod app;
mod auto_param;
mod binders;
mod calc;
mod coe;
mod conditional;
mod defaults;
mod do_block;
mod elim;
mod head;
mod kabstract;
mod let_have;
mod literal;
mod macros;
pub(crate) mod names;
mod notation;
mod operators;
mod pending;
mod structure;
mod subst;
mod universe;

pub use binders::binder_info;
pub use names::{Head, ident_name, marked_ident};

use crate::elab::{Elab, HoleOrigin, SynthMode};
use crate::error::{Piece, Result};
use crate::meta::Meta;
use app::AppArg;
use std::rc::Rc;
use turnstile_kernel::{BinderInfo, Expr, Name, Node, with_stack};
use turnstile_syntax as ast;
use turnstile_syntax::{FunBinder, Span, Term, TermKind};

impl Elab {
    /// Elaborates `t`. The expected type is a hint: the result may have another type. Problems may be left pending.
    ///
    /// # Errors
    /// When the term is wrong.
    pub fn elab_term(&mut self, t: &Term, expected: Option<Expr>) -> Result<Expr> {
        self.elab_term_core(t, expected, true, true)
    }

    /// Elaborates `t` as a term of type `expected`, inserting coercions.
    ///
    /// # Errors
    /// When the term is wrong or has another type.
    pub fn elab_term_ensuring_type(&mut self, t: &Term, expected: Expr) -> Result<Expr> {
        let e = self.elab_term(t, Some(expected))?;
        self.ensure_type(e, expected, t.span)
    }

    /// Elaborates `t` as a type.
    ///
    /// # Errors
    /// When it is wrong or not a type.
    pub fn elab_type(&mut self, t: &Term) -> Result<Expr> {
        let u = self.m.mk_level_mvar();
        let sort = self.m.st.sort(u);
        let e = self.elab_term(t, Some(sort))?;
        self.ensure_is_type(e, t.span)
    }

    /// `e` as a type, coerced if need be.
    pub(crate) fn ensure_is_type(&mut self, e: Expr, span: Span) -> Result<Expr> {
        let ty = self.m.infer(e)?;
        let w = self.m.whnf(ty)?;
        if matches!(self.m.st.node(w), Node::Sort(_)) {
            return Ok(e);
        }
        let u = self.m.mk_level_mvar();
        let sort = self.m.st.sort(u);
        if self.m.is_def_eq(w, sort)? {
            return Ok(e);
        }
        let coerced = match self.coerce_to_sort(e) {
            Ok(c) => c,
            Err(err) if err.is_resource() => return Err(err),
            Err(_) => None,
        };
        if let Some(c) = coerced {
            return Ok(c);
        }
        Err(self.error_at(
            span,
            vec![
                Piece::Text("type expected, got\n  (".into()),
                Piece::Expr(e),
                Piece::Text(" : ".into()),
                Piece::Expr(ty),
                Piece::Text(")".into()),
            ],
        ))
    }

    /// Elaborates `t`. With `catch`, a term that needs more information becomes a hole filled later; with `implicit`,
    /// implicit binders of the expected type are introduced first.
    pub(crate) fn elab_term_core(
        &mut self,
        t: &Term,
        expected: Option<Expr>,
        catch: bool,
        implicit: bool,
    ) -> Result<Expr> {
        with_stack(|| {
            self.m.tick()?;
            if implicit
                && let Some(ty) = expected
                && !blocks_implicit_lambda(t)
            {
                let w = self.whnf_pi(ty)?;
                if let Node::Pi(b, ..) = self.m.st.node(w)
                    && matches!(b.info, BinderInfo::Implicit | BinderInfo::Inst)
                {
                    return self.elab_implicit_lambda(t, w, catch);
                }
            }
            if !catch || !self.may_postpone {
                return self.elab_form(t, expected).map_err(|e| e.at(t.span));
            }
            let c = self.checkpoint();
            match self.elab_form(t, expected) {
                Err(e) if e.is_postpone() => {
                    self.rollback(&c);
                    Ok(self.postpone_term(t, expected))
                }
                r => r.map_err(|e| e.at(t.span)),
            }
        })
    }

    /// Introduces the implicit binders of the expected type, then elaborates `t`.
    fn elab_implicit_lambda(&mut self, t: &Term, ty: Expr, catch: bool) -> Result<Expr> {
        let lctx = self.m.lctx.clone();
        let r = (|| {
            let mut ty = ty;
            let mut xs = Vec::new();
            loop {
                ty = self.whnf_pi(ty)?;
                match self.m.st.node(ty) {
                    Node::Pi(b, dom, body) if matches!(b.info, BinderInfo::Implicit | BinderInfo::Inst) => {
                        let base = if b.name.last_str().is_empty() { b.name.prefix() } else { b.name };
                        let name =
                            self.fresh_inaccessible(if base.is_anon() { "x" } else { base.last_str() });
                        let x = self.m.push_local(name, dom, b.info);
                        xs.push(x);
                        ty = self.m.st.instantiate1(body, x);
                    }
                    _ => break,
                }
            }
            let e = self.elab_term_core(t, Some(ty), catch, false)?;
            let e = self.ensure_type(e, ty, t.span)?;
            self.m.mk_lambda(&xs, e)
        })();
        self.m.lctx = lctx;
        r
    }

    fn elab_form(&mut self, t: &Term, expected: Option<Expr>) -> Result<Expr> {
        match &t.kind {
            TermKind::Ident { .. }
            | TermKind::Explicit(_)
            | TermKind::App { .. }
            | TermKind::Proj(..)
            | TermKind::PipeProj { .. }
            | TermKind::DotIdent(_) => self.elab_app(t, expected),
            TermKind::Paren(inner) => self.elab_term(inner, expected),
            TermKind::Hole => {
                let ty = expected.unwrap_or_else(|| self.m.mk_type_hole());
                let h = self.m.mk_hole(ty);
                self.note_origin(h, HoleOrigin::Placeholder(t.span));
                Ok(h)
            }
            TermKind::SyntheticHole(name) => self.elab_named_hole(name.as_ref(), expected, t.span),
            TermKind::Fun { binders, body } => self.elab_fun(binders, body, expected, t.span),
            TermKind::FunMatch(alts) => self.elab_fun_match(alts, expected, t.span),
            TermKind::Match(m) => self.elab_match(m, expected, t.span),
            TermKind::NoMatch(discrs) => {
                let discrs = discrs.iter().map(|d| ast::MatchDiscr { hyp: None, term: d.clone() }).collect();
                let m = ast::Match { generalizing: None, motive: None, discrs, alts: vec![] };
                self.elab_match(&m, expected, t.span)
            }
            TermKind::NoFun => self.elab_fun_match(&[], expected, t.span),
            TermKind::Forall { binders, pred: None, body } => self.elab_forall(binders, body),
            TermKind::DepArrow { binder, body } => self.elab_forall(std::slice::from_ref(binder), body),
            TermKind::Arrow(a, b) => self.elab_arrow(a, b),
            TermKind::Sort { kind, level } => self.elab_sort(*kind, level.as_ref()),
            TermKind::Let { kind, decl, body } => self.elab_let(*kind, decl, body, expected, t.span),
            TermKind::LetRec { .. } => Err(self.unsupported(t.span, "`let rec` inside a term")),
            TermKind::Show { ty, value } => self.elab_show(ty, value, expected),
            TermKind::Suffices { name, ty, value, body } => {
                self.elab_suffices(name.as_ref(), ty, value, body, expected, t.span)
            }
            TermKind::If { hyp, cond, then, els } => {
                self.elab_if(hyp.as_ref(), cond, then, els, expected, t.span)
            }
            TermKind::IfLet { pat, value, then, els } => {
                self.elab_if_let(pat, value, then, els, expected, t.span)
            }
            TermKind::BIf { cond, then, els } => {
                let args = vec![AppArg::Stx(cond), AppArg::Stx(then), AppArg::Stx(els)];
                self.elab_const_app("cond", args, expected, t.span)
            }
            TermKind::By(seq) => {
                let Some(ty) = expected else {
                    self.try_postpone()?;
                    return Err(
                        self.text_error(t.span, "invalid 'by' tactic, expected type has not been provided")
                    );
                };
                Ok(self.mk_tactic_hole(ty, Rc::new(seq.clone()), t.span))
            }
            TermKind::Calc(steps) => self.elab_calc(steps, expected, t.span),
            TermKind::AnonCtor(args) => self.elab_anonymous_ctor(args, expected, t.span),
            TermKind::StructInst(s) => self.elab_struct_inst(s, expected, t.span),
            TermKind::Ascription(e, ty) => self.elab_ascription(e, ty.as_deref(), expected),
            TermKind::List(items) => self.elab_list(items, expected, t.span),
            TermKind::Num(n) => self.elab_numeral(n, expected, t.span),
            TermKind::RawNat(n) => self.raw_nat(n, t.span),
            TermKind::Str(s) => Ok(self.m.st.string(s)),
            TermKind::Char(c) => self.elab_char(*c, t.span),
            TermKind::Binop { op, op_span, lhs, rhs } => self.elab_binop(t, op, *op_span, lhs, rhs, expected),
            TermKind::Prefix { op, arg, .. } => self.elab_prefix(t, op, arg, expected),
            TermKind::AssumptionOf(ty) => self.elab_assumption(ty, t.span),
            TermKind::OpenIn(decl, body) => {
                let old = self.scope.clone();
                let r = self.apply_open(decl).and_then(|()| self.elab_term(body, expected));
                self.scope = old;
                r
            }
            TermKind::SetOptionIn(o, body) => {
                let old = self.scope.clone();
                self.scope.set_option(ident_name(&o.name), o.value.clone());
                let r = self.elab_term(body, expected);
                self.scope = old;
                r
            }
            TermKind::Macro(n) => self.elab_macro(n, expected),
            TermKind::Sorry => self.elab_sorry(expected, t.span),
            TermKind::NamedPat { name, pat, .. } if self.in_pattern => {
                self.elab_named_pattern(ident_name(name), pat, expected)
            }
            TermKind::Inaccessible(e) if self.in_pattern => self.elab_inaccessible(e, expected),
            TermKind::NamedPat { .. } => {
                Err(self.text_error(t.span, "unexpected occurrence of named pattern"))
            }
            TermKind::Inaccessible(_) => {
                Err(self.text_error(t.span, "invalid inaccessible pattern, it can only be used in patterns"))
            }
            TermKind::Cdot(_) => Err(self.text_error(
                t.span,
                "invalid occurrence of `·` notation, it must be surrounded by parentheses (e.g. `(· + 1)`)",
            )),
            TermKind::Unsupported { keyword } => Err(self.unsupported(t.span, &format!("`{keyword}`"))),
            TermKind::Scientific(n) => self.elab_scientific(n, expected, t.span),
            TermKind::NameLit(_) => Err(self.unsupported(t.span, "a name literal")),
            TermKind::Do(block) => self.elab_do(block, expected, t.span),
            TermKind::NestedAction(_) => Err(self.stray_action(t.span)),
            TermKind::TypeOf(e) => {
                let e = self.elab_term(e, None)?;
                let ty = self.m.infer(e)?;
                Ok(self.m.instantiate(ty))
            }
            _ => {
                let Some(expanded) = self.expand_sugar(t)? else {
                    return Err(self.unsupported(t.span, "this term"));
                };
                self.elab_term(&expanded, expected)
            }
        }
    }

    fn elab_named_hole(
        &mut self,
        name: Option<&ast::Ident>,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        if let Some(id) = name {
            let n = ident_name(id);
            if let Some(m) = self.named_holes.get(&n).copied()
                && let Some(d) = self.m.mctx.decl(m).cloned()
                && d.lctx.is_subset_of(&self.m.lctx)
            {
                return Ok(self.m.st.mvar(m));
            }
            let ty = expected.unwrap_or_else(|| self.m.mk_type_hole());
            let h = self.m.mk_goal(ty, n);
            if let Node::MVar(m) = self.m.st.node(h) {
                self.named_holes.insert(n, m);
            }
            self.note_origin(h, HoleOrigin::Placeholder(span));
            return Ok(h);
        }
        let ty = expected.unwrap_or_else(|| self.m.mk_type_hole());
        let h = self.m.mk_goal(ty, Name::anon());
        self.note_origin(h, HoleOrigin::Placeholder(span));
        Ok(h)
    }

    /// `(e : T)`, `(e :)`
    fn elab_ascription(&mut self, e: &Term, ty: Option<&Term>, expected: Option<Expr>) -> Result<Expr> {
        match ty {
            Some(ty) => {
                let ty = self.with_synthesize(SynthMode::NoPostpone, |me| me.elab_type(ty))?;
                self.elab_term_ensuring_type(e, ty)
            }
            None => {
                let v = self.with_synthesize(SynthMode::Final, |me| me.elab_term(e, None))?;
                self.ensure_has_type(v, expected, e.span)
            }
        }
    }

    /// `sorry`
    fn elab_sorry(&mut self, expected: Option<Expr>, span: Span) -> Result<Expr> {
        let ty = expected.unwrap_or_else(|| self.m.mk_type_hole());
        self.record_sorry(span, ty);
        self.m.mk_sorry(ty)
    }

    /// `sorryAx ty`
    ///
    /// # Errors
    /// When the library does not declare `sorryAx`.
    pub fn mk_sorry(&mut self, ty: Expr) -> Result<Expr> {
        self.m.mk_sorry(ty)
    }

    /// `‹T›`: the newest hypothesis of type `T`.
    fn elab_assumption(&mut self, ty: &Term, span: Span) -> Result<Expr> {
        let ty = self.elab_type(ty)?;
        self.synthesize(SynthMode::Partial)?;
        let decls: Vec<_> = self.m.lctx.iter().rev().filter(|d| !d.is_aux).cloned().collect();
        for d in decls {
            if self.m.is_def_eq(d.ty, ty)? {
                return Ok(self.m.st.fvar(d.id));
            }
        }
        Err(self.error_at(
            span,
            vec![Piece::Text("could not find a hypothesis of type\n  ".into()), Piece::Expr(ty)],
        ))
    }
}

impl Meta {
    /// `sorryAx ty`
    ///
    /// # Errors
    /// When the library does not declare `sorryAx`.
    pub fn mk_sorry(&mut self, ty: Expr) -> Result<Expr> {
        let u = self.sort_of(ty)?;
        let name = Name::new("sorryAx");
        if !self.env.contains(name) {
            return Err(crate::Error::msg("`sorry` needs the axiom `sorryAx`, which is not declared"));
        }
        let f = self.st.const_(name, &[u]);
        let no = self.st.const0("Bool.false");
        Ok(self.st.apps(f, &[ty, no]))
    }
}

/// Whether the implicit binders of the expected type are left to `t`.
fn blocks_implicit_lambda(t: &Term) -> bool {
    let t = t.unparen();
    match &t.kind {
        TermKind::Explicit(_)
        | TermKind::Hole
        | TermKind::SyntheticHole(_)
        | TermKind::By(_)
        | TermKind::Inaccessible(_)
        | TermKind::Ascription(..) => true,
        TermKind::App { func, .. } => matches!(func.kind, TermKind::Explicit(_)),
        TermKind::Fun { binders, .. } => {
            binders.iter().any(|b| matches!(b, FunBinder::Binder(b) if b.kind != ast::BinderKind::Explicit))
        }
        _ => false,
    }
}
