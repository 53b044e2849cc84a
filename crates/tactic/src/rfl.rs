//! `rfl` and `symm`: reflexivity and symmetry of equality and of relations with `@[refl]`, `@[symm]` lemmas.

use crate::apply::apply_const;
use crate::goal::{
    app_of, as_eq, as_heq, as_iff, in_goal, is_const, new_goal, tactic_error, tactic_error_with,
};
use crate::known;
use turnstile_elab::env::Transparency;
use turnstile_elab::{Meta, Piece, Result};
use turnstile_kernel::{Expr, FVarId, MVarId, Name, Node};

/// Closes a goal `a = b`, `a ↔ b`, `HEq a b` or `r a b` for a reflexive `r` when both sides are definitionally equal at the
/// current transparency.
///
/// # Errors
/// When the target is no such relation or the sides differ.
pub fn rfl(m: &mut Meta, g: MVarId) -> Result<()> {
    in_goal(m, g, |m, goal| {
        let mut target = goal.target;
        for unfolded in [false, true] {
            if unfolded {
                let w = m.whnf_r(target)?;
                if w == target {
                    break;
                }
                target = w;
            }
            if let Some((_, a, b)) = as_eq(&m.st, target) {
                same(m, g, a, b)?;
                let v = m.mk_eq_refl(a)?;
                m.mctx.assign(g, v);
                return Ok(());
            }
            if let Some((a, b)) = as_iff(&m.st, target) {
                same(m, g, a, b)?;
                let c = m.st.const_(Name::new("Iff.refl"), &[]);
                let v = m.st.app(c, a);
                m.mctx.assign(g, v);
                return Ok(());
            }
            if let Some((t, a, u, b)) = as_heq(&m.st, target) {
                same(m, g, t, u)?;
                same(m, g, a, b)?;
                let v = m.mk_heq_refl(a)?;
                m.mctx.assign(g, v);
                return Ok(());
            }
            if is_const(&m.st, target, *known::TRUE) {
                let v = m.st.const_(*known::TRUE_INTRO, &[]);
                m.mctx.assign(g, v);
                return Ok(());
            }
            for lemma in relation_lemmas(m, "refl", target) {
                let closed = m.attempt(|m| Ok(apply_const(m, g, lemma)?.is_empty().then_some(())))?;
                if closed.is_some() {
                    return Ok(());
                }
            }
        }
        Err(m.error(vec![
            Piece::Text(
                "The rfl tactic failed. Possible reasons:\n- The goal is not a reflexive relation (neither `=` nor a \
                 relation with a @[refl] lemma).\n- The arguments of the relation are not equal.\nTry using the \
                 reflexivity lemma for your relation explicitly, e.g. `exact Eq.refl _` or\n`exact HEq.rfl` etc.\n\n"
                    .into(),
            ),
            Piece::Goal(g),
        ]))
    })
}

fn same(m: &mut Meta, g: MVarId, a: Expr, b: Expr) -> Result<()> {
    if m.is_def_eq(a, b)? {
        return Ok(());
    }
    Err(tactic_error_with(
        m,
        "rfl",
        g,
        vec![
            Piece::Text("The left-hand side\n  ".into()),
            Piece::Expr(a),
            Piece::Text("\nis not definitionally equal to the right-hand side\n  ".into()),
            Piece::Expr(b),
        ],
    ))
}

/// The lemmas with attribute `attr` whose conclusion has the same head as `target`, newest first.
pub(crate) fn relation_lemmas(m: &Meta, attr: &str, target: Expr) -> Vec<Name> {
    let Some(head) = m.st.head_const(target) else { return vec![] };
    m.env
        .attr(attr)
        .iter()
        .rev()
        .filter(|e| {
            m.env.get(e.decl).is_some_and(|c| {
                let mut t = c.ty();
                while let Node::Pi(_, _, b) = m.st.node(t) {
                    t = b;
                }
                m.st.head_const(t) == Some(head)
            })
        })
        .map(|e| e.decl)
        .collect()
}

/// The relation read from right to left and the lemma that proves `new → old`.
fn symm_lemma(m: &mut Meta, g: MVarId, target: Expr) -> Result<(Expr, Name)> {
    let mut target = target;
    for unfolded in [false, true] {
        if unfolded {
            target = m.whnf_r(target)?;
        }
        if as_eq(&m.st, target).is_some() {
            return Ok((target, *known::EQ_SYMM));
        }
        if as_iff(&m.st, target).is_some() {
            return Ok((target, Name::new("Iff.symm")));
        }
        if as_heq(&m.st, target).is_some() {
            return Ok((target, *known::HEQ_SYMM));
        }
        if app_of(&m.st, target, *known::NE, 3).is_some() {
            return Ok((target, Name::new("Ne.symm")));
        }
        if let Some(l) = relation_lemmas(m, "symm", target).first() {
            return Ok((target, *l));
        }
    }
    Err(tactic_error(m, "symm", g, "the target is no relation with a @[symm] lemma"))
}

/// Turns the relation in the target round.
///
/// # Errors
/// When it is no symmetric relation.
pub fn symm(m: &mut Meta, g: MVarId) -> Result<MVarId> {
    let (target, lemma) = in_goal(m, g, |m, goal| symm_lemma(m, g, goal.target))?;
    let g = crate::intro::retype(m, g, target)?;
    match apply_const(m, g, lemma)?.as_slice() {
        [h] => Ok(*h),
        _ => Err(in_goal(m, g, |m, _| {
            Ok(tactic_error(m, "symm", g, "the @[symm] lemma has side conditions"))
        })?),
    }
}

/// Turns the relation in hypothesis `h` round.
///
/// # Errors
/// When it is no symmetric relation.
pub fn symm_hyp(m: &mut Meta, g: MVarId, h: FVarId) -> Result<(FVarId, MVarId)> {
    let (ty, v) = in_goal(m, g, |m, _| {
        let d = m.local_decl(h)?;
        let ty = m.instantiate(d.ty);
        let (_, lemma) = symm_lemma(m, g, ty)?;
        let x = m.st.fvar(h);
        let v = m.mk_app(lemma.as_str(), &[x])?;
        let ty = m.infer(v)?;
        Ok((m.instantiate(ty), v))
    })?;
    crate::assert::replace_hyp(m, g, h, ty, v)
}

/// What `rw` tries on the goal it leaves: [`rfl`] without unfolding definitions. Whether it closed the goal.
///
/// # Errors
/// When the budget ends.
pub fn try_rfl_after_rw(m: &mut Meta, g: MVarId) -> Result<bool> {
    Ok(m.attempt(|m| m.with_transparency(Transparency::Reducible, |m| rfl(m, g)).map(Some))?.is_some())
}

/// States `a = b` for a goal `a ↔ b`; `None` when the target is no equivalence.
///
/// # Errors
/// When the goal is closed already.
pub fn iff_to_eq(m: &mut Meta, g: MVarId) -> Result<Option<MVarId>> {
    in_goal(m, g, |m, goal| {
        let Some((a, b)) = as_iff(&m.st, goal.target) else { return Ok(None) };
        let eq = m.mk_eq(a, b)?;
        let (e, h) = new_goal(m, eq, goal.tag);
        let c = m.st.const_(*known::IFF_OF_EQ, &[]);
        let v = m.st.apps(c, &[a, b, e]);
        m.mctx.assign(g, v);
        Ok(Some(h))
    })
}
