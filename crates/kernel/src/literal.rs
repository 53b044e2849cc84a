//! Natural-number and string literals: their constructor form, and the Nat functions that run on numerals.

use crate::checker::{Checked, TypeChecker};
use crate::decl::ConstantInfo;
use crate::env::{Environment, KernelError};
use crate::known::known;
use crate::name::Name;
use crate::term::{Expr, NatLit, Node, Store, StrLit};
use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{One, ToPrimitive, Zero};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Size in bits past which a numeral is not computed.
const MAX_BITS: u64 = 1 << 26;
/// Exponent past which a power is left as it is.
const MAX_EXPONENT: u64 = 1 << 24;

/// A function on natural numbers that the kernel can run on numerals, once its definition is verified.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum NatOp {
    Add,
    Sub,
    Mul,
    Pow,
    Beq,
    Ble,
    Div,
    Mod,
    Gcd,
    ShiftLeft,
    ShiftRight,
    Land,
    Lor,
    Xor,
}

impl NatOp {
    pub(crate) const ALL: [(NatOp, &'static str); 14] = [
        (NatOp::Add, "Nat.add"),
        (NatOp::Sub, "Nat.sub"),
        (NatOp::Mul, "Nat.mul"),
        (NatOp::Pow, "Nat.pow"),
        (NatOp::Beq, "Nat.beq"),
        (NatOp::Ble, "Nat.ble"),
        (NatOp::Div, "Nat.div"),
        (NatOp::Mod, "Nat.mod"),
        (NatOp::Gcd, "Nat.gcd"),
        (NatOp::ShiftLeft, "Nat.shiftLeft"),
        (NatOp::ShiftRight, "Nat.shiftRight"),
        (NatOp::Land, "Nat.land"),
        (NatOp::Lor, "Nat.lor"),
        (NatOp::Xor, "Nat.xor"),
    ];

    /// The function called `n`.
    pub(crate) fn named(n: Name) -> Option<NatOp> {
        static TABLE: LazyLock<FxHashMap<Name, NatOp>> =
            LazyLock::new(|| NatOp::ALL.iter().map(|(op, n)| (Name::new(n), *op)).collect());
        TABLE.get(&n).copied()
    }

    pub(crate) fn bit(self) -> u16 {
        1 << self as u8
    }
}

/// Steps that making a numeral of so many bits costs: memory is bounded by the step budget.
fn steps_for(bits: u64) -> u64 {
    1 + bits / 64
}

enum NatValue {
    Nat(BigUint),
    Bool(bool),
    /// Not computed: the exponent is too large.
    Stuck,
}

fn size_limit() -> KernelError {
    KernelError::Resource("a numeral is too large".into())
}

fn compute(op: NatOp, a: &BigUint, b: &BigUint) -> Checked<NatValue> {
    let fits = |bits: u64| if bits > MAX_BITS { Err(size_limit()) } else { Ok(()) };
    Ok(NatValue::Nat(match op {
        NatOp::Add => a + b,
        NatOp::Sub => {
            if a <= b {
                BigUint::zero()
            } else {
                a - b
            }
        }
        NatOp::Mul => {
            fits(a.bits().saturating_add(b.bits()))?;
            a * b
        }
        NatOp::Pow => {
            let Some(exp) = b.to_u32().filter(|e| u64::from(*e) <= MAX_EXPONENT) else {
                return Ok(NatValue::Stuck);
            };
            fits(a.bits().saturating_mul(u64::from(exp)))?;
            a.pow(exp)
        }
        NatOp::Beq => return Ok(NatValue::Bool(a == b)),
        NatOp::Ble => return Ok(NatValue::Bool(a <= b)),
        NatOp::Div => {
            if b.is_zero() {
                BigUint::zero()
            } else {
                a / b
            }
        }
        NatOp::Mod => {
            if b.is_zero() {
                a.clone()
            } else {
                a % b
            }
        }
        NatOp::Gcd => a.gcd(b),
        NatOp::ShiftLeft => {
            if a.is_zero() {
                return Ok(NatValue::Nat(BigUint::zero()));
            }
            let n = b.to_u64().ok_or_else(size_limit)?;
            fits(a.bits().saturating_add(n))?;
            a << n
        }
        NatOp::ShiftRight => match b.to_u64() {
            Some(n) => a >> n,
            None => BigUint::zero(),
        },
        NatOp::Land => a & b,
        NatOp::Lor => a | b,
        NatOp::Xor => a ^ b,
    }))
}

impl TypeChecker<'_> {
    /// The value of a numeral or of `Nat.zero`.
    fn numeral(&self, e: Expr) -> Option<BigUint> {
        match self.st.node(e) {
            Node::Nat(n) => Some((*self.st.nat_value(n)).clone()),
            Node::Const(n, _) if n == known().nat_zero => Some(BigUint::zero()),
            _ => None,
        }
    }

