//! Hypotheses as comparisons of polynomials with zero.

use super::simplex::Column;
use crate::ring::{MonoKind, Normalizer, Poly};
use num_bigint::BigInt;
use num_traits::{One, Signed};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::rc::Rc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Name};

/// How a polynomial compares with zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rel {
    Lt,
    Le,
    Eq,
}

/// `proof : poly ⋈ 0`
#[derive(Clone)]
pub(super) struct Fact {
    pub rel: Rel,
    pub poly: Rc<Poly>,
    pub proof: Expr,
}

/// A linearly ordered commutative ring, and what is known in it.
pub(super) struct Problem {
    pub ring: Normalizer,
    order: [Expr; 2],
    is_int: bool,
    pub facts: Vec<Fact>,
    /// Natural atoms whose sign is known.
    nonneg: FxHashSet<Expr>,
}

impl Problem {
    /// A problem in type `ty`; `None` if that is no linearly ordered commutative ring.
    pub fn new(m: &mut Meta, ty: Expr) -> Result<Option<Problem>> {
        let Some(ring) = Normalizer::new(m, ty)? else { return Ok(None) };
        let Some(inst) = ring.ring_instance() else { return Ok(None) };
        let st = m.st.clone();
        let u = [ring.level()];
        let find = |m: &mut Meta, class: Expr| match m.synth_instance(class) {
            Err(e) if e.is_resource() => Err(e),
            Ok(found) => Ok(found),
            Err(_) => Ok(None),
        };
        let class = st.app(st.const_(Name::new("Mathlib.LinearOrder"), &u), ty);
        let Some(order) = find(m, class)? else { return Ok(None) };
        // The class of strictly ordered rings has the ring and the order as instance arguments.
        let lemma = st.apps(st.const_(Name::new("Mathlib.Linarith.contradiction"), &u), &[ty, inst, order]);
        let t = m.infer(lemma)?;
        let turnstile_kernel::Node::Pi(_, strict, _) = st.node(t) else { return Ok(None) };
        let Some(strict) = find(m, strict)? else { return Ok(None) };
        let is_int = st.as_const(ty).is_some_and(|c| c.0.as_str() == "Int");
        Ok(Some(Problem {
            ring,
            order: [order, strict],
            is_int,
            facts: vec![],
            nonneg: FxHashSet::default(),
        }))
    }

    /// The lemma `name` about the ordered ring.
    pub fn lemma(&self, m: &Meta, name: &str, args: &[Expr]) -> Expr {
        let st = &m.st;
        let f = st.const_(Name::new("Mathlib.Linarith").str(name), &[self.ring.level()]);
        let inst = self.ring.ring_instance().unwrap_or(self.ring.ty);
        let f = st.apps(f, &[self.ring.ty, inst, self.order[0], self.order[1]]);
        st.apps(f, args)
    }

    fn int_lemma(m: &Meta, name: &str, args: &[Expr]) -> Expr {
        let st = &m.st;
        st.apps(st.const_(Name::new("Mathlib.Linarith").str(name), &[]), args)
    }

    /// Takes over the fact `h : p` if it is a comparison. Conjunctions are taken apart.
    pub fn add_hypothesis(&mut self, m: &mut Meta, h: Expr, p: Expr) -> Result<()> {
        m.tick()?;
        let p = m.instantiate(p);
        let st = m.st.clone();
        let (f, args) = st.unapp(p);
        let Some((head, _)) = st.as_const(f) else { return Ok(()) };
        match (head.as_str(), args.as_slice()) {
            ("And", [a, b]) => {
                self.add_hypothesis(m, st.apps(st.const0("And.left"), &[*a, *b, h]), *a)?;
                self.add_hypothesis(m, st.apps(st.const0("And.right"), &[*a, *b, h]), *b)
            }
            ("Eq", [t, a, b]) => self.compare(m, h, *t, *a, *b, Rel::Eq),
            ("LE.le", [t, _, a, b]) | ("GE.ge", [t, _, b, a]) => self.compare(m, h, *t, *a, *b, Rel::Le),
            ("LT.lt", [t, _, a, b]) | ("GT.gt", [t, _, b, a]) => self.compare(m, h, *t, *a, *b, Rel::Lt),
            ("Not", [q]) => {
                let q = m.instantiate(*q);
                let (f, args) = st.unapp(q);
                let Some((head, _)) = st.as_const(f) else { return Ok(()) };
                let (t, a, b, strict) = match (head.as_str(), args.as_slice()) {
                    ("LE.le", [t, _, a, b]) | ("GE.ge", [t, _, b, a]) => (*t, *a, *b, false),
                    ("LT.lt", [t, _, a, b]) | ("GT.gt", [t, _, b, a]) => (*t, *a, *b, true),
                    _ => return Ok(()),
                };
                let name = if strict { "not_lt" } else { "not_le" };
                let h = if self.is_int && st.as_const(t).is_some_and(|c| c.0.as_str() == "Nat") {
                    Self::int_lemma(m, &format!("nat_{name}"), &[a, b, h])
                } else if m.st.alpha_eq(t, self.ring.ty) {
                    self.lemma(m, name, &[a, b, h])
                } else {
                    return Ok(());
                };
                let rel = if strict { Rel::Le } else { Rel::Lt };
                self.compare(m, h, t, b, a, rel)
            }
            _ => Ok(()),
        }
    }

