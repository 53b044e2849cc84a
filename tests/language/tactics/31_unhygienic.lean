/-! Names that tactics choose, made accessible. -/

example : ∀ a b : Nat, a ≤ b → b ≤ a → a = b := by
  unhygienic
    intros
    apply Nat.le_antisymm
    exact a_1
    exact a_2

example (p q : Prop) : p ∧ q → q := by
  unhygienic
    intro h
    cases h
    exact right
