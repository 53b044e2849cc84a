//! Sums, products, negatives and powers of polynomials in normal form, each with the proof that it is one.

use super::normalizer::Normalizer;
use super::poly::{Mono, MonoKind, Poly, compare};
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive};
use std::cmp::Ordering;
use std::rc::Rc;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Expr, with_stack};

/// Products with more monomials than this are given up on.
const MAX_MONOMIALS: usize = 3_000;
/// Coefficients with more bits than this are given up on.
const MAX_BITS: u64 = 1 << 16;

type Proved<T> = (Rc<T>, Expr);

fn too_large() -> Error {
    Error::msg("the polynomials grow too large")
}

impl Normalizer {
    /// The coefficient `k`.
    pub(super) fn num(&self, m: &Meta, k: BigInt) -> Rc<Mono> {
        let expr = self.coefficient(m, &k);
        Rc::new(Mono { kind: MonoKind::Num(k), expr })
    }

    pub(super) fn power(&self, m: &Meta, atom: usize, exp: u64, rest: Rc<Mono>) -> Rc<Mono> {
        let x = self.power_term(m, atom, exp);
        let expr = self.mk_mul(m, x, rest.expr);
        Rc::new(Mono { kind: MonoKind::Mul { atom, exp, rest }, expr })
    }

    fn power_term(&self, m: &Meta, atom: usize, exp: u64) -> Expr {
        self.mk_pow(m, self.atoms[atom], m.st.nat_u64(exp))
    }

    /// `0`
    pub(super) fn nil(&self) -> Rc<Poly> {
        Rc::new(Poly { kind: None, expr: self.nil, len: 0 })
    }

    pub(super) fn cons(&self, m: &Meta, a: Rc<Mono>, p: Rc<Poly>) -> Rc<Poly> {
        let (expr, len) = (self.mk_add(m, a.expr, p.expr), p.len + 1);
        Rc::new(Poly { kind: Some((a, p)), expr, len })
    }

    /// `a + 0`
    pub(super) fn single(&self, m: &Meta, a: Rc<Mono>) -> Rc<Poly> {
        let nil = self.nil();
        self.cons(m, a, nil)
    }

    /// The polynomial that is the constant `k`.
    pub(super) fn constant(&self, m: &Meta, k: &BigInt) -> Rc<Poly> {
        if k.sign() == num_bigint::Sign::NoSign {
            return self.nil();
        }
        let k = self.num(m, k.clone());
        self.single(m, k)
    }

    /// `a + b` for monomials with the same powers; `None` if they cancel.
    fn add_mono(&self, m: &Meta, a: &Mono, b: &Mono) -> Result<(Option<Rc<Mono>>, Expr)> {
        match (&a.kind, &b.kind) {
            (MonoKind::Num(j), MonoKind::Num(k)) => {
                let s = j + k;
                if s == BigInt::ZERO {
                    let z = self.literal(m, &s);
                    let refl = self.literal_refl(m, z);
                    let (j, k) = (self.literal(m, j), self.literal(m, k));
                    return Ok((None, self.lemma(m, "int_add_nil", &[j, k, refl])));
                }
                let (j, k) = (self.literal(m, j), self.literal(m, k));
                let value = self.literal(m, &s);
                let refl = self.literal_refl(m, value);
                let name = if self.is_ring() { "int_add" } else { "nat_add" };
                Ok((Some(self.num(m, s)), self.lemma(m, name, &[j, k, value, refl])))
            }
            (MonoKind::Mul { atom, exp, rest: p }, MonoKind::Mul { rest: q, .. }) => {
                let (r, h) = self.add_mono(m, p, q)?;
                let x = self.power_term(m, *atom, *exp);
                Ok(match r {
                    Some(r) => {
                        let h = self.lemma(m, "mono_add", &[p.expr, q.expr, r.expr, x, h]);
                        (Some(self.power(m, *atom, *exp, r)), h)
                    }
                    None => (None, self.lemma(m, "mono_add_nil", &[p.expr, q.expr, x, h])),
                })
            }
            _ => Err(Error::msg("internal: monomials of different powers")),
        }
    }

