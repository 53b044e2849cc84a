//! Proof by induction and simplification, straight on: the waterfall of Boyer and Moore (*A Computational Logic*, 1979).
//!
//! A goal falls from stage to stage: simplify with definitions, induction hypotheses and lemmas; take hypotheses apart;
//! tell cases apart on which a function waits; use an induction hypothesis from right to left; generalise; last, induct.
//! A stage that changes the goal sends what is left back to the top. Only the last three stages have alternatives, so a
//! try costs a few dozen tactics where a search among all candidates costs thousands, and proves most of what needs
//! nothing but induction and rewriting. What it cannot do it says quickly.

use crate::backend::{LeanBackend, ProofState};
use crate::discovery::critics;
use crate::idle::drop_idle_lemmas;
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;
use turnstile_elab::meta::is_inaccessible;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, FVarId, Node, with_stack};
use turnstile_policy::candidates::{GoalView, Hyp, dependents, functions, generalizable, inductive};
use turnstile_policy::recursion::{Blocked, recursion_positions};
use turnstile_search::{Backend, Interrupt, Outcome};
use turnstile_tactic::action::{Action, Fact, Plan, SimpAction, close_term, hypotheses};

/// Limits of a try.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Tactics tried.
    pub steps: u32,
    /// Inductions inside of each other.
    pub inductions: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { steps: 250, inductions: 2 }
    }
}

/// One try at one goal.
pub struct Waterfall<'w, 'b> {
    backend: &'w mut LeanBackend<'b>,
    interrupt: &'w Interrupt,
    /// Lemmas: hypotheses that rewrite and are not rewritten.
    facts: FxHashSet<FVarId>,
    steps: u32,
    /// Goals that could not be closed, with the number of inductions that were allowed.
    failed: FxHashMap<Rc<[(Expr, u32)]>, u32>,
    /// Whether the current goal lies below an induction.
    inducted: bool,
    /// The goals above the current one: to come back to one of them is no progress.
    path: Vec<Rc<[(Expr, u32)]>>,
    /// Where the last stage was reached below an induction: what is left there is a hint at a lemma.
    pub stuck: Vec<ProofState>,
}

/// What came of a stage.
enum Stage {
    /// It does not apply.
    Passed,
    /// It applied, and this came of it.
    Settled(Option<Plan>),
}

impl<'w, 'b> Waterfall<'w, 'b> {
    /// A try in which the hypotheses `facts` are lemmas.
    pub fn new(backend: &'w mut LeanBackend<'b>, interrupt: &'w Interrupt, facts: &[FVarId]) -> Self {
        Waterfall {
            backend,
            interrupt,
            facts: facts.iter().copied().collect(),
            steps: 0,
            failed: FxHashMap::default(),
            inducted: false,
            path: Vec::new(),
            stuck: Vec::new(),
        }
    }

    /// A proof of `state`, found within `limits`.
    pub fn prove(&mut self, state: &ProofState, limits: Limits) -> Option<Plan> {
        for inductions in 0..=limits.inductions {
            self.steps = limits.steps;
            if let Some(mut plan) = self.close(state, inductions) {
                drop_idle_lemmas(self.backend, self.interrupt, &self.facts, state, &mut plan);
                return Some(plan);
            }
        }
        None
    }

    fn close(&mut self, state: &ProofState, inductions: u32) -> Option<Plan> {
        if self.steps == 0 || self.interrupt.requested() || state.goals.len() != 1 {
            return None;
        }
        let key = self.backend.key(state);
        if self.failed.get(&key).is_some_and(|tried| *tried >= inductions) || self.path.contains(&key) {
            return None;
        }
        self.path.push(key.clone());
        let plan = with_stack(|| self.fall(state, inductions).ok().flatten());
        self.path.pop();
        if plan.is_none() {
            self.failed.insert(key, inductions);
        }
        plan
    }

    /// Tries an action; the states it leaves.
    fn step(&mut self, state: &ProofState, action: &Action) -> Option<Vec<ProofState>> {
        if self.steps == 0 || self.interrupt.requested() {
            return None;
        }
        self.steps -= 1;
        match self.backend.apply(state, action, self.interrupt) {
            Outcome::Children(children) => Some(children),
            Outcome::Failed | Outcome::GaveUp => None,
        }
    }

    /// Tries an action and then to close what it leaves.
    fn follow(&mut self, state: &ProofState, action: Action, inductions: u32) -> Stage {
        let Some(left) = self.step(state, &action) else { return Stage::Passed };
        let mut children = Vec::with_capacity(left.len());
        for child in &left {
            match self.close(child, inductions) {
                Some(plan) => children.push(plan),
                None => return Stage::Settled(None),
            }
        }
        Stage::Settled(Some(Plan { action, children }))
    }