    /// Runs a Nat function whose arguments evaluate to numerals.
    pub(crate) fn reduce_nat(&mut self, e: Expr) -> Checked<Option<Expr>> {
        let Node::App(f, b) = self.st.node(e) else { return Ok(None) };
        if !self.env.nat_literals() {
            return Ok(None);
        }
        match self.st.node(f) {
            // An open successor is left alone: its constructor form is as good.
            Node::Const(n, _) if n == known().nat_succ && !self.st.has_fvar(e) => {
                let v = self.whnf_full(b)?;
                let Some(v) = self.numeral(v) else { return Ok(None) };
                self.charge(steps_for(v.bits()))?;
                if v.bits() >= MAX_BITS {
                    return Err(size_limit());
                }
                Ok(Some(self.st.nat(v + BigUint::one())))
            }
            Node::App(g, a) => {
                let Node::Const(n, _) = self.st.node(g) else { return Ok(None) };
                let Some(op) = NatOp::named(n).filter(|op| self.env.runs(*op)) else { return Ok(None) };
                let b = self.whnf_full(b)?;
                let Some(b) = self.numeral(b) else { return Ok(None) };
                let a = self.whnf_full(a)?;
                let Some(a) = self.numeral(a) else { return Ok(None) };
                // Division and gcd are quadratic in the number of 64-bit words, the rest close to linear.
                let words = |n: &BigUint| steps_for(n.bits());
                self.charge(match op {
                    NatOp::Div | NatOp::Mod | NatOp::Gcd => words(&a).saturating_mul(words(&b)),
                    NatOp::Pow => {
                        let exponent = b.to_u64().unwrap_or(MAX_EXPONENT).min(MAX_EXPONENT);
                        steps_for(a.bits().saturating_mul(exponent))
                    }
                    NatOp::ShiftLeft => words(&a) + b.to_u64().unwrap_or(MAX_BITS).min(MAX_BITS) / 64,
                    NatOp::Mul => 8 * (words(&a) + words(&b)),
                    _ => words(&a) + words(&b),
                })?;
                if a.bits().max(b.bits()) >= MAX_BITS {
                    return Err(size_limit());
                }
                Ok(match compute(op, &a, &b)? {
                    NatValue::Nat(n) => Some(self.st.nat(n)),
                    NatValue::Bool(true) => Some(self.st.const_(known().bool_true, &[])),
                    NatValue::Bool(false) => Some(self.st.const_(known().bool_false, &[])),
                    NatValue::Stuck => None,
                })
            }
            _ => Ok(None),
        }
    }

    /// `0` is `Nat.zero`, `n + 1` is `Nat.succ n`.
    pub(crate) fn nat_as_constructor(&mut self, n: NatLit) -> Checked<Expr> {
        let succ = self.st.const_(known().nat_succ, &[]);
        Ok(match self.literal_predecessor(n)? {
            Some(pred) => self.st.app(succ, pred),
            None => self.st.const_(known().nat_zero, &[]),
        })
    }

    /// The numeral before `n`, unless that is 0.
    fn literal_predecessor(&mut self, n: NatLit) -> Checked<Option<Expr>> {
        let v = self.st.nat_value(n);
        self.charge(steps_for(v.bits()))?;
        Ok((!v.is_zero()).then(|| self.st.nat(&*v - BigUint::one())))
    }

