//! Normal forms as people write them, and `ring_nf`.

use super::normalizer::Normalizer;
use super::poly::{Mono, Poly};
use crate::goal::{in_goal, tactic_error};
use num_bigint::{BigInt, Sign};
use num_traits::{One, Signed};
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Expr, FVarId, MVarId, Node};

impl Normalizer {
    /// The numeral `k ≥ 0`.
    fn plain_numeral(&self, m: &mut Meta, k: &BigInt) -> Result<Expr> {
        let n = m.st.nat(k.magnitude().clone());
        let of = turnstile_kernel::Name::new("OfNat.ofNat");
        match m.mk_app_opt(of, &[Some(self.ty), Some(n), None]) {
            Err(e) if e.is_resource() => Err(e),
            Err(_) => Ok(self.coefficient(m, k)),
            Ok(e) => Ok(e),
        }
    }

    /// A monomial with the absolute value of its coefficient.
    fn clean_mono(&self, m: &mut Meta, a: &Mono) -> Result<Expr> {
        let mut out: Option<Expr> = None;
        for (i, e) in a.powers() {
            let x = self.atoms[i];
            let x = match e {
                1 => x,
                _ => {
                    let n = m.mk_nat_lit(&e.into());
                    m.mk_app("HPow.hPow", &[x, n])?
                }
            };
            out = Some(match out {
                Some(p) => m.mk_app("HMul.hMul", &[p, x])?,
                None => x,
            });
        }
        let k = a.coefficient().abs();
        match out {
            Some(p) if k.is_one() => Ok(p),
            Some(p) => {
                let k = self.plain_numeral(m, &k)?;
                m.mk_app("HMul.hMul", &[p, k])
            }
            None => self.plain_numeral(m, &k),
        }
    }

    /// The polynomial as a sum and difference of monomials.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn clean(&self, m: &mut Meta, p: &Poly) -> Result<Expr> {
        let mut out: Option<Expr> = None;
        let monos: Vec<_> = p.monos().cloned().collect();
        for a in monos {
            let t = self.clean_mono(m, &a)?;
            let negative = a.coefficient().sign() == Sign::Minus;
            out = Some(match (out, negative) {
                (None, false) => t,
                (None, true) => m.mk_app("Neg.neg", &[t])?,
                (Some(s), false) => m.mk_app("HAdd.hAdd", &[s, t])?,
                (Some(s), true) => m.mk_app("HSub.hSub", &[s, t])?,
            });
        }
        match out {
            Some(e) => Ok(e),
            None => self.plain_numeral(m, &BigInt::ZERO),
        }
    }
}

/// The largest subterms of `e` that are sums, products or powers, outermost first.
fn ring_terms(m: &mut Meta, e: Expr, out: &mut Vec<Expr>) {
    if out.len() > 32 {
        return;
    }
    let (h, args) = m.st.unapp(e);
    let is_operation = m.st.as_const(h).is_some_and(|c| {
        matches!(
            c.0.as_str(),
            "HAdd.hAdd" | "HMul.hMul" | "HPow.hPow" | "HSub.hSub" | "Neg.neg" | "HDiv.hDiv"
        )
    });
    if is_operation && m.st.loose(e) == 0 {
        if !out.contains(&e) {
            out.push(e);
        }
        return;
    }
    if matches!(m.st.node(e), Node::App(..)) {
        for a in args {
            ring_terms(m, a, out);
        }
    } else if let Node::Pi(_, d, b) = m.st.node(e) {
        ring_terms(m, d, out);
        ring_terms(m, b, out);
    }
}

/// A proof of `e = clean form of e`, if they differ. Atoms are put in an order that does not depend on `e`.
///
/// # Errors
/// When the budget ends or the polynomials grow too large.
pub fn equation(m: &mut Meta, e: Expr) -> Result<Option<Expr>> {
    let ty = m.infer(e)?;
    let ty = m.instantiate(ty);
    let Some(mut n) = Normalizer::new(m, ty)? else { return Ok(None) };
    n.eval(m, e)?;
    n.sort_atoms(m);
    let (p, hp) = n.eval(m, e)?;
    let c = n.clean(m, &p)?;
    if m.st.alpha_eq(c, e) {
        return Ok(None);
    }
    let (q, hq) = n.eval(m, c)?;
    if q.expr != p.expr {
        return Err(Error::msg("internal: the clean form is another polynomial"));
    }
    Ok(Some(n.trans_symm(m, e, c, p.expr, hp, hq)))
}

pub(super) fn ring_nf(m: &mut Meta, g: MVarId, at: Option<FVarId>) -> Result<Option<MVarId>> {
    let terms = in_goal(m, g, |m, goal| {
        let e = match at {
            Some(h) => {
                let t = m.local_decl(h)?.ty;
                m.instantiate(t)
            }
            None => goal.target,
        };
        let mut out = Vec::new();
        ring_terms(m, e, &mut out);
        Ok(out)
    })?;
    let (mut g, mut at, mut changed) = (g, at, false);
    for t in terms {
        m.tick()?;
        let eq = in_goal(m, g, |m, _| match equation(m, t) {
            Err(e) if e.is_resource() => Err(e),
            Ok(eq) => Ok(eq),
            Err(_) => Ok(None),
        })?;
        let Some(eq) = eq else { continue };
        let s = m.save();
        // A term that an earlier step has changed is gone.
        let r = match at {
            None => crate::rewrite::rewrite_target(m, g, eq, false).map(|gs| (gs.first().copied(), None)),
            Some(h) => {
                crate::rewrite::rewrite_hyp(m, g, h, eq, false).map(|r| (r.1.first().copied(), Some(r.0)))
            }
        };
        match r {
            Ok((Some(h), new)) => {
                (g, changed) = (h, true);
                at = new.or(at);
            }
            Ok((None, _)) => return Ok(None),
            Err(e) if e.is_resource() => return Err(e),
            Err(_) => m.restore(&s),
        }
    }
    if !changed {
        return Err(tactic_error(m, "ring_nf", g, "nothing changes"));
    }
    if at.is_none() && crate::rfl::try_rfl_after_rw(m, g)? {
        return Ok(None);
    }
    Ok(Some(g))
}
