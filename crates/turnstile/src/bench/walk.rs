//! Random walks through proof states: how many steps a second an agent gets that learns from them.
//!
//! A step counts only if the kernel accepts what it did: the term that was put in the goal's place, its open holes taken as
//! assumptions, has the goal's type.

use crate::attempt::premises_of;
use crate::backend::open_goals;
use crate::directives::Directives;
use crate::elaborated::Elaborated;
use crate::goal::{Statement, Workspace};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;
use turnstile_clock::now;
use turnstile_elab::command::DeclKind;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, FVarId, MVarId, Name, Node, TypeChecker};
use turnstile_policy::candidates::CandidateSettings;
use turnstile_policy::{HandMade, Policy, PremiseIndex};
use turnstile_refute::Rng;
use turnstile_tactic::action::{Action, TextMode};

/// Limits of the walks through one file.
#[derive(Clone, Debug)]
pub struct WalkSettings {
    /// Seconds on the clock of the thread.
    pub seconds: f64,
    /// Steps of one walk.
    pub depth: usize,
    /// Walks from one theorem before the next.
    pub walks: usize,
    /// Reduction steps of one action.
    pub fuel: u64,
    /// Start of the random numbers.
    pub seed: u64,
}

impl Default for WalkSettings {
    fn default() -> WalkSettings {
        WalkSettings { seconds: 10.0, depth: 12, walks: 4, fuel: 400_000, seed: 1 }
    }
}

/// What became of the actions of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KindCounts {
    /// Tried.
    pub tried: u64,
    /// Applied.
    pub applied: u64,
    /// Applied, and accepted by the kernel.
    pub checked: u64,
    /// Applied, and refused by the kernel: a fault of the tactic.
    pub refused: u64,
    /// Seconds for them, checks included.
    pub seconds: f64,
}

/// What became of all actions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WalkCounts {
    /// Walks.
    pub walks: u64,
    /// Walks that ended in a proof.
    pub proofs: u64,
    /// Seconds in all: for listing actions, applying them, and checking.
    pub seconds: f64,
    /// By kind of action.
    pub kinds: BTreeMap<String, KindCounts>,
}

impl WalkCounts {
    /// The sum over all kinds.
    #[must_use]
    pub fn total(&self) -> KindCounts {
        let mut sum = KindCounts::default();
        for k in self.kinds.values() {
            sum.tried += k.tried;
            sum.applied += k.applied;
            sum.checked += k.checked;
            sum.refused += k.refused;
            sum.seconds += k.seconds;
        }
        sum
    }

    /// Checked steps for each second of all.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.total().checked as f64 / self.seconds.max(1e-9)
    }

    /// Adds the counts of another file.
    pub fn add(&mut self, other: &WalkCounts) {
        self.walks += other.walks;
        self.proofs += other.proofs;
        self.seconds += other.seconds;
        for (name, k) in &other.kinds {
            let mine = self.kinds.entry(name.clone()).or_default();
            mine.tried += k.tried;
            mine.applied += k.applied;
            mine.checked += k.checked;
            mine.refused += k.refused;
            mine.seconds += k.seconds;
        }
    }
}

/// Walks from the open theorems of a file, in turn, until the time is up.
#[must_use]
pub fn walk(text: &str, settings: &WalkSettings) -> WalkCounts {
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
    let mut counts = WalkCounts::default();
    let mut rng = Rng::new(settings.seed);
    if statements.is_empty() {
        return counts;
    }
    let mut spent = Duration::ZERO;
    let mut indexes: Vec<Option<PremiseIndex>> = vec![None; statements.len()];
    for (s, index) in (0..).map(|i| i % statements.len()).map(|i| (&statements[i], i)) {
        // Reading the statement is no step; nor is it free of charge for ever.
        let Ok(Workspace { mut m, goal }) = s.open(&file.terms) else { return counts };
        let premises = indexes[index].get_or_insert_with(|| premises_of(&m)).clone();
        let mut policy = HandMade::new(CandidateSettings::default(), premises);
        let start = now();
        for _ in 0..settings.walks {
            let saved = m.save();
            counts.walks += 1;
            if one_walk(&mut m, goal, &mut policy, settings, &mut rng, &mut counts).unwrap_or(false) {
                counts.proofs += 1;
            }
            m.restore(&saved);
        }
        spent += now().saturating_duration_since(start).max(Duration::from_micros(10));
        if spent.as_secs_f64() >= settings.seconds {
            break;
        }
    }
    counts.seconds = spent.as_secs_f64();
    counts
}

