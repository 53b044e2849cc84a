/-! Hypotheses without a name of their own: `rename_i`, `next`, `case`, `rename`, `‹ ›`. -/

example : ∀ a b c : Nat, a = b → b = c → a = c := by
  intros
  rename_i h₁ h₂
  exact h₁.trans h₂

example (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h
  next hp => exact Or.inr hp
  next hq => exact Or.inl hq

example (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h
  case inr hq => exact Or.inl hq
  case inl hp => exact Or.inr hp

example (p q : Prop) : p → q → p := by
  intro _ _
  rename p => hp
  exact hp

example (p q : Prop) : p → q → p := by
  intro _ _
  exact ‹p›
