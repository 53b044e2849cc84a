//! Computation on literals: arithmetic, comparisons, and the cancellation of numerals in `x + 3 = y + 2`.

use super::engine::{Simp, SimpResult};
use crate::known;
use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use turnstile_elab::Result;
use turnstile_kernel::{Expr, Name, Node};

/// Powers with more bits than this are left alone.
const MAX_BITS: u64 = 1 << 16;
/// Numerals larger than this are not cancelled: the proof would count down.
const MAX_OFFSET: u64 = 1 << 10;

/// The value of a literal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Value {
    Nat(BigUint),
    Int(BigInt),
    Char(u32),
    Str(String),
    Bool(bool),
}

/// A side of a relation on `Nat`: `base + offset`, or a numeral.
struct Side {
    base: Option<Expr>,
    offset: BigUint,
}

impl Simp<'_> {
    /// The value of `e`, if it is a literal.
    pub(super) fn value(&self, e: Expr) -> Option<Value> {
        let st = &self.m.st;
        if let Some(n) = self.m.nat_literal(e) {
            return Some(Value::Nat(n));
        }
        if let Node::Str(s) = st.node(e) {
            return Some(Value::Str(st.str_value(s).to_string()));
        }
        let (h, args) = st.unapp(e);
        let (n, _) = st.as_const(h)?;
        match (n.as_str(), args.as_slice()) {
            ("OfNat.ofNat", [t, v, _]) if self.is_type(*t, "Int") => match st.node(*v) {
                Node::Nat(k) => Some(Value::Int(BigInt::from((*st.nat_value(k)).clone()))),
                _ => None,
            },
            ("Neg.neg", [t, _, x]) if self.is_type(*t, "Int") => match self.value(*x)? {
                Value::Int(k) if k.is_positive() => Some(Value::Int(-k)),
                _ => None,
            },
            ("Char.ofNat", [v]) => Some(Value::Char(self.m.nat_literal(*v)?.to_u32()?)),
            ("Bool.true", []) => Some(Value::Bool(true)),
            ("Bool.false", []) => Some(Value::Bool(false)),
            _ => None,
        }
    }

    fn is_type(&self, t: Expr, name: &str) -> bool {
        self.m.st.as_const(t).is_some_and(|c| c.0.as_str() == name)
    }

    /// The numeral `k : Int`.
    fn int_literal(&mut self, k: &BigInt) -> Result<Option<Expr>> {
        let st = self.m.st.clone();
        let (int, zero) = (st.const0("Int"), [st.l_zero()]);
        let n = st.nat(k.magnitude().clone());
        let class = st.apps(st.const_(Name::new("OfNat"), &zero), &[int, n]);
        let Some(inst) = self.m.synth_instance(class)? else { return Ok(None) };
        let lit = st.apps(st.const_(Name::new("OfNat.ofNat"), &zero), &[int, n, inst]);
        if k.sign() != Sign::Minus {
            return Ok(Some(lit));
        }
        let class = st.app(st.const_(Name::new("Neg"), &zero), int);
        let Some(inst) = self.m.synth_instance(class)? else { return Ok(None) };
        Ok(Some(st.apps(st.const_(Name::new("Neg.neg"), &zero), &[int, inst, lit])))
    }

    fn literal(&mut self, v: &Value) -> Result<Option<Expr>> {
        Ok(match v {
            Value::Nat(n) => Some(self.m.mk_nat_lit(n)),
            Value::Int(k) => self.int_literal(k)?,
            Value::Bool(b) => Some(self.m.st.const0(if *b { "Bool.true" } else { "Bool.false" })),
            Value::Char(_) | Value::Str(_) => None,
        })
    }

    /// The value of an operation on literals.
    pub(super) fn compute(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let (h, args) = self.m.st.unapp(e);
        let Some((n, _)) = self.m.st.as_const(h) else { return Ok(None) };
        let Some(v) = self.operation(n.as_str(), &args) else { return Ok(None) };
        let Some(r) = self.literal(&v)? else { return Ok(None) };
        Ok((!self.m.st.alpha_eq(r, e)).then(|| SimpResult::rfl(r)))
    }

    fn operation(&self, op: &str, args: &[Expr]) -> Option<Value> {
        let is_standard = |t: Expr| self.is_type(t, "Nat") || self.is_type(t, "Int");
        match (op, args) {
            (
                "HAdd.hAdd" | "HSub.hSub" | "HMul.hMul" | "HDiv.hDiv" | "HMod.hMod" | "HPow.hPow",
                [t, u, r, _, a, b],
            ) => {
                let same =
                    is_standard(*t) && t == r && (t == u || op == "HPow.hPow" && self.is_type(*u, "Nat"));
                if !same {
                    return None;
                }
                binary(op, self.value(*a)?, self.value(*b)?)
            }
            ("Nat.add" | "Nat.sub" | "Nat.mul" | "Nat.div" | "Nat.mod" | "Nat.pow", [a, b]) => {
                let op = match op {
                    "Nat.add" => "HAdd.hAdd",
                    "Nat.sub" => "HSub.hSub",
                    "Nat.mul" => "HMul.hMul",
                    "Nat.div" => "HDiv.hDiv",
                    "Nat.mod" => "HMod.hMod",
                    _ => "HPow.hPow",
                };
                binary(op, self.value(*a)?, self.value(*b)?)
            }
            ("Nat.gcd", [a, b]) => match (self.value(*a)?, self.value(*b)?) {
                (Value::Nat(a), Value::Nat(b)) => Some(Value::Nat(a.gcd(&b))),
                _ => None,
            },
            ("Nat.lcm", [a, b]) => match (self.value(*a)?, self.value(*b)?) {
                (Value::Nat(a), Value::Nat(b)) => Some(Value::Nat(a.lcm(&b))),
                _ => None,
            },
            // As a numeral the literal would be shown in another form only.
            ("Nat.succ", [a]) => match self.value(*a)? {
                Value::Nat(a) => Some(Value::Nat(a + 1u32)),
                _ => None,
            },
            ("Nat.pred", [a]) => match self.value(*a)? {
                Value::Nat(a) => Some(Value::Nat(if a.is_zero() { a } else { a - 1u32 })),
                _ => None,
            },
            ("Nat.cast", [t, _, a]) if !self.cx.config.keep_casts && self.is_type(*t, "Int") => {
                match self.value(*a)? {
                    Value::Nat(a) => Some(Value::Int(BigInt::from(a))),
                    _ => None,
                }
            }
            ("Neg.neg", [t, _, a]) if self.is_type(*t, "Int") => match self.value(*a)? {
                Value::Int(k) if !k.is_positive() => Some(Value::Int(-k)),
                _ => None,
            },
            ("Int.natAbs", [a]) => match self.value(*a)? {
                Value::Int(k) => Some(Value::Nat(k.magnitude().clone())),
                _ => None,
            },
            ("Int.toNat", [a]) => match self.value(*a)? {
                Value::Int(k) => Some(Value::Nat(k.to_biguint().unwrap_or_default())),
                _ => None,
            },
            ("BEq.beq" | "bne", [t, _, a, b]) => {
                if !self.is_plain_type(*t) {
                    return None;
                }
                let (a, b) = (self.value(*a)?, self.value(*b)?);
                Some(Value::Bool((a == b) == (op == "BEq.beq")))
            }
            ("Nat.beq", [a, b]) => Some(Value::Bool(self.value(*a)? == self.value(*b)?)),
            ("Nat.ble", [a, b]) => Some(Value::Bool(self.value(*a)? <= self.value(*b)?)),
            _ => None,
        }
    }

    fn is_plain_type(&self, t: Expr) -> bool {
        ["Nat", "Int", "Bool", "Char", "String"].iter().any(|n| self.is_type(t, n))
    }

    /// A comparison of literals as `True` or `False`.
    pub(super) fn decide_comparison(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let (h, args) = self.m.st.unapp(e);
        let Some((n, _)) = self.m.st.as_const(h) else { return Ok(None) };
        let (ty, a, b) = match (n.as_str(), args.as_slice()) {
            ("Eq" | "Ne", [t, a, b]) => (*t, *a, *b),
            ("LE.le" | "LT.lt" | "GE.ge" | "GT.gt" | "Dvd.dvd", [t, _, a, b]) => (*t, *a, *b),
            _ => return Ok(None),
        };
        if !self.is_plain_type(ty) {
            return Ok(None);
        }
        let (Some(a), Some(b)) = (self.value(a), self.value(b)) else { return Ok(None) };
        let ordered = self.is_type(ty, "Nat") || self.is_type(ty, "Int");
        let truth = match n.as_str() {
            "Eq" => a == b,
            "Ne" => a != b,
            _ if !ordered => return Ok(None),
            "LE.le" => a <= b,
            "LT.lt" => a < b,
            "GE.ge" => a >= b,
            "GT.gt" => a > b,
            _ => match (&a, &b) {
                (Value::Nat(a), Value::Nat(b)) => divides(&BigInt::from(a.clone()), &BigInt::from(b.clone())),
                (Value::Int(a), Value::Int(b)) => divides(a, b),
                _ => return Ok(None),
            },
        };
        self.decided(e, truth)
    }

    /// `p` as `True` or `False` by evaluation of its `Decidable` instance, which is known to give `truth`.
    pub(super) fn decided(&mut self, p: Expr, truth: bool) -> Result<Option<SimpResult>> {
        let st = self.m.st.clone();
        let class = st.app(st.const_(*known::DECIDABLE, &[]), p);
        let inst = match self.m.synth_instance(class) {
            Ok(Some(i)) => i,
            Err(e) if e.is_resource() => return Err(e),
            _ => return Ok(None),
        };
        let value = if truth { *known::BOOL_TRUE } else { *known::BOOL_FALSE };
        let refl =
            st.apps(st.const_(*known::EQ_REFL, &[st.l_one()]), &[st.const0("Bool"), st.const_(value, &[])]);
        let lemma = if truth { *known::OF_DECIDE_TRUE } else { *known::OF_DECIDE_FALSE };
        let h = st.apps(st.const_(lemma, &[]), &[p, inst, refl]);
        Ok(Some(if truth { self.is_true(p, h) } else { self.is_false(p, h) }))
    }

    /// `x + 3 = y + 2`, `x + 1 ≤ 5` and the like with the common part taken away.
    pub(super) fn cancel_offsets(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let st = self.m.st.clone();
        let (h, args) = st.unapp(e);
        let Some((n, _)) = st.as_const(h) else { return Ok(None) };
        let (ty, a, b) = match (n.as_str(), args.as_slice()) {
            ("Eq", [t, a, b]) => (*t, *a, *b),
            ("LE.le" | "LT.lt", [t, _, a, b]) => (*t, *a, *b),
            _ => return Ok(None),
        };
        if !self.is_type(ty, "Nat") {
            return Ok(None);
        }
        let (l, r) = (self.side(a), self.side(b));
        if l.base.is_none() && r.base.is_none() {
            return Ok(None);
        }
        let d = (&l.offset).min(&r.offset).clone();
        let zero = BigUint::ZERO;
        if d == zero {
            return self.compare_with_zero(e, n.as_str(), &l, &r);
        }
        if d > BigUint::from(MAX_OFFSET) {
            return Ok(None);
        }
        let (x, y) = (self.lowered(&l, &d), self.lowered(&r, &d));
        let k = self.m.mk_nat_lit(&d);
        let lemma = match n.as_str() {
            "Eq" => "Nat.add_right_cancel_iff",
            "LE.le" => "Nat.add_le_add_iff_right",
            _ => "Nat.add_lt_add_iff_right",
        };
        let mut new = args.clone();
        let at = new.len() - 2;
        (new[at], new[at + 1]) = (x, y);
        let expr = st.apps(h, &new);
        let Some(iff) = self.cancellation(lemma, x, y, k) else { return Ok(None) };
        let proof = st.apps(st.const0("propext"), &[e, expr, iff]);
        Ok(Some(SimpResult { expr, proof: Some(proof) }))
    }

    /// `x + k ∼ y + k ↔ x ∼ y`, whose arguments are found by name.
    fn cancellation(&mut self, lemma: &str, x: Expr, y: Expr, k: Expr) -> Option<Expr> {
        let name = Name::new(lemma);
        let c = self.m.env.get(name)?.clone();
        let st = self.m.st.clone();
        // The common summand is the one that occurs on both sides: found by the shape of the statement.
        let mut ty = c.ty();
        let mut doms = 0u32;
        while let Node::Pi(_, _, b) = st.node(ty) {
            doms += 1;
            ty = b;
        }
        let args = st.unapp(ty).1;
        let [left, right] = args.as_slice() else { return None };
        let var = |e: Expr| match st.node(e) {
            Node::BVar(i) => Some(i),
            _ => None,
        };
        let right = st.unapp(*right).1;
        let left = st.unapp(*left).1;
        let (vx, vy) = (var(right[right.len() - 2])?, var(right[right.len() - 1])?);
        let sum = st.unapp(left[left.len() - 1]).1;
        let vk = var(*sum.last()?)?;
        if doms != 3 || vk == vx || vk == vy {
            return None;
        }
        let mut values = [None; 3];
        for (v, e) in [(vx, x), (vy, y), (vk, k)] {
            *values.get_mut((doms - 1).checked_sub(v)? as usize)? = Some(e);
        }
        let values: Option<Vec<Expr>> = values.into_iter().collect();
        Some(st.apps(st.const_(name, &[]), &values?))
    }

    fn side(&self, e: Expr) -> Side {
        match self.m.nat_literal(e) {
            Some(v) => Side { base: None, offset: v },
            None => match self.m.nat_offset(e) {
                Some((b, k)) => match self.m.nat_literal(b) {
                    Some(v) => Side { base: None, offset: v + k },
                    None => Side { base: Some(b), offset: k },
                },
                None => Side { base: Some(e), offset: BigUint::ZERO },
            },
        }
    }

    fn lowered(&self, s: &Side, d: &BigUint) -> Expr {
        let k = &s.offset - d;
        match s.base {
            Some(b) => self.m.mk_nat_offset(b, &k),
            None => self.m.mk_nat_lit(&k),
        }
    }

    /// Relations with `0` on one side and `x + k` on the other.
    fn compare_with_zero(&mut self, e: Expr, op: &str, l: &Side, r: &Side) -> Result<Option<SimpResult>> {
        let st = self.m.st.clone();
        let zero = BigUint::ZERO;
        let is_zero = |s: &Side| s.base.is_none() && s.offset == zero;
        let one = BigUint::from(1u32);
        let lemma = |n: &str, x: Expr| self.m.env.contains(Name::new(n)).then(|| st.app(st.const0(n), x));
        let (proof, truth) = match op {
            "LE.le" if is_zero(l) => (lemma("Nat.zero_le", self.lowered(r, &zero)), true),
            "LE.le" if is_zero(r) && l.offset > zero => {
                (lemma("Nat.not_succ_le_zero", self.lowered(l, &one)), false)
            }
            "LT.lt" if is_zero(l) && r.offset > zero => {
                (lemma("Nat.zero_lt_succ", self.lowered(r, &one)), true)
            }
            "LT.lt" if is_zero(r) => (lemma("Nat.not_lt_zero", self.lowered(l, &zero)), false),
            // `x + 1 = 0` is a clash of constructors.
            _ => return Ok(None),
        };
        Ok(proof.map(|h| if truth { self.is_true(e, h) } else { self.is_false(e, h) }))
    }
}

