/-! `arg i` goes to the explicit argument number `i`, `arg @i` to any, negative numbers count from the end. -/

example (a b c : Nat) : a * (b * c) = a * (c * b) := by
  conv =>
    lhs
    arg 2
    rw [Nat.mul_comm]

example (a b c : Nat) : a * (b * c) = a * (c * b) := by
  conv =>
    arg 1
    arg -1
    rw [Nat.mul_comm]

example (a b c : Nat) : a * (b * c) = a * (c * b) := by
  conv =>
    arg @2
    arg @6
    rw [Nat.mul_comm]

example (f : Nat → Nat → Nat → Nat) (a b c : Nat) (h : b = c) : f a b b = f a c b := by
  conv =>
    lhs
    arg 2
    rw [h]
