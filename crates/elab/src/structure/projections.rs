//! Projection functions, parent functions and default values of a structure that the kernel has accepted.

use super::fields::{Fields, Origin};
use crate::elab::Elab;
use crate::env::{FieldDefault, FieldInfo, InstanceEntry, Reducibility, StructureInfo};
use crate::error::{Error, Result};
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use turnstile_kernel::{Binder, BinderInfo, Expr, FVarId, Level, Name, Node, ReducibilityHint};

/// A structure as declared, for the definitions that follow.
pub(super) struct Declared<'a> {
    pub name: Name,
    pub ctor: Name,
    pub is_class: bool,
    pub level_params: &'a [Name],
    /// The parameters as the fields were elaborated with them.
    pub params: &'a [Expr],
    pub num_params: usize,
}

impl Elab {
    /// Declares projections, registers the structure, then parents and defaults.
    pub(super) fn add_structure_functions(&mut self, d: &Declared<'_>, fs: &Fields) -> Result<()> {
        let levels: Vec<Level> = d.level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        let mut fields: Vec<FieldInfo> = Vec::new();
        for f in fs.real() {
            let subobject = match f.origin {
                Origin::Subobject(p) => Some(p),
                _ => None,
            };
            fields.push(FieldInfo { name: f.name, proj: d.name.append(f.name), subobject, info: f.info });
        }
        let info = StructureInfo {
            ctor: d.ctor,
            num_params: d.num_params,
            fields: fields.clone(),
            defaults: vec![],
            is_class: d.is_class,
        };
        self.m.env.ext.structures.insert(d.name, info);
        for (i, f) in fields.iter().enumerate() {
            self.m.env.ext.projections.insert(f.proj, (d.name, i));
        }
        self.m.scoped(|m| {
            let Some(c) = m.ctor_val(d.ctor) else {
                return Err(Error::msg("internal: structure without constructor"));
            };
            let (params, _) = m.open_pis(c.cval.ty, Some(d.num_params))?;
            m.bind_params_as_declared(d.name, &params);
            let s_ty = m.st.apps(m.st.const_(d.name, &levels), &params);
            let self_info = if d.is_class { BinderInfo::Inst } else { BinderInfo::Default };
            let this = m.push_local(Name::new("self"), s_ty, self_info);
            let mut ty = m.instantiate_pis(c.cval.ty, &params)?;
            let xs = [&params[..], &[this]].concat();
            for (i, f) in fields.iter().enumerate() {
                let Node::Pi(_, dom, body) = m.st.node(ty) else { break };
                let pty = m.mk_pi(&xs, dom)?;
                let pty = m.infer_implicit(pty, params.len());
                let value = m.mk_lambda(&xs, m.st.proj(d.name, i as u32, this))?;
                m.add_definition(f.proj, d.level_params, pty, value, ReducibilityHint::Abbrev)?;
                m.env.ext.reducibility.insert(f.proj, Reducibility::Reducible);
                let p = m.st.apps(m.st.const_(f.proj, &levels), &xs);
                ty = m.st.instantiate1(body, p);
            }
            Ok(())
        })?;
        if d.is_class {
            for f in fields.iter().filter(|f| f.subobject.is_some()) {
                self.add_parent_instance(f.proj)?;
            }
        }
        self.add_built_parents(d, fs, &levels)?;
        self.add_defaults(d, fs)
    }

    /// Registers `S.toP` as an instance when `P` is a class.
    fn add_parent_instance(&mut self, proj: Name) -> Result<()> {
        let Some(c) = self.m.env.get(proj).cloned() else { return Ok(()) };
        if let Some(class) = self.m.class_of(c.ty()) {
            self.m.env.ext.instances.update(class, |v| v.push(InstanceEntry { name: proj, priority: 1000 }));
            self.m.clear_caches();
        }
        Ok(())
    }

    /// The fields, as projections of `this`, for the local variables that stood for them.
    fn projected(
        &self,
        d: &Declared<'_>,
        fs: &Fields,
        levels: &[Level],
        xs: &[Expr],
    ) -> Result<FxHashMap<FVarId, Expr>> {
        let mut map = FxHashMap::default();
        for f in fs.real() {
            let p = self.m.st.apps(self.m.st.const_(d.name.append(f.name), levels), xs);
            map.insert(self.m.fvar_id(f.local)?, p);
        }
        Ok(map)
    }

