//! The commands `inductive`, `class inductive` and `mutual inductive … end`.

use super::install::{CtorDraft, Draft, TypeDraft};
use crate::elab::{Elab, SynthMode};
use crate::error::{Piece, Result};
use crate::meta::LocalContext;
use crate::term::ident_name;
use turnstile_kernel::{Expr, Name, Node};
use turnstile_syntax::{self as ast, Inductive, Span};

/// A header, elaborated.
struct Header {
    local: Expr,
    params: Vec<Expr>,
    /// The type after the parameters.
    ty: Expr,
    /// The context with the parameters.
    lctx: LocalContext,
}

impl Elab {
    /// Declares a group of inductive types. Returns their names.
    ///
    /// # Errors
    /// When a part is wrong, and what the kernel says.
    pub(crate) fn elab_inductive(&mut self, group: &[&Inductive]) -> Result<Vec<Name>> {
        let Some(first) = group.first() else { return Ok(vec![]) };
        let span = first.name.name.span;
        let mut names = Vec::new();
        for i in group {
            let n = self.declared_name(&i.name.name);
            self.check_fresh_name(n, i.name.name.span)?;
            names.push(n);
        }
        self.decl_name = names[0];
        self.scope.namespace = names[0].prefix();
        self.declare_levels(first.name.levels.as_deref())?;
        let explicit_levels = self.level_names.clone();
        let vars = self.push_variables()?;
        let base = self.m.lctx.clone();
        let mut headers: Vec<Header> = Vec::new();
        for (i, name) in group.iter().zip(&names) {
            self.m.lctx = base.clone();
            headers.push(self.inductive_header(i, *name)?);
        }
        self.unify_params(&headers, span)?;
        // Every type of the group is known in every constructor, and all have the parameters of the first.
        let locals: Vec<_> = headers
            .iter()
            .filter_map(|h| self.m.fvar_id(h.local).ok().and_then(|id| h.lctx.get(id)).cloned())
            .collect();
        let mut types = Vec::new();
        for ((i, name), h) in group.iter().zip(&names).zip(&headers) {
            self.m.lctx = h.lctx.clone();
            locals.iter().for_each(|l| self.m.lctx.insert((**l).clone()));
            let with_locals = self.m.lctx.clone();
            let mut ctors: Vec<CtorDraft> = Vec::new();
            for c in &i.ctors {
                self.m.lctx = with_locals.clone();
                let c = self.inductive_ctor(*name, h, c, &ctors)?;
                ctors.push(c);
            }
            types.push(TypeDraft { name: *name, local: h.local, ty: h.ty, ctors });
        }
        self.share_params(&headers, &mut types)?;
        self.m.lctx = headers[0].lctx.clone();
        locals.iter().for_each(|l| self.m.lctx.insert((**l).clone()));
        let infer_universe =
            first.ty.is_none() || self.m.st.has_level_mvar(self.m.instantiate(headers[0].ty));
        for i in group.iter().zip(&names).filter(|(i, _)| i.is_class) {
            self.m.env.ext.classes.insert(*i.1, crate::env::ClassInfo::default());
        }
        let params = headers[0].params.clone();
        self.install_inductive(Draft { vars, params, types, infer_universe, explicit_levels, span })
            .map_err(|e| e.at(span))?;
        Ok(names)
    }

    fn inductive_header(&mut self, i: &Inductive, name: Name) -> Result<Header> {
        let span = i.name.name.span;
        let (params, ty) = self.open_binders(&i.binders, |e, _| match &i.ty {
            Some(t) => e.elab_type(t),
            None => {
                let u = e.m.mk_level_mvar();
                Ok(e.m.st.sort(u))
            }
        })?;
        let ty = self.m.instantiate(ty);
        self.check_header_holes(&params, ty, span)?;
        let lctx = self.m.lctx.clone();
        let (_, sort) = self.m.open_pis(ty, None)?;
        if !matches!(self.m.st.node(sort), Node::Sort(_)) {
            return Err(self.not_a_type_former(i.ty.as_ref().map_or(span, |t| t.span), sort));
        }
        self.m.lctx = lctx;
        let closed = self.m.mk_pi(&params, ty)?;
        let local = self.push_aux(name, closed);
        Ok(Header { local, params, ty, lctx: self.m.lctx.clone() })
    }

