//! Lean goals as a world to search in: the [`turnstile_search::Backend`] over proof states.

use crate::fingerprint::{self, Fingerprints};
use crate::refute::GoalFilter;
use rustc_hash::FxHashMap;
use std::rc::Rc;
use turnstile_elab::meta::MetavarContext;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Expr, MVarId, Node};
use turnstile_policy::Policy;
use turnstile_search::{Backend, Candidate, Candidates, Interrupt, Outcome};
use turnstile_tactic::action::{Action, Block, TextMode, hypotheses, render};
use turnstile_tactic::primitive::{self, Calculus, SequentId};

/// Goals that must be closed together: one, or several that share holes.
#[derive(Clone)]
pub struct ProofState {
    /// The goals; actions work on the first.
    pub goals: Rc<[MVarId]>,
    /// What their holes stand for.
    pub mctx: MetavarContext,
    key: StateKey,
    /// The number of the goal, if it is one without holes.
    sequent: Option<SequentId>,
}

impl ProofState {
    /// The goals as closed statements, each with the number of its hypotheses.
    pub fn statements(&self) -> &[(Expr, u32)] {
        &self.key
    }
}

/// Limits of one application.
#[derive(Clone, Copy, Debug)]
pub struct StepLimits {
    /// Reduction steps.
    pub fuel: u64,
    /// Terms made in all before the search is cut short: the cap on memory.
    pub terms: usize,
}

impl Default for StepLimits {
    fn default() -> Self {
        StepLimits { fuel: 400_000, terms: 12_000_000 }
    }
}

/// Proof search over one environment.
pub struct LeanBackend<'a> {
    /// The elaborator's state; its metavariables are replaced for every state worked on.
    pub m: &'a mut Meta,
    /// What to try.
    pub policy: &'a mut dyn Policy,
    /// Limits of one application.
    pub limits: StepLimits,
    /// Terms in the store when the caches were last dropped.
    pub terms_at_clear: usize,
    /// Steps that are not offered: where another proof is wanted than the ones there are.
    pub avoided: Vec<(StateKey, Action)>,
    fingerprints: Fingerprints,
    /// Whether a step fails that uses a constant which is not declared: where the facts that tactics rest on may be
    /// missing.
    pub declared_only: bool,
    /// What is known of false goals.
    pub filter: GoalFilter,
    /// Goals without holes, and what primitive steps make of them.
    calculus: Calculus,
    /// The states of goals without holes.
    known: FxHashMap<SequentId, ProofState>,
}

/// Identity of a state: its goals as closed statements, each with the number of its hypotheses.
pub type StateKey = Rc<[(Expr, u32)]>;

impl<'a> LeanBackend<'a> {
    /// A back end that works in `m`.
    pub fn new(m: &'a mut Meta, policy: &'a mut dyn Policy) -> Self {
        let terms_at_clear = m.st.overlay_nodes();
        LeanBackend {
            m,
            policy,
            limits: StepLimits::default(),
            terms_at_clear,
            avoided: Vec::new(),
            declared_only: false,
            fingerprints: Fingerprints::default(),
            filter: GoalFilter::default(),
            calculus: Calculus::default(),
            known: FxHashMap::default(),
        }
    }