    /// `h : a ⋈ b` in type `t`.
    fn compare(&mut self, m: &mut Meta, h: Expr, t: Expr, a: Expr, b: Expr, rel: Rel) -> Result<()> {
        let st = m.st.clone();
        let t = m.instantiate(t);
        let (mut h, mut a, mut b, mut rel) = (h, a, b, rel);
        if self.is_int && st.as_const(t).is_some_and(|c| c.0.as_str() == "Nat") {
            let name = match rel {
                Rel::Lt => "nat_lt",
                Rel::Le => "nat_le",
                Rel::Eq => "nat_eq",
            };
            h = Self::int_lemma(m, name, &[a, b, h]);
            let ty = m.infer(h)?;
            let args = st.unapp(ty).1;
            let [.., x, y] = args.as_slice() else { return Ok(()) };
            (a, b) = (*x, *y);
            if rel == Rel::Lt {
                rel = Rel::Le;
            }
        } else if !st.alpha_eq(t, self.ring.ty) {
            return Ok(());
        } else if self.is_int && rel == Rel::Lt {
            h = Self::int_lemma(m, "int_lt", &[a, b, h]);
            let ty = m.infer(h)?;
            let args = st.unapp(ty).1;
            let [.., x, y] = args.as_slice() else { return Ok(()) };
            (a, b) = (*x, *y);
            rel = Rel::Le;
        }
        self.push(m, h, a, b, rel)
    }

    /// `h : a ⋈ b` in the ring.
    pub fn push(&mut self, m: &mut Meta, h: Expr, a: Expr, b: Expr, rel: Rel) -> Result<()> {
        let Some(d) = self.ring.mk_sub(m, a, b) else { return Ok(()) };
        let (poly, e) = match self.ring.eval(m, d) {
            Err(e) if e.is_resource() => return Err(e),
            Err(_) => return Ok(()),
            Ok(r) => r,
        };
        let name = match rel {
            Rel::Lt => "of_lt",
            Rel::Le => "of_le",
            Rel::Eq => "of_eq",
        };
        let proof = self.lemma(m, name, &[a, b, poly.expr, h, e]);
        self.facts.push(Fact { rel, poly, proof });
        Ok(())
    }

    /// What holds of the atoms anyway: images of naturals are not negative, truncated differences are bounded below.
    pub fn add_atom_facts(&mut self, m: &mut Meta) -> Result<()> {
        if !self.is_int {
            return Ok(());
        }
        let mut i = 0;
        while i < self.ring.atoms.len() {
            m.tick()?;
            let x = self.ring.atoms[i];
            i += 1;
            let (h, args) = m.st.unapp(x);
            let head = m.st.as_const(h).map_or("", |c| c.0.as_str());
            let n = match (head, args.as_slice()) {
                ("Nat.cast", [_, _, n]) | ("Int.ofNat", [n]) => *n,
                _ => continue,
            };
            if !self.nonneg.insert(x) {
                continue;
            }
            let h = Self::int_lemma(m, "nat_nonneg", &[n]);
            self.push_typed(m, h, Rel::Le)?;
            if let Some(d) = m.st.app_of(n, "HSub.hSub", 6) {
                let h = Self::int_lemma(m, "nat_sub_le", &[d[4], d[5]]);
                self.push_typed(m, h, Rel::Le)?;
            }
        }
        Ok(())
    }

    fn push_typed(&mut self, m: &mut Meta, h: Expr, rel: Rel) -> Result<()> {
        let ty = m.infer(h)?;
        let args = m.st.unapp(ty).1;
        match args.as_slice() {
            [.., a, b] => self.push(m, h, *a, *b, rel),
            _ => Ok(()),
        }
    }

