//! Inductive types: what a group must satisfy, and what is derived of it.
//!
//! The group is checked as it is written ([`members`]), then nested occurrences are replaced by auxiliary types
//! ([`nested`]), the larger group is checked like any other, its recursors are made ([`recursor`]), translated back, and
//! checked once more in the resulting environment.

mod members;
mod nested;
mod recursor;

use crate::env::{
    Checked, Constant, ConstantKind, Constructor, Environment, Inductive, Recursor, check_closed,
    check_level_params, reject,
};
use crate::expr::{Expr, Kind};
use crate::names::names;
use members::Family;
use std::sync::Arc;
use turnstile_kernel::Name;

/// A group of inductive types as declared.
#[derive(Clone)]
pub(crate) struct Group {
    pub level_params: Arc<[Name]>,
    pub num_params: usize,
    pub types: Vec<TypeSpec>,
}

/// One type of a group as declared.
#[derive(Clone)]
pub(crate) struct TypeSpec {
    pub name: Name,
    pub ty: Expr,
    pub ctors: Vec<ConstructorSpec>,
}

/// One constructor as declared.
#[derive(Clone)]
pub(crate) struct ConstructorSpec {
    pub name: Name,
    pub ty: Expr,
}

/// Whether one of the constants is mentioned in `e`.
fn mentions(group: &[Name], e: &Expr) -> bool {
    e.any(|e| match e.kind() {
        Kind::Const(n, _) | Kind::Proj(n, ..) => group.contains(n),
        _ => false,
    })
}

impl Group {
    fn names(&self) -> Vec<Name> {
        self.types.iter().map(|t| t.name).collect()
    }

    fn constant(&self, name: Name, ty: &Expr, kind: ConstantKind) -> Constant {
        Constant { name, level_params: self.level_params.clone(), ty: ty.clone(), kind }
    }

    /// `env` with the types alone, of which constructors may speak.
    fn with_types(&self, env: &Environment, indices: impl Iterator<Item = usize>) -> Environment {
        let mut env = env.clone();
        let all: Arc<[Name]> = self.names().into();
        for (t, num_indices) in self.types.iter().zip(indices) {
            let kind = ConstantKind::Inductive(Inductive {
                num_params: self.num_params,
                num_indices,
                all: all.clone(),
                ctors: Arc::new([]),
                is_rec: true,
                is_reflexive: false,
                num_nested: 0,
            });
            env.install(self.constant(t.name, &t.ty, kind));
        }
        env
    }

    fn check_names(&self, env: &Environment) -> Checked<()> {
        check_level_params(&self.level_params)?;
        let mut seen: Vec<Name> = Vec::new();
        let constructors = |t: &TypeSpec| t.ctors.iter().map(|c| (c.name, c.ty.clone())).collect::<Vec<_>>();
        let constants =
            self.types.iter().flat_map(|t| std::iter::once((t.name, t.ty.clone())).chain(constructors(t)));
        for (name, ty) in constants {
            env.check_fresh(name)?;
            if seen.contains(&name) {
                return Err(reject("already-declared", format!("'{name}' is declared twice")));
            }
            seen.push(name);
            check_closed(&self.level_params, &ty)?;
            let reserved = |n: Name| n.has_prefix(names().nested);
            let mentions_reserved =
                ty.any(|e| matches!(e.kind(), Kind::Const(n, _) | Kind::Proj(n, ..) if reserved(*n)));
            if reserved(name) || mentions_reserved {
                return Err(reject("reserved-name", "names that begin with '_nested' are reserved"));
            }
        }
        Ok(())
    }
}

/// Checks a group; gives the constants it declares.
pub(crate) fn check(env: &Environment, group: &Group) -> Checked<Vec<Constant>> {
    if group.types.is_empty() {
        return Err(reject("inductive-group", "an inductive declaration needs a type"));
    }
    group.check_names(env)?;
    let header = members::header(env, group)?;
    let with_types = group.with_types(env, header.indices.iter().map(Vec::len));
    members::check_as_written(&with_types, group, &header)?;
    let nested = nested::eliminate(&with_types, group, &header)?;
    let family = members::check(env, &nested.group)?;

    let mut constants = types_and_constructors(group, &family);
    let mut full = env.clone();
    constants.iter().for_each(|c| full.install(c.clone()));
    let large = recursor::is_large(&family)?;
    let all: Arc<[Name]> = group.names().into();
    let mut recursors = Vec::new();
    for (i, r) in recursor::generate(&family, &group.names(), large).into_iter().enumerate() {
        full.check_fresh(r.name)?;
        if recursors.iter().any(|other: &Constant| other.name == r.name) {
            return Err(reject("already-declared", format!("'{}' is declared twice", r.name)));
        }
        let mut rules = r.rules;
        for rule in &mut rules {
            rule.ctor = nested.original_name(rule.ctor);
            rule.rhs = nested.restore(&rule.rhs);
        }
        let kind = ConstantKind::Recursor(Recursor {
            induct: nested.original_name(family.members[i].name),
            all: all.clone(),
            num_params: group.num_params,
            num_motives: family.members.len(),
            num_minors: family.members.iter().map(|m| m.ctors.len()).sum(),
            num_indices: family.members[i].indices.len(),
            rules,
            k: recursor::has_k(&family)?,
        });
        let ty = nested.restore(&r.ty);
        recursors.push(Constant { name: r.name, level_params: r.level_params, ty, kind });
    }
    recursors.iter().for_each(|r| full.install(r.clone()));
    for r in &recursors {
        recursor::check(&full, r)?;
    }
    constants.extend(recursors);
    Ok(constants)
}

/// The declared constants with what is derived of them; `family` is the group after the translation.
fn types_and_constructors(group: &Group, family: &Family) -> Vec<Constant> {
    let all: Arc<[Name]> = group.names().into();
    let field_types = || {
        let fields = family.members.iter().flat_map(|m| &m.ctors).flat_map(|c| &c.fields);
        fields.map(|f| &f.ty).filter(|ty| mentions(&family.names, ty))
    };
    let is_rec = field_types().next().is_some();
    let is_reflexive = field_types().any(|ty| matches!(ty.kind(), Kind::Pi(..)));
    let types = group.types.iter().zip(&family.members).map(|(t, m)| {
        let kind = ConstantKind::Inductive(Inductive {
            num_params: group.num_params,
            num_indices: m.indices.len(),
            all: all.clone(),
            ctors: t.ctors.iter().map(|c| c.name).collect(),
            is_rec,
            is_reflexive,
            num_nested: family.members.len() - group.types.len(),
        });
        group.constant(t.name, &t.ty, kind)
    });
    let constructors = group.types.iter().zip(&family.members).flat_map(|(t, m)| {
        t.ctors.iter().zip(&m.ctors).enumerate().map(|(cidx, (c, checked))| {
            let kind = ConstantKind::Constructor(Constructor {
                induct: t.name,
                cidx,
                num_params: group.num_params,
                num_fields: checked.fields.len(),
            });
            group.constant(c.name, &c.ty, kind)
        })
    });
    types.chain(constructors).collect()
}
