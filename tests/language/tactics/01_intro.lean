/-! `intro` with names, patterns and alternatives; `intros`. -/

example : ∀ p q : Prop, p → q → p := by
  intro p q hp _
  exact hp

example (p q r : Prop) : p ∧ q ∧ r → r ∧ p := by
  intro ⟨hp, _, hr⟩
  exact ⟨hr, hp⟩

example (p q : Prop) : p ∨ q → q ∨ p := by
  intro
  | .inl hp => exact .inr hp
  | .inr hq => exact .inl hq

example : ∀ a b : Nat, a = b → b = a := by
  intros a b h
  exact h.symm

example : ∀ a b : Nat, a = b → b = a := by
  intros
  apply Eq.symm
  assumption

example (f : Nat → Nat) : (∀ x, f x = x) → f 3 = 3 := by
  intro (h : ∀ x, f x = x)
  exact h 3