/// One walk; whether it ended in a proof.
fn one_walk(
    m: &mut Meta,
    root: MVarId,
    policy: &mut HandMade,
    settings: &WalkSettings,
    rng: &mut Rng,
    counts: &mut WalkCounts,
) -> Result<bool> {
    let mut goals = vec![root];
    for _ in 0..settings.depth {
        let Some((first, rest)) = goals.split_first() else { return Ok(true) };
        m.budget.fuel = settings.fuel;
        let mut list: Vec<Action> = policy.candidates(m, *first)?.into_iter().map(|r| r.action).collect();
        let mut next = None;
        // A few tries at each state: most actions do not apply.
        for _ in 0..8 {
            if list.is_empty() {
                break;
            }
            let action = list.swap_remove(rng.below(list.len() as u64) as usize);
            let saved = m.save();
            let start = now();
            m.budget.fuel = settings.fuel;
            let kind = counts.kinds.entry(kind_of(&action)).or_default();
            kind.tried += 1;
            let applied = action.apply(m, *first, TextMode::None);
            if let Ok(applied) = applied {
                kind.applied += 1;
                match is_accepted(m, *first) {
                    Some(true) => kind.checked += 1,
                    Some(false) => kind.refused += 1,
                    None => {}
                }
                next = Some(open_goals(m, *first, applied.goals, rest));
            } else {
                m.restore(&saved);
            }
            kind.seconds += now().saturating_duration_since(start).as_secs_f64();
            if next.is_some() {
                break;
            }
        }
        let Some(open) = next else { return Ok(false) };
        goals = open;
    }
    Ok(goals.is_empty())
}

