//! `rw`: equals put for equals.

use crate::apply::{Arg, count_args, open_args, synth_instances};
use crate::conv::ConvGoal;
use crate::goal::{Goals, as_eq, as_heq, as_iff, in_goal, new_goal, tactic_error_with};
use crate::kabstract::{Occurrences, abstraction_is_type_correct, kabstract_at};
use crate::terms::Terms;
use turnstile_elab::{Meta, Piece, Result};
use turnstile_kernel::{Expr, FVarId, MVarId, Node};

/// A rewritten term.
#[derive(Clone, Debug)]
pub struct Rewritten {
    /// What it became.
    pub expr: Expr,
    /// A proof of `old = expr`.
    pub proof: Expr,
    /// Arguments of the equation that were not determined, side conditions among them.
    pub sides: Goals,
}

/// Rewrites in `e` the instances of the left side of the equation or equivalence that `eq` proves (the right side, if
/// `symm`). Arguments of `eq` are found by unification with the first instance. Works in the current context, which
/// is that of `g`; `g` is only for messages.
///
/// # Errors
/// When `eq` is no equation, its side is a bare hole, there is no instance, or the result is not type correct.
pub fn rewrite(m: &mut Meta, g: MVarId, e: Expr, eq: Expr, symm: bool) -> Result<Rewritten> {
    rewrite_at(m, g, e, eq, symm, &Occurrences::All)
}

/// As [`rewrite`], at some of the instances.
///
/// # Errors
/// As [`rewrite`].
pub fn rewrite_at(
    m: &mut Meta,
    g: MVarId,
    e: Expr,
    eq: Expr,
    symm: bool,
    occs: &Occurrences,
) -> Result<Rewritten> {
    let given = m.infer(eq)?;
    let given = m.instantiate(given);
    let others = m.unassigned_mvars(eq);
    let (n, _) = count_args(m, given)?;
    let (args, concl) = open_args(m, given, n)?;
    let holes: Vec<Expr> = args.iter().map(|a| m.st.mvar(a.mvar)).collect();
    let proof = m.st.apps(eq, &holes);
    let Some((ty, lhs, rhs, proof)) = as_equation(m, concl, proof)? else {
        return Err(tactic_error_with(
            m,
            "rewrite",
            g,
            vec![Piece::Text("Expected an equality or iff proof, but found\n  ".into()), Piece::Expr(concl)],
        ));
    };
    let (from, to, proof) =
        if symm { (rhs, lhs, Terms::mk_eq_symm(m, ty, lhs, rhs, proof)?) } else { (lhs, rhs, proof) };
    let from = m.instantiate(from);
    if matches!(m.st.node(m.st.app_fn(from)), Node::MVar(_)) {
        return Err(tactic_error_with(
            m,
            "rewrite",
            g,
            vec![
                Piece::Text("pattern is a metavariable\n  ".into()),
                Piece::Expr(from),
                Piece::Text("\nfrom equation\n  ".into()),
                Piece::Expr(concl),
            ],
        ));
    }
    let e = m.instantiate(e);
    let Some(body) = kabstract_at(m, e, from, occs)? else {
        return Err(tactic_error_with(
            m,
            "rewrite",
            g,
            vec![
                Piece::Text("Did not find an occurrence of the pattern\n  ".into()),
                Piece::Expr(from),
                Piece::Text("\nin the target expression\n  ".into()),
                Piece::Expr(e),
            ],
        ));
    };
    let to = m.instantiate(to);
    let ty = m.instantiate(ty);
    if !abstraction_is_type_correct(m, ty, body)? {
        let motive = m.lam_named("_a", ty, body);
        return Err(tactic_error_with(
            m,
            "rewrite",
            g,
            vec![Piece::Text("motive is not type correct:\n  ".into()), Piece::Expr(motive)],
        ));
    }
    synth_instances(m, &args)?;
    let mut expr = m.st.instantiate1(body, to);
    if matches!(m.st.node(to), Node::Lam(..)) {
        expr = m.beta_everywhere(expr);
    }
    let motive = m.lam_named("_a", ty, body);
    let sort = m.infer(e)?;
    let from = m.instantiate(from);
    let proof = m.mk_congr_arg(ty, sort, from, to, motive, proof)?;
    let mut sides = open_sides(m, &args);
    for o in others {
        if !m.mctx.is_assigned(o) && !sides.contains(&o) {
            sides.push(o);
        }
    }
    Ok(Rewritten { expr: m.instantiate(expr), proof: m.instantiate(proof), sides })
}

