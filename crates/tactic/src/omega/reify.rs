//! Terms of `Nat` and `Int` as linear expressions over atoms.

use super::facts::Problem;
use std::collections::BTreeMap;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BigUint, Expr, Name, Node};

use num_bigint::BigInt;

/// An atom: a natural or an integer one, by its position among its kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Var {
    Nat(usize),
    Int(usize),
}

/// `k + Σ cᵢ·xᵢ`
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Linear {
    pub k: BigInt,
    pub cs: BTreeMap<Var, BigInt>,
}

impl Linear {
    pub fn constant(k: BigInt) -> Linear {
        Linear { k, cs: BTreeMap::new() }
    }
    pub fn var(v: Var) -> Linear {
        Linear { k: BigInt::ZERO, cs: BTreeMap::from([(v, BigInt::from(1))]) }
    }
    /// `m * self + n * other`
    pub fn combine(&self, m: &BigInt, other: &Linear, n: &BigInt) -> Linear {
        let mut cs: BTreeMap<Var, BigInt> = self.cs.iter().map(|(v, c)| (*v, c * m)).collect();
        for (v, c) in &other.cs {
            *cs.entry(*v).or_default() += c * n;
        }
        cs.retain(|_, c| *c != BigInt::ZERO);
        Linear { k: &self.k * m + &other.k * n, cs }
    }
    pub fn scale(&self, m: &BigInt) -> Linear {
        self.combine(m, &Linear::default(), &BigInt::ZERO)
    }
}

/// A reified term: its syntax tree as a term of `Omega.NLin` or `Omega.ZLin`, and its value as a linear form.
#[derive(Clone)]
pub(super) struct Reified {
    pub syntax: Expr,
    pub lin: Linear,
}

impl Problem {
    fn node(m: &Meta, name: &str, args: &[Expr]) -> Expr {
        m.st.apps(m.st.const0(name), args)
    }

    /// A term of type `Nat`.
    pub fn reify_nat(&mut self, m: &mut Meta, e: Expr) -> Result<Reified> {
        let e = m.instantiate(e);
        if let Some(v) = m.nat_literal(e) {
            return Ok(Reified {
                syntax: Self::node(m, "Omega.NLin.num", &[e]),
                lin: Linear::constant(v.into()),
            });
        }
        let (h, args) = m.st.unapp(e);
        let head = m.st.as_const(h).map_or("", |c| c.0.as_str());
        match (head, args.as_slice()) {
            ("HAdd.hAdd", [.., a, b]) if args.len() == 6 => self.add_nat(m, *a, *b),
            ("Add.add", [.., a, b]) if args.len() == 4 => self.add_nat(m, *a, *b),
            ("Nat.add", [a, b]) => self.add_nat(m, *a, *b),
            ("Nat.succ", [a]) => {
                let a = self.reify_nat(m, *a)?;
                let lin = a.lin.combine(&BigInt::from(1), &Linear::constant(1.into()), &BigInt::from(1));
                Ok(Reified { syntax: Self::node(m, "Omega.NLin.succ", &[a.syntax]), lin })
            }
            ("HMul.hMul", [.., a, b]) if args.len() == 6 => self.mul_nat(m, e, *a, *b),
            ("Mul.mul", [.., a, b]) if args.len() == 4 => self.mul_nat(m, e, *a, *b),
            ("Nat.mul", [a, b]) => self.mul_nat(m, e, *a, *b),
            ("HPow.hPow" | "Nat.pow" | "HShiftLeft.hShiftLeft", _) => match self.eval_nat(m, e)? {
                Some(v) => Ok(Reified {
                    syntax: Self::node(m, "Omega.NLin.num", &[e]),
                    lin: Linear::constant(v.into()),
                }),
                None => self.atom_nat(m, e),
            },
            _ => self.atom_nat(m, e),
        }
    }

    /// The value of a closed term built from literals.
    fn eval_nat(&mut self, m: &mut Meta, e: Expr) -> Result<Option<BigUint>> {
        if m.st.has_fvar(e) || m.st.has_mvar(e) {
            return Ok(None);
        }
        let w = m.whnf(e)?;
        Ok(m.nat_literal(w))
    }

