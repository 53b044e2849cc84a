//! Inductive types: what a group must satisfy, and everything derived from it.
//!
//! Checking goes through the files in this order: [`header`] checks the types, [`nested`] finds the auxiliary types of
//! nested occurrences, [`constructors`] checks universes, positivity and results, [`recursor`] generates the recursors,
//! which are then checked in turn.
//!
//! A nested occurrence `J Ds` (a constructor argument of type `List T`, say) makes `J Ds` a further member of the
//! group with the constructors of `J`. Each member is known by its *head*, the type applied to the parameters. The
//! constructors are checked twice: once with a variable in the place of each `J Ds`, so that they may use it as a type of
//! the group and as nothing else; and once as the declaration states them, which gives what is derived from them.

mod constructors;
mod header;
mod nested;
mod recursor;

use crate::checker::{Checked, TypeChecker, reject};
use crate::decl::{ConstantInfo, ConstantVal, ConstructorVal, InductiveType, InductiveVal};
use crate::env::{Environment, check_closed, check_fresh, check_level_params};
use crate::known::known;
use crate::level;
use crate::name::Name;
use crate::store::Store;
use crate::term::{Binder, Expr, FVarId, Level, Levels, Node};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// Locals with their binders and types, outermost first.
type Telescope = Vec<(FVarId, Binder, Expr)>;

/// One type that the recursors eliminate: a type of the group, or the instance `J Ds` of a nested occurrence.
#[derive(Clone)]
struct Member {
    /// The inductive type: of the group, or the `J` of an occurrence.
    name: Name,
    levels: Levels,
    /// The type applied to its parameters.
    head: Expr,
    /// The arguments in `head`.
    params: Vec<Expr>,
    indices: Telescope,
    ctors: Vec<Ctor>,
}

#[derive(Clone)]
struct Ctor {
    name: Name,
    /// The type after the parameters.
    ty: Expr,
    fields: Vec<Field>,
    /// The indices of the result.
    indices: Vec<Expr>,
}

#[derive(Clone)]
struct Field {
    id: FVarId,
    binder: Binder,
    ty: Expr,
    /// Found once; premises and rules both use it.
    recursive: Option<RecursiveField>,
}

/// A field of type `∀ xs, member indices`.
#[derive(Clone)]
struct RecursiveField {
    xs: Telescope,
    member: usize,
    indices: Vec<Expr>,
}

/// A group under check.
#[derive(Clone)]
struct Group<'a> {
    st: &'a Store,
    level_params: Arc<[Name]>,
    levels: Levels,
    names: Vec<Name>,
    params: Telescope,
    /// The level of the sort in which all members live.
    level: Level,
    /// First the types of the group, then the nested instances in order of discovery.
    members: Vec<Member>,
    /// Variables that stand for the nested instances, where they are used.
    stand_ins: Vec<FVarId>,
}

impl Group<'_> {
    fn param_exprs(&self) -> Vec<Expr> {
        self.params.iter().map(|p| self.st.fvar(p.0)).collect()
    }

    /// Whether a type of the group is mentioned in `e`.
    fn occurs_in(&self, e: Expr) -> bool {
        self.st.any_subterm(e, |e| match self.st.node(e) {
            Node::Const(n, _) | Node::Proj(n, ..) => self.names.contains(&n),
            Node::FVar(id) => self.stand_ins.contains(&id),
            _ => false,
        })
    }

    /// The member and the indices, when `e` is exactly a member applied to indices free of the group's types.
    fn valid_application(&self, e: Expr) -> Option<(usize, Vec<Expr>)> {
        let (f, args) = self.st.unapp(e);
        let i = self.members.iter().position(|m| {
            args.len() == m.params.len() + m.indices.len()
                && self.st.alpha_eq(self.st.apps(f, &args[..m.params.len()]), m.head)
        })?;
        let indices = args[self.members[i].params.len()..].to_vec();
        (!indices.iter().any(|x| self.occurs_in(*x))).then_some((i, indices))
    }
}

