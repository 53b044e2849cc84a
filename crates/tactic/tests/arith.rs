//! The tactics of arithmetic: what they prove, and what they must not.

use std::path::PathBuf;
use std::rc::Rc;
use turnstile_elab::command::FrontEnd;
use turnstile_elab::{Env, Severity};
use turnstile_kernel::Store;
use turnstile_tactic::{TacticEval, library};

fn errors(st: &Rc<Store>, env: &Env, text: &str) -> Vec<String> {
    let mut fe = FrontEnd::new(st.clone(), env.clone(), Some(Rc::new(TacticEval)));
    fe.process(text);
    let lines = turnstile_syntax::LineIndex::new(text);
    fe.messages
        .iter()
        .filter(|m| m.severity != Severity::Info)
        .map(|m| format!("{}: {}", lines.line_col(text, m.span.start).line + 1, m.text))
        .collect()
}

/// False, or beyond the tactic: each must be refused, with an error and no more.
const REFUSED: &[&str] = &[
    "example (x y : Nat) : x + y = x * y := by ring",
    "example (x y : Int) : (x + y) ^ 2 = x ^ 2 + y ^ 2 := by ring",
    "example (x y : Nat) : x - y + y = x := by ring",
    "example (n : Nat) : 2 ^ (n + 1) = 3 * 2 ^ n := by ring",
    "example {G : Type} [Group G] (a b : G) : a * b = b * a := by ring",
    "example (x : Int) : x = x * 1 + 0 * x + 1 := by ring",
    "example (p : Prop) : p := by ring",
    "example (x y : Int) : x = y := by ring_nf",
    "example (a b : Int) (h : a ≤ b) : a < b := by linarith",
    "example (a b : Nat) (h : a < b) : a + 2 ≤ b := by linarith",
    "example (a : Int) : 0 < a * a := by nlinarith",
    "example (a b : Int) (h : 0 ≤ a * b) : 0 ≤ a := by nlinarith",
    "example {K : Type} [LinearOrderedField K] (a b : K) (h : a < b) : a + 1 ≤ b := by linarith",
    "example (a b : Int) (h : a < b) (h' : b < 3) : a < 1 := by linarith only [h]",
    "example (a : Int) : 0 ≤ a := by positivity",
    "example (a : Int) (h : 0 ≤ a) : 0 < a := by positivity",
    "example (a : Int) : 0 ≤ a ^ 3 := by positivity",
    "example : Nat.Prime 91 := by norm_num",
    "example : ¬ Nat.Prime 97 := by norm_num",
    "example : Nat.Prime 1 := by norm_num",
    "example : 7 ^ 1000000000 % 13 = 8 := by norm_num",
    "example : (2 : Int) + 2 = 5 := by norm_num",
    "example (n : Nat) (h : 2 ≤ n) : n = 2 := by interval_cases n <;> omega",
    "example (n : Nat) (h : n ≤ 3) : n ≤ 2 := by interval_cases n <;> omega",
    "example (x : Int) (h : x ≤ 3) : x ≤ 2 := by interval_cases x <;> omega",
    "example (x y : Int) (h : 3 * x < 5 * y) (h' : 5 * y < 3 * x + 3) : False := by omega",
    "example (x y : Int) (h₁ : 27 ≤ 11 * x + 13 * y) (h₂ : 11 * x + 13 * y ≤ 46) : False := by omega",
    "example (a b : Nat) : (if a ≤ b then b else a) = a := by omega",
    "example (x y : Int) : x * y = x + y := by omega",
    "example (x : Int) : x * x % 4 = 1 := by omega",
];

/// One test, so that the library is elaborated once.
#[test]
fn arithmetic() {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let (st, env) = library::elaborate(&here.join("../../lean")).expect("the library");
    let text = std::fs::read_to_string(here.join("tests/accepted/arith.lean")).expect("a test file");
    let said = errors(&st, &env, &text);
    assert!(said.is_empty(), "{}", said.join("\n"));
    for text in REFUSED {
        let said = errors(&st, &env, text);
        assert_eq!(said.len(), 1, "{text}\n{}", said.join("\n"));
        assert!(!said[0].contains("(kernel)"), "{text}\n{}", said[0]);
    }
}