    fn add_nat(&mut self, m: &mut Meta, a: Expr, b: Expr) -> Result<Reified> {
        let (a, b) = (self.reify_nat(m, a)?, self.reify_nat(m, b)?);
        let one = BigInt::from(1);
        Ok(Reified {
            syntax: Self::node(m, "Omega.NLin.add", &[a.syntax, b.syntax]),
            lin: a.lin.combine(&one, &b.lin, &one),
        })
    }

    fn mul_nat(&mut self, m: &mut Meta, e: Expr, a: Expr, b: Expr) -> Result<Reified> {
        let (ra, rb) = (self.reify_nat(m, a)?, self.reify_nat(m, b)?);
        if ra.lin.cs.is_empty() && self.eval_nat(m, a)?.is_some() {
            return Ok(Reified {
                syntax: Self::node(m, "Omega.NLin.mulL", &[a, rb.syntax]),
                lin: rb.lin.scale(&ra.lin.k),
            });
        }
        if rb.lin.cs.is_empty() && self.eval_nat(m, b)?.is_some() {
            return Ok(Reified {
                syntax: Self::node(m, "Omega.NLin.mulR", &[ra.syntax, b]),
                lin: ra.lin.scale(&rb.lin.k),
            });
        }
        self.atom_nat(m, e)
    }

    fn atom_nat(&mut self, m: &mut Meta, e: Expr) -> Result<Reified> {
        let i = self.intern_nat(m, e)?;
        let lit = m.st.nat_u64(i as u64);
        Ok(Reified { syntax: Self::node(m, "Omega.NLin.atom", &[lit]), lin: Linear::var(Var::Nat(i)) })
    }

    fn intern_nat(&mut self, m: &mut Meta, e: Expr) -> Result<usize> {
        let key = m.st.alpha(e);
        if let Some(i) = self.nats.iter().position(|a| m.st.alpha(*a) == key) {
            return Ok(i);
        }
        let i = self.nats.len();
        self.nats.push(e);
        // As integers, naturals are not negative.
        let cast = m.st.app(m.st.const0("Int.ofNat"), e);
        let zero = int_lit(m, &BigInt::ZERO);
        let p = Self::node(m, "Int.ofNat_nonneg", &[e]);
        let ty = int_rel(m, "LE.le", "Int.instLEInt", zero, cast);
        self.pending.push((p, ty));
        let (h, args) = m.st.unapp(e);
        let head = m.st.as_const(h).map_or("", |c| c.0.as_str());
        match (head, args.as_slice()) {
            ("HSub.hSub", [.., a, b]) if args.len() == 6 => self.lemma(m, "Omega.sub_cases", &[*a, *b])?,
            ("Nat.sub", [a, b]) => self.lemma(m, "Omega.sub_cases", &[*a, *b])?,
            ("Min.min", [_, _, a, b]) => self.lemma(m, "Omega.min_cases", &[*a, *b])?,
            ("Max.max", [_, _, a, b]) => self.lemma(m, "Omega.max_cases", &[*a, *b])?,
            ("Int.natAbs", [a]) => self.lemma(m, "Omega.natAbs_cases", &[*a])?,
            ("Int.toNat", [a]) => self.lemma(m, "Omega.toNat_cases", &[*a])?,
            ("HDiv.hDiv" | "HMod.hMod", [.., a, c])
                if args.len() == 6 && self.eval_nat(m, *c)?.is_some_and(|v| v > BigUint::ZERO) =>
            {
                self.lemma(m, "Omega.nat_div_mod", &[*a, *c])?;
                let refl = refl_true(m);
                self.lemma(m, "Omega.nat_mod_lt", &[*a, *c, refl])?;
            }
            ("ite", [t, c, inst, a, b]) => self.conditional(m, *t, *c, *inst, *a, *b)?,
            ("HMul.hMul" | "HPow.hPow", _) if args.len() == 6 => self.polynomial(m, e)?,
            _ => {}
        }
        Ok(i)
    }

