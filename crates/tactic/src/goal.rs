//! Goals: opaque metavariables, and what every tactic does with them.

use crate::known;
use std::sync::Arc;
use turnstile_elab::meta::{Delayed, LocalContext, MVarDecl, MVarKind, is_inaccessible};
use turnstile_elab::{Error, LocalDecl, Meta, Piece, Result};
use turnstile_kernel::{Binder, BinderInfo, Expr, FVarId, MVarId, Name, Node, Store};

/// The goals a tactic leaves open, in order.
pub type Goals = Vec<MVarId>;

/// A goal that a tactic works on, looked up once.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    /// The metavariable.
    pub id: MVarId,
    /// What is to be proved, assigned metavariables replaced.
    pub target: Expr,
    /// Its case tag.
    pub tag: Name,
}

/// The declaration of a goal.
///
/// # Errors
/// When there is no such metavariable.
pub fn goal_decl(m: &Meta, g: MVarId) -> Result<Arc<MVarDecl>> {
    m.mctx.decl(g).cloned().ok_or_else(|| Error::msg("internal: unknown goal"))
}

/// What `g` asks for, assigned metavariables replaced.
///
/// # Errors
/// When there is no such goal.
pub fn target(m: &Meta, g: MVarId) -> Result<Expr> {
    Ok(m.instantiate(goal_decl(m, g)?.ty))
}

/// Runs `f` in the context of the open goal `g`; the caller's context is put back afterwards.
///
/// # Errors
/// When `g` is closed already, or `f` fails.
pub fn in_goal<R>(m: &mut Meta, g: MVarId, f: impl FnOnce(&mut Meta, Goal) -> Result<R>) -> Result<R> {
    let d = goal_decl(m, g)?;
    if m.mctx.is_assigned(g) {
        return Err(Error::msg("the goal is closed already"));
    }
    let old = std::mem::replace(&mut m.lctx, d.lctx.clone());
    let goal = Goal { id: g, target: m.instantiate(d.ty), tag: d.name };
    let r = f(m, goal);
    m.lctx = old;
    r
}

/// A new goal in the current context.
pub fn new_goal(m: &mut Meta, ty: Expr, tag: Name) -> (Expr, MVarId) {
    let lctx = m.lctx.clone();
    new_goal_in(m, lctx, ty, tag)
}

/// A new goal in context `lctx`.
pub fn new_goal_in(m: &mut Meta, lctx: LocalContext, ty: Expr, tag: Name) -> (Expr, MVarId) {
    let id = m.st.fresh_mvar();
    let depth = m.mctx.depth;
    m.mctx.declare(id, MVarDecl { lctx, ty, kind: MVarKind::Opaque, name: tag, depth });
    (m.st.mvar(id), id)
}

/// The name of case `case` of a goal tagged `parent`.
#[must_use]
pub fn case_tag(parent: Name, case: Name) -> Name {
    if parent.is_anon() { case } else { parent.append(case) }
}

/// The failure of tactic `tactic` on `goal`: `why`, and the goal.
#[must_use]
pub fn tactic_error(m: &Meta, tactic: &str, goal: MVarId, why: &str) -> Error {
    let why = if why.is_empty() { vec![] } else { vec![Piece::Text(why.into())] };
    tactic_error_with(m, tactic, goal, why)
}

/// The failure of tactic `tactic` on `goal`, the reason given in pieces.
#[must_use]
pub fn tactic_error_with(m: &Meta, tactic: &str, goal: MVarId, why: Vec<Piece>) -> Error {
    let mut pieces = Vec::with_capacity(why.len() + 5);
    pieces.extend([
        Piece::Text("Tactic `".into()),
        Piece::Text(tactic.into()),
        Piece::Text("` failed".into()),
    ]);
    if !why.is_empty() {
        pieces.push(Piece::Text(": ".into()));
        pieces.extend(why);
    }
    pieces.extend([Piece::Text("\n\n".into()), Piece::Goal(goal)]);
    m.error(pieces)
}

/// `n` as a name no user text can refer to.
#[must_use]
pub fn inaccessible(n: Name) -> Name {
    if n.is_anon() {
        return Name::new("a").num(0);
    }
    if is_inaccessible(n) { n } else { n.num(0) }
}

/// Fills the open goal `g` with `fun xs => ?h` (`let` for local definitions), where `?h : inner_ty` is a new goal in
/// context `inner`, which extends that of `g` by the variables `xs`. `binders` are their binders as they stand in the
/// type of `g`: each may refer to the ones before it as loose bound variables; `body` is what follows them there.
pub(crate) fn assign_binders(
    m: &mut Meta,
    g: MVarId,
    xs: &[FVarId],
    binders: &[(Binder, Expr, Option<Expr>)],
    body: Expr,
    inner: LocalContext,
    inner_ty: Expr,
) -> Result<MVarId> {
    let d = goal_decl(m, g)?;
    let st = m.st.clone();
    let (_, h) = new_goal_in(m, inner, inner_ty, d.name);
    let full = binders.iter().rev().fold(body, |t, (b, dom, _)| st.pi(*b, *dom, t));
    let (outer, outer_id) = new_goal_in(m, d.lctx.clone(), full, d.name);
    m.mctx.assign_delayed(outer_id, Delayed { fvars: xs.into(), inner: h });
    let n = xs.len() as u32;
    let mut v = outer;
    for i in (0..n).rev() {
        v = st.app(v, st.bvar(i));
    }
    for (b, ty, val) in binders.iter().rev() {
        v = match val {
            Some(val) => st.let_(b.name, *ty, *val, v),
            None => st.lam(*b, *ty, v),
        };
    }
    m.mctx.assign(g, v);
    Ok(h)
}

