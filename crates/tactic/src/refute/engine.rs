//! The loop between the solver, the theories and the quantifiers.

use super::Settings;
use super::arithmetic::{Derivation, arithmetic_proof};
use super::emit;
use super::props::{Axiom, Props, Shape};
use super::quantifier::{Scheme, Witness, scheme};
use super::relevance::{Demand, relevant};
use super::sat::{Answer, ClauseId, Lit, Solver, Var};
use super::terms::{Builder, contradict};
use crate::cc::{Given, Graph};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, Name};

/// What came of it.
pub enum Outcome {
    /// A proof of `False`.
    Proof(Expr),
    /// Nothing, within the limits.
    Stuck,
    /// It depends on whether this type is inhabited.
    Needs(Expr),
}

/// Why a given clause holds.
pub(super) enum Reason {
    /// This function says so.
    Term(Vec<Lit>, Expr),
    /// Congruence closure refutes the denials of its literals.
    Congruence(Vec<Lit>),
    /// Linear arithmetic does.
    Arithmetic(Vec<Lit>, Derivation),
}

/// A term that quantified variables may stand for.
pub(super) struct Ground {
    pub term: Expr,
    pub ty: Expr,
    pub generation: u32,
}

/// A refutation under construction. It works in the current local context.
pub struct Engine {
    pub(super) settings: Settings,
    pub(super) props: Props,
    pub(super) solver: Solver,
    reasons: FxHashMap<ClauseId, Reason>,
    pub(super) demands: Vec<Demand>,
    pub(super) schemes: FxHashMap<Var, Rc<Scheme>>,
    witnessed: FxHashSet<Var>,
    pub(super) done: FxHashSet<(Var, Vec<Expr>)>,
    pub(super) ground: Vec<Ground>,
    /// Terms that were looked at, with their generation; none for what is no object.
    ground_index: FxHashMap<Expr, Option<u32>>,
    ground_seen: usize,
    witnesses: Vec<Witness>,
    /// Terms that were unfolded, decided or taken apart.
    pub(super) definitions: FxHashSet<Expr>,
    /// Number of values taken apart.
    pub(super) cases: usize,
    /// What arithmetic was asked already.
    pub(super) asked: FxHashSet<Vec<(Expr, Expr)>>,
    /// The literals that congruence closure was given, by the number of the assertion.
    pub(super) asserted: Vec<Lit>,
    /// Variables whose values matter in the current assignment.
    pub(super) relevant: FxHashSet<Var>,
    /// Types without elements, with proofs.
    empty: Vec<(Expr, Expr)>,
    /// Terms of more generations are left alone for now.
    pub(super) generation: u32,
    /// A type that must be known to be inhabited, or not.
    pub(super) needs: Option<Expr>,
}

impl Engine {
    /// An engine without facts; `empty` lists types with proofs of `¬ Nonempty`.
    #[must_use]
    pub fn new(settings: Settings, empty: Vec<(Expr, Expr)>) -> Engine {
        Engine {
            settings,
            props: Props::default(),
            solver: Solver::default(),
            reasons: FxHashMap::default(),
            demands: Vec::new(),
            schemes: FxHashMap::default(),
            witnessed: FxHashSet::default(),
            done: FxHashSet::default(),
            ground: Vec::new(),
            ground_index: FxHashMap::default(),
            ground_seen: 0,
            witnesses: Vec::new(),
            definitions: FxHashSet::default(),
            cases: 0,
            asked: FxHashSet::default(),
            asserted: Vec::new(),
            relevant: FxHashSet::default(),
            empty,
            generation: 2,
            needs: None,
        }
    }

