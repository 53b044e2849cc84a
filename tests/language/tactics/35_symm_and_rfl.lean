/-! Reflexivity and symmetry. -/

example (a b : Nat) (h : a = b) : b = a := by
  symm
  exact h

example (a b : Nat) (h : a = b) : b = a := by
  symm at h
  exact h

example (p q : Prop) (h : p ↔ q) : q ↔ p := by
  symm
  exact h

example (a : Nat) : a ≤ a := by rfl

example (p : Prop) : p ↔ p := by rfl

example (a b : Nat) (h : a ≠ b) : b ≠ a := by
  symm
  exact h