/// A term `fun xs => ?h` with its new goal `?h : ty` in the current context, of which `xs` are the newest variables that
/// `outer` lacks. Used where the function is an argument of a larger proof.
pub(crate) fn lambda_goal(
    m: &mut Meta,
    outer: &LocalContext,
    xs: &[Expr],
    ty: Expr,
    tag: Name,
) -> Result<(Expr, MVarId)> {
    let inner = m.lctx.clone();
    if xs.is_empty() {
        return Ok(new_goal_in(m, inner, ty, tag));
    }
    let ids: Vec<FVarId> = xs.iter().map(|x| m.fvar_id(*x)).collect::<Result<_>>()?;
    let decls: Vec<Arc<LocalDecl>> = ids.iter().map(|id| m.local_decl(*id)).collect::<Result<_>>()?;
    let (_, h) = new_goal_in(m, inner, ty, tag);
    let full = m.mk_pi(xs, ty)?;
    let (n, nid) = new_goal_in(m, outer.clone(), full, tag);
    m.mctx.assign_delayed(nid, Delayed { fvars: ids.as_slice().into(), inner: h });
    let st = m.st.clone();
    let mut v = st.apps(n, xs);
    v = st.abstract_fvars(v, &ids);
    for (i, d) in decls.iter().enumerate().rev() {
        let t = m.instantiate(d.ty);
        let t = st.abstract_fvars(t, &ids[..i]);
        v = match d.value {
            Some(val) => {
                let val = m.instantiate(val);
                st.let_(d.name, t, st.abstract_fvars(val, &ids[..i]), v)
            }
            None => st.lam(Binder::with_info(d.name, d.info), t, v),
        };
    }
    Ok((v, h))
}

/// A local hypothesis that is no auxiliary of the elaborator.
pub fn hyps(m: &Meta) -> impl DoubleEndedIterator<Item = &Arc<LocalDecl>> {
    m.lctx.iter().filter(|d| !d.is_aux)
}

/// The declaration of a fresh local variable.
pub(crate) fn local(m: &mut Meta, name: Name, ty: Expr, value: Option<Expr>, info: BinderInfo) -> LocalDecl {
    let id = m.st.fresh_fvar();
    let is_instance = m.is_class_type(ty);
    LocalDecl { id, name, ty, value, info, is_instance, is_aux: false }
}

/// Whether `e` is the constant `n` applied to `arity` arguments, and which.
#[must_use]
pub fn app_of(st: &Store, e: Expr, n: Name, arity: usize) -> Option<Vec<Expr>> {
    let mut args = Vec::new();
    let mut f = e;
    while let Node::App(g, a) = st.node(f) {
        if args.len() == arity {
            return None;
        }
        args.push(a);
        f = g;
    }
    match st.node(f) {
        Node::Const(c, _) if c == n && args.len() == arity => {
            args.reverse();
            Some(args)
        }
        _ => None,
    }
}

/// `α`, `a`, `b` of `e`, when `e` is `a = b`.
#[must_use]
pub fn as_eq(st: &Store, e: Expr) -> Option<(Expr, Expr, Expr)> {
    match app_of(st, e, *known::EQ, 3)?.as_slice() {
        [t, a, b] => Some((*t, *a, *b)),
        _ => None,
    }
}

/// `α`, `a`, `β`, `b` of `e`, when `e` is `HEq a b`.
#[must_use]
pub fn as_heq(st: &Store, e: Expr) -> Option<(Expr, Expr, Expr, Expr)> {
    match app_of(st, e, *known::HEQ, 4)?.as_slice() {
        [t, a, u, b] => Some((*t, *a, *u, *b)),
        _ => None,
    }
}

/// `p`, `q` of `e`, when `e` is `p ↔ q`.
#[must_use]
pub fn as_iff(st: &Store, e: Expr) -> Option<(Expr, Expr)> {
    match app_of(st, e, *known::IFF, 2)?.as_slice() {
        [a, b] => Some((*a, *b)),
        _ => None,
    }
}

/// `p` when `e` is `¬ p`, `a = b` when it is `a ≠ b`, `p` when it is `p → False`.
#[must_use]
pub fn as_not(m: &Meta, e: Expr) -> Option<Expr> {
    let st = &m.st;
    if let Some(a) = app_of(st, e, *known::NOT, 1) {
        return a.first().copied();
    }
    if let Node::Pi(_, p, b) = st.node(e) {
        return matches!(st.node(b), Node::Const(n, _) if n == *known::FALSE).then_some(p);
    }
    if let (h, args) = st.unapp(e)
        && let Some((n, ls)) = st.as_const(h)
        && n == *known::NE
        && args.len() == 3
    {
        return Some(st.apps(st.mk(Node::Const(*known::EQ, ls)), &args));
    }
    None
}

/// Whether `e` is the constant `n` without arguments.
#[must_use]
pub fn is_const(st: &Store, e: Expr, n: Name) -> bool {
    matches!(st.node(e), Node::Const(c, _) if c == n)
}
