/-!
# Lemmas of the refutation procedure

What the proofs of `tauto`, `finish` and `grind` are built from beside the rules of the connectives: an object for every
existential that holds, and one for every universal that fails.
-/

universe u v

namespace Refute

/-- There is an object that has the property if any has. -/
theorem witness {α : Sort u} (h : Nonempty α) (p : α → Prop) : ∃ x, (∃ y, p y) → p x :=
  Or.elim (Classical.em (∃ y, p y))
    (fun hex => Exists.elim hex (fun x hx => ⟨x, fun _ => hx⟩))
    (fun hn => Nonempty.elim h (fun x => ⟨x, fun hex => absurd hex hn⟩))

/-- There is an object that lacks the property if any does. -/
theorem counterexample {α : Sort u} (h : Nonempty α) (p : α → Prop) : ∃ x, ¬ (∀ y, p y) → ¬ p x :=
  Exists.elim (witness h (fun x => ¬ p x))
    (fun x hx => ⟨x, fun hn => hx (Classical.not_forall.mp hn)⟩)

theorem ite_of_pos {α : Sort u} {c : Prop} (i : Decidable c) (a b : α) (h : c) : @ite α c i a b = a := if_pos h

theorem ite_of_neg {α : Sort u} {c : Prop} (i : Decidable c) (a b : α) (h : ¬ c) : @ite α c i a b = b := if_neg h

theorem bool_cases (b : Bool) : b = true ∨ b = false :=
  match b with
  | true => Or.inl rfl
  | false => Or.inr rfl

end Refute
