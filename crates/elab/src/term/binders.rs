//! Binders, function types and lambda abstractions, and names bound on first use in headers.

use super::names::ident_name;
use crate::elab::{AutoBound, Elab, HoleOrigin, SynthMode};
use crate::error::{Piece, Result};
use turnstile_kernel::{BinderInfo, Expr, Name, Node};
use turnstile_syntax as ast;
use turnstile_syntax::{BinderKind, BinderName, FunBinder, Span, Term, TermKind};

/// A header that binds more names than this on first use is refused.
const MAX_AUTO_BOUND: usize = 100;

/// How a binder in these brackets is bound.
#[must_use]
pub fn binder_info(k: BinderKind) -> BinderInfo {
    match k {
        BinderKind::Explicit => BinderInfo::Default,
        BinderKind::Implicit => BinderInfo::Implicit,
        BinderKind::StrictImplicit => BinderInfo::StrictImplicit,
        BinderKind::Instance => BinderInfo::Inst,
    }
}

impl Elab {
    /// The name a binder introduces; `_` becomes inaccessible.
    pub fn binder_name(&mut self, n: &BinderName) -> Name {
        match n {
            BinderName::Ident(id) => ident_name(id),
            BinderName::Hole(_) => self.fresh_inaccessible("x"),
        }
    }

    /// Elaborates binders, adds them to the context, runs `f` on them (one term a name), and puts the context back.
    ///
    /// # Errors
    /// Those of the binders' types and of `f`.
    pub fn with_binders<R>(
        &mut self,
        bs: &[ast::Binder],
        f: impl FnOnce(&mut Elab, &[Expr]) -> Result<R>,
    ) -> Result<R> {
        let lctx = self.m.lctx.clone();
        let r = self.push_binders(bs).and_then(|xs| f(self, &xs));
        self.m.lctx = lctx;
        r
    }

    /// Elaborates binders and adds them to the context.
    ///
    /// # Errors
    /// Those of the binders' types.
    pub fn push_binders(&mut self, bs: &[ast::Binder]) -> Result<Vec<Expr>> {
        let mut xs = Vec::new();
        for b in bs {
            if b.names.is_empty() {
                let name = self.fresh_inaccessible("inst");
                xs.push(self.push_binder(b, name, b.span)?);
            }
            for n in &b.names {
                let name = self.binder_name(n);
                xs.push(self.push_binder(b, name, n.span())?);
            }
        }
        Ok(xs)
    }

    fn push_binder(&mut self, b: &ast::Binder, name: Name, span: Span) -> Result<Expr> {
        let ty = self.binder_type(b, span)?;
        let info = binder_info(b.kind);
        if info == BinderInfo::Inst {
            self.check_class_binder(ty, b.span)?;
        }
        Ok(self.m.push_local(name, ty, info))
    }

    /// The type of one variable of a binder group, with `optParam` around it when it has a default.
    fn binder_type(&mut self, b: &ast::Binder, span: Span) -> Result<Expr> {
        let ty = match &b.ty {
            Some(t) => self.elab_type(t)?,
            None => self.type_hole(span),
        };
        let Some(default) = &b.default else { return Ok(ty) };
        if let TermKind::By(seq) = &default.unparen().kind {
            return self.auto_param_type(ty, seq);
        }
        let v = self.elab_term_ensuring_type(default, ty)?;
        self.synthesize(SynthMode::Partial)?;
        let u = self.m.sort_of(ty)?;
        let f = self.m.st.const_(Name::new("optParam"), &[u]);
        Ok(self.m.st.apps(f, &[ty, v]))
    }

    fn check_class_binder(&mut self, ty: Expr, span: Span) -> Result<()> {
        let t = self.m.instantiate(ty);
        if self.m.is_class_type(t) || self.m.head_mvar(t).is_some() {
            return Ok(());
        }
        let lctx = self.m.lctx.clone();
        let (_, body) = self.m.open_pis(t, None)?;
        let w = self.m.whnf(body)?;
        let ok = self.m.is_class_type(w) || self.m.head_mvar(w).is_some();
        self.m.lctx = lctx;
        if ok || !self.scope.flag("checkBinderAnnotations", true) {
            return Ok(());
        }
        let text = "invalid binder annotation, type is not a class instance\n  ".to_owned();
        let note =
            "\nuse the command `set_option checkBinderAnnotations false` to disable the check".to_owned();
        Err(self.error_at(span, vec![Piece::Text(text), Piece::Expr(t), Piece::Text(note)]))
    }

