//! `exact`, `apply`, `refine`: a goal closed by a term, or by a function whose arguments become goals.

use crate::goal::{Goals, case_tag, goal_decl, in_goal, tactic_error_with};
use turnstile_elab::meta::{MVarDecl, MVarKind};
use turnstile_elab::{Error, Meta, Piece, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, MVarId, Name, Node};

/// A hole made for an argument.
#[derive(Clone, Copy, Debug)]
pub struct Arg {
    /// The hole.
    pub mvar: MVarId,
    /// How the argument is found.
    pub info: BinderInfo,
    /// The parameter's name.
    pub name: Name,
}

/// Closes `g` with `e`, whose type must be the target up to definitional equality.
///
/// # Errors
/// When the types differ or `e` contains `g` itself.
pub fn exact_term(m: &mut Meta, g: MVarId, e: Expr) -> Result<()> {
    in_goal(m, g, |m, goal| {
        let ty = m.infer(e)?;
        if !m.is_def_eq(goal.target, ty)? {
            return Err(m.type_mismatch(e, ty, goal.target));
        }
        if m.mvar_occurs(g, e) {
            return Err(Error::msg("the term contains the goal it is to close"));
        }
        m.mctx.assign(g, e);
        Ok(())
    })
}

/// Applies the constant `n`.
///
/// # Errors
/// As [`apply`].
pub fn apply_const(m: &mut Meta, g: MVarId, n: Name) -> Result<Goals> {
    let e = m.mk_const(n)?;
    apply(m, g, e)
}

/// Closes `g` with `e` applied to as many arguments as the target needs; the arguments that unification and instance
/// search do not find are the new goals, those no other depends on first.
///
/// # Errors
/// When the conclusion of `e` does not unify with the target, or an instance is missing.
pub fn apply(m: &mut Meta, g: MVarId, e: Expr) -> Result<Goals> {
    in_goal(m, g, |m, goal| {
        let ty = m.infer(e)?;
        let ty = m.instantiate(ty);
        let (total, flexible) = count_args(m, ty)?;
        let first = if flexible { total } else { total.saturating_sub(count_args(m, goal.target)?.0) };
        for n in first..=total {
            let s = m.save();
            let (args, concl) = open_args(m, ty, n)?;
            if !heads_clash(m, concl, goal.target) && m.is_def_eq(concl, goal.target)? {
                let holes: Vec<Expr> = args.iter().map(|a| m.st.mvar(a.mvar)).collect();
                let before = m.unassigned_mvars(e);
                let v = m.st.apps(e, &holes);
                if m.mvar_occurs(g, v) {
                    return Err(Error::msg("the term contains the goal it is to close"));
                }
                synth_instances(m, &args)?;
                m.mctx.assign(g, v);
                return Ok(open_goals(m, &args, &before, goal.tag));
            }
            m.restore(&s);
        }
        Err(not_unifiable(m, g, e, ty, total, goal.target))
    })
}

/// The error that `e : ty` does not fit the goal.
fn not_unifiable(m: &mut Meta, g: MVarId, e: Expr, ty: Expr, total: usize, target: Expr) -> Error {
    let shown =
        if matches!(m.st.node(e), Node::Const(..)) { Piece::ExplicitConst(e) } else { Piece::Expr(e) };
    let concl = open_args(m, ty, total).map_or(ty, |(_, c)| c);
    let what =
        if total == 0 { "could not unify the type of `" } else { "could not unify the conclusion of `" };
    let mut pieces = vec![
        Piece::Text(what.into()),
        shown.clone(),
        Piece::Text("`\n  ".into()),
        Piece::Expr(concl),
        Piece::Text("\nwith the goal\n  ".into()),
        Piece::Expr(target),
    ];
    if total > 0 {
        pieces.extend([
            Piece::Text("\n\nNote: The full type of `".into()),
            shown,
            Piece::Text("` is\n  ".into()),
            Piece::Expr(ty),
        ]);
    }
    tactic_error_with(m, "apply", g, pieces)
}

/// Number of arguments a value of type `ty` takes, definitions unfolded; and whether what it then gives is headed by
/// one of them or a hole, so that it may take more.
///
/// # Errors
/// When the budget ends.
pub fn count_args(m: &mut Meta, ty: Expr) -> Result<(usize, bool)> {
    let mut n = 0;
    let mut t = ty;
    while let Node::Pi(_, _, b) = m.st.node(t) {
        n += 1;
        t = b;
    }
    match m.st.node(m.st.app_fn(t)) {
        Node::BVar(_) | Node::MVar(_) => return Ok((n, true)),
        Node::FVar(_) | Node::Sort(_) => return Ok((n, false)),
        Node::Const(c, _) if is_inductive(m, c) => return Ok((n, false)),
        _ => {}
    }
    m.scoped(|m| {
        let (xs, res) = m.open_pis(ty, None)?;
        let w = m.whnf(res)?;
        let head = m.st.app_fn(w);
        Ok((xs.len(), matches!(m.st.node(head), Node::MVar(_)) || xs.contains(&head)))
    })
}