/// `α`, `a`, `b` and the proof of `a = b` that a proof of the proposition `p` (an equation or equivalence) gives.
///
/// # Errors
/// When the budget ends.
pub fn as_equation(m: &mut Meta, p: Expr, proof: Expr) -> Result<Option<(Expr, Expr, Expr, Expr)>> {
    let mut p = m.instantiate(p);
    for unfolded in [false, true] {
        if unfolded {
            p = m.whnf_r(p)?;
        }
        if let Some((t, a, b)) = as_eq(&m.st, p) {
            return Ok(Some((t, a, b, proof)));
        }
        if let Some((a, b)) = as_iff(&m.st, p) {
            let h = m.mk_propext(a, b, proof);
            return Ok(Some((m.st.prop(), a, b, h)));
        }
        if let Some((t, a, u, b)) = as_heq(&m.st, p) {
            if !m.is_def_eq(t, u)? {
                return Ok(None);
            }
            let h = m.mk_eq_of_heq(t, a, b, proof)?;
            return Ok(Some((t, a, b, h)));
        }
    }
    Ok(None)
}

/// The undetermined arguments as goals, in order.
fn open_sides(m: &mut Meta, args: &[Arg]) -> Goals {
    let ordered = crate::apply::open_goals(m, args, &[], turnstile_kernel::Name::anon());
    args.iter().map(|a| a.mvar).filter(|x| ordered.contains(x)).collect()
}

/// Rewrites the target (its left side in conversion mode). The new main goal is first, then the side conditions.
///
/// # Errors
/// As [`rewrite`].
pub fn rewrite_target(m: &mut Meta, g: MVarId, eq: Expr, symm: bool) -> Result<Goals> {
    rewrite_target_at(m, g, eq, symm, &Occurrences::All)
}

/// As [`rewrite_target`], at some of the instances.
///
/// # Errors
/// As [`rewrite`].
pub fn rewrite_target_at(m: &mut Meta, g: MVarId, eq: Expr, symm: bool, occs: &Occurrences) -> Result<Goals> {
    in_goal(m, g, |m, goal| {
        if let Some(c) = ConvGoal::of(m, g) {
            let r = rewrite_at(m, g, c.lhs, eq, symm, occs)?;
            let mut goals = vec![c.update(m, r.expr, Some(r.proof))?];
            goals.extend(r.sides);
            return Ok(goals);
        }
        let r = rewrite_at(m, g, goal.target, eq, symm, occs)?;
        let (new, h) = new_goal(m, r.expr, goal.tag);
        let v = m.mk_eq_mpr(goal.target, r.expr, r.proof, new)?;
        m.mctx.assign(g, v);
        let mut goals = vec![h];
        goals.extend(r.sides);
        Ok(goals)
    })
}

/// Rewrites the type of hypothesis `id`: the hypothesis as it is now, and the goals.
///
/// # Errors
/// As [`rewrite`].
pub fn rewrite_hyp(m: &mut Meta, g: MVarId, id: FVarId, eq: Expr, symm: bool) -> Result<(FVarId, Goals)> {
    rewrite_hyp_at(m, g, id, eq, symm, &Occurrences::All)
}

/// As [`rewrite_hyp`], at some of the instances.
///
/// # Errors
/// As [`rewrite`].
pub fn rewrite_hyp_at(
    m: &mut Meta,
    g: MVarId,
    id: FVarId,
    eq: Expr,
    symm: bool,
    occs: &Occurrences,
) -> Result<(FVarId, Goals)> {
    let (ty, value, sides) = in_goal(m, g, |m, _| {
        let d = m.local_decl(id)?;
        let old = m.instantiate(d.ty);
        let r = rewrite_at(m, g, old, eq, symm, occs)?;
        let x = m.st.fvar(id);
        let v = m.mk_eq_mp(old, r.expr, r.proof, x)?;
        Ok((r.expr, v, r.sides))
    })?;
    let (new, h) = crate::assert::replace_hyp(m, g, id, ty, value)?;
    let mut goals = vec![h];
    goals.extend(sides);
    Ok((new, goals))
}
