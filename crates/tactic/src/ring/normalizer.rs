//! The state of a normalisation: the ring, its operations as terms, and the atoms met so far.

use num_bigint::{BigInt, Sign};
use rustc_hash::FxHashMap;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Expr, Level, LevelNode, Name, Node};

/// The operations of the ring, each applied to everything but its proper arguments.
#[derive(Clone, Copy)]
struct Operations {
    add: Expr,
    mul: Expr,
    pow: Expr,
    nat_cast: Expr,
    ring: Option<RingOperations>,
}

/// What only a ring has.
#[derive(Clone, Copy)]
struct RingOperations {
    inst: Expr,
    sub: Expr,
    neg: Expr,
    int_cast: Expr,
}

/// Normalises terms of one type. Atoms are numbered in the order in which they are met.
pub struct Normalizer {
    /// The type.
    pub ty: Expr,
    level: Level,
    inst: Expr,
    ops: Operations,
    /// `0`, as the end of every polynomial.
    pub(super) nil: Expr,
    /// What is not built from ring operations.
    pub atoms: Vec<Expr>,
    /// For exponents: natural numbers with variables.
    pub(super) exponents: Option<Box<Normalizer>>,
    same: FxHashMap<Expr, bool>,
    /// `Field R`, once it was looked for.
    field: Option<Option<Expr>>,
}

