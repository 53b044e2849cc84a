/-! Existential goals. -/

example : ∃ x : Nat, x * x = 9 := by
  exists 3

example : ∃ x y : Nat, x + y = 5 := ⟨2, 3, rfl⟩

example (p : Nat → Prop) (h : p 2) : ∃ x, p x := by
  refine ⟨2, ?_⟩
  exact h

example (p : Nat → Prop) (h : p 2) : ∃ x, p x := by
  apply Exists.intro
  exact h

example (p : Nat → Nat → Prop) (h : p 1 2) : ∃ x y, p x y := by
  exists 1, 2
