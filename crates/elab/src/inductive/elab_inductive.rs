//! The commands `inductive`, `class inductive` and `mutual inductive … end`.

use super::draft::{Draft, DraftCtor};
use crate::command::DeclName;
use crate::elab::Elab;
use crate::error::{Piece, Result};
use crate::meta::LocalContext;
use crate::term::ident_name;
use turnstile_kernel::{Expr, Name, Node};
use turnstile_syntax::{self as ast, Inductive, Span};

impl Elab {
    /// Declares a group of inductive types. Returns their names.
    ///
    /// # Errors
    /// When a part is wrong, and what the kernel says.
    pub(crate) fn elab_inductive(&mut self, group: &[&Inductive]) -> Result<Vec<Name>> {
        let Some(first) = group.first() else { return Ok(vec![]) };
        let namespace = self.scope.namespace;
        let mut names = Vec::new();
        for i in group {
            self.check_modifiers(&i.modifiers, i.keyword_span)?;
            self.scope.namespace = namespace;
            names.push(self.enter_decl_name(&i.name.name, &i.modifiers)?);
        }
        self.decl_name = names[0].full;
        self.declare_levels(first.name.levels.as_deref())?;
        let vars = self.open_variables()?;
        let base = self.m.lctx.clone();
        let mut drafts: Vec<Draft> = Vec::new();
        for (i, name) in group.iter().zip(&names) {
            self.m.lctx = base.clone();
            drafts.push(self.draft_header(i, *name)?);
        }
        self.share_locals(&mut drafts);
        for (i, d) in group.iter().zip(&mut drafts) {
            for c in &i.ctors {
                self.m.lctx = d.lctx.clone();
                let c = self.draft_ctor(d, c)?;
                d.ctors.push(c);
            }
        }
        let span = first.name.name.span;
        self.declare_drafts(&vars, &drafts, first.name.levels.as_deref(), span)?;
        let full: Vec<Name> = names.iter().map(|n| n.full).collect();
        for (i, d) in group.iter().zip(&drafts) {
            self.register_name(d.name, &i.modifiers);
            self.register_namespace(d.name.visible);
            for (c, dc) in i.ctors.iter().zip(&d.ctors) {
                self.register_name(dc.name, &c.modifiers);
            }
            if i.is_class {
                self.register_class(d.name.full);
            }
        }
        self.m.lctx = LocalContext::default();
        self.m.add_inductive_constructions(&full)?;
        for (i, d) in group.iter().zip(&drafts) {
            self.apply_attributes(d.name.full, &i.modifiers.attrs)?;
            for (c, dc) in i.ctors.iter().zip(&d.ctors) {
                self.apply_attributes(dc.name.full, &c.modifiers.attrs)?;
            }
            self.derive(d.name.full, &i.deriving)?;
        }
        Ok(full)
    }

    fn draft_header(&mut self, i: &Inductive, name: DeclName) -> Result<Draft> {
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
            return Err(self.term_error(
                i.ty.as_ref().map_or(span, |t| t.span),
                "invalid inductive type, resultant type is not a sort",
                sort,
            ));
        }
        self.m.lctx = lctx;
        let closed = self.m.mk_pi(&params, ty)?;
        let local = self.push_aux(name, closed);
        Ok(Draft { name, local, params, ty, lctx: self.m.lctx.clone(), ctors: vec![], span })
    }

    /// Makes every type of the group known in the contexts of the others.
    fn share_locals(&mut self, drafts: &mut [Draft]) {
        let mut locals = Vec::new();
        for d in drafts.iter() {
            if let Node::FVar(id) = self.m.st.node(d.local)
                && let Some(decl) = d.lctx.get(id)
            {
                locals.push((**decl).clone());
            }
        }
        for d in drafts.iter_mut() {
            for l in &locals {
                d.lctx.insert(l.clone());
            }
        }
    }

    fn draft_ctor(&mut self, d: &Draft, c: &ast::Ctor) -> Result<DraftCtor> {
        let short = ident_name(&c.name);
        let name = DeclName { full: d.name.full.append(short), visible: d.name.visible.append(short) };
        self.check_fresh_name(name.full, name.visible, c.name.span)?;
        if d.ctors.iter().any(|o| o.name.full == name.full) {
            return Err(self.text_error(c.name.span, format!("'{}' has already been declared", name.visible)));
        }
        let (xs, ty) = self.open_binders(&c.binders, |e, _| match &c.ty {
            Some(t) => e.elab_type(t),
            None => e.default_result(d, c.span),
        })?;
        self.check_result(d, ty, c.ty.as_ref().map_or(c.span, |t| t.span))?;
        let ty = self.m.mk_pi(&xs, ty)?;
        let lctx = self.m.lctx.clone();
        self.m.lctx = d.lctx.clone();
        self.check_no_holes(ty, c.span)?;
        self.m.lctx = lctx;
        Ok(DraftCtor { name, ty })
    }

    /// `T params`, for a constructor without a written type.
    fn default_result(&mut self, d: &Draft, span: Span) -> Result<Expr> {
        let lctx = self.m.lctx.clone();
        let (indices, _) = self.m.open_pis(d.ty, None)?;
        self.m.lctx = lctx;
        if !indices.is_empty() {
            return Err(self.text_error(
                span,
                "constructor resulting type must be specified in inductive family declaration",
            ));
        }
        Ok(self.m.st.apps(d.local, &d.params))
    }

    /// The type of a constructor must end in the type itself, at its own parameters.
    fn check_result(&mut self, d: &Draft, ty: Expr, span: Span) -> Result<()> {
        let lctx = self.m.lctx.clone();
        let (_, result) = self.m.open_pis(ty, None)?;
        let (h, args) = self.m.st.unapp(result);
        if h != d.local {
            let err = self.term_error(span, "unexpected constructor resulting type", result);
            self.m.lctx = lctx;
            return Err(err);
        }
        for (a, p) in args.iter().zip(&d.params) {
            if !self.m.is_def_eq(*a, *p)? {
                let err = self.error_at(
                    span,
                    vec![
                        Piece::Text("inductive datatype parameter mismatch\n  ".into()),
                        Piece::Expr(*a),
                        Piece::Text("\nexpected\n  ".into()),
                        Piece::Expr(*p),
                    ],
                );
                self.m.lctx = lctx;
                return Err(err);
            }
        }
        self.m.lctx = lctx;
        Ok(())
    }
}
