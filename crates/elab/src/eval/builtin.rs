//! What the machine does at once: arithmetic, strings, floating-point numbers, endless loops.

use super::machine::Evaluator;
use super::value::{Thunk, Value};
use crate::error::{Error, Result};
use rustc_hash::FxHashMap;
use std::rc::Rc;
use turnstile_kernel::{BigUint, Name};

/// A constant that is computed at once.
#[derive(Clone, Copy)]
pub(super) struct Builtin {
    /// How many arguments it needs.
    pub arity: usize,
    /// What it computes.
    pub run: fn(&mut Evaluator<'_>, &[Thunk]) -> Result<Value>,
}

/// Powers and shifts with a greater exponent are not computed.
const MAX_EXPONENT: u32 = 1 << 24;

thread_local! {
    static TABLE: Rc<FxHashMap<Name, Builtin>> = Rc::new(table());
}

pub(super) fn builtins() -> Rc<FxHashMap<Name, Builtin>> {
    TABLE.with(Rc::clone)
}

/// A constant whose arguments are natural numbers.
macro_rules! nat {
    ($map:ident, $name:literal, |$($x:ident),+| $body:expr) => {
        $map.insert(Name::new($name), Builtin {
            arity: [$(stringify!($x)),+].len(),
            run: |e, args| {
                let mut args = args.iter();
                $(let $x = match args.next() {
                    Some(a) => e.nat(*a)?,
                    None => return Err(Error::msg("internal: an argument is missing")),
                };
                let $x: &BigUint = &$x;)+
                $body
            },
        });
    };
}

/// A constant whose arguments are floating-point numbers.
macro_rules! float {
    ($map:ident, $name:literal, |$($x:ident),+| $body:expr) => {
        $map.insert(Name::new($name), Builtin {
            arity: [$(stringify!($x)),+].len(),
            run: |e, args| {
                let mut args = args.iter();
                $(let $x = match args.next() {
                    Some(a) => e.float(*a)?,
                    None => return Err(Error::msg("internal: an argument is missing")),
                };)+
                Ok($body)
            },
        });
    };
}

fn exponent(n: &BigUint) -> Result<u32> {
    match u32::try_from(n) {
        Ok(k) if k <= MAX_EXPONENT => Ok(k),
        _ => Err(Error::msg("the exponent is too large to be evaluated")),
    }
}

fn table() -> FxHashMap<Name, Builtin> {
    let mut t: FxHashMap<Name, Builtin> = FxHashMap::default();
    nat!(t, "Nat.add", |a, b| Ok(Value::nat(a + b)));
    nat!(t, "Nat.sub", |a, b| Ok(Value::nat(if a < b { BigUint::ZERO } else { a - b })));
    nat!(t, "Nat.mul", |a, b| Ok(Value::nat(a * b)));
    nat!(t, "Nat.div", |a, b| Ok(Value::nat(if *b == BigUint::ZERO { BigUint::ZERO } else { a / b })));
    nat!(t, "Nat.mod", |a, b| Ok(Value::nat(if *b == BigUint::ZERO { a.clone() } else { a % b })));
    nat!(t, "Nat.pow", |a, b| {
        let k = exponent(b)?;
        if u64::from(k) * a.bits() > u64::from(MAX_EXPONENT) * 8 {
            return Err(Error::msg("the power is too large to be evaluated"));
        }
        Ok(Value::nat(a.pow(k)))
    });
    nat!(t, "Nat.gcd", |a, b| {
        let (mut a, mut b) = (a.clone(), b.clone());
        while b != BigUint::ZERO {
            let r = &a % &b;
            a = std::mem::replace(&mut b, r);
        }
        Ok(Value::nat(a))
    });
    nat!(t, "Nat.land", |a, b| Ok(Value::nat(a & b)));
    nat!(t, "Nat.lor", |a, b| Ok(Value::nat(a | b)));
    nat!(t, "Nat.xor", |a, b| Ok(Value::nat(a ^ b)));
    nat!(t, "Nat.shiftLeft", |a, b| Ok(Value::nat(a << exponent(b)?)));
    nat!(t, "Nat.shiftRight", |a, b| {
        Ok(Value::nat(match u64::try_from(b) {
            Ok(k) if k <= a.bits() => a >> k,
            _ => BigUint::ZERO,
        }))
    });
    nat!(t, "Nat.log2", |a| Ok(Value::nat(a.bits().saturating_sub(1))));
    nat!(t, "Nat.pred", |a| Ok(Value::nat(if *a == BigUint::ZERO { BigUint::ZERO } else { a - 1u32 })));
    nat!(t, "Nat.beq", |a, b| Ok(Value::bool(a == b)));
    nat!(t, "Nat.ble", |a, b| Ok(Value::bool(a <= b)));
    nat!(t, "Nat.blt", |a, b| Ok(Value::bool(a < b)));
    nat!(t, "Nat.decEq", |a, b| Ok(Value::decision(a == b)));
    nat!(t, "Nat.decLe", |a, b| Ok(Value::decision(a <= b)));
    nat!(t, "Nat.decLt", |a, b| Ok(Value::decision(a < b)));
    nat!(t, "Nat.repr", |a| Ok(Value::string(&a.to_string())));
    strings(&mut t);
    floats(&mut t);
    // Endless loops: `loop f b` is one round with itself as the rest.
    t.insert(
        Name::new("Lean.Loop.forIn.loop"),
        Builtin {
            arity: 5,
            run: |e, args| {
                let rest = e.done(Value::Partial(Name::new("Lean.Loop.forIn.loop"), args[..4].into()))?;
                let round = [&args[..3], &[rest, args[3], args[4]]].concat();
                e.call("Lean.Loop.forIn.round", &round)
            },
        },
    );
    t
}

fn strings(t: &mut FxHashMap<Name, Builtin>) {
    let mut add = |name: &str, arity, run: fn(&mut Evaluator<'_>, &[Thunk]) -> Result<Value>| {
        t.insert(Name::new(name), Builtin { arity, run });
    };
    add("Char.ofNat", 1, |e, args| {
        let n = e.nat(args[0])?;
        e.char_value(u32::try_from(&*n).ok().and_then(char::from_u32).unwrap_or('\0'))
    });
    add("String.append", 2, |e, args| {
        let (a, b) = (e.string(args[0])?, e.string(args[1])?);
        Ok(Value::string(&format!("{a}{b}")))
    });
    add("String.push", 2, |e, args| {
        let (a, c) = (e.string(args[0])?, e.char(args[1])?);
        Ok(Value::string(&format!("{a}{c}")))
    });
    add("String.length", 1, |e, args| Ok(Value::nat(e.string(args[0])?.chars().count())));
    add("instDecidableEqString", 2, |e, args| Ok(Value::decision(e.string(args[0])? == e.string(args[1])?)));
    add("Float.ofInt", 1, |e, args| {
        let (ctor, fields) = e.parts(args[0])?;
        let Some(n) = fields.first() else { return Err(Error::msg("internal: an integer was expected")) };
        let n = to_float(&*e.nat(*n)?);
        Ok(Value::Float(if ctor.as_str() == "Int.ofNat" { n } else { -n - 1.0 }))
    });
    add("Float.ofScientific", 3, |e, args| {
        let (mantissa, exponent) = (e.nat(args[0])?, e.nat(args[2])?);
        let (sign, _) = e.parts(args[1])?;
        let sign = if sign.as_str() == "Bool.true" { "-" } else { "" };
        Ok(Value::Float(format!("{mantissa}e{sign}{exponent}").parse().unwrap_or(f64::NAN)))
    });
}

fn to_float(n: &BigUint) -> f64 {
    n.to_string().parse().unwrap_or(f64::INFINITY)
}

fn floats(t: &mut FxHashMap<Name, Builtin>) {
    nat!(t, "Float.ofNat", |a| Ok(Value::Float(to_float(a))));
    float!(t, "Float.add", |a, b| Value::Float(a + b));
    float!(t, "Float.sub", |a, b| Value::Float(a - b));
    float!(t, "Float.mul", |a, b| Value::Float(a * b));
    float!(t, "Float.div", |a, b| Value::Float(a / b));
    float!(t, "Float.pow", |a, b| Value::Float(a.powf(b)));
    float!(t, "Float.neg", |a| Value::Float(-a));
    float!(t, "Float.sqrt", |a| Value::Float(a.sqrt()));
    float!(t, "Float.floor", |a| Value::Float(a.floor()));
    float!(t, "Float.ceil", |a| Value::Float(a.ceil()));
    float!(t, "Float.round", |a| Value::Float(a.round()));
    float!(t, "Float.abs", |a| Value::Float(a.abs()));
    float!(t, "Float.sin", |a| Value::Float(a.sin()));
    float!(t, "Float.cos", |a| Value::Float(a.cos()));
    float!(t, "Float.tan", |a| Value::Float(a.tan()));
    float!(t, "Float.exp", |a| Value::Float(a.exp()));
    float!(t, "Float.log", |a| Value::Float(a.ln()));
    float!(t, "Float.beq", |a, b| Value::bool(a == b));
    float!(t, "Float.blt", |a, b| Value::bool(a < b));
    float!(t, "Float.ble", |a, b| Value::bool(a <= b));
    float!(t, "Float.toNat", |a| {
        let whole = if a.is_finite() && a >= 1.0 { format!("{:.0}", a.floor()) } else { "0".to_owned() };
        Value::nat(BigUint::parse_bytes(whole.as_bytes(), 10).unwrap_or_default())
    });
    float!(t, "Float.toString", |a| {
        Value::string(&if a.is_nan() {
            "NaN".to_owned()
        } else if a.is_infinite() {
            if a > 0.0 { "inf" } else { "-inf" }.to_owned()
        } else {
            format!("{a:.6}")
        })
    });
}
