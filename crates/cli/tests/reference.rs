//! `--kernel reference`: both kernels are asked, and what they differ about is a fault of the program.

mod support;

use support::Folder;

const RIGHT: &str = "\
inductive Tree (α : Type) where
  | leaf : Tree α
  | node : List (Tree α) → α → Tree α

theorem power : 2 ^ 10 % 1000 = 24 := rfl

theorem text : \"ab\" = String.ofList ['a', 'b'] := rfl

theorem sum (a b c : Nat) (h : a ≤ b) : a + c ≤ c + b := by omega

theorem middle (p : Prop) : p ∨ ¬p := Classical.em p
";

/// A folder with `a.lean` and its export `a.ndjson`.
fn exported(test: &str, text: &str) -> Folder {
    let folder = Folder::new(test);
    folder.file("a.lean", text);
    let ran = folder.run(&["export", "a.lean", "-o", "a.ndjson"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    folder
}

#[test]
fn both_accept_what_is_right() {
    let folder = exported("both-accept", RIGHT);
    let ran = folder.run(&["check", "a.lean", "a.ndjson", "--kernel", "reference", "--axioms"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains("power: no axioms\n"), "{}", ran.out);
    assert!(ran.out.contains("a.ndjson: accepted: "), "{}", ran.out);
}

#[test]
fn both_refuse_what_is_wrong() {
    let folder = exported("both-refuse", "theorem t : 2 + 2 = 4 := rfl\n");
    let text = std::fs::read_to_string(folder.0.join("a.ndjson")).expect("the export");
    let wrong = text.replace("\"natVal\":\"4\"", "\"natVal\":\"5\"");
    assert_ne!(text, wrong);
    folder.file("b.ndjson", wrong);
    let with = |kernel| folder.run(&["check", "b.ndjson", "--kernel", kernel]);
    let (fast, reference) = (with("fast"), with("reference"));
    assert_eq!((fast.code, reference.code), (1, 1), "{}", reference.err);
    assert_eq!(fast.err, reference.err);
    // What is no declaration is refused before either is asked.
    folder.file("c.ndjson", text.replace("3.1", "9.9"));
    assert_eq!(folder.run(&["check", "c.ndjson", "--kernel", "reference"]).code, 2);
}

#[test]
fn proofs_are_checked_by_both() {
    let folder = Folder::new("prove-both");
    let open = "theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := sorry\n";
    folder.file("a.lean", open);
    let ran = folder.run(&["prove", "a.lean", "--kernel", "reference", "--json", "-"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("a report");
    assert_eq!((ran.code, &report["settings"]["kernel"]), (0, &"reference".into()), "{}", ran.err);
}