impl Normalizer {
    /// A normaliser for terms of type `ty`; `None` if that is no commutative semiring.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn new(m: &mut Meta, ty: Expr) -> Result<Option<Normalizer>> {
        let st = m.st.clone();
        let sort = m.sort_of(ty)?;
        let sort = m.normalize_level(m.instantiate_level(sort));
        let LevelNode::Succ(level) = st.level(sort) else { return Ok(None) };
        let class = |n: &str| st.app(st.const_(Name::new(n), &[level]), ty);
        let find = |m: &mut Meta, n: &str| match m.synth_instance(class(n)) {
            Err(e) if e.is_resource() => Err(e),
            Ok(found) => Ok(found),
            Err(_) => Ok(None),
        };
        let ring = find(m, "Mathlib.CommRing")?;
        let inst = match ring {
            Some(r) => st.apps(st.const_(Name::new("Mathlib.CommRing.toCommSemiring"), &[level]), &[ty, r]),
            None => match find(m, "Mathlib.CommSemiring")? {
                Some(i) => i,
                None => return Ok(None),
            },
        };
        let Some((add, mul, pow, nat_cast)) = operations(m, level, ty, inst) else { return Ok(None) };
        let ring = match ring {
            Some(r) => match ring_operations(m, level, ty, r) {
                Some(o) => Some(o),
                None => return Ok(None),
            },
            None => None,
        };
        let ops = Operations { add, mul, pow, nat_cast, ring };
        let nil = st.app(nat_cast, st.nat_u64(0));
        Ok(Some(Normalizer {
            ty,
            level,
            inst,
            ops,
            nil,
            atoms: vec![],
            exponents: None,
            same: FxHashMap::default(),
            field: None,
        }))
    }

    /// Whether there is subtraction.
    #[must_use]
    pub fn is_ring(&self) -> bool {
        self.ops.ring.is_some()
    }

    pub(super) fn mk_add(&self, m: &Meta, a: Expr, b: Expr) -> Expr {
        m.st.apps(self.ops.add, &[a, b])
    }

    pub(super) fn mk_mul(&self, m: &Meta, a: Expr, b: Expr) -> Expr {
        m.st.apps(self.ops.mul, &[a, b])
    }

    pub(super) fn mk_pow(&self, m: &Meta, a: Expr, n: Expr) -> Expr {
        m.st.apps(self.ops.pow, &[a, n])
    }

    /// `-a`, in a ring.
    pub(super) fn neg_term(&self, m: &Meta, a: Expr) -> Expr {
        self.ops.ring.map_or(a, |r| m.st.app(r.neg, a))
    }

    /// `a - b`, in a ring.
    #[must_use]
    pub fn mk_sub(&self, m: &Meta, a: Expr, b: Expr) -> Option<Expr> {
        self.ops.ring.map(|r| m.st.apps(r.sub, &[a, b]))
    }

    /// `a = b`
    #[must_use]
    pub fn mk_eq(&self, m: &Meta, a: Expr, b: Expr) -> Expr {
        let st = &m.st;
        st.apps(st.const_(Name::new("Eq"), &[st.l_succ(self.level)]), &[self.ty, a, b])
    }

    /// `Eq.trans h (Eq.symm k) : a = b` for `h : a = c` and `k : b = c`.
    #[must_use]
    pub fn trans_symm(&self, m: &Meta, a: Expr, b: Expr, c: Expr, h: Expr, k: Expr) -> Expr {
        let st = &m.st;
        let u = [st.l_succ(self.level)];
        let symm = st.apps(st.const_(Name::new("Eq.symm"), &u), &[self.ty, b, c, k]);
        st.apps(st.const_(Name::new("Eq.trans"), &u), &[self.ty, a, c, b, h, symm])
    }

    /// The lemma `name` about this ring, with all arguments after the instance.
    pub(super) fn lemma(&self, m: &Meta, name: &str, args: &[Expr]) -> Expr {
        let st = &m.st;
        let inst = match self.ops.ring {
            Some(r) if needs_ring(name) => r.inst,
            _ => self.inst,
        };
        let full = Name::new("Mathlib.RingNormal").str(name);
        let f = st.apps(st.const_(full, &[self.level]), &[self.ty, inst]);
        st.apps(f, args)
    }

    /// The lemma `name` with these arguments after the type.
    pub(super) fn plain_lemma(&self, m: &Meta, name: &str, args: &[Expr]) -> Expr {
        let st = &m.st;
        let full = Name::new("Mathlib.RingNormal").str(name);
        st.apps(st.app(st.const_(full, &[self.level]), self.ty), args)
    }

    /// The universe of the type.
    #[must_use]
    pub fn level(&self) -> Level {
        self.level
    }

    /// The instance of `CommRing`.
    #[must_use]
    pub fn ring_instance(&self) -> Option<Expr> {
        self.ops.ring.map(|r| r.inst)
    }

    /// The literal that a coefficient is the cast of: an integer in a ring, else a natural.
    pub(super) fn literal(&self, m: &Meta, k: &BigInt) -> Expr {
        let st = &m.st;
        let n = k.magnitude().clone();
        if !self.is_ring() {
            return st.nat(n);
        }
        match k.sign() {
            Sign::Minus => st.app(st.const0("Int.negSucc"), st.nat(n - 1u32)),
            _ => st.app(st.const0("Int.ofNat"), st.nat(n)),
        }
    }

    /// The coefficient `k` as a term of the ring.
    #[must_use]
    pub fn coefficient(&self, m: &Meta, k: &BigInt) -> Expr {
        let lit = self.literal(m, k);
        match self.ops.ring {
            Some(r) => m.st.app(r.int_cast, lit),
            None => m.st.app(self.ops.nat_cast, lit),
        }
    }

    /// The image of the natural `n`.
    pub(super) fn nat_cast(&self, m: &Meta, n: Expr) -> Expr {
        m.st.app(self.ops.nat_cast, n)
    }

    pub(super) fn literal_refl(&self, m: &Meta, v: Expr) -> Expr {
        refl(m, if self.is_ring() { "Int" } else { "Nat" }, v)
    }

    pub(super) fn nat_refl(&self, m: &Meta, v: Expr) -> Expr {
        refl(m, "Nat", v)
    }

    /// `a = a`
    #[must_use]
    pub fn refl(&self, m: &Meta, a: Expr) -> Expr {
        let st = &m.st;
        st.apps(st.const_(Name::new("Eq.refl"), &[st.l_succ(self.level)]), &[self.ty, a])
    }

    /// Whether `f`, an operation without its arguments, is the one of the ring. Decided once for each `f`.
    fn is_op(&mut self, m: &mut Meta, f: Expr, op: Expr) -> Result<bool> {
        if f == op {
            return Ok(true);
        }
        if let Some(r) = self.same.get(&f) {
            return Ok(*r);
        }
        let r = !m.st.has_mvar(f) && m.without_effect(|m| m.is_def_eq_guarded(f, op))?;
        self.same.insert(f, r);
        Ok(r)
    }

    /// What operation of the ring `e` is.
    pub(super) fn view(&mut self, m: &mut Meta, e: Expr) -> Result<View> {
        let st = m.st.clone();
        let (h, args) = st.unapp(e);
        let Some((name, _)) = st.as_const(h) else { return Ok(View::Atom) };
        let head = |n: usize| st.apps(h, &args[..args.len() - n]);
        let ops = self.ops;
        Ok(match (name.as_str(), args.as_slice()) {
            ("HAdd.hAdd", [_, _, _, _, a, b]) if self.is_op(m, head(2), ops.add)? => View::Add(*a, *b),
            ("HMul.hMul", [_, _, _, _, a, b]) if self.is_op(m, head(2), ops.mul)? => View::Mul(*a, *b),
            ("HPow.hPow", [_, _, _, _, a, n]) if self.is_op(m, head(2), ops.pow)? => View::Pow(*a, *n),
            ("Add.add", [_, _, a, b]) if self.is_op(m, head(2), ops.add)? => View::Add(*a, *b),
            ("Mul.mul", [_, _, a, b]) if self.is_op(m, head(2), ops.mul)? => View::Mul(*a, *b),
            ("Nat.add", [a, b]) if self.is_nat(m) => View::Add(*a, *b),
            ("Nat.mul", [a, b]) if self.is_nat(m) => View::Mul(*a, *b),
            ("Nat.pow", [a, b]) if self.is_nat(m) => View::Pow(*a, *b),
            ("Nat.succ", [a]) if self.is_nat(m) => {
                let one = st.nat_u64(1);
                View::Add(*a, one)
            }
            ("HSub.hSub", [_, _, _, _, a, b]) => match ops.ring {
                Some(r) if self.is_op(m, head(2), r.sub)? => View::Sub(*a, *b),
                _ => View::Atom,
            },
            ("Neg.neg", [_, _, a]) => match ops.ring {
                Some(r) if self.is_op(m, head(1), r.neg)? => View::Neg(*a),
                _ => View::Atom,
            },
            ("HDiv.hDiv", [_, _, _, _, a, b]) => match self.field(m)? {
                Some(i) => View::Div(*a, *b, i),
                None => View::Atom,
            },
            ("Nat.cast", [_, _, a]) if self.is_nat(m) => match m.nat_literal(*a) {
                Some(k) => View::Numeral(k.into()),
                None => View::Atom,
            },
            ("Nat.cast", [_, _, a]) if !self.is_nat(m) && self.is_op(m, head(1), ops.nat_cast)? => {
                View::NatCast(*a)
            }
            ("Int.ofNat", [a]) if m.st.as_const(self.ty).is_some_and(|c| c.0.as_str() == "Int") => {
                View::NatCast(*a)
            }
            ("Int.negSucc", [a]) => match m.nat_literal(*a) {
                Some(n) => View::Literal(-BigInt::from(n) - 1),
                None => View::Atom,
            },
            ("OfNat.ofNat", [_, n, _]) => match st.node(*n) {
                Node::Nat(k) => {
                    let v = BigInt::from((*st.nat_value(k)).clone());
                    View::Numeral(v)
                }
                _ => View::Atom,
            },
            _ => View::Atom,
        })
    }

    pub(super) fn is_nat(&self, m: &Meta) -> bool {
        m.st.as_const(self.ty).is_some_and(|c| c.0.as_str() == "Nat")
    }

    fn field(&mut self, m: &mut Meta) -> Result<Option<Expr>> {
        if let Some(f) = self.field {
            return Ok(f);
        }
        let class = m.st.app(m.st.const_(Name::new("Mathlib.Field"), &[self.level]), self.ty);
        let f = match m.synth_instance(class) {
            Err(e) if e.is_resource() => return Err(e),
            Ok(f) => f,
            Err(_) => None,
        };
        self.field = Some(f);
        Ok(f)
    }

    /// Puts the atoms that are there in an order of their own. Polynomials made before are not valid any more.
    pub(super) fn sort_atoms(&mut self, m: &Meta) {
        self.atoms.sort_by_key(|e| m.st.alpha(*e).index());
        if let Some(x) = &mut self.exponents {
            x.sort_atoms(m);
        }
    }

    /// The number of the atom `e`.
    pub(super) fn atom(&mut self, m: &Meta, e: Expr) -> usize {
        let key = m.st.alpha(e);
        if let Some(i) = self.atoms.iter().position(|a| m.st.alpha(*a) == key) {
            return i;
        }
        self.atoms.push(e);
        self.atoms.len() - 1
    }
}