    /// `if c then a else b` is one of the two.
    fn conditional(&mut self, m: &mut Meta, t: Expr, c: Expr, inst: Expr, a: Expr, b: Expr) -> Result<()> {
        if !self.is_relevant(m, c) {
            return Ok(());
        }
        let st = m.st.clone();
        let f = st.const_(Name::new("Omega.ite_cases"), &[st.l_one()]);
        let p = st.apps(f, &[t, c, inst, a, b]);
        let ty = m.infer(p)?;
        self.pending.push((p, ty));
        Ok(())
    }

    /// A product or power as a sum of monomials, so that equal monomials are one atom.
    fn polynomial(&mut self, m: &mut Meta, e: Expr) -> Result<()> {
        match crate::ring::equation(m, e) {
            Ok(Some(p)) => {
                let ty = m.infer(p)?;
                self.pending.push((p, ty));
                Ok(())
            }
            Err(e) if e.is_resource() => Err(e),
            _ => Ok(()),
        }
    }

    /// Adds the statement of a library lemma at `args` to the facts.
    fn lemma(&mut self, m: &mut Meta, name: &str, args: &[Expr]) -> Result<()> {
        let p = Self::node(m, name, args);
        let ty = m.infer(p)?;
        self.pending.push((p, ty));
        Ok(())
    }

    /// A term of type `Int`.
    pub fn reify_int(&mut self, m: &mut Meta, e: Expr) -> Result<Reified> {
        let e = m.instantiate(e);
        let one = BigInt::from(1);
        let (h, args) = m.st.unapp(e);
        let head = m.st.as_const(h).map_or("", |c| c.0.as_str());
        match (head, args.as_slice()) {
            ("OfNat.ofNat", [_, n, _]) => {
                if let Node::Nat(n) = m.st.node(*n) {
                    let v: BigInt = (*m.st.nat_value(n)).clone().into();
                    return Ok(Reified {
                        syntax: Self::node(m, "Omega.ZLin.num", &[e]),
                        lin: Linear::constant(v),
                    });
                }
                self.atom_int(m, e)
            }
            ("Int.negSucc", [n]) => match m.nat_literal(*n) {
                Some(v) => Ok(Reified {
                    syntax: Self::node(m, "Omega.ZLin.num", &[e]),
                    lin: Linear::constant(-BigInt::from(v) - 1),
                }),
                None => self.atom_int(m, e),
            },
            ("Int.ofNat", [n]) | ("Nat.cast" | "NatCast.natCast", [_, _, n]) => {
                let r = self.reify_nat(m, *n)?;
                Ok(Reified { syntax: Self::node(m, "Omega.ZLin.nat", &[r.syntax]), lin: r.lin })
            }
            ("HAdd.hAdd", [.., a, b]) if args.len() == 6 => {
                let (a, b) = (self.reify_int(m, *a)?, self.reify_int(m, *b)?);
                Ok(Reified {
                    syntax: Self::node(m, "Omega.ZLin.add", &[a.syntax, b.syntax]),
                    lin: a.lin.combine(&one, &b.lin, &one),
                })
            }
            ("HSub.hSub", [.., a, b]) if args.len() == 6 => {
                let (a, b) = (self.reify_int(m, *a)?, self.reify_int(m, *b)?);
                Ok(Reified {
                    syntax: Self::node(m, "Omega.ZLin.sub", &[a.syntax, b.syntax]),
                    lin: a.lin.combine(&one, &b.lin, &-&one),
                })
            }
            ("Neg.neg", [.., a]) if args.len() == 3 => {
                let a = self.reify_int(m, *a)?;
                Ok(Reified { syntax: Self::node(m, "Omega.ZLin.neg", &[a.syntax]), lin: a.lin.scale(&-one) })
            }
            ("HMul.hMul", [.., a, b]) if args.len() == 6 => {
                let (ra, rb) = (self.reify_int(m, *a)?, self.reify_int(m, *b)?);
                if ra.lin.cs.is_empty() {
                    return Ok(Reified {
                        syntax: Self::node(m, "Omega.ZLin.mulL", &[*a, rb.syntax]),
                        lin: rb.lin.scale(&ra.lin.k),
                    });
                }
                if rb.lin.cs.is_empty() {
                    return Ok(Reified {
                        syntax: Self::node(m, "Omega.ZLin.mulR", &[ra.syntax, *b]),
                        lin: ra.lin.scale(&rb.lin.k),
                    });
                }
                self.atom_int(m, e)
            }
            _ => self.atom_int(m, e),
        }
    }

