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

/// A nested type of which the fast kernel accepts more than the reference does (docs/divergences.md).
const DIFFERENT: &str = "\
def ListOf (α : Type) : Type := List α

theorem before : 1 + 1 = 2 := rfl

inductive T where
  | one : List T → T
  | two : ListOf T → T

theorem after : 1 + 2 = 3 := rfl
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
fn a_difference_is_a_fault_of_the_program() {
    let folder = exported("differ", DIFFERENT);
    for file in ["a.lean", "a.ndjson"] {
        assert_eq!(folder.run(&["check", file]).code, 0);
        let ran = folder.run(&["check", file, "--kernel", "reference", "--axioms"]);
        assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{}", ran.err);
        assert!(ran.err.contains("internal error, please report[reference-kernel]: "), "{}", ran.err);
        assert!(ran.err.contains("the two kernels differ about 'T'"), "{}", ran.err);
    }
    let ran = folder.run(&["check", "a.ndjson", "--kernel", "reference", "--json", "-"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("a report");
    assert_eq!((ran.code, &report["verdict"], &report["declaration"]), (3, &"failed".into(), &"T".into()));
    assert!(report["line"].as_u64().is_some_and(|line| line > 1));
}

#[test]
fn proofs_are_checked_by_both() {
    let folder = Folder::new("prove-both");
    let open = "theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := sorry\n";
    folder.file("a.lean", open);
    let ran = folder.run(&["prove", "a.lean", "--kernel", "reference", "--json", "-"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("a report");
    assert_eq!((ran.code, &report["settings"]["kernel"]), (0, &"reference".into()), "{}", ran.err);

    // A statement about the type of which the kernels differ: only the fast one lets its proof pass.
    folder.file("b.lean", format!("{DIFFERENT}\ntheorem t (x : T) : x = x := sorry\n"));
    assert_eq!(folder.run(&["prove", "b.lean"]).code, 0);
    let ran = folder.run(&["prove", "b.lean", "--kernel", "reference"]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("the two kernels differ about 'T'"), "{}", ran.err);
}