/// The name of the variant.
pub(super) fn kind_of(action: &Action) -> String {
    let text = format!("{action:?}");
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

/// Whether the kernel accepts what was put in the place of `goal`, open holes taken as assumptions. `None` where that
/// cannot be asked: a universe is open, or a hole depends on a local definition.
fn is_accepted(m: &mut Meta, goal: MVarId) -> Option<bool> {
    let decl = m.mctx.decl(goal)?.clone();
    let st = m.st.clone();
    let env = m.env.kernel.clone();
    let mut tc = TypeChecker::new(&env, &st);
    tc.set_steps(2_000_000);
    let mut holes = Holes { known: FxHashMap::default(), order: Vec::new() };
    let term = holes.fill(m, st.mvar(goal))?;
    let ty = holes.fill(m, decl.ty)?;
    let mut locals = Vec::new();
    for l in decl.lctx.iter() {
        let value = match l.value {
            Some(v) => Some(holes.fill(m, v)?),
            None => None,
        };
        locals.push((l.id, holes.fill(m, l.ty)?, value));
    }
    for (id, ty, value) in locals {
        tc.declare_local(id, ty, value);
    }
    for (id, ty) in &holes.order {
        tc.declare_local(*id, *ty, None);
    }
    let found = tc.check(term).ok();
    Some(found.is_some_and(|found| tc.def_eq(found, ty).unwrap_or(false)))
}

/// Terms in the place of holes: a hole is a function, of which nothing is known, of the variables that its value may use. So a
/// hole in the statement and what a case distinction makes of it (a delayed assignment: the hole at other values of the
/// variables) are the same function at different arguments.
struct Holes {
    known: FxHashMap<MVarId, Expr>,
    /// The functions with their types, each after those it depends on.
    order: Vec<(FVarId, Expr)>,
}

impl Holes {
    fn fill(&mut self, m: &mut Meta, e: Expr) -> Option<Expr> {
        let e = m.instantiate(e);
        if m.st.has_level_mvar(e) {
            return None;
        }
        for hole in m.direct_mvars(e) {
            if !self.known.contains_key(&hole) {
                let value = turnstile_kernel::with_stack(|| self.value(m, hole))?;
                self.known.insert(hole, value);
            }
        }
        let known = &self.known;
        Some(m.st.replace(e, |t, _| match m.st.node(t) {
            Node::MVar(h) => known.get(&h).copied(),
            _ => None,
        }))
    }

    fn value(&mut self, m: &mut Meta, hole: MVarId) -> Option<Expr> {
        let st = m.st.clone();
        if let Some(delayed) = m.mctx.delayed(hole).cloned() {
            let inner = m.mctx.decl(delayed.inner)?.lctx.clone();
            let body = self.fill(m, st.mvar(delayed.inner))?;
            return self.bind(m, &inner, &delayed.fvars, body, true);
        }
        let d = m.mctx.decl(hole)?.clone();
        let ids: Vec<FVarId> = d.lctx.iter().map(|l| l.id).collect();
        let ty = self.fill(m, d.ty)?;
        let ty = self.bind(m, &d.lctx, &ids, ty, false)?;
        let function = st.fresh_fvar();
        self.order.push((function, ty));
        let xs: Vec<Expr> = ids.iter().map(|x| st.fvar(*x)).collect();
        Some(st.apps(st.fvar(function), &xs))
    }

    /// `fun ids => body` or `∀ ids, body`, for variables of `lctx`.
    fn bind(
        &mut self,
        m: &mut Meta,
        lctx: &turnstile_elab::LocalContext,
        ids: &[FVarId],
        body: Expr,
        lambda: bool,
    ) -> Option<Expr> {
        let st = m.st.clone();
        let mut r = st.abstract_fvars(body, ids);
        for (i, x) in ids.iter().enumerate().rev() {
            let l = lctx.get(*x)?.clone();
            if l.value.is_some() {
                return None;
            }
            let ty = st.abstract_fvars(self.fill(m, l.ty)?, &ids[..i]);
            let b = turnstile_kernel::Binder::with_info(l.name, l.info);
            r = if lambda { st.lam(b, ty, r) } else { st.pi(b, ty, r) };
        }
        Some(r)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_counted_and_checked() {
        let text = "theorem a (p q : Prop) (h : p ∧ q) : q ∧ p := sorry\n\
                    theorem b (n m : Nat) : n + m = m + n := sorry\n\
                    theorem c (α : Type) (xs : List α) : xs ++ [] = xs := sorry\n";
        let settings = WalkSettings { seconds: 0.5, walks: 10, ..WalkSettings::default() };
        let counts = walk(text, &settings);
        let total = counts.total();
        assert_eq!(total.refused, 0, "{counts:?}");
        assert!(total.checked > 20 && total.checked * 2 > total.applied, "{total:?}");
        assert!(total.applied <= total.tried && counts.proofs <= counts.walks);
        assert!(counts.kinds.contains_key("Cases") && counts.rate() > 0.0, "{counts:?}");
    }

    #[test]
    fn case_distinctions_below_holes_are_accepted() {
        // The witness is a hole of the statement when hypotheses are taken apart.
        let text = "theorem a (p : Nat → Nat → Prop) (n : Nat) (q r : Prop) (k : q ∨ r) (h : p n 0 ∨ p n 1) : \
                    ∃ m, p n m ∨ m = n := sorry\n";
        let settings = WalkSettings { seconds: 0.5, walks: 60, ..WalkSettings::default() };
        let counts = walk(text, &settings);
        let cases = counts.kinds["Cases"];
        assert_eq!(counts.total().refused, 0, "{counts:?}");
        assert!(cases.checked > 10 && counts.kinds.contains_key("ExistsHole"), "{counts:?}");
    }

    #[test]
    fn a_file_without_open_theorems_has_no_steps() {
        assert_eq!(
            walk("theorem a : True := trivial", &WalkSettings::default()).total(),
            KindCounts::default()
        );
    }
}
