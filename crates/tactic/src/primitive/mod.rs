//! Primitive steps: the rules of natural deduction, rewriting, case distinction and induction, on goals by number.
//!
//! A goal without holes is a sequent: a context and a target. Equal sequents are one number ([`SequentId`]), contexts too, and
//! so are the answers: what a step makes of a sequent is worked out once ([`Calculus::step`]). No step here unifies, infers
//! types of large terms, builds text or makes a metavariable. A state of a proof ([`State`]) is two numbers, so a fork is a
//! copy. The proof term is written when somebody wants it ([`Calculus::term`]), from what each step noted down
//! ([`Inference`]).
//!
//! A step does exactly what the tactic of the same [`Action`] does, or says that it does not know
//! ([`Outcome::Unknown`]): then the tactic is to be asked. The search asks here first, so it profits from every rule.

mod apply;
mod context;
mod derivation;
mod eliminate;
mod inference;
mod logic;
mod matching;
mod rewrite;

pub use context::{Context, ContextId};
pub use derivation::{Mark, State};
pub use inference::Inference;

use crate::action::{Action, Fact, hypotheses};
use context::Contexts;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::rc::Rc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, MVarId, Name};

/// The number of a sequent.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct SequentId(u32);

/// A goal without holes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Sequent {
    /// Its hypotheses.
    pub context: ContextId,
    /// What is to be proved.
    pub target: Expr,
}

/// The number of an inference.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct InferenceId(u32);

/// What a step makes of a sequent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It follows from the premises of this inference.
    Follows(InferenceId),
    /// The tactic fails.
    Fails,
    /// It takes the tactic to find out.
    Unknown,
}

/// The premises of an inference.
pub type Premises = SmallVec<[SequentId; 2]>;

/// What a rule found out.
pub(crate) enum Found {
    Follows(Inference, Premises),
    Fails,
    Unknown,
}

/// Sequents, inferences, and what was found out about them, for one store of terms.
#[derive(Default)]
pub struct Calculus {
    contexts: Contexts,
    sequents: Vec<Sequent>,
    index: FxHashMap<Sequent, SequentId>,
    inferences: Vec<(Inference, Premises)>,
    known: FxHashMap<(SequentId, Action), Outcome>,
    /// Steps that were worked out, not remembered.
    computed: u64,
    equations: FxHashMap<Expr, Option<Rc<rewrite::Equation>>>,
    clauses: FxHashMap<Expr, Option<Rc<apply::Clause>>>,
    constants: FxHashMap<Name, Option<(Expr, Expr)>>,
    mismatches: FxHashMap<(Expr, Expr, bool), matching::Match>,
    reflexive: FxHashMap<Expr, Option<bool>>,
    no_relation: FxHashMap<Name, bool>,
    forms: FxHashMap<Expr, Option<matching::Form>>,
    independent: FxHashMap<Expr, Rc<[bool]>>,
    plans: FxHashMap<(ContextId, u32, bool), Option<Rc<eliminate::Plan>>>,
    target_args: FxHashMap<Expr, Option<usize>>,
    cells: Vec<derivation::Cell>,
    trail: Vec<derivation::Done>,
}

impl Calculus {
    /// The sequent of the open goal `g`; `None` if it has holes.
    pub fn intern(&mut self, m: &Meta, g: MVarId) -> Option<SequentId> {
        let d = m.mctx.decl(g)?;
        let target = m.instantiate(d.ty);
        if m.st.has_mvar(target) {
            return None;
        }
        let context = self.contexts.of(m, &d.lctx)?;
        Some(self.sequent(Sequent { context, target }))
    }

    /// The number of a sequent.
    pub(crate) fn sequent(&mut self, s: Sequent) -> SequentId {
        if let Some(id) = self.index.get(&s) {
            return *id;
        }
        let id = SequentId(self.sequents.len() as u32);
        self.sequents.push(s);
        self.index.insert(s, id);
        id
    }

    /// The sequent with this number.
    #[must_use]
    pub fn get(&self, s: SequentId) -> Sequent {
        self.sequents[s.0 as usize]
    }

    /// The context with this number.
    #[must_use]
    pub fn context(&self, c: ContextId) -> &Context {
        self.contexts.get(c)
    }

    /// The premises of an inference.
    #[must_use]
    pub fn premises(&self, i: InferenceId) -> &[SequentId] {
        &self.inferences[i.0 as usize].1
    }