    /// The stages, from the top.
    fn fall(&mut self, state: &ProofState, inductions: u32) -> Result<Option<Plan>> {
        let goal = state.goals[0];
        self.backend.m.mctx = state.mctx.clone();
        self.backend.m.budget.fuel = self.backend.limits.fuel;
        self.backend.m.budget.deadline = self.interrupt.deadline();
        let view = GoalView::new(self.backend.m, goal)?;
        if view.has_holes {
            return Ok(None);
        }
        for action in self.certain(&view)? {
            if let Stage::Settled(plan) = self.follow(state, action, inductions) {
                return Ok(plan);
            }
        }
        for action in self.closing(&view) {
            if let Stage::Settled(Some(plan)) = self.follow(state, action, 0) {
                return Ok(Some(plan));
            }
        }
        for action in self.in_view(state, &view, |this, v| this.cases(v))? {
            if let Stage::Settled(plan) = self.follow(state, action, inductions) {
                return Ok(plan);
            }
        }
        if self.stuck.len() < 12 && self.inducted {
            self.stuck.push(state.clone());
        }
        let mut choices = self.in_view(state, &view, |this, v| {
            let mut out = this.fertilise(v)?;
            out.extend(this.waiting(v)?);
            Ok(out)
        })?;
        for action in &choices {
            // The induction hypothesis used backwards leaves a goal that says what is missing.
            if matches!(action, Action::Rewrite { .. })
                && self.stuck.len() < 12
                && let Some(left) = self.step(state, action)
            {
                self.stuck.extend(left);
            }
        }
        if inductions > 0 {
            choices.extend(self.in_view(state, &view, |this, v| this.inductions(v))?);
        }
        for action in choices {
            let induction = matches!(action, Action::Induction { .. });
            let outside = self.inducted;
            self.inducted |= induction;
            let stage = self.follow(state, action, if induction { inductions - 1 } else { inductions });
            self.inducted = outside;
            if let Stage::Settled(Some(plan)) = stage {
                return Ok(Some(plan));
            }
        }
        Ok(None)
    }

    /// Runs `f` where the goal of `view` is the current one.
    fn in_view<R>(
        &mut self,
        state: &ProofState,
        view: &GoalView,
        f: impl FnOnce(&mut Self, &GoalView) -> Result<R>,
    ) -> Result<R> {
        self.backend.m.mctx = state.mctx.clone();
        self.backend.m.budget.fuel = self.backend.limits.fuel;
        let lctx = std::mem::replace(&mut self.backend.m.lctx, view.lctx.clone());
        let r = f(self, view);
        self.backend.m.lctx = lctx;
        r
    }

    /// What the goals where it got stuck ask for.
    pub fn proposals(&mut self) -> Vec<Vec<Expr>> {
        let mut out = Vec::new();
        for state in std::mem::take(&mut self.stuck) {
            self.backend.m.budget.fuel = self.backend.limits.fuel;
            let facts = &self.facts;
            let found = critics::proposals(self.backend.m, &state, |h| facts.contains(&h.decl.id));
            out.extend(found.unwrap_or_default());
        }
        out
    }

    /// Whether a hypothesis belongs to the goal and is not a lemma.
    fn own(&self, h: &Hyp) -> bool {
        h.is_prop && !self.facts.contains(&h.decl.id)
    }

    /// Steps that lose nothing: the first that applies is taken.
    fn certain(&mut self, v: &GoalView) -> Result<Vec<Action>> {
        let m = &*self.backend.m;
        let mut out = Vec::new();
        let n = binders(m, v.target);
        if n > 0 {
            return Ok(vec![Action::Intro(n)]);
        }
        let head = v.head.map_or("", |h| h.as_str());
        for h in v.hyps.iter().filter(|h| self.own(h)) {
            match h.head.map_or("", |n| n.as_str()) {
                "And" | "Exists" | "Or" | "False" => out.push(Action::Cases(h.index)),
                "Eq" => out.extend(equation(m, v, h)),
                _ => {}
            }
        }
        if matches!(head, "And" | "Iff") {
            out.push(Action::Constructor);
        }
        out.push(Action::Simp(self.rewriting(v)));
        for h in v.hyps.iter().filter(|h| self.own(h)) {
            if !matches!(m.st.node(h.ty), Node::FVar(_)) && !is_inaccessible(h.decl.name) {
                let mut fns = Vec::new();
                functions(m, h.ty, &mut fns);
                let mut lemmas: Vec<(Fact, bool)> =
                    fns.into_iter().map(|n| (Fact::Const(n), false)).collect();
                lemmas.extend(
                    self.hypotheses(v, |k| k.index != h.index && (self.own(k) || self.may_rewrite(v, k))),
                );
                out.push(Action::Simp(SimpAction { lemmas, at: Some(h.index), ..SimpAction::default() }));
            }
        }
        Ok(out)
    }

