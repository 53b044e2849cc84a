//! `at h`, `at h ⊢`, `at *`.

use super::Script;
use turnstile_elab::term::Head;
use turnstile_elab::{Error, Result};
use turnstile_kernel::{FVarId, MVarId, Node};
use turnstile_syntax::{Ident, Location};

/// A place a tactic works at. Hypotheses are named: their identity changes as they are rewritten.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// The target.
    Goal,
    /// A hypothesis.
    Hyp(Ident),
}

/// The places of a location, or all of them.
pub(super) enum Places {
    /// These.
    Listed(Vec<Place>),
    /// `at *`
    All,
}

impl Script<'_> {
    /// The hypothesis called `id`.
    pub(super) fn local(&mut self, g: MVarId, id: &Ident) -> Result<FVarId> {
        let found = self.in_goal(g, |s, _| Ok(s.e.resolve_local(id)))?;
        if let Some((Head::Local(x), fields)) = found
            && fields.is_empty()
            && let Node::FVar(h) = self.e.m.st.node(x)
        {
            return Ok(h);
        }
        Err(Error::msg(format!("Unknown identifier `{id}`")).at(id.span))
    }

    pub(super) fn places(&self, l: Option<&Location>) -> Places {
        match l {
            None => Places::Listed(vec![Place::Goal]),
            Some(l) if l.all => Places::All,
            Some(l) => {
                let mut v: Vec<Place> = l.hyps.iter().cloned().map(Place::Hyp).collect();
                if l.goal {
                    v.push(Place::Goal);
                }
                Places::Listed(v)
            }
        }
    }

    /// The hypotheses of a location; all of the goal for `at *`.
    pub(super) fn location_hyps(&mut self, g: MVarId, l: &Location) -> Result<Vec<FVarId>> {
        if l.all {
            return self.in_goal(g, |s, _| Ok(crate::goal::hyps(&s.e.m).map(|d| d.id).collect()));
        }
        l.hyps.iter().map(|h| self.local(g, h)).collect()
    }

    /// Runs `f` at each place, on the main goal; a hypothesis is looked up by name before each. With `at *`, fails
    /// only if it fails everywhere.
    pub(super) fn at_places(
        &mut self,
        l: Option<&Location>,
        mut f: impl FnMut(&mut Self, Option<FVarId>) -> Result<()>,
    ) -> Result<()> {
        match self.places(l) {
            Places::Listed(places) => {
                for p in places {
                    let at = match &p {
                        Place::Goal => None,
                        Place::Hyp(id) => {
                            let g = self.main()?;
                            Some(self.local(g, id)?)
                        }
                    };
                    f(self, at)?;
                }
                Ok(())
            }
            Places::All => {
                let g = self.main()?;
                let ids: Vec<FVarId> =
                    self.in_goal(g, |s, _| Ok(crate::goal::hyps(&s.e.m).map(|d| d.id).collect()))?;
                let mut failure = None;
                let mut any = false;
                for at in std::iter::once(None).chain(ids.into_iter().rev().map(Some)) {
                    let Ok(g) = self.main() else { break };
                    if at.is_some_and(|h| !self.e.m.mctx.decl(g).is_some_and(|d| d.lctx.contains(h))) {
                        continue;
                    }
                    match self.attempt(|s| f(s, at))? {
                        Ok(()) => any = true,
                        Err(e) => failure = failure.or(Some(e)),
                    }
                }
                match failure {
                    Some(e) if !any => Err(e),
                    _ => Ok(()),
                }
            }
        }
    }
}