fn divides(a: &BigInt, b: &BigInt) -> bool {
    if a.is_zero() { b.is_zero() } else { (b % a).is_zero() }
}

fn binary(op: &str, a: Value, b: Value) -> Option<Value> {
    match (a, b) {
        (Value::Nat(a), Value::Nat(b)) => nat_binary(op, a, b).map(Value::Nat),
        (Value::Int(a), Value::Int(b)) => int_binary(op, &a, &b).map(Value::Int),
        (Value::Int(a), Value::Nat(b)) if op == "HPow.hPow" => {
            let k = b.to_u32().filter(|k| u64::from(*k).saturating_mul(a.bits().max(1)) <= MAX_BITS)?;
            Some(Value::Int(a.pow(k)))
        }
        _ => None,
    }
}

fn nat_binary(op: &str, a: BigUint, b: BigUint) -> Option<BigUint> {
    Some(match op {
        "HAdd.hAdd" => a + b,
        "HSub.hSub" => {
            if a > b {
                a - b
            } else {
                BigUint::ZERO
            }
        }
        "HMul.hMul" => a * b,
        "HDiv.hDiv" => {
            if b.is_zero() {
                BigUint::ZERO
            } else {
                a / b
            }
        }
        "HMod.hMod" => {
            if b.is_zero() {
                a
            } else {
                a % b
            }
        }
        "HPow.hPow" => {
            let k = b.to_u32().filter(|k| u64::from(*k).saturating_mul(a.bits().max(1)) <= MAX_BITS)?;
            a.pow(k)
        }
        _ => return None,
    })
}

/// Division rounds so that the remainder is not negative.
fn int_binary(op: &str, a: &BigInt, b: &BigInt) -> Option<BigInt> {
    Some(match op {
        "HAdd.hAdd" => a + b,
        "HSub.hSub" => a - b,
        "HMul.hMul" => a * b,
        "HDiv.hDiv" if b.is_zero() => BigInt::ZERO,
        "HMod.hMod" if b.is_zero() => a.clone(),
        "HDiv.hDiv" => (a - a.mod_floor(&b.abs())) / b,
        "HMod.hMod" => a.mod_floor(&b.abs()),
        _ => return None,
    })
}
