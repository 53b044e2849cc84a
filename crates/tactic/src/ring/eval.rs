//! Terms to normal form.

use super::normalizer::{Normalizer, View};
use super::poly::{Mono, MonoKind, Poly};
use num_bigint::BigInt;
use num_traits::{One, ToPrimitive};
use std::rc::Rc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, with_stack};

type Proved = (Rc<Poly>, Expr);

impl Normalizer {
    /// The normal form of `e`, and a proof that `e` equals it.
    ///
    /// # Errors
    /// When the budget ends or the polynomials grow too large.
    pub fn eval(&mut self, m: &mut Meta, e: Expr) -> Result<Proved> {
        m.tick()?;
        let e = m.instantiate(e);
        with_stack(|| self.eval_instantiated(m, e))
    }

    fn eval_instantiated(&mut self, m: &mut Meta, e: Expr) -> Result<Proved> {
        if self.is_nat(m)
            && let Some(n) = m.nat_literal(e)
        {
            return self.numeral(m, e, &n.into());
        }
        match self.view(m, e)? {
            View::Add(a, b) => self.eval_binary(m, "add_congr", a, b),
            View::Mul(a, b) => self.eval_binary(m, "mul_congr", a, b),
            View::Sub(a, b) => {
                let ((p, hp), (q, hq)) = (self.eval(m, a)?, self.eval(m, b)?);
                let (n, hn) = self.neg(m, &q)?;
                let (r, hr) = self.add(m, &p, &n)?;
                let args = [a, p.expr, b, q.expr, r.expr, n.expr, hp, hq, hn, hr];
                Ok((r, self.lemma(m, "sub_congr", &args)))
            }
            View::Neg(a) => {
                let (p, hp) = self.eval(m, a)?;
                let (r, hr) = self.neg(m, &p)?;
                let h = self.lemma(m, "neg_congr", &[a, p.expr, r.expr, hp, hr]);
                Ok((r, h))
            }
            View::Pow(a, n) => {
                let (p, hp) = self.eval(m, a)?;
                let (r, hr) = match m.nat_literal(n).map(|n| n.to_u64()) {
                    Some(Some(k)) => self.pow(m, &p, k)?,
                    Some(None) => return self.eval_atom(m, e),
                    None => match self.pow_general(m, &p, n)? {
                        Some(r) => r,
                        None => return self.eval_atom(m, e),
                    },
                };
                let h = self.lemma(m, "pow_congr", &[a, p.expr, r.expr, n, hp, hr]);
                Ok((r, h))
            }
            View::Div(a, b, field) => {
                let inv = m.mk_app("Inv.inv", &[b])?;
                let product = self.mk_mul(m, a, inv);
                let (r, h) = self.eval(m, product)?;
                Ok((r.clone(), self.plain_lemma(m, "div_congr", &[field, a, b, r.expr, h])))
            }
            View::NatCast(n) => self.eval_cast(m, e, n),
            View::Numeral(k) => self.numeral(m, e, &k),
            View::Literal(k) => {
                // A constructor of `Int`: the cast of itself.
                let p = self.constant(m, &k);
                let c = self.coefficient(m, &k);
                Ok((p, self.lemma(m, "single", &[e, c, self.refl(m, e)])))
            }
            View::Atom => self.eval_atom(m, e),
        }
    }

    fn eval_binary(&mut self, m: &mut Meta, lemma: &str, a: Expr, b: Expr) -> Result<Proved> {
        let ((p, hp), (q, hq)) = (self.eval(m, a)?, self.eval(m, b)?);
        let (r, hr) = if lemma == "add_congr" { self.add(m, &p, &q)? } else { self.mul(m, &p, &q)? };
        let h = self.lemma(m, lemma, &[a, p.expr, b, q.expr, r.expr, hp, hq, hr]);
        Ok((r, h))
    }