    /// Hypotheses to rewrite with.
    fn hypotheses(&self, v: &GoalView, wanted: impl Fn(&Hyp) -> bool) -> Vec<(Fact, bool)> {
        v.props()
            .filter(|h| !is_inaccessible(h.decl.name) && wanted(h))
            .map(|h| (Fact::Hyp(h.index), false))
            .collect()
    }

    /// Whether the function that a lemma rewrites is near: in the goal, or in the definition of what is.
    fn may_rewrite(&self, v: &GoalView, lemma: &Hyp) -> bool {
        let m = &*self.backend.m;
        let t = conclusion(m, lemma.ty);
        let left = m.st.app_of(t, "Eq", 3).map_or(t, |args| args[1]);
        let Some(head) = m.st.head_const(left) else { return true };
        let own = v.hyps.iter().filter(|h| self.own(h)).map(|h| h.ty);
        std::iter::once(v.target).chain(own).any(|e| {
            m.st.any_subterm(e, |t| match m.st.node(t) {
                Node::Const(n, _) => {
                    n == head
                        || m.env.ext.equations.get(&n).is_some_and(|q| {
                            q.eqns.iter().any(|q| {
                                m.st.any_subterm(q.rhs, |t| m.st.as_const(t).is_some_and(|c| c.0 == head))
                            })
                        })
                }
                _ => false,
            })
        })
    }

    /// `simp` with the definitions of what occurs, and all that is known.
    fn rewriting(&self, v: &GoalView) -> SimpAction {
        let mut fns = Vec::new();
        functions(self.backend.m, v.target, &mut fns);
        fns.truncate(10);
        let mut lemmas: Vec<(Fact, bool)> = fns.into_iter().map(|n| (Fact::Const(n), false)).collect();
        lemmas.extend(self.hypotheses(v, |h| self.own(h) || self.may_rewrite(v, h)));
        SimpAction { lemmas, ..SimpAction::default() }
    }

    /// Steps that close the goal or fail.
    fn closing(&self, v: &GoalView) -> Vec<Action> {
        let head = v.head.map_or("", |h| h.as_str());
        let mut out = vec![Action::Assumption, Action::Contradiction];
        if head == "Eq" || head == "LE.le" {
            out.push(Action::Rfl);
        }
        if matches!(head, "Eq" | "LE.le" | "LT.lt" | "GE.ge" | "GT.gt" | "Ne" | "Not" | "False" | "Or") {
            out.push(Action::Omega);
        }
        for h in v.props() {
            if let Node::Pi(..) = self.backend.m.st.node(h.ty)
                && v.head.is_some()
                && conclusion_head(self.backend.m, h.ty) == v.head
                && head != "Eq"
            {
                out.push(Action::Apply(Fact::Hyp(h.index)));
            }
        }
        out
    }

    /// Case distinctions that let a function go on.
    fn cases(&mut self, v: &GoalView) -> Result<Vec<Action>> {
        let facts = &self.facts;
        let m = &mut *self.backend.m;
        let blocked = Blocked::of(m, v, |id| !facts.contains(&id))?;
        let mut out = Vec::new();
        for t in blocked.terms.iter().take(2) {
            out.push(Action::CasesTerm(close_term(m, v.goal, *t)?));
        }
        // Variables of types with finitely many values.
        for h in v.hyps.iter().filter(|h| !h.is_prop && h.decl.value.is_none()) {
            if m.occurs(v.target, h.decl.id)
                && let Some(i) = inductive(m, h.ty)
                && !i.is_rec
                && i.num_indices == 0
                && !m.env.is_class(i.cval.name)
                && (2..=4).contains(&i.ctors.len())
                && !out.contains(&Action::Cases(h.index))
            {
                out.push(Action::Cases(h.index));
            }
        }
        if blocked.branches {
            out.push(Action::Split(None));
            for h in v.hyps.iter().filter(|h| self.own(h)) {
                out.push(Action::Split(Some(h.index)));
            }
        }
        Ok(out)
    }

    /// Induction hypotheses and other equations, right to left.
    fn fertilise(&mut self, v: &GoalView) -> Result<Vec<Action>> {
        let m = &*self.backend.m;
        let mut out = Vec::new();
        for h in v.hyps.iter().rev().filter(|h| self.own(h)) {
            let t = conclusion(m, h.ty);
            // From right to left only where the right side says something.
            let right = m.st.app_of(t, "Eq", 3).map(|args| args[2]);
            if right.is_some_and(|r| m.as_ctor(r).is_none() && matches!(m.st.node(r), Node::App(..)))
                && !is_inaccessible(h.decl.name)
            {
                out.push(Action::Rewrite { rule: Fact::Hyp(h.index), symm: true, at: None });
            }
        }
        out.truncate(3);
        Ok(out)
    }

