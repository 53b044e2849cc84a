//! `positivity`: `0 ≤ e`, `0 < e` and `e ≠ 0` by the shape of `e`.
//!
//! The sign of a sum, product or power follows from the signs of its parts; even powers and squares are not negative; signs of
//! other terms are looked for among the hypotheses.

use crate::goal::{in_goal, tactic_error};
use num_bigint::BigUint;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Expr, Level, LevelNode, MVarId, Name};

/// `0 < e` or `0 ≤ e`, with a proof.
#[derive(Clone, Copy)]
struct Sign {
    strict: bool,
    proof: Expr,
}

/// An ordered semiring.
struct Ordered {
    ty: Expr,
    level: Level,
    /// Semiring, order, and that they fit.
    semiring: [Expr; 3],
    /// The same for a ring, if it is one.
    ring: Option<[Expr; 3]>,
}

/// Closes a goal `0 ≤ e`, `0 < e` or `e ≠ 0`.
///
/// # Errors
/// When the shape of `e` does not show it.
pub fn positivity(m: &mut Meta, g: MVarId) -> Result<()> {
    in_goal(m, g, |m, goal| {
        let target = m.whnf_r(goal.target)?;
        let st = m.st.clone();
        let (f, args) = st.unapp(target);
        let head = st.as_const(f).map_or("", |c| c.0.as_str());
        let not_zero = st.app_of(target, "Not", 1).and_then(|a| st.app_of(a[0], "Eq", 3));
        let (ty, zero, e, want) = match (head, args.as_slice(), not_zero.as_deref()) {
            ("LE.le", [t, _, a, b], _) | ("GE.ge", [t, _, b, a], _) => (*t, *a, *b, "le"),
            ("LT.lt", [t, _, a, b], _) | ("GT.gt", [t, _, b, a], _) => (*t, *a, *b, "lt"),
            ("Ne", [t, a, b], _) | (_, _, Some([t, a, b])) => (*t, *b, *a, "ne"),
            _ => return Err(tactic_error(m, "positivity", g, "the goal does not compare with 0")),
        };
        if !is_zero(m, zero) {
            return Err(tactic_error(m, "positivity", g, "the goal does not compare with 0"));
        }
        let ty = m.instantiate(ty);
        let Some(o) = Ordered::new(m, ty)? else {
            return Err(tactic_error(m, "positivity", g, "the type is no ordered semiring"));
        };
        let proof = match (o.sign(m, e)?, want) {
            (Some(s), "le") if s.strict => o.lemma(m, "weaken", &[e, s.proof]),
            (Some(s), "le") => s.proof,
            (Some(s), "lt") if s.strict => s.proof,
            (Some(s), "ne") if s.strict => o.lemma(m, "ne", &[e, s.proof]),
            _ => {
                return Err(tactic_error(m, "positivity", g, "the shape of the term does not show its sign"));
            }
        };
        m.mctx.assign(g, proof);
        Ok(())
    })
}

fn numeral(m: &Meta, e: Expr) -> Option<BigUint> {
    let e = m.instantiate(e);
    m.nat_literal(e).or_else(|| m.st.app_of(e, "OfNat.ofNat", 3).and_then(|a| m.nat_literal(a[1])))
}

fn is_zero(m: &Meta, e: Expr) -> bool {
    numeral(m, e).is_some_and(|n| n == BigUint::ZERO)
}

