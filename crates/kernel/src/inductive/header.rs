//! The types of a group: well typed, with common parameters, in one sort.

use super::{Group, Member, Telescope};
use crate::checker::{Checked, TypeChecker, mismatch, reject};
use crate::decl::InductiveType;
use crate::name::Name;
use crate::term::{Expr, Level, Node};
use std::sync::Arc;

pub(super) fn check<'a>(
    tc: &mut TypeChecker<'a>,
    level_params: &Arc<[Name]>,
    num_params: usize,
    types: &[InductiveType],
) -> Checked<Group<'a>> {
    let st = tc.st;
    let levels: Vec<Level> = level_params.iter().map(|p| st.l_param(*p)).collect();
    let levels = st.levels(&levels);
    let mut params: Telescope = Vec::new();
    let mut level = None;
    let mut members = Vec::new();
    for (i, t) in types.iter().enumerate() {
        let sort = tc.check(t.ty)?;
        tc.ensure_sort(sort)?;
        let mut ty = t.ty;
        for k in 0..num_params {
            let Some((b, dom, body)) = next_pi(tc, &mut ty)? else {
                return Err(reject("inductive-parameters", format!("'{}' has too few parameters", t.name)));
            };
            if i == 0 {
                params.push(open_local(tc, b, dom));
            } else if !tc.def_eq(params[k].2, dom)? {
                return Err(mismatch(
                    "inductive-parameters",
                    "parameters of a group differ",
                    params[k].2,
                    dom,
                ));
            }
            ty = st.instantiate1(body, st.fvar(params[k].0));
        }
        let (indices, l) = index_telescope(tc, ty)?;
        match level {
            None => level = Some(l),
            Some(first) if tc.level_eq(first, l)? => {}
            Some(_) => {
                return Err(reject("inductive-universe", "the types of a group live in different universes"));
            }
        }
        let param_exprs: Vec<Expr> = params.iter().map(|p| st.fvar(p.0)).collect();
        let head = st.apps(st.mk(Node::Const(t.name, levels)), &param_exprs);
        members.push(Member { name: t.name, levels, head, params: param_exprs, indices, ctors: Vec::new() });
    }
    Ok(Group {
        st,
        level_params: level_params.clone(),
        levels,
        names: types.iter().map(|t| t.name).collect(),
        params,
        level: level.unwrap_or_else(|| st.l_zero()),
        members,
        stand_ins: Vec::new(),
    })
}

/// The indices in `ty`, a type after its parameters, and the level of the sort at its end.
pub(super) fn index_telescope(tc: &mut TypeChecker<'_>, mut ty: Expr) -> Checked<(Telescope, Level)> {
    let mut indices = Vec::new();
    while let Some((b, dom, body)) = next_pi(tc, &mut ty)? {
        let local = open_local(tc, b, dom);
        indices.push(local);
        ty = tc.st.instantiate1(body, tc.st.fvar(local.0));
    }
    match tc.st.node(ty) {
        Node::Sort(l) => Ok((indices, l)),
        _ => Err(reject("inductive-sort", "the type of an inductive type must end in a sort")),
    }
}

/// The binder at the head of `ty`, which is evaluated if no binder is manifest.
pub(super) fn next_pi(
    tc: &mut TypeChecker<'_>,
    ty: &mut Expr,
) -> Checked<Option<(crate::term::Binder, Expr, Expr)>> {
    if !matches!(tc.st.node(*ty), Node::Pi(..)) {
        *ty = tc.whnf(*ty)?;
    }
    Ok(match tc.st.node(*ty) {
        Node::Pi(b, dom, body) => Some((b, dom, body)),
        _ => None,
    })
}

pub(super) fn open_local(
    tc: &mut TypeChecker<'_>,
    b: crate::term::Binder,
    ty: Expr,
) -> (crate::term::FVarId, crate::term::Binder, Expr) {
    let id = tc.st.fresh_fvar();
    tc.declare_local(id, ty, None);
    (id, b, ty)
}
