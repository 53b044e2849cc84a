//! Random walks by primitive steps, with the calculus that the search uses.
//!
//! A step is one action that was applied to the first open goal of a state and gave a new state. When a walk closes all
//! goals, the kernel checks the whole proof; with [`Checks::All`] it checks what every walk came to, the open goals taken as
//! assumptions.

use super::walk::{KindCounts, kind_of};
use crate::attempt::premises_of;
use crate::directives::Directives;
use crate::elaborated::Elaborated;
use crate::goal::{Statement, Workspace};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use turnstile_clock::now;
use turnstile_elab::command::DeclKind;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, FVarId, Name, TypeChecker};
use turnstile_policy::candidates::Moves;
use turnstile_refute::Rng;
use turnstile_tactic::primitive::{Calculus, Outcome, SequentId, State};

/// Which proofs the kernel checks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Checks {
    /// Those of closed goals.
    Closed,
    /// Those of all walks, the open goals taken as assumptions.
    All,
}

/// Limits of the walks through one file.
#[derive(Clone, Debug)]
pub struct PrimitiveSettings {
    /// Seconds on the clock of the thread.
    pub seconds: f64,
    /// Steps of one walk.
    pub depth: usize,
    /// Start of the random numbers.
    pub seed: u64,
    /// Which proofs are checked.
    pub checks: Checks,
    /// Terms in a store before it is dropped, with all that was found out in it.
    pub terms: usize,
}

impl Default for PrimitiveSettings {
    fn default() -> PrimitiveSettings {
        PrimitiveSettings { seconds: 10.0, depth: 12, seed: 1, checks: Checks::Closed, terms: 6_000_000 }
    }
}

/// What came of the walks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PrimitiveCounts {
    /// Walks.
    pub walks: u64,
    /// Walks that closed all goals.
    pub proofs: u64,
    /// Proofs that the kernel checked, and accepted.
    pub accepted: u64,
    /// Proofs that the kernel refused: a fault of a rule.
    pub refused: u64,
    /// Steps that were worked out for the first time; the others were looked up.
    pub computed: u64,
    /// Different goals.
    pub goals: u64,
    /// Seconds in all: listing, applying, failing, writing proofs, checking them.
    pub seconds: f64,
    /// Of these, for writing and checking proofs.
    pub check_seconds: f64,
    /// By kind of action; `checked` counts the steps of walks that were not refused.
    pub kinds: BTreeMap<String, KindCounts>,
}

impl PrimitiveCounts {
    /// Steps that were applied.
    #[must_use]
    pub fn applied(&self) -> u64 {
        self.kinds.values().map(|k| k.applied).sum()
    }

    /// Steps for each second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.applied() as f64 / self.seconds.max(1e-9)
    }

    /// Steps that were worked out, successful or not, for each second.
    #[must_use]
    pub fn computed_rate(&self) -> f64 {
        self.computed as f64 / self.seconds.max(1e-9)
    }
}

/// Walks from the open theorems of a file, each for its share of the time.
#[must_use]
pub fn primitive_walk(text: &str, settings: &PrimitiveSettings) -> PrimitiveCounts {
    let file = Elaborated::new(text);
    let (directives, _) = Directives::parse(text);
    let mut statements: Vec<Statement> = file.open_statements().collect();
    for s in &mut statements {
        for r in file.records.iter().filter(|r| directives.isolate && r.kind == DeclKind::Theorem) {
            s.env.ext.hidden.insert(r.name, ());
        }
        for name in &directives.without {
            s.env.ext.hidden.insert(Name::new(name), ());
        }
    }
    let mut counts = PrimitiveCounts::default();
    let mut rng = Rng::new(settings.seed);
    let share = Duration::from_secs_f64(settings.seconds / statements.len().max(1) as f64);
    for s in &statements {
        let mut left = share;
        while !left.is_zero() {
            let Ok(Workspace { mut m, goal }) = s.open(&file.terms) else { break };
            let premises = premises_of(&m);
            let start = now();
            let mut calculus = Calculus::default();
            let Some(root) = calculus.intern(&m, goal) else { break };
            let moves = Moves::new(&mut m, &mut calculus, &premises, root);
            let mut walker = Walker {
                m,
                calculus,
                moves,
                root,
                settings,
                rng: &mut rng,
                counts: &mut counts,
                kinds: vec![],
            };
            walker.run(start, left);
            walker.finish();
            let spent = now().saturating_duration_since(start).max(Duration::from_micros(10));
            counts.seconds += spent.as_secs_f64();
            left = left.saturating_sub(spent);
        }
    }
    counts
}

struct Walker<'a> {
    m: Meta,
    calculus: Calculus,
    moves: Moves,
    root: SequentId,
    settings: &'a PrimitiveSettings,
    rng: &'a mut Rng,
    counts: &'a mut PrimitiveCounts,
    /// Kinds of actions with tried and applied ones, by the number of the variant.
    kinds: Vec<(std::mem::Discriminant<turnstile_tactic::action::Action>, String, KindCounts)>,
}

/// Tries at one state before a walk ends.
const TRIES: usize = 8;

