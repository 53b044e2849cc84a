//! Proof terms that many tactics build: equalities, casts, contradictions. Universe levels are inferred.

use crate::known;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Binder, Expr, Level, Name, Node};

impl Terms for Meta {
    fn meta(&mut self) -> &mut Meta {
        self
    }
}

/// Builders of proof terms, as methods of [`Meta`].
pub trait Terms {
    /// The state to build in.
    fn meta(&mut self) -> &mut Meta;

    /// The universe of the type `ty`, assigned holes replaced.
    ///
    /// # Errors
    /// When `ty` is not a type.
    fn universe(&mut self, ty: Expr) -> Result<Level> {
        let m = self.meta();
        let l = m.sort_of(ty)?;
        Ok(m.normalize_level(l))
    }

    /// `a = b` in type `α`
    ///
    /// # Errors
    /// When `α` is not a type.
    fn mk_eq_in(&mut self, ty: Expr, a: Expr, b: Expr) -> Result<Expr> {
        let u = self.universe(ty)?;
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::EQ, &[u]), &[ty, a, b]))
    }

    /// `a = b`
    ///
    /// # Errors
    /// When the type of `a` cannot be inferred.
    fn mk_eq(&mut self, a: Expr, b: Expr) -> Result<Expr> {
        let ty = self.meta().infer(a)?;
        let ty = self.meta().instantiate(ty);
        self.mk_eq_in(ty, a, b)
    }

    /// `Eq.refl a : a = a`
    ///
    /// # Errors
    /// When the type of `a` cannot be inferred.
    fn mk_eq_refl(&mut self, a: Expr) -> Result<Expr> {
        let ty = self.meta().infer(a)?;
        let ty = self.meta().instantiate(ty);
        let u = self.universe(ty)?;
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::EQ_REFL, &[u]), &[ty, a]))
    }

    /// `HEq a b`
    ///
    /// # Errors
    /// When a type cannot be inferred.
    fn mk_heq(&mut self, a: Expr, b: Expr) -> Result<Expr> {
        let (ta, tb) = (self.meta().infer(a)?, self.meta().infer(b)?);
        let u = self.universe(ta)?;
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::HEQ, &[u]), &[ta, a, tb, b]))
    }

    /// `HEq.refl a`
    ///
    /// # Errors
    /// When the type of `a` cannot be inferred.
    fn mk_heq_refl(&mut self, a: Expr) -> Result<Expr> {
        let ty = self.meta().infer(a)?;
        let u = self.universe(ty)?;
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::HEQ_REFL, &[u]), &[ty, a]))
    }

    /// `Eq.symm h : b = a` for `h : a = b` in `α`
    ///
    /// # Errors
    /// When `α` is not a type.
    fn mk_eq_symm(&mut self, ty: Expr, a: Expr, b: Expr, h: Expr) -> Result<Expr> {
        let u = self.universe(ty)?;
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::EQ_SYMM, &[u]), &[ty, a, b, h]))
    }

    /// `eq_of_heq h : a = b`
    ///
    /// # Errors
    /// When `α` is not a type.
    fn mk_eq_of_heq(&mut self, ty: Expr, a: Expr, b: Expr, h: Expr) -> Result<Expr> {
        let u = self.universe(ty)?;
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::EQ_OF_HEQ, &[u]), &[ty, a, b, h]))
    }

    /// `propext h : p = q` for `h : p ↔ q`
    fn mk_propext(&mut self, p: Expr, q: Expr, h: Expr) -> Expr {
        let st = &self.meta().st;
        st.apps(st.const_(*known::PROPEXT, &[]), &[p, q, h])
    }

    /// `Eq.mpr h x : p` for `h : p = q` between types and `x : q`
    ///
    /// # Errors
    /// When `p` is not a type.
    fn mk_eq_mpr(&mut self, p: Expr, q: Expr, h: Expr, x: Expr) -> Result<Expr> {
        let u = self.universe(p)?;
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::EQ_MPR, &[u]), &[p, q, h, x]))
    }

    /// `Eq.mp h x : q` for `h : p = q` between types and `x : p`
    ///
    /// # Errors
    /// When `p` is not a type.
    fn mk_eq_mp(&mut self, p: Expr, q: Expr, h: Expr, x: Expr) -> Result<Expr> {
        let u = self.universe(p)?;
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::EQ_MP, &[u]), &[p, q, h, x]))
    }

    /// `congrArg f h : f a = f b` for `h : a = b` in `α` and `f : α → β`
    ///
    /// # Errors
    /// When `α` or `β` is not a type.
    fn mk_congr_arg(&mut self, ty: Expr, res: Expr, a: Expr, b: Expr, f: Expr, h: Expr) -> Result<Expr> {
        let (u, v) = (self.universe(ty)?, self.universe(res)?);
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::CONGR_ARG, &[u, v]), &[ty, res, a, b, f, h]))
    }

    /// `Eq.rec` with the motive `fun x _ => motive x`-like function `motive`, which takes the right side and the proof.
    /// `base : motive a rfl`, `h : a = b` in `α`; the result has type `motive b h` in `Sort v`.
    ///
    /// # Errors
    /// When `α` is not a type.
    fn mk_eq_rec(
        &mut self,
        v: Level,
        ty: Expr,
        a: Expr,
        motive: Expr,
        base: Expr,
        b: Expr,
        h: Expr,
    ) -> Result<Expr> {
        let u = self.universe(ty)?;
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::EQ_REC, &[v, u]), &[ty, a, motive, base, b, h]))
    }

    /// A term of type `target` from `h : False`.
    ///
    /// # Errors
    /// When `target` is not a type.
    fn mk_false_elim(&mut self, target: Expr, h: Expr) -> Result<Expr> {
        let u = self.universe(target)?;
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::FALSE_ELIM, &[u]), &[target, h]))
    }

    /// A term of type `target` from `hp : p` and `hn : ¬ p`.
    ///
    /// # Errors
    /// When `target` is not a type.
    fn mk_absurd(&mut self, target: Expr, p: Expr, hp: Expr, hn: Expr) -> Result<Expr> {
        let u = self.universe(target)?;
        let st = &self.meta().st;
        Ok(st.apps(st.const_(*known::ABSURD, &[u]), &[p, target, hp, hn]))
    }

    /// `¬ p`
    fn mk_not(&mut self, p: Expr) -> Expr {
        let st = &self.meta().st;
        st.app(st.const_(*known::NOT, &[]), p)
    }

    /// `fun (name : ty) => body` where `body` has loose bound variable 0.
    fn lam_named(&mut self, name: &str, ty: Expr, body: Expr) -> Expr {
        let st = &self.meta().st;
        st.lam(Binder::new(Name::new(name)), ty, body)
    }

    /// `e` with every application of a lambda at its head reduced, everywhere inside.
    fn beta_everywhere(&mut self, e: Expr) -> Expr {
        let m = self.meta();
        let e = m.instantiate(e);
        let st = m.st.clone();
        beta_all(&st, e)
    }
}

fn beta_all(st: &turnstile_kernel::Store, e: Expr) -> Expr {
    let has_redex =
        st.any_subterm(e, |t| matches!(st.node(t), Node::App(f, _) if matches!(st.node(f), Node::Lam(..))));
    if !has_redex {
        return e;
    }
    st.replace(e, |e, _| match st.node(e) {
        Node::App(..) if matches!(st.node(st.app_fn(e)), Node::Lam(..)) => {
            Some(turnstile_kernel::with_stack(|| beta_all(st, st.head_beta(e))))
        }
        _ => None,
    })
}
