//! Proof states: canonical forms, independence, and proofs built step by step that the kernel accepts.

use std::rc::Rc;
use turnstile_elab::command::FrontEnd;
use turnstile_elab::{Env, Meta};
use turnstile_kernel::{MVarId, Name, Store};
use turnstile_tactic::goal::{new_goal, target};
use turnstile_tactic::intro::{intro_names, intros};
use turnstile_tactic::{TacticEval, apply, assumption, check, constructor, eliminate, state};

/// Enough of the language for the tests, without the library.
const BASE: &str = "
inductive True : Prop where
  | intro : True
inductive False : Prop
inductive Eq.{u} {α : Sort u} : α → α → Prop where
  | refl (a : α) : Eq a a
structure And (a b : Prop) : Prop where
  intro :: (left : a) (right : b)
inductive Or (a b : Prop) : Prop where
  | inl (h : a) : Or a b
  | inr (h : b) : Or a b
inductive Nat where
  | zero : Nat
  | succ (n : Nat) : Nat
axiom statement_and : (p q : Prop) → And p q → And q p
axiom statement_or : (p q : Prop) → Or p q → Or q p
axiom statement_nat : (P : Nat → Prop) → P Nat.zero → ((n : Nat) → P n → P (Nat.succ n)) → (n : Nat) → P n
axiom same_1 : (p q : Prop) → (r : p → q) → p → q
axiom same_2 : (b a : Prop) → b → (f : b → a) → a
axiom other : (b a : Prop) → b → (f : a → b) → a
";

fn meta() -> Meta {
    let st = Rc::new(Store::new());
    let mut fe = FrontEnd::new(st.clone(), Env::default(), Some(Rc::new(TacticEval)));
    fe.process(BASE);
    Meta::new(st, fe.env().clone())
}

/// A goal whose target is the type of the constant `n`.
fn goal(m: &mut Meta, n: &str) -> MVarId {
    let ty = m.env.get(Name::new(n)).unwrap_or_else(|| panic!("{n} is declared")).ty();
    new_goal(m, ty, Name::anon()).1
}

fn names(list: &[&str]) -> Vec<Option<Name>> {
    list.iter().map(|n| Some(Name::new(n))).collect()
}

#[test]
fn cases_on_a_conjunction() {
    let mut m = meta();
    let g = goal(&mut m, "statement_and");
    let (xs, h) = intro_names(&mut m, g, &names(&["p", "q", "h"])).ok().expect("three binders");
    let cases = eliminate::cases(&mut m, h, xs[2], &eliminate::unnamed).ok().expect("a conjunction");
    assert_eq!(cases.len(), 1);
    let goals = constructor::constructor(&mut m, cases[0].goal).ok().expect("And.intro");
    assert_eq!(goals.len(), 2);
    for x in goals {
        assert!(assumption::assumption(&mut m, x).is_ok());
    }
    assert!(check::check_proof(&mut m, g, &[]).is_ok());
}

#[test]
fn cases_on_a_disjunction() {
    let mut m = meta();
    let g = goal(&mut m, "statement_or");
    let (xs, h) = intro_names(&mut m, g, &names(&["p", "q", "h"])).ok().expect("three binders");
    let cases = eliminate::cases(&mut m, h, xs[2], &eliminate::unnamed).ok().expect("a disjunction");
    for (i, c) in cases.iter().enumerate() {
        let goals = constructor::left_or_right(&mut m, c.goal, 1 - i).ok().expect("a constructor");
        assert!(assumption::assumption(&mut m, goals[0]).is_ok());
    }
    assert!(check::check_proof(&mut m, g, &[]).is_ok());
}

#[test]
fn induction_on_a_number() {
    let mut m = meta();
    let g = goal(&mut m, "statement_nat");
    let (xs, h) = intro_names(&mut m, g, &names(&["P", "h₀", "h₁", "n"])).ok().expect("four binders");
    let cases = eliminate::induction(&mut m, h, xs[3], &[], &eliminate::unnamed).ok().expect("a number");
    assert!(assumption::assumption(&mut m, cases[0].goal).is_ok());
    let step = m.st.fvar(xs[2]);
    let left = apply::apply(&mut m, cases[1].goal, step).ok().expect("the step");
    assert_eq!(left.len(), 1);
    assert!(assumption::assumption(&mut m, left[0]).is_ok());
    assert!(check::check_proof(&mut m, g, &[]).is_ok());
}

#[test]
fn canonical_form_ignores_names_and_order() {
    let mut m = meta();
    let mut key = |n: &str| {
        let g = goal(&mut m, n);
        let (_, h) = intros(&mut m, g).ok().expect("binders");
        state::canonical(&mut m, h).ok().expect("a goal").key
    };
    let (a, b, c) = (key("same_1"), key("same_2"), key("other"));
    assert_eq!(a, b);
    assert_ne!(a, c);
}

#[test]
fn goals_that_share_a_hole_belong_together() {
    let mut m = meta();
    let prop = m.st.prop();
    let hole = m.mk_hole(prop);
    let t = m.st.const0("True");
    let and = m.st.const0("And");
    let (_, a) = {
        let ty = m.st.apps(and, &[hole, t]);
        new_goal(&mut m, ty, Name::anon())
    };
    let (_, b) = new_goal(&mut m, t, Name::anon());
    let (_, c) = {
        let ty = m.st.apps(and, &[t, hole]);
        new_goal(&mut m, ty, Name::anon())
    };
    assert_eq!(state::independent(&mut m, &[a, b, c]), vec![vec![a, c], vec![b]]);
}

#[test]
fn an_open_proof_is_not_accepted() {
    let mut m = meta();
    let g = goal(&mut m, "statement_and");
    assert!(check::check_proof(&mut m, g, &[]).is_err());
    assert!(target(&m, g).is_ok());
}
