//! `extends`: a parent is embedded as a field when none of its fields is there already, else its fields are copied.

use super::fields::{BuiltParent, Field, Fields, Origin};
use crate::elab::Elab;
use crate::env::StructureInfo;
use crate::error::{Piece, Result};
use turnstile_kernel::{BinderInfo, Expr, Name, Node};
use turnstile_syntax::Span;

/// The field that holds the parent `s`: `toMonoid` for `Algebra.Monoid`.
pub(super) fn parent_field(s: Name) -> Name {
    Name::new(&format!("to{}", s.last_str()))
}

impl Elab {
    /// The structure that the type `ty` is an application of, with its parameters.
    pub(super) fn structure_of(&mut self, ty: Expr) -> Result<Option<(Name, StructureInfo, Vec<Expr>)>> {
        let w = self.m.whnf_core(ty)?;
        let mut head = self.m.st.head_const(w);
        let mut w = w;
        if head.is_none_or(|n| self.m.env.structure(n).is_none()) {
            w = self.m.whnf(w)?;
            head = self.m.st.head_const(w);
        }
        let Some(n) = head else { return Ok(None) };
        let Some(info) = self.m.env.structure(n).cloned() else { return Ok(None) };
        let args = self.m.st.unapp(w).1;
        Ok(Some((n, info, args)))
    }

    /// The names of all fields of `s`, those of embedded parents in their place.
    pub(super) fn all_field_names(&self, s: Name) -> Vec<Name> {
        let Some(info) = self.m.env.structure(s) else { return vec![] };
        info.fields
            .iter()
            .flat_map(|f| match f.subobject {
                Some(p) => self.all_field_names(p),
                None => vec![f.name],
            })
            .collect()
    }

    /// Adds the parent of type `ty`.
    pub(super) fn add_parent(
        &mut self,
        ty: Expr,
        name: Option<Name>,
        fs: &mut Fields,
        span: Span,
    ) -> Result<()> {
        let Some((parent, info, params)) = self.structure_of(ty)? else {
            return Err(
                self.error_at(span, vec![Piece::Text("expected structure\n  ".into()), Piece::Expr(ty)])
            );
        };
        let name = name.unwrap_or_else(|| parent_field(parent));
        let overlap =
            self.all_field_names(parent).iter().any(|n| fs.get(*n).is_some()) || fs.get(name).is_some();
        if !overlap {
            let binder = if info.is_class { BinderInfo::Inst } else { BinderInfo::Default };
            let local = self.m.push_local(name, ty, binder);
            fs.list.push(Field { name, local, origin: Origin::Subobject(parent), info: binder });
            fs.embedded.push(name);
            return self.inherit(local, &info, &params, fs);
        }
        // Some of its fields are there: copy the others.
        self.copy_fields(&info, ty, &params, fs, span)?;
        let value = self.build_parent(ty, fs, span)?;
        fs.built.push(BuiltParent { name, ty, value });
        Ok(())
    }

    /// Makes the fields of the embedded value `obj` available by their names.
    fn inherit(&mut self, obj: Expr, info: &StructureInfo, _params: &[Expr], fs: &mut Fields) -> Result<()> {
        let obj_ty = self.m.infer(obj)?;
        let Some((_, _, params)) = self.structure_of(obj_ty)? else { return Ok(()) };
        let levels = self.structure_levels(obj_ty)?;
        for f in &info.fields {
            let proj = self.m.st.const_(f.proj, &levels);
            let v = self.m.st.app(self.m.st.apps(proj, &params), obj);
            let ty = self.m.infer(v)?;
            let local = self.m.push_let(f.name, ty, v);
            fs.list.push(Field { name: f.name, local, origin: Origin::Inherited, info: f.info });
            if let Some(p) = f.subobject
                && let Some(pinfo) = self.m.env.structure(p).cloned()
            {
                self.inherit(v, &pinfo, &params, fs)?;
            }
        }
        Ok(())
    }

    pub(super) fn structure_levels(&mut self, ty: Expr) -> Result<Vec<turnstile_kernel::Level>> {
        let mut w = self.m.whnf_core(ty)?;
        if self.m.st.head_const(w).is_none_or(|n| self.m.env.structure(n).is_none()) {
            w = self.m.whnf(w)?;
        }
        Ok(match self.m.st.as_const(self.m.st.app_fn(w)) {
            Some((_, ls)) => self.m.st.level_list(ls).to_vec(),
            None => vec![],
        })
    }

    fn copy_fields(
        &mut self,
        info: &StructureInfo,
        ty: Expr,
        params: &[Expr],
        fs: &mut Fields,
        span: Span,
    ) -> Result<()> {
        let levels = self.structure_levels(ty)?;
        let c = self.m.st.apps(self.m.st.const_(info.ctor, &levels), params);
        let mut cty = self.m.infer(c)?;
        for f in &info.fields {
            cty = self.whnf_pi(cty)?;
            let Node::Pi(_, dom, body) = self.m.st.node(cty) else { break };
            let value = if f.subobject.is_some() {
                self.add_parent(dom, Some(f.name), fs, span)?;
                self.build_parent(dom, fs, span)?
            } else if let Some(old) = fs.get(f.name) {
                let local = old.local;
                let old_ty = self.m.infer(local)?;
                if !self.m.is_def_eq(old_ty, dom)? {
                    return Err(self.error_at(
                        span,
                        vec![
                            Piece::Text(format!("field type mismatch, field '{}' has type\n  ", f.name)),
                            Piece::Expr(dom),
                            Piece::Text("\nin this parent, but\n  ".into()),
                            Piece::Expr(old_ty),
                            Piece::Text("\nin an earlier one".into()),
                        ],
                    ));
                }
                local
            } else {
                let local = self.m.push_local(f.name, dom, f.info);
                fs.list.push(Field { name: f.name, local, origin: Origin::Own, info: f.info });
                local
            };
            cty = self.m.st.instantiate1(body, value);
        }
        Ok(())
    }

    /// A value of the structure type `ty` from the fields that are there.
    fn build_parent(&mut self, ty: Expr, fs: &Fields, span: Span) -> Result<Expr> {
        for f in fs.list.iter().rev() {
            let t = self.m.infer(f.local)?;
            if self.structure_of(t)?.is_some() && self.m.is_def_eq(t, ty)? {
                return Ok(f.local);
            }
        }
        let Some((_, info, params)) = self.structure_of(ty)? else {
            return Err(
                self.error_at(span, vec![Piece::Text("expected structure\n  ".into()), Piece::Expr(ty)])
            );
        };
        let levels = self.structure_levels(ty)?;
        let mut e = self.m.st.apps(self.m.st.const_(info.ctor, &levels), &params);
        let mut cty = self.m.infer(e)?;
        for f in &info.fields {
            cty = self.whnf_pi(cty)?;
            let Node::Pi(_, dom, body) = self.m.st.node(cty) else { break };
            let v = match fs.get(f.name) {
                Some(x) if f.subobject.is_none() => x.local,
                _ => self.build_parent(dom, fs, span)?,
            };
            e = self.m.st.app(e, v);
            cty = self.m.st.instantiate1(body, v);
        }
        Ok(e)
    }
}
