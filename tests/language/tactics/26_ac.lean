/-! Associativity and commutativity. -/

example (a b c d : Nat) : a + b + c + d = d + (b + c) + a := by ac_rfl

example (a b c : Nat) : a * (b * c) = c * b * a := by ac_rfl

example (a b c : Nat) (h : a + b + c = 5) : c + (b + a) = 5 := by
  rw [← h]
  ac_rfl

example (p q r : Prop) : (p ∧ q ∧ r) = ((r ∧ q) ∧ p) := by ac_rfl
