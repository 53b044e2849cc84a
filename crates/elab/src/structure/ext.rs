//! `@[ext]` on a structure: `S.ext`, values with equal fields are equal.

use crate::elab::Elab;
use crate::env::AttrEntry;
use crate::error::{Error, Result};
use crate::inductive::Equality;
use crate::meta::Meta;
use turnstile_kernel::{BinderInfo, Expr, Level, Name};

impl Elab {
    /// Declares `S.ext` and `S.ext_iff` for the structure `name`.
    ///
    /// # Errors
    /// When `name` is not a structure.
    pub(crate) fn add_ext_theorem(&mut self, name: Name, priority: u32) -> Result<()> {
        let m = &mut self.m;
        let Some(info) = m.env.structure(name).cloned() else {
            return Err(Error::msg(format!("@[ext] attribute: '{name}' is not a structure")));
        };
        let Some(c) = m.env.get(name).cloned() else { return Ok(()) };
        let lps = c.cval().level_params.clone();
        let levels: Vec<Level> = lps.iter().map(|n| m.st.l_param(*n)).collect();
        let ext = name.str("ext");
        m.scoped(|m| {
            let (params, _) = m.open_pis(c.ty(), Some(info.num_params))?;
            m.set_binder_infos(&params, BinderInfo::Implicit);
            let s_ty = m.st.apps(m.st.const_(name, &levels), &params);
            let x = m.push_local(Name::new("x"), s_ty, BinderInfo::Implicit);
            let y = m.push_local(Name::new("y"), s_ty, BinderInfo::Implicit);
            let mut hyps = Vec::new();
            let mut eqs = Vec::new();
            for f in &info.fields {
                let p = m.st.apps(m.st.const_(f.proj, &levels), &params);
                let (a, b) = (m.st.app(p, x), m.st.app(p, y));
                if m.is_proof(a)? {
                    continue;
                }
                let t = m.mk_eq_or_heq(a, b)?;
                eqs.push(t);
                hyps.push(m.push_local(f.name, t, BinderInfo::Default));
            }
            let goal = m.mk_eq(x, y)?;
            let proof = prove_ext(m, x, y, &hyps, goal)?;
            let xs = [&params[..], &[x, y], &hyps].concat();
            let ty = m.mk_pi(&xs, goal)?;
            let value = m.mk_lambda(&xs, proof)?;
            m.add_theorem(ext, &lps, ty, value)
        })?;
        m.env.add_attr("ext", AttrEntry { decl: ext, priority, inverse: false });
        Ok(())
    }
}

/// By cases on both values the hypotheses become equations between fields.
fn prove_ext(m: &mut Meta, x: Expr, y: Expr, hyps: &[Expr], goal: Expr) -> Result<Expr> {
    let goal = m.mk_pi(hyps, goal)?;
    let (xid, yid) = (m.fvar_id(x)?, m.fvar_id(y)?);
    let proof = m.scoped(|m| {
        for h in hyps {
            let id = m.fvar_id(*h)?;
            m.lctx.remove(id);
        }
        m.eliminate(xid, goal, &mut |m, _, _, goal, _| {
            m.eliminate(yid, goal, &mut |m, _, _, goal, _| {
                let (hs, goal) = m.open_pis(goal, Some(hyps.len()))?;
                for h in &hs {
                    // Projections of constructors are evaluated, so that the equations are between variables.
                    let id = m.fvar_id(*h)?;
                    let d = m.local_decl(id)?;
                    let mut d = (*d).clone();
                    d.ty = simplify_equation(m, d.ty)?;
                    m.lctx.insert(d);
                }
                let body =
                    m.solve_equations(goal, hs.clone(), &mut |m, goal, _| match m.as_equality(goal)? {
                        Some(Equality::Eq { lhs, .. }) => m.mk_eq_refl(lhs),
                        _ => Err(m.error_at_term("internal: equation expected", goal)),
                    })?;
                m.mk_lambda(&hs, body)
            })
        })
    })?;
    Ok(m.st.apps(proof, hyps))
}

fn simplify_equation(m: &mut Meta, t: Expr) -> Result<Expr> {
    Ok(match m.as_equality(t)? {
        Some(Equality::Eq { lhs, rhs, .. }) => {
            let (a, b) = (m.whnf_core_unfold(lhs)?, m.whnf_core_unfold(rhs)?);
            m.mk_eq(a, b)?
        }
        Some(Equality::HEq { lhs, rhs, .. }) => {
            let (a, b) = (m.whnf_core_unfold(lhs)?, m.whnf_core_unfold(rhs)?);
            m.mk_heq(a, b)?
        }
        None => t,
    })
}

impl Meta {
    /// The field of a constructor application, for a projection function applied to one.
    fn whnf_core_unfold(&mut self, e: Expr) -> Result<Expr> {
        match self.unfold_step(e)? {
            Some(u) => Ok(u),
            None => Ok(e),
        }
    }
}