impl Walker<'_> {
    fn run(&mut self, start: Instant, limit: Duration) {
        let first = self.calculus.start(self.root);
        let mark = self.calculus.mark();
        while now().saturating_duration_since(start) < limit
            && self.m.st.overlay_nodes() < self.settings.terms
        {
            self.counts.walks += 1;
            let Ok(end) = self.walk(first) else { return };
            let closed = self.calculus.first(end).is_none();
            self.counts.proofs += u64::from(closed);
            if closed || self.settings.checks == Checks::All {
                let start = now();
                match is_accepted(&mut self.m, &self.calculus, self.root, end) {
                    Ok(true) => self.counts.accepted += 1,
                    Ok(false) => self.counts.refused += 1,
                    Err(_) => {}
                }
                self.counts.check_seconds += now().saturating_duration_since(start).as_secs_f64();
            }
            self.calculus.forget(mark);
        }
    }

    /// One walk; the state it came to.
    fn walk(&mut self, first: State) -> Result<State> {
        let mut state = first;
        for _ in 0..self.settings.depth {
            let Some(goal) = self.calculus.first(state) else { break };
            self.m.budget.fuel = 100_000;
            let list = self.moves.of(&mut self.m, &mut self.calculus, goal);
            if list.is_empty() {
                break;
            }
            let mut next = None;
            for _ in 0..TRIES {
                let action = &list[self.rng.below(list.len() as u64) as usize];
                let outcome = self.calculus.step(&mut self.m, goal, action)?;
                let variant = std::mem::discriminant(action);
                let at = match self.kinds.iter().position(|k| k.0 == variant) {
                    Some(at) => at,
                    None => {
                        self.kinds.push((variant, kind_of(action), KindCounts::default()));
                        self.kinds.len() - 1
                    }
                };
                let count = &mut self.kinds[at].2;
                count.tried += 1;
                if let Outcome::Follows(i) = outcome
                    && !self.calculus.premises(i).contains(&goal)
                {
                    count.applied += 1;
                    next = Some(self.calculus.after(state, i));
                    break;
                }
            }
            let Some(next) = next else { break };
            state = next;
        }
        Ok(state)
    }

    fn finish(self) {
        self.counts.computed += self.calculus.computed();
        self.counts.goals += self.calculus.len() as u64;
        for (_, name, k) in self.kinds {
            let sum = self.counts.kinds.entry(name).or_default();
            sum.tried += k.tried;
            sum.applied += k.applied;
            sum.checked += k.applied;
        }
    }
}

/// Whether the kernel accepts the proof of `root` that led to `state`, with a constant for each open goal that proves it from
/// the hypotheses it has beyond those of `root`.
///
/// # Errors
/// When the budget ends while the proof is written.
pub fn is_accepted(m: &mut Meta, calculus: &Calculus, root: SequentId, state: State) -> Result<bool> {
    m.budget.fuel = 1_000_000;
    let st = m.st.clone();
    let goal = calculus.get(root);
    let outer = calculus.context(goal.context).lctx.clone();
    let mut holes: Vec<(FVarId, Expr)> = Vec::new();
    let proof = calculus.term(m, root, state, &mut |m, open| {
        let open = calculus.get(open);
        let own: Vec<_> =
            calculus.context(open.context).lctx.iter().filter(|d| !outer.contains(d.id)).cloned().collect();
        let ids: Vec<FVarId> = own.iter().map(|d| d.id).collect();
        let mut ty = m.st.abstract_fvars(open.target, &ids);
        for (i, d) in own.iter().enumerate().rev() {
            let dom = m.st.abstract_fvars(d.ty, &ids[..i]);
            ty = m.st.pi(turnstile_kernel::Binder::new(d.name), dom, ty);
        }
        let hole = m.st.fresh_fvar();
        holes.push((hole, ty));
        let xs: Vec<Expr> = ids.iter().map(|x| m.st.fvar(*x)).collect();
        m.st.apps(m.st.fvar(hole), &xs)
    })?;
    let env = m.env.kernel.clone();
    let mut tc = TypeChecker::new(&env, &st);
    tc.set_steps(2_000_000);
    for d in outer.iter() {
        tc.declare_local(d.id, d.ty, d.value);
    }
    for (hole, ty) in holes {
        tc.declare_local(hole, ty, None);
    }
    let found = tc.check(proof).ok();
    Ok(found.is_some_and(|ty| tc.def_eq(ty, goal.target).unwrap_or(false)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "theorem a (p q r : Prop) (h : p ∧ q) (hr : q → r) (k : p ∨ r) : (r ∧ p) ∨ ¬ q := sorry\n\
         theorem b (n m k : Nat) (h : n + m = k) : n + m + 0 = m + n * 1 := sorry\n\
         theorem c (α : Type) (xs ys : List α) : (xs ++ []) ++ ys = xs ++ ys := sorry\n\
         theorem d (p q : Nat → Prop) (h : ∀ n, p n → q n) (k : ∃ n, p n) : (∀ n, p n ↔ q n) → q 0 := sorry\n";

    #[test]
    fn the_kernel_accepts_every_walk() {
        let settings =
            PrimitiveSettings { seconds: 1.0, checks: Checks::All, ..PrimitiveSettings::default() };
        let counts = primitive_walk(TEXT, &settings);
        assert_eq!((counts.refused, counts.accepted), (0, counts.walks), "{counts:?}");
        assert!(counts.proofs > 0 && counts.walks > 40, "{counts:?}");
        for kind in ["Rewrite", "Apply", "Cases", "Induction", "Intro", "Constructor", "Rfl", "Left"] {
            assert!(counts.kinds.get(kind).is_some_and(|k| k.applied > 0), "{kind}: {counts:?}");
        }
    }
}
