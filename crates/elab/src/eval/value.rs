//! Values, and computations that wait until they are needed.

use std::cell::RefCell;
use std::rc::Rc;
use turnstile_kernel::{BigUint, Expr, Name};

/// The result of evaluation, as far as the first constructor.
#[derive(Clone)]
pub enum Value {
    /// A natural number.
    Nat(Rc<BigUint>),
    /// A string that nobody looked into yet.
    Str(Rc<str>),
    /// A floating-point number.
    Float(f64),
    /// A constructor with its fields; parameters are left out.
    Ctor(Name, Rc<[Thunk]>),
    /// `fun x => e` with the values of its free variables.
    Fun(Expr, Scope),
    /// A constant with fewer arguments than it needs.
    Partial(Name, Rc<[Thunk]>),
    /// A type or a proof.
    Erased,
}

/// The values of bound variables, the innermost first.
#[derive(Clone, Default)]
pub struct Scope(Option<Rc<Node>>);

struct Node {
    value: Thunk,
    next: Scope,
}

impl Scope {
    /// With one more variable.
    #[must_use]
    pub fn push(&self, value: Thunk) -> Scope {
        Scope(Some(Rc::new(Node { value, next: self.clone() })))
    }

    /// The variable with this index.
    #[must_use]
    pub fn get(&self, index: u32) -> Option<Thunk> {
        let mut at = self;
        for _ in 0..index {
            at = &at.0.as_ref()?.next;
        }
        at.0.as_ref().map(|n| n.value.clone())
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        // A long chain must not be dropped by recursion.
        let mut next = self.0.take();
        while let Some(node) = next {
            match Rc::try_unwrap(node) {
                Ok(mut n) => next = n.next.0.take(),
                Err(_) => return,
            }
        }
    }
}

/// A computation that is done at most once.
#[derive(Clone)]
pub struct Thunk(pub(super) Rc<RefCell<State>>);

/// What is known of a thunk.
pub(super) enum State {
    /// Not computed yet.
    Waiting(Expr, Scope),
    /// Being computed.
    Running,
    /// Done.
    Done(Value),
}

impl Thunk {
    /// `e` in the scope `s`, later.
    #[must_use]
    pub fn later(e: Expr, s: Scope) -> Thunk {
        Thunk(Rc::new(RefCell::new(State::Waiting(e, s))))
    }
}

impl From<Value> for Thunk {
    fn from(v: Value) -> Thunk {
        Thunk(Rc::new(RefCell::new(State::Done(v))))
    }
}

impl Value {
    /// A constructor with fields.
    #[must_use]
    pub fn ctor(name: &str, fields: impl IntoIterator<Item = Value>) -> Value {
        Value::Ctor(Name::new(name), fields.into_iter().map(Thunk::from).collect())
    }

    /// A truth value.
    #[must_use]
    pub fn bool(b: bool) -> Value {
        Value::ctor(if b { "Bool.true" } else { "Bool.false" }, [])
    }

    /// A decision.
    #[must_use]
    pub fn decision(b: bool) -> Value {
        Value::ctor(if b { "Decidable.isTrue" } else { "Decidable.isFalse" }, [Value::Erased])
    }

    /// A natural number.
    #[must_use]
    pub fn nat(n: impl Into<BigUint>) -> Value {
        Value::Nat(Rc::new(n.into()))
    }

    /// A character.
    #[must_use]
    pub fn char(c: char) -> Value {
        Value::ctor("Char.mk", [Value::nat(u32::from(c)), Value::Erased])
    }

    /// A string.
    #[must_use]
    pub fn string(s: &str) -> Value {
        Value::Str(s.into())
    }
}