    /// `e`, which is not made of ring operations: `e ^ 1 * 1 + 0`.
    pub(super) fn eval_atom(&mut self, m: &mut Meta, e: Expr) -> Result<Proved> {
        let i = self.atom(m, e);
        let a = self.atoms[i];
        let h = self.refl(m, e);
        Ok(self.atom_poly(m, i, e, a, h))
    }

    /// `e = atom` by `h`.
    fn atom_poly(&self, m: &Meta, i: usize, e: Expr, a: Expr, h: Expr) -> Proved {
        let one = self.num(m, BigInt::one());
        let x = self.power(m, i, 1, one);
        let name = if self.is_ring() { "int_atom" } else { "atom" };
        (self.single(m, x), self.lemma(m, name, &[e, a, h]))
    }

    /// A numeral of the type: `0`, `1`, or the cast of a literal.
    fn numeral(&mut self, m: &mut Meta, e: Expr, k: &BigInt) -> Result<Proved> {
        let lit = m.st.nat(k.magnitude().clone());
        let cast = self.nat_cast(m, lit);
        let standard = m.st.as_const(self.ty).is_some_and(|c| matches!(c.0.as_str(), "Nat" | "Int"));
        let zero = *k == BigInt::ZERO;
        if standard || m.without_effect(|m| m.is_def_eq_guarded(e, cast))? {
            if zero {
                return Ok((self.nil(), self.refl(m, e)));
            }
            let name = if self.is_ring() { "int_literal" } else { "nat_literal" };
            return Ok((self.constant(m, k), self.lemma(m, name, &[lit])));
        }
        // `0` and `1` of a ring in general are fields of their own.
        let name = match (zero, k.is_one(), self.is_ring()) {
            (true, ..) => "nat_zero",
            (_, true, true) => "int_one",
            (_, true, false) => "nat_one",
            _ => return self.eval_atom(m, e),
        };
        let h = self.lemma(m, name, &[]);
        let t = m.infer(h)?;
        let Some(sides) = m.st.app_of(t, "Eq", 3) else { return self.eval_atom(m, e) };
        if !m.without_effect(|m| m.is_def_eq_guarded(e, sides[1]))? {
            return self.eval_atom(m, e);
        }
        Ok((self.constant(m, k), h))
    }

    /// The image of a natural: casts are pushed to the atoms.
    fn eval_cast(&mut self, m: &mut Meta, e: Expr, n: Expr) -> Result<Proved> {
        let n = m.instantiate(n);
        if let Some(k) = m.nat_literal(n) {
            if k == num_bigint::BigUint::ZERO {
                return Ok((self.nil(), self.refl(m, e)));
            }
            let lit = m.st.nat(k.clone());
            let name = if self.is_ring() { "int_literal" } else { "nat_literal" };
            return Ok((self.constant(m, &k.into()), self.lemma(m, name, &[lit])));
        }
        let (h, args) = m.st.unapp(n);
        let head = m.st.as_const(h).map_or("", |c| c.0.as_str());
        let binary = |args: &[Expr]| match args {
            [.., a, b] => Some((*a, *b)),
            _ => None,
        };
        let of_nat = args.len() == 6 || head.starts_with("Nat.");
        match (head, binary(&args)) {
            ("HAdd.hAdd" | "Nat.add", Some((a, b))) if of_nat => self.cast_binary(m, "cast_add", a, b),
            ("HMul.hMul" | "Nat.mul", Some((a, b))) if of_nat => self.cast_binary(m, "cast_mul", a, b),
            ("HPow.hPow" | "Nat.pow", Some((a, k))) if of_nat => {
                let x = self.nat_cast(m, a);
                let (p, hp) = self.eval(m, x)?;
                let (r, hr) = match m.nat_literal(k).map(|k| k.to_u64()) {
                    Some(Some(k)) => self.pow(m, &p, k)?,
                    Some(None) => return self.eval_atom(m, e),
                    None => match self.pow_general(m, &p, k)? {
                        Some(r) => r,
                        None => return self.eval_atom(m, e),
                    },
                };
                let h = self.lemma(m, "cast_pow", &[p.expr, r.expr, a, k, hp, hr]);
                Ok((r, h))
            }
            ("Nat.succ", _) => {
                let one = m.st.nat_u64(1);
                self.cast_binary(m, "cast_add", args[0], one)
            }
            _ => {
                let x = self.nat_cast(m, n);
                self.eval_atom(m, x)
            }
        }
    }

