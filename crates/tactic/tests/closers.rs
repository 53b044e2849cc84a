//! `tauto`, `itauto`, `cc`, `finish` and `grind`: what they close, and what they must not.

use std::path::PathBuf;
use std::rc::Rc;
use turnstile_elab::Env;
use turnstile_elab::command::FrontEnd;
use turnstile_kernel::Store;
use turnstile_syntax::LineIndex;
use turnstile_tactic::{TacticEval, library};

/// What is said about `text`, each message with its line.
fn messages(st: &Rc<Store>, env: &Env, text: &str) -> Vec<(usize, String)> {
    let mut fe = FrontEnd::new(st.clone(), env.clone(), Some(Rc::new(TacticEval)));
    fe.process(text);
    let lines = LineIndex::new(text);
    fe.messages.iter().map(|m| (lines.line_col(text, m.span.start).line + 1, m.text.clone())).collect()
}

/// Goals that do not follow, or not by the tactic named.
const REFUSED: &[&str] = &[
    "example (p q : Prop) : p ∨ q → p := by tauto",
    "example (p q : Prop) (h : p → q) : q → p := by tauto",
    "example (p q r : Prop) (h : p ↔ q) : p ∨ r ↔ r := by tauto",
    // Classical.
    "example (p : Prop) : p ∨ ¬ p := by itauto",
    "example (p q : Prop) : ((p → q) → p) → p := by itauto",
    "example (p q : Prop) (h : ¬ (p ∧ q)) : ¬ p ∨ ¬ q := by itauto",
    "example (a b c : Nat) (h : a = b) : a = c := by cc",
    "example (α : Type) (f : α → α) (a b : α) (h : f a = f b) : a = b := by cc",
    "example (a b : Nat) (h : a + 1 = b) : False := by cc",
    // The type may be empty.
    "example (α : Type) (F : α → Prop) : ∃ x, F x → ∀ y, F y := by finish",
    "example (α : Type) (F : α → Prop) (h : ∀ x, F x) : ∃ x, F x := by finish",
    "example (α : Type) (F : α → Prop) (h : ∃ x, F x) : ∀ x, F x := by finish",
    "example (α : Type) (R : α → α → Prop) (h : ∀ x, ∃ y, R x y) : ∃ y, ∀ x, R x y := by finish",
    // No finite model.
    "example (α : Type) (d : α) (R : α → α → Prop) (t : ∀ x y z, R x y → R y z → R x z) (h : ∀ x, ∃ y, R x y) :
       ∃ x, R x x := by finish",
    "example (a b : Nat) (h : a ≤ b) : a < b := by grind",
    "example (a b : Nat) (f : Nat → Nat) (h : f a = f b) : a = b := by grind",
    "example (a b : Nat) : (if a ≤ b then b else a) > a := by grind",
    "example (n : Nat) : n = 0 := by grind [noSuchTheorem]",
];

#[test]
fn closers_close_what_follows_and_nothing_else() {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let (st, env) = library::elaborate(&here.join("../../lean")).expect("the library");
    let text = std::fs::read_to_string(here.join("tests/accepted/logic.lean")).expect("a test file");
    assert_eq!(messages(&st, &env, &text), []);
    for goal in REFUSED {
        let said = messages(&st, &env, goal);
        assert!(said.iter().any(|m| m.1.contains("failed") || m.1.contains("Unknown")), "{goal}\n{said:?}");
    }
}
