//! Whatever a file holds, the program ends, and says what it could not use.

mod support;

use support::Folder;

/// A right theorem, to be proved below whatever is wrong.
const GOOD: &str = "\ntheorem good (p : Prop) (h : p) : p := by sorry\n";

/// Proves a file with `text` above the right theorem; what the run printed. The right theorem must have its proof.
fn wrong_above(folder: &Folder, text: &str) -> (i32, String) {
    folder.file("a.lean", format!("{text}{GOOD}"));
    let ran = folder.run(&["prove", "a.lean", "--timeout", "1", "--json", "-"]);
    let shown: String = text.chars().take(80).collect();
    assert!(ran.code <= 2 && !ran.err.contains("please report"), "{shown}: {}", ran.err);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("a report");
    let theorems = report["theorems"].as_array().expect("a list of theorems");
    let good = theorems.iter().find(|t| t["name"] == "good");
    assert!(good.is_some_and(|t| t["status"] == "proved"), "{shown}: {}", ran.err);
    (ran.code, ran.err)
}

#[test]
fn the_place_of_a_mistake_is_shown_and_the_rest_is_proved() {
    let folder = Folder::new("mistakes");
    let overload = "namespace A\ndef f (n : Nat) : Nat := n\nend A\nnamespace B\ndef f (n : Nat) : Nat := n\nend B\n\
                    open A B\ntheorem a : f 1 = 1 := sorry";
    for (text, place, message) in [
        ("theorem a : 1 + = 2 := sorry", "1:17", "unexpected token"),
        ("theorem a : Nat.nope 1 = 2 := sorry", "1:13", "Nat.nope"),
        ("theorem a : (1 : Nat) = true := sorry", "1:25", "Type mismatch"),
        (overload, "8:13", "ambiguous"),
        ("def f : Nat → Nat\n  | n => f (n + 1)", "1:", "termination"),
        ("inductive Bad where\n  | mk : (Bad → Nat) → Bad", "1:11", "positivity"),
        ("inductive U : Type where\n  | mk : Type → U", "1:11", "universe"),
        ("def g : Type := Type", "1:17", "Type mismatch"),
        ("theorem a : True := sorry\ntheorem a : True := sorry", "2:9", "already been declared"),
        ("theorem a : zork := sorry", "1:", "zork"),
        ("theorem a : True := by nonsense", "1:", ""),
        ("def x : Nat := \"never closed\\q\"", "1:", ""),
        ("end Nowhere", "1:", ""),
        ("open Nowhere", "1:", ""),
        ("instance : Inhabited Nope := ⟨1⟩", "1:", "Nope"),
        (") ( ] } ⟩", "1:1", ""),
        ("theorem", "", ""),
        ("\u{0}\u{1}\u{feff}\u{202e}", "1:1", ""),
    ] {
        let (code, err) = wrong_above(&folder, text);
        assert_eq!(code, 2, "{text}: {err}");
        assert!(err.contains(&format!("--> a.lean:{place}")), "{text}: not at {place}: {err}");
        assert!(err.contains(message), "{text}: {err}");
    }
}

#[test]
fn an_unfinished_comment_is_an_error() {
    let folder = Folder::new("comment");
    folder.file("a.lean", "theorem b : True := by sorry\n/- never closed\ntheorem c : True := by sorry\n");
    let ran = folder.run(&["prove", "a.lean"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("unterminated comment") && ran.err.contains("a.lean:2:1"), "{}", ran.err);
    assert!(ran.out.contains("proved 1 of 1"), "{}", ran.out);
}

#[test]
fn deep_terms_end_with_an_answer() {
    let folder = Folder::new("deep");
    let nested = |open: &str, n: usize, inside: &str, close: &str| {
        format!("{}{inside}{}", open.repeat(n), close.repeat(n))
    };
    for term in [
        nested("(", 10_000, "1", ")"),
        nested("(", 10_000, "", ""),
        nested("fun x => ", 10_000, "1", ""),
        nested("fun x => ", 500, "1", ""),
        nested("fun (x : Nat) => ", 500, "1", ""),
        nested("let a := 1; ", 3_000, "a", ""),
        nested("Nat.succ (", 5_000, "0", ")"),
        nested("1 + ", 5_000, "1", ""),
        nested("[", 1_000, "1", "]"),
        nested("- ", 5_000, "1", ""),
        nested("⟨1, ", 1_000, "1", "⟩"),
        nested("if 1 = 1 then 1 else ", 2_000, "0", ""),
        nested("by exact ", 2_000, "1", ""),
        // Its type is a tree with a thousand million leaves, all shared.
        nested("(fun p => (p, p)) (", 30, "1", ")"),
    ] {
        wrong_above(&folder, &format!("def x := {term}"));
    }
    for statement in [
        nested("¬", 10_000, "True", ""),
        nested("True ∧ ", 5_000, "True", ""),
        nested("True → ", 5_000, "True", ""),
        nested("∀ n : Nat, ", 3_000, "n = n", ""),
        nested("(∃ n : Nat, ", 3_000, "n = n", ")"),
    ] {
        wrong_above(&folder, &format!("theorem x : {statement} := sorry"));
    }
}

#[test]
fn long_texts_are_no_trouble() {
    let folder = Folder::new("long");
    let fields: String = (0..100).map(|i| format!("  field{i} : Nat\n")).collect();
    for text in [
        format!("structure Wide where\n{fields}"),
        format!("-- {}", "x".repeat(1_000_000)),
        format!("def x := \"{}\"", "a".repeat(1_000_000)),
        format!("def x := {}", "a".repeat(1_000_000)),
        format!("def x : Nat := {}", "9".repeat(100_000)),
        format!("def x := [{}1]", "1, ".repeat(2_000)),
        format!("theorem x {} : 1 = 2 := sorry", "(n : Nat) ".repeat(300)),
        format!("theorem x : {} := sorry", "∧ ".repeat(500_000)),
    ] {
        wrong_above(&folder, &text);
    }
}

#[test]
fn an_instance_that_needs_itself_is_not_found() {
    let folder = Folder::new("loop");
    let text = "class C (α : Type) where x : Nat\ninstance [C (List α)] : C α := ⟨C.x (List α)⟩\n\
                theorem a : C.x Nat = 1 := sorry";
    let (code, err) = wrong_above(&folder, text);
    assert_eq!(code, 2);
    assert!(err.contains("failed to synthesize"), "{err}");
}
