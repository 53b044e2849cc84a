//! Patterns of `rcases`, `obtain`, `rintro` and `intro` from their syntax.

use super::Script;
use crate::change::change_hyp;
use crate::goal::Goals;
use crate::rcases::{Host, Pat, rcases, rintro};
use turnstile_elab::term::ident_name;
use turnstile_elab::{Error, Meta, Result, SynthMode};
use turnstile_kernel::{Expr, FVarId, MVarId};
use turnstile_syntax::{RcasesKind, RcasesPat, Term, TermKind};

/// The types written in patterns, numbered.
#[derive(Clone, Default)]
pub(super) struct Types(Vec<Term>);

impl Types {
    /// A pattern of `rcases`.
    pub(super) fn of_rcases(&mut self, p: &RcasesPat) -> Pat {
        match &p.kind {
            RcasesKind::Name(id) if id.is("rfl") => Pat::Rfl,
            RcasesKind::Name(id) if id.is("_") => Pat::Hole,
            RcasesKind::Name(id) => Pat::Name(ident_name(id)),
            RcasesKind::Hole => Pat::Hole,
            RcasesKind::Clear => Pat::Clear,
            RcasesKind::Explicit(p) => Pat::Explicit(Box::new(self.of_rcases(p))),
            RcasesKind::Tuple(ps) => Pat::Tuple(ps.iter().map(|p| self.of_rcases(p)).collect()),
            RcasesKind::Alts(ps) => Pat::Alts(ps.iter().map(|p| self.of_rcases(p)).collect()),
            RcasesKind::Typed(p, ty) => {
                let p = self.of_rcases(p);
                self.0.push((**ty).clone());
                Pat::Typed(Box::new(p), self.0.len() - 1)
            }
            RcasesKind::Paren(p) => self.of_rcases(p),
        }
    }

    /// A term used as a pattern, as `intro ⟨x, h⟩` has it.
    ///
    /// # Errors
    /// When the term is no pattern of this kind.
    pub(super) fn of_term(&mut self, t: &Term) -> Result<Pat> {
        Ok(match &t.kind {
            TermKind::Ident { name, levels: None } if name.is("rfl") => Pat::Rfl,
            TermKind::Ident { name, levels: None } => Pat::Name(ident_name(name)),
            TermKind::Hole => Pat::Hole,
            TermKind::Paren(t) => self.of_term(t)?,
            TermKind::AnonCtor(ts) | TermKind::Tuple(ts) => {
                Pat::Tuple(ts.iter().map(|t| self.of_term(t)).collect::<Result<_>>()?)
            }
            TermKind::Unit => Pat::Tuple(vec![]),
            TermKind::Ascription(p, Some(ty)) => {
                let p = self.of_term(p)?;
                self.0.push((**ty).clone());
                Pat::Typed(Box::new(p), self.0.len() - 1)
            }
            _ => return Err(Error::msg("this pattern is not supported yet").at(t.span)),
        })
    }
}

struct ScriptHost<'s, 'a> {
    script: &'s mut Script<'a>,
    types: Types,
}

impl Host for ScriptHost<'_, '_> {
    fn meta(&mut self) -> &mut Meta {
        &mut self.script.e.m
    }
    fn change_type(&mut self, g: MVarId, h: FVarId, ty: usize) -> Result<MVarId> {
        let Some(t) = self.types.0.get(ty).cloned() else { return Ok(g) };
        let s = &mut *self.script;
        let ty = s.in_goal(g, |s, _| {
            let e = s.e.elab_type(&t)?;
            let d = s.e.m.local_decl(h)?;
            // What is left open in the written type is determined by the real one.
            s.e.m.is_def_eq(d.ty, e)?;
            s.e.synthesize(SynthMode::Final)?;
            Ok(s.e.m.instantiate(e))
        })?;
        change_hyp(&mut s.e.m, g, h, ty).map_err(|e| e.at(t.span))
    }
}

impl Script<'_> {
    pub(super) fn rcases_with(&mut self, g: MVarId, es: &[(Expr, Pat)], types: Types) -> Result<Goals> {
        rcases(&mut ScriptHost { script: self, types }, g, es)
    }

    pub(super) fn rintro_with(&mut self, g: MVarId, pats: &[Pat], types: Types) -> Result<Goals> {
        rintro(&mut ScriptHost { script: self, types }, g, pats)
    }
}
