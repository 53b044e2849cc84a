//! `simp +arith`: linear relations on `Nat` and `Int` that hold always, or never.

use super::engine::{Simp, SimpResult};
use crate::goal::new_goal_in;
use crate::omega::omega;
use turnstile_elab::Result;
use turnstile_kernel::{Expr, Name};

/// The relations.
const RELATIONS: [&str; 6] = ["Eq", "Ne", "LE.le", "LT.lt", "GE.ge", "GT.gt"];

impl Simp<'_> {
    /// `True` or `False` for a linear relation that is decided by itself, whatever the hypotheses.
    pub(super) fn linear(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let st = self.m.st.clone();
        let (h, args) = st.unapp(e);
        let Some((n, _)) = st.as_const(h) else { return Ok(None) };
        let about_numbers = args
            .first()
            .and_then(|t| st.as_const(*t))
            .is_some_and(|(t, _)| matches!(t.as_str(), "Nat" | "Int"));
        if !RELATIONS.contains(&n.as_str()) || !about_numbers || st.has_expr_mvar(e) || st.loose(e) > 0 {
            return Ok(None);
        }
        if let Some(h) = self.linear_proof(e)? {
            return Ok(Some(self.is_true(e, h)));
        }
        let not = st.app(st.const_(*crate::known::NOT, &[]), e);
        Ok(self.linear_proof(not)?.map(|h| self.is_false(e, h)))
    }

    fn linear_proof(&mut self, p: Expr) -> Result<Option<Expr>> {
        let mut lctx = self.m.lctx.clone();
        let facts: Vec<_> = self.m.lctx.iter().map(|d| (d.id, d.ty)).collect();
        for (id, ty) in facts {
            if self.m.is_prop(ty)? {
                lctx.remove(id);
            }
        }
        self.m.attempt(|m| {
            let (proof, g) = new_goal_in(m, lctx, p, Name::anon());
            omega(m, g)?;
            Ok(Some(m.instantiate(proof)))
        })
    }
}