impl Ordered {
    fn new(m: &mut Meta, ty: Expr) -> Result<Option<Ordered>> {
        let st = m.st.clone();
        let sort = m.sort_of(ty)?;
        let sort = m.normalize_level(m.instantiate_level(sort));
        let LevelNode::Succ(level) = st.level(sort) else { return Ok(None) };
        let class = |n: &str| st.app(st.const_(Name::new(n), &[level]), ty);
        let Some(order) = find(m, class("Mathlib.LinearOrder"))? else { return Ok(None) };
        let ring = match find(m, class("Mathlib.CommRing"))? {
            Some(r) => third(m, "mul_self", level, ty, r, order)?.map(|s| [r, order, s]),
            None => None,
        };
        let semiring = match ring {
            Some([r, ..]) => {
                Some(st.apps(st.const_(Name::new("Mathlib.CommRing.toCommSemiring"), &[level]), &[ty, r]))
            }
            None => find(m, class("Mathlib.CommSemiring"))?,
        };
        let Some(semiring) = semiring else { return Ok(None) };
        let Some(strict) = third(m, "weaken", level, ty, semiring, order)? else { return Ok(None) };
        Ok(Some(Ordered { ty, level, semiring: [semiring, order, strict], ring }))
    }

    fn lemma(&self, m: &Meta, name: &str, args: &[Expr]) -> Expr {
        let f = m.st.const_(Name::new("Mathlib.Positivity").str(name), &[self.level]);
        m.st.apps(m.st.apps(m.st.app(f, self.ty), &self.semiring), args)
    }

    /// The sign of `e`, if it can be told.
    fn sign(&self, m: &mut Meta, e: Expr) -> Result<Option<Sign>> {
        m.tick()?;
        let e = m.instantiate(e);
        let known = self.assumption(m, e)?;
        if known.is_some_and(|s| s.strict) {
            return Ok(known);
        }
        let shape = turnstile_kernel::with_stack(|| self.shape(m, e))?;
        Ok(match (known, shape) {
            (Some(k), Some(s)) => Some(if s.strict { s } else { k }),
            (k, s) => k.or(s),
        })
    }

    fn shape(&self, m: &mut Meta, e: Expr) -> Result<Option<Sign>> {
        let st = m.st.clone();
        let is_nat = st.as_const(self.ty).is_some_and(|c| c.0.as_str() == "Nat");
        if let Some(n) = numeral(m, e) {
            return Ok(if n == BigUint::ZERO {
                None
            } else if n == BigUint::from(1u32) {
                Some(Sign { strict: true, proof: self.lemma(m, "one_pos", &[]) })
            } else {
                let before = st.nat(n - 1u32);
                Some(Sign { strict: true, proof: self.lemma(m, "cast_pos", &[before]) })
            });
        }
        let (h, args) = st.unapp(e);
        let head = st.as_const(h).map_or("", |c| c.0.as_str());
        let found = match (head, args.as_slice()) {
            ("HAdd.hAdd", [_, _, _, _, a, b]) => match (self.sign(m, *a)?, self.sign(m, *b)?) {
                (Some(x), Some(y)) => Some(self.sum(m, *a, *b, x, y)),
                _ => None,
            },
            ("HMul.hMul", [_, _, _, _, a, b]) => match (self.sign(m, *a)?, self.sign(m, *b)?) {
                (Some(x), Some(y)) => Some(self.product(m, *a, *b, x, y)),
                _ if st.alpha_eq(*a, *b) => {
                    self.ring_lemma(m, "mul_self", &[*a]).map(|proof| Sign { strict: false, proof })
                }
                _ => None,
            },
            ("HPow.hPow", [_, _, _, _, a, n]) => match self.sign(m, *a)? {
                Some(s) => {
                    let name = if s.strict { "pow_pos" } else { "pow_nonneg" };
                    Some(Sign { strict: s.strict, proof: self.lemma(m, name, &[*a, *n, s.proof]) })
                }
                None => self.even_power(m, *a, *n),
            },
            ("Nat.cast", [_, _, n]) if !is_nat => {
                Some(Sign { strict: false, proof: self.lemma(m, "cast_nonneg", &[*n]) })
            }
            _ => None,
        };
        if found.is_none() && is_nat {
            return Ok(Some(Sign { strict: false, proof: st.app(st.const0("Nat.zero_le"), e) }));
        }
        Ok(found)
    }