    /// `p + q`
    pub(super) fn add(&self, m: &mut Meta, p: &Rc<Poly>, q: &Rc<Poly>) -> Result<Proved<Poly>> {
        m.tick()?;
        let (Some((a, p1)), Some((b, q1))) = (&p.kind, &q.kind) else {
            return Ok(if p.kind.is_none() {
                (q.clone(), self.lemma(m, "nil_add", &[q.expr]))
            } else {
                (p.clone(), self.lemma(m, "add_nil", &[p.expr]))
            });
        };
        with_stack(|| match compare(a, b) {
            Ordering::Less => {
                let (r, h) = self.add(m, p1, q)?;
                let h = self.lemma(m, "add_lt", &[a.expr, p1.expr, q.expr, r.expr, h]);
                Ok((self.cons(m, a.clone(), r), h))
            }
            Ordering::Greater => {
                let (r, h) = self.add(m, p, q1)?;
                let h = self.lemma(m, "add_gt", &[b.expr, p.expr, q1.expr, r.expr, h]);
                Ok((self.cons(m, b.clone(), r), h))
            }
            Ordering::Equal => {
                let (c, hc) = self.add_mono(m, a, b)?;
                let (r, h) = self.add(m, p1, q1)?;
                Ok(match c {
                    Some(c) => {
                        let args = [a.expr, b.expr, c.expr, p1.expr, q1.expr, r.expr, hc, h];
                        (self.cons(m, c, r), self.lemma(m, "add_eq", &args))
                    }
                    None => {
                        let args = [a.expr, b.expr, p1.expr, q1.expr, r.expr, hc, h];
                        (r, self.lemma(m, "add_cancel", &args))
                    }
                })
            }
        })
    }

    /// `a * b`
    fn mul_mono(&self, m: &mut Meta, a: &Rc<Mono>, b: &Rc<Mono>) -> Result<Proved<Mono>> {
        m.tick()?;
        let first = |k: &MonoKind| match k {
            MonoKind::Num(_) => usize::MAX,
            MonoKind::Mul { atom, .. } => *atom,
        };
        match (&a.kind, &b.kind) {
            (MonoKind::Num(j), MonoKind::Num(k)) => {
                let s = j * k;
                if s.bits() > MAX_BITS {
                    return Err(too_large());
                }
                let (j, k) = (self.literal(m, j), self.literal(m, k));
                let value = self.literal(m, &s);
                let refl = self.literal_refl(m, value);
                let name = if self.is_ring() { "int_mul" } else { "nat_mul" };
                Ok((self.num(m, s), self.lemma(m, name, &[j, k, value, refl])))
            }
            (MonoKind::Mul { atom: x, exp: e, rest: p }, MonoKind::Mul { atom: y, exp: f, rest: q })
                if x == y =>
            {
                let g = e.checked_add(*f).ok_or_else(too_large)?;
                let (r, h) = self.mul_mono(m, p, q)?;
                let (ee, ff, gg) = (m.st.nat_u64(*e), m.st.nat_u64(*f), m.st.nat_u64(g));
                let refl = self.nat_refl(m, gg);
                let args = [p.expr, q.expr, r.expr, self.atoms[*x], ee, ff, gg, refl, h];
                let h = self.lemma(m, "mul_eq", &args);
                Ok((self.power(m, *x, g, r), h))
            }
            (MonoKind::Mul { atom, exp, rest }, k) if *atom < first(k) => {
                let (r, h) = self.mul_mono(m, rest, b)?;
                let x = self.power_term(m, *atom, *exp);
                let h = self.lemma(m, "mul_lt", &[rest.expr, b.expr, r.expr, x, h]);
                Ok((self.power(m, *atom, *exp, r), h))
            }
            (_, MonoKind::Mul { atom, exp, rest }) => {
                let (r, h) = self.mul_mono(m, a, rest)?;
                let x = self.power_term(m, *atom, *exp);
                let h = self.lemma(m, "mul_gt", &[a.expr, rest.expr, r.expr, x, h]);
                Ok((self.power(m, *atom, *exp, r), h))
            }
            _ => Err(Error::msg("internal: monomials out of order")),
        }
    }

    /// `a * q`
    pub(super) fn mul_mono_poly(&self, m: &mut Meta, a: &Rc<Mono>, q: &Rc<Poly>) -> Result<Proved<Poly>> {
        let Some((b, q1)) = &q.kind else {
            return Ok((self.nil(), self.lemma(m, "mul_nil", &[a.expr])));
        };
        with_stack(|| {
            let (c, h) = self.mul_mono(m, a, b)?;
            let (r, h2) = self.mul_mono_poly(m, a, q1)?;
            let args = [a.expr, b.expr, c.expr, q1.expr, r.expr, h, h2];
            let h = self.lemma(m, "mul_cons", &args);
            Ok((self.cons(m, c, r), h))
        })
    }

