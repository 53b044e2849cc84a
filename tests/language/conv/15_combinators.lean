/-! `first`, `try`, `repeat`, `case`, `next`, `focus`. -/

example (a b : Nat) : 0 + (0 + a) = a := by
  conv =>
    lhs
    repeat rw [Nat.zero_add]

example (a b : Nat) : a + b = b + a := by
  conv =>
    lhs
    first
    | rw [Nat.mul_comm]
    | rw [Nat.add_comm]

example (a b : Nat) : a + b = b + a := by
  conv =>
    lhs
    try rw [Nat.mul_comm]
    rw [Nat.add_comm]

example (a b : Nat) : (0 + a) + (0 + b) = a + b := by
  conv =>
    lhs
    congr
    next => rw [Nat.zero_add]
    focus rw [Nat.zero_add]

example (a b : Nat) : a + b = b + a := by
  conv =>
    lhs
    (rw [Nat.add_comm]; skip)
