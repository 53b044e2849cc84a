//! Polynomials in normal form, as data and as terms.

use num_bigint::BigInt;
use std::cmp::Ordering;
use std::rc::Rc;
use turnstile_kernel::Expr;

/// A product of powers of atoms, smallest atom first, that ends in a coefficient: `x ^ 2 * (y ^ 1 * 3)`.
#[derive(Debug)]
pub struct Mono {
    /// What it is.
    pub kind: MonoKind,
    /// The term.
    pub expr: Expr,
}

/// The two forms of a monomial.
#[derive(Debug)]
pub enum MonoKind {
    /// A coefficient, never zero.
    Num(BigInt),
    /// `atom ^ exp * rest`
    Mul {
        /// The atom's number.
        atom: usize,
        /// A positive exponent.
        exp: u64,
        /// Later atoms and the coefficient.
        rest: Rc<Mono>,
    },
}

impl Mono {
    /// Atoms with their exponents: what two monomials must share to be added.
    #[must_use]
    pub fn powers(&self) -> Vec<(usize, u64)> {
        let mut out = Vec::new();
        let mut at = self;
        while let MonoKind::Mul { atom, exp, rest } = &at.kind {
            out.push((*atom, *exp));
            at = rest;
        }
        out
    }

    /// The coefficient.
    #[must_use]
    pub fn coefficient(&self) -> &BigInt {
        let mut at = self;
        loop {
            match &at.kind {
                MonoKind::Num(k) => return k,
                MonoKind::Mul { rest, .. } => at = rest,
            }
        }
    }

    /// The sum of the exponents.
    #[must_use]
    pub fn degree(&self) -> u64 {
        self.powers().iter().fold(0, |d, p| d.saturating_add(p.1))
    }
}

/// The lexicographic order of the powers: `Less` comes first in a polynomial. Multiplication preserves it.
#[must_use]
pub fn compare(a: &Mono, b: &Mono) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        match (&a.kind, &b.kind) {
            (MonoKind::Num(_), MonoKind::Num(_)) => return Ordering::Equal,
            (MonoKind::Num(_), MonoKind::Mul { .. }) => return Ordering::Greater,
            (MonoKind::Mul { .. }, MonoKind::Num(_)) => return Ordering::Less,
            (MonoKind::Mul { atom: x, exp: e, rest: p }, MonoKind::Mul { atom: y, exp: f, rest: q }) => {
                match x.cmp(y).then(f.cmp(e)) {
                    Ordering::Equal => (a, b) = (p, q),
                    o => return o,
                }
            }
        }
    }
}

/// A sum of monomials in order, that ends in `0`.
#[derive(Debug)]
pub struct Poly {
    /// First monomial and the rest; `None` for `0`.
    pub kind: Option<(Rc<Mono>, Rc<Poly>)>,
    /// The term.
    pub expr: Expr,
    /// Number of monomials.
    pub len: usize,
}

impl Poly {
    /// The monomials, in order.
    pub fn monos(&self) -> impl Iterator<Item = &Rc<Mono>> {
        let mut at = self;
        std::iter::from_fn(move || {
            let (a, p) = at.kind.as_ref()?;
            at = p;
            Some(a)
        })
    }

    /// The value, if it has no atoms.
    #[must_use]
    pub fn constant(&self) -> Option<BigInt> {
        match &self.kind {
            None => Some(BigInt::ZERO),
            Some((a, p)) => match (&a.kind, &p.kind) {
                (MonoKind::Num(k), None) => Some(k.clone()),
                _ => None,
            },
        }
    }
}