    fn cast_binary(&mut self, m: &mut Meta, lemma: &str, a: Expr, b: Expr) -> Result<Proved> {
        let (x, y) = (self.nat_cast(m, a), self.nat_cast(m, b));
        let ((p, hp), (q, hq)) = (self.eval_cast(m, x, a)?, self.eval_cast(m, y, b)?);
        let (r, hr) = if lemma == "cast_add" { self.add(m, &p, &q)? } else { self.mul(m, &p, &q)? };
        let h = self.lemma(m, lemma, &[p.expr, q.expr, r.expr, a, b, hp, hq, hr]);
        Ok((r, h))
    }

    /// `p ^ n` where `n` is no literal. `None` when it stays as it is.
    fn pow_general(&mut self, m: &mut Meta, p: &Rc<Poly>, n: Expr) -> Result<Option<Proved>> {
        let mut exponents = match self.exponents.take() {
            Some(x) => x,
            None => {
                let nat = m.st.const0("Nat");
                match Normalizer::new(m, nat)? {
                    Some(x) => Box::new(x),
                    None => return Ok(None),
                }
            }
        };
        let r = exponents.eval(m, n).and_then(|(k, hk)| {
            let (r, hr) = self.pow_poly(m, p, &k, &mut exponents)?;
            Ok((r.clone(), self.lemma(m, "exp_congr", &[p.expr, r.expr, k.expr, n, hk, hr])))
        });
        self.exponents = Some(exponents);
        r.map(Some)
    }

    /// `p ^ k` for a polynomial exponent: `p ^ (m₁ + m₂ + …) = p ^ m₁ * p ^ m₂ * …`.
    fn pow_poly(
        &mut self,
        m: &mut Meta,
        p: &Rc<Poly>,
        k: &Rc<Poly>,
        exponents: &mut Normalizer,
    ) -> Result<Proved> {
        let Some((a, rest)) = &k.kind else {
            let name = if self.is_ring() { "int_pow_nil" } else { "pow_nil" };
            return Ok((self.constant(m, &BigInt::one()), self.lemma(m, name, &[p.expr])));
        };
        let (s, hs) = self.pow_monomial(m, p, a, exponents)?;
        let (t, ht) = self.pow_poly(m, p, rest, exponents)?;
        let (r, hr) = self.mul(m, &s, &t)?;
        let args = [p.expr, r.expr, s.expr, t.expr, a.expr, rest.expr, hs, ht, hr];
        Ok((r, self.lemma(m, "exp_add", &args)))
    }

    /// `p ^ (w * k)` with coefficient `k`: `(p ^ w) ^ k`.
    fn pow_monomial(
        &mut self,
        m: &mut Meta,
        p: &Rc<Poly>,
        a: &Rc<Mono>,
        exponents: &mut Normalizer,
    ) -> Result<Proved> {
        let Some(k) = a.coefficient().to_u64() else {
            return Err(turnstile_elab::Error::msg("the exponent is too large"));
        };
        let Some(w) = exponents.clean_powers(m, a) else {
            let (r, h) = self.pow(m, p, k)?;
            // The exponent is the cast of a literal to `Nat`.
            return Ok((r, h));
        };
        // `a = w * k`, both sides by normalisation.
        let lit = m.st.nat_u64(k);
        let product = exponents.mk_mul(m, w, lit);
        let (q1, h1) = exponents.eval(m, product)?;
        let (q2, h2) = exponents.eval(m, a.expr)?;
        if q1.expr != q2.expr {
            return Err(turnstile_elab::Error::msg("internal: exponent out of normal form"));
        }
        let h = exponents.trans_symm(m, a.expr, product, q1.expr, h2, h1);
        let (q, hq) = self.pow_var(m, p, w, exponents)?;
        let (r, hr) = self.pow(m, &q, k)?;
        let args = [p.expr, q.expr, r.expr, lit, a.expr, w, h, hq, hr];
        Ok((r, self.lemma(m, "exp_mul", &args)))
    }