    fn predecessor(&mut self, e: Expr) -> Checked<Option<Expr>> {
        match self.st.node(e) {
            Node::Nat(n) => self.literal_predecessor(n),
            Node::App(f, a) => {
                Ok(matches!(self.st.node(f), Node::Const(n, _) if n == known().nat_succ).then_some(a))
            }
            _ => Ok(None),
        }
    }

    /// Whether `e` is a numeral or an application of `Nat.succ`.
    fn is_successor(&self, e: Expr) -> bool {
        match self.st.node(e) {
            Node::Nat(_) => true,
            Node::App(f, _) => matches!(self.st.node(f), Node::Const(n, _) if n == known().nat_succ),
            _ => false,
        }
    }

    fn is_nat_zero(&self, e: Expr) -> bool {
        match self.st.node(e) {
            Node::Nat(n) => self.st.nat_value(n).is_zero(),
            Node::Const(n, _) => n == known().nat_zero,
            _ => false,
        }
    }

    /// Numbers in constructor form: both zero, or both successors.
    pub(crate) fn offsets_convertible(&mut self, t: Expr, s: Expr) -> Checked<Option<bool>> {
        if !self.env.nat_literals() {
            return Ok(None);
        }
        if self.is_nat_zero(t) && self.is_nat_zero(s) {
            return Ok(Some(true));
        }
        // A predecessor is made only where it is used.
        if !self.is_successor(t) || !self.is_successor(s) {
            return Ok(None);
        }
        match (self.predecessor(t)?, self.predecessor(s)?) {
            (Some(t), Some(s)) => self.convertible(t, s).map(Some),
            _ => Ok(None),
        }
    }

    /// The constant that makes a string from its characters, when strings are available at all: the constructor
    /// `String.mk` where `String` has that constructor, else the function `String.ofList`.
    pub(crate) fn string_former(&self) -> Option<Name> {
        string_former(self.env, self.st)
    }

    /// A string literal as `String.ofList [Char.ofNat c, …]`.
    pub(crate) fn string_as_constructor(&self, s: StrLit) -> Expr {
        let (st, k) = (self.st, known());
        let level = [st.l_zero()];
        let char = st.const_(k.char, &[]);
        let nil = st.app(st.const_(k.list_nil, &level), char);
        let cons = st.app(st.const_(k.list_cons, &level), char);
        let of_nat = st.const_(k.char_of_nat, &[]);
        let chars = st.str_value(s).chars().rev().fold(nil, |tail, c| {
            let c = st.app(of_nat, st.nat_u64(u64::from(u32::from(c))));
            st.apps(cons, &[c, tail])
        });
        st.app(st.const_(self.string_former().unwrap_or(k.string_of_list), &[]), chars)
    }

    /// A string literal against an application of the string former, before that is unfolded.
    pub(crate) fn string_former_convertible(&mut self, t: Expr, s: Expr) -> Checked<Option<bool>> {
        let (lit, other) = match (self.st.node(t), self.st.node(s)) {
            (Node::Str(l), Node::App(f, _)) => (l, f),
            (Node::App(f, _), Node::Str(l)) => (l, f),
            _ => return Ok(None),
        };
        match (self.st.node(other), self.string_former()) {
            (Node::Const(n, _), Some(former)) if n == former => {}
            _ => return Ok(None),
        }
        let expanded = self.string_as_constructor(lit);
        match self.st.node(t) {
            Node::Str(_) => self.convertible(expanded, s).map(Some),
            _ => self.convertible(t, expanded).map(Some),
        }
    }

    /// A string literal against a constructor application, after everything else failed.
    pub(crate) fn string_literal_convertible(&mut self, t: Expr, s: Expr) -> Checked<bool> {
        let (lit, other) = match (self.st.node(t), self.st.node(s)) {
            (Node::Str(l), Node::App(..)) => (l, s),
            (Node::App(..), Node::Str(l)) => (l, t),
            _ => return Ok(false),
        };
        let is_constructor = self.st.head_const(other).is_some_and(|n| self.inductive_of_ctor(n).is_some());
        if !is_constructor {
            return Ok(false);
        }
        let expanded = self.string_as_constructor(lit);
        self.convertible(expanded, other)
    }
}