    fn add_built_parents(&mut self, d: &Declared<'_>, fs: &Fields, levels: &[Level]) -> Result<()> {
        for b in &fs.built {
            // Two parents may have a parent in common: one way to it is enough.
            if self.m.env.contains(d.name.append(b.name)) {
                continue;
            }
            let lctx = self.m.lctx.clone();
            let s_ty = self.m.st.apps(self.m.st.const_(d.name, levels), d.params);
            let info = if d.is_class { BinderInfo::Inst } else { BinderInfo::Default };
            let this = self.m.push_local(Name::new("self"), s_ty, info);
            let xs = [d.params, &[this]].concat();
            let inherited = self.inherited_values(fs);
            let projected = self.projected(d, fs, levels, &xs)?;
            let close = |e: &Elab, t: Expr| {
                let t = e.m.st.replace_fvars(e.m.instantiate(t), &inherited);
                e.m.st.replace_fvars(t, &projected)
            };
            let (ty, value) = (close(self, b.ty), close(self, b.value));
            self.m.set_binder_infos(d.params, BinderInfo::Implicit);
            let ty = self.m.mk_pi(&xs, ty)?;
            let value = self.m.mk_lambda(&xs, value)?;
            let name = d.name.append(b.name);
            self.m.add_definition(name, d.level_params, ty, value, ReducibilityHint::Abbrev)?;
            self.m.env.ext.reducibility.insert(name, Reducibility::Reducible);
            self.m.lctx = lctx;
            if d.is_class {
                self.add_parent_instance(name)?;
            }
        }
        Ok(())
    }

    fn add_defaults(&mut self, d: &Declared<'_>, fs: &Fields) -> Result<()> {
        let inherited = self.inherited_values(fs);
        let real: Vec<Expr> = fs.real().iter().map(|f| f.local).collect();
        for v in &fs.defaults {
            let Some(f) = fs.get(v.field) else { continue };
            let Some(value) = v.value else {
                let entry = FieldDefault { field: v.field, value: Name::anon(), num_fields: v.num_fields };
                self.register_default(d.name, entry);
                continue;
            };
            let value = self.m.st.replace_fvars(self.m.instantiate(value), &inherited);
            let ty = self.m.infer(f.local)?;
            let ty = self.m.st.replace_fvars(self.m.instantiate(ty), &inherited);
            let xs = [d.params, &real[..v.num_fields]].concat();
            let ty = self.m.mk_pi(&xs, ty)?;
            let value = self.m.mk_lambda(&xs, value)?;
            let name = d.name.append(v.field).str("_default");
            self.m.add_definition(name, d.level_params, ty, value, ReducibilityHint::Abbrev)?;
            self.m.env.ext.reducibility.insert(name, Reducibility::Reducible);
            self.m.env.ext.hidden.insert(name, ());
            let entry = FieldDefault { field: v.field, value: name, num_fields: v.num_fields };
            self.register_default(d.name, entry);
        }
        Ok(())
    }

    fn register_default(&mut self, structure: Name, entry: FieldDefault) {
        if let Some(mut info) = self.m.env.structure(structure).cloned() {
            info.defaults.push(entry);
            self.m.env.ext.structures.insert(structure, info);
        }
    }
}

impl Meta {
    /// Gives the local variables `params` the brackets that the parameters of the type `name` were declared with.
    fn bind_params_as_declared(&mut self, name: Name, params: &[Expr]) {
        let Some(mut ty) = self.env.get(name).map(|c| c.ty()) else { return };
        for x in params {
            let Node::Pi(b, dom, body) = self.st.node(ty) else { return };
            // An output parameter is found by instance search, never given.
            let output = b.info == BinderInfo::Default && self.st.app_of(dom, "outParam", 1).is_some();
            self.set_binder_infos(&[*x], if output { BinderInfo::Implicit } else { b.info });
            ty = body;
        }
    }

    /// The function type `ty` with its first `n` parameters made implicit where an explicit argument after them or the
    /// result determines them.
    fn infer_implicit(&self, ty: Expr, n: usize) -> Expr {
        let Node::Pi(b, dom, body) = self.st.node(ty) else { return ty };
        if n == 0 {
            return ty;
        }
        let body = self.infer_implicit(body, n - 1);
        let implicit = b.info == BinderInfo::Default && self.in_explicit_binder(body, 0);
        let info = if implicit { BinderInfo::Implicit } else { b.info };
        self.st.pi(Binder::with_info(b.name, info), dom, body)
    }

    /// Whether the loose bound variable `i` occurs in an explicit binder of the function type `ty`, or in its result.
    fn in_explicit_binder(&self, mut ty: Expr, mut i: u32) -> bool {
        while let Node::Pi(b, dom, body) = self.st.node(ty) {
            if b.info == BinderInfo::Default && self.st.has_loose_bvar(dom, i) {
                return true;
            }
            ty = body;
            i += 1;
        }
        self.st.has_loose_bvar(ty, i)
    }
}
