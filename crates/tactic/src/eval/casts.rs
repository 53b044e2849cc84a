//! `norm_cast`, `push_cast` and what is done up to coercions.

use super::Script;
use super::terms::Holes;
use crate::conv::ConvGoal;
use crate::goal::in_goal;
use crate::norm_cast::{norm_cast, push_cast};
use crate::simp::SimpResult;
use crate::terms::Terms;
use turnstile_elab::{Meta, Result, SynthMode};
use turnstile_kernel::{Expr, FVarId, MVarId, Name};
use turnstile_syntax::{CastTactic, Term};

impl Script<'_> {
    pub(super) fn casts(&mut self, t: &CastTactic) -> Result<()> {
        match t {
            CastTactic::Norm(l) => self.at_places(l.as_ref(), |s, at| s.replace_by(at, norm_cast)),
            CastTactic::Push(terms, l) => {
                let g = self.main()?;
                let mut extra = Vec::with_capacity(terms.len());
                for t in terms {
                    extra.push(self.simp_arg(g, t, false)?);
                }
                self.at_places(l.as_ref(), |s, at| s.replace_by(at, |m, e| push_cast(m, e, extra.clone())))
            }
            CastTactic::Exact(e) => self.exact_mod_cast(e),
            CastTactic::Apply(e) => {
                self.replace_by(None, norm_cast)?;
                let g = self.main()?;
                let (f, _) = self.elab_function(g, e)?;
                let (_, g) = self.normalized_note(g, f)?;
                self.on_hypothesis_apply(g)
            }
            CastTactic::Assumption => {
                self.replace_by(None, norm_cast)?;
                let g = self.main()?;
                let hyps = crate::simp::location::propositions(&mut self.e.m, g)?;
                for h in hyps {
                    let g = self.main()?;
                    if !crate::goal::goal_decl(&self.e.m, g)?.lctx.contains(h) {
                        continue;
                    }
                    self.replace_by(Some(h), norm_cast)?;
                }
                let g = self.main()?;
                crate::assumption::assumption(&mut self.e.m, g)
            }
        }
    }

    /// Puts what `f` makes of it in the place of the target or of a hypothesis. No change is fine.
    fn replace_by(
        &mut self,
        at: Option<FVarId>,
        f: impl Fn(&mut Meta, Expr) -> Result<SimpResult>,
    ) -> Result<()> {
        let g = self.main()?;
        let m = &mut self.e.m;
        let Some(h) = at else {
            let conv = ConvGoal::of(m, g);
            let h = in_goal(m, g, |m, goal| {
                let old = conv.map_or(goal.target, |c| c.lhs);
                let r = f(m, old)?;
                if r.expr == old {
                    return Ok(g);
                }
                if let Some(c) = conv {
                    return c.update(m, r.expr, r.proof);
                }
                let (e, h) = crate::goal::new_goal(m, r.expr, goal.tag);
                let v = match r.proof {
                    Some(p) => m.mk_eq_mpr(goal.target, r.expr, p, e)?,
                    None => e,
                };
                m.mctx.assign(g, v);
                Ok(h)
            })?;
            self.replace_main([h]);
            if let Ok(g) = self.main()
                && in_goal(&mut self.e.m, g, |m, goal| {
                    Ok(crate::goal::is_const(&m.st, goal.target, *crate::known::TRUE))
                })?
            {
                let proof = self.e.m.st.const_(*crate::known::TRUE_INTRO, &[]);
                self.e.m.mctx.assign(g, proof);
                self.prune();
            }
            return Ok(());
        };
        let changed = in_goal(m, g, |m, _| {
            let old = m.local_decl(h)?.ty;
            let old = m.instantiate(old);
            let r = f(m, old)?;
            if r.expr == old {
                return Ok(None);
            }
            let x = m.st.fvar(h);
            let v = match r.proof {
                Some(p) => m.mk_eq_mp(old, r.expr, p, x)?,
                None => x,
            };
            Ok(Some((r.expr, v)))
        })?;
        if let Some((ty, v)) = changed {
            let (_, g) = crate::assert::replace_hyp(&mut self.e.m, g, h, ty, v)?;
            self.replace_main([g]);
        }
        Ok(())
    }

    /// The normal form of what `e` proves, as a new hypothesis.
    fn normalized_note(&mut self, g: MVarId, e: Expr) -> Result<(FVarId, MVarId)> {
        let (ty, v) = in_goal(&mut self.e.m, g, |m, _| {
            let ty = m.infer(e)?;
            let ty = m.instantiate(ty);
            let r = norm_cast(m, ty)?;
            let v = match r.proof {
                Some(p) => m.mk_eq_mp(ty, r.expr, p, e)?,
                None => e,
            };
            Ok((r.expr, v))
        })?;
        crate::assert::note(&mut self.e.m, g, Name::new("this").num(0), ty, v)
    }

    fn exact_mod_cast(&mut self, t: &Term) -> Result<()> {
        self.replace_by(None, norm_cast)?;
        let g = self.main()?;
        // The term may be of the type that is asked for as it is.
        let target = crate::goal::target(&self.e.m, g)?;
        let plain = self.attempt(|s| {
            let (v, _) = s.elab(g, t, Some(target), Holes::None, SynthMode::Final)?;
            crate::apply::exact_term(&mut s.e.m, g, v)
        })?;
        if plain.is_ok() {
            self.prune();
            return Ok(());
        }
        let (v, _) = self.elab(g, t, None, Holes::None, SynthMode::Final)?;
        let (h, g) = self.normalized_note(g, v)?;
        let x = self.e.m.st.fvar(h);
        crate::apply::exact_term(&mut self.e.m, g, x)?;
        self.replace_main([]);
        Ok(())
    }

    /// Applies the newest hypothesis of `g`.
    fn on_hypothesis_apply(&mut self, g: MVarId) -> Result<()> {
        let h = crate::goal::goal_decl(&self.e.m, g)?.lctx.iter().next_back().map(|d| d.id);
        let Some(h) = h else { return Err(turnstile_elab::Error::msg("internal: no hypothesis")) };
        let x = self.e.m.st.fvar(h);
        let goals = crate::apply::apply(&mut self.e.m, g, x)?;
        self.replace_main(goals);
        Ok(())
    }
}
