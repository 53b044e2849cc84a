//! Propositions as propositional variables, and the clauses that define the connectives.
//!
//! Each proposition that matters is a variable; `¬ p` is the negative literal of `p`. A compound proposition is tied to its parts
//! by the clauses of Tseitin, *On the complexity of derivation in propositional calculus* (1968). Nothing new has to be
//! defined for that: the variable of `p ∧ q` *is* that proposition, and its clauses are proved by the rules of `∧`.
//!
//! A clause `l₁ ∨ … ∨ lₙ` is proved by a function `¬l₁ → … → ¬lₙ → False`, where the denial of a positive literal `p` is
//! `¬ p` and that of a negative one is `p` itself. Resolution of such functions is constructive; only the first step, from
//! `¬ goal → False` to the goal, is not.

use super::sat::{Lit, Var};
use super::terms::{Builder, contradict};
use crate::goal::as_not;
use rustc_hash::FxHashMap;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Node};

/// What a variable stands for, as far as the prover looks into it.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A proposition of a theory, or one that is not looked into.
    Atom,
    /// An equation between `left` and `right` of a type that is no proposition.
    Eq {
        /// The type of both sides.
        ty: Expr,
        /// The left side.
        left: Expr,
        /// The right side.
        right: Expr,
    },
    /// A connective, already described by its clauses.
    Compound(Connective),
    /// `∀ x : ty, …`, or `∃ x : ty, …`
    Quantifier {
        /// Whether it is `∀`.
        universal: bool,
        /// The type that is quantified over.
        ty: Expr,
    },
}

/// How the value of a compound proposition depends on its parts.
#[derive(Clone, Copy, Debug)]
pub enum Connective {
    /// It says what the literal says, or its value is fixed and the literal is its own.
    Same(Lit),
    /// The conjunction of two literals.
    And(Lit, Lit),
    /// The disjunction of two literals.
    Or(Lit, Lit),
    /// The equivalence of two literals.
    Iff(Lit, Lit),
}

/// A variable of the solver.
#[derive(Clone, Debug)]
pub struct Prop {
    /// The proposition.
    pub prop: Expr,
    /// What it is.
    pub shape: Shape,
    /// How many instantiations away from the problem it first occurred.
    pub generation: u32,
}

/// A clause with its proof.
pub struct Axiom {
    /// Its literals.
    pub lits: Vec<Lit>,
    /// A function from the denials of the literals to `False`.
    pub proof: Expr,
}

/// The propositions met so far.
#[derive(Default)]
pub struct Props {
    props: Vec<Prop>,
    index: FxHashMap<Expr, Var>,
    /// Clauses that the solver has not seen yet.
    pub fresh: Vec<Axiom>,
}

