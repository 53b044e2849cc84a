//! `h ▸ e`: rewriting the expected type, or the type of `e`, with an equation.

use crate::elab::{Elab, SynthMode};
use crate::error::{Piece, Result};
use turnstile_kernel::{Binder, Expr, Level, Name};
use turnstile_syntax::{Span, Term};

/// `proof : lhs = rhs` over `ty : Sort u`.
#[derive(Clone, Copy)]
struct Equation {
    proof: Expr,
    u: Level,
    ty: Expr,
    lhs: Expr,
    rhs: Expr,
}

impl Elab {
    pub(crate) fn elab_subst(
        &mut self,
        h: &Term,
        e: &Term,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let expected = self.try_postpone_if_none_or_mvar(expected)?;
        let proof = self.with_synthesize(SynthMode::Partial, |me| me.elab_term(h, None))?;
        let eq = self.subst_equation(proof, h.span)?;
        let expected = expected.map(|t| self.m.instantiate(t)).filter(|t| self.m.head_mvar(*t).is_none());
        let Some(expected) = expected else {
            let v = self.elab_term(e, None)?;
            self.synthesize(SynthMode::NoPostpone)?;
            return match self.rewrite_value(eq, v, None)? {
                Some(r) => Ok(r),
                None => Err(self.no_motive(e.span)),
            };
        };
        // First: the expected type mentions a side of the equation, and `e` proves the type with the other side.
        let mut use_eq = eq;
        let mut motive = self.m.kabstract(expected, eq.rhs)?;
        if self.m.st.loose(motive) == 0 {
            motive = self.m.kabstract(expected, eq.lhs)?;
            use_eq = self.symm(eq);
        }
        if self.m.st.loose(motive) > 0 {
            let attempt = self.observing(|me| {
                let motive = me.m.st.lam(Binder::new(Name::new("x")), use_eq.ty, motive);
                if !me.motive_fits(motive)? {
                    return Err(me.no_motive(span));
                }
                let lhs_ty = me.m.st.head_beta(me.m.st.app(motive, use_eq.lhs));
                let v = me.elab_term(e, Some(lhs_ty))?;
                let v = me.ensure_type(v, lhs_ty, e.span)?;
                me.mk_ndrec(use_eq, motive, v)
            })?;
            let first_error = match attempt {
                Ok(r) => return Ok(r),
                Err(err) => err,
            };
            // Second: rewrite the type that `e` has by itself.
            let attempt = self.observing(|me| {
                let v = me.elab_term(e, None)?;
                me.synthesize(SynthMode::NoPostpone)?;
                match me.rewrite_value(eq, v, Some(expected))? {
                    Some(r) => Ok(r),
                    None => Err(me.no_motive(span)),
                }
            })?;
            return attempt.map_err(|_| first_error);
        }
        let v = self.elab_term(e, None)?;
        self.synthesize(SynthMode::NoPostpone)?;
        match self.rewrite_value(eq, v, Some(expected))? {
            Some(r) => Ok(r),
            None => Err(self.no_motive(span)),
        }
    }

    fn no_motive(&self, span: Span) -> crate::Error {
        self.text_error(span, "invalid `▸` notation, failed to compute motive for the substitution")
    }

    fn subst_equation(&mut self, proof: Expr, span: Span) -> Result<Equation> {
        let ty = self.m.infer(proof)?;
        let ty = self.m.instantiate(ty);
        let mut w = ty;
        if self.m.st.app_of(w, "Eq", 3).is_none() {
            w = self.m.whnf(ty)?;
        }
        if let Some(args) = self.m.st.app_of(w, "Iff", 2) {
            let proof = self.m.mk_app("propext", &[proof])?;
            let prop = self.m.st.prop();
            return Ok(Equation { proof, u: self.m.st.l_one(), ty: prop, lhs: args[0], rhs: args[1] });
        }
        let Some(args) = self.m.st.app_of(w, "Eq", 3) else {
            return Err(self.error_at(
                span,
                vec![
                    Piece::Text("invalid `▸` notation, argument\n  ".into()),
                    Piece::Expr(proof),
                    Piece::Text("\nmust have equality type, got\n  ".into()),
                    Piece::Expr(ty),
                ],
            ));
        };
        let u = self.m.sort_of(args[0])?;
        Ok(Equation { proof, u, ty: args[0], lhs: args[1], rhs: args[2] })
    }

    fn symm(&self, eq: Equation) -> Equation {
        let f = self.m.st.const_(Name::new("Eq.symm"), &[eq.u]);
        let proof = self.m.st.apps(f, &[eq.ty, eq.lhs, eq.rhs, eq.proof]);
        Equation { proof, lhs: eq.rhs, rhs: eq.lhs, ..eq }
    }

    /// `Eq.ndrec v eq`: a value of `motive rhs` from one of `motive lhs`.
    fn mk_ndrec(&mut self, eq: Equation, motive: Expr, v: Expr) -> Result<Expr> {
        let result = self.m.st.head_beta(self.m.st.app(motive, eq.rhs));
        let s = self.m.sort_of(result)?;
        let f = self.m.st.const_(Name::new("Eq.ndrec"), &[s, eq.u]);
        Ok(self.m.st.apps(f, &[eq.ty, eq.lhs, motive, v, eq.rhs, eq.proof]))
    }

    /// `v` with the left side of `eq`, or else the right side, rewritten in its type. With `expected`, the result must
    /// have that type.
    fn rewrite_value(&mut self, eq: Equation, v: Expr, expected: Option<Expr>) -> Result<Option<Expr>> {
        let ty = self.m.infer(v)?;
        let ty = self.m.instantiate(ty);
        for eq in [eq, self.symm(eq)] {
            let body = self.m.kabstract(ty, eq.lhs)?;
            if self.m.st.loose(body) == 0 {
                continue;
            }
            let motive = self.m.st.lam(Binder::new(Name::new("x")), eq.ty, body);
            if !self.motive_fits(motive)? {
                continue;
            }
            let result = self.m.st.head_beta(self.m.st.app(motive, eq.rhs));
            if let Some(t) = expected
                && !self.m.is_def_eq(t, result)?
            {
                continue;
            }
            return self.mk_ndrec(eq, motive, v).map(Some);
        }
        Ok(None)
    }
}
