//! Constructors: parameters, universes of the fields, strict positivity, results.

use super::header::open_local;
use super::{Ctor, Field, Group, RecursiveField, is_proposition};
use crate::checker::{Checked, TypeChecker, mismatch, reject};
use crate::decl::InductiveType;
use crate::subst::with_stack;
use crate::term::{Expr, Node};
use rustc_hash::FxHashSet;

/// Type-checks the constructors' types and strips the parameters. Binders must be manifest.
pub(super) fn open(tc: &mut TypeChecker<'_>, group: &mut Group<'_>, types: &[InductiveType]) -> Checked<()> {
    let st = group.st;
    for (i, t) in types.iter().enumerate() {
        for c in &t.ctors {
            let sort = tc.check(c.ty)?;
            tc.ensure_sort(sort)?;
            let mut ty = c.ty;
            for (id, _, param_ty) in &group.params {
                let Node::Pi(_, dom, body) = st.node(ty) else {
                    return Err(reject(
                        "constructor-parameters",
                        format!("'{}' has too few parameters", c.name),
                    ));
                };
                if !tc.def_eq(dom, *param_ty)? {
                    return Err(mismatch(
                        "constructor-parameters",
                        format!("a parameter of '{}' differs from the type's", c.name),
                        dom,
                        *param_ty,
                    ));
                }
                ty = st.instantiate1(body, st.fvar(*id));
            }
            if !uniform(group, ty) {
                return Err(reject(
                    "uniform-parameters",
                    format!("'{}' uses the type with other parameters or levels than declared", c.name),
                ));
            }
            group.members[i].ctors.push(Ctor { name: c.name, ty, fields: Vec::new(), indices: Vec::new() });
        }
    }
    Ok(())
}

/// Whether every occurrence of a type of the group has the declared levels and exactly the parameters as first arguments.
fn uniform(group: &Group<'_>, e: Expr) -> bool {
    fn go(group: &Group<'_>, params: &[Expr], e: Expr, seen: &mut FxHashSet<Expr>) -> bool {
        if !seen.insert(e) {
            return true;
        }
        let st = group.st;
        with_stack(|| match st.node(e) {
            Node::Const(n, _) => !group.names.contains(&n),
            Node::App(..) => {
                let (f, args) = st.unapp(e);
                match st.as_const(f) {
                    Some((n, ls)) if group.names.contains(&n) => {
                        ls == group.levels
                            && args.len() >= params.len()
                            && args[..params.len()] == *params
                            && args[params.len()..].iter().all(|a| go(group, params, *a, seen))
                    }
                    _ => go(group, params, f, seen) && args.iter().all(|a| go(group, params, *a, seen)),
                }
            }
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => {
                go(group, params, t, seen) && go(group, params, b, seen)
            }
            Node::Let(_, t, v, b) => [t, v, b].into_iter().all(|x| go(group, params, x, seen)),
            Node::Proj(s, _, x) => !group.names.contains(&s) && go(group, params, x, seen),
            _ => true,
        })
    }
    let params = group.param_exprs();
    if params.is_empty() {
        // Without parameters a bare constant is a full application; only its levels matter.
        return !group.st.any_subterm(e, |e| match group.st.node(e) {
            Node::Const(n, ls) => group.names.contains(&n) && ls != group.levels,
            Node::Proj(n, ..) => group.names.contains(&n),
            _ => false,
        });
    }
    go(group, &params, e, &mut FxHashSet::default())
}

/// Checks the constructors of all members and finds their recursive fields.
pub(super) fn check_all(tc: &mut TypeChecker<'_>, group: &mut Group<'_>) -> Checked<()> {
    for m in 0..group.members.len() {
        for c in 0..group.members[m].ctors.len() {
            let (fields, indices) = check_constructor(tc, group, m, c)?;
            let ctor = &mut group.members[m].ctors[c];
            ctor.fields = fields;
            ctor.indices = indices;
        }
    }
    Ok(())
}

fn check_constructor(
    tc: &mut TypeChecker<'_>,
    group: &Group<'_>,
    member: usize,
    ctor: usize,
) -> Checked<(Vec<Field>, Vec<Expr>)> {
    let st = group.st;
    let Ctor { name, ty, .. } = &group.members[member].ctors[ctor];
    let mut ty = *ty;
    let mut fields = Vec::new();
    while let Node::Pi(b, dom, body) = st.node(ty) {
        let l = tc.sort_of(dom)?;
        if !is_proposition(group) && !tc.level_leq(l, group.level)? {
            return Err(reject(
                "field-universe",
                format!("the universe of argument {} of '{name}' is too large", fields.len() + 1),
            ));
        }
        let recursive = recursive_field(tc, group, dom).map_err(|e| match e {
            Occurrence::Bad(why) => {
                reject("positivity", format!("argument {} of '{name}': {why}", fields.len() + 1))
            }
            Occurrence::Error(e) => *e,
        })?;
        let (id, binder, _) = open_local(tc, b, dom);
        fields.push(Field { id, binder, ty: dom, recursive });
        ty = st.instantiate1(body, st.fvar(id));
    }
    match group.valid_application(ty) {
        Some((m, indices)) if m == member => Ok((fields, indices)),
        _ => Err(reject("constructor-result", format!("'{name}' must give a value of its own type"))),
    }
}

enum Occurrence {
    Bad(&'static str),
    Error(Box<crate::KernelError>),
}

impl From<crate::KernelError> for Occurrence {
    fn from(e: crate::KernelError) -> Occurrence {
        Occurrence::Error(Box::new(e))
    }
}

/// Strict positivity of one field: the group does not occur, or the field is `∀ xs, member indices` with no occurrence in the
/// types of `xs`.
fn recursive_field(
    tc: &mut TypeChecker<'_>,
    group: &Group<'_>,
    mut ty: Expr,
) -> Result<Option<RecursiveField>, Occurrence> {
    let st = group.st;
    let mut xs = Vec::new();
    loop {
        if !group.occurs_in(ty) {
            return Ok(None);
        }
        if !matches!(st.node(ty), Node::Pi(..)) && group.valid_application(ty).is_none() {
            ty = tc.whnf(ty)?;
            if !group.occurs_in(ty) {
                return Ok(None);
            }
        }
        let Node::Pi(b, dom, body) = st.node(ty) else { break };
        if group.occurs_in(dom) {
            return Err(Occurrence::Bad("the type occurs to the left of an arrow"));
        }
        let local = open_local(tc, b, dom);
        xs.push(local);
        ty = st.instantiate1(body, st.fvar(local.0));
    }
    match group.valid_application(ty) {
        Some((member, indices)) => Ok(Some(RecursiveField { xs, member, indices })),
        None => Err(Occurrence::Bad("the type occurs in a place where it is not a recursive argument")),
    }
}
