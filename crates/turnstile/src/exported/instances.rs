//! Classes and instances, which an export file does not mark.
//!
//! A class is a type that some declaration takes in square brackets; an instance is a constant whose type ends in a class
//! and whose arguments instance search can find.

use super::attributes::Attributes;
use rustc_hash::FxHashSet;
use turnstile_elab::env::{ClassInfo, Env};
use turnstile_kernel::{BinderInfo, ConstantInfo, Environment, Expr, Name, Node, Store};

/// The priority of an instance that is not named like one: such a definition is often meant to be called by name.
const LOW_PRIORITY: u32 = 100;
const DEFAULT_PRIORITY: u32 = 1000;

fn conclusion(st: &Store, mut ty: Expr) -> Expr {
    while let Node::Pi(_, _, b) = st.node(ty) {
        ty = b;
    }
    ty
}

/// The inductive types that are taken in square brackets somewhere.
pub(super) fn classes(
    st: &Store,
    env: &Environment,
    names: &[Name],
    attributes: &Attributes,
) -> FxHashSet<Name> {
    let mut found = attributes.classes.clone();
    for n in names {
        let Some(c) = env.get(*n) else { continue };
        let mut ty = c.ty();
        while let Node::Pi(b, d, body) = st.node(ty) {
            if b.info == BinderInfo::Inst
                && let Some(h) = st.head_const(conclusion(st, d))
                && matches!(env.get(h).map(|c| &**c), Some(ConstantInfo::Inductive(_)))
            {
                found.insert(h);
            }
            ty = body;
        }
    }
    found
}

/// What is to be known of the class with this type: the positions of output parameters.
pub(super) fn class_info(st: &Store, mut ty: Expr) -> ClassInfo {
    let mut info = ClassInfo::default();
    let mut i = 0;
    while let Node::Pi(_, d, body) = st.node(ty) {
        if st.app_of(d, "outParam", 1).is_some() {
            info.out_params.push(i);
        }
        i += 1;
        ty = body;
    }
    info
}

/// The class of which `c` is an instance, with the priority; `None` if it is not to be found by instance search.
pub(super) fn instance_of(
    st: &Store,
    env: &Env,
    attributes: &Attributes,
    c: &ConstantInfo,
) -> Option<(Name, u32)> {
    if !matches!(c, ConstantInfo::Definition(..) | ConstantInfo::Theorem(..) | ConstantInfo::Opaque(..)) {
        return None;
    }
    let class = class_of(st, env, c.ty())?;
    if let Some(priority) = attributes.instances.get(&c.name()) {
        return Some((class, *priority));
    }
    let named = c.name().last_str().starts_with("inst") || env.ext.projections.contains_key(&c.name());
    // What rests on an axiom directly, such as a decision by choice, is not found by itself.
    let by_axiom = c.value().is_some_and(|v| {
        st.any_subterm(v, |t| match st.node(t) {
            Node::Const(n, _) => matches!(env.get(n).map(|c| &**c), Some(ConstantInfo::Axiom(_))),
            _ => false,
        })
    });
    if by_axiom || !arguments_are_found(st, c.ty()) {
        return None;
    }
    Some((class, if named { DEFAULT_PRIORITY } else { LOW_PRIORITY }))
}

/// The class that `ty` ends in; abbreviations are unfolded.
fn class_of(st: &Store, env: &Env, ty: Expr) -> Option<Name> {
    let mut t = conclusion(st, ty);
    // An abbreviation of a class is seldom more than one definition away.
    for _ in 0..4 {
        let n = st.head_const(t)?;
        if env.is_class(n) {
            return Some(n);
        }
        if env.reducibility(n) != turnstile_elab::env::Reducibility::Reducible {
            return None;
        }
        let (f, args) = st.unapp(t);
        let (_, levels) = st.as_const(f)?;
        let c = env.get(n)?;
        let value = st.instantiate_levels(c.value()?, &c.cval().level_params, &st.level_list(levels));
        t = conclusion(st, st.beta(value, &args));
    }
    None
}

/// Whether every argument is an instance, or occurs in a later one or in the result.
fn arguments_are_found(st: &Store, mut ty: Expr) -> bool {
    while let Node::Pi(b, _, body) = st.node(ty) {
        if b.info != BinderInfo::Inst && !st.has_loose_bvar(body, 0) {
            return false;
        }
        ty = body;
    }
    true
}
