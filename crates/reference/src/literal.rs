//! Numerals and strings: their constructor form, and the Nat functions that run on numerals.

use crate::checker::Checker;
use crate::env::{Checked, ConstantKind, Environment, Error};
use crate::expr::{Expr, Kind};
use crate::level::Level;
use crate::names::names;
use turnstile_kernel::{BigUint, Name};

/// Bits past which a numeral is not computed.
const MAX_BITS: u64 = 1 << 24;
/// Exponent past which a power is left as it is.
const MAX_EXPONENT: u64 = 1 << 24;

/// What a numeral of so many bits costs: the budget bounds memory as well.
fn steps_for(bits: u64) -> u64 {
    1 + bits / 64
}

/// The result of a Nat function.
enum Value {
    Nat(BigUint),
    Bool(bool),
}

fn small(n: &BigUint) -> Option<u64> {
    u64::try_from(n).ok()
}

/// The function `op` on numerals; `None` leaves it to the definition.
fn compute(op: Name, a: BigUint, b: BigUint) -> Checked<Option<Value>> {
    let n = names();
    let fits = |bits: u64| match bits > MAX_BITS {
        true => Err(Error::GaveUp("a numeral is too large".into())),
        false => Ok(()),
    };
    fits(a.bits().max(b.bits()))?;
    let zero = BigUint::ZERO;
    Ok(Some(Value::Nat(match op {
        _ if op == n.beq => return Ok(Some(Value::Bool(a == b))),
        _ if op == n.ble => return Ok(Some(Value::Bool(a <= b))),
        _ if op == n.add => a + b,
        _ if op == n.sub => {
            if a < b {
                zero
            } else {
                a - b
            }
        }
        _ if op == n.mul => {
            fits(a.bits() + b.bits())?;
            a * b
        }
        _ if op == n.pow => match small(&b).filter(|e| *e <= MAX_EXPONENT) {
            None => return Ok(None),
            Some(e) => {
                fits(a.bits().saturating_mul(e))?;
                a.pow(e as u32)
            }
        },
        _ if op == n.div => {
            if b == zero {
                zero
            } else {
                a / b
            }
        }
        _ if op == n.mod_ => {
            if b == zero {
                a
            } else {
                a % b
            }
        }
        _ if op == n.gcd => {
            let (mut a, mut b) = (a, b);
            while b != zero {
                (a, b) = (b.clone(), a % b);
            }
            a
        }
        _ if op == n.shift_left && a == zero => zero,
        _ if op == n.shift_left => {
            let by = small(&b).unwrap_or(u64::MAX);
            fits(a.bits().saturating_add(by))?;
            a << by
        }
        _ if op == n.shift_right => small(&b).map_or(zero, |by| a >> by),
        _ => return Ok(None),
    })))
}

