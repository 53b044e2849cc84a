//! An environment that grows declaration by declaration, as an elaborator would have grown it.
//!
//! The kernel's part is in the file. The rest — structures, classes, instances, match auxiliaries, equations, how far
//! definitions unfold, the simp set — is recovered: from attributes where they are given, from the shape of declarations
//! otherwise, and for constants that this program's own library has with the same type, from there.

use super::attributes::Attributes;
use super::support::{Facts, same_statement};
use super::{equations, instances, matchers};
use rustc_hash::FxHashSet;
use std::rc::Rc;
use std::sync::Arc;
use turnstile_elab::env::{AttrEntry, FieldInfo, InstanceEntry, Reducibility, StructureInfo};
use turnstile_elab::{Env, Meta};
use turnstile_kernel::{
    ConstantInfo, Constructor, Declaration, Environment, Expr, InductiveType, InductiveVal, Name, Node,
    Store, Translator,
};

/// Definitions that belong to every inductive type.
const AUXILIARY: [&str; 9] = [
    "recOn",
    "casesOn",
    "noConfusionType",
    "noConfusion",
    "below",
    "brecOn",
    "ctorIdx",
    "ctorElim",
    "ctorElimType",
];

/// The environment so far.
pub(super) struct Growing<'a> {
    m: Meta,
    /// All of the file, as the kernel accepted it.
    file: Environment,
    attributes: &'a Attributes,
    classes: FxHashSet<Name>,
    facts: Facts,
    /// This program's library, for attributes of constants that both have.
    library: (Store, Env),
}

