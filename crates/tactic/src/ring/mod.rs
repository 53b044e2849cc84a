//! `ring` and `ring_nf`: equations and normal forms in commutative semirings and rings.
//!
//! Both sides of an equation are brought to a normal form: a sum of monomials in a fixed order. Every step of the way is
//! a lemma about one operation ([`ops`](mod@ops)), so that the proof is an ordinary term: B. Grégoire and A. Mahboubi, *Proving
//! equalities in a commutative ring done right in Coq*, TPHOLs 2005, without its reflection; A. Baanen, *A Lean tactic for
//! normalising ring expressions with exponents*, IJCAR 2020, for exponents with variables. Start reading at
//! [`Normalizer::eval`].

mod clean;
mod eval;
mod normalizer;
mod ops;
mod poly;

pub use clean::equation;
pub use normalizer::Normalizer;
pub use poly::{Mono, MonoKind, Poly};

use crate::goal::{in_goal, tactic_error, tactic_error_with};
use turnstile_elab::{Meta, Piece, Result};
use turnstile_kernel::{Expr, FVarId, MVarId};

/// Closes the goal `a = b` when both sides have the same normal form.
///
/// # Errors
/// When the goal is no equation in a commutative semiring, or the normal forms differ.
pub fn ring(m: &mut Meta, g: MVarId) -> Result<()> {
    in_goal(m, g, |m, goal| {
        let target = m.whnf_r(goal.target)?;
        let Some([ty, a, b]) = m.st.app_of(target, "Eq", 3).and_then(|v| <[Expr; 3]>::try_from(v).ok())
        else {
            return Err(tactic_error(m, "ring", g, "the goal is not an equation"));
        };
        let ty = m.instantiate(ty);
        let Some(mut n) = Normalizer::new(m, ty)? else { return Err(normalizer::no_ring()) };
        let ((p, hp), (q, hq)) = (n.eval(m, a)?, n.eval(m, b)?);
        if p.expr != q.expr {
            let pieces = vec![
                Piece::Text("the sides have different normal forms\n  ".into()),
                Piece::Expr(n.clean(m, &p)?),
                Piece::Text("\nand\n  ".into()),
                Piece::Expr(n.clean(m, &q)?),
            ];
            return Err(tactic_error_with(m, "ring", g, pieces));
        }
        let proof = n.trans_symm(m, a, b, p.expr, hp, hq);
        m.mctx.assign(g, proof);
        Ok(())
    })
}

/// Brings the terms of the target, or of hypothesis `at`, to normal form. Answers the goal that is left, `None` if that
/// closed it.
///
/// # Errors
/// When nothing changes.
pub fn ring_nf(m: &mut Meta, g: MVarId, at: Option<FVarId>) -> Result<Option<MVarId>> {
    clean::ring_nf(m, g, at)
}