    /// How many sequents there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sequents.len()
    }

    /// Whether there is no sequent yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sequents.is_empty()
    }

    /// How many steps were worked out; asking again for one is not counted.
    #[must_use]
    pub fn computed(&self) -> u64 {
        self.computed
    }

    /// What `action` makes of `s`.
    ///
    /// # Errors
    /// When the budget of `m` ends; nothing is remembered then.
    pub fn step(&mut self, m: &mut Meta, s: SequentId, action: &Action) -> Result<Outcome> {
        if !is_primitive(action) {
            return Ok(Outcome::Unknown);
        }
        let key = (s, action.clone());
        if let Some(o) = self.known.get(&key) {
            return Ok(*o);
        }
        m.tick()?;
        self.computed += 1;
        let lctx = std::mem::replace(&mut m.lctx, self.contexts.get(self.get(s).context).lctx.clone());
        let found = self.find_out(m, s, action);
        m.lctx = lctx;
        let outcome = match found? {
            Found::Fails => Outcome::Fails,
            Found::Unknown => Outcome::Unknown,
            Found::Follows(inference, premises) => {
                let id = InferenceId(self.inferences.len() as u32);
                self.inferences.push((inference, premises));
                Outcome::Follows(id)
            }
        };
        self.known.insert(key, outcome);
        Ok(outcome)
    }

    fn find_out(&mut self, m: &mut Meta, s: SequentId, action: &Action) -> Result<Found> {
        let goal = self.get(s);
        match action {
            Action::Intro(n) => self.intro(m, goal, *n),
            Action::Assumption => self.assumption(m, goal),
            Action::Rfl => self.rfl(m, goal),
            Action::Exfalso => Ok(self.exfalso(m, goal)),
            Action::Constructor => Ok(self.constructor(m, goal)),
            Action::Left => Ok(self.disjunct(m, goal, false)),
            Action::Right => Ok(self.disjunct(m, goal, true)),
            Action::Apply(f) => self.apply(m, goal, *f),
            Action::Rewrite { rule, symm, at: None } => self.rewrite(m, goal, *rule, *symm),
            Action::Cases(h) => self.eliminate(m, goal, h.0, false),
            Action::Induction { major, generalizing } if generalizing.is_empty() => {
                self.eliminate(m, goal, major.0, true)
            }
            _ => Ok(Found::Unknown),
        }
    }

    /// The proof of a fact: a variable, or a constant with its universe parameters as they are declared.
    fn proof_of(&mut self, m: &Meta, goal: Sequent, fact: Fact) -> Option<(Expr, Expr)> {
        match fact {
            Fact::Hyp(h) => {
                let context = self.contexts.get(goal.context);
                let d = context.hyps.get(h.0 as usize)?;
                let newest = context.hyps.iter().rev().find(|k| k.name == d.name).map(|k| k.id);
                // A script could not name it.
                if turnstile_elab::meta::is_inaccessible(d.name) || newest != Some(d.id) {
                    return None;
                }
                Some((m.st.fvar(d.id), d.ty))
            }
            Fact::Const(n) => self.constant(m, n),
        }
    }

    /// A constant, its universe parameters as they are declared, and its type.
    fn constant(&mut self, m: &Meta, n: Name) -> Option<(Expr, Expr)> {
        *self.constants.entry(n).or_insert_with(|| {
            let c = m.env.get(n)?;
            let levels: Vec<_> = c.cval().level_params.iter().map(|p| m.st.l_param(*p)).collect();
            Some((m.st.const_(n, &levels), c.ty()))
        })
    }
}

/// Whether there is a rule for such an action; whether it knows the answer is another question.
#[must_use]
pub fn is_primitive(action: &Action) -> bool {
    match action {
        Action::Intro(_)
        | Action::Assumption
        | Action::Rfl
        | Action::Exfalso
        | Action::Constructor
        | Action::Left
        | Action::Right
        | Action::Apply(_)
        | Action::Rewrite { at: None, .. }
        | Action::Cases(_) => true,
        Action::Induction { generalizing, .. } => generalizing.is_empty(),
        _ => false,
    }
}

/// The sequent as an ordinary goal, in the metavariable context of `m`.
pub fn open(m: &mut Meta, calculus: &Calculus, s: SequentId) -> MVarId {
    let goal = calculus.get(s);
    let lctx = calculus.context(goal.context).lctx.clone();
    let (_, g) = crate::goal::new_goal_in(m, lctx, goal.target, Name::anon());
    debug_assert_eq!(hypotheses(m, g).len(), calculus.context(goal.context).hyps.len());
    g
}