    /// The types of a group must have the same parameters.
    fn unify_params(&mut self, headers: &[Header], span: Span) -> Result<()> {
        let Some((first, rest)) = headers.split_first() else { return Ok(()) };
        for h in rest {
            if h.params.len() != first.params.len() {
                return Err(self.text_error(
                    span,
                    "invalid inductive type, number of parameters mismatch in mutually inductive datatypes",
                ));
            }
        }
        Ok(())
    }

    /// Rewrites the types and constructors of later types of a group in terms of the parameters of the first.
    fn share_params(&mut self, headers: &[Header], types: &mut [TypeDraft]) -> Result<()> {
        for (h, t) in headers.iter().zip(types).skip(1) {
            let mut map = rustc_hash::FxHashMap::default();
            for (old, new) in h.params.iter().zip(&headers[0].params) {
                map.insert(self.m.fvar_id(*old)?, *new);
            }
            t.ty = self.m.st.replace_fvars(self.m.instantiate(t.ty), &map);
            for c in &mut t.ctors {
                c.ty = self.m.st.replace_fvars(self.m.instantiate(c.ty), &map);
            }
        }
        Ok(())
    }

    fn inductive_ctor(
        &mut self,
        ind: Name,
        h: &Header,
        c: &ast::Ctor,
        earlier: &[CtorDraft],
    ) -> Result<CtorDraft> {
        let name = ind.append(ident_name(&c.name));
        self.check_fresh_name(name, c.name.span)?;
        if earlier.iter().any(|o| o.name == name) {
            return Err(self.text_error(c.name.span, format!("'{name}' has already been declared")));
        }
        let (xs, ty) = self.open_binders(&c.binders, |e, _| {
            let ty = match &c.ty {
                Some(t) => e.elab_type(t)?,
                None => e.default_result(h, c.span)?,
            };
            e.synthesize(SynthMode::Final)?;
            e.check_result(h, ty, c.ty.as_ref().map_or(c.span, |t| t.span))?;
            Ok(ty)
        })?;
        let ty = self.m.mk_pi(&xs, ty)?;
        self.check_no_holes(ty, c.span)?;
        Ok(CtorDraft { name, ty, span: c.span })
    }

    /// `T params`, for a constructor without a written type.
    fn default_result(&mut self, h: &Header, span: Span) -> Result<Expr> {
        let indices = self.m.scoped(|m| m.open_pis(h.ty, None))?.0;
        if !indices.is_empty() {
            return Err(self.text_error(
                span,
                "constructor resulting type must be specified in inductive family declaration",
            ));
        }
        Ok(self.m.st.apps(h.local, &h.params))
    }

    /// The type of a constructor must end in the type itself, at its own parameters.
    fn check_result(&mut self, h: &Header, ty: Expr, span: Span) -> Result<()> {
        let lctx = self.m.lctx.clone();
        let r = self.check_result_core(h, ty, span);
        self.m.lctx = lctx;
        r
    }

    fn check_result_core(&mut self, h: &Header, ty: Expr, span: Span) -> Result<()> {
        let (_, result) = self.m.open_pis(ty, None)?;
        let (head, args) = self.m.st.unapp(result);
        if head != h.local {
            return Err(self.term_error(span, "unexpected constructor resulting type", result));
        }
        for (a, p) in args.iter().zip(&h.params) {
            if !self.m.is_def_eq(*a, *p)? {
                return Err(self.error_at(
                    span,
                    vec![
                        Piece::Text("inductive datatype parameter mismatch\n  ".into()),
                        Piece::Expr(*a),
                        Piece::Text("\nexpected\n  ".into()),
                        Piece::Expr(*p),
                    ],
                ));
            }
        }
        Ok(())
    }
}
