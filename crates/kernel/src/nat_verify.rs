//! Verification of the Nat functions before the kernel runs them on numerals.
//!
//! A name proves nothing: `Nat.add` is computed only after its definition was found to satisfy, by conversion on open
//! terms, the recursive equations that determine addition. Conversion on open terms is stable under substitution, so each
//! result of the fast function is one that the definition itself evaluates to.

use crate::checker::{Checked, TypeChecker};
use crate::env::Environment;
use crate::known::known;
use crate::literal::{NatOp, has_type};
use crate::name::Name;
use crate::store::Store;
use crate::term::{Binder, Expr};

/// Steps one verification may take; the usual definitions need a few hundred.
const STEPS: u64 = 500_000;

/// Whether the definition of `op` in `env` is the function that the kernel computes. Doubt is "no".
pub(crate) fn is_genuine(env: &Environment, st: &Store, op: NatOp) -> bool {
    Equations::new(env, st, op).hold().unwrap_or(false)
}

struct Equations<'a> {
    env: &'a Environment,
    st: &'a Store,
    tc: TypeChecker<'a>,
    op: NatOp,
    function: Expr,
    /// Locals of type Nat.
    x: Expr,
    y: Expr,
    fuel: Expr,
    nat: Expr,
}

impl<'a> Equations<'a> {
    fn new(env: &'a Environment, st: &'a Store, op: NatOp) -> Equations<'a> {
        let mut tc = TypeChecker::new(env, st);
        tc.set_steps(STEPS.min(env.step_limit()));
        let nat = st.const_(known().nat, &[]);
        let (x, y, fuel) = (tc.fresh_local(nat), tc.fresh_local(nat), tc.fresh_local(nat));
        Equations { env, st, tc, op, function: st.const_(name(op), &[]), x, y, fuel, nat }
    }

    fn hold(&mut self) -> Checked<bool> {
        let (x, y, zero) = (self.x, self.y, self.zero());
        let (sx, sy) = (self.succ(x), self.succ(y));
        let boolean = matches!(self.op, NatOp::Beq | NatOp::Ble);
        let result = if boolean { self.st.const_(known().bool_, &[]) } else { self.nat };
        let ty = self.st.arrow(self.nat, self.st.arrow(self.nat, result));
        if !has_type(self.env, self.st, name(self.op), ty) {
            return Ok(false);
        }
        let here = |s: &Self, a, b| s.st.apps(s.function, &[a, b]);
        let equations: Vec<(Expr, Expr)> = match self.op {
            NatOp::Add => vec![(here(self, x, zero), x), (here(self, x, sy), self.succ(here(self, x, y)))],
            NatOp::Sub => vec![(here(self, x, zero), x), (here(self, x, sy), self.pred(here(self, x, y)))],
            NatOp::Mul => {
                let Some(step) = self.run(NatOp::Add, here(self, x, y), x) else { return Ok(false) };
                vec![(here(self, x, zero), zero), (here(self, x, sy), step)]
            }
            NatOp::Pow => {
                let Some(step) = self.run(NatOp::Mul, here(self, x, y), x) else { return Ok(false) };
                vec![(here(self, x, zero), self.succ(zero)), (here(self, x, sy), step)]
            }
            NatOp::Beq | NatOp::Ble => {
                let less = self.truth(self.op == NatOp::Ble);
                vec![
                    (here(self, zero, zero), self.truth(true)),
                    (here(self, zero, sy), less),
                    (here(self, sx, zero), self.truth(false)),
                    (here(self, sx, sy), here(self, x, y)),
                ]
            }
            NatOp::ShiftLeft => {
                let two = self.st.nat_u64(2);
                let Some(double) = self.run(NatOp::Mul, two, x) else { return Ok(false) };
                vec![(here(self, x, zero), x), (here(self, x, sy), here(self, double, y))]
            }
            NatOp::ShiftRight => {
                let two = self.st.nat_u64(2);
                let Some(half) = self.run(NatOp::Div, here(self, x, y), two) else { return Ok(false) };
                vec![(here(self, x, zero), x), (here(self, x, sy), half)]
            }
            NatOp::Div | NatOp::Mod | NatOp::Gcd => return self.by_fuel(),
            // Defined by well-founded recursion, which does not compute on open terms.
            NatOp::Land | NatOp::Lor | NatOp::Xor => return Ok(false),
        };
        self.all(&equations)
    }

    /// Recursion on fuel: `op x y` unfolds to `go x x y`, and `go` satisfies the equations of one round.
    fn by_fuel(&mut self) -> Checked<bool> {
        let (x, y, fuel, zero) = (self.x, self.y, self.fuel, self.zero());
        let call = self.st.apps(self.function, &[x, y]);
        let Some(body) = self.tc.unfold(self.st.alpha(call))? else { return Ok(false) };
        let (go, args) = self.st.unapp(body);
        if args != [x, x, y] || self.st.as_const(go).is_none() {
            return Ok(false);
        }
        let go = |s: &Self, fuel, a, b| s.st.apps(go, &[fuel, a, b]);
        let one = self.succ(zero);
        let round = |s: &Self| -> Option<(Expr, Expr)> {
            Some(match s.op {
                NatOp::Gcd => {
                    let rest = go(s, fuel, s.run(NatOp::Mod, y, x)?, x);
                    (y, s.if_then_else(s.run(NatOp::Beq, x, zero)?, y, rest))
                }
                op => {
                    let positive = s.run(NatOp::Ble, one, y)?;
                    let fits = s.run(NatOp::Ble, y, x)?;
                    let more = s.both(positive, fits);
                    let rest = go(s, fuel, s.run(NatOp::Sub, x, y)?, y);
                    match op {
                        NatOp::Div => (zero, s.if_then_else(more, s.succ(rest), zero)),
                        _ => (x, s.if_then_else(more, rest, x)),
                    }
                }
            })
        };
        let Some((without_fuel, with_fuel)) = round(self) else { return Ok(false) };
        let next = self.succ(fuel);
        self.all(&[(go(self, zero, x, y), without_fuel), (go(self, next, x, y), with_fuel)])
    }

    fn all(&mut self, equations: &[(Expr, Expr)]) -> Checked<bool> {
        for (a, b) in equations {
            if !self.tc.def_eq(*a, *b)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn zero(&self) -> Expr {
        self.st.const_(known().nat_zero, &[])
    }

    fn succ(&self, n: Expr) -> Expr {
        self.st.app(self.st.const_(known().nat_succ, &[]), n)
    }

    fn truth(&self, b: bool) -> Expr {
        self.st.const_(if b { known().bool_true } else { known().bool_false }, &[])
    }

    /// `op a b` for another function, which must have been verified before.
    fn run(&self, op: NatOp, a: Expr, b: Expr) -> Option<Expr> {
        self.env.runs(op).then(|| self.st.apps(self.st.const_(name(op), &[]), &[a, b]))
    }

    /// The predecessor, by the recursor itself.
    fn pred(&self, n: Expr) -> Expr {
        let st = self.st;
        let rec = st.const_(known().nat_rec, &[st.l_one()]);
        let any = Binder::new(Name::anon());
        let motive = st.lam(any, self.nat, self.nat);
        let step = st.lam(any, self.nat, st.lam(any, self.nat, st.bvar(1)));
        st.apps(rec, &[motive, self.zero(), step, n])
    }

    /// Case distinction on a Bool, by the recursor itself.
    fn bool_rec(&self, ty: Expr, c: Expr, yes: Expr, no: Expr) -> Expr {
        let st = self.st;
        let rec = st.const_(known().bool_rec, &[st.l_one()]);
        let motive = st.lam(Binder::new(Name::anon()), st.const_(known().bool_, &[]), ty);
        st.apps(rec, &[motive, no, yes, c])
    }

    fn if_then_else(&self, c: Expr, yes: Expr, no: Expr) -> Expr {
        self.bool_rec(self.nat, c, yes, no)
    }

    fn both(&self, a: Expr, b: Expr) -> Expr {
        self.bool_rec(self.st.const_(known().bool_, &[]), a, b, self.truth(false))
    }
}

fn name(op: NatOp) -> Name {
    NatOp::ALL.iter().find(|(o, _)| *o == op).map_or_else(Name::anon, |(_, n)| Name::new(n))
}
