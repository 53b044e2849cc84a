//! Tactics on the context: `intro`, `revert`, `clear`, `generalize`, `subst`, `injection`, …

use super::Script;
use super::control::names_of;
use super::patterns::Types;
use super::terms::Holes;
use crate::assumption::assumption;
use crate::generalize::generalize;
use crate::goal::inaccessible;
use crate::injection::{injection, injections};
use crate::intro::{intro_n, intros};
use crate::rcases::Pat;
use crate::revert::{clear, rename, rename_inaccessible, revert};
use crate::subst::{subst, subst_vars};
use turnstile_elab::term::ident_name;
use turnstile_elab::{Error, Result, SynthMode};
use turnstile_kernel::{FVarId, MVarId, Name};
use turnstile_syntax::{GeneralizeArg, Ident, Location, Tactic, TacticKind, Term};

impl Script<'_> {
    pub(super) fn hypothesis_tactic(&mut self, t: &Tactic) -> Result<()> {
        use TacticKind as T;
        let g = self.main()?;
        match &t.kind {
            T::Intro(pats) => {
                let mut types = Types::default();
                let mut pats = pats.iter().map(|p| types.of_term(p)).collect::<Result<Vec<Pat>>>()?;
                if pats.is_empty() {
                    pats.push(Pat::Hole);
                }
                let goals = self.rintro_with(g, &pats, types)?;
                self.replace_main(goals);
            }
            T::IntroMatch(alts) => self.intro_match(alts, t.span)?,
            T::Intros(names) if names.is_empty() => {
                let (_, h) = intros(&mut self.e.m, g)?;
                self.replace_main([h]);
            }
            T::Intros(names) => {
                let (_, h) = crate::intro::intro_names(&mut self.e.m, g, &names_of(names))?;
                self.replace_main([h]);
            }
            T::Rintro(pats) => {
                let mut types = Types::default();
                let pats: Vec<Pat> = pats.iter().map(|p| types.of_rcases(p)).collect();
                let goals = self.rintro_with(g, &pats, types)?;
                self.replace_main(goals);
            }
            T::Revert(xs) => {
                let ids = xs.iter().map(|x| self.hypothesis(g, x)).collect::<Result<Vec<FVarId>>>()?;
                let (_, h) = revert(&mut self.e.m, g, &ids)?;
                self.replace_main([h]);
            }
            T::Clear(xs) => {
                let mut ids = xs.iter().map(|x| self.hypothesis(g, x)).collect::<Result<Vec<FVarId>>>()?;
                ids.sort_unstable();
                let h = ids.iter().rev().try_fold(g, |g, id| clear(&mut self.e.m, g, *id))?;
                self.replace_main([h]);
            }
            T::RenameI(names) => {
                let h = rename_inaccessible(&mut self.e.m, g, &names_of(names))?;
                self.replace_main([h]);
            }
            T::Rename(pairs) => pairs.iter().try_for_each(|(ty, name)| self.rename_by_type(ty, name))?,
            T::Generalize { args, location } => self.generalize_tactic(g, args, location.as_ref())?,
            T::Subst(xs) => {
                // A name is looked up afresh each time: replacing one variable may rebuild the others.
                for x in xs {
                    let g = self.main()?;
                    let h = self.hypothesis_or_proof(g, x)?;
                    let g = self.main()?;
                    let (_, h) = subst(&mut self.e.m, g, h).map_err(|e| e.at(x.span))?;
                    self.replace_main([h]);
                }
            }
            T::SubstVars => {
                let h = subst_vars(&mut self.e.m, g)?;
                self.replace_main([h]);
            }
            T::Injection(x, names) => {
                let h = self.hypothesis_or_proof(g, x)?;
                let g = self.main()?;
                let r = injection(&mut self.e.m, g, h, &names_of(names))?;
                self.replace_main(r.as_ref().map(|r| r.1));
                // The new hypotheses may be what is asked for.
                if let Some((_, h)) = r {
                    let _ = self.attempt(|s| assumption(&mut s.e.m, h))?;
                }
            }
            T::Injections(names) => {
                let r = injections(&mut self.e.m, g, &names_of(names))?;
                self.replace_main(r);
                if let Some(h) = r {
                    let _ = self.attempt(|s| assumption(&mut s.e.m, h))?;
                }
            }
            _ => return Err(Error::msg("internal: not a tactic on hypotheses")),
        }
        Ok(())
    }

    /// The hypothesis a term names, or a new one for a proof term; the main goal has it afterwards.
    fn hypothesis_or_proof(&mut self, g: MVarId, t: &Term) -> Result<FVarId> {
        if let Some(id) = t.unparen().as_ident()
            && let Ok(x) = self.local(g, id)
        {
            return Ok(x);
        }
        let (v, _) = self.elab(g, t, None, Holes::None, SynthMode::Final)?;
        let ty = self.in_goal(g, |s, _| {
            let ty = s.e.m.infer(v)?;
            Ok(s.e.m.instantiate(ty))
        })?;
        let (h, g) = crate::assert::note(&mut self.e.m, g, inaccessible(Name::new("h")), ty, v)?;
        self.replace_main([g]);
        Ok(h)
    }

    fn rename_by_type(&mut self, ty: &Term, name: &Ident) -> Result<()> {
        let g = self.main()?;
        let found = self.in_goal(g, |s, _| {
            let ty = s.e.elab_type(ty)?;
            s.e.synthesize(SynthMode::NoPostpone)?;
            let decls: Vec<_> = s.e.m.lctx.iter().rev().filter(|d| !d.is_aux).cloned().collect();
            for d in decls {
                if s.e.m.is_def_eq(d.ty, ty)? {
                    return Ok(Some(d.id));
                }
            }
            Ok(None)
        })?;
        let Some(id) = found else {
            return Err(Error::msg("failed to find a hypothesis with this type").at(ty.span));
        };
        let h = rename(&mut self.e.m, g, id, ident_name(name))?;
        self.replace_main([h]);
        Ok(())
    }

    fn generalize_tactic(
        &mut self,
        g: MVarId,
        args: &[GeneralizeArg],
        location: Option<&Location>,
    ) -> Result<()> {
        let mut g = g;
        // With `at`, the hypotheses are made part of the target for the time being.
        let mut names: Vec<Name> = Vec::new();
        if let Some(l) = location {
            let ids = self.location_hyps(g, l)?;
            let lctx = crate::goal::goal_decl(&self.e.m, g)?.lctx.clone();
            let (all, h) = revert(&mut self.e.m, g, &ids)?;
            names = all.iter().map(|i| lctx.get(*i).map_or_else(Name::anon, |d| d.name)).collect();
            g = h;
        }
        for a in args {
            let (v, _) = self.elab(g, &a.term, None, Holes::None, SynthMode::Final)?;
            let x = a
                .var
                .as_ref()
                .and_then(|n| n.ident())
                .map_or_else(|| inaccessible(Name::new("x")), ident_name);
            let eq =
                a.hyp.as_ref().map(|n| n.ident().map_or_else(|| inaccessible(Name::new("h")), ident_name));
            let (_, h) = generalize(&mut self.e.m, g, &[(v, x, eq)])?;
            g = h;
        }
        let (_, h) = intro_n(&mut self.e.m, g, names.len(), |i, _| names[i])?;
        self.replace_main([h]);
        Ok(())
    }
}
