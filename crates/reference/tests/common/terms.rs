//! Random pairs of closed programs of the same type, most of them convertible: the second shows the first in another
//! way, by a redex, an expansion, a literal.

use super::rng::Rng;
use turnstile_kernel::{Binder, Expr, Level, Name, Store};

/// The types that programs have.
#[derive(Clone, PartialEq, Debug)]
pub enum Ty {
    Nat,
    Bool,
    Unit,
    /// A proposition with proofs.
    P,
    List(Box<Ty>),
    Prod(Box<Ty>, Box<Ty>),
    Box(Box<Ty>),
    /// `{x // True}`
    Sub(Box<Ty>),
    Fun(Box<Ty>, Box<Ty>),
}

pub struct Terms<'a> {
    pub st: &'a Store,
    pub rng: Rng,
    /// How often, in a hundred, the second term of a pair is one of its own.
    pub differ: usize,
}

impl Terms<'_> {
    fn c(&self, n: &str, levels: &[u32]) -> Expr {
        let st = self.st;
        let level = |k: &u32| (0..*k).fold(st.l_zero(), |l, _| st.l_succ(l));
        let levels: Vec<Level> = levels.iter().map(level).collect();
        st.const_(Name::new(n), &levels)
    }

    fn call(&self, n: &str, levels: &[u32], args: &[Expr]) -> Expr {
        self.st.apps(self.c(n, levels), args)
    }

    fn lam(&self, ty: Expr, body: Expr) -> Expr {
        self.st.lam(Binder::new(Name::new("x")), ty, body)
    }

    fn true_of(&self, ty: Expr) -> Expr {
        self.lam(ty, self.c("True", &[]))
    }

    /// The level of the sort of a type.
    pub fn level(&self, ty: &Ty) -> u32 {
        u32::from(*ty != Ty::P && !matches!(ty, Ty::Fun(_, b) if self.level(b) == 0))
    }

    pub fn ty(&self, ty: &Ty) -> Expr {
        match ty {
            Ty::Nat => self.c("Nat", &[]),
            Ty::Bool => self.c("Bool", &[]),
            Ty::Unit => self.c("PUnit", &[1]),
            Ty::P => self.c("P", &[]),
            Ty::List(a) => self.call("List", &[0], &[self.ty(a)]),
            Ty::Prod(a, b) => self.call("Prod", &[0, 0], &[self.ty(a), self.ty(b)]),
            Ty::Box(a) => self.call("Box", &[1], &[self.ty(a)]),
            Ty::Sub(a) => self.call("Sub", &[1], &[self.ty(a), self.true_of(self.ty(a))]),
            Ty::Fun(a, b) => self.st.arrow(self.ty(a), self.ty(b)),
        }
    }

    /// A type that is data, of small size.
    fn data(&mut self, depth: usize) -> Ty {
        let inner = |s: &mut Self| Box::new(s.data(depth.saturating_sub(1)));
        match self.rng.below(if depth == 0 { 4 } else { 9 }) {
            0 | 1 => Ty::Nat,
            2 => Ty::Bool,
            3 => Ty::Unit,
            4 => Ty::List(inner(self)),
            5 => Ty::Prod(inner(self), inner(self)),
            6 => Ty::Box(inner(self)),
            7 => Ty::Sub(inner(self)),
            _ => Ty::Fun(inner(self), inner(self)),
        }
    }

    pub fn any_type(&mut self) -> Ty {
        if self.rng.chance(5) { Ty::P } else { self.data(2) }
    }

    /// Two terms of type `ty` whose loose variables have the types in `scope`, the last being variable 0.
    pub fn pair(&mut self, scope: &mut Vec<Ty>, ty: &Ty, depth: usize) -> (Expr, Expr) {
        let (a, b) = self.plain_pair(scope, ty, depth);
        if self.rng.chance(self.differ) {
            return (a, self.plain_pair(scope, ty, depth.min(1)).1);
        }
        if depth == 0 || self.rng.chance(55) {
            return (a, b);
        }
        let (b, a) = self.disguise(scope, ty, depth - 1, b, a);
        if self.rng.chance(50) { (a, b) } else { (b, a) }
    }

    /// A term convertible to `e`, beside `other` unchanged.
    fn disguise(&mut self, scope: &mut Vec<Ty>, ty: &Ty, depth: usize, e: Expr, other: Expr) -> (Expr, Expr) {
        let st = self.st;
        let t = self.ty(ty);
        let x = Name::new("x");
        if self.level(ty) == 0 {
            return (st.let_(x, t, e, st.bvar(0)), other);
        }
        let r = match self.rng.below(11) {
            0 => st.app(self.lam(t, st.bvar(0)), e),
            1 => st.let_(x, t, e, st.bvar(0)),
            2 => self.call("id", &[1], &[t, e]),
            3 => {
                let unused = self.any_type();
                let (v, _) = self.pair(scope, &unused, depth);
                st.app(self.lam(self.ty(&unused), st.lift(e, 0, 1)), v)
            }
            4 | 5 => {
                let second = self.data(0);
                let (v, _) = self.pair(scope, &second, depth);
                let made = self.call("Prod.mk", &[0, 0], &[t, self.ty(&second), e, v]);
                st.proj(Name::new("Prod"), 0, made)
            }
            6 => st.proj(Name::new("Box"), 0, self.call("Box.mk", &[1], &[t, e])),
            7 => {
                // Case distinction on a known Bool.
                let (no, _) = self.pair(scope, ty, depth);
                let motive = self.lam(self.c("Bool", &[]), st.lift(t, 0, 1));
                self.call("Bool.rec", &[1], &[motive, no, e, self.c("Bool.true", &[])])
            }
            8 => {
                // A cast: K applies to the first two equations, not to the last.
                let (proof, a, b) =
                    *self.rng.pick(&[("same", "n0", "n0"), ("four", "2+2", "4"), ("other", "n0", "n1")]);
                let number = |s: &Self, n: &str| match n {
                    "2+2" => s.call("Nat.add", &[], &[st.nat_u64(2), st.nat_u64(2)]),
                    "4" => st.nat_u64(4),
                    n => s.c(n, &[]),
                };
                let (a, b) = (number(self, a), number(self, b));
                let nat = self.c("Nat", &[]);
                let eq = self.call("Eq", &[1], &[nat, st.lift(a, 0, 1), st.bvar(0)]);
                let motive = self.lam(nat, self.lam(eq, st.lift(t, 0, 2)));
                self.call("Eq.rec", &[1, 1], &[nat, a, motive, e, b, self.c(proof, &[])])
            }
            9 => {
                // Through a quotient.
                let (p, r) = (self.c("Nat", &[]), self.c("r0", &[]));
                let f = self.lam(p, st.lift(e, 0, 1));
                let related = self.call("r0", &[], &[st.bvar(1), st.bvar(0)]);
                let refl = self.call("Eq.refl", &[1], &[st.lift(t, 0, 3), st.lift(e, 0, 3)]);
                let h = self.lam(p, self.lam(p, self.lam(related, refl)));
                let mk = self.call("Quot.mk", &[1], &[p, r, self.c("n0", &[])]);
                self.call("Quot.lift", &[1, 1], &[p, r, t, f, h, mk])
            }
            _ => {
                let domain = self.data(0);
                let (v, _) = self.pair(scope, &domain, depth);
                let constant = self.lam(self.ty(&domain), st.lift(e, 0, 1));
                let ty = st.arrow(self.ty(&domain), t);
                st.app(self.call("id", &[1], &[ty, constant]), v)
            }
        };
        (r, other)
    }

    fn plain_pair(&mut self, scope: &mut Vec<Ty>, ty: &Ty, depth: usize) -> (Expr, Expr) {
        let st = self.st;
        let variables: Vec<u32> =
            (0..scope.len()).filter(|i| scope[scope.len() - 1 - i] == *ty).map(|i| i as u32).collect();
        if !variables.is_empty() && self.rng.chance(if depth == 0 { 70 } else { 30 }) {
            let v = st.bvar(*self.rng.pick(&variables));
            return (v, v);
        }
        // An application of a function.
        if depth > 0 && self.rng.chance(15) {
            let domain = self.data(1);
            let f = self.pair(scope, &Ty::Fun(Box::new(domain.clone()), Box::new(ty.clone())), depth - 1);
            let x = self.pair(scope, &domain, depth - 1);
            return (st.app(f.0, x.0), st.app(f.1, x.1));
        }
        match ty {
            Ty::Nat => self.nats(scope, depth),
            Ty::Bool => self.bools(scope, depth),
            // Any two values are equal.
            Ty::Unit if depth > 0 && self.rng.chance(50) => {
                let (a, b) = (self.pair(scope, ty, depth - 1), self.pair(scope, ty, depth - 1));
                (a.0, b.1)
            }
            Ty::Unit => (self.c("PUnit.unit", &[1]), self.c("u0", &[])),
            Ty::P => {
                let other = self.call("id", &[0], &[self.c("P", &[]), self.c("t0", &[])]);
                (self.c("t0", &[]), other)
            }
            Ty::List(a) => self.lists(scope, a, depth),
            Ty::Prod(a, b) => {
                if depth == 0 && **a == Ty::Nat && **b == Ty::Bool {
                    return (self.c("p0", &[]), self.c("p0", &[]));
                }
                let d = depth.saturating_sub(1);
                let (x, y) = (self.pair(scope, a, d), self.pair(scope, b, d));
                let mk = |s: &Self, x, y| s.call("Prod.mk", &[0, 0], &[s.ty(a), s.ty(b), x, y]);
                if depth > 0 && self.rng.chance(40) {
                    let p = self.pair(scope, ty, d);
                    let field = |i| st.proj(Name::new("Prod"), i, p.1);
                    return (p.0, mk(self, field(0), field(1)));
                }
                (mk(self, x.0, y.0), mk(self, x.1, y.1))
            }
            Ty::Box(a) => {
                let x = self.pair(scope, a, depth.saturating_sub(1));
                let mk = |x| self.call("Box.mk", &[1], &[self.ty(a), x]);
                (mk(x.0), mk(x.1))
            }
            Ty::Sub(a) => {
                let x = self.pair(scope, a, depth.saturating_sub(1));
                let truth = self.c("True", &[]);
                let proof = self.c("True.intro", &[]);
                let other = st.app(self.lam(truth, st.bvar(0)), proof);
                let mk = |x, p| self.call("Sub.mk", &[1], &[self.ty(a), self.true_of(self.ty(a)), x, p]);
                (mk(x.0, proof), mk(x.1, other))
            }
            Ty::Fun(a, b) => {
                if depth > 0 && self.rng.chance(25) {
                    let f = self.pair(scope, ty, depth - 1);
                    return (f.0, self.lam(self.ty(a), st.app(st.lift(f.1, 0, 1), st.bvar(0))));
                }
                if **a == Ty::Nat && **b == Ty::Nat && self.rng.chance(40) {
                    let f = *self.rng.pick(&["f0", "pred", "Nat.succ"]);
                    return (self.c(f, &[]), self.c(f, &[]));
                }
                scope.push((**a).clone());
                let body = self.pair(scope, b, depth.saturating_sub(1));
                scope.pop();
                (self.lam(self.ty(a), body.0), self.lam(self.ty(a), body.1))
            }
        }
    }

    fn nats(&mut self, scope: &mut Vec<Ty>, depth: usize) -> (Expr, Expr) {
        let st = self.st;
        if depth == 0 || self.rng.chance(20) {
            let n = self.rng.next() % 6;
            return match self.rng.below(6) {
                0 => (self.c("n0", &[]), self.c("n0", &[])),
                1 => (self.c("Nat.zero", &[]), st.nat_u64(0)),
                2 => (st.nat_u64(n + 1), self.call("Nat.succ", &[], &[st.nat_u64(n)])),
                3 => (st.nat_u64(n + 5), self.call("Nat.add", &[], &[st.nat_u64(5), st.nat_u64(n)])),
                4 => (st.nat_u64(7 * n), self.call("Nat.mul", &[], &[st.nat_u64(n), st.nat_u64(7)])),
                _ => (st.nat_u64(n), st.nat_u64(n)),
            };
        }
        let d = depth - 1;
        let x = self.pair(scope, &Ty::Nat, d);
        match self.rng.below(9) {
            0 => {
                let one = |e| self.call("Nat.succ", &[], &[e]);
                // `x + 1` by recursion on the second argument.
                (one(x.0), self.call("Nat.add", &[], &[x.1, st.nat_u64(1)]))
            }
            1..=3 => {
                let y = self.pair(scope, &Ty::Nat, d);
                let f = *self.rng.pick(&["Nat.add", "Nat.mul", "Nat.sub", "plus", "Nat.gcd", "Nat.pow"]);
                let g = match f {
                    "Nat.add" => "plus",
                    "plus" => "Nat.gcd",
                    f => f,
                };
                (self.call(f, &[], &[x.0, y.0]), self.call(g, &[], &[x.1, y.1]))
            }
            4 => (self.call("pred", &[], &[self.call("Nat.succ", &[], &[x.0])]), x.1),
            5 => {
                // By the recursor: n steps of a function from a start.
                let (n, step) = (self.pair(scope, &Ty::Nat, d), self.step(scope, d));
                let motive = self.lam(self.c("Nat", &[]), self.c("Nat", &[]));
                let rec = |z, s, n| self.call("Nat.rec", &[1], &[motive, z, s, n]);
                (rec(x.0, step.0, n.0), rec(x.1, step.1, n.1))
            }
            6 => {
                let pair = Ty::Prod(Box::new(Ty::Nat), Box::new(Ty::Bool));
                let p = self.pair(scope, &pair, d);
                let proj = |p| st.proj(Name::new("Prod"), 0, p);
                (proj(p.0), proj(p.1))
            }
            7 => {
                let c = self.pair(scope, &Ty::Bool, d);
                let y = self.pair(scope, &Ty::Nat, d);
                let motive = self.lam(self.c("Bool", &[]), self.c("Nat", &[]));
                let rec = |c, x, y| self.call("Bool.rec", &[1], &[motive, x, y, c]);
                (rec(c.0, x.0, y.0), rec(c.1, x.1, y.1))
            }
            _ => {
                // Recursion on accessibility, which an axiom states: stuck.
                let nat = self.c("Nat", &[]);
                let r = self.c("r0", &[]);
                let acc = |i| self.call("Acc", &[1], &[nat, r, st.bvar(i)]);
                let motive = self.lam(nat, self.lam(acc(0), nat));
                let below = st.pi(
                    Binder::new(Name::new("y")),
                    nat,
                    st.arrow(self.call("r0", &[], &[st.bvar(0), st.bvar(1)]), acc(0)),
                );
                let hypothesis = st.pi(
                    Binder::new(Name::new("y")),
                    nat,
                    st.arrow(self.call("r0", &[], &[st.bvar(0), st.bvar(2)]), nat),
                );
                let minor = self.lam(nat, self.lam(below, self.lam(hypothesis, st.bvar(2))));
                let rec = |x| {
                    let proof = self.call("acc", &[], &[x]);
                    self.call("Acc.rec", &[1, 1], &[nat, r, motive, minor, x, proof])
                };
                (rec(x.0), rec(x.1))
            }
        }
    }

    /// Two functions `Nat → Nat → Nat`: a number and the result for it.
    fn step(&mut self, scope: &mut Vec<Ty>, depth: usize) -> (Expr, Expr) {
        scope.extend([Ty::Nat, Ty::Nat]);
        let body = self.pair(scope, &Ty::Nat, depth);
        scope.truncate(scope.len() - 2);
        let nat = self.c("Nat", &[]);
        (self.lam(nat, self.lam(nat, body.0)), self.lam(nat, self.lam(nat, body.1)))
    }

    fn bools(&mut self, scope: &mut Vec<Ty>, depth: usize) -> (Expr, Expr) {
        if depth == 0 || self.rng.chance(40) {
            let b = *self.rng.pick(&["Bool.true", "Bool.false", "b0"]);
            return (self.c(b, &[]), self.c(b, &[]));
        }
        let (x, y) = (self.pair(scope, &Ty::Nat, depth - 1), self.pair(scope, &Ty::Nat, depth - 1));
        (self.call("Nat.ble", &[], &[x.0, y.0]), self.call("Nat.ble", &[], &[x.1, y.1]))
    }

    fn lists(&mut self, scope: &mut Vec<Ty>, a: &Ty, depth: usize) -> (Expr, Expr) {
        let t = self.ty(a);
        if depth == 0 {
            if *a == Ty::Nat && self.rng.chance(40) {
                return (self.c("l0", &[]), self.c("l0", &[]));
            }
            return (self.call("List.nil", &[0], &[t]), self.call("List.nil", &[0], &[t]));
        }
        let head = self.pair(scope, a, depth - 1);
        let tail = self.pair(scope, &Ty::List(Box::new(a.clone())), depth - 1);
        let plain = self.rng.chance(70);
        let cons = |h, l| self.call("List.cons", &[0], &[t, h, l]);
        if plain {
            return (cons(head.0, tail.0), cons(head.1, tail.1));
        }
        // A copy by recursion.
        let st = self.st;
        let list = self.call("List", &[0], &[t]);
        let motive = self.lam(list, list);
        let step = self.lam(t, self.lam(list, self.lam(list, cons(st.bvar(2), st.bvar(0)))));
        let nil = self.call("List.nil", &[0], &[t]);
        (tail.0, self.call("List.rec", &[1, 0], &[t, motive, nil, step, tail.1]))
    }
}