    fn ring_lemma(&self, m: &Meta, name: &str, args: &[Expr]) -> Option<Expr> {
        let insts = self.ring?;
        let f = m.st.const_(Name::new("Mathlib.Positivity").str(name), &[self.level]);
        Some(m.st.apps(m.st.apps(m.st.app(f, self.ty), &insts), args))
    }

    /// `a ^ n` for an even literal.
    fn even_power(&self, m: &Meta, a: Expr, n: Expr) -> Option<Sign> {
        let k = numeral(m, n)?;
        if k.bit(0) {
            return None;
        }
        let st = &m.st;
        let refl = st.apps(st.const_(Name::new("Eq.refl"), &[st.l_one()]), &[st.const0("Nat"), n]);
        let proof = self.ring_lemma(m, "even_pow", &[a, st.nat(k >> 1u32), n, refl])?;
        Some(Sign { strict: false, proof })
    }

    fn weak(&self, m: &Meta, e: Expr, s: Sign) -> Expr {
        if s.strict { self.lemma(m, "weaken", &[e, s.proof]) } else { s.proof }
    }

    fn sum(&self, m: &Meta, a: Expr, b: Expr, x: Sign, y: Sign) -> Sign {
        let proof = if x.strict {
            self.lemma(m, "add_pos_left", &[a, b, x.proof, self.weak(m, b, y)])
        } else if y.strict {
            self.lemma(m, "add_pos_right", &[a, b, x.proof, y.proof])
        } else {
            self.lemma(m, "add_nonneg", &[a, b, x.proof, y.proof])
        };
        Sign { strict: x.strict || y.strict, proof }
    }

    fn product(&self, m: &Meta, a: Expr, b: Expr, x: Sign, y: Sign) -> Sign {
        if x.strict && y.strict {
            return Sign { strict: true, proof: self.lemma(m, "mul_pos", &[a, b, x.proof, y.proof]) };
        }
        let proof = self.lemma(m, "mul_nonneg", &[a, b, self.weak(m, a, x), self.weak(m, b, y)]);
        Sign { strict: false, proof }
    }

    /// A hypothesis `0 < e` or `0 ≤ e`; the first is preferred.
    fn assumption(&self, m: &mut Meta, e: Expr) -> Result<Option<Sign>> {
        let mut best: Option<Sign> = None;
        let locals: Vec<_> = m.lctx.iter().rev().filter(|d| !d.is_aux).cloned().collect();
        for d in locals {
            m.tick()?;
            let t = m.instantiate(d.ty);
            let (f, args) = m.st.unapp(t);
            let head = m.st.as_const(f).map_or("", |c| c.0.as_str());
            let (strict, zero, x) = match (head, args.as_slice()) {
                ("LT.lt", [_, _, a, b]) | ("GT.gt", [_, _, b, a]) => (true, *a, *b),
                ("LE.le", [_, _, a, b]) | ("GE.ge", [_, _, b, a]) => (false, *a, *b),
                _ => continue,
            };
            if is_zero(m, zero) && m.st.alpha_eq(x, e) && best.is_none_or(|s| strict && !s.strict) {
                best = Some(Sign { strict, proof: m.st.fvar(d.id) });
            }
        }
        Ok(best)
    }
}

fn find(m: &mut Meta, class: Expr) -> Result<Option<Expr>> {
    match m.synth_instance(class) {
        Err(e) if e.is_resource() => Err(e),
        Ok(found) => Ok(found),
        Err(_) => Ok(None),
    }
}

/// The third instance argument of the lemma `name`.
fn third(m: &mut Meta, name: &str, level: Level, ty: Expr, inst: Expr, order: Expr) -> Result<Option<Expr>> {
    let f = m.st.const_(Name::new("Mathlib.Positivity").str(name), &[level]);
    let f = m.st.apps(f, &[ty, inst, order]);
    let t = m.infer(f)?;
    let turnstile_kernel::Node::Pi(_, class, _) = m.st.node(t) else {
        return Err(Error::msg("internal: the lemma has no instance argument"));
    };
    find(m, class)
}
