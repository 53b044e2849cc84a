/-! `conv at h` works on a hypothesis. -/

example (a b c : Nat) (h : a + b = c) : b + a = c := by
  conv at h => lhs; rw [Nat.add_comm]
  exact h

example (a b c : Nat) (h : a + (b + 0) = c) : a + b = c := by
  conv at h in b + 0 => rw [Nat.add_zero]
  exact h

example (p q r : Prop) (h : p ∧ q → r) (hp : p) (hq : q) : r := by
  conv at h =>
    lhs
    rw [and_comm]
  exact h ⟨hq, hp⟩