    /// A hole for the type of the binder at `span`.
    pub(crate) fn type_hole(&mut self, span: Span) -> Expr {
        let h = self.m.mk_type_hole();
        self.note_origin(h, HoleOrigin::BinderType(span));
        h
    }

    /// Runs `f` with names bound on first use, as in the header of a declaration: an unknown `α` becomes an implicit
    /// variable before everything else. `f` gets the variables bound so far and is started again for each new one; it
    /// must elaborate the whole header, and may go on with the rest under [`without_auto_bound`](Elab::without_auto_bound).
    ///
    /// # Errors
    /// Those of `f`.
    pub fn with_auto_bound<R>(&mut self, mut f: impl FnMut(&mut Elab, &[Expr]) -> Result<R>) -> Result<R> {
        if !self.scope.flag("autoImplicit", true) {
            return f(self, &[]);
        }
        let lctx = self.m.lctx.clone();
        let old =
            std::mem::replace(&mut self.auto_bound, AutoBound { enabled: true, levels: true, request: None });
        let mut xs: Vec<Expr> = Vec::new();
        let r = loop {
            let c = self.checkpoint();
            let r = f(self, &xs);
            let Some(name) = self.auto_bound.request.take() else { break r };
            if r.is_ok() || xs.len() >= MAX_AUTO_BOUND {
                break r;
            }
            self.rollback(&c);
            self.auto_bound.enabled = true;
            let ty = self.m.mk_type_hole();
            xs.push(self.m.push_local(name, ty, BinderInfo::Implicit));
        };
        self.auto_bound = old;
        self.m.lctx = lctx;
        r
    }

    /// Runs `f` with unknown names being errors.
    ///
    /// # Errors
    /// Those of `f`.
    pub fn without_auto_bound<R>(&mut self, f: impl FnOnce(&mut Elab) -> Result<R>) -> Result<R> {
        let old = std::mem::take(&mut self.auto_bound);
        let r = f(self);
        self.auto_bound = old;
        r
    }

    /// As [`without_auto_bound`](Elab::without_auto_bound), but unknown universe levels are bound: in the fields of a
    /// structure.
    ///
    /// # Errors
    /// Those of `f`.
    pub(crate) fn with_auto_levels<R>(&mut self, f: impl FnOnce(&mut Elab) -> Result<R>) -> Result<R> {
        let levels = self.scope.flag("autoImplicit", true);
        let old = std::mem::replace(&mut self.auto_bound, AutoBound { levels, ..AutoBound::default() });
        let r = f(self);
        self.auto_bound = old;
        r
    }

    /// Whether the unknown name `n` may be bound on first use.
    pub(crate) fn can_auto_bind(&self, id: &ast::Ident) -> bool {
        let [part] = &id.parts[..] else { return false };
        if !self.auto_bound.enabled || part.contains('✝') {
            return false;
        }
        if self.scope.flag("relaxedAutoImplicit", true) {
            return true;
        }
        let mut cs = part.chars();
        let Some(first) = cs.next() else { return false };
        (first.is_lowercase() || first.is_alphabetic() && !first.is_ascii())
            && cs.all(|c| c.is_ascii_digit() || ('₀'..='ₜ').contains(&c) || c == '_' || c == '\'')
    }

    // ---- types ----

    /// `∀ binders, body` and the dependent arrows.
    pub(crate) fn elab_forall(&mut self, bs: &[ast::Binder], body: &Term) -> Result<Expr> {
        self.with_binders(bs, |e, xs| {
            let t = e.elab_type(body)?;
            e.m.mk_pi(xs, t)
        })
    }

    /// `A → B`
    pub(crate) fn elab_arrow(&mut self, a: &Term, b: &Term) -> Result<Expr> {
        let dom = self.elab_type(a)?;
        let lctx = self.m.lctx.clone();
        let name = self.fresh_inaccessible("a");
        let x = self.m.push_local(name, dom, BinderInfo::Default);
        let r = self.elab_type(b).and_then(|t| self.m.mk_pi(&[x], t));
        self.m.lctx = lctx;
        r
    }

    // ---- lambda ----

    /// `fun binders => body`
    pub(crate) fn elab_fun(
        &mut self,
        bs: &[FunBinder],
        body: &Term,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let lctx = self.m.lctx.clone();
        let r = self.elab_fun_core(bs, body, expected, span);
        self.m.lctx = lctx;
        r
    }

