//! `decide`: a decidable proposition settled by evaluating its decision procedure.

use crate::goal::{in_goal, is_const, tactic_error, tactic_error_with};
use crate::known;
use turnstile_elab::env::Transparency;
use turnstile_elab::{Meta, Piece, Result};
use turnstile_kernel::{Expr, MVarId, TypeChecker};

/// Kernel steps one evaluation may take.
const EVALUATION_STEPS: u64 = 2_000_000;

/// What evaluating a decision procedure gave.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// The proposition holds.
    True,
    /// It does not.
    False,
    /// Evaluation got stuck or took too long.
    Stuck,
}

/// Evaluates the instance of `Decidable p` for the closed proposition `p`: the verdict and the instance, or `None` when there
/// is no instance.
///
/// # Errors
/// When the budget ends.
pub fn evaluate(m: &mut Meta, p: Expr) -> Result<Option<(Verdict, Expr)>> {
    let ty = m.st.app(m.st.const_(*known::DECIDABLE, &[]), p);
    let inst = match m.synth_instance(ty) {
        Ok(Some(i)) => i,
        Ok(None) => return Ok(None),
        Err(e) if e.is_postpone() => return Ok(None),
        Err(e) => return Err(e),
    };
    let e = m.st.apps(m.st.const_(*known::DECIDABLE_DECIDE, &[]), &[p, inst]);
    let e = m.instantiate(e);
    let value = if m.st.has_mvar(e) || m.st.has_fvar(e) {
        m.whnf_at(e, Transparency::All)?
    } else {
        let mut tc = TypeChecker::new(&m.env.kernel, &m.st);
        tc.set_steps(EVALUATION_STEPS);
        match tc.whnf(e) {
            Ok(v) => v,
            Err(_) => return Ok(Some((Verdict::Stuck, inst))),
        }
    };
    let verdict = if is_const(&m.st, value, *known::BOOL_TRUE) {
        Verdict::True
    } else if is_const(&m.st, value, *known::BOOL_FALSE) {
        Verdict::False
    } else {
        Verdict::Stuck
    };
    Ok(Some((verdict, inst)))
}

/// A proof of `p` from its instance, when evaluation says it is true.
#[must_use]
pub fn proof_of_true(m: &Meta, p: Expr, inst: Expr) -> Expr {
    by_evaluation(m, *known::OF_DECIDE_TRUE, *known::BOOL_TRUE, p, inst)
}

/// A proof of `¬ p` from its instance, when evaluation says it is false.
#[must_use]
pub fn proof_of_false(m: &Meta, p: Expr, inst: Expr) -> Expr {
    by_evaluation(m, *known::OF_DECIDE_FALSE, *known::BOOL_FALSE, p, inst)
}

fn by_evaluation(
    m: &Meta,
    lemma: turnstile_kernel::Name,
    value: turnstile_kernel::Name,
    p: Expr,
    inst: Expr,
) -> Expr {
    let st = &m.st;
    let refl =
        st.apps(st.const_(*known::EQ_REFL, &[st.l_one()]), &[st.const0("Bool"), st.const_(value, &[])]);
    st.apps(st.const_(lemma, &[]), &[p, inst, refl])
}

/// Closes `g` by evaluating the decision procedure for its target.
///
/// # Errors
/// When the target has variables, is not decidable, is false, or evaluation gets stuck.
pub fn decide(m: &mut Meta, g: MVarId) -> Result<()> {
    in_goal(m, g, |m, goal| {
        let p = goal.target;
        if m.st.has_fvar(p) {
            return Err(tactic_error_with(
                m,
                "decide",
                g,
                vec![Piece::Text("expected type must not contain free variables\n  ".into()), Piece::Expr(p)],
            ));
        }
        if m.st.has_mvar(p) {
            return Err(tactic_error_with(
                m,
                "decide",
                g,
                vec![Piece::Text("expected type must not contain meta variables\n  ".into()), Piece::Expr(p)],
            ));
        }
        match evaluate(m, p)? {
            None => {
                let ty = m.st.app(m.st.const_(*known::DECIDABLE, &[]), p);
                Err(m.failed_to_synthesize(ty))
            }
            Some((Verdict::True, inst)) => {
                let v = proof_of_true(m, p, inst);
                m.mctx.assign(g, v);
                Ok(())
            }
            Some((Verdict::False, _)) => Err(m.error(vec![
                Piece::Text("Tactic `decide` proved that the proposition\n  ".into()),
                Piece::Expr(p),
                Piece::Text("\nis false".into()),
            ])),
            Some((Verdict::Stuck, _)) => Err(tactic_error(
                m,
                "decide",
                g,
                "the instance of `Decidable` did not reduce to `isTrue` or `isFalse`",
            )),
        }
    })
}