    /// `p ^ w` where `w` is a product of variables.
    fn pow_var(&mut self, m: &mut Meta, p: &Rc<Poly>, w: Expr, exponents: &mut Normalizer) -> Result<Proved> {
        if let Some((a, rest)) = &p.kind
            && rest.kind.is_none()
        {
            let (r, h) = self.pow_var_mono(m, a, w, exponents)?;
            return Ok((r.clone(), self.lemma(m, "exp_single", &[a.expr, r.expr, w, h])));
        }
        let e = self.mk_pow(m, p.expr, w);
        self.eval_atom(m, e)
    }

    fn pow_var_mono(
        &mut self,
        m: &mut Meta,
        a: &Rc<Mono>,
        w: Expr,
        exponents: &mut Normalizer,
    ) -> Result<Proved> {
        m.tick()?;
        match &a.kind {
            MonoKind::Num(k) if k.is_one() => {
                let name = if self.is_ring() { "int_exp_one" } else { "exp_one" };
                Ok((self.constant(m, &BigInt::one()), self.lemma(m, name, &[w])))
            }
            MonoKind::Num(_) => {
                let e = self.mk_pow(m, a.expr, w);
                self.eval_atom(m, e)
            }
            MonoKind::Mul { atom, exp, rest } => {
                let x = self.atoms[*atom];
                let (y, hy) = self.pow_atom(m, x, w, exponents)?;
                let (s, hs) = self.pow(m, &y, *exp)?;
                let lifted = self.mk_pow(m, x, w);
                let e = m.st.nat_u64(*exp);
                let hs = self.lemma(m, "pow_congr", &[lifted, y.expr, s.expr, e, hy, hs]);
                let (t, ht) = self.pow_var_mono(m, rest, w, exponents)?;
                let (r, hr) = self.mul(m, &s, &t)?;
                let args = [rest.expr, r.expr, s.expr, t.expr, x, e, w, hs, ht, hr];
                Ok((r, self.lemma(m, "exp_mono", &args)))
            }
        }
    }

    /// `x ^ w` for an atom, which may be a power itself: `(y ^ v) ^ w = y ^ (v * w)`.
    fn pow_atom(&mut self, m: &mut Meta, x: Expr, w: Expr, exponents: &mut Normalizer) -> Result<Proved> {
        if let View::Pow(y, v) = self.view(m, x)? {
            let vw = exponents.mk_mul(m, v, w);
            let (q, hq) = exponents.eval(m, vw)?;
            if let Some((a, rest)) = &q.kind
                && rest.kind.is_none()
                && a.coefficient().is_one()
                && let Some(u) = exponents.clean_powers(m, a)
            {
                let (q2, h2) = exponents.eval(m, u)?;
                if q2.expr == q.expr {
                    let h = exponents.trans_symm(m, vw, u, q.expr, hq, h2);
                    let e = self.mk_pow(m, y, u);
                    let (r, hr) = self.eval_atom(m, e)?;
                    return Ok((r.clone(), self.lemma(m, "exp_exp", &[r.expr, y, v, w, u, h, hr])));
                }
            }
        }
        let e = self.mk_pow(m, x, w);
        self.eval_atom(m, e)
    }

    /// The powers of a monomial without its coefficient, as a plain product; `None` if there are none.
    pub(super) fn clean_powers(&self, m: &Meta, a: &Mono) -> Option<Expr> {
        a.powers()
            .into_iter()
            .map(|(i, e)| match e {
                1 => self.atoms[i],
                _ => self.mk_pow(m, self.atoms[i], m.st.nat_u64(e)),
            })
            .reduce(|x, y| self.mk_mul(m, x, y))
    }
}
