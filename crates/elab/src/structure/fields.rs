//! The fields of a structure while it is being elaborated.

use crate::elab::Elab;
use crate::error::Result;
use rustc_hash::FxHashMap;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Name};
use turnstile_syntax as ast;

/// Where a field comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Origin {
    /// Written in the declaration, or copied from a parent that is not embedded.
    Own,
    /// Holds a whole parent.
    Subobject(Name),
    /// A field of an embedded parent.
    Inherited,
}

/// A field.
#[derive(Clone)]
pub(super) struct Field {
    pub name: Name,
    /// The local variable that stands for it; of an inherited one, a local definition.
    pub local: Expr,
    pub origin: Origin,
    pub info: BinderInfo,
}

/// A default value, over parameters and the first fields of the constructor.
pub(super) struct DraftDefault {
    pub field: Name,
    /// `None` for `by rfl`: the proof is made when the other fields are known.
    pub value: Option<Expr>,
    pub num_fields: usize,
}

/// A parent that is not embedded: its projection is a function that builds it from the fields.
pub(super) struct BuiltParent {
    pub name: Name,
    pub ty: Expr,
    pub value: Expr,
}

/// What was collected so far.
#[derive(Default)]
pub(super) struct Fields {
    pub list: Vec<Field>,
    pub built: Vec<BuiltParent>,
    pub defaults: Vec<DraftDefault>,
    /// Structure and field name of embedded parents, for instances.
    pub embedded: Vec<Name>,
}

impl Fields {
    pub(super) fn get(&self, name: Name) -> Option<&Field> {
        self.list.iter().find(|f| f.name == name)
    }

    /// The fields of the constructor.
    pub(super) fn real(&self) -> Vec<&Field> {
        self.list.iter().filter(|f| f.origin != Origin::Inherited).collect()
    }
}

impl Elab {
    /// What inherited fields stand for.
    pub(super) fn inherited_values(&self, fs: &Fields) -> FxHashMap<FVarId, Expr> {
        let mut map: FxHashMap<FVarId, Expr> = FxHashMap::default();
        for f in fs.list.iter().filter(|f| f.origin == Origin::Inherited) {
            if let Ok(id) = self.m.fvar_id(f.local)
                && let Some(v) = self.m.lctx.get(id).and_then(|d| d.value)
            {
                let v = self.m.st.replace_fvars(self.m.instantiate(v), &map);
                map.insert(id, v);
            }
        }
        map
    }

    /// Elaborates the fields that `sf` declares.
    pub(super) fn elab_field(&mut self, sf: &ast::StructField, fs: &mut Fields) -> Result<()> {
        let info = crate::term::binder_info(sf.kind);
        let mut names: Vec<Name> = sf.names.iter().map(crate::term::ident_name).collect();
        if names.is_empty() {
            names.push(Name::new("toInst"));
        }
        for name in names {
            if let Some(old) = fs.get(name) {
                let local = old.local;
                let Some(v) = sf.default.as_ref().filter(|_| sf.ty.is_none()) else {
                    return Err(self.text_error(sf.span, format!("field '{name}' has already been declared")));
                };
                let value = if proves_by_rfl(v) { None } else { Some(self.elab_new_default(sf, v, local)?) };
                let num_fields = fs.real().len();
                fs.defaults.retain(|d| d.field != name);
                fs.defaults.push(DraftDefault { field: name, value, num_fields });
                continue;
            }
            let (ty, default) = self.with_binders(&sf.binders, |e, xs| {
                let mut ty = match &sf.ty {
                    Some(t) => e.elab_type(t)?,
                    None => e.m.mk_type_hole(),
                };
                e.synthesize(crate::elab::SynthMode::Partial)?;
                let mut default = None;
                if let Some(v) = &sf.default {
                    if proves_by_rfl(v) {
                        ty = e.m.instantiate(ty);
                        return Ok((e.m.mk_pi(xs, ty)?, Some(None)));
                    }
                    if let ast::TermKind::By(seq) = &v.unparen().kind {
                        ty = e.m.instantiate(ty);
                        ty = e.m.mk_pi(xs, ty)?;
                        return Ok((e.auto_param_type(ty, seq)?, None));
                    }
                    ty = e.m.instantiate(ty);
                    let v = e.elab_term_ensuring_type(v, ty)?;
                    e.synthesize(crate::elab::SynthMode::Final)?;
                    default = Some(Some(e.m.mk_lambda(xs, v)?));
                }
                ty = e.m.instantiate(ty);
                Ok((e.m.mk_pi(xs, ty)?, default))
            })?;
            let num_fields = fs.real().len();
            fs.defaults.extend(default.map(|value| DraftDefault { field: name, value, num_fields }));
            let local = self.m.push_local(name, ty, info);
            fs.list.push(Field { name, local, origin: Origin::Own, info });
        }
        Ok(())
    }

    /// `x a b := v` for the inherited field `x`, which `local` stands for.
    fn elab_new_default(&mut self, sf: &ast::StructField, v: &ast::Term, local: Expr) -> Result<Expr> {
        let ty = self.m.infer(local)?;
        let v = if sf.binders.is_empty() {
            self.elab_term_ensuring_type(v, ty)?
        } else {
            let binders = sf.binders.iter().cloned().map(ast::FunBinder::Binder).collect();
            let kind = ast::TermKind::Fun { binders, body: Box::new(v.clone()) };
            self.elab_term_ensuring_type(&ast::Term { kind, span: sf.span }, ty)?
        };
        self.synthesize(crate::elab::SynthMode::Final)?;
        let v = self.m.instantiate(v);
        self.check_no_holes(v, sf.span)?;
        Ok(v)
    }
}

/// Whether a default is `by rfl` or `by intros; rfl`.
fn proves_by_rfl(v: &ast::Term) -> bool {
    let ast::TermKind::By(seq) = &v.unparen().kind else { return false };
    let kinds: Vec<&ast::TacticKind> = seq.tactics.iter().map(|t| &t.kind).collect();
    match kinds.as_slice() {
        [ast::TacticKind::Rfl] => true,
        [ast::TacticKind::Intros(names), ast::TacticKind::Rfl] => names.is_empty(),
        _ => false,
    }
}