pub(crate) fn is_inductive(m: &Meta, n: Name) -> bool {
    matches!(m.env.get(n).map(|c| &**c), Some(ConstantInfo::Inductive(_)))
}

/// Whether both are applications of inductive types, and of different ones: they can never unify.
#[must_use]
pub fn heads_clash(m: &Meta, a: Expr, b: Expr) -> bool {
    match (m.st.head_const(a), m.st.head_const(b)) {
        (Some(x), Some(y)) => x != y && is_inductive(m, x) && is_inductive(m, y),
        _ => false,
    }
}

/// Opens `n` leading `∀` of `ty` with holes.
///
/// # Errors
/// When there are fewer, or the budget ends.
pub fn open_args(m: &mut Meta, ty: Expr, n: usize) -> Result<(Vec<Arg>, Expr)> {
    let mut args: Vec<Arg> = Vec::with_capacity(n);
    let mut holes: Vec<Expr> = Vec::with_capacity(n);
    let mut ty = ty;
    let mut start = 0;
    while args.len() < n {
        let Node::Pi(b, dom, body) = m.st.node(ty) else {
            let t = m.st.instantiate_rev(ty, &holes[start..]);
            let w = m.whnf(t)?;
            if !matches!(m.st.node(w), Node::Pi(..)) {
                return Err(m.error_at_term("function type expected", t));
            }
            start = holes.len();
            ty = w;
            continue;
        };
        let dom = m.st.instantiate_rev(dom, &holes[start..]);
        let kind = if b.info == BinderInfo::Inst { MVarKind::Synthetic } else { MVarKind::Natural };
        let hole = m.mk_mvar(dom, kind, Name::anon());
        let Node::MVar(id) = m.st.node(hole) else { return Err(Error::msg("internal: hole expected")) };
        args.push(Arg { mvar: id, info: b.info, name: b.name });
        holes.push(hole);
        ty = body;
    }
    let res = m.st.instantiate_rev(ty, &holes[start..]);
    Ok((args, res))
}

/// Finds the instance arguments that unification did not determine.
///
/// # Errors
/// When there is no instance.
pub fn synth_instances(m: &mut Meta, args: &[Arg]) -> Result<()> {
    for a in args.iter().filter(|a| a.info == BinderInfo::Inst) {
        if m.mctx.is_assigned(a.mvar) {
            continue;
        }
        let found = match m.synth_mvar(a.mvar) {
            // An input is still unknown: the instance stays a goal.
            Err(e) if e.is_postpone() => continue,
            r => r?,
        };
        if !found {
            let ty = goal_decl(m, a.mvar)?.ty;
            return Err(m.failed_to_synthesize(ty));
        }
    }
    Ok(())
}

/// The arguments without a value as goals: those no other argument's type mentions first, then the rest, then the
/// holes `others` that were in the function itself. Sets case tags and makes independent goals opaque.
pub fn open_goals(m: &mut Meta, args: &[Arg], others: &[MVarId], parent: Name) -> Goals {
    let open: Vec<Arg> = args.iter().filter(|a| !m.mctx.is_assigned(a.mvar)).copied().collect();
    let mut mentioned: Vec<MVarId> = Vec::new();
    if open.len() > 1 {
        for a in &open {
            if let Some(ty) = m.mctx.decl(a.mvar).map(|d| d.ty) {
                mentioned.extend(m.unassigned_mvars(ty));
            }
        }
    }
    let (deps, free): (Vec<Arg>, Vec<Arg>) = open.iter().partition(|a| mentioned.contains(&a.mvar));
    let single = open.len() == 1;
    for a in &open {
        let Some(d) = m.mctx.decl(a.mvar).cloned() else { continue };
        let name = if single || a.info == BinderInfo::Inst { parent } else { case_tag(parent, a.name) };
        let kind = if mentioned.contains(&a.mvar) { d.kind } else { MVarKind::Opaque };
        let ty = m.instantiate(d.ty);
        let ty = m.st.head_beta(ty);
        m.mctx.declare(a.mvar, MVarDecl { lctx: d.lctx.clone(), ty, kind, name, depth: d.depth });
    }
    let mut out: Goals = free.iter().chain(&deps).map(|a| a.mvar).collect();
    out.extend(others.iter().filter(|o| !m.mctx.is_assigned(**o)));
    out.dedup();
    out
}

/// Closes `g` with `e`, a term of the target's type, and makes the holes left in it goals.
///
/// # Errors
/// When the types differ.
pub fn refine_term(m: &mut Meta, g: MVarId, e: Expr) -> Result<Goals> {
    exact_term(m, g, e)?;
    Ok(m.unassigned_mvars(e))
}