impl<'a> Growing<'a> {
    /// An empty environment that will grow to `file`, whose declarations are `names`.
    pub(super) fn new(
        st: &Rc<Store>,
        file: Environment,
        names: &[Name],
        attributes: &'a Attributes,
    ) -> Growing<'a> {
        let (frozen, library) = turnstile_library::load();
        let classes = instances::classes(st, &file, names, attributes);
        let facts = Facts::new(st, &file);
        Growing {
            m: Meta::new(st.clone(), Env::default()),
            file,
            attributes,
            classes,
            facts,
            library: (Store::over(&frozen), library),
        }
    }

    /// The environment now. Besides what the file declared it has the facts that tactics use.
    pub(super) fn env(&self) -> &Env {
        &self.m.env
    }

    /// Takes in the declaration `name` of the file; for a group, the name of its first type.
    pub(super) fn declare(&mut self, name: Name) {
        let Some(c) = self.file.get(name).cloned() else { return };
        self.install(&c);
        self.m.clear_caches();
        match &*c {
            ConstantInfo::Inductive(v) => {
                for n in v.all.iter() {
                    if let Some(ConstantInfo::Inductive(v)) = self.file.get(*n).map(|c| (**c).clone()) {
                        self.inductive(&v);
                    }
                }
            }
            ConstantInfo::Definition(..) | ConstantInfo::Theorem(..) | ConstantInfo::Opaque(..) => {
                self.constant(&c);
            }
            _ => {}
        }
        self.attributes_of(name, &c);
        let st = self.m.st.clone();
        self.facts.declare(&st, &mut self.m.env.kernel);
    }

    /// Puts a constant that the kernel has accepted once into the environment of the search.
    fn install(&mut self, c: &ConstantInfo) {
        let d = match c {
            ConstantInfo::Axiom(v) => Declaration::Axiom(v.clone()),
            ConstantInfo::Definition(v, e, h) => Declaration::Definition(v.clone(), *e, *h),
            ConstantInfo::Theorem(v, e) => Declaration::Theorem(v.clone(), *e),
            ConstantInfo::Opaque(v, e) => Declaration::Opaque(v.clone(), *e),
            ConstantInfo::Quot(..) => Declaration::Quot,
            ConstantInfo::Inductive(v) => self.group(v),
            ConstantInfo::Constructor(_) | ConstantInfo::Recursor(_) => return,
        };
        // A fact that was declared before the file did so stays what it is: the types are the same.
        if !self.m.env.contains(c.name()) {
            // The importer has made the check; proofs found here are checked against the importer's environment.
            let _ = self.m.env.kernel.add_deferred(&self.m.st, d);
        }
        let ext = &mut self.m.env.ext;
        ext.order.insert(c.name(), ext.count);
        ext.count += 1;
    }

    fn group(&self, v: &InductiveVal) -> Declaration {
        let ty = |n: &Name| self.file.get(*n).map(|c| c.ty());
        let types = v.all.iter().filter_map(|n| match self.file.get(*n).map(|c| &**c) {
            Some(ConstantInfo::Inductive(t)) => Some(InductiveType {
                name: *n,
                ty: t.cval.ty,
                ctors: t.ctors.iter().filter_map(|c| Some(Constructor { name: *c, ty: ty(c)? })).collect(),
            }),
            _ => None,
        });
        Declaration::Inductive {
            level_params: v.cval.level_params.clone(),
            num_params: v.num_params,
            types: types.collect(),
        }
    }

    fn inductive(&mut self, v: &InductiveVal) {
        let (st, name) = (self.m.st.clone(), v.cval.name);
        let is_class = self.classes.contains(&name);
        if is_class {
            self.m.env.ext.classes.insert(name, instances::class_info(&st, v.cval.ty));
        }
        self.m.env.ext.namespaces.insert(name, ());
        if let Some(info) = self.structure(v, is_class) {
            self.m.env.ext.structures.insert(name, info);
        }
        // The file may declare it later, or never.
        if !self.m.env.contains(name.str("casesOn")) {
            let before = self.m.env.clone();
            if self.m.add_cases_on(name).is_err() || !self.agrees(name.str("casesOn")) {
                self.m.env = before;
            }
        }
    }

    /// Whether a constant has the type that the file gives it, if it does.
    fn agrees(&self, n: Name) -> bool {
        match (self.file.get(n), self.m.env.get(n)) {
            (Some(a), Some(b)) => same_statement(&self.m.st, a.cval(), b.cval()),
            _ => true,
        }
    }

    /// `v` as a structure, if the file has a projection of it.
    fn structure(&self, v: &InductiveVal, is_class: bool) -> Option<StructureInfo> {
        let [ctor] = &*v.ctors else { return None };
        if v.num_indices > 0 || v.is_rec {
            return None;
        }
        let (st, name) = (&self.m.st, v.cval.name);
        let mut ty = self.file.get(*ctor)?.ty();
        let mut fields: Vec<FieldInfo> = Vec::new();
        let mut i = 0;
        while let Node::Pi(b, d, body) = st.node(ty) {
            if i >= v.num_params {
                let parent = st
                    .head_const(d)
                    .filter(|p| b.name.last_str().strip_prefix("to").is_some_and(|s| s == p.last_str()));
                let proj = name.append(b.name);
                fields.push(FieldInfo { name: b.name, proj, subobject: parent, info: b.info });
            }
            i += 1;
            ty = body;
        }
        let is_projection =
            |f: &FieldInfo| self.file.get(f.proj).is_some_and(|c| self.projection_of(c).is_some());
        fields.iter().any(is_projection).then(|| StructureInfo {
            ctor: *ctor,
            num_params: v.num_params,
            fields,
            defaults: vec![],
            is_class,
        })
    }

    /// The structure and the field that `c` projects to: its value is `fun params self => self.i`.
    fn projection_of(&self, c: &ConstantInfo) -> Option<(Name, usize)> {
        let st = &self.m.st;
        let mut value = c.value()?;
        let mut n = 0;
        while let Node::Lam(_, _, b) = st.node(value) {
            value = b;
            n += 1;
        }
        let Node::Proj(s, i, x) = st.node(value) else { return None };
        let Some(ConstantInfo::Inductive(v)) = self.file.get(s).map(|c| &**c) else { return None };
        (matches!(st.node(x), Node::BVar(0)) && n == v.num_params + 1 && c.name().prefix() == s)
            .then_some((s, i as usize))
    }

    fn constant(&mut self, c: &ConstantInfo) {
        let (st, name) = (self.m.st.clone(), c.name());
        let ext = &mut self.m.env.ext;
        let is_auxiliary =
            AUXILIARY.contains(&name.last_str()) || AUXILIARY.contains(&name.prefix().last_str());
        if let ConstantInfo::Definition(_, _, turnstile_kernel::ReducibilityHint::Abbrev) = c {
            ext.reducibility.insert(name, Reducibility::Reducible);
        }
        if is_auxiliary {
            ext.protected.insert(name, ());
            return;
        }
        if let Some(p) = self.projection_of(c) {
            self.m.env.ext.projections.insert(name, p);
            self.m.env.ext.reducibility.insert(name, Reducibility::Reducible);
        }
        if let Some((class, priority)) = instances::instance_of(&st, &self.m.env, self.attributes, c) {
            let ext = &mut self.m.env.ext;
            ext.instances.update(class, |v| v.push(InstanceEntry { name, priority }));
            if matches!(c, ConstantInfo::Definition(..)) && !ext.reducibility.contains_key(&name) {
                ext.reducibility.insert(name, Reducibility::Instance);
            }
        }
        let ConstantInfo::Definition(_, value, _) = c else { return };
        if matchers::is_matcher_name(name) {
            if let Ok(Some(info)) = matchers::matcher_info(&mut self.m, c.ty()) {
                self.m.env.ext.matchers.insert(name, info);
                self.m.env.ext.reducibility.insert(name, Reducibility::Reducible);
            }
        } else if self.by_well_founded_recursion(*value) {
            self.m.env.ext.reducibility.insert(name, Reducibility::Irreducible);
        } else if !self.m.env.ext.projections.contains_key(&name)
            && let Some(found) = equations::equations_of(&mut self.m, name)
        {
            self.m.env.ext.equations.insert(name, Arc::new(found));
        }
    }

    /// Whether a definition is by `WellFounded.fix`: it is not unfolded then.
    fn by_well_founded_recursion(&self, value: Expr) -> bool {
        let st = &self.m.st;
        st.any_subterm(value, |t| match st.node(t) {
            Node::Const(n, _) => {
                n.as_str().starts_with("WellFounded.") && n.last_str().to_lowercase().contains("fix")
                    || n.last_str() == "_unary"
            }
            _ => false,
        })
    }

    /// The attributes of a declaration.
    fn attributes_of(&mut self, name: Name, c: &ConstantInfo) {
        let st = self.m.st.clone();
        if let Some(reducible) = self.attributes.reducible.get(&name) {
            let r = if *reducible { Reducibility::Reducible } else { Reducibility::Irreducible };
            self.m.env.ext.reducibility.insert(name, r);
        }
        if let Some(priority) = self.attributes.simp.get(&name) {
            self.m.env.add_attr("simp", AttrEntry { decl: name, priority: *priority, inverse: false });
        }
        let (from, library) = &self.library;
        let Some(ours) = library.get(name) else { return };
        let ours = turnstile_kernel::ConstantVal {
            ty: Translator::new(from, &st).term(ours.ty()),
            ..ours.cval().clone()
        };
        if !same_statement(&st, c.cval(), &ours) {
            return;
        }
        if !self.attributes.reducible.contains_key(&name)
            && let Some(r) = library.ext.reducibility.get(&name)
            && !self.m.env.ext.reducibility.contains_key(&name)
        {
            self.m.env.ext.reducibility.insert(name, *r);
        }
        for attr in ["ext", "match_pattern", "elab_as_elim"] {
            if let Some(entry) = library.attr(attr).iter().find(|e| e.decl == name) {
                self.m.env.add_attr(attr, entry.clone());
            }
        }
    }
}
