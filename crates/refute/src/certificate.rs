//! From truth values to proofs: a term of type `p` or `¬ p` for a closed proposition `p` whose truth evaluation knows.
//!
//! The proof follows the proposition: constructors for connectives, a witness for `∃`, cases for `∀` over a finite type,
//! evaluation for data and for decidable facts. What evaluation alone cannot settle is put to the oracle, if there is one.

use crate::formula::{Formula, Shape};
use crate::truth::Truth;
use crate::{Assignment, Model};
use std::rc::Rc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, Name, Node, Store, with_stack};

/// Unsure witnesses that are handed to the oracle.
const MAX_GUESSES: usize = 2;
/// Rules of inductive predicates applied one inside the other.
const MAX_DERIVATION: u32 = 12;
/// Functions tried for a quantifier below another one.
const MAX_FUNCTIONS: usize = 6;
/// Values tried for an argument of a rule that its conclusion leaves open.
const RULE_VALUES: usize = 6;

impl Model<'_> {
    /// A proof of the closed proposition `prop`, or of its negation if it is not `wanted`; `None` if none is found.
    ///
    /// # Errors
    /// When the budget of `m` ends.
    pub fn prove(&mut self, m: &mut Meta, prop: Expr, wanted: bool) -> Result<Option<Expr>> {
        let f = self.closed(m, prop)?;
        let truth = self.truth(m, &f, &mut Assignment::default(), 0)?;
        if truth.is_some_and(|t| t.holds != wanted) {
            return Ok(None);
        }
        if let Some(proof) = with_stack(|| self.by_shape(m, &f, wanted))? {
            return Ok(Some(proof));
        }
        if truth.is_some_and(|t| t.sure) { Ok(None) } else { self.ask(m, prop, wanted) }
    }

    /// Puts a question to the oracle.
    fn ask(&mut self, m: &mut Meta, prop: Expr, wanted: bool) -> Result<Option<Expr>> {
        let question = if wanted { prop } else { self.st.app(self.st.const0("Not"), prop) };
        match &mut self.oracle {
            Some(oracle) => oracle(m, beta(self.st, question)),
            None => Ok(None),
        }
    }

    fn by_shape(&mut self, m: &mut Meta, f: &Rc<Formula>, wanted: bool) -> Result<Option<Expr>> {
        let st = self.st;
        let call = |c: &str, args: &[Expr]| Some(st.apps(st.const0(c), args));
        // fun h : f.prop => body, the hypothesis being bound variable 0.
        let refuting = |this: &Self, body: Expr| Some(this.fun("h", f.prop, body));
        let h = st.bvar(0);
        Ok(match (&f.shape, wanted) {
            (Shape::True, true) => call("True.intro", &[]),
            (Shape::False, false) => refuting(self, h),
            (Shape::True, false) | (Shape::False, true) => None,
            (Shape::Not(p), true) => self.prove(m, p.prop, false)?,
            (Shape::Not(p), false) => {
                let proof = self.prove(m, p.prop, true)?;
                proof.and_then(|p| refuting(self, st.app(h, p)))
            }
            (Shape::And(p, q), true) => {
                let Some(hp) = self.prove(m, p.prop, true)? else { return Ok(None) };
                let Some(hq) = self.prove(m, q.prop, true)? else { return Ok(None) };
                call("And.intro", &[p.prop, q.prop, hp, hq])
            }
            (Shape::And(p, q), false) => {
                for (part, projection) in [(p, "And.left"), (q, "And.right")] {
                    if let Some(n) = self.prove(m, part.prop, false)? {
                        let part = st.apps(st.const0(projection), &[p.prop, q.prop, h]);
                        return Ok(refuting(self, st.app(n, part)));
                    }
                }
                None
            }
            (Shape::Or(p, q), true) => {
                for (part, constructor) in [(p, "Or.inl"), (q, "Or.inr")] {
                    if let Some(proof) = self.prove(m, part.prop, true)? {
                        return Ok(call(constructor, &[p.prop, q.prop, proof]));
                    }
                }
                None
            }
            (Shape::Or(p, q), false) => {
                let Some(np) = self.prove(m, p.prop, false)? else { return Ok(None) };
                let Some(nq) = self.prove(m, q.prop, false)? else { return Ok(None) };
                let body = st.apps(st.const0("Or.elim"), &[p.prop, q.prop, st.const0("False"), h, np, nq]);
                refuting(self, body)
            }
            (Shape::Imp(p, q), true) => self.implication(m, p.prop, q.prop)?,
            (Shape::Imp(p, q), false) => {
                let Some(hp) = self.prove(m, p.prop, true)? else { return Ok(None) };
                let Some(nq) = self.prove(m, q.prop, false)? else { return Ok(None) };
                refuting(self, st.app(nq, st.app(h, hp)))
            }
            (Shape::Iff(p, q), true) => {
                let Some(mp) = self.implication(m, p.prop, q.prop)? else { return Ok(None) };
                let Some(mpr) = self.implication(m, q.prop, p.prop)? else { return Ok(None) };
                call("Iff.intro", &[p.prop, q.prop, mp, mpr])
            }
            (Shape::Iff(p, q), false) => {
                for (a, b, direction) in [(p, q, "Iff.mp"), (q, p, "Iff.mpr")] {
                    let Some(ha) = self.prove(m, a.prop, true)? else { continue };
                    let Some(nb) = self.prove(m, b.prop, false)? else { continue };
                    let hb = st.app(st.apps(st.const0(direction), &[p.prop, q.prop, h]), ha);
                    return Ok(refuting(self, st.app(nb, hb)));
                }
                None
            }
            (Shape::PropEq(p), _) => {
                let Some(proof) = self.prove(m, p.prop, wanted)? else { return Ok(None) };
                let args = st.unapp(p.prop).1;
                if wanted {
                    call("propext", &[args[0], args[1], proof])
                } else {
                    let iff = st.apps(st.const0("Iff.of_eq"), &[args[0], args[1], h]);
                    refuting(self, st.app(proof, iff))
                }
            }
            (Shape::FunEq(p), _) => {
                let Some(proof) = self.prove(m, p.prop, wanted)? else { return Ok(None) };
                self.pointwise(m, f.prop, proof, wanted)?
            }
            (Shape::Eq { ty, lhs, .. }, true) => {
                if self.truth_of_closed(m, f)? != Some(true) {
                    return Ok(None);
                }
                let u = m.sort_of(*ty)?;
                Some(st.apps(st.const_(Name::new("Eq.refl"), &[u]), &[*ty, *lhs]))
            }
            (Shape::Eq { ty, lhs, rhs }, false) => {
                let Some(a) = self.evaluator.value(m, *lhs)? else { return Ok(None) };
                let Some(b) = self.evaluator.value(m, *rhs)? else { return Ok(None) };
                self.prove_ne(m, *ty, [*lhs, *rhs], [a, b])?
            }
            (Shape::Decide { inst }, _) => {
                if self.truth_of_closed(m, f)? != Some(wanted) {
                    return Ok(None);
                }
                let (lemma, value) = if wanted {
                    ("of_decide_eq_true", "Bool.true")
                } else {
                    ("of_decide_eq_false", "Bool.false")
                };
                let refl = st.const_(Name::new("Eq.refl"), &[st.l_one()]);
                let refl = st.apps(refl, &[st.const0("Bool"), st.const0(value)]);
                call(lemma, &[f.prop, *inst, refl])
            }
            (Shape::All { ty, .. }, true) => {
                let Node::Pi(b, d, body) = st.node(f.prop) else { return Ok(None) };
                if self.elements(m, *ty)?.is_none() {
                    let by_evaluation = self.by_reflexivity(m, f.prop)?;
                    return if by_evaluation.is_some() {
                        Ok(by_evaluation)
                    } else {
                        self.by_function(m, f, wanted)
                    };
                }
                self.prove_all(m, &[d], st.lam(b, d, body), &mut |this, m, p| this.prove(m, p, true))?
            }
            (Shape::All { .. }, false) => {
                let Some((v, n)) = self.instance(m, f, false)? else { return Ok(None) };
                refuting(self, st.app(n, st.app(h, v)))
            }
            (Shape::Ex { ty, predicate, .. }, true) => {
                let Some((v, proof)) = self.instance(m, f, true)? else { return Ok(None) };
                let u = m.sort_of(*ty)?;
                Some(st.apps(st.const_(Name::new("Exists.intro"), &[u]), &[*ty, *predicate, v, proof]))
            }
            (Shape::Ex { ty, predicate, .. }, false) => {
                if self.elements(m, *ty)?.is_none() {
                    return self.by_function(m, f, wanted);
                }
                let at = st.head_beta(st.app(*predicate, h));
                let none = self.fun("x", *ty, st.app(st.const0("Not"), at));
                let none = self.prove_all(m, &[*ty], none, &mut |this, m, p| this.prove(m, p, true))?;
                let Some(none) = none else { return Ok(None) };
                let u = m.sort_of(*ty)?;
                let elim = st.const_(Name::new("Exists.elim"), &[u]);
                refuting(self, st.apps(elim, &[*ty, *predicate, st.const0("False"), h, none]))
            }
            (Shape::Atom, _) => None,
            (Shape::Derivable, true) => self.derive(m, f.prop)?,
            (Shape::Derivable, false) | (Shape::Opaque, _) => None,
        })
    }

    fn truth_of_closed(&mut self, m: &mut Meta, f: &Rc<Formula>) -> Result<Option<bool>> {
        let t = self.truth(m, f, &mut Assignment::default(), 0)?;
        Ok(t.filter(|t| t.sure).map(|t| t.holds))
    }

    /// `p → q` because `q` holds or `p` does not.
    fn implication(&mut self, m: &mut Meta, p: Expr, q: Expr) -> Result<Option<Expr>> {
        let st = self.st;
        if let Some(hq) = self.prove(m, q, true)? {
            return Ok(Some(self.fun("h", p, hq)));
        }
        let Some(np) = self.prove(m, p, false)? else { return Ok(None) };
        let elim = st.const_(Name::new("False.elim"), &[st.l_zero()]);
        Ok(Some(self.fun("h", p, st.apps(elim, &[q, st.app(np, st.bvar(0))]))))
    }

    /// `f = g` from `∀ x, f x = g x`, or the negation of the one from that of the other.
    fn pointwise(&mut self, m: &mut Meta, prop: Expr, proof: Expr, wanted: bool) -> Result<Option<Expr>> {
        let st = self.st;
        let Some(eq) = st.app_of(prop, "Eq", 3) else { return Ok(None) };
        let ty = m.whnf(eq[0])?;
        let Node::Pi(b, d, r) = st.node(ty) else { return Ok(None) };
        let u = m.sort_of(d)?;
        let v = m.scoped(|m| {
            let x = m.push_local(b.name, d, BinderInfo::Default);
            m.sort_of(st.instantiate1(r, x))
        })?;
        let family = st.lam(b, d, r);
        if wanted {
            let funext = st.const_(Name::new("funext"), &[u, v]);
            return Ok(Some(st.apps(funext, &[d, family, eq[1], eq[2], proof])));
        }
        // fun h : f = g => proof (fun x => congrFun h x)
        let at = st.const_(Name::new("congrFun"), &[u, v]);
        let at = st.apps(at, &[d, family, eq[1], eq[2], st.bvar(1), st.bvar(0)]);
        Ok(Some(self.fun("h", prop, st.app(proof, self.fun("x", d, at)))))
    }

    /// A value for which the body of a quantifier holds (or fails, if it is not `wanted`), with the proof.
    fn instance(&mut self, m: &mut Meta, f: &Rc<Formula>, wanted: bool) -> Result<Option<(Expr, Expr)>> {
        let (Shape::All { var, ty, body } | Shape::Ex { var, ty, body, .. }) = &f.shape else {
            return Ok(None);
        };
        let (range, _) = self.range(m, *ty, &Assignment::default(), 0)?;
        let mut unsure = Vec::new();
        for v in range.iter() {
            let mut values = Assignment::default();
            values.insert(*var, *v);
            match self.truth(m, body, &mut values, 1)? {
                Some(Truth { holds, sure: true }) if holds == wanted => {
                    let closed = self.at(m, body.prop, *var, *v);
                    if let Some(proof) = self.prove(m, closed, wanted)? {
                        return Ok(Some((*v, proof)));
                    }
                }
                Some(t) if t.holds == wanted => unsure.push(*v),
                Some(_) => {}
                None => unsure.push(*v),
            }
        }
        if self.oracle.is_some() {
            for v in unsure.into_iter().take(MAX_GUESSES) {
                let closed = self.at(m, body.prop, *var, v);
                if let Some(proof) = self.prove(m, closed, wanted)? {
                    return Ok(Some((v, proof)));
                }
            }
        }
        Ok(None)
    }

    /// `∀ x…, a = b` where the sides are the same by evaluation.
    fn by_reflexivity(&mut self, m: &mut Meta, prop: Expr) -> Result<Option<Expr>> {
        let st = self.st;
        m.scoped(|m| {
            let (mut xs, mut body) = (Vec::new(), prop);
            while let Node::Pi(b, d, r) = st.node(body) {
                let x = m.push_local(b.name, d, b.info);
                body = st.instantiate1(r, x);
                xs.push(x);
            }
            let Some(eq) = st.app_of(body, "Eq", 3) else { return Ok(None) };
            if !m.is_def_eq(eq[1], eq[2])? {
                return Ok(None);
            }
            let u = m.sort_of(eq[0])?;
            let refl = st.apps(st.const_(Name::new("Eq.refl"), &[u]), &[eq[0], eq[1]]);
            m.mk_lambda(&xs, refl).map(Some)
        })
    }

    /// `∀ i, ∃ j, p i j` by a function `g`: the oracle is asked for `∀ i, p i (g i)`. Likewise `¬ ∃ i, ∀ j, p i j` by
    /// `∀ i, ¬ p i (g i)`.
    fn by_function(&mut self, m: &mut Meta, f: &Rc<Formula>, wanted: bool) -> Result<Option<Expr>> {
        let st = self.st;
        let (var, ty, outer) = match &f.shape {
            Shape::All { var, ty, body } | Shape::Ex { var, ty, body, .. } => (*var, *ty, body),
            _ => return Ok(None),
        };
        let (inner_ty, inner) = match (&outer.shape, wanted) {
            (Shape::Ex { ty, predicate, .. }, true) => (*ty, *predicate),
            (Shape::All { ty, .. }, false) => match st.node(outer.prop) {
                Node::Pi(b, d, body) => (*ty, st.lam(b, d, body)),
                _ => return Ok(None),
            },
            _ => return Ok(None),
        };
        if self.oracle.is_none() || st.has_fvar(inner_ty) {
            return Ok(None);
        }
        let functions = self.functions(m, st.arrow(ty, inner_ty))?;
        for g in functions.into_iter().take(MAX_FUNCTIONS) {
            // fun i => p i (g i), negated if that is wanted.
            let at = st.beta(inner, &[st.beta(g, &[st.fvar(var)])]);
            let at = if wanted { at } else { st.app(st.const0("Not"), at) };
            let claim =
                st.pi(turnstile_kernel::Binder::new(Name::new("i")), ty, st.abstract_fvars(at, &[var]));
            let closed = self.closed(m, claim)?;
            let truth = self.truth(m, &closed, &mut Assignment::default(), 0)?;
            if !truth.is_some_and(|t| t.holds) {
                continue;
            }
            let Some(proof) = self.ask(m, claim, true)? else { continue };
            let (u, v) = (m.sort_of(ty)?, m.sort_of(inner_ty)?);
            let g_at = |i: u32| st.beta(g, &[st.bvar(i)]);
            if wanted {
                let predicate = st.abstract_fvars(inner, &[var]);
                let intro = st.const_(Name::new("Exists.intro"), &[v]);
                let body = st.apps(intro, &[inner_ty, predicate, g_at(0), st.app(proof, st.bvar(0))]);
                return Ok(Some(self.fun("i", ty, body)));
            }
            // fun h => Exists.elim h (fun i hi => proof i (hi (g i)))
            let Shape::Ex { predicate, .. } = &f.shape else { return Ok(None) };
            let body = st.apps(proof, &[st.bvar(1), st.app(st.bvar(0), g_at(1))]);
            let hi = st.head_beta(st.app(*predicate, st.bvar(0)));
            let step = self.fun("i", ty, self.fun("hi", hi, body));
            let elim = st.const_(Name::new("Exists.elim"), &[u]);
            let body = st.apps(elim, &[ty, *predicate, st.const0("False"), st.bvar(0), step]);
            return Ok(Some(self.fun("h", f.prop, body)));
        }
        Ok(None)
    }

    /// `e` with `v` for the variable.
    fn at(&self, m: &Meta, e: Expr, var: turnstile_kernel::FVarId, v: Expr) -> Expr {
        let mut values = Assignment::default();
        values.insert(var, v);
        m.st.head_beta(m.st.replace_fvars(e, &values))
    }

    /// A proof of a closed application of an inductive predicate: its rules, applied backwards.
    pub(crate) fn derive(&mut self, m: &mut Meta, prop: Expr) -> Result<Option<Expr>> {
        if self.deriving >= MAX_DERIVATION {
            return Ok(None);
        }
        self.deriving += 1;
        let r = with_stack(|| self.by_some_rule(m, prop));
        self.deriving -= 1;
        r
    }

    fn by_some_rule(&mut self, m: &mut Meta, prop: Expr) -> Result<Option<Expr>> {
        let Some(family) = m.as_family(prop)? else { return Ok(None) };
        for rule in family.info.ctors.iter() {
            let Some(c) = m.ctor_val(*rule) else { continue };
            let saved = m.save();
            let head = self.st.apps(self.st.const_(*rule, &family.levels), &family.params);
            let ty = m.infer(head)?;
            let (holes, conclusion) = m.open_holes(ty, Some(c.num_fields))?;
            let holes: Vec<Expr> = holes.into_iter().map(|(h, _)| h).collect();
            let found = match m.is_def_eq(conclusion, prop) {
                Ok(true) => self.premises(m, self.st.apps(head, &holes), &holes)?,
                Ok(false) => None,
                Err(e) if e.is_resource() => return Err(e),
                Err(_) => None,
            };
            m.restore(&saved);
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// Fills the holes of a rule from the left: premises by proofs, other arguments by values.
    fn premises(&mut self, m: &mut Meta, proof: Expr, holes: &[Expr]) -> Result<Option<Expr>> {
        let Some((hole, rest)) = holes.split_first() else {
            let proof = m.instantiate(proof);
            return Ok((!m.st.has_mvar(proof)).then_some(proof));
        };
        let now = m.instantiate(*hole);
        let Node::MVar(id) = self.st.node(now) else { return self.premises(m, proof, rest) };
        let ty = m.infer(now)?;
        let ty = m.instantiate(ty);
        if m.st.has_mvar(ty) {
            return Ok(None);
        }
        if m.is_prop(ty)? {
            let Some(premise) = self.prove(m, ty, true)? else { return Ok(None) };
            m.mctx.assign(id, premise);
            return self.premises(m, proof, rest);
        }
        for v in self.domain(m, ty, RULE_VALUES)?.iter() {
            let saved = m.save();
            m.mctx.assign(id, *v);
            let found = self.premises(m, proof, rest)?;
            m.restore(&saved);
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }
}

/// `e` with every applied `fun` reduced.
fn beta(st: &Store, e: Expr) -> Expr {
    st.replace(e, |t, _| match st.node(t) {
        Node::App(..) if matches!(st.node(st.app_fn(t)), Node::Lam(..)) => {
            Some(with_stack(|| beta(st, st.head_beta(t))))
        }
        _ => None,
    })
}