/// Checks a group of inductive types; gives all constants it declares, in the order of installation.
pub(crate) fn check(
    env: &Environment,
    st: &Store,
    level_params: &Arc<[Name]>,
    num_params: usize,
    types: &[InductiveType],
) -> Checked<Vec<ConstantInfo>> {
    check_names_and_terms(env, st, level_params, types)?;
    let all: Arc<[Name]> = types.iter().map(|t| t.name).collect();
    let mut tc = TypeChecker::new(env, st);
    let mut group = header::check(&mut tc, level_params, num_params, types)?;

    // The types alone, without constructors: what the constructors' types may mention.
    let cval = |name, ty| ConstantVal { name, level_params: level_params.clone(), ty };
    let mut with_types = env.clone();
    let mut vals: Vec<InductiveVal> = Vec::new();
    for (t, m) in types.iter().zip(&group.members) {
        let v = InductiveVal {
            cval: cval(t.name, t.ty),
            num_params,
            num_indices: m.indices.len(),
            all: all.clone(),
            ctors: Arc::new([]),
            is_rec: true,
            is_reflexive: false,
            num_nested: 0,
        };
        with_types.install(ConstantInfo::Inductive(v.clone()));
        vals.push(v);
    }
    let mut tc = TypeChecker::new(&with_types, st);
    for (id, _, ty) in &group.params {
        tc.declare_local(*id, *ty, None);
    }
    constructors::open(&mut tc, &mut group, types)?;
    nested::find(&mut tc, &mut group)?;
    if group.members.len() > types.len() {
        let mut abstracted = nested::abstracted(&mut tc, &group, types.len())?;
        constructors::check_all(&mut tc, &mut abstracted)?;
    }
    constructors::check_all(&mut tc, &mut group)?;

    let (is_rec, is_reflexive) = recursion_flags(&group);
    let mut out = Vec::new();
    for (v, t) in vals.iter_mut().zip(types) {
        v.ctors = t.ctors.iter().map(|c| c.name).collect();
        v.is_rec = is_rec;
        v.is_reflexive = is_reflexive;
        v.num_nested = group.members.len() - types.len();
        out.push(ConstantInfo::Inductive(v.clone()));
    }
    for (t, m) in types.iter().zip(&group.members) {
        for (cidx, (c, checked)) in t.ctors.iter().zip(&m.ctors).enumerate() {
            out.push(ConstantInfo::Constructor(ConstructorVal {
                cval: cval(c.name, c.ty),
                induct: t.name,
                cidx,
                num_params,
                num_fields: checked.fields.len(),
            }));
        }
    }
    let mut full = env.clone();
    for c in &out {
        full.install(c.clone());
    }
    let large = recursor::eliminates_into_all_sorts(&mut tc, &group)?;
    recursor::charge(&mut tc, &group)?;
    let generated = recursor::generate(&group, &all, large);
    for r in &generated.recursors {
        check_fresh(&full, r.cval.name)?;
        full.install(ConstantInfo::Recursor(r.clone()));
    }
    recursor::check_generated(&full, &group, &generated)?;
    out.extend(generated.recursors.into_iter().map(ConstantInfo::Recursor));
    Ok(out)
}

/// The syntactic conditions: fresh and distinct names, closed terms, no reserved name.
fn check_names_and_terms(
    env: &Environment,
    st: &Store,
    level_params: &[Name],
    types: &[InductiveType],
) -> Checked<()> {
    if types.is_empty() {
        return Err(reject("inductive-group", "an inductive declaration needs a type"));
    }
    check_level_params(level_params)?;
    let mut seen = FxHashSet::default();
    let mut check_constant = |name: Name, ty: Expr| {
        check_fresh(env, name)?;
        if !seen.insert(name) {
            return Err(reject("already-declared", format!("'{name}' is declared twice")));
        }
        check_closed(st, level_params, ty)?;
        let reserved = |n: Name| n.has_prefix(known().nested);
        let mentions = st.any_subterm(ty, |e| match st.node(e) {
            Node::Const(n, _) | Node::Proj(n, ..) => reserved(n),
            _ => false,
        });
        if reserved(name) || mentions {
            return Err(reject("reserved-name", "names that begin with '_nested' are reserved"));
        }
        Ok(())
    };
    for t in types {
        check_constant(t.name, t.ty)?;
        for c in &t.ctors {
            check_constant(c.name, c.ty)?;
        }
    }
    Ok(())
}

/// Whether a constructor argument mentions the group, and whether one that does is a function. Syntactic, and common to the
/// whole group.
fn recursion_flags(group: &Group<'_>) -> (bool, bool) {
    let fields = || group.members.iter().flat_map(|m| &m.ctors).flat_map(|c| &c.fields);
    let is_rec = fields().any(|f| group.occurs_in(f.ty));
    let is_reflexive = fields().any(|f| matches!(group.st.node(f.ty), Node::Pi(..)) && group.occurs_in(f.ty));
    (is_rec, is_reflexive)
}

/// Whether the group lives in `Prop`.
fn is_proposition(group: &Group<'_>) -> bool {
    level::is_zero(group.st, group.level)
}