    /// `p * q`
    pub(super) fn mul(&self, m: &mut Meta, p: &Rc<Poly>, q: &Rc<Poly>) -> Result<Proved<Poly>> {
        if p.len.saturating_mul(q.len) > MAX_MONOMIALS {
            return Err(too_large());
        }
        let Some((a, p1)) = &p.kind else {
            return Ok((self.nil(), self.lemma(m, "nil_mul", &[q.expr])));
        };
        with_stack(|| {
            let (s, hs) = self.mul_mono_poly(m, a, q)?;
            let (t, ht) = self.mul(m, p1, q)?;
            let (r, hr) = self.add(m, &s, &t)?;
            let args = [a.expr, p1.expr, q.expr, r.expr, s.expr, t.expr, hs, ht, hr];
            Ok((r, self.lemma(m, "cons_mul", &args)))
        })
    }

    /// `-p`, in a ring.
    pub(super) fn neg(&self, m: &mut Meta, p: &Rc<Poly>) -> Result<Proved<Poly>> {
        m.tick()?;
        let Some((a, p1)) = &p.kind else {
            return Ok((self.nil(), self.lemma(m, "neg_nil", &[])));
        };
        with_stack(|| {
            let (b, hb) = self.neg_mono(m, a)?;
            let (q, hq) = self.neg(m, p1)?;
            let h = self.lemma(m, "neg_cons", &[a.expr, b.expr, p1.expr, q.expr, hb, hq]);
            Ok((self.cons(m, b, q), h))
        })
    }

    fn neg_mono(&self, m: &mut Meta, a: &Mono) -> Result<Proved<Mono>> {
        match &a.kind {
            MonoKind::Num(k) => {
                let (x, y) = (self.literal(m, k), self.literal(m, &-k));
                let refl = self.literal_refl(m, y);
                Ok((self.num(m, -k), self.lemma(m, "int_neg", &[x, y, refl])))
            }
            MonoKind::Mul { atom, exp, rest } => {
                let (r, h) = self.neg_mono(m, rest)?;
                let x = self.power_term(m, *atom, *exp);
                let h = self.lemma(m, "mono_neg", &[rest.expr, r.expr, x, h]);
                Ok((self.power(m, *atom, *exp, r), h))
            }
        }
    }

    /// `a ^ n` for a monomial.
    fn pow_mono(&self, m: &mut Meta, a: &Mono, n: u64) -> Result<Proved<Mono>> {
        m.tick()?;
        let nn = m.st.nat_u64(n);
        match &a.kind {
            MonoKind::Num(k) => {
                let e = u32::try_from(n).ok().filter(|e| u64::from(*e).saturating_mul(k.bits()) <= MAX_BITS);
                let v = k.pow(e.ok_or_else(too_large)?);
                let refl;
                let h = if self.is_ring() && k.is_negative() {
                    let (x, y) = (self.literal(m, k), self.literal(m, &v));
                    refl = self.literal_refl(m, y);
                    self.lemma(m, "int_pow", &[x, y, nn, refl])
                } else {
                    let lit = |v: &BigInt| m.st.nat(v.magnitude().clone());
                    let (x, y) = (lit(k), lit(&v));
                    refl = self.nat_refl(m, y);
                    if self.is_ring() {
                        self.lemma(m, "int_pow_nonneg", &[x, y, nn, refl])
                    } else {
                        self.lemma(m, "nat_pow", &[x, nn, y, refl])
                    }
                };
                Ok((self.num(m, v), h))
            }
            MonoKind::Mul { atom, exp, rest } => {
                let g = exp.checked_mul(n).ok_or_else(too_large)?;
                let (r, h) = self.pow_mono(m, rest, n)?;
                let (e, gg) = (m.st.nat_u64(*exp), m.st.nat_u64(g));
                let refl = self.nat_refl(m, gg);
                let args = [rest.expr, r.expr, self.atoms[*atom], e, gg, nn, refl, h];
                let h = self.lemma(m, "mono_pow", &args);
                Ok((self.power(m, *atom, g, r), h))
            }
        }
    }

