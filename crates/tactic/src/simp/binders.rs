//! Congruence below binders: functions, quantifiers and implications.

use super::call::Origin;
use super::congr::mentions;
use super::engine::{Simp, SimpResult};
use super::rule::{Source, rules_of};
use crate::known;
use std::sync::Arc;
use turnstile_elab::Result;
use turnstile_kernel::{Binder, BinderInfo, Expr, FVarId, Name, Node};

impl Simp<'_> {
    /// `fun x => b`
    pub(super) fn function(&mut self, e: Expr) -> Result<SimpResult> {
        let Node::Lam(b, dom, body) = self.m.st.node(e) else { return Ok(SimpResult::rfl(e)) };
        let r = self.under_binder(b, dom, body, |s, x, r| {
            let expr = s.lambda(&[x], r.expr)?;
            let proof = match r.proof {
                Some(p) => Some(s.lambda(&[x], p)?),
                None => None,
            };
            Ok(SimpResult { expr, proof })
        })?;
        let Some(r) = r else { return Ok(SimpResult::rfl(e)) };
        let Some(h) = r.proof else { return Ok(r) };
        let proof = self.funext(e, r.expr, h)?;
        Ok(SimpResult { expr: r.expr, proof: Some(proof) })
    }

    /// Simplifies `body` with a local variable for its binder; `None` when nothing changes.
    fn under_binder(
        &mut self,
        b: Binder,
        dom: Expr,
        body: Expr,
        f: impl FnOnce(&mut Simp<'_>, Expr, SimpResult) -> Result<SimpResult>,
    ) -> Result<Option<SimpResult>> {
        let outer = self.m.lctx.clone();
        let x = self.m.push_local(b.name, dom, b.info);
        let opened = self.m.st.instantiate1(body, x);
        // A bound instance may serve terms that do not mention it: what is found with it is not true outside.
        let has_instance = self.m.lctx.iter().next_back().is_some_and(|d| d.is_instance);
        let kept = has_instance.then(|| std::mem::take(&mut self.cx.cache));
        let r = match self.visit(opened) {
            Ok(r) if r.expr == opened => Ok(None),
            Ok(r) => f(self, x, r).map(Some),
            Err(e) => Err(e),
        };
        self.m.lctx = outer;
        if let Some(cache) = kept {
            self.cx.cache = cache;
        }
        r
    }

    /// `∀ x, p x` and `p → q`
    pub(super) fn forall(&mut self, e: Expr) -> Result<SimpResult> {
        let st = self.m.st.clone();
        let Node::Pi(b, dom, body) = st.node(e) else { return Ok(SimpResult::rfl(e)) };
        if !self.m.is_prop(e)? {
            return Ok(SimpResult::rfl(e));
        }
        if !st.has_loose_bvar(body, 0) && self.m.is_prop(dom)? {
            return self.implication(e, b, dom, st.lower(body, 1, 1));
        }
        let r = self.under_binder(b, dom, body, |s, x, r| {
            let ids = [s.m.fvar_id(x)?];
            let q = s.m.st.abstract_fvars(r.expr, &ids);
            let expr = s.m.st.pi(b, dom, q);
            let proof = match r.proof {
                Some(p) => Some(s.lambda(&[x], p)?),
                None => None,
            };
            Ok(SimpResult { expr, proof })
        })?;
        let Some(r) = r else { return Ok(SimpResult::rfl(e)) };
        let Some(h) = r.proof else { return Ok(r) };
        let Node::Pi(_, _, q) = st.node(r.expr) else { return Ok(SimpResult::rfl(e)) };
        let plain = Binder::new(b.name);
        let proof = self.forall_congr(dom, st.lam(plain, dom, body), st.lam(plain, dom, q), h)?;
        let r = SimpResult { expr: r.expr, proof: Some(proof) };
        if st.has_loose_bvar(q, 0) || !self.m.is_prop(dom)? {
            return Ok(r);
        }
        // The conclusion does not mention the proof any more: an implication.
        let next = self.implication(r.expr, b, dom, st.lower(q, 1, 1))?;
        self.trans(e, r, next)
    }

    fn implication(&mut self, e: Expr, b: Binder, p: Expr, q: Expr) -> Result<SimpResult> {
        let st = self.m.st.clone();
        let rp = self.visit(p)?;
        if self.cx.config.contextual && !crate::goal::is_const(&st, rp.expr, *known::FALSE) {
            return self.contextual(e, b, p, rp, q);
        }
        let rq = self.visit(q)?;
        let expr = st.pi(b, rp.expr, st.lift(rq.expr, 0, 1));
        self.implication_result(e, p, q, rp, rq, expr)
    }

    fn implication_result(
        &mut self,
        e: Expr,
        p: Expr,
        q: Expr,
        rp: SimpResult,
        rq: SimpResult,
        expr: Expr,
    ) -> Result<SimpResult> {
        if expr == e || rp.expr == p && rq.expr == q {
            return Ok(SimpResult::rfl(e));
        }
        if rp.proof.is_none() && rq.proof.is_none() {
            return Ok(SimpResult::rfl(expr));
        }
        let (hp, hq) = (self.proof_of(rp)?, self.proof_of(rq)?);
        let proof = self.implies_congr((p, rp.expr, hp), (q, rq.expr, hq));
        Ok(SimpResult { expr, proof: Some(proof) })
    }

    /// `p → q` with `p` as a rule for `q`.
    fn contextual(&mut self, e: Expr, b: Binder, p: Expr, rp: SimpResult, q: Expr) -> Result<SimpResult> {
        let st = self.m.st.clone();
        let outer = self.m.lctx.clone();
        let cache = std::mem::take(&mut self.cx.cache);
        let x = self.m.push_local(b.name, rp.expr, BinderInfo::Default);
        let r = self.add_assumption(x, rp.expr).and_then(|()| self.visit(q)).and_then(|rq| match rq.proof {
            Some(h) => Ok((rq, Some(self.lambda(&[x], h)?))),
            None => Ok((rq, None)),
        });
        self.m.lctx = outer;
        self.cx.cache = cache;
        let (mut rq, mut h) = r?;
        if mentions(self.m, rq.expr, self.m.fvar_id(x)?) {
            // The result itself uses the assumption: it cannot stand outside.
            rq = SimpResult::rfl(q);
            h = None;
        }
        let expr = st.pi(b, rp.expr, st.lift(rq.expr, 0, 1));
        let Some(h) = h else { return self.implication_result(e, p, q, rp, SimpResult::rfl(rq.expr), expr) };
        let hp = self.proof_of(rp)?;
        let args = [p, rp.expr, q, rq.expr, hp, h];
        let proof = st.apps(st.const_(Name::new("implies_congr_ctx"), &[]), &args);
        Ok(SimpResult { expr, proof: Some(proof) })
    }

    /// Makes the proof `x : p` a rule for as long as `x` is in scope.
    fn add_assumption(&mut self, x: Expr, p: Expr) -> Result<()> {
        let id: FVarId = self.m.fvar_id(x)?;
        let s = Source {
            origin: Origin::Hyp(id, false),
            level_params: Arc::from([]),
            proof: x,
            ty: p,
            inverse: false,
            priority: 1000,
            by_rfl: false,
        };
        for r in rules_of(self.m, &s)? {
            self.cx.own.insert(self.m, r);
        }
        Ok(())
    }
}
