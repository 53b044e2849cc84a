//! The state of a check: budget and memory. The rules are in `infer`, `whnf` and `def_eq`.

use crate::env::{Checked, Environment, Error, reject};
use crate::expr::{Expr, Kind};
use crate::level::{self, Level};
use rustc_hash::{FxHashMap, FxHashSet};
use std::mem;
use turnstile_kernel::{Name, with_stack};

/// Nesting of inference, evaluation and conversion at which the check is given up.
const MAX_DEPTH: u32 = 60_000;

/// Results of one declaration. Each answers one question, asked of the same terms; nothing is concluded from two of
/// them. A check that was given up leaves nothing.
#[derive(Default)]
pub(crate) struct Memory {
    /// Types of terms all parts of which were checked.
    pub checked: FxHashMap<Expr, Expr>,
    pub inferred: FxHashMap<Expr, Expr>,
    pub whnf: FxHashMap<Expr, Expr>,
    pub core: FxHashMap<Expr, Expr>,
    pub core_cheap: FxHashMap<Expr, Expr>,
    /// Definitions at levels.
    pub unfolded: FxHashMap<Expr, Expr>,
    /// Decided pairs, in order.
    pub equal: FxHashMap<(Expr, Expr), bool>,
    /// Applications of the same definition whose arguments were compared in vain.
    pub failed: FxHashSet<(Expr, Expr)>,
}

/// A check in an environment. Free variables carry their types, so there is no context.
pub(crate) struct Checker<'a> {
    pub env: &'a Environment,
    /// Whether Nat functions run on open terms during conversion.
    pub eager: bool,
    pub memory: Memory,
    fuel: u64,
    depth: u32,
}

impl<'a> Checker<'a> {
    pub(crate) fn new(env: &'a Environment) -> Checker<'a> {
        Checker { env, eager: false, memory: Memory::default(), fuel: env.fuel, depth: 0 }
    }

    pub(crate) fn limit_fuel(&mut self, steps: u64) {
        self.fuel = self.fuel.min(steps);
    }

    /// Counts one step.
    pub(crate) fn step(&mut self) -> Checked<()> {
        self.pay(1)
    }

    pub(crate) fn pay(&mut self, steps: u64) -> Checked<()> {
        self.fuel = self.fuel.checked_sub(steps).ok_or_else(|| Error::GaveUp("no steps are left".into()))?;
        Ok(())
    }

    /// Runs `f` one level deeper, with enough native stack.
    pub(crate) fn deeper<T>(&mut self, f: impl FnOnce(&mut Self) -> Checked<T>) -> Checked<T> {
        if self.depth >= MAX_DEPTH {
            return Err(Error::GaveUp("terms are nested too deeply".into()));
        }
        self.depth += 1;
        let r = with_stack(|| f(self));
        self.depth -= 1;
        r
    }

    /// Runs `f` in eager mode, with a memory of its own: that mode relates more terms.
    pub(crate) fn eagerly<T>(&mut self, f: impl FnOnce(&mut Self) -> T) -> T {
        let outer = (mem::take(&mut self.memory), self.eager);
        self.eager = true;
        let r = f(self);
        (self.memory, self.eager) = outer;
        r
    }

    /// The level of the sort that `e` evaluates to.
    pub(crate) fn ensure_sort(&mut self, e: &Expr) -> Checked<Level> {
        let e = self.whnf(e)?;
        match e.kind() {
            Kind::Sort(l) => Ok(l.clone()),
            _ => Err(reject("type-expected", "a type is expected; its type is not a sort")),
        }
    }

    /// Checks that `ty` is a type; gives its level.
    pub(crate) fn check_type(&mut self, ty: &Expr) -> Checked<Level> {
        let sort = self.infer(ty, true)?;
        self.ensure_sort(&sort)
    }

    /// The level of a type that is known to be one.
    pub(crate) fn level_of(&mut self, ty: &Expr) -> Checked<Level> {
        let sort = self.infer(ty, false)?;
        self.ensure_sort(&sort)
    }

    /// Whether the type `ty` is a proposition for all values of the level parameters.
    pub(crate) fn is_prop(&mut self, ty: &Expr) -> Checked<bool> {
        let l = self.level_of(ty)?;
        self.is_zero(&l)
    }

    pub(crate) fn level_at_most(&mut self, a: &Level, b: &Level) -> Checked<bool> {
        self.step()?;
        level::at_most(a, b).ok_or_else(|| Error::GaveUp("a level has too many cases".into()))
    }

    pub(crate) fn is_zero(&mut self, l: &Level) -> Checked<bool> {
        self.level_at_most(l, &Level::zero())
    }

    pub(crate) fn level_eq(&mut self, a: &Level, b: &Level) -> Checked<bool> {
        Ok(a == b || (self.level_at_most(a, b)? && self.level_at_most(b, a)?))
    }

    pub(crate) fn levels_eq(&mut self, a: &[Level], b: &[Level]) -> Checked<bool> {
        if a.len() != b.len() {
            return Ok(false);
        }
        for (a, b) in a.iter().zip(b) {
            if !self.level_eq(a, b)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// A term of a constant at levels, whose number must be right.
    pub(crate) fn at_levels(&self, e: &Expr, params: &[Name], levels: &[Level]) -> Checked<Expr> {
        if params.len() != levels.len() {
            return Err(reject("level-arguments", "a constant has the wrong number of level arguments"));
        }
        Ok(e.instantiate_levels(params, levels))
    }
}
