//! Tactics about coercions, and tactics that check a state.

use super::{P, PResult};
use crate::ast::{CastTactic, Guard, GuardMatch, TacticKind as K, Term};
use crate::lexer::Tok;

impl P<'_> {
    pub(super) fn checking_tactic(&mut self, name: &str) -> PResult<Option<K>> {
        Ok(Some(match name {
            "norm_cast" => K::Casts(CastTactic::Norm(self.opt_location()?)),
            "push_cast" => {
                self.config_items()?;
                let lemmas = if self.eat("[") { self.comma_list("]", |p| p.term(0))? } else { Vec::new() };
                K::Casts(CastTactic::Push(lemmas, self.opt_location()?))
            }
            "exact_mod_cast" => K::Casts(CastTactic::Exact(self.term(0)?)),
            "apply_mod_cast" => K::Casts(CastTactic::Apply(self.term(0)?)),
            "assumption_mod_cast" => K::Casts(CastTactic::Assumption),
            "fail_if_success" => K::FailIfSuccess(self.tactic_seq()?),
            "ac_nf" => K::AcNf(self.opt_location()?),
            "clear_value" => K::ClearValue(self.idents1()?),
            "trans" => K::Trans(if self.starts_arg() && self.col_gt() { Some(self.term(0)?) } else { None }),
            "guard_target" => {
                let how = self.guard_match("=")?;
                K::Guard(Box::new(Guard::Target(how, self.term(0)?)))
            }
            "guard_expr" => {
                // Above `=`, so that the sign between the terms is not read as part of the first.
                let a = self.term(51)?;
                let how = self.guard_match("=")?;
                K::Guard(Box::new(Guard::Expr(a, how, self.term(0)?)))
            }
            "guard_hyp" => {
                let name = self.ident()?;
                let ty =
                    if self.at(":") || self.at_guard_word(":") { Some(self.guarded(":")?) } else { None };
                let value = if self.at(":=") { Some(self.guarded(":=")?) } else { None };
                K::Guard(Box::new(Guard::Hyp { name, ty, value }))
            }
            _ => return Ok(None),
        }))
    }

    fn at_guard_word(&mut self, sign: &str) -> bool {
        let t = self.peek();
        self.text(t).starts_with(sign)
    }

    fn guarded(&mut self, sign: &'static str) -> PResult<(GuardMatch, Term)> {
        let how = self.guard_match(sign)?;
        Ok((how, self.term(0)?))
    }

    /// `=`, `=~`, `=ₛ`
    fn guard_match(&mut self, sign: &'static str) -> PResult<GuardMatch> {
        self.expect(sign)?;
        if self.glued(0) && self.at("~") {
            self.bump();
            return Ok(GuardMatch::Default);
        }
        let t = self.peek();
        if self.glued(0) && t.kind == Tok::Ident && matches!(self.text(t), "ₛ" | "ₐ") {
            self.bump();
            return Ok(GuardMatch::Syntactic);
        }
        Ok(GuardMatch::Reducible)
    }
}
