//! Values, and computations that wait until they are needed.

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
        at.0.as_ref().map(|n| n.value)
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

/// A computation that is done at most once: its number in the table of the machine. A table and no pointers, because
/// long chains of computations could not be dropped otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Thunk(pub(super) u32);

impl Thunk {
    /// A type or a proof.
    pub const ERASED: Thunk = Thunk(0);
}

/// What is known of a thunk.
pub(super) enum State {
    /// Not computed yet.
    Waiting(Expr, Scope),
    /// Being computed.
    Running,
    /// Done.
    Done(Value),
}

impl Value {
    /// A constructor without fields.
    #[must_use]
    pub fn constant(name: &str) -> Value {
        Value::Ctor(Name::new(name), Rc::from([]))
    }

    /// A truth value.
    #[must_use]
    pub fn bool(b: bool) -> Value {
        Value::constant(if b { "Bool.true" } else { "Bool.false" })
    }

    /// A decision.
    #[must_use]
    pub fn decision(b: bool) -> Value {
        let name = if b { "Decidable.isTrue" } else { "Decidable.isFalse" };
        Value::Ctor(Name::new(name), Rc::from([Thunk::ERASED]))
    }

    /// A natural number.
    #[must_use]
    pub fn nat(n: impl Into<BigUint>) -> Value {
        Value::Nat(Rc::new(n.into()))
    }

    /// A string.
    #[must_use]
    pub fn string(s: &str) -> Value {
        Value::Str(s.into())
    }
}
