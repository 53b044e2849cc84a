//! `if … then … else …`: the condition first; the branches wait until it is known that they are needed.

use super::engine::{Simp, SimpResult};
use crate::known;
use crate::terms::Terms;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, Name};

impl Simp<'_> {
    /// `if c then a else b` with a decided condition.
    pub(super) fn conditional(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let st = self.m.st.clone();
        let (f, args) = st.unapp(e);
        let Some((n, ls)) = st.as_const(f) else { return Ok(None) };
        let dependent = n == *known::DITE;
        if !(dependent || n == *known::ITE) || args.len() < 5 {
            return Ok(None);
        }
        let c = self.visit(args[1])?;
        let yes = crate::goal::is_const(&st, c.expr, *known::TRUE);
        if !yes && !crate::goal::is_const(&st, c.expr, *known::FALSE) {
            return if dependent && args.len() == 5 { self.dependent_condition(&args, c) } else { Ok(None) };
        }
        let h = match c.proof {
            Some(h) => h,
            None => self.m.mk_eq_refl(c.expr)?,
        };
        let branch = args[if yes { 3 } else { 4 }];
        let (lemma, value) = match (dependent, yes) {
            (false, true) => ("ite_cond_eq_true", branch),
            (false, false) => ("ite_cond_eq_false", branch),
            (true, true) => ("dite_cond_eq_true", st.apps(st.const0("of_eq_true"), &[args[1], h])),
            (true, false) => ("dite_cond_eq_false", st.apps(st.const0("of_eq_false"), &[args[1], h])),
        };
        let lemma = st.const_(Name::new(lemma), &st.level_list(ls));
        let mut proof = st.apps(lemma, &[args[0], args[1], args[2], args[3], args[4], h]);
        let mut expr = if dependent { st.beta(branch, &[value]) } else { value };
        let mut old = st.apps(f, &args[..5]);
        for a in &args[5..] {
            if let Some(p) = self.congr_step((old, expr, Some(proof)), (*a, *a, None))? {
                proof = p;
            }
            old = st.app(old, *a);
            expr = st.beta(expr, &[*a]);
        }
        Ok(Some(SimpResult { expr, proof: Some(proof) }))
    }

    /// `if h : c then a else b` with a simpler condition; the branches get its proof through the equation.
    fn dependent_condition(&mut self, args: &[Expr], c: SimpResult) -> Result<Option<SimpResult>> {
        let (Some(h), [ty, old, inst, t, e]) = (c.proof, args) else { return Ok(None) };
        if c.expr == *old {
            return Ok(None);
        }
        let class = self.m.st.app(self.m.st.const_(*known::DECIDABLE, &[]), c.expr);
        let new_inst = match self.m.synth_instance(class) {
            Ok(Some(i)) => i,
            Err(e) if e.is_resource() => return Err(e),
            _ => return Ok(None),
        };
        let (old, inst, t, e, ty) = (*old, *inst, *t, *e, *ty);
        let build = |m: &mut Meta| -> Result<Expr> {
            let branch =
                |m: &mut Meta, f: Expr, cond: Expr, value: &dyn Fn(&mut Meta, Expr) -> Result<Expr>| {
                    m.scoped(|m| -> Result<(Expr, Expr)> {
                        let x = m.push_local(Name::new("h"), cond, BinderInfo::Default);
                        let v = value(m, x)?;
                        let body = m.st.beta(f, &[v]);
                        let refl = m.mk_eq_refl(body)?;
                        Ok((m.mk_lambda(&[x], body)?, m.mk_lambda(&[x], refl)?))
                    })
                };
            let (u, hu) = branch(m, t, c.expr, &|m, x| m.mk_eq_mpr(old, c.expr, h, x))?;
            let no = m.mk_not(c.expr);
            let (v, hv) = branch(m, e, no, &|m, x| {
                m.scoped(|m| {
                    let y = m.push_local(Name::new("h"), old, BinderInfo::Default);
                    let p = m.mk_eq_mp(old, c.expr, h, y)?;
                    let body = m.st.app(x, p);
                    m.mk_lambda(&[y], body)
                })
            })?;
            let all = [old, c.expr, ty, inst, new_inst, t, u, e, v, h, hu, hv];
            let all: Vec<Option<Expr>> = all.into_iter().map(Some).collect();
            m.mk_app_opt(Name::new("dite_congr"), &all)
        };
        let saved = self.m.save();
        let proof = match build(self.m) {
            Ok(p) => p,
            Err(e) if e.is_resource() => return Err(e),
            Err(_) => {
                self.m.restore(&saved);
                return Ok(None);
            }
        };
        let eq = self.type_of(proof)?;
        Ok(crate::goal::as_eq(&self.m.st, eq).map(|(_, _, expr)| SimpResult { expr, proof: Some(proof) }))
    }
}
