/-! Blocks in conversion mode. -/

example (x y z : Nat) : (x * 1) + (y + z) = x + (z + y) := by
  conv =>
    lhs
    congr
    . rw [Nat.mul_one]
    . rw [Nat.add_comm]

example (x y z : Nat) : (x * 1) + (y + z) = x + (z + y) := by
  conv =>
    lhs
    congr
    { rw [Nat.mul_one] }
    { rw [Nat.add_comm] }

example (a b : Nat) : (0 + a) * (0 + b) = a * b := by
  conv =>
    lhs
    congr <;> rw [Nat.zero_add]

example (a b : Nat) : (0 + a) * (0 + b) = a * b := by
  conv =>
    lhs
    congr
    all_goals rw [Nat.zero_add]

example (a b : Nat) : (0 + a) * b = a * b := by
  conv =>
    lhs
    congr
    any_goals rw [Nat.zero_add]

example (a b : Nat) : a + 0 = 0 + a ∧ b = b := by
  conv =>
    lhs
    conv =>
      rhs
      rw [Nat.zero_add]
  exact ⟨rfl, rfl⟩
