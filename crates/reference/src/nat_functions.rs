//! Which definitions are the Nat functions that run on numerals.
//!
//! A name proves nothing. A definition qualifies when it satisfies the equations that determine the function, for variables
//! in place of numbers: then it does so for all numbers.

use crate::checker::Checker;
use crate::env::{Checked, Environment};
use crate::expr::Expr;
use crate::level::Level;
use crate::literal::{bool_is_genuine, has_type};
use crate::names::names;
use turnstile_kernel::{BigUint, Name};

/// Steps one verification may take.
const STEPS: u64 = 500_000;

/// Whether the definition of `op` is the function that the checker would run. Doubt is "no".
pub(crate) fn is_verified(env: &Environment, op: Name) -> bool {
    env.nat && Equations::new(env, op).hold().unwrap_or(false)
}

struct Equations<'a> {
    env: &'a Environment,
    op: Name,
    nat: Expr,
    zero: Expr,
    x: Expr,
    y: Expr,
}

impl<'a> Equations<'a> {
    fn new(env: &'a Environment, op: Name) -> Equations<'a> {
        let nat = Expr::plain(names().nat);
        let (x, y) = (Expr::fresh(nat.clone()), Expr::fresh(nat.clone()));
        Equations { env, op, nat, zero: Expr::plain(names().zero), x, y }
    }

    fn hold(&self) -> Checked<bool> {
        let (n, op) = (names(), self.op);
        let (x, y, zero) = (&self.x, &self.y, &self.zero);
        let (sx, sy) = (succ(x), succ(y));
        let f = |a: &Expr, b: &Expr| call(op, a, b);
        let truth = |b: bool| Expr::plain(if b { n.bool_true } else { n.bool_false });
        let comparison = op == n.beq || op == n.ble;
        let result = if comparison { Expr::plain(n.bool_) } else { self.nat.clone() };
        let ty = Expr::arrow(&self.nat, &Expr::arrow(&self.nat, &result));
        let uses: &[Name] = match op {
            _ if op == n.mul => &[n.add],
            _ if op == n.pow || op == n.shift_left => &[n.mul],
            _ if op == n.shift_right => &[n.div],
            _ if op == n.div || op == n.mod_ => &[n.sub, n.ble],
            _ if op == n.gcd => &[n.mod_, n.beq],
            _ => &[],
        };
        let needs_bool = comparison || [n.div, n.mod_, n.gcd].contains(&op);
        if !has_type(self.env, op, &ty)
            || !uses.iter().all(|u| self.env.runs(*u))
            || (needs_bool && !bool_is_genuine(self.env))
        {
            return Ok(false);
        }
        let two = Expr::nat(BigUint::from(2u32));
        let recursion = |base: &Expr, step: Expr| vec![(f(x, zero), base.clone()), (f(x, &sy), step)];
        self.all(&match op {
            _ if op == n.add => recursion(x, succ(&f(x, y))),
            _ if op == n.sub => recursion(x, self.pred(&f(x, y))),
            _ if op == n.mul => recursion(zero, call(n.add, &f(x, y), x)),
            _ if op == n.pow => recursion(&succ(zero), call(n.mul, &f(x, y), x)),
            _ if op == n.shift_left => recursion(x, f(&call(n.mul, &two, x), y)),
            _ if op == n.shift_right => recursion(x, call(n.div, &f(x, y), &two)),
            _ if comparison => vec![
                (f(zero, zero), truth(true)),
                (f(zero, &sy), truth(op == n.ble)),
                (f(&sx, zero), truth(false)),
                (f(&sx, &sy), f(x, y)),
            ],
            _ if [n.div, n.mod_, n.gcd].contains(&op) => match self.rounds()? {
                Some(equations) => equations,
                None => return Ok(false),
            },
            _ => return Ok(false),
        })
    }

    /// For a definition `op x y := go x x y`: the equations of `go` on its first argument, a bound for the number of rounds.
    /// As many rounds as the greater number says are enough for each of these functions.
    fn rounds(&self) -> Checked<Option<Vec<(Expr, Expr)>>> {
        let (n, op) = (names(), self.op);
        let (x, y, zero) = (&self.x, &self.y, &self.zero);
        let Some(body) = Checker::new(self.env).unfold(&call(op, x, y))? else { return Ok(None) };
        let (go, args) = body.unapp();
        if args != [x, x, y] || go.as_const().is_none() {
            return Ok(None);
        }
        let go = |fuel: &Expr, a: &Expr, b: &Expr| Expr::apps(go, [fuel, a, b]);
        let fuel = Expr::fresh(self.nat.clone());
        let (end, round) = if op == n.gcd {
            let next = go(&fuel, &call(n.mod_, y, x), x);
            (y.clone(), self.cases(&self.nat, &call(n.beq, x, zero), y, &next))
        } else {
            let positive = call(n.ble, &succ(zero), y);
            let fits =
                self.cases(&Expr::plain(n.bool_), &positive, &call(n.ble, y, x), &Expr::plain(n.bool_false));
            let rest = go(&fuel, &call(n.sub, x, y), y);
            match op == n.div {
                true => (zero.clone(), self.cases(&self.nat, &fits, &succ(&rest), zero)),
                false => (x.clone(), self.cases(&self.nat, &fits, &rest, x)),
            }
        };
        Ok(Some(vec![(go(zero, x, y), end), (go(&succ(&fuel), x, y), round)]))
    }

    fn all(&self, equations: &[(Expr, Expr)]) -> Checked<bool> {
        let mut checker = Checker::new(self.env);
        checker.limit_fuel(STEPS);
        for (a, b) in equations {
            if !checker.def_eq(a, b)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The predecessor, by the recursor.
    fn pred(&self, e: &Expr) -> Expr {
        let rec = Expr::constant(names().nat_rec, &[Level::one()]);
        let motive = Expr::lam(self.nat.clone(), self.nat.clone());
        let step = Expr::lam(self.nat.clone(), Expr::lam(self.nat.clone(), Expr::var(1)));
        Expr::apps(&rec, [&motive, &self.zero, &step, e])
    }

    /// `if c then yes else no`, by the recursor.
    fn cases(&self, ty: &Expr, c: &Expr, yes: &Expr, no: &Expr) -> Expr {
        let rec = Expr::constant(names().bool_rec, &[Level::one()]);
        let motive = Expr::lam(Expr::plain(names().bool_), ty.clone());
        Expr::apps(&rec, [&motive, no, yes, c])
    }
}

fn succ(e: &Expr) -> Expr {
    Expr::app(&Expr::plain(names().succ), e)
}

fn call(op: Name, a: &Expr, b: &Expr) -> Expr {
    Expr::apps(&Expr::plain(op), [a, b])
}
