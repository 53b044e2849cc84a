//! What a step noted down: enough to write the proof term when the premises have theirs.

use super::rewrite::Rewriting;
use smallvec::SmallVec;
use std::rc::Rc;
use turnstile_elab::{Error, LocalContext, Meta, Result};
use turnstile_kernel::{Binder, Expr, FVarId};

/// How a sequent follows from the premises.
#[derive(Clone)]
pub enum Inference {
    /// From none: this term proves it.
    Exact(Expr),
    /// The function applied to these arguments, the premises' proofs in the places left open.
    Apply {
        /// The function.
        head: Expr,
        /// Its arguments.
        args: SmallVec<[Option<Expr>; 4]>,
    },
    /// `fun xs => premise`
    Intro {
        /// The variables.
        vars: SmallVec<[FVarId; 4]>,
        /// A context with them.
        lctx: LocalContext,
    },
    /// Equals for equals in the target.
    Rewrite(Rc<Rewriting>),
    /// A recursor or `casesOn` applied to parameters and motive: `before` the minor premises and `after` them.
    Eliminate {
        /// What comes before the minor premises.
        before: Expr,
        /// For each of them the variables it binds, and a context with these.
        minors: Rc<[(Vec<FVarId>, LocalContext)]>,
        /// What comes after.
        after: Option<Expr>,
    },
}

impl Inference {
    /// The proof, given those of the premises. `m` is in the context of the sequent.
    ///
    /// # Errors
    /// When the budget ends.
    pub(super) fn term(&self, m: &mut Meta, premises: &[Expr]) -> Result<Expr> {
        let st = m.st.clone();
        Ok(match self {
            Inference::Exact(e) => *e,
            Inference::Apply { head, args } => {
                let mut premises = premises.iter();
                // There are as many premises as open places.
                args.iter()
                    .filter_map(|a| a.or_else(|| premises.next().copied()))
                    .fold(*head, |f, a| st.app(f, a))
            }
            Inference::Intro { vars, lctx } => {
                let Some(p) = premises.first() else {
                    return Err(Error::msg("internal: a premise is missing"));
                };
                bind(m, lctx, vars, *p)
            }
            Inference::Rewrite(r) => r.term(m, premises.first().copied())?,
            Inference::Eliminate { before, minors, after } => {
                let mut e = *before;
                for ((vars, lctx), p) in minors.iter().zip(premises) {
                    e = st.app(e, bind(m, lctx, vars, *p));
                }
                after.map_or(e, |x| st.app(e, x))
            }
        })
    }
}

/// `fun vars => e`
fn bind(m: &Meta, lctx: &LocalContext, vars: &[FVarId], e: Expr) -> Expr {
    let st = &m.st;
    let mut r = st.abstract_fvars(e, vars);
    for (i, x) in vars.iter().enumerate().rev() {
        let Some(d) = lctx.get(*x) else { continue };
        let ty = st.abstract_fvars(d.ty, &vars[..i]);
        r = st.lam(Binder::with_info(d.name, d.info), ty, r);
    }
    r
}