impl Checker<'_> {
    /// The value of a numeral or of `Nat.zero`.
    fn numeral(&self, e: &Expr) -> Option<BigUint> {
        match e.kind() {
            Kind::Nat(n) => Some((**n).clone()),
            _ => e.is_const(names().zero).then_some(BigUint::ZERO),
        }
    }

    /// Runs `Nat.succ` or a verified function whose arguments evaluate to numerals.
    pub(crate) fn run_nat_function(&mut self, e: &Expr) -> Checked<Option<Expr>> {
        let Kind::App(f, b) = e.kind() else { return Ok(None) };
        if !self.env.nat {
            return Ok(None);
        }
        match f.kind() {
            // An open successor is a normal form that is as good.
            Kind::Const(n, _) if *n == names().succ && !e.has_local() => {
                let b = self.whnf(b)?;
                let Some(b) = self.numeral(&b) else { return Ok(None) };
                self.pay(steps_for(b.bits()))?;
                Ok(Some(Expr::nat(b + 1u32)))
            }
            Kind::App(g, a) => {
                let Some((op, _)) = g.as_const() else { return Ok(None) };
                if !self.env.runs(op) {
                    return Ok(None);
                }
                let (b, a) = (self.whnf(b)?, self.whnf(a)?);
                let (Some(a), Some(b)) = (self.numeral(&a), self.numeral(&b)) else { return Ok(None) };
                let result = match small(&b) {
                    Some(e) if op == names().pow => a.bits().saturating_mul(e.min(MAX_EXPONENT)),
                    Some(by) if op == names().shift_left => by,
                    _ => a.bits() + b.bits(),
                };
                self.pay(steps_for(result))?;
                Ok(compute(op, a, b)?.map(|v| match v {
                    Value::Nat(n) => Expr::nat(n),
                    Value::Bool(true) => Expr::plain(names().bool_true),
                    Value::Bool(false) => Expr::plain(names().bool_false),
                }))
            }
            _ => Ok(None),
        }
    }

    /// `0` is `Nat.zero`, `n + 1` is `Nat.succ n`.
    pub(crate) fn nat_as_constructor(&mut self, n: &BigUint) -> Checked<Expr> {
        self.pay(steps_for(n.bits()))?;
        Ok(match *n == BigUint::ZERO {
            true => Expr::plain(names().zero),
            false => Expr::app(&Expr::plain(names().succ), &Expr::nat(n - 1u32)),
        })
    }

    fn predecessor(&mut self, e: &Expr) -> Checked<Option<Expr>> {
        match e.kind() {
            Kind::Nat(n) => {
                self.pay(steps_for(n.bits()))?;
                Ok((**n != BigUint::ZERO).then(|| Expr::nat(&**n - 1u32)))
            }
            Kind::App(f, a) if f.is_const(names().succ) => Ok(Some(a.clone())),
            _ => Ok(None),
        }
    }

    /// Two zeros, or two successors.
    pub(crate) fn same_offsets(&mut self, t: &Expr, s: &Expr) -> Checked<Option<bool>> {
        let is_zero = |e: &Expr| match e.kind() {
            Kind::Nat(n) => **n == BigUint::ZERO,
            _ => e.is_const(names().zero),
        };
        let is_successor = |e: &Expr| match e.kind() {
            Kind::App(f, _) => f.is_const(names().succ),
            kind => matches!(kind, Kind::Nat(_)) && !is_zero(e),
        };
        if self.env.nat && is_zero(t) && is_zero(s) {
            return Ok(Some(true));
        }
        if !self.env.nat || !is_successor(t) || !is_successor(s) {
            return Ok(None);
        }
        match (self.predecessor(t)?, self.predecessor(s)?) {
            (Some(t), Some(s)) => self.def_eq(&t, &s).map(Some),
            _ => Ok(None),
        }
    }

    /// What makes a string of its characters: the constructor `String.mk` if there is one, else `String.ofList`. Only if
    /// strings, characters and lists are the usual ones.
    pub(crate) fn string_former(&self) -> Option<Name> {
        let (env, n) = (self.env, names());
        let string = env.inductive(n.string)?;
        let former = if *string.ctors == [n.string_mk] { n.string_mk } else { n.string_of_list };
        let char_ = Expr::plain(n.char_);
        let chars = Expr::app(&Expr::constant(n.list, &[Level::zero()]), &char_);
        let ok = env.nat
            && list_is_genuine(env)
            && has_type(env, n.string, &Expr::type0())
            && has_type(env, n.char_, &Expr::type0())
            && has_type(env, n.char_of_nat, &Expr::arrow(&Expr::plain(n.nat), &char_))
            && has_type(env, former, &Expr::arrow(&chars, &Expr::plain(n.string)));
        ok.then_some(former)
    }

    /// `String.ofList [Char.ofNat c, …]`
    pub(crate) fn string_as_constructor(&self, s: &str) -> Expr {
        let n = names();
        let char_ = Expr::plain(n.char_);
        let nil = Expr::app(&Expr::constant(n.nil, &[Level::zero()]), &char_);
        let cons = Expr::app(&Expr::constant(n.cons, &[Level::zero()]), &char_);
        let of_nat = Expr::plain(n.char_of_nat);
        let chars = s.chars().rev().fold(nil, |tail, c| {
            let c = Expr::app(&of_nat, &Expr::nat(BigUint::from(u32::from(c))));
            Expr::apps(&cons, [&c, &tail])
        });
        Expr::app(&Expr::plain(self.string_former().unwrap_or(n.string_of_list)), &chars)
    }

    /// A string against an application of what makes strings.
    pub(crate) fn same_string(&mut self, t: &Expr, s: &Expr) -> Checked<Option<bool>> {
        match (t.kind(), s.kind()) {
            (Kind::Str(text), Kind::App(f, _)) if self.makes_strings(f) => {
                self.def_eq(&self.string_as_constructor(text), s).map(Some)
            }
            (Kind::App(f, _), Kind::Str(text)) if self.makes_strings(f) => {
                self.def_eq(t, &self.string_as_constructor(text)).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn makes_strings(&self, f: &Expr) -> bool {
        f.as_const().is_some_and(|(n, _)| Some(n) == self.string_former())
    }
}

/// Whether the constant has no level parameters and this very type.
pub(crate) fn has_type(env: &Environment, n: Name, ty: &Expr) -> bool {
    env.get(n).is_some_and(|c| c.level_params.is_empty() && c.ty == *ty)
}

/// Whether `n : Type` is inductive without parameters, alone in its group, with these constructors.
fn is_enumeration(env: &Environment, n: Name, ctors: &[Name]) -> bool {
    has_type(env, n, &Expr::type0())
        && env.inductive(n).is_some_and(|i| *i.ctors == *ctors && i.num_params == 0 && i.all.len() == 1)
}

/// Whether `Nat` is what numerals stand for.
pub(crate) fn nat_is_genuine(env: &Environment) -> bool {
    let n = names();
    let nat = Expr::plain(n.nat);
    is_enumeration(env, n.nat, &[n.zero, n.succ])
        && has_type(env, n.zero, &nat)
        && has_type(env, n.succ, &Expr::arrow(&nat, &nat))
}

/// Whether `Bool` is what comparisons of numerals answer with.
pub(crate) fn bool_is_genuine(env: &Environment) -> bool {
    let n = names();
    is_enumeration(env, n.bool_, &[n.bool_false, n.bool_true])
        && [n.bool_false, n.bool_true].iter().all(|c| has_type(env, *c, &Expr::plain(n.bool_)))
}

/// Whether `List.{u} : Type u → Type u` has the constructors `nil` and `cons` of the usual types.
fn list_is_genuine(env: &Environment) -> bool {
    let n = names();
    let Some(list) = env.get(n.list) else { return false };
    let (ConstantKind::Inductive(ind), [u]) = (&list.kind, &*list.level_params) else { return false };
    let u = [Level::param(*u)];
    let type_u = Expr::sort(u[0].succ());
    let a = Expr::fresh(type_u.clone());
    let list_a = Expr::app(&Expr::constant(n.list, &u), &a);
    let is = |c: Name, ty: Expr| {
        env.get(c).is_some_and(|c| {
            c.level_params == list.level_params && c.ty == Expr::bind_pi(std::slice::from_ref(&a), &ty)
        })
    };
    *ind.ctors == [n.nil, n.cons]
        && ind.num_params == 1
        && list.ty == Expr::arrow(&type_u, &type_u)
        && is(n.nil, list_a.clone())
        && is(n.cons, Expr::arrow(&a, &Expr::arrow(&list_a, &list_a)))
}
