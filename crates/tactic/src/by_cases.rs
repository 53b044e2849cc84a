//! `by_cases`: a proposition holds or does not.

use crate::goal::{case_tag, in_goal, lambda_goal};
use crate::known;
use crate::terms::Terms;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, FVarId, MVarId, Name};

/// A decision procedure for `p`: an instance, or the classical one.
///
/// # Errors
/// When there is neither.
pub fn decidable_instance(m: &mut Meta, p: Expr) -> Result<Expr> {
    let ty = m.st.app(m.st.const_(*known::DECIDABLE, &[]), p);
    match m.synth_instance(ty) {
        Ok(Some(i)) => return Ok(i),
        Ok(None) => {}
        Err(e) if e.is_resource() => return Err(e),
        Err(_) => {}
    }
    let classical = Name::new("Classical.propDecidable");
    if !m.env.contains(classical) {
        return Err(m.failed_to_synthesize(ty));
    }
    Ok(m.st.app(m.st.const_(classical, &[]), p))
}

/// Two goals: `g` with the hypothesis `name : p`, and with `name : ¬ p`.
///
/// # Errors
/// When `p` is no proposition.
pub fn by_cases(m: &mut Meta, g: MVarId, name: Name, p: Expr) -> Result<[(FVarId, MVarId); 2]> {
    in_goal(m, g, |m, goal| {
        if !m.is_prop(p)? {
            return Err(m.error_at_term("by_cases: proposition expected", p));
        }
        let p = m.instantiate(p);
        let inst = decidable_instance(m, p)?;
        let not_p = m.mk_not(p);
        let outer = m.lctx.clone();
        let branch = |m: &mut Meta, ty: Expr, tag: &str| -> Result<(Expr, FVarId, MVarId)> {
            m.with_lctx(outer.clone(), |m| {
                let x = m.push_local(name, ty, BinderInfo::Default);
                let (e, h) = lambda_goal(m, &outer, &[x], goal.target, case_tag(goal.tag, Name::new(tag)))?;
                Ok((e, m.fvar_id(x)?, h))
            })
        };
        let (pos, h1, g1) = branch(m, p, "pos")?;
        let (neg, h2, g2) = branch(m, not_p, "neg")?;
        let u = m.universe(goal.target)?;
        if !m.env.contains(*known::DITE) {
            return Err(Error::msg("unknown constant 'dite'"));
        }
        let st = &m.st;
        let v = st.apps(st.const_(*known::DITE, &[u]), &[goal.target, p, inst, pos, neg]);
        m.mctx.assign(g, v);
        Ok([(h1, g1), (h2, g2)])
    })
}
