//! `ring`, `linarith` and their kin, `norm_num`, `interval_cases`.

use super::Script;
use super::location::{Place, Places};
use super::terms::Holes;
use crate::simp::SimpCall;
use turnstile_elab::{Error, Result, SynthMode};
use turnstile_kernel::Expr;
use turnstile_syntax::{ArithKind, Location, Term};

impl Script<'_> {
    pub(super) fn arithmetic(
        &mut self,
        kind: ArithKind,
        only: bool,
        args: &[Term],
        location: Option<&Location>,
    ) -> Result<()> {
        let g = self.main()?;
        match kind {
            ArithKind::Ring => crate::ring::ring(&mut self.e.m, g)?,
            ArithKind::RingNf => return self.ring_nf(location),
            ArithKind::Positivity => crate::linarith::positivity(&mut self.e.m, g)?,
            ArithKind::Linarith | ArithKind::Nlinarith => {
                let extra = self.proofs(args)?;
                let call = crate::linarith::Call { only, products: kind == ArithKind::Nlinarith };
                crate::linarith::linarith_with(&mut self.e.m, g, &extra, call)?;
            }
            ArithKind::IntervalCases => {
                let terms = match args {
                    [] => return Err(Error::msg("interval_cases needs a variable")),
                    _ => self.proofs(args)?,
                };
                let mut goals = vec![g];
                for x in terms {
                    let mut next = Vec::new();
                    for g in goals {
                        next.extend(crate::interval_cases::interval_cases(&mut self.e.m, g, x)?);
                    }
                    goals = next;
                }
                self.replace_main(goals);
            }
        }
        self.prune();
        Ok(())
    }

    /// The terms in the context of the main goal.
    fn proofs(&mut self, args: &[Term]) -> Result<Vec<Expr>> {
        let g = self.main()?;
        args.iter().map(|t| Ok(self.elab(g, t, None, Holes::None, SynthMode::Final)?.0)).collect()
    }

    fn ring_nf(&mut self, location: Option<&Location>) -> Result<()> {
        let places = match self.places(location) {
            Places::Listed(v) => v,
            Places::All => {
                let g = self.main()?;
                let hyps = self.in_goal(g, |s, _| {
                    let all: Vec<_> = crate::goal::hyps(&s.e.m).cloned().collect();
                    let mut out = Vec::new();
                    for d in all {
                        if s.e.m.is_prop(d.ty)? {
                            out.push(d.id);
                        }
                    }
                    Ok(out)
                })?;
                let mut changed = false;
                for h in hyps {
                    let g = self.main()?;
                    if let Ok(left) = self.attempt(|s| crate::ring::ring_nf(&mut s.e.m, g, Some(h)))? {
                        changed = true;
                        self.replace_main(left);
                    }
                }
                let g = self.main()?;
                return match self.attempt(|s| crate::ring::ring_nf(&mut s.e.m, g, None))? {
                    Ok(left) => {
                        self.replace_main(left);
                        Ok(())
                    }
                    Err(_) if changed => Ok(()),
                    Err(e) => Err(e),
                };
            }
        };
        for p in places {
            let g = self.main()?;
            let at = match p {
                Place::Goal => None,
                Place::Hyp(id) => Some(self.local(g, &id)?),
            };
            let left = crate::ring::ring_nf(&mut self.e.m, g, at)?;
            self.replace_main(left);
        }
        Ok(())
    }

    /// `norm_num`: simplification that also evaluates decision procedures and normalises what is left.
    pub(super) fn norm_num(&mut self, call: SimpCall, location: Option<&Location>) -> Result<()> {
        let g = self.main()?;
        let at = match location {
            None => crate::simp::location::Location::At(vec![], true),
            Some(l) if l.all => crate::simp::location::Location::Everywhere,
            Some(l) => crate::simp::location::Location::At(self.location_hyps(g, l)?, l.goal),
        };
        let left = crate::norm_num::norm_num(&mut self.e.m, g, &at, call)?;
        self.replace_main(left);
        Ok(())
    }
}