    /// Case distinctions on variables that a function waits for.
    fn waiting(&mut self, v: &GoalView) -> Result<Vec<Action>> {
        // Before an induction there is nothing to go on with.
        if !self.inducted {
            return Ok(vec![]);
        }
        let facts = &self.facts;
        let blocked = Blocked::of(&mut *self.backend.m, v, |id| !facts.contains(&id))?;
        Ok(blocked.vars.iter().take(2).filter_map(|id| Some(Action::Cases(v.by_id(*id)?.index))).collect())
    }

    /// Inductions, the most promising first.
    fn inductions(&mut self, v: &GoalView) -> Result<Vec<Action>> {
        let facts = &self.facts;
        let m = &mut *self.backend.m;
        let scores = recursion_positions(m, v);
        let mut list: Vec<(i64, Action)> = Vec::new();
        for h in v.hyps.iter().filter(|h| !h.is_prop && h.decl.value.is_none() && !h.decl.is_instance) {
            let near = m.occurs(v.target, h.decl.id)
                || v.hyps
                    .iter()
                    .any(|k| k.is_prop && !facts.contains(&k.decl.id) && m.occurs(k.ty, h.decl.id));
            if is_inaccessible(h.decl.name) || !near {
                continue;
            }
            let ty = m.whnf_r(h.ty)?;
            let Some(i) = inductive(m, ty) else { continue };
            if !i.is_rec || m.env.is_class(i.cval.name) || m.is_prop(ty)? {
                continue;
            }
            let (fits, misfits) = scores.get(&h.decl.id).copied().unwrap_or((0, 0));
            let score = 100 * i64::from(fits) / (1 + i64::from(misfits)) + i64::from(fits);
            let deps = dependents(m, v, h);
            let others = generalizable(m, v, h, &deps);
            if !others.is_empty() {
                list.push((2 * score + 1, Action::Induction { major: h.index, generalizing: others }));
            }
            list.push((2 * score, Action::Induction { major: h.index, generalizing: vec![] }));
        }
        // The sort is stable: equal scores keep the order of the variables.
        list.sort_by_key(|(score, _)| -score);
        list.truncate(6);
        Ok(list.into_iter().map(|(_, a)| a).collect())
    }
}

/// The propositional hypotheses of the goal of a state.
pub fn facts_of(m: &mut Meta, state: &ProofState, wanted: impl Fn(&str) -> bool) -> Vec<FVarId> {
    let Some(g) = state.goals.first() else { return vec![] };
    hypotheses(m, *g).iter().filter(|d| wanted(d.name.as_str())).map(|d| d.id).collect()
}

/// Number of manifest binders, `¬ p` counted as `p → False`.
fn binders(m: &Meta, mut e: Expr) -> u32 {
    let mut n = 0;
    while let Node::Pi(_, _, b) = m.st.node(e) {
        n += 1;
        e = b;
    }
    let negation = m.st.head_const(e).is_some_and(|h| matches!(h.as_str(), "Not" | "Ne"));
    if negation { n + 1 } else { n }
}

/// What is left of `e` without its binders; these are loose in it.
fn conclusion(m: &Meta, mut e: Expr) -> Expr {
    while let Node::Pi(_, _, b) = m.st.node(e) {
        e = b;
    }
    e
}

fn conclusion_head(m: &Meta, e: Expr) -> Option<turnstile_kernel::Name> {
    m.st.head_const(conclusion(m, e))
}

/// What an equation between a variable and something, or between two constructors, is good for.
fn equation(m: &Meta, v: &GoalView, h: &Hyp) -> Option<Action> {
    let args = m.st.unapp(h.ty).1;
    let [_, a, b] = args.as_slice() else { return None };
    let is_var = |e: Expr| match m.st.node(e) {
        Node::FVar(id) => v.by_id(id).is_some_and(|h| !h.is_prop && h.decl.value.is_none()),
        _ => false,
    };
    if is_var(*a) || is_var(*b) {
        return Some(Action::Subst(h.index));
    }
    let ctor = |e: Expr| m.as_ctor(e).map(|c| c.0);
    match (ctor(*a), ctor(*b)) {
        (Some(c), Some(d)) if c == d => Some(Action::Injection(h.index)),
        (Some(_), Some(_)) => Some(Action::Contradiction),
        _ => None,
    }
}
