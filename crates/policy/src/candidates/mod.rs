//! The candidate enumerator and the hand-made priors.
//!
//! Each file lists the candidates of one kind; a candidate's prior is its weight divided by the sum of all weights, as a
//! logarithm. The weights say how often a step of that kind is the right one on a goal of that shape.

mod arithmetic;
mod closers;
mod equations;
mod induction;
mod logic;
mod moves;
mod residues;
mod view;

pub use equations::functions;
pub use induction::{dependents, generalizable};
pub use moves::Moves;
pub use view::{GoalView, Hyp, inductive};

use crate::premises::PremiseIndex;
use rustc_hash::FxHashSet;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::MVarId;
use turnstile_tactic::action::Action;

/// An action with the natural logarithm of its prior probability.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// What to try.
    pub action: Action,
    /// At most 0.
    pub log_prob: f64,
}

/// What the search asks: which actions are worth trying on a goal, and how likely each is the right one.
pub trait Policy {
    /// The candidates for the open goal `g`, best first. `m` is put back as it was.
    ///
    /// # Errors
    /// When the budget of `m` ends.
    fn candidates(&mut self, m: &mut Meta, g: MVarId) -> Result<Vec<Ranked>>;

    /// The hand-made probability of an action among the candidates that were listed last, as a logarithm, where the list has
    /// another one.
    fn prior(&self, _action: &Action) -> Option<f64> {
        None
    }

    /// Estimated cost in nats of closing `g`.
    fn estimate(&mut self, m: &mut Meta, g: MVarId) -> f64;
}

/// Limits of the enumerator.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct CandidateSettings {
    /// Library theorems to apply.
    pub apply: usize,
    /// Library theorems to rewrite with.
    pub rewrite: usize,
    /// Library theorems that count as relevant.
    pub relevant: usize,
    /// Goals larger than this many symbols get no candidates that make them larger.
    pub max_size: u32,
    /// Whether classical case distinctions are tried.
    pub classical: bool,
}

impl Default for CandidateSettings {
    fn default() -> Self {
        CandidateSettings { apply: 12, rewrite: 16, relevant: 48, max_size: 600, classical: true }
    }
}

/// The hand-made policy.
pub struct HandMade {
    settings: CandidateSettings,
    premises: PremiseIndex,
}

impl HandMade {
    /// A policy that knows these premises.
    #[must_use]
    pub fn new(settings: CandidateSettings, premises: PremiseIndex) -> HandMade {
        HandMade { settings, premises }
    }
}

/// Candidates with unnormalised weights, duplicates dropped.
pub(crate) struct List {
    items: Vec<(Action, f64)>,
    seen: FxHashSet<Action>,
}

impl List {
    pub(crate) fn push(&mut self, weight: f64, action: Action) {
        if self.seen.insert(action.clone()) {
            self.items.push((action, weight));
        }
    }
}

impl Policy for HandMade {
    fn candidates(&mut self, m: &mut Meta, g: MVarId) -> Result<Vec<Ranked>> {
        let view = GoalView::new(m, g)?;
        let mut list = List { items: Vec::new(), seen: FxHashSet::default() };
        let lctx = m.lctx.clone();
        m.lctx.clone_from(&view.lctx);
        let r = (|| {
            logic::candidates(m, &view, &self.settings, &mut list)?;
            if matches!(list.items.as_slice(), [(Action::Intro(_), _)]) {
                return Ok(());
            }
            arithmetic::candidates(m, &view, &mut list);
            closers::candidates(m, &view, &self.settings, &self.premises, &mut list);
            equations::candidates(m, &view, &self.settings, &self.premises, &mut list)?;
            induction::candidates(m, &view, &self.settings, &mut list)
        })();
        m.lctx = lctx;
        r?;
        let total: f64 = list.items.iter().map(|i| i.1).sum();
        let mut out: Vec<Ranked> = list
            .items
            .into_iter()
            .map(|(action, w)| Ranked { action, log_prob: (w / total).ln().min(0.0) })
            .collect();
        // The sort is stable: equal weights keep the order they were listed in.
        out.sort_by(|a, b| b.log_prob.total_cmp(&a.log_prob));
        Ok(out)
    }

    fn estimate(&mut self, m: &mut Meta, g: MVarId) -> f64 {
        // Small goals with few hypotheses are nearer to done; the scale is nats per symbol.
        GoalView::new(m, g).map_or(0.0, |v| 0.02 * f64::from(v.size.min(400)))
    }
}