    /// `p ^ n` by repeated squaring.
    pub(super) fn pow(&self, m: &mut Meta, p: &Rc<Poly>, n: u64) -> Result<Proved<Poly>> {
        if n == 0 {
            let name = if self.is_ring() { "int_pow_nil" } else { "pow_nil" };
            return Ok((self.constant(m, &BigInt::one()), self.lemma(m, name, &[p.expr])));
        }
        if n == 1 {
            return Ok((p.clone(), self.lemma(m, "pow_one'", &[p.expr])));
        }
        let nn = m.st.nat_u64(n);
        if let Some((a, rest)) = &p.kind
            && rest.kind.is_none()
        {
            let (b, h) = self.pow_mono(m, a, n)?;
            let h = self.lemma(m, "single_pow", &[a.expr, b.expr, nn, h]);
            return Ok((self.single(m, b), h));
        }
        if p.len > 1 && n.to_usize().is_none_or(|n| n > MAX_MONOMIALS) {
            return Err(too_large());
        }
        let refl = self.nat_refl(m, nn);
        if n % 2 == 0 {
            let k = m.st.nat_u64(n / 2);
            let (q, h) = self.pow(m, p, n / 2)?;
            let (r, h2) = self.mul(m, &q, &q)?;
            let h = self.lemma(m, "pow_even", &[p.expr, q.expr, r.expr, k, nn, refl, h, h2]);
            Ok((r, h))
        } else {
            let k = m.st.nat_u64(n - 1);
            let (q, h) = self.pow(m, p, n - 1)?;
            let (r, h2) = self.mul(m, &q, p)?;
            let h = self.lemma(m, "pow_odd", &[p.expr, q.expr, r.expr, k, nn, refl, h, h2]);
            Ok((r, h))
        }
    }
}

/// Steps for tactics that combine polynomials themselves; all in a ring.
impl Normalizer {
    /// `-p = r`
    ///
    /// # Errors
    /// When the budget ends.
    pub fn negate(&self, m: &mut Meta, p: &Rc<Poly>) -> Result<Proved<Poly>> {
        self.neg(m, p)
    }

    /// `p + q = r`
    ///
    /// # Errors
    /// When the budget ends.
    pub fn sum(&self, m: &mut Meta, p: &Rc<Poly>, q: &Rc<Poly>) -> Result<Proved<Poly>> {
        self.add(m, p, q)
    }

    /// `p * q = r`
    ///
    /// # Errors
    /// When the budget ends or the product is too large.
    pub fn product(&self, m: &mut Meta, p: &Rc<Poly>, q: &Rc<Poly>) -> Result<Proved<Poly>> {
        self.mul(m, p, q)
    }

    /// `k * p = r` for a positive constant.
    ///
    /// # Errors
    /// When the budget ends or the product is too large.
    pub fn scale(&self, m: &mut Meta, k: &BigInt, p: &Rc<Poly>) -> Result<Proved<Poly>> {
        let k = self.num(m, k.clone());
        self.mul_mono_poly(m, &k, p)
    }

    /// `-(p * q) = r` from `e : p * q = pq`.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn negated_product(
        &self,
        m: &mut Meta,
        p: &Poly,
        q: &Poly,
        pq: &Rc<Poly>,
        e: Expr,
    ) -> Result<Proved<Poly>> {
        let (r, h) = self.neg(m, pq)?;
        let product = self.mk_mul(m, p.expr, q.expr);
        Ok((r.clone(), self.lemma(m, "neg_congr", &[product, pq.expr, r.expr, e, h])))
    }

    /// `p - q` as a polynomial, without a proof.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn difference(&self, m: &mut Meta, p: &Rc<Poly>, q: &Rc<Poly>) -> Result<Option<Rc<Poly>>> {
        let (n, _) = self.neg(m, q)?;
        let d = self.add(m, p, &n)?.0;
        Ok(d.kind.is_some().then_some(d))
    }

    /// The polynomial `-1`, and a proof that `-c = -1` for the coefficient `c = 1`.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn minus_one(&self, m: &mut Meta) -> Result<Proved<Poly>> {
        let one = self.num(m, BigInt::one());
        let (n, h) = self.neg_mono(m, &one)?;
        // `-1 = -1 + 0`
        let p = self.single(m, n.clone());
        let neg = self.neg_term(m, one.expr);
        Ok((p, self.lemma(m, "single", &[neg, n.expr, h])))
    }
}
