//! The calculus and the tactics say the same; a step that fails harms no other state.

use super::*;
use crate::attempt::premises_of;
use crate::elaborated::Elaborated;
use crate::goal::Workspace;
use std::collections::BTreeMap;
use turnstile_policy::HandMade;
use turnstile_policy::candidates::{CandidateSettings, Moves};
use turnstile_search::CancelFlag;
use turnstile_tactic::primitive::Outcome as Step;

const TEXT: &str = "\
theorem logic (p q r : Prop) (h : p ∧ q) (hr : q → r) (k : p ∨ r) (n : ¬ r) : (r ∧ p) ∨ ¬ (q ↔ p) := sorry
theorem sums (n m k : Nat) (h : n + m = k) (e : ∀ x, x * n = k + x) : n + m + 0 = m * n + n * 1 := sorry
theorem sides (a b c : Nat) (h : b = c) : a + (b + c) = b + c + (a + 0) ∧ b + 1 = 1 + b := sorry
theorem lists (α : Type) (xs ys : List α) (h : ys = xs ++ ys) : (xs ++ []) ++ ys = xs ++ ([] ++ ys) := sorry
theorem quantified (p q : Nat → Prop) (h : ∀ n, p n → q n) (k : ∃ n, p n) (z : p 0) : (∀ n, p n ↔ q n) → q 0 := sorry
theorem order (a b c : Nat) (h : a ≤ b) (k : b < c) : a ≤ c ∧ ¬ c ≤ 0 := sorry
theorem functions (f : Nat → Nat) (h : ∀ x y, f (x + y) = f x + f y) (a b : Nat) : f (a + b) + f b = f b + f (b + a) := sorry
theorem options (o : Option Nat) (b : Bool) (h : o = none ∨ b = true) : o.isSome = true → b = true := sorry
theorem decided (a b : Nat) (p : Prop) [Decidable p] (h : a = b) : (if p then a else b) = b := sorry
theorem universes.{u} (α : Type u) (f : α → α) (h : ∀ x, f (f x) = f x) (a : α) : f (f (f a)) = f a := sorry
";

/// What the calculus knew, by kind of action.
#[derive(Default, Debug)]
struct Tally {
    follows: u32,
    fails: u32,
    unknown: u32,
}

fn key_of(m: &mut Meta, goals: &[MVarId]) -> Vec<(Expr, u32)> {
    goals.iter().filter_map(|g| goal_key(m, *g).ok()).collect()
}

#[test]
fn the_calculus_says_what_the_tactics_say() {
    let file = Elaborated::new(TEXT);
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for statement in file.open_statements() {
        let Ok(Workspace { mut m, goal }) = statement.open(&file.terms) else { panic!("not opened") };
        let premises = premises_of(&m);
        let mut calculus = Calculus::default();
        let root = calculus.intern(&m, goal).expect("no holes");
        let mut moves = Moves::new(&mut m, &mut calculus, &premises, root);
        let mut policy = HandMade::new(CandidateSettings::default(), premises);
        let start = m.save();
        let mut todo = vec![root];
        let mut at = 0;
        while at < todo.len() && at < 30 {
            let sequent = todo[at];
            at += 1;
            m.restore(&start);
            let g = primitive::open(&mut m, &calculus, sequent);
            m.budget.fuel = 10_000_000;
            let mut actions: Vec<Action> = moves.of(&mut m, &mut calculus, sequent).to_vec();
            actions.extend(policy.candidates(&mut m, g).unwrap_or_default().into_iter().map(|r| r.action));
            let here = m.save();
            for action in actions.iter().filter(|a| primitive::is_primitive(a)) {
                m.restore(&here);
                m.budget.fuel = 400_000;
                let Ok(step) = calculus.step(&mut m, sequent, action) else { continue };
                m.restore(&here);
                m.budget.fuel = 400_000;
                let applied = action.apply(&mut m, g, TextMode::None);
                let name = format!("{action:?}");
                let kind = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
                let tally = tallies.entry(kind).or_default();
                match step {
                    Step::Unknown => tally.unknown += 1,
                    Step::Fails => {
                        tally.fails += 1;
                        assert!(applied.is_err(), "{name} applies to\n{}", m.pp_goal(g));
                    }
                    Step::Follows(i) => {
                        tally.follows += 1;
                        let Ok(applied) = applied else {
                            m.restore(&here);
                            panic!("{name} does not apply to\n{}", m.pp_goal(g));
                        };
                        let goals = open_goals(&mut m, g, applied.goals, &[]);
                        let theirs = key_of(&mut m, &goals);
                        let premises = calculus.premises(i).to_vec();
                        let opened: Vec<MVarId> =
                            premises.iter().map(|p| primitive::open(&mut m, &calculus, *p)).collect();
                        let names = |m: &Meta, g: MVarId| -> Vec<turnstile_kernel::Name> {
                            hypotheses(m, g).iter().map(|d| d.name).collect()
                        };
                        for (mine, other) in opened.iter().zip(&goals) {
                            assert_eq!(names(&m, *mine), names(&m, *other), "{name}");
                        }
                        assert_eq!(key_of(&mut m, &opened), theirs, "{name} on\n{}", m.pp_goal(g));
                        todo.extend(premises.into_iter().filter(|p| !todo.contains(p)).collect::<Vec<_>>());
                    }
                }
            }
        }
    }
    for kind in
        ["Apply", "Assumption", "Cases", "Constructor", "Induction", "Intro", "Left", "Rewrite", "Rfl"]
    {
        let t = tallies.get(kind).unwrap_or_else(|| panic!("no {kind}: {tallies:?}"));
        // What needs unification or leaves holes is left to the tactics.
        assert!(t.follows > 0 && 8 * (t.follows + t.fails) > t.unknown, "{kind}: {tallies:?}");
    }
}

