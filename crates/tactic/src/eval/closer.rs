//! `tauto`, `itauto`, `cc`, `finish`, `grind`.

use super::Script;
use turnstile_elab::{Error, Result};
use turnstile_kernel::Name;
use turnstile_syntax::{CloserKind, Term};

impl Script<'_> {
    pub(super) fn closer(&mut self, kind: CloserKind, lemmas: &[Term]) -> Result<()> {
        let g = self.main()?;
        match kind {
            CloserKind::Tauto => crate::tauto::tauto(&mut self.e.m, g),
            CloserKind::Itauto => crate::tauto::itauto(&mut self.e.m, g),
            CloserKind::Cc => crate::cc::cc(&mut self.e.m, g),
            CloserKind::Finish => crate::refute::finish(&mut self.e.m, g),
            CloserKind::Grind => {
                let mut names: Vec<Name> = Vec::with_capacity(lemmas.len());
                for t in lemmas {
                    let Some(id) = t.as_ident() else {
                        return Err(Error::msg("'grind' takes names of theorems and definitions").at(t.span));
                    };
                    names.push(self.in_goal(g, |s, _| s.e.resolve_const(id))?);
                }
                crate::refute::grind(&mut self.e.m, g, &names)
            }
        }
    }
}
