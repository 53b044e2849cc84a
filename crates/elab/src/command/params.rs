//! Opening the parameters of a declaration, and recording its name.

use crate::elab::{Elab, SynthMode};
use crate::error::{Error, Piece, Result};
use crate::meta::LocalDecl;
use crate::term::ident_name;
use turnstile_kernel::{BinderInfo, Expr, Name};
use turnstile_syntax::{Binder, Ident, Modifiers, Span, Visibility};

/// Private declarations live in this namespace; an alias makes them visible until the end of the file.
const PRIVATE: &str = "_private";

/// The name that a declaration goes by in the source.
pub(crate) fn visible_name(n: Name) -> Name {
    n.replace_prefix(Name::new(PRIVATE), Name::anon())
}

impl Elab {
    /// The constant that a declaration written `id` gets.
    pub(crate) fn constant_name(&self, id: &Ident, m: &Modifiers) -> Name {
        let name = self.declared_name(id);
        if m.visibility == Visibility::Private { Name::new(PRIVATE).append(name) } else { name }
    }

    /// Makes the `private` names of the file unknown.
    pub(crate) fn end_private_names(&mut self) {
        let private = Name::new(PRIVATE);
        let aliases = &self.m.env.ext.aliases;
        let mut hit: Vec<Name> = aliases
            .iter()
            .filter(|(_, v)| v.iter().any(|n| n.has_prefix(private)))
            .map(|(k, _)| *k)
            .collect();
        hit.sort();
        for n in hit {
            self.m.env.ext.aliases.update(n, |v| v.retain(|n| !n.has_prefix(private)));
        }
    }

    /// A local variable that stands for the constant `name` while it is being declared.
    pub(crate) fn push_aux(&mut self, name: Name, ty: Expr) -> Expr {
        let id = self.m.st.fresh_fvar();
        let short = Name::anon().str(name.last_str());
        let decl = LocalDecl {
            id,
            name: short,
            ty,
            value: None,
            info: BinderInfo::Default,
            is_instance: false,
            is_aux: true,
        };
        self.m.lctx.insert(decl);
        self.aux_decls.insert(id, visible_name(name));
        self.m.st.fvar(id)
    }

    /// An error at `span` when `name` is taken.
    pub(crate) fn check_fresh_name(&self, name: Name, span: Span) -> Result<()> {
        self.check_new(name).map_err(|e| e.at(span))
    }

    /// Records what goes with a new name: its namespaces, `protected`, documentation.
    pub(crate) fn register_name(&mut self, name: Name, m: &Modifiers) {
        let visible = visible_name(name);
        self.register_namespace(visible.prefix());
        if visible != name {
            self.m.env.ext.aliases.update(visible, |v| v.push(name));
        }
        if m.visibility == Visibility::Protected {
            self.m.env.ext.protected.insert(name, ());
        }
        if m.visibility == Visibility::Private {
            self.m.env.ext.hidden.insert(name, ());
        }
        if let Some(d) = &m.doc {
            self.m.env.ext.docs.insert(name, d.text.trim().into());
        }
    }

    /// Makes `n` and everything it lies in known as namespaces.
    pub(crate) fn register_namespace(&mut self, mut n: Name) {
        while !n.is_anon() && !self.m.env.ext.namespaces.contains(&n) {
            self.m.env.ext.namespaces.insert(n, ());
            n = n.prefix();
        }
    }

    /// Begins the universe parameters of a declaration with those written after its name.
    pub(crate) fn declare_levels(&mut self, levels: Option<&[Ident]>) -> Result<()> {
        self.level_names.clear();
        for id in levels.unwrap_or(&[]) {
            let n = ident_name(id);
            if self.level_names.contains(&n) || self.scope.universes.contains(&n) {
                return Err(self
                    .text_error(id.span, format!("a universe level named `{n}` has already been declared")));
            }
            self.level_names.push(n);
        }
        Ok(())
    }

    /// Elaborates `binders`, then `f`, which gets their variables and those bound on first use. The context keeps them.
    pub(crate) fn open_binders<R>(
        &mut self,
        binders: &[Binder],
        mut f: impl FnMut(&mut Elab, &[Expr]) -> Result<R>,
    ) -> Result<(Vec<Expr>, R)> {
        let (own, autos, r, lctx) = self.with_auto_bound(|e, autos| {
            let xs = e.push_binders(binders)?;
            let own = [autos, &xs].concat();
            let r = f(e, &own)?;
            e.synthesize(SynthMode::Final)?;
            Ok((own, autos.to_vec(), r, e.m.lctx.clone()))
        })?;
        self.m.lctx = lctx;
        let own = self.generalize_types(&autos, own)?;
        Ok((own, r))
    }

    /// What is unknown in the types of names bound on first use becomes a parameter as well.
    pub(crate) fn generalize_types(&mut self, autos: &[Expr], all: Vec<Expr>) -> Result<Vec<Expr>> {
        let mut new = Vec::new();
        for x in autos {
            let ty = self.m.infer(*x)?;
            for h in self.m.unassigned_mvars(ty) {
                let Some(d) = self.m.mctx.decl(h).cloned() else { continue };
                let t = self.m.instantiate(d.ty);
                let name = self.fresh_inaccessible("α");
                let y = self.m.push_local(name, t, BinderInfo::Implicit);
                self.m.mctx.assign(h, y);
                new.push(y);
            }
        }
        new.extend(all);
        Ok(new)
    }

    /// An error about the first hole in the types of `xs` and in `ty`.
    pub(crate) fn check_header_holes(&mut self, xs: &[Expr], ty: Expr, span: Span) -> Result<()> {
        for x in xs {
            let t = self.m.infer(*x)?;
            self.check_no_holes(t, span)?;
        }
        self.check_no_holes(ty, span)
    }

    /// Refuses modifiers that would change the meaning and are not supported.
    pub(crate) fn check_modifiers(&self, m: &Modifiers, span: Span) -> Result<()> {
        if m.is_unsafe {
            return Err(self.unsupported(span, "`unsafe`"));
        }
        Ok(())
    }

    /// An error with a term in it, at `span`.
    pub(crate) fn term_error(&self, span: Span, text: &str, e: Expr) -> Error {
        self.error_at(span, vec![Piece::Text(format!("{text}\n  ")), Piece::Expr(e)])
    }
}
