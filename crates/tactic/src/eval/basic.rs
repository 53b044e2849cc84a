//! Tactics without much to say: `constructor`, `assumption`, `rfl`, `decide`, `ext`, `sorry`, …

use super::Script;
use super::patterns::Types;
use super::termination;
use crate::apply::apply_const;
use crate::assumption::assumption;
use crate::congr::congr;
use crate::constructor::{and_intros, constructor, exact_const, exfalso, left_or_right};
use crate::contradiction::contradiction;
use crate::decide::decide;
use crate::ext::{ext, funext};
use crate::goal::{Goals, inaccessible};
use crate::known;
use crate::rcases::Pat;
use crate::rfl::rfl;
use turnstile_elab::{Error, Result};
use turnstile_kernel::{MVarId, Name};
use turnstile_syntax::{RcasesPat, Span, Tactic, TacticKind};

impl Script<'_> {
    pub(super) fn basic(&mut self, t: &Tactic) -> Result<()> {
        use TacticKind as T;
        match &t.kind {
            T::NativeDecide => {
                return Err(Error::msg(
                    "'native_decide' is refused: it trusts compiled code instead of the kernel",
                ));
            }
            T::Unsupported { keyword } => {
                return Err(Error::msg(format!("the tactic '{keyword}' is not supported yet")));
            }
            T::Other { name } if termination::script(name).is_some() => return self.termination_tactic(name),
            T::Other { name } => return Err(Error::msg(format!("unknown tactic '{name}'"))),
            _ => {}
        }
        let g = self.main()?;
        match &t.kind {
            T::Constructor => {
                let goals = constructor(&mut self.e.m, g)?;
                self.replace_main(goals);
            }
            T::Left | T::Right => {
                let i = usize::from(matches!(t.kind, T::Right));
                let goals = left_or_right(&mut self.e.m, g, i)?;
                self.replace_main(goals);
            }
            T::Assumption => assumption(&mut self.e.m, g)?,
            T::Contradiction => contradiction(&mut self.e.m, g)?,
            T::Exfalso => {
                let h = exfalso(&mut self.e.m, g)?;
                self.replace_main([h]);
            }
            T::Rfl => rfl(&mut self.e.m, g)?,
            T::Decide(_) => decide(&mut self.e.m, g)?,
            T::Trivial => self.trivial()?,
            T::InferInstance => {
                let v = self.in_goal(g, |s, target| {
                    let found = s.e.m.synth_instance(target)?;
                    found.ok_or_else(|| s.e.m.failed_to_synthesize(target))
                })?;
                self.e.m.mctx.assign(g, v);
            }
            T::Funext(names) => {
                let mut types = Types::default();
                let pats = names.iter().map(|n| types.of_term(n)).collect::<Result<Vec<Pat>>>()?;
                let goals =
                    self.funext_tactic(g, &if pats.is_empty() { vec![Pat::Hole] } else { pats }, &types)?;
                self.replace_main(goals);
            }
            T::Ext { pats, depth } => self.ext_tactic(pats, *depth)?,
            T::Congr(n) => {
                let goals = congr(&mut self.e.m, g, n.map_or(usize::MAX, |n| n as usize))?;
                self.replace_main(goals);
            }
            T::AndIntros => {
                let goals = and_intros(&mut self.e.m, g)?;
                self.replace_main(goals);
            }
            T::Sorry | T::Admit => self.admit(g, t.span)?,
            T::Plausible => {
                crate::plausible::plausible(&mut self.e.m, g)?;
                self.admit(g, t.span)?;
            }
            _ => return Err(Error::msg("this tactic is not supported yet")),
        }
        self.prune();
        Ok(())
    }

    /// Closes `g` with `sorry`.
    pub(super) fn admit(&mut self, g: MVarId, span: Span) -> Result<()> {
        let v = self.in_goal(g, |s, target| {
            s.e.in_tactic = true;
            s.e.record_sorry(span, target);
            s.e.mk_sorry(target)
        })?;
        self.e.m.mctx.assign(g, v);
        Ok(())
    }

    fn ext_tactic(&mut self, pats: &[RcasesPat], depth: Option<u32>) -> Result<()> {
        let g = self.main()?;
        let mut types = Types::default();
        let mut names = Vec::with_capacity(pats.len());
        // What a pattern takes apart has a name that no text can have until then.
        let mut apart: Vec<(Name, Pat)> = Vec::new();
        for p in pats {
            names.push(match types.of_rcases(p) {
                Pat::Name(n) => Some(n),
                Pat::Hole => None,
                p => {
                    let name = Name::anon().str("ext").num(apart.len() as u64);
                    apart.push((name, p));
                    Some(name)
                }
            });
        }
        let mut it = names.into_iter();
        let depth = depth.map_or(1_000, |d| d as usize);
        let mut goals = ext(&mut self.e.m, g, depth, &mut || it.next().flatten())?;
        for (name, pat) in apart {
            let mut next = Goals::new();
            for g in goals {
                let x = crate::goal::goal_decl(&self.e.m, g)?.lctx.find(name).map(|d| d.id);
                match x {
                    Some(x) => {
                        let x = self.e.m.st.fvar(x);
                        next.extend(self.rcases_with(g, &[(x, pat.clone())], types.clone())?);
                    }
                    None => next.push(g),
                }
            }
            goals = next;
        }
        self.replace_main(goals);
        Ok(())
    }

    /// `funext` for each pattern.
    fn funext_tactic(&mut self, g: MVarId, pats: &[Pat], types: &Types) -> Result<Goals> {
        let mut goals = vec![g];
        for p in pats {
            let mut next = Goals::new();
            for g in goals {
                let name = match p {
                    Pat::Name(n) => *n,
                    _ => inaccessible(Name::new("x")),
                };
                let (x, h) = funext(&mut self.e.m, g, Some(name))?;
                match p {
                    Pat::Name(_) | Pat::Hole => next.push(h),
                    _ => {
                        let x = self.e.m.st.fvar(x);
                        next.extend(self.rcases_with(h, &[(x, p.clone())], types.clone())?);
                    }
                }
            }
            goals = next;
        }
        Ok(goals)
    }

    /// `trivial`: whatever of `rfl`, `assumption`, `True.intro`, `decide`, `contradiction`, `And.intro` does it.
    pub(super) fn trivial(&mut self) -> Result<()> {
        let g = self.main()?;
        if self.attempt(|s| assumption(&mut s.e.m, g))?.is_ok()
            || self.attempt(|s| rfl(&mut s.e.m, g))?.is_ok()
            || self.attempt(|s| contradiction(&mut s.e.m, g))?.is_ok()
            || self.attempt(|s| decide(&mut s.e.m, g))?.is_ok()
            || self.attempt(|s| exact_const(&mut s.e.m, g, *known::TRUE_INTRO))?.is_ok()
        {
            self.prune();
            return Ok(());
        }
        let split = self.attempt(|s| {
            let goals = apply_const(&mut s.e.m, g, Name::new("And.intro"))?;
            s.on(goals, |s| s.all_goals(Self::trivial))?;
            Ok(())
        })?;
        if split.is_ok() {
            self.prune();
            return Ok(());
        }
        Err(self.in_goal(g, |s, _| {
            Ok(crate::goal::tactic_error(&s.e.m, "trivial", g, "none of its closing tactics applies"))
        })?)
    }
}
