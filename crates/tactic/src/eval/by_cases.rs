//! `by_cases`, `by_contra`, `if`, `split`.

use super::Script;
use crate::apply::apply_const;
use crate::by_cases::by_cases;
use crate::goal::{Goals, as_not, inaccessible};
use crate::intro::intro;
use crate::split::{split, split_hyp};
use turnstile_elab::term::ident_name;
use turnstile_elab::{Error, Result};
use turnstile_kernel::{MVarId, Name};
use turnstile_syntax::{AltRhs, BinderName, Tactic, TacticKind, Term};

impl Script<'_> {
    pub(super) fn distinction(&mut self, t: &Tactic) -> Result<()> {
        use TacticKind as T;
        match &t.kind {
            T::ByCases(name, p) => {
                let goals = self.by_cases(name.as_ref(), p)?;
                self.replace_main(goals);
                Ok(())
            }
            T::ByContra(name, ty) => self.by_contra(name.as_ref(), ty.as_ref()),
            T::If { hyp, cond, then, els } => {
                let [yes, no] = self.by_cases(hyp.as_ref(), cond)?;
                let mut open: Goals = Vec::new();
                for (g, rhs) in [(yes, Some(then)), (no, els.as_ref())] {
                    match rhs {
                        Some(AltRhs::Tactics(seq)) => {
                            self.on(vec![g], |s| {
                                s.seq(seq)?;
                                s.done(seq.span)
                            })?;
                        }
                        _ => open.push(g),
                    }
                }
                self.replace_main(open);
                Ok(())
            }
            T::Split(None, None) => {
                let g = self.main()?;
                let goals = split(&mut self.e.m, g)?;
                self.replace_main(goals);
                Ok(())
            }
            T::Split(None, l) => self.at_places(l.as_ref(), |s, at| {
                let g = s.main()?;
                let goals = match at {
                    None => split(&mut s.e.m, g)?,
                    Some(h) => split_hyp(&mut s.e.m, g, h)?.into_iter().map(|r| r.1).collect(),
                };
                s.replace_main(goals);
                Ok(())
            }),
            T::Split(Some(e), _) => Err(Error::msg("'split' at a term is not supported yet").at(e.span)),
            _ => Err(Error::msg("internal: not a case distinction")),
        }
    }

    fn by_cases(&mut self, name: Option<&BinderName>, p: &Term) -> Result<[MVarId; 2]> {
        let g = self.main()?;
        let prop = self.e.m.st.prop();
        let name = match name {
            Some(BinderName::Ident(id)) => ident_name(id),
            _ => inaccessible(Name::new("h")),
        };
        let (p, _) =
            self.elab(g, p, Some(prop), super::terms::Holes::None, turnstile_elab::SynthMode::Final)?;
        let [(_, yes), (_, no)] = by_cases(&mut self.e.m, g, name, p)?;
        Ok([yes, no])
    }

    fn by_contra(&mut self, name: Option<&BinderName>, ty: Option<&Term>) -> Result<()> {
        let g = self.main()?;
        let name = match name {
            Some(BinderName::Ident(id)) => ident_name(id),
            Some(BinderName::Hole(_)) => inaccessible(Name::new("h")),
            None => Name::new("this"),
        };
        let negated = self.in_goal(g, |s, target| Ok(as_not(&s.e.m, target).is_some()))?;
        let g = if negated {
            g
        } else {
            match apply_const(&mut self.e.m, g, Name::new("Classical.byContradiction"))?.as_slice() {
                [h] => *h,
                _ => return Err(Error::msg("'by_contra' failed")),
            }
        };
        let (x, mut h) = intro(&mut self.e.m, g, Some(name))?;
        if let Some(ty) = ty {
            let ty = self.elab_type(h, ty)?;
            h = crate::change::change_hyp(&mut self.e.m, h, x, ty)?;
        }
        self.replace_main([h]);
        Ok(())
    }
}