impl Props {
    /// Number of variables.
    #[must_use]
    pub fn len(&self) -> usize {
        self.props.len()
    }
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.props.is_empty()
    }
    /// What `v` stands for.
    #[must_use]
    pub fn get(&self, v: Var) -> &Prop {
        &self.props[v.0 as usize]
    }
    /// All variables.
    pub fn iter(&self) -> impl Iterator<Item = (Var, &Prop)> {
        self.props.iter().enumerate().map(|(i, p)| (Var(i as u32), p))
    }
    /// The literal of `e`, if its variable exists.
    #[must_use]
    pub fn find(&self, m: &Meta, e: Expr) -> Option<Lit> {
        if let Some(v) = self.index.get(&m.st.alpha(e)) {
            return Some(Lit::pos(*v));
        }
        let inner = as_not(m, e)?;
        self.index.get(&m.st.alpha(inner)).map(|v| Lit::neg(*v))
    }
    /// The proposition that says `l`.
    #[must_use]
    pub fn statement(&self, b: Builder<'_>, l: Lit) -> Expr {
        let p = self.get(l.var()).prop;
        if l.is_neg() { b.not(p) } else { p }
    }
    /// The proposition that denies `l`.
    #[must_use]
    pub fn denial(&self, b: Builder<'_>, l: Lit) -> Expr {
        self.statement(b, !l)
    }

    /// The literal of the proposition `e`. New propositions are given variables and clauses.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn literal(&mut self, m: &mut Meta, e: Expr, generation: u32) -> Result<Lit> {
        m.tick()?;
        let e = m.instantiate(e);
        if let Some(inner) = as_not(m, e)
            && as_not(m, inner).is_none()
        {
            let l = self.literal(m, inner, generation)?;
            // The part may have turned out to be something reducible to a negation; then `e` is a compound.
            if !l.is_neg() {
                return Ok(!l);
            }
        }
        let key = m.st.alpha(e);
        if let Some(v) = self.index.get(&key) {
            return Ok(Lit::pos(*v));
        }
        if let Some(reduced) = unfold_reducible(m, e)? {
            let l = self.literal(m, reduced, generation)?;
            if !l.is_neg() {
                self.index.insert(key, l.var());
            }
            return Ok(l);
        }
        let v = Var(self.props.len() as u32);
        self.props.push(Prop { prop: e, shape: Shape::Atom, generation });
        self.index.insert(key, v);
        let shape = turnstile_kernel::with_stack(|| self.describe(m, v, e, generation))?;
        self.props[v.0 as usize].shape = shape;
        Ok(Lit::pos(v))
    }

    fn describe(&mut self, m: &mut Meta, v: Var, e: Expr, generation: u32) -> Result<Shape> {
        let st = m.st.clone();
        let b = Builder { st: &st };
        let (yes, no) = (Lit::pos(v), Lit::neg(v));
        if let Some(inner) = as_not(m, e) {
            // `¬ ¬ p`
            let l = self.literal(m, inner, generation)?;
            // `inner` is itself a negation, so `e` is `¬ inner` where `l` says `inner`.
            self.clause(b, vec![no, !l], |_, h| st.app(h[0], h[1]));
            self.clause(b, vec![yes, l], |_, h| {
                let f = b.lam(inner, |x| contradict(&st, l, x, h[1]));
                st.app(h[0], f)
            });
            return Ok(Shape::Compound(Connective::Same(!l)));
        }
        if let Node::Pi(_, d, body) = st.node(e) {
            if !m.is_prop(d)? {
                return Ok(Shape::Quantifier { universal: true, ty: d });
            }
            if st.loose(body) > 0 {
                return Ok(Shape::Atom);
            }
            let (p, q) = (self.literal(m, d, generation)?, self.literal(m, body, generation)?);
            self.clause(b, vec![no, !p, q], |_, h| contradict(&st, q, st.app(h[0], h[1]), h[2]));
            self.clause(b, vec![yes, p], |_, h| {
                let f = b.lam(d, |x| b.false_elim(body, contradict(&st, p, x, h[1])));
                st.app(h[0], f)
            });
            self.clause(b, vec![yes, !q], |_, h| st.app(h[0], b.lam(d, |_| h[1])));
            return Ok(Shape::Compound(Connective::Or(!p, q)));
        }
        let (f, args) = st.unapp(e);
        let Some((head, _)) = st.as_const(f) else { return Ok(Shape::Atom) };
        match (head.as_str(), args.as_slice()) {
            ("True", []) => {
                self.clause(b, vec![yes], |_, h| st.app(h[0], st.const0("True.intro")));
                Ok(Shape::Compound(Connective::Same(yes)))
            }
            ("False", []) => {
                self.clause(b, vec![no], |_, h| h[0]);
                Ok(Shape::Compound(Connective::Same(yes)))
            }
            ("And", [x, y]) => {
                let (p, q) = (self.literal(m, *x, generation)?, self.literal(m, *y, generation)?);
                self.clause(b, vec![no, p], |_, h| {
                    contradict(&st, p, b.app("And.left", &[*x, *y, h[0]]), h[1])
                });
                self.clause(b, vec![no, q], |_, h| {
                    contradict(&st, q, b.app("And.right", &[*x, *y, h[0]]), h[1])
                });
                self.clause(b, vec![yes, !p, !q], |_, h| {
                    st.app(h[0], b.app("And.intro", &[*x, *y, h[1], h[2]]))
                });
                Ok(Shape::Compound(Connective::And(p, q)))
            }
            ("Or", [x, y]) => {
                let (p, q) = (self.literal(m, *x, generation)?, self.literal(m, *y, generation)?);
                self.clause(b, vec![no, p, q], |b, h| {
                    let left = b.lam(*x, |a| contradict(&st, p, a, h[1]));
                    let right = b.lam(*y, |a| contradict(&st, q, a, h[2]));
                    b.app("Or.elim", &[*x, *y, b.falsity(), h[0], left, right])
                });
                self.clause(b, vec![yes, !p], |_, h| st.app(h[0], b.app("Or.inl", &[*x, *y, h[1]])));
                self.clause(b, vec![yes, !q], |_, h| st.app(h[0], b.app("Or.inr", &[*x, *y, h[1]])));
                Ok(Shape::Compound(Connective::Or(p, q)))
            }
            ("Iff", [x, y]) => self.equivalence(m, v, *x, *y, generation, false),
            ("Eq", [t, x, y]) if m.is_prop_type(*t)? => self.equivalence(m, v, *x, *y, generation, true),
            ("Eq", [t, x, y]) => Ok(Shape::Eq { ty: *t, left: *x, right: *y }),
            ("Exists", [t, _]) if !m.is_prop(*t)? => Ok(Shape::Quantifier { universal: false, ty: *t }),
            _ => Ok(Shape::Atom),
        }
    }

    /// `x ↔ y`, or `x = y` between propositions.
    fn equivalence(
        &mut self,
        m: &mut Meta,
        v: Var,
        x: Expr,
        y: Expr,
        generation: u32,
        is_eq: bool,
    ) -> Result<Shape> {
        let st = m.st.clone();
        let b = Builder { st: &st };
        let (yes, no) = (Lit::pos(v), Lit::neg(v));
        let (p, q) = (self.literal(m, x, generation)?, self.literal(m, y, generation)?);
        let zero = [st.l_zero()];
        let eliminate = |lemma: &str, h: Expr, a: Expr| {
            if is_eq {
                st.apps(st.const_(format!("Eq.{lemma}").as_str().into(), &zero), &[x, y, h, a])
            } else {
                b.app(&format!("Iff.{lemma}"), &[x, y, h, a])
            }
        };
        let introduce = |mp: Expr, mpr: Expr| {
            let iff = b.app("Iff.intro", &[x, y, mp, mpr]);
            if is_eq { b.app("propext", &[x, y, iff]) } else { iff }
        };
        if p == q {
            self.clause(b, vec![yes], |b, h| st.app(h[0], introduce(b.lam(x, |a| a), b.lam(y, |a| a))));
            return Ok(Shape::Compound(Connective::Same(yes)));
        }
        self.clause(b, vec![no, !p, q], |_, h| contradict(&st, q, eliminate("mp", h[0], h[1]), h[2]));
        self.clause(b, vec![no, p, !q], |_, h| contradict(&st, p, eliminate("mpr", h[0], h[2]), h[1]));
        self.clause(b, vec![yes, !p, !q], |b, h| {
            st.app(h[0], introduce(b.lam(x, |_| h[2]), b.lam(y, |_| h[1])))
        });
        self.clause(b, vec![yes, p, q], |b, h| {
            let mp = b.lam(x, |a| b.false_elim(y, contradict(&st, p, a, h[1])));
            let mpr = b.lam(y, |a| b.false_elim(x, contradict(&st, q, a, h[2])));
            st.app(h[0], introduce(mp, mpr))
        });
        Ok(Shape::Compound(Connective::Iff(p, q)))
    }

    /// Adds a clause; `body` makes the proof of `False` from proofs of the denials.
    pub fn clause(
        &mut self,
        b: Builder<'_>,
        lits: Vec<Lit>,
        body: impl FnOnce(Builder<'_>, &[Expr]) -> Expr,
    ) {
        let types: Vec<Expr> = lits.iter().map(|l| self.denial(b, *l)).collect();
        let proof = b.lams(&types, |h| body(b, h));
        self.fresh.push(Axiom { lits, proof });
    }
}

/// `e` with a reducible definition at its head unfolded (`a ≥ b` is `b ≤ a`), or with its head beta-reduced.
fn unfold_reducible(m: &mut Meta, e: Expr) -> Result<Option<Expr>> {
    if matches!(m.st.node(e), Node::Pi(..)) {
        return Ok(None);
    }
    if matches!(m.st.node(m.st.app_fn(e)), Node::Lam(..)) {
        return Ok(Some(m.st.head_beta(e)));
    }
    let Some(n) = m.st.head_const(e) else { return Ok(None) };
    if m.env.reducibility(n) != turnstile_elab::env::Reducibility::Reducible || as_not(m, e).is_some() {
        return Ok(None);
    }
    let r = m.whnf_r(e)?;
    Ok((r != e).then_some(r))
}

/// Looking at the types of sides of equations.
trait PropType {
    /// Whether `t` is `Prop`.
    fn is_prop_type(&mut self, t: Expr) -> Result<bool>;
}

impl PropType for Meta {
    fn is_prop_type(&mut self, t: Expr) -> Result<bool> {
        let t = self.whnf_r(t)?;
        Ok(t == self.st.prop())
    }
}
