/-! `lhs` and `rhs` choose a side of a relation. -/

example (x y z : Nat) : (x + y) * z = z * (y + x) := by
  conv =>
    rhs
    congr
    rfl
    rw [Nat.add_comm]
  rw [Nat.mul_comm]

example (a b : Nat) : a + b = b + a := by
  conv => lhs; rw [Nat.add_comm]

example (a b : Nat) : a + b = b + a := by
  conv => rhs; rw [Nat.add_comm]

example (a b : Nat) (h : a = b) : a ≤ b := by
  conv =>
    lhs
    rw [h]

example (p q : Prop) (h : p ↔ q) (hq : q) : p ∧ True := by
  conv =>
    lhs
    rw [h]
  exact ⟨hq, trivial⟩