    /// The negation of `target` as a hypothesis: the lemma that closes the goal from its refutations, one for each
    /// comparison to be refuted with the type of that hypothesis. `None` if the target is no comparison.
    pub fn negated(&self, m: &mut Meta, target: Expr) -> Option<(Expr, Vec<Expr>)> {
        let st = m.st.clone();
        let (f, args) = st.unapp(target);
        let (head, _) = st.as_const(f)?;
        let (t, a, b, rel) = match (head.as_str(), args.as_slice()) {
            ("Eq", [t, a, b]) => (*t, *a, *b, Rel::Eq),
            ("LE.le", [t, _, a, b]) | ("GE.ge", [t, _, b, a]) => (*t, *a, *b, Rel::Le),
            ("LT.lt", [t, _, a, b]) | ("GT.gt", [t, _, b, a]) => (*t, *a, *b, Rel::Lt),
            _ => return None,
        };
        let is_nat = st.as_const(t).is_some_and(|c| c.0.as_str() == "Nat");
        let name = match rel {
            Rel::Lt => "lt_of_not",
            Rel::Le => "le_of_not",
            Rel::Eq if is_nat => "eq_of_not",
            Rel::Eq => "eq_of_not_lt",
        };
        let lemma = if is_nat {
            Self::int_lemma(m, &format!("nat_{name}"), &[a, b])
        } else if st.alpha_eq(t, self.ring.ty) {
            self.lemma(m, name, &[a, b])
        } else {
            return None;
        };
        let mut ty = m.infer(lemma).ok()?;
        let mut out = Vec::new();
        while let turnstile_kernel::Node::Pi(_, d, body) = st.node(ty) {
            let turnstile_kernel::Node::Pi(_, negation, _) = st.node(d) else { return None };
            out.push(negation);
            ty = body;
        }
        Some((lemma, out))
    }

    /// The fact `k · p ⋈ 0` (`k > 0`; for an equation any `k`).
    fn scale(&self, m: &mut Meta, f: &Fact, k: &BigInt) -> Result<Fact> {
        let mut f = f.clone();
        if k.is_negative() {
            let (poly, e) = self.ring.negate(m, &f.poly)?;
            let proof = self.lemma(m, "neg_eq", &[f.poly.expr, poly.expr, f.proof, e]);
            f = Fact { rel: Rel::Eq, poly, proof };
        }
        let k = k.abs();
        if k.is_one() {
            return Ok(f);
        }
        let (poly, e) = self.ring.scale(m, &k, &f.poly)?;
        let n = m.st.nat(k.magnitude().clone());
        let yes = crate::omega::refl_true(m);
        let proof = match f.rel {
            Rel::Lt => self.lemma(m, "scale_lt", &[f.poly.expr, poly.expr, n, yes, f.proof, e]),
            Rel::Le => self.lemma(m, "scale_le", &[f.poly.expr, poly.expr, n, yes, f.proof, e]),
            Rel::Eq => self.lemma(m, "scale_eq", &[f.poly.expr, poly.expr, n, f.proof, e]),
        };
        Ok(Fact { rel: f.rel, poly, proof })
    }

    /// An equation as a comparison.
    fn weaken(&self, m: &Meta, f: Fact) -> Fact {
        if f.rel != Rel::Eq {
            return f;
        }
        let proof = self.lemma(m, "le_of_eq", &[f.poly.expr, f.proof]);
        Fact { rel: Rel::Le, poly: f.poly, proof }
    }

    /// The sum of two facts.
    fn sum(&self, m: &mut Meta, f: Fact, g: Fact) -> Result<Fact> {
        let (f, g) = (self.weaken(m, f), self.weaken(m, g));
        let (poly, e) = self.ring.sum(m, &f.poly, &g.poly)?;
        let (name, rel) = match (f.rel, g.rel) {
            (Rel::Lt, Rel::Lt) => ("add_lt_lt", Rel::Lt),
            (Rel::Lt, _) => ("add_lt_le", Rel::Lt),
            (_, Rel::Lt) => ("add_le_lt", Rel::Lt),
            _ => ("add_le_le", Rel::Le),
        };
        let proof = self.lemma(m, name, &[f.poly.expr, g.poly.expr, poly.expr, f.proof, g.proof, e]);
        Ok(Fact { rel, poly, proof })
    }