/// What a term is, from the ring's point of view.
pub(super) enum View {
    Add(Expr, Expr),
    Mul(Expr, Expr),
    Sub(Expr, Expr),
    Neg(Expr),
    Pow(Expr, Expr),
    /// With the instance of `Field`.
    Div(Expr, Expr, Expr),
    NatCast(Expr),
    /// A numeral `OfNat.ofNat`.
    Numeral(BigInt),
    /// A constructor of `Int` applied to a literal.
    Literal(BigInt),
    Atom,
}

/// The lemmas that are about rings: the others hold in semirings.
fn needs_ring(name: &str) -> bool {
    name.starts_with("int_") || name.starts_with("neg_") || matches!(name, "mono_neg" | "sub_congr")
}

fn refl(m: &Meta, ty: &str, v: Expr) -> Expr {
    let st = &m.st;
    st.apps(st.const_(Name::new("Eq.refl"), &[st.l_one()]), &[st.const0(ty), v])
}

/// The premises of a lemma that mentions all operations, its first binders instantiated.
fn premises(m: &mut Meta, lemma: &str, level: Level, ty: Expr, inst: Expr) -> Option<Vec<Expr>> {
    let name = Name::new("Mathlib.RingNormal").str(lemma);
    let c = m.env.get(name)?.clone();
    let st = m.st.clone();
    let mut t = st.instantiate_levels(c.ty(), &c.cval().level_params, &[level]);
    let mut args = vec![ty, inst];
    let mut out = Vec::new();
    let filler = st.prop();
    let mut i = 0;
    while let Node::Pi(b, d, body) = st.node(t) {
        let _ = b;
        let a = args.get(i).copied().unwrap_or(filler);
        if i >= args.len() {
            args.push(filler);
        }
        out.push(d);
        t = st.instantiate1(body, a);
        i += 1;
    }
    Some(out)
}

