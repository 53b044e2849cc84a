//! Match auxiliaries: their shape, read off their type.
//!
//! `f.match_1 params motive discrs alts : motive discrs`, where the type of each alternative is `∀ fields, motive patterns`
//! (with one `Unit` argument if there is no field). Auxiliaries with further arguments, such as the proof that earlier
//! patterns do not match, are left to ordinary unfolding.

use turnstile_elab::env::MatcherInfo;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, FVarId, Name, Node};

/// Whether `n` is called like a match auxiliary.
pub(super) fn is_matcher_name(n: Name) -> bool {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    n.last_str().strip_prefix("match_").is_some_and(digits)
}

/// The shape of a match auxiliary of type `ty`; `None` if it has another one.
///
/// # Errors
/// When the budget ends.
pub(super) fn matcher_info(m: &mut Meta, ty: Expr) -> Result<Option<MatcherInfo>> {
    m.scoped(|m| {
        let (xs, result) = m.open_pis(ty, None)?;
        let st = m.st.clone();
        let (motive, discrs) = st.unapp(result);
        let Some(num_params) = xs.iter().position(|x| *x == motive) else { return Ok(None) };
        let first_alt = num_params + 1 + discrs.len();
        if xs.len() < first_alt || xs[num_params + 1..first_alt] != discrs[..] {
            return Ok(None);
        }
        let params = &xs[..num_params];
        let (mut alt_arity, mut patterns) = (Vec::new(), Vec::new());
        for alt in &xs[first_alt..] {
            let alt_ty = m.infer(*alt)?;
            let Some((arity, pats)) = alternative(m, alt_ty, motive, params, discrs.len())? else {
                return Ok(None);
            };
            alt_arity.push(arity);
            patterns.push(pats);
        }
        Ok(Some(MatcherInfo { num_params, num_discrs: discrs.len(), alt_arity, patterns }))
    })
}

/// The number of variables of an alternative, and its patterns over them and the parameters as loose bound variables.
fn alternative(
    m: &mut Meta,
    ty: Expr,
    motive: Expr,
    params: &[Expr],
    num_discrs: usize,
) -> Result<Option<(usize, Vec<Expr>)>> {
    m.scoped(|m| {
        let (fields, body) = m.open_pis(ty, None)?;
        let st = m.st.clone();
        let (h, pats) = st.unapp(body);
        if h != motive || pats.len() != num_discrs {
            return Ok(None);
        }
        let is_bound = |f: &Expr| {
            let Node::FVar(id) = st.node(*f) else { return false };
            pats.iter().any(|p| m.occurs(*p, id))
        };
        let mut arity = fields.len();
        if let [only] = fields.as_slice()
            && !is_bound(only)
        {
            let t = m.infer(*only)?;
            if !st.head_const(t).is_some_and(|n| matches!(n.as_str(), "Unit" | "PUnit")) {
                return Ok(None);
            }
            arity = 0;
        } else if fields.is_empty() || !fields.iter().all(is_bound) {
            return Ok(None);
        }
        let ids: Vec<FVarId> =
            params.iter().chain(&fields[..arity]).map(|x| m.fvar_id(*x)).collect::<Result<_>>()?;
        let pats: Vec<Expr> = pats.iter().map(|p| st.abstract_fvars(*p, &ids)).collect();
        Ok(pats.iter().all(|p| !st.has_fvar(*p)).then_some((arity, pats)))
    })
}