    /// The state of these goals in the current metavariable context.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn state(&mut self, goals: &[MVarId]) -> Result<ProofState> {
        let sequent = match goals {
            [g] => self.calculus.intern(self.m, *g),
            _ => None,
        };
        if let Some(state) = sequent.and_then(|s| self.known.get(&s)) {
            return Ok(state.clone());
        }
        let key: Vec<(Expr, u32)> = goals.iter().map(|g| goal_key(self.m, *g)).collect::<Result<_>>()?;
        let state = ProofState { goals: goals.into(), mctx: self.m.mctx.clone(), key: key.into(), sequent };
        if let Some(s) = sequent {
            self.known.insert(s, state.clone());
        }
        Ok(state)
    }

    /// The state of a goal that a primitive step left.
    fn state_of(&mut self, s: SequentId) -> Result<ProofState> {
        if let Some(state) = self.known.get(&s) {
            return Ok(state.clone());
        }
        let g = primitive::open(self.m, &self.calculus, s);
        self.state(&[g])
    }

    /// What the calculus makes of `action`; `None` if the tactic is to be asked.
    fn primitive_step(&mut self, state: &ProofState, action: &Action) -> Result<Option<Vec<ProofState>>> {
        let Some(s) = state.sequent.filter(|_| !self.declared_only) else { return Ok(None) };
        match self.calculus.step(self.m, s, action)? {
            primitive::Outcome::Unknown => Ok(None),
            primitive::Outcome::Fails => Err(Error::msg("the step does not apply")),
            primitive::Outcome::Follows(i) => {
                let premises: Vec<SequentId> = self.calculus.premises(i).to_vec();
                premises.into_iter().map(|p| self.state_of(p)).collect::<Result<_>>().map(Some)
            }
        }
    }

    /// Applies `action` to the first goal of `state`; the states that are left.
    ///
    /// # Errors
    /// When the action does not apply.
    fn step(&mut self, state: &ProofState, action: &Action) -> Result<Vec<ProofState>> {
        self.m.mctx = state.mctx.clone();
        let Some((first, rest)) = state.goals.split_first() else { return Ok(vec![]) };
        if !rest.is_empty() && !is_linear(action) {
            return Err(Error::msg("not on goals that share holes"));
        }
        if let Some(states) = self.primitive_step(state, action)? {
            return Ok(states);
        }
        let applied = action.apply(self.m, *first, TextMode::None)?;
        if self.declared_only && uses_undeclared(self.m, *first) {
            return Err(Error::msg("a fact that the tactic needs is not declared"));
        }
        let goals = open_goals(self.m, *first, applied.goals, rest);
        split(self, goals)
    }

    /// Whether one of the states is known to have no proof.
    fn some_is_false(&mut self, states: &[ProofState]) -> bool {
        states.iter().any(|s| match &*s.key {
            [(statement, _)] => self.filter.is_false(self.m, *statement),
            _ => false,
        })
    }

    fn drop_caches_if_large(&mut self) {
        const STEP: usize = 1_500_000;
        let now = self.m.st.overlay_nodes();
        if now > self.terms_at_clear + STEP {
            self.m.clear_caches();
            self.terms_at_clear = now;
        }
    }
}

/// Whether the value of `g` mentions a constant that the environment does not have.
fn uses_undeclared(m: &Meta, g: MVarId) -> bool {
    let value = m.instantiate(m.st.mvar(g));
    m.st.any_subterm(value, |t| match m.st.node(t) {
        Node::Const(n, _) => !m.env.contains(n),
        _ => false,
    })
}

/// What is open after a step on `goal`: the goals among `new` and then `rest`, each once, and last the holes of what was
/// assigned. These are new goals too: when a hole gets a value in a smaller context, the holes in it are replaced by
/// holes of that context.
pub fn open_goals(m: &mut Meta, goal: MVarId, new: Vec<MVarId>, rest: &[MVarId]) -> Vec<MVarId> {
    let (mut open, mut assigned) = (Vec::new(), vec![goal]);
    for g in new.into_iter().chain(rest.iter().copied()) {
        let list = if m.mctx.is_assigned(g) { &mut assigned } else { &mut open };
        if !list.contains(&g) {
            list.push(g);
        }
    }
    for g in assigned {
        for hole in m.unassigned_mvars(m.st.mvar(g)) {
            if !open.contains(&hole) {
                open.push(hole);
            }
        }
    }
    open
}

/// Whether a script can apply the action to the first of several goals that share holes: it has no alternatives.
fn is_linear(a: &Action) -> bool {
    !matches!(
        a,
        Action::Cases(_)
            | Action::CasesTerm(_)
            | Action::Induction { .. }
            | Action::Split(_)
            | Action::ByCases(_)
            | Action::TruthTable(_)
            | Action::SimpAll(_)
    )
}

/// Independent goals as states of their own; goals that share holes stay together.
fn split(b: &mut LeanBackend<'_>, goals: Vec<MVarId>) -> Result<Vec<ProofState>> {
    if goals.len() > 1 {
        let mut seen = Vec::new();
        let mut shared = false;
        for g in &goals {
            let holes = holes_of(b.m, *g);
            shared |= goals.contains(g) && holes.iter().any(|h| seen.contains(h) || goals.contains(h));
            seen.extend(holes);
        }
        if !shared {
            return goals.iter().map(|g| b.state(&[*g])).collect();
        }
        return Ok(vec![b.state(&goals)?]);
    }
    if goals.is_empty() { Ok(vec![]) } else { Ok(vec![b.state(&goals)?]) }
}

/// The holes that the statement of `g` depends on.
fn holes_of(m: &mut Meta, g: MVarId) -> Vec<MVarId> {
    let Some(d) = m.mctx.decl(g).cloned() else { return vec![] };
    let mut out = m.unassigned_mvars(d.ty);
    for l in d.lctx.iter() {
        if m.st.has_expr_mvar(l.ty) {
            out.extend(m.unassigned_mvars(l.ty));
        }
    }
    out
}