    fn elab_fun_core<'t>(
        &mut self,
        mut bs: &'t [FunBinder],
        mut body: &'t Term,
        mut expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let mut xs: Vec<Expr> = Vec::new();
        loop {
            for (i, b) in bs.iter().enumerate() {
                match b {
                    FunBinder::Binder(b) => {
                        let anonymous = [BinderName::Hole(b.span)];
                        let names = if b.names.is_empty() { &anonymous[..] } else { &b.names[..] };
                        for n in names {
                            let name = match n {
                                BinderName::Hole(_) if b.kind == BinderKind::Instance => {
                                    self.fresh_inaccessible("inst")
                                }
                                n => self.binder_name(n),
                            };
                            let ty = self.binder_type(b, n.span())?;
                            expected = self.match_domain(ty, expected)?;
                            let ty = self.m.instantiate(ty);
                            let info = binder_info(b.kind);
                            if info == BinderInfo::Inst {
                                self.check_class_binder(ty, b.span)?;
                            }
                            let x = self.m.push_local(name, ty, info);
                            xs.push(x);
                            expected = self.expected_body(expected, x);
                        }
                    }
                    FunBinder::Pattern(p) => {
                        // `fun ⟨a, b⟩ rest => body` is `fun | ⟨a, b⟩ => fun rest => body`.
                        let rest = if i + 1 == bs.len() {
                            body.clone()
                        } else {
                            let kind =
                                TermKind::Fun { binders: bs[i + 1..].to_vec(), body: Box::new(body.clone()) };
                            Term { kind, span }
                        };
                        let alt = ast::MatchAlt { patterns: vec![vec![p.clone()]], rhs: rest, span };
                        let v = self.elab_fun_match(&[alt], expected, span)?;
                        return self.m.mk_lambda(&xs, v);
                    }
                }
            }
            // `fun x => fun y => e` binds both at once: one by one, the holes of `e` would be abstracted again and again.
            match &body.kind {
                TermKind::Fun { binders, body: inner } if self.binds_on(expected) => {
                    (bs, body) = (binders, inner)
                }
                _ => break,
            }
        }
        let v = match expected {
            Some(t) => self.elab_term_ensuring_type(body, t)?,
            None => self.elab_term(body, None)?,
        };
        self.m.mk_lambda(&xs, v)
    }

    /// Whether a `fun` of this expected type begins with its own binders, not with implicit ones.
    fn binds_on(&self, expected: Option<Expr>) -> bool {
        expected.is_none_or(|t| matches!(self.m.st.node(t), Node::Pi(b, ..) if b.info == BinderInfo::Default))
    }

    /// Unifies the type of a bound variable with the domain of the expected function type. Returns the function type
    /// in `∀` form, or nothing when it is not known to be one.
    fn match_domain(&mut self, ty: Expr, expected: Option<Expr>) -> Result<Option<Expr>> {
        let Some(t) = expected else { return Ok(None) };
        let t = self.whnf_pi(t)?;
        let Node::Pi(_, dom, _) = self.m.st.node(t) else { return Ok(None) };
        let dom = self.strip_annotations(dom);
        self.m.is_def_eq(ty, dom)?;
        Ok(Some(t))
    }

    fn expected_body(&self, expected: Option<Expr>, x: Expr) -> Option<Expr> {
        let Node::Pi(_, _, body) = self.m.st.node(expected?) else { return None };
        Some(self.m.st.instantiate1(body, x))
    }

    /// Weak-head normal form if that is a function type, else `t` itself.
    pub(crate) fn whnf_pi(&mut self, t: Expr) -> Result<Expr> {
        let t = self.m.instantiate(t);
        if matches!(self.m.st.node(t), Node::Pi(..)) {
            return Ok(t);
        }
        let w = self.m.whnf(t)?;
        Ok(if matches!(self.m.st.node(w), Node::Pi(..)) { w } else { t })
    }

    /// `α` for `optParam α v`, `outParam α` and `semiOutParam α`.
    pub(crate) fn strip_annotations(&self, mut t: Expr) -> Expr {
        loop {
            let st = &self.m.st;
            let marked = st.app_of(t, "optParam", 2).or_else(|| st.app_of(t, "autoParam", 2));
            let inner = if let Some(a) = marked {
                a[0]
            } else if let Some(a) = st.app_of(t, "outParam", 1).or_else(|| st.app_of(t, "semiOutParam", 1)) {
                a[0]
            } else {
                return t;
            };
            t = inner;
        }
    }

    /// The default value of a parameter of type `optParam α v`.
    pub(crate) fn opt_param_default(&self, t: Expr) -> Option<Expr> {
        self.m.st.app_of(t, "optParam", 2).map(|a| a[1])
    }
}
