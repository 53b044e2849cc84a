//! Building equations and their trivial proofs.

use crate::error::Result;
use crate::meta::Meta;
use turnstile_kernel::{Expr, Name};

/// An equation taken apart.
#[derive(Clone, Copy)]
pub enum Equality {
    /// `lhs = rhs` at type `ty`
    Eq {
        /// The type of both sides.
        ty: Expr,
        /// The left side.
        lhs: Expr,
        /// The right side.
        rhs: Expr,
    },
    /// `HEq lhs rhs`
    HEq {
        /// The type of the left side.
        lty: Expr,
        /// The left side.
        lhs: Expr,
        /// The type of the right side.
        rty: Expr,
        /// The right side.
        rhs: Expr,
    },
}

impl Meta {
    /// `a = b`
    ///
    /// # Errors
    /// When the type of `a` cannot be inferred.
    pub fn mk_eq(&mut self, a: Expr, b: Expr) -> Result<Expr> {
        let ty = self.infer(a)?;
        let u = self.sort_of(ty)?;
        Ok(self.st.apps(self.st.const_(Name::new("Eq"), &[u]), &[ty, a, b]))
    }

    /// `HEq a b`
    ///
    /// # Errors
    /// When a type cannot be inferred.
    pub fn mk_heq(&mut self, a: Expr, b: Expr) -> Result<Expr> {
        let (ta, tb) = (self.infer(a)?, self.infer(b)?);
        let u = self.sort_of(ta)?;
        Ok(self.st.apps(self.st.const_(Name::new("HEq"), &[u]), &[ta, a, tb, b]))
    }

    /// `a = b` when both have the same type, else `HEq a b`.
    ///
    /// # Errors
    /// When a type cannot be inferred.
    pub fn mk_eq_or_heq(&mut self, a: Expr, b: Expr) -> Result<Expr> {
        let (ta, tb) = (self.infer(a)?, self.infer(b)?);
        if self.is_def_eq(ta, tb)? { self.mk_eq(a, b) } else { self.mk_heq(a, b) }
    }

    /// `Eq.refl a : a = a`
    ///
    /// # Errors
    /// When the type of `a` cannot be inferred.
    pub fn mk_eq_refl(&mut self, a: Expr) -> Result<Expr> {
        let ty = self.infer(a)?;
        let u = self.sort_of(ty)?;
        Ok(self.st.apps(self.st.const_(Name::new("Eq.refl"), &[u]), &[ty, a]))
    }

    /// `HEq.refl a : HEq a a`
    ///
    /// # Errors
    /// When the type of `a` cannot be inferred.
    pub fn mk_heq_refl(&mut self, a: Expr) -> Result<Expr> {
        let ty = self.infer(a)?;
        let u = self.sort_of(ty)?;
        Ok(self.st.apps(self.st.const_(Name::new("HEq.refl"), &[u]), &[ty, a]))
    }

    /// `Eq.symm h : b = a` for `h : a = b`.
    ///
    /// # Errors
    /// When `h` does not prove an equation.
    pub fn mk_eq_symm(&mut self, h: Expr) -> Result<Expr> {
        let t = self.infer(h)?;
        match self.as_equality(t)? {
            Some(Equality::Eq { ty, lhs, rhs }) => {
                let u = self.sort_of(ty)?;
                Ok(self.st.apps(self.st.const_(Name::new("Eq.symm"), &[u]), &[ty, lhs, rhs, h]))
            }
            _ => Err(self.error_at_term("equality proof expected", h)),
        }
    }

    /// `eq_of_heq h : a = b` for `h : HEq a b` with both sides of type `ty`.
    ///
    /// # Errors
    /// When `ty` is not a type.
    pub fn mk_eq_of_heq(&mut self, ty: Expr, a: Expr, b: Expr, h: Expr) -> Result<Expr> {
        let u = self.sort_of(ty)?;
        Ok(self.st.apps(self.st.const_(Name::new("eq_of_heq"), &[u]), &[ty, a, b, h]))
    }

    /// `ty` as an equation; reducible definitions are unfolded to find it.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn as_equality(&mut self, ty: Expr) -> Result<Option<Equality>> {
        let mut ty = self.instantiate(ty);
        for again in [true, false] {
            if let Some(a) = self.st.app_of(ty, "Eq", 3) {
                return Ok(Some(Equality::Eq { ty: a[0], lhs: a[1], rhs: a[2] }));
            }
            if let Some(a) = self.st.app_of(ty, "HEq", 4) {
                return Ok(Some(Equality::HEq { lty: a[0], lhs: a[1], rty: a[2], rhs: a[3] }));
            }
            if again {
                ty = self.whnf_r(ty)?;
            }
        }
        Ok(None)
    }
}