/// The goal as a closed statement, `∀ hypotheses, target`, up to bound names, and the number of hypotheses: before and
/// after `intro` the statement is the same.
fn goal_key(m: &mut Meta, g: MVarId) -> Result<(Expr, u32)> {
    let target = turnstile_tactic::goal::target(m, g)?;
    let hyps = hypotheses(m, g);
    let st = m.st.clone();
    let ids: Vec<_> = hyps.iter().map(|d| d.id).collect();
    let mut e = st.abstract_fvars(target, &ids);
    for (i, d) in hyps.iter().enumerate().rev() {
        let ty = m.instantiate(d.ty);
        let ty = st.abstract_fvars(ty, &ids[..i]);
        e = match d.value {
            Some(v) => {
                let v = m.instantiate(v);
                st.let_(d.name, ty, st.abstract_fvars(v, &ids[..i]), e)
            }
            None => st.pi(turnstile_kernel::Binder::new(d.name), ty, e),
        };
    }
    Ok((st.alpha(e), hyps.len() as u32))
}

impl Backend for LeanBackend<'_> {
    type State = ProofState;
    type Action = Action;
    type Key = StateKey;

    fn key(&self, state: &ProofState) -> Self::Key {
        state.key.clone()
    }

    fn candidates(&mut self, state: &ProofState, _given: usize, interrupt: &Interrupt) -> Candidates<Action> {
        self.m.mctx = state.mctx.clone();
        self.m.budget.fuel = self.limits.fuel;
        self.m.budget.deadline = interrupt.deadline();
        let Some(g) = state.goals.first().copied() else { return Candidates::all([]) };
        let mut list = self.policy.candidates(self.m, g).unwrap_or_default();
        list.retain(|r| !self.avoided.iter().any(|(key, action)| *key == state.key && *action == r.action));
        Candidates::all(list.into_iter().map(|r| Candidate::new(r.action, r.log_prob)))
    }

    fn apply(&mut self, state: &ProofState, action: &Action, interrupt: &Interrupt) -> Outcome<ProofState> {
        if self.m.is_out_of_memory() {
            interrupt.cancel_flag().cancel();
            return Outcome::GaveUp;
        }
        if self.m.st.overlay_nodes() > self.limits.terms {
            return Outcome::GaveUp;
        }
        self.drop_caches_if_large();
        self.m.budget.fuel = self.limits.fuel;
        self.m.budget.deadline = interrupt.deadline();
        match self.step(state, action) {
            Ok(children) if children.iter().any(|c| c.key == state.key) => Outcome::Failed,
            Ok(children) if GoalFilter::is_risky(action) && self.some_is_false(&children) => Outcome::Failed,
            Ok(children) => Outcome::Children(children),
            Err(e) if e.is_resource() => Outcome::GaveUp,
            Err(_) => Outcome::Failed,
        }
    }

    fn fingerprint(&mut self, state: &ProofState) -> u128 {
        let mut all = 0u128;
        for (statement, hypotheses) in state.key.iter() {
            let own = self.fingerprints.of(&self.m.st, *statement) ^ u128::from(*hypotheses);
            all = all.rotate_left(13).wrapping_mul(fingerprint::PRIME) ^ own;
        }
        all
    }

    fn show_state(&mut self, state: &ProofState) -> String {
        self.m.mctx = state.mctx.clone();
        let goals: Vec<String> = state.goals.iter().map(|g| self.m.pp_goal(*g)).collect();
        goals.join("\n\n")
    }

    fn show_action(&mut self, state: &ProofState, action: &Action) -> String {
        self.m.mctx = state.mctx.clone();
        self.m.budget.fuel = self.limits.fuel;
        if let Action::Plan(plan) = action {
            return format!("a plan of {} steps", plan.size());
        }
        let Some(first) = state.goals.first() else { return String::new() };
        let Ok(applied) = action.apply(self.m, *first, TextMode::Plain) else { return format!("{action:?}") };
        let step = applied.step.map(|step| Block { step, children: vec![] });
        step.map_or_else(String::new, |block| render(self.m, &block).join("\n"))
    }

    fn estimate(&mut self, state: &ProofState) -> f64 {
        self.m.mctx = state.mctx.clone();
        state.goals.iter().map(|g| self.policy.estimate(self.m, *g)).sum()
    }

    fn features(&self, state: &ProofState, features: &mut Vec<u64>) {
        // The symbols of the target: a goal about new things is worth a look.
        if let Some((k, _)) = state.key.first() {
            self.m.st.any_subterm(*k, |t| {
                if let Node::Const(n, _) = self.m.st.node(t) {
                    use std::hash::{Hash, Hasher};
                    let mut h = rustc_hash::FxHasher::default();
                    n.hash(&mut h);
                    features.push(h.finish());
                }
                false
            });
        }
    }
}

#[cfg(test)]
mod tests;
