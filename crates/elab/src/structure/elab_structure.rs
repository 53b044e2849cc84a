//! The commands `structure` and `class`.

use super::fields::Fields;
use super::projections::Declared;
use crate::elab::{Elab, SynthMode};
use crate::env::ClassInfo;
use crate::error::Result;
use crate::inductive::{CtorDraft, Draft, TypeDraft};
use crate::term::ident_name;
use turnstile_kernel::{Expr, Name, Node};
use turnstile_syntax as ast;
use turnstile_syntax::Span;

impl Elab {
    /// Elaborates and declares a structure or class. Returns its name.
    ///
    /// # Errors
    /// When a part is wrong or the kernel refuses it.
    pub(crate) fn elab_structure(&mut self, v: &ast::Structure, span: Span) -> Result<Name> {
        let explicit_levels: Vec<Name> = v.name.levels.iter().flatten().map(ident_name).collect();
        self.level_names.clone_from(&explicit_levels);
        let name = self.declared_name(&v.name.name);
        let lctx = self.m.lctx.clone();
        let r = self.push_variables().and_then(|vars| {
            self.in_namespace_of(name, |e| {
                e.with_auto_bound(|e, autos| {
                    let xs = e.push_binders(&v.binders)?;
                    let mut parents = Vec::new();
                    for p in &v.parents {
                        parents.push(e.elab_type(&p.ty)?);
                    }
                    let ty = match &v.ty {
                        Some(t) => e.elab_type(t)?,
                        None => {
                            let u = e.m.mk_level_mvar();
                            e.m.st.sort(u)
                        }
                    };
                    let params = [autos, &xs].concat();
                    e.with_auto_levels(|e| {
                        e.elab_structure_body(v, name, &vars, &params, &parents, ty, &explicit_levels, span)
                    })
                })
            })
        });
        self.m.lctx = lctx;
        r.map(|()| name)
    }

    fn elab_structure_body(
        &mut self,
        v: &ast::Structure,
        name: Name,
        vars: &[Expr],
        params: &[Expr],
        parents: &[Expr],
        ty: Expr,
        explicit_levels: &[Name],
        span: Span,
    ) -> Result<()> {
        self.synthesize(SynthMode::Final)?;
        let ty = self.m.instantiate(ty);
        let ty = self.m.whnf(ty)?;
        let Node::Sort(level) = self.m.st.node(ty) else {
            return Err(self.not_a_type_former(v.keyword_span, ty));
        };
        let infer_universe = self.m.st.level_has_mvar(self.m.instantiate_level(level));
        let former = self.m.mk_pi(params, ty)?;
        let local = self.push_aux(name, former);
        let mut fs = Fields::default();
        for (p, pv) in parents.iter().zip(&v.parents) {
            let p = self.m.instantiate(*p);
            self.add_parent(p, pv.name.as_ref().map(ident_name), &mut fs, pv.ty.span)?;
        }
        let ns = std::mem::replace(&mut self.scope.namespace, name);
        let r = v.fields.iter().try_for_each(|f| self.elab_field(f, &mut fs).map_err(|e| e.at(f.span)));
        self.scope.namespace = ns;
        r?;
        self.synthesize(SynthMode::Final)?;
        // The constructor's type mentions embedded parents, not the fields inherited from them.
        let inherited = self.inherited_values(&fs);
        for f in fs.real() {
            let id = self.m.fvar_id(f.local)?;
            let d = self.m.local_decl(id)?;
            let mut d = (*d).clone();
            d.ty = self.m.st.replace_fvars(self.m.instantiate(d.ty), &inherited);
            d.info = f.info;
            self.m.lctx.insert(d);
        }
        let reals: Vec<Expr> = fs.real().iter().map(|f| f.local).collect();
        let result = self.m.st.apps(local, params);
        let ctor_ty = self.m.mk_pi(&reals, result)?;
        let ctor = name.append(v.ctor.as_ref().map_or_else(|| Name::new("mk"), |c| ident_name(&c.name)));
        if v.is_class {
            self.m.env.ext.classes.insert(name, ClassInfo::default());
        }
        let draft = Draft {
            vars: vars.to_vec(),
            params: params.to_vec(),
            types: vec![TypeDraft {
                name,
                local,
                ty,
                ctors: vec![CtorDraft { name: ctor, ty: ctor_ty, span }],
            }],
            infer_universe,
            explicit_levels: explicit_levels.to_vec(),
            span,
        };
        let done = self.install_inductive(draft)?;
        let all_params = [&done.used_vars[..], params].concat();
        let declared = Declared {
            name,
            ctor,
            is_class: v.is_class,
            level_params: &done.level_params,
            params: &all_params,
            num_params: done.num_params,
        };
        if v.is_class {
            self.register_class(name)?;
        }
        self.add_structure_functions(&declared, &fs)
    }

    /// Records the class `name` with its output parameters.
    pub(crate) fn register_class(&mut self, name: Name) -> Result<()> {
        let Some(c) = self.m.env.get(name).cloned() else { return Ok(()) };
        let mut out_params = Vec::new();
        let mut t = c.ty();
        let mut i = 0;
        while let Node::Pi(_, d, b) = self.m.st.node(t) {
            if self.m.st.head_const(d).is_some_and(|n| n.as_str() == "outParam") {
                out_params.push(i);
            }
            i += 1;
            t = b;
        }
        self.m.env.ext.classes.insert(name, ClassInfo { out_params });
        Ok(())
    }
}
