//! Nested occurrences: an earlier type `J` applied to a type of the group makes `J Ds` a member of the group.

use super::header::{index_telescope, open_local};
use super::{Ctor, Group, Member};
use crate::checker::{Checked, TypeChecker, reject};
use crate::decl::{ConstantInfo, InductiveVal};
use crate::subst::with_stack;
use crate::term::{Binder, Expr, Levels, Node};
use rustc_hash::{FxHashMap, FxHashSet};

/// Adds a member for each nested occurrence in the constructors, those of the added members included. Occurrences are met
/// in pre-order, left to right: the numbering of the auxiliary recursors follows it.
pub(super) fn find(tc: &mut TypeChecker<'_>, group: &mut Group<'_>) -> Checked<()> {
    let own = group.names.len();
    let mut memo = FxHashMap::default();
    let mut m = 0;
    while m < group.members.len() {
        for c in 0..group.members[m].ctors.len() {
            let ty = group.members[m].ctors[c].ty;
            scan(tc, group, ty, own, &mut FxHashSet::default(), &mut memo)?;
        }
        m += 1;
    }
    Ok(())
}

fn scan(
    tc: &mut TypeChecker<'_>,
    group: &mut Group<'_>,
    e: Expr,
    own: usize,
    seen: &mut FxHashSet<Expr>,
    memo: &mut FxHashMap<Expr, bool>,
) -> Checked<()> {
    if !seen.insert(e) {
        return Ok(());
    }
    let st = group.st;
    if let Some((ind, levels, params)) = nested_application(tc, group, e, memo) {
        if params.iter().any(|p| st.loose(*p) > 0) {
            return Err(reject(
                "nested-parameters",
                "the parameters of a nested occurrence have local variables",
            ));
        }
        return add_members(tc, group, ind, levels, &params, own);
    }
    with_stack(|| match st.node(e) {
        Node::App(f, a) => {
            scan(tc, group, f, own, seen, memo)?;
            scan(tc, group, a, own, seen, memo)
        }
        Node::Lam(_, t, b) | Node::Pi(_, t, b) => {
            scan(tc, group, t, own, seen, memo)?;
            scan(tc, group, b, own, seen, memo)
        }
        Node::Let(_, t, v, b) => {
            scan(tc, group, t, own, seen, memo)?;
            scan(tc, group, v, own, seen, memo)?;
            scan(tc, group, b, own, seen, memo)
        }
        Node::Proj(_, _, x) => scan(tc, group, x, own, seen, memo),
        _ => Ok(()),
    })
}

/// `J Ds …` with an earlier inductive type `J`, all its parameters, and a type of the group among them.
fn nested_application<'a>(
    tc: &TypeChecker<'a>,
    group: &Group<'_>,
    e: Expr,
    memo: &mut FxHashMap<Expr, bool>,
) -> Option<(&'a InductiveVal, Levels, Vec<Expr>)> {
    if !matches!(group.st.node(e), Node::App(..)) {
        return None;
    }
    let (f, mut args) = group.st.unapp(e);
    let (n, levels) = group.st.as_const(f)?;
    if group.names.contains(&n) {
        return None;
    }
    let ind = tc.inductive(n)?;
    if args.len() < ind.num_params {
        return None;
    }
    args.truncate(ind.num_params);
    args.iter().any(|a| mentions(group, *a, memo)).then_some((ind, levels, args))
}

/// Whether a type of the group is mentioned in `e`: asked of every part of a term in turn, and so remembered.
fn mentions(group: &Group<'_>, e: Expr, memo: &mut FxHashMap<Expr, bool>) -> bool {
    if let Some(r) = memo.get(&e) {
        return *r;
    }
    let r = with_stack(|| match group.st.node(e) {
        Node::Const(n, _) => group.names.contains(&n),
        Node::App(f, a) => mentions(group, f, memo) || mentions(group, a, memo),
        Node::Lam(_, t, b) | Node::Pi(_, t, b) => mentions(group, t, memo) || mentions(group, b, memo),
        Node::Let(_, t, v, b) => [t, v, b].into_iter().any(|x| mentions(group, x, memo)),
        Node::Proj(n, _, x) => group.names.contains(&n) || mentions(group, x, memo),
        _ => false,
    });
    memo.insert(e, r);
    r
}