    fn atom_int(&mut self, m: &mut Meta, e: Expr) -> Result<Reified> {
        let key = m.st.alpha(e);
        let i = match self.ints.iter().position(|a| m.st.alpha(*a) == key) {
            Some(i) => i,
            None => {
                self.ints.push(e);
                self.int_facts(m, e)?;
                self.ints.iter().position(|a| m.st.alpha(*a) == key).unwrap_or(0)
            }
        };
        Ok(self.int_var(m, i))
    }

    /// The integer atom number `i` as a term.
    pub fn int_var(&self, m: &Meta, i: usize) -> Reified {
        let lit = m.st.nat_u64(i as u64);
        Reified { syntax: Self::node(m, "Omega.ZLin.atom", &[lit]), lin: Linear::var(Var::Int(i)) }
    }

    fn int_facts(&mut self, m: &mut Meta, e: Expr) -> Result<()> {
        let (h, args) = m.st.unapp(e);
        let head = m.st.as_const(h).map_or("", |c| c.0.as_str());
        match (head, args.as_slice()) {
            ("Min.min", [_, _, a, b]) => return self.lemma(m, "Omega.int_min_cases", &[*a, *b]),
            ("Max.max", [_, _, a, b]) => return self.lemma(m, "Omega.int_max_cases", &[*a, *b]),
            ("HDiv.hDiv" | "HMod.hMod", _) if args.len() == 6 => {}
            ("ite", [t, c, inst, a, b]) => return self.conditional(m, *t, *c, *inst, *a, *b),
            ("HMul.hMul" | "HPow.hPow", _) if args.len() == 6 => return self.polynomial(m, e),
            _ => return Ok(()),
        }
        let (a, c) = (args[4], args[5]);
        let rc = self.reify_int(m, c)?;
        if !rc.lin.cs.is_empty() || rc.lin.k <= BigInt::ZERO {
            return Ok(());
        }
        let Some(nat) = rc.lin.k.to_biguint() else { return Ok(()) };
        self.lemma(m, "Omega.int_div_mod", &[a, c])?;
        let lit = m.st.nat(nat);
        let refl = refl_true(m);
        let modulo = m.mk_app("HMod.hMod", &[a, c])?;
        let zero = int_lit(m, &BigInt::ZERO);
        let p = Self::node(m, "Omega.int_mod_nonneg", &[a, lit, refl]);
        self.pending.push((p, int_rel(m, "LE.le", "Int.instLEInt", zero, modulo)));
        let p = Self::node(m, "Omega.int_mod_lt", &[a, lit, refl]);
        self.pending.push((p, int_rel(m, "LT.lt", "Int.instLTInt", modulo, c)));
        Ok(())
    }
}

/// `Eq.refl true`
pub(crate) fn refl_true(m: &Meta) -> Expr {
    let st = &m.st;
    st.apps(st.const_(Name::new("Eq.refl"), &[st.l_one()]), &[st.const0("Bool"), st.const0("Bool.true")])
}

/// The integer `v` by its constructor.
pub(super) fn int_lit(m: &Meta, v: &BigInt) -> Expr {
    let st = &m.st;
    match v.to_biguint() {
        Some(n) => st.app(st.const0("Int.ofNat"), st.nat(n)),
        None => {
            let n = (-v - BigInt::from(1)).to_biguint().unwrap_or_default();
            st.app(st.const0("Int.negSucc"), st.nat(n))
        }
    }
}

fn int_rel(m: &Meta, rel: &str, inst: &str, a: Expr, b: Expr) -> Expr {
    let st = &m.st;
    st.apps(st.const_(Name::new(rel), &[st.l_zero()]), &[st.const0("Int"), st.const0(inst), a, b])
}