    /// The product of two facts, as a fact: `p < 0` and `q < 0` give `-(p * q) < 0`.
    pub fn product(&self, m: &mut Meta, f: &Fact, g: &Fact) -> Result<Fact> {
        let (f, g) = if g.rel == Rel::Eq { (g, f) } else { (f, g) };
        let (pq, e) = self.ring.product(m, &f.poly, &g.poly)?;
        if f.rel == Rel::Eq {
            let proof = self.lemma(m, "mul_eq", &[f.poly.expr, g.poly.expr, pq.expr, f.proof, e]);
            return Ok(Fact { rel: Rel::Eq, poly: pq, proof });
        }
        let (poly, e) = self.ring.negated_product(m, &f.poly, &g.poly, &pq, e)?;
        let (mut f, mut g) = (f.clone(), g.clone());
        let (name, rel) = if f.rel == Rel::Lt && g.rel == Rel::Lt {
            ("mul_lt_lt", Rel::Lt)
        } else {
            f = self.relax(m, f);
            g = self.relax(m, g);
            ("mul_le_le", Rel::Le)
        };
        let proof = self.lemma(m, name, &[f.poly.expr, g.poly.expr, poly.expr, f.proof, g.proof, e]);
        Ok(Fact { rel, poly, proof })
    }

    /// An equation times a polynomial.
    pub fn times(&self, m: &mut Meta, f: &Fact, q: &Rc<Poly>) -> Result<Fact> {
        let (pq, e) = self.ring.product(m, &f.poly, q)?;
        let proof = self.lemma(m, "mul_eq", &[f.poly.expr, q.expr, pq.expr, f.proof, e]);
        Ok(Fact { rel: Rel::Eq, poly: pq, proof })
    }

    /// `p ≤ 0` from `p < 0`.
    fn relax(&self, m: &Meta, f: Fact) -> Fact {
        if f.rel != Rel::Lt {
            return f;
        }
        let proof = self.lemma(m, "relax", &[f.poly.expr, f.proof]);
        Fact { rel: Rel::Le, poly: f.poly, proof }
    }

    /// `-(p * p) ≤ 0`
    pub fn square(&self, m: &mut Meta, p: &Rc<Poly>) -> Result<Fact> {
        let (pp, e) = self.ring.product(m, p, p)?;
        let (poly, e) = self.ring.negated_product(m, p, p, &pp, e)?;
        let proof = self.lemma(m, "square", &[poly.expr, p.expr, e]);
        Ok(Fact { rel: Rel::Le, poly, proof })
    }

    /// `-1 < 0`
    fn minus_one(&self, m: &mut Meta) -> Result<Fact> {
        let (poly, e) = self.ring.minus_one(m)?;
        let proof = self.lemma(m, "one_pos", &[poly.expr, e]);
        Ok(Fact { rel: Rel::Lt, poly, proof })
    }

    /// A proof of `False` from a combination of the facts, if there is one.
    pub fn refute(&self, m: &mut Meta) -> Result<Option<Expr>> {
        let mut facts = self.facts.clone();
        facts.push(self.minus_one(m)?);
        let mut rows: BTreeMap<Vec<(usize, u64)>, usize> = BTreeMap::new();
        let mut columns = Vec::with_capacity(facts.len());
        for f in &facts {
            let mut entries = Vec::new();
            for a in f.poly.monos() {
                let next = rows.len();
                let r = *rows.entry(a.powers()).or_insert(next);
                entries.push((r, a.coefficient().clone()));
            }
            columns.push(Column { entries, strict: f.rel == Rel::Lt, equation: f.rel == Rel::Eq });
        }
        let Some(cs) = super::simplex::certificate(m, &columns, rows.len())? else { return Ok(None) };
        let mut total: Option<Fact> = None;
        for (f, k) in facts.iter().zip(&cs) {
            if *k == BigInt::ZERO {
                continue;
            }
            let f = self.scale(m, f, k)?;
            total = Some(match total {
                Some(t) => self.sum(m, t, f)?,
                None => f,
            });
        }
        match total {
            Some(t) if t.rel == Rel::Lt && t.poly.kind.is_none() => {
                Ok(Some(self.lemma(m, "contradiction", &[t.proof])))
            }
            _ => Ok(None),
        }
    }

    /// The atoms as polynomials.
    pub fn atom_polys(&mut self, m: &mut Meta) -> Result<Vec<Rc<Poly>>> {
        let atoms = self.ring.atoms.clone();
        atoms.into_iter().map(|x| Ok(self.ring.eval(m, x)?.0)).collect()
    }
}

/// Whether all monomials have degree 2 at most.
pub(super) fn is_quadratic(p: &Poly) -> bool {
    p.monos().all(|a| a.degree() <= 2)
}

/// Whether all monomials have degree 1 at most.
pub(super) fn is_linear(p: &Poly) -> bool {
    p.monos().all(|a| a.degree() <= 1)
}

/// Whether the polynomial is a constant.
pub(super) fn is_constant(p: &Poly) -> bool {
    p.monos().all(|a| matches!(a.kind, MonoKind::Num(_)))
}