/// Adds the instance `J Ds`, and those of all types in the group of `J`, unless they are members already.
fn add_members(
    tc: &mut TypeChecker<'_>,
    group: &mut Group<'_>,
    ind: &InductiveVal,
    levels: Levels,
    params: &[Expr],
    own: usize,
) -> Checked<()> {
    let st = group.st;
    let head_of = |n| st.apps(st.mk(Node::Const(n, levels)), params);
    let head = head_of(ind.cval.name);
    if group.members[own..].iter().any(|m| st.alpha_eq(m.head, head)) {
        return Ok(());
    }
    for j in ind.all.iter() {
        let Some(j) = tc.inductive(*j) else {
            return Err(reject("nested-type", "a nested occurrence of an incomplete group"));
        };
        let ty = instantiate(tc, j.cval.ty, j, levels, params)?;
        let (indices, level) = index_telescope(tc, ty)?;
        if !tc.level_eq(level, group.level)? {
            return Err(reject(
                "inductive-universe",
                format!("the nested type '{}' lives in another universe than the group", j.cval.name),
            ));
        }
        let mut ctors = Vec::new();
        for c in j.ctors.iter() {
            let Some(ConstantInfo::Constructor(c)) = tc.env.get(*c).map(|c| &**c) else {
                return Err(reject("nested-type", "a nested occurrence of an incomplete type"));
            };
            let ty = instantiate(tc, c.cval.ty, j, levels, params)?;
            ctors.push(Ctor { name: c.cval.name, ty, fields: Vec::new(), indices: Vec::new() });
        }
        let head = head_of(j.cval.name);
        group.members.push(Member {
            name: j.cval.name,
            levels,
            head,
            params: params.to_vec(),
            indices,
            ctors,
        });
    }
    Ok(())
}

/// The group with a variable in the place of each nested instance, its constructors type-checked as such: what they say
/// must make sense whatever the instance is.
pub(super) fn abstracted<'g>(tc: &mut TypeChecker<'_>, group: &Group<'g>, own: usize) -> Checked<Group<'g>> {
    let st = group.st;
    let mut out = group.clone();
    let mut stand_in = FxHashMap::default();
    for m in &mut out.members[own..] {
        let ty = st.bind_pis(&m.indices, st.sort(group.level));
        let (id, ..) = open_local(tc, Binder::new(m.name), ty);
        out.stand_ins.push(id);
        stand_in.insert(st.alpha(m.head), st.fvar(id));
        (m.head, m.params) = (st.fvar(id), Vec::new());
    }
    let put_in = |e| st.replace(e, |e, _| stand_in.get(&st.alpha(e)).copied());
    for m in &mut out.members {
        for c in &mut m.ctors {
            c.ty = put_in(c.ty);
            let sort = tc.check(c.ty)?;
            tc.ensure_sort(sort)?;
        }
        for (_, _, ty) in &mut m.indices {
            *ty = put_in(*ty);
        }
    }
    Ok(out)
}

/// A type of `j` (its own, or a constructor's) at given levels and parameters.
fn instantiate(
    tc: &mut TypeChecker<'_>,
    ty: Expr,
    j: &InductiveVal,
    levels: Levels,
    params: &[Expr],
) -> Checked<Expr> {
    let args = tc.st.level_list(levels);
    if args.len() != j.cval.level_params.len() {
        return Err(reject("level-arguments", "a constant has the wrong number of level arguments"));
    }
    let mut ty = tc.st.instantiate_levels(ty, &j.cval.level_params, &args);
    for p in params {
        let Some((_, _, body)) = super::header::next_pi(tc, &mut ty)? else {
            return Err(reject("nested-type", "a nested occurrence has too many parameters"));
        };
        ty = tc.st.instantiate1(body, *p);
    }
    Ok(ty)
}
