//! Proofs of equations: the steps the simplifier puts together.

use super::engine::{Simp, SimpResult};
use crate::known;
use crate::terms::Terms;
use turnstile_elab::Result;
use turnstile_kernel::{Binder, BinderInfo, Expr, Name, Node};

impl Simp<'_> {
    fn const0(&self, n: &str) -> Expr {
        self.m.st.const_(Name::new(n), &[])
    }

    /// `e = c` from `e = a.expr` and `a.expr = b.expr`.
    pub(super) fn trans(&mut self, e: Expr, a: SimpResult, b: SimpResult) -> Result<SimpResult> {
        let proof = match (a.proof, b.proof) {
            (None, p) | (p, None) => p,
            (Some(p), Some(q)) => {
                let ty = self.type_of(e)?;
                let u = self.m.universe(ty)?;
                let st = &self.m.st;
                Some(st.apps(st.const_(*known::EQ_TRANS, &[u]), &[ty, e, a.expr, b.expr, p, q]))
            }
        };
        Ok(SimpResult { expr: b.expr, proof })
    }

    /// The type of `e`, assigned holes replaced.
    pub(super) fn type_of(&mut self, e: Expr) -> Result<Expr> {
        let t = self.m.infer(e)?;
        Ok(self.m.instantiate(t))
    }

    /// A proof of `r`, for a result that may hold by `rfl`.
    pub(super) fn proof_of(&mut self, r: SimpResult) -> Result<Expr> {
        match r.proof {
            Some(p) => Ok(p),
            None => self.m.mk_eq_refl(r.expr),
        }
    }

    /// `f a = g b` from `f = g` and `a = b`, each `None` when the two sides are the same. `f` and `g` are functions whose
    /// result type does not depend on the argument if `h` is given.
    pub(super) fn congr_step(
        &mut self,
        (f, g, p): (Expr, Expr, Option<Expr>),
        (a, b, h): (Expr, Expr, Option<Expr>),
    ) -> Result<Option<Expr>> {
        if p.is_none() && h.is_none() {
            return Ok(None);
        }
        let fty = self.type_of(f)?;
        let fty = if matches!(self.m.st.node(fty), Node::Pi(..)) { fty } else { self.m.whnf(fty)? };
        let Node::Pi(binder, dom, body) = self.m.st.node(fty) else {
            return Err(self.m.error_at_term("function expected", f));
        };
        let u = self.m.universe(dom)?;
        let res = self.m.st.instantiate1(body, a);
        let v = self.m.universe(res)?;
        let st = &self.m.st;
        let proof = match (p, h) {
            (None, Some(h)) => st.apps(st.const_(*known::CONGR_ARG, &[u, v]), &[dom, res, a, b, f, h]),
            (Some(p), None) => {
                let fam = st.lam(Binder::new(binder.name), dom, body);
                st.apps(st.const_(*known::CONGR_FUN, &[u, v]), &[dom, fam, f, g, p, a])
            }
            (Some(p), Some(h)) => st.apps(st.const_(*known::CONGR, &[u, v]), &[dom, res, f, g, a, b, p, h]),
            (None, None) => return Ok(None),
        };
        Ok(Some(proof))
    }

    /// `t[a] = t[b]` from `h : a = b`, where `fun x => t[x]` is `f`, of a result type without `x`.
    pub(super) fn congr_arg(&mut self, f: Expr, a: Expr, b: Expr, h: Expr) -> Result<Expr> {
        let dom = self.type_of(a)?;
        let fa = self.m.st.head_beta(self.m.st.app(f, a));
        let res = self.type_of(fa)?;
        self.m.mk_congr_arg(dom, res, a, b, f, h)
    }

    /// `p = True` from `h : p`
    pub(super) fn eq_true(&mut self, p: Expr, h: Expr) -> Expr {
        let f = self.const0("eq_true");
        self.m.st.apps(f, &[p, h])
    }

    /// `p = False` from `h : ¬ p`
    pub(super) fn eq_false(&mut self, p: Expr, h: Expr) -> Expr {
        let f = self.const0("eq_false");
        self.m.st.apps(f, &[p, h])
    }

    /// `p` from `h : p = True`; for `rfl` steps a proof of `True`.
    pub(super) fn of_eq_true(&mut self, p: Expr, h: Option<Expr>) -> Expr {
        match h {
            Some(h) => {
                let f = self.const0("of_eq_true");
                self.m.st.apps(f, &[p, h])
            }
            None => self.const0("True.intro"),
        }
    }

    /// The result `True`, from a proof of `p`.
    pub(super) fn is_true(&mut self, p: Expr, h: Expr) -> SimpResult {
        let proof = self.eq_true(p, h);
        SimpResult { expr: self.const0("True"), proof: Some(proof) }
    }

    /// The result `False`, from a proof of `¬ p`.
    pub(super) fn is_false(&mut self, p: Expr, h: Expr) -> SimpResult {
        let proof = self.eq_false(p, h);
        SimpResult { expr: self.const0("False"), proof: Some(proof) }
    }

    /// `f = g` from `h : ∀ x, f x = g x`, where `f` and `g` are `fun x => …`.
    pub(super) fn funext(&mut self, f: Expr, g: Expr, h: Expr) -> Result<Expr> {
        let fty = self.type_of(f)?;
        let Node::Pi(b, dom, body) = self.m.st.node(fty) else {
            return Err(self.m.error_at_term("function expected", f));
        };
        let u = self.m.universe(dom)?;
        let v = self.m.scoped(|m| {
            let x = m.push_local(b.name, dom, BinderInfo::Default);
            let t = m.st.instantiate1(body, x);
            m.universe(t)
        })?;
        let st = &self.m.st;
        let fam = st.lam(Binder::new(b.name), dom, body);
        Ok(st.apps(st.const_(*known::FUNEXT, &[u, v]), &[dom, fam, f, g, h]))
    }

    /// `(∀ x, p x) = (∀ x, q x)` from `h : ∀ x, p x = q x`
    pub(super) fn forall_congr(&mut self, dom: Expr, p: Expr, q: Expr, h: Expr) -> Result<Expr> {
        let u = self.m.universe(dom)?;
        let st = &self.m.st;
        Ok(st.apps(st.const_(Name::new("forall_congr"), &[u]), &[dom, p, q, h]))
    }

    /// `(p → q) = (p' → q')` for propositions.
    pub(super) fn implies_congr(&mut self, p: (Expr, Expr, Expr), q: (Expr, Expr, Expr)) -> Expr {
        let st = &self.m.st;
        let zero = st.l_zero();
        st.apps(st.const_(Name::new("implies_congr"), &[zero, zero]), &[p.0, p.1, q.0, q.1, p.2, q.2])
    }

    /// `fun x => body` over the local variable `x`.
    pub(super) fn lambda(&mut self, xs: &[Expr], body: Expr) -> Result<Expr> {
        self.m.mk_lambda(xs, body)
    }
}
