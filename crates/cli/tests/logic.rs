//! The search uses the logical tactics, and what it writes with them passes the check.

mod support;

use support::Folder;

const THEOREMS: &str = "
theorem propositional (a b c d e : Prop) : ((((a ↔ b) ↔ c) ↔ d) ↔ e) ↔ ((((e ↔ d) ↔ c) ↔ b) ↔ a) := by
  sorry

theorem relation {β : Type} (e : β) (Q : β → β → Prop)
    (h : ∀ z, ∃ y, ∀ x, Q x y ↔ Q x z ∧ ¬ Q x x) : ¬ ∃ z, ∀ x, Q x z := by
  sorry

theorem everyone {β : Type} (A B : β → Prop) (h : ∃ x, A x) (k : ∀ x, A x → ∃ y, B y) : ∃ y, B y := by
  sorry

theorem equations {β : Type} (m : β → β → β) (u : β) (i : β → β) (h : ∀ x y z, m (m x y) z = m x (m y z))
    (k : ∀ x, m u x = x) (l : ∀ x, m (i x) x = u) (x : β) : m x (i x) = u := by
  sorry

def keep {β : Type} (q : β → Bool) : List β → List β
  | [] => []
  | x :: xs => match q x with
    | true => x :: keep q xs
    | false => keep q xs

theorem keep_keep {β : Type} (q : β → Bool) (xs : List β) : keep q (keep q xs) = keep q xs := by
  sorry

theorem not_everyone {β : Type} (Q : β → β → Prop) (h : ∀ x, ∃ y, Q x y) : ∃ y, ∀ x, Q x y := by
  sorry
";

#[test]
fn logic_is_searched_for_and_checked() {
    let folder = Folder::new("logic");
    folder.file("a.lean", THEOREMS);
    let ran = folder.run(&["prove", "a.lean", "--timeout", "8", "--out", "b.lean"]);
    assert!(ran.out.contains("proved 5 of 6"), "{}", ran.out);
    let text = std::fs::read_to_string(folder.0.join("b.lean")).expect("the proofs");
    assert_eq!(text.matches("sorry").count(), 1, "{text}");
    let ran = folder.run(&["check", "b.lean"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
}
