/-! Linear arithmetic as a part of `simp`. -/

example (m n : Nat) : 3 ≤ m + 4 ∧ ¬ m + n + 1 ≤ n := by
  simp +arith

example (x : Nat) : x < x + 1 := by
  simp +arith

example : (2 : Nat) + 2 = 4 := by
  simp +decide