fn operations(m: &mut Meta, level: Level, ty: Expr, inst: Expr) -> Option<(Expr, Expr, Expr, Expr)> {
    let ps = premises(m, "operations", level, ty, inst)?;
    let st = m.st.clone();
    let [.., p, q] = ps.as_slice() else { return None };
    let sides = |e: Expr| st.app_of(e, "Eq", 3);
    let without = |e: Expr, n: usize| {
        let (h, args) = st.unapp(e);
        Some(st.apps(h, args.get(..args.len().checked_sub(n)?)?))
    };
    let (p, q) = (sides(*p)?, sides(*q)?);
    Some((without(p[1], 2)?, without(p[2], 2)?, without(q[1], 2)?, without(q[2], 1)?))
}

fn ring_operations(m: &mut Meta, level: Level, ty: Expr, inst: Expr) -> Option<RingOperations> {
    let ps = premises(m, "ring_operations", level, ty, inst)?;
    let st = m.st.clone();
    let [.., p, q] = ps.as_slice() else { return None };
    let sides = |e: Expr| st.app_of(e, "Eq", 3);
    let without = |e: Expr, n: usize| {
        let (h, args) = st.unapp(e);
        Some(st.apps(h, args.get(..args.len().checked_sub(n)?)?))
    };
    let (p, q) = (sides(*p)?, sides(*q)?);
    Some(RingOperations { inst, sub: without(p[1], 2)?, neg: without(p[2], 1)?, int_cast: without(q[2], 1)? })
}

/// The error of a tactic on a type without the right structure.
pub(super) fn no_ring() -> Error {
    Error::msg("the type is no commutative semiring")
}