/// Whether `Nat` is the inductive type with `zero : Nat` and `succ : Nat → Nat`, and nothing else.
pub(crate) fn nat_is_genuine(env: &Environment, st: &Store) -> bool {
    let k = known();
    let nat = st.const_(k.nat, &[]);
    enumeration(env, st, k.nat, &[k.nat_zero, k.nat_succ])
        && has_type(env, st, k.nat_zero, nat)
        && has_type(env, st, k.nat_succ, st.arrow(nat, nat))
}

/// Whether `Bool` is the inductive type with `false : Bool` and `true : Bool`, and nothing else.
pub(crate) fn bool_is_genuine(env: &Environment, st: &Store) -> bool {
    let k = known();
    let bool_ = st.const_(k.bool_, &[]);
    enumeration(env, st, k.bool_, &[k.bool_false, k.bool_true])
        && has_type(env, st, k.bool_false, bool_)
        && has_type(env, st, k.bool_true, bool_)
}

/// Whether `n : Type` is an inductive type without parameters and with the given constructors.
fn enumeration(env: &Environment, st: &Store, n: Name, ctors: &[Name]) -> bool {
    match env.get(n).map(|c| &**c) {
        Some(ConstantInfo::Inductive(i)) => {
            *i.ctors == *ctors && i.num_params == 0 && i.all.len() == 1 && has_type(env, st, n, st.type_())
        }
        _ => false,
    }
}

/// Whether the constant `n` has no level parameters and the type `ty`.
pub(crate) fn has_type(env: &Environment, st: &Store, n: Name, ty: Expr) -> bool {
    env.get(n).is_some_and(|c| c.cval().level_params.is_empty() && st.alpha_eq(c.ty(), ty))
}

fn string_former(env: &Environment, st: &Store) -> Option<Name> {
    let k = known();
    let Some(ConstantInfo::Inductive(string)) = env.get(k.string).map(|c| &**c) else { return None };
    let former = if *string.ctors == [k.string_mk] { k.string_mk } else { k.string_of_list };
    let char = st.const_(k.char, &[]);
    let chars = st.app(st.const_(k.list, &[st.l_zero()]), char);
    let ok = env.nat_literals()
        && list_is_genuine(env, st)
        && has_type(env, st, k.string, st.type_())
        && has_type(env, st, k.char, st.type_())
        && has_type(env, st, k.char_of_nat, st.arrow(st.const_(k.nat, &[]), char))
        && has_type(env, st, former, st.arrow(chars, st.const_(k.string, &[])));
    ok.then_some(former)
}

/// Whether `List.{u} : Type u → Type u` has the constructors `nil` and `cons` of the usual types.
fn list_is_genuine(env: &Environment, st: &Store) -> bool {
    use crate::term::Binder;
    let k = known();
    let Some(ConstantInfo::Inductive(list)) = env.get(k.list).map(|c| &**c) else { return false };
    let [u] = &*list.cval.level_params else { return false };
    if *list.ctors != [k.list_nil, k.list_cons] || list.num_params != 1 {
        return false;
    }
    let level = [st.l_param(*u)];
    let type_u = st.sort(st.l_succ(level[0]));
    let anon = Binder::new(Name::anon());
    let list_of = |i| st.app(st.const_(k.list, &level), st.bvar(i));
    let nil = st.pi(anon, type_u, list_of(0));
    let cons = st.pi(anon, type_u, st.pi(anon, st.bvar(0), st.pi(anon, list_of(1), list_of(2))));
    let is = |n: Name, ty: Expr| {
        env.get(n).is_some_and(|c| *c.cval().level_params == [*u] && st.alpha_eq(c.ty(), ty))
    };
    is(k.list, st.arrow(type_u, type_u)) && is(k.list_nil, nil) && is(k.list_cons, cons)
}