/// The children that every candidate of a state leads to.
fn children(
    backend: &mut LeanBackend<'_>,
    state: &ProofState,
    actions: &[Action],
) -> Vec<Option<Vec<StateKey>>> {
    let interrupt = Interrupt::new(None, CancelFlag::new());
    actions
        .iter()
        .map(|a| match backend.apply(state, a, &interrupt) {
            Outcome::Children(c) => Some(c.iter().map(|c| c.key.clone()).collect()),
            _ => None,
        })
        .collect()
}

#[test]
fn a_step_that_runs_out_harms_no_other() {
    let file = Elaborated::new(TEXT);
    for statement in file.open_statements() {
        let mut results = Vec::new();
        for disturbed in [false, true] {
            let Ok(Workspace { mut m, goal }) = statement.open(&file.terms) else { panic!("not opened") };
            let mut policy = HandMade::new(CandidateSettings::default(), premises_of(&m));
            m.budget.fuel = 10_000_000;
            let actions: Vec<Action> =
                policy.candidates(&mut m, goal).unwrap_or_default().into_iter().map(|r| r.action).collect();
            let mut backend = LeanBackend::new(&mut m, &mut policy);
            let Ok(state) = backend.state(&[goal]) else { panic!("no state") };
            if disturbed {
                let full = backend.limits.fuel;
                for fuel in [0, 3, 40, 700] {
                    backend.limits.fuel = fuel;
                    children(&mut backend, &state, &actions);
                }
                backend.limits.fuel = full;
            }
            let found = children(&mut backend, &state, &actions);
            // Terms are numbers of one store: they are compared as text.
            let mut shown: Vec<Option<Vec<String>>> = Vec::new();
            for children in found {
                // The numbers of holes are not the same.
                let st = &backend.m.st;
                let closed = |k: &&(Expr, u32)| !st.has_mvar(k.0);
                let keys = children
                    .map(|c| c.iter().flat_map(|k| k.iter().filter(closed).copied()).collect::<Vec<_>>());
                shown
                    .push(keys.map(|k| k.iter().map(|(e, n)| format!("{n} {}", backend.m.pp(*e))).collect()));
            }
            results.push(shown);
        }
        assert_eq!(results[0], results[1]);
        assert!(results[0].iter().any(Option::is_some));
    }
}

#[test]
fn the_bound_on_memory_ends_a_search() {
    let file = Elaborated::new(TEXT);
    let statement = file.open_statements().next().expect("a statement");
    let Ok(Workspace { mut m, goal }) = statement.open(&file.terms) else { panic!("not opened") };
    let mut policy = HandMade::new(CandidateSettings::default(), premises_of(&m));
    m.budget.terms = Some(m.st.overlay_nodes());
    let cancel = CancelFlag::new();
    let interrupt = Interrupt::new(None, cancel.clone());
    let mut backend = LeanBackend::new(&mut m, &mut policy);
    let Ok(state) = backend.state(&[goal]) else { panic!("no state") };
    backend.m.st.nat_u64(123_456_789);
    let outcome = backend.apply(&state, &Action::Assumption, &interrupt);
    assert!(matches!(outcome, Outcome::GaveUp) && cancel.is_cancelled());
}
