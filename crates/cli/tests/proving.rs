//! From a file with gaps to the same file with proofs that pass the check.

mod support;

use serde_json::Value;
use std::fs;
use support::{Folder, Ran};

const MIXED: &str = "/-! A bit of everything. -/

inductive Tree (α : Type) where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α

def Tree.mirror {α : Type} : Tree α → Tree α
  | leaf => leaf
  | node l x r => node r.mirror x l.mirror

def double (n : Nat) : Nat := n + n

namespace Logic

variable (p q r : Prop)

theorem swap (h : p ∧ q) : q ∧ p := by
  sorry

theorem em_not_not : ¬¬p → p := sorry -- classical

theorem chain : (p → q) → (q → r) → p → r

end Logic

theorem already (n : Nat) : n + 0 = n := rfl

theorem double_zero : double 0 = 0 := by sorry

theorem Tree.mirror_mirror {α : Type} (t : Tree α) : t.mirror.mirror = t := by
  sorry

theorem double_le (a b : Nat) (h : a ≤ b) : double a ≤ double b := sorry

theorem wrong (n : Nat) : n = n + 1 := by
  sorry

theorem append_nil' {α : Type} (xs : List α) : xs ++ [] = xs := by sorry

theorem zero_ne (n : Nat) : 0 ≠ n + 1 := by sorry

example : ∀ b : Bool, (!(!b)) = b := by sorry
";