    /// Adds the fact `proof : prop`.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn fact(&mut self, m: &mut Meta, prop: Expr, proof: Expr) -> Result<()> {
        let l = self.props.literal(m, prop, 0)?;
        let st = m.st.clone();
        self.props.clause(Builder { st: &st }, vec![l], |_, h| contradict(&st, l, proof, h[0]));
        self.demands.push(Demand { guards: vec![], choices: vec![l] });
        Ok(())
    }

    /// Looks for a contradiction.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn run(&mut self, m: &mut Meta) -> Result<Outcome> {
        for _ in 0..self.settings.rounds {
            self.flush(m)?;
            if self.props.len() > self.settings.propositions {
                return Ok(Outcome::Stuck);
            }
            match self.solver.solve(m)? {
                Answer::Refuted(empty) => return self.proof(m, empty).map(Outcome::Proof),
                Answer::Model => {}
            }
            let model = relevant(&self.props, &self.solver, &self.demands);
            m.spend(1 + model.len() as u64 / 8)?;
            let mut graph = Graph::default();
            if self.settings.congruence && self.congruence(m, &model, &mut graph)? {
                continue;
            }
            if self.settings.reasoning
                && (self.unfold(m, &mut graph)? || self.arithmetic(m, &model, &graph)?)
            {
                continue;
            }
            if !self.settings.quantifiers {
                return Ok(Outcome::Stuck);
            }
            let news = self.witnesses(m, &model)? || self.instances(m, &model, &mut graph)?;
            if let Some(ty) = self.needs.take() {
                return Ok(Outcome::Needs(ty));
            }
            if news || self.settings.reasoning && self.case_distinction(m, &mut graph)? {
                continue;
            }
            return Ok(Outcome::Stuck);
        }
        Ok(Outcome::Stuck)
    }

    /// Hands new clauses to the solver.
    fn flush(&mut self, m: &mut Meta) -> Result<()> {
        for Axiom { lits, proof } in std::mem::take(&mut self.props.fresh) {
            self.add(m, lits.clone(), Reason::Term(lits, proof))?;
        }
        Ok(())
    }

    pub(super) fn add(&mut self, m: &mut Meta, mut lits: Vec<Lit>, reason: Reason) -> Result<()> {
        m.tick()?;
        while let Some(l) = lits.iter().map(|l| l.var().0 as usize).max()
            && self.solver.variables() <= l
        {
            self.solver.new_var();
        }
        lits.sort_unstable();
        lits.dedup();
        if lits.windows(2).any(|w| w[0].var() == w[1].var()) {
            return Ok(());
        }
        let id = self.solver.add(lits);
        self.reasons.insert(id, reason);
        Ok(())
    }

    /// Asserts the relevant literals in `graph`; whether they contradict each other, which is learned as a clause.
    fn congruence(&mut self, m: &mut Meta, model: &[Lit], graph: &mut Graph) -> Result<bool> {
        self.asserted.clear();
        // Positive literals first: they merge classes.
        for negative in [false, true] {
            for l in model.iter().filter(|l| l.is_neg() == negative) {
                let p = self.props.get(l.var());
                if !matches!(p.shape, Shape::Atom | Shape::Eq { .. }) {
                    continue;
                }
                self.asserted.push(*l);
                let given = Given { prop: p.prop, holds: !negative, proof: None };
                if let Some(c) = graph.assert(m, given)? {
                    let lits: Vec<Lit> =
                        graph.explain_conflict(c).into_iter().map(|n| !self.asserted[n as usize]).collect();
                    self.add(m, lits.clone(), Reason::Congruence(lits))?;
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The proof of `False`, witnesses eliminated.
    fn proof(&mut self, m: &mut Meta, empty: ClauseId) -> Result<Expr> {
        let (props, reasons) = (&self.props, &self.reasons);
        let mut falso =
            emit::refutation(m, props, &self.solver, empty, &mut |m, id| match reasons.get(&id) {
                Some(Reason::Term(lits, proof)) => Ok((lits.clone(), *proof)),
                Some(Reason::Congruence(lits)) => Ok((lits.clone(), congruence_proof(m, props, lits)?)),
                Some(Reason::Arithmetic(lits, d)) => Ok((lits.clone(), arithmetic_proof(m, props, lits, d)?)),
                None => Err(turnstile_elab::Error::msg("internal: a clause without a reason")),
            })?;
        for w in self.witnesses.iter().rev() {
            falso = w.eliminate(m, falso)?;
        }
        Ok(falso)
    }

    /// The quantifier prefix of `v`.
    pub(super) fn scheme(&mut self, m: &mut Meta, v: Var) -> Result<Option<Rc<Scheme>>> {
        if let Some(s) = self.schemes.get(&v) {
            return Ok(Some(s.clone()));
        }
        let p = self.props.get(v);
        let Shape::Quantifier { universal, .. } = p.shape else { return Ok(None) };
        let s = Rc::new(scheme(m, p.prop, universal)?);
        self.schemes.insert(v, s.clone());
        Ok(Some(s))
    }

    /// Gives a witness to every relevant existential that holds, and to every universal that does not; whether there were new
    /// ones.
    fn witnesses(&mut self, m: &mut Meta, model: &[Lit]) -> Result<bool> {
        let mut news = false;
        for l in model {
            let v = l.var();
            let p = self.props.get(v).clone();
            let Shape::Quantifier { universal, ty } = p.shape else { continue };
            if let Some((_, none)) = self.empty.iter().find(|(t, _)| m.st.alpha_eq(*t, ty)).copied() {
                news |= self.over_nothing(m, v, ty, none)?;
                continue;
            }
            if universal != l.is_neg() || self.witnessed.contains(&v) {
                continue;
            }
            if p.generation >= self.generation {
                continue;
            }
            let Some(inhabited) = self.inhabited(m, ty)? else {
                self.needs = Some(ty);
                return Ok(false);
            };
            self.witnessed.insert(v);
            news = true;
            let st = m.st.clone();
            let predicate = match st.app_of(p.prop, "Exists", 2).as_deref() {
                Some([_, q]) => *q,
                _ => match st.node(p.prop) {
                    turnstile_kernel::Node::Pi(b, d, body) => st.lam(b, d, body),
                    _ => continue,
                },
            };
            let u = m.sort_of(ty)?;
            let lemma = if universal { "Refute.counterexample" } else { "Refute.witness" };
            let proof = st.apps(st.const_(Name::new(lemma), &[u]), &[ty, inhabited, predicate]);
            let statement = m.infer(proof)?;
            let Some([_, spec]) = st.app_of(statement, "Exists", 2).map(|a| [a[0], a[1]]) else { continue };
            let w = Witness::new(m, ty, spec, proof);
            let said = m.instantiate_rev_beta(st.beta(predicate, &[w.x]), &[]);
            let (x, h) = (w.x, w.h);
            self.witnesses.push(w);
            let generation = p.generation + 1;
            self.add_ground(m, x, ty, generation);
            let q = self.props.literal(m, said, generation)?;
            let b = Builder { st: &st };
            if universal {
                self.props.clause(b, vec![Lit::pos(v), !q], |_, n| st.app(st.app(h, n[0]), n[1]));
                self.demands.push(Demand { guards: vec![Lit::neg(v)], choices: vec![!q] });
            } else {
                self.props.clause(b, vec![Lit::neg(v), q], |_, n| contradict(&st, q, st.app(h, n[0]), n[1]));
                self.demands.push(Demand { guards: vec![Lit::pos(v)], choices: vec![q] });
            }
        }
        Ok(news)
    }

    /// Whether the first variable of `s` has nothing to stand for.
    pub(super) fn is_over_nothing(&self, m: &Meta, s: &Scheme) -> bool {
        s.types.first().is_some_and(|ty| self.empty.iter().any(|(t, _)| m.st.alpha_eq(*t, *ty)))
    }

    /// Quantification over a type without elements: `∀` holds, `∃` does not.
    fn over_nothing(&mut self, m: &mut Meta, v: Var, ty: Expr, none: Expr) -> Result<bool> {
        if !self.witnessed.insert(v) {
            return Ok(false);
        }
        let st = m.st.clone();
        let b = Builder { st: &st };
        let u = m.sort_of(ty)?;
        let absurd = |x: Expr| st.app(none, st.apps(st.const_(Name::new("Nonempty.intro"), &[u]), &[ty, x]));
        let prop = self.props.get(v).prop;
        match st.node(prop) {
            turnstile_kernel::Node::Pi(_, _, body) => {
                self.props.clause(b, vec![Lit::pos(v)], |b, h| {
                    let f = b.lam(ty, |x| b.false_elim(st.instantiate1(body, x), absurd(x)));
                    st.app(h[0], f)
                });
            }
            _ => {
                let Some(args) = st.app_of(prop, "Exists", 2) else { return Ok(false) };
                self.props.clause(b, vec![Lit::neg(v)], |b, h| {
                    let f = b.lam(ty, |x| b.lam(st.beta(args[1], &[x]), |_| absurd(x)));
                    let elim = st.const_(Name::new("Exists.elim"), &[u]);
                    st.apps(elim, &[ty, args[1], b.falsity(), h[0], f])
                });
            }
        }
        Ok(true)
    }

    /// A proof of `Nonempty ty`: from a term at hand, or an instance.
    pub(super) fn inhabited(&mut self, m: &mut Meta, ty: Expr) -> Result<Option<Expr>> {
        let st = m.st.clone();
        let u = m.sort_of(ty)?;
        if let Some(t) = self.some_term(m, ty) {
            return Ok(Some(st.apps(st.const_(Name::new("Nonempty.intro"), &[u]), &[ty, t])));
        }
        instance(m, st.app(st.const_(Name::new("Nonempty"), &[u]), ty))
    }

    /// A term of type `ty`: one that occurs, or a variable of the context.
    pub(super) fn some_term(&mut self, m: &mut Meta, ty: Expr) -> Option<Expr> {
        let key = m.st.alpha(ty);
        if let Some(g) = self.ground.iter().find(|g| g.ty == key) {
            return Some(g.term);
        }
        let x = crate::goal::hyps(m).find(|d| m.st.alpha(m.instantiate(d.ty)) == key).map(|d| d.id)?;
        let x = m.st.fvar(x);
        self.add_ground(m, x, ty, 0);
        Some(x)
    }

    pub(super) fn add_ground(&mut self, m: &Meta, term: Expr, ty: Expr, generation: u32) {
        if self.ground_index.insert(m.st.alpha(term), Some(generation)).is_none() {
            self.ground.push(Ground { term, ty: m.st.alpha(m.instantiate(ty)), generation });
        }
    }

    /// The generation of a term that occurs.
    pub(super) fn generation_of(&self, m: &Meta, term: Expr) -> Option<u32> {
        self.ground_index.get(&m.st.alpha(term)).copied().flatten()
    }

    /// Collects the terms of propositions that are new.
    pub(super) fn collect_ground(&mut self, m: &mut Meta) -> Result<()> {
        while self.ground_seen < self.props.len() {
            let p = self.props.get(Var(self.ground_seen as u32)).clone();
            self.ground_seen += 1;
            if matches!(p.shape, Shape::Compound(_)) {
                continue;
            }
            let st = m.st.clone();
            let mut found: Vec<Expr> = Vec::new();
            st.any_subterm(p.prop, |t| {
                if st.loose(t) == 0
                    && !self.ground_index.contains_key(&st.alpha(t))
                    && !matches!(st.node(t), turnstile_kernel::Node::Sort(_))
                {
                    found.push(t);
                }
                false
            });
            for t in found {
                m.tick()?;
                // What is no object: types, functions, propositions, proofs, instances.
                let Ok(ty) = m.infer(t) else { continue };
                let ty = m.instantiate(ty);
                if matches!(st.node(ty), turnstile_kernel::Node::Sort(_) | turnstile_kernel::Node::Pi(..))
                    || m.is_class_type(ty)
                    || m.is_prop(ty)?
                {
                    self.ground_index.insert(st.alpha(t), None);
                    continue;
                }
                self.add_ground(m, t, ty, p.generation);
            }
        }
        Ok(())
    }

    /// Adds the instance of `v` for `args`.
    pub(super) fn instantiate(
        &mut self,
        m: &mut Meta,
        v: Var,
        s: &Scheme,
        args: &[Expr],
        generation: u32,
    ) -> Result<()> {
        let st = m.st.clone();
        let b = Builder { st: &st };
        let said = s.at(m, args);
        let q = self.props.literal(m, said, generation)?;
        if s.universal {
            self.props.clause(b, vec![Lit::neg(v), q], |_, h| contradict(&st, q, st.apps(h[0], args), h[1]));
            self.demands.push(Demand { guards: vec![Lit::pos(v)], choices: vec![q] });
            return Ok(());
        }
        // The proof that the existential holds has the variable of the clause in it.
        let id = st.fresh_fvar();
        let hole = st.fvar(id);
        let all = s.introduce(m, args, hole)?;
        self.props.clause(b, vec![Lit::pos(v), !q], |_, h| {
            let all = st.instantiate1(st.abstract_fvars(all, &[id]), h[1]);
            st.app(h[0], all)
        });
        self.demands.push(Demand { guards: vec![Lit::neg(v)], choices: vec![!q] });
        Ok(())
    }
}

/// An instance of the class `ty`, if there is one.
pub(super) fn instance(m: &mut Meta, ty: Expr) -> Result<Option<Expr>> {
    match m.synth_instance(ty) {
        Ok(i) => Ok(i),
        Err(e) if e.is_resource() => Err(e),
        Err(_) => Ok(None),
    }
}

/// The function from the denials of `lits` to `False` that congruence closure gives.
fn congruence_proof(m: &mut Meta, props: &Props, lits: &[Lit]) -> Result<Expr> {
    let st = m.st.clone();
    m.scoped(|m| {
        let mut hs = Vec::with_capacity(lits.len());
        for l in lits {
            let ty = props.denial(Builder { st: &st }, *l);
            hs.push(m.push_local(Name::new("h").num(0), ty, BinderInfo::Default));
        }
        let mut graph = Graph::default();
        let mut conflict = None;
        for (l, h) in lits.iter().zip(&hs) {
            let given = Given { prop: props.get(l.var()).prop, holds: l.is_neg(), proof: Some(*h) };
            conflict = graph.assert(m, given)?;
            if conflict.is_some() {
                break;
            }
        }
        let c =
            conflict.ok_or_else(|| turnstile_elab::Error::msg("internal: no conflict in the explanation"))?;
        let falso = graph.prove_conflict(m, c)?;
        m.mk_lambda(&hs, falso)
    })
}
