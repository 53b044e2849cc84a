//! Equations whose two sides can be compared: the same term, literals, constructors.

use super::engine::{Simp, SimpResult};
use crate::injection::{Injected, inject};
use crate::known;
use turnstile_elab::Result;
use turnstile_elab::env::Transparency;
use turnstile_kernel::{BinderInfo, Expr, Name};

impl Simp<'_> {
    /// Decides relations by looking at their two sides.
    pub(super) fn compare_values(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let Some(n) = self.m.st.head_const(e) else { return Ok(None) };
        match n.as_str() {
            "Eq" => self.equation(e),
            "Iff" => self.reflexive_iff(e),
            "Ne" | "LE.le" | "LT.lt" | "GE.ge" | "GT.gt" | "Dvd.dvd" => {
                if let Some(r) = self.decide_comparison(e)? {
                    return Ok(Some(r));
                }
                self.cancel_offsets(e)
            }
            _ if self.cx.config.decide => self.decide_closed(e),
            _ => Ok(None),
        }
    }

    fn equation(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let Some((ty, a, b)) = crate::goal::as_eq(&self.m.st, e) else { return Ok(None) };
        if self.same(a, b)? {
            let h = {
                let st = &self.m.st;
                let (eq, _) = st.unapp(e);
                let levels = st.as_const(eq).map(|c| st.level_list(c.1)).unwrap_or_else(|| [].into());
                st.apps(st.const_(*known::EQ_REFL, &levels), &[ty, a])
            };
            return Ok(Some(self.is_true(e, h)));
        }
        if let Some(r) = self.decide_comparison(e)? {
            return Ok(Some(r));
        }
        if let Some(r) = self.clash(e, ty, a, b)? {
            return Ok(Some(r));
        }
        self.cancel_offsets(e)
    }

    /// Whether two terms are equal without unfolding definitions.
    fn same(&mut self, a: Expr, b: Expr) -> Result<bool> {
        if self.m.st.alpha_eq(a, b) {
            return Ok(true);
        }
        let (ha, hb) = (self.m.st.head_const(a), self.m.st.head_const(b));
        if ha != hb && self.m.nat_offset(a).is_none() && self.m.nat_offset(b).is_none() {
            return Ok(false);
        }
        self.m.at_new_depth(|m| m.with_transparency(Transparency::Reducible, |m| m.is_def_eq(a, b)))
    }

    /// `a = b` is false when the two sides are different constructors as they stand.
    fn clash(&mut self, e: Expr, ty: Expr, a: Expr, b: Expr) -> Result<Option<SimpResult>> {
        let (Some(ca), Some(cb)) = (self.visible_constructor(a), self.visible_constructor(b)) else {
            return Ok(None);
        };
        if ca == cb {
            return Ok(None);
        }
        let outer = self.m.lctx.clone();
        let h = self.m.push_local(Name::new("h"), e, BinderInfo::Default);
        let proof = inject(self.m, ty, a, b, h).and_then(|r| match r {
            Some(Injected::Clash(f)) => self.m.mk_lambda(&[h], f).map(Some),
            _ => Ok(None),
        });
        self.m.lctx = outer;
        Ok(proof?.map(|h| self.is_false(e, h)))
    }

    fn visible_constructor(&self, e: Expr) -> Option<Name> {
        if let Some(n) = self.m.nat_literal(e) {
            return Some(if n == turnstile_kernel::BigUint::ZERO {
                *known::NAT_ZERO
            } else {
                *known::NAT_SUCC
            });
        }
        if self.m.nat_offset(e).is_some_and(|(_, k)| k > turnstile_kernel::BigUint::ZERO) {
            return Some(*known::NAT_SUCC);
        }
        self.m.as_ctor(e).map(|c| c.0)
    }

    fn reflexive_iff(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let Some((a, b)) = crate::goal::as_iff(&self.m.st, e) else { return Ok(None) };
        if !self.same(a, b)? {
            return Ok(None);
        }
        let h = {
            let st = &self.m.st;
            st.app(st.const_(Name::new("Iff.refl"), &[]), a)
        };
        Ok(Some(self.is_true(e, h)))
    }

    /// A closed proposition by evaluation.
    fn decide_closed(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let st = self.m.st.clone();
        if st.has_fvar(e) || st.has_mvar(e) || !self.m.is_prop(e)? {
            return Ok(None);
        }
        if crate::goal::is_const(&st, e, *known::TRUE) || crate::goal::is_const(&st, e, *known::FALSE) {
            return Ok(None);
        }
        let class = st.app(st.const_(*known::DECIDABLE, &[]), e);
        let inst = match self.m.synth_instance(class) {
            Ok(Some(i)) => i,
            Err(e) if e.is_resource() => return Err(e),
            _ => return Ok(None),
        };
        let v = st.apps(st.const_(*known::DECIDABLE_DECIDE, &[]), &[e, inst]);
        let v = self.m.whnf_at(v, Transparency::Default)?;
        match st.as_const(v).map(|c| c.0) {
            Some(n) if n == *known::BOOL_TRUE => self.decided(e, true),
            Some(n) if n == *known::BOOL_FALSE => self.decided(e, false),
            _ => Ok(None),
        }
    }
}