/// The theorems of a report in JSON.
fn theorems(report: &Value) -> &Vec<Value> {
    report["theorems"].as_array().expect("a list of theorems")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

fn verdicts(report: &Value) -> Vec<(&str, &str)> {
    let text = |v| Value::as_str(v).expect("text");
    theorems(report).iter().map(|t| (text(&t["name"]), text(&t["status"]))).collect()
}

/// What `prove --json -` reports on a file.
fn report(folder: &Folder, file: &str, more: &[&str]) -> (Ran, Value) {
    let arguments = [&["prove", file, "--json", "-"], more].concat();
    let ran = folder.run(&arguments);
    let report = json(&ran.out);
    (ran, report)
}

#[test]
fn a_mixed_file_is_proved_and_its_proofs_pass_the_check() {
    let folder = Folder::new("mixed");
    folder.file("a.lean", MIXED);
    let ran = folder.run(&["prove", "a.lean", "--timeout", "8", "--out", "b.lean", "--json", "r.json"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("proved 9 of 10"), "{}", ran.out);
    let report = json(&fs::read_to_string(folder.0.join("r.json")).expect("the report"));
    for (name, verdict) in verdicts(&report) {
        assert_eq!(verdict == "proved", name != "wrong", "{name} is {verdict}");
    }
    let new = fs::read_to_string(folder.0.join("b.lean")).expect("the proofs");
    assert_eq!(new.matches("sorry").count(), 1, "{new}");
    assert!(new.contains(" -- classical\n") && new.contains("+ 0 = n := rfl\n"), "{new}");
    let ran = folder.run(&["check", "b.lean"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(ran.err.matches("declaration uses `sorry`").count(), 1, "{}", ran.err);
    // Nothing is left but the wrong one.
    let ran = folder.run(&["prove", "b.lean", "--timeout", "0.5"]);
    assert!(ran.out.contains("proved 0 of 1"), "{}", ran.out);
}

#[test]
fn the_report_says_everything() {
    let folder = Folder::new("report");
    folder.file("a.lean", "\ntheorem t (p : Prop) : ¬¬p → p := sorry\ntheorem f : 1 = 2 := sorry\n");
    let (_, report) = report(&folder, "a.lean", &["--timeout", "1", "--seed", "3", "--jobs", "1"]);
    assert_eq!(report["file"], "a.lean");
    assert_eq!(report["turnstile_version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["settings"]["timeout"], 1.0);
    assert_eq!(report["settings"]["seed"], 3);
    assert_eq!(report["settings"]["jobs"], 1);
    let [t, f] = &theorems(&report)[..] else { panic!("{report}") };
    assert_eq!((&t["line"], t["status"].as_str()), (&Value::from(2), Some("proved")));
    assert!(t["proof"].as_str().is_some_and(|p| !p.is_empty()) && t["message"].is_null());
    assert!(t["seconds"].is_f64() && t["cpu_seconds"].is_f64() && t["expansions"].is_u64());
    let axioms: Vec<&str> =
        t["axioms"].as_array().expect("axioms").iter().map(|a| a.as_str().expect("a name")).collect();
    assert!(axioms.contains(&"Classical.choice"), "{axioms:?}");
    assert!(f["proof"].is_null());
    assert_eq!((f["status"].as_str(), f["message"].as_str()), (Some("refuted"), Some("false")));
    let totals = &report["totals"];
    assert_eq!((totals["theorems"].as_u64(), totals["proved"].as_u64()), (Some(2), Some(1)));
}

#[test]
fn proofs_go_into_the_file_or_into_a_patch() {
    let folder = Folder::new("write");
    let text =
        "theorem a : 1 + 1 = 2 := by\n  sorry\n\n-- kept  \ntheorem b (p : Prop) (h : p) : p := sorry\n";
    let file = folder.file("a.lean", text);
    let ran = folder.run(&["prove", "a.lean", "--diff"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.starts_with("--- ") && ran.out.contains("\n-  sorry\n"), "{}", ran.out);
    assert_eq!(fs::read_to_string(&file).expect("the file"), text);
    let ran = folder.run(&["prove", "a.lean", "--write"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let new = fs::read_to_string(&file).expect("the file");
    assert!(!new.contains("sorry") && new.contains("\n\n-- kept  \ntheorem b (p"), "{new}");
    assert_eq!(
        (folder.run(&["check", "a.lean"]).code, folder.run(&["check", "a.lean"]).err),
        (0, String::new())
    );
}

#[test]
fn a_partial_proof_keeps_what_it_has() {
    let folder = Folder::new("gaps");
    let text = "\
def twice : Nat → Nat
  | 0 => 0
  | n + 1 => twice n + 2

theorem twice_eq (n : Nat) : twice n = n + n := by
  induction n with
  | zero => sorry -- easy
  | succ n ih =>
    have h : twice (n + 1) = twice n + 2 := sorry
    rw [h, ih]
    sorry

theorem and_swap (p q : Prop) : p ∧ q → q ∧ p := fun ⟨a, b⟩ => ⟨sorry, a⟩

theorem by_cases' (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h
  · sorry
  · sorry

theorem by_clauses : ∀ n : Nat, 0 + n = n
  | 0 => rfl
  | n + 1 => sorry
";
    folder.file("a.lean", text);
    let ran = folder.run(&["prove", "a.lean", "--out", "b.lean"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let new = fs::read_to_string(folder.0.join("b.lean")).expect("the proofs");
    assert!(!new.contains("sorry"), "{new}");
    for kept in [
        " -- easy\n",
        "    rw [h, ih]\n",
        "fun ⟨a, b⟩ => ⟨",
        "  cases h\n  · ",
        "  | 0 => rfl\n  | n + 1 => ",
    ] {
        assert!(new.contains(kept), "{kept:?} is gone:\n{new}");
    }
    let ran = folder.run(&["check", "b.lean"]);
    assert_eq!((ran.code, ran.err), (0, String::new()));
}

#[test]
fn a_wrong_turn_is_given_up() {
    let folder = Folder::new("wrong_turn");
    folder.file("a.lean", "theorem t (p : Prop) (h : p) : p ∨ False := by\n  right\n  sorry\n");
    let ran = folder.run(&["prove", "a.lean", "--timeout", "2", "--write"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(folder.run(&["check", "a.lean"]).err, "");
}

#[test]
fn line_ends_stay_as_they_are() {
    let folder = Folder::new("crlf");
    let text = "theorem a (p q : Prop) : p ∧ q → q ∧ p := by\r\n  sorry\r\n\r\ntheorem b (n : Nat) : ∃ m, n < m := by\r\n  sorry\r\n";
    let file = folder.file("a.lean", text);
    assert_eq!(folder.run(&["prove", "a.lean", "--write"]).code, 0);
    let new = fs::read_to_string(&file).expect("the file");
    assert!(!new.contains("sorry"), "{new}");
    assert_eq!(new.matches('\n').count(), new.matches("\r\n").count(), "{new:?}");
    assert_eq!(folder.run(&["check", "a.lean"]).code, 0);
}

#[test]
fn only_the_theorem_that_is_named() {
    let folder = Folder::new("named");
    folder.file("a.lean", MIXED);
    let (ran, report) = report(&folder, "a.lean", &["--theorem", "Logic.swap", "--theorem", "double_zero"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(verdicts(&report), [("Logic.swap", "proved"), ("double_zero", "proved")]);
}

#[test]
fn what_is_hidden_is_not_used() {
    let folder = Folder::new("without");
    folder.file("a.lean", "theorem t (a b c : Nat) : a * (b + c) = a * b + a * c := sorry\n");
    let names = ["Nat.mul_add", "Nat.left_distrib"];
    let (_, report) = report(&folder, "a.lean", &["--timeout", "2", "--without", &names.join(",")]);
    assert_eq!(report["settings"]["without"], Value::from(names.to_vec()));
    if let Some(proof) = theorems(&report)[0]["proof"].as_str() {
        assert!(names.iter().all(|n| !proof.contains(n)), "{proof}");
    }
}

#[test]
fn one_job_repeats_exactly() {
    let folder = Folder::new("repeat");
    folder.file("a.lean", MIXED);
    let arguments = ["--expansions", "5", "--seed", "1", "--jobs", "1", "--timeout", "60"];
    let run = || {
        let (_, report) = report(&folder, "a.lean", &arguments);
        let part = |t: &Value| ["name", "status", "proof", "expansions", "axioms"].map(|k| t[k].clone());
        theorems(&report).iter().map(part).collect::<Vec<_>>()
    };
    let (first, second) = (run(), run());
    assert_eq!(first, second);
    assert!(first.iter().filter(|t| t[1] == "proved").count() >= 5, "{first:?}");
}

#[test]
fn nothing_is_proved_from_what_is_not() {
    let folder = Folder::new("unfounded");
    let text = "\
theorem wish : ∀ n : Nat, n < 5 := sorry
axiom magic : ∀ n : Nat, n + 2 = n * 3
def gap : Nat := sorry
theorem by_wish : 7 < 5 := sorry
theorem by_magic (k : Nat) : k + 2 = k * 3 := sorry
theorem of_gap : gap = gap := sorry
theorem right : 2 < 5 := sorry
";
    folder.file("a.lean", text);
    let (ran, report) = report(&folder, "a.lean", &["--timeout", "1"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(!ran.err.contains("internal error"), "{}", ran.err);
    for (name, verdict) in verdicts(&report) {
        assert_eq!(verdict == "proved", name == "right", "{name} is {verdict}");
    }
    let of_gap = theorems(&report).iter().find(|t| t["name"] == "of_gap").expect("of_gap");
    assert!(of_gap["message"].as_str().is_some_and(|m| m.contains("'gap'")), "{of_gap}");
}

#[test]
fn what_is_false_is_refuted() {
    let folder = Folder::new("refuted");
    let text = "\
theorem f (n m : Nat) : n - m + m = n := sorry
theorem g (α : Type) (p q : α → Prop) : (∀ x, p x ∨ q x) → (∀ x, p x) ∨ (∀ x, q x) := sorry
theorem h (x y : Nat) (h : ∃ k, x = y + k) : ∃ k, y = x + k := sorry
theorem t (n : Nat) : n + 0 = n := sorry
";
    folder.file("a.lean", text);
    let (ran, report) = report(&folder, "a.lean", &["--timeout", "10"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(verdicts(&report), [("f", "refuted"), ("g", "refuted"), ("h", "refuted"), ("t", "proved")]);
    assert_eq!(report["totals"]["refuted"], 3);
    let message = |i: usize| theorems(&report)[i]["message"].as_str().unwrap_or_default().to_owned();
    assert_eq!(message(0), "false: n := 0, m := 1");
    assert!(message(1).starts_with("false: α := Bool, p := {"), "{}", message(1));
    let ran = folder.run(&["prove", "a.lean", "--timeout", "0.5", "--no-refute"]);
    assert!(ran.out.contains("proved 1 of 4") && !ran.out.contains("refuted"), "{}", ran.out);
}

#[test]
fn a_goal_can_be_put_to_the_test() {
    let folder = Folder::new("plausible");
    let text = "theorem f (n m : Nat) (h : n ≤ m) : n < m := by\n  plausible\n";
    folder.file("a.lean", text);
    let ran = folder.run(&["check", "a.lean"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("n := 0, m := 0"), "{}", ran.err);
    folder.file("b.lean", text.replace("n < m :=", "n < m + 1 :="));
    let ran = folder.run(&["check", "b.lean"]);
    assert!(ran.code == 0 && ran.err.contains("declaration uses `sorry`"), "{ran:?}");
}
