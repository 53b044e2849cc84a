/-! `arg i` goes to the explicit argument number `i`, `arg @i` to any, negative numbers count from the end. -/

example (x y z : Nat) : x + (y + z) = x + (z + y) := by
  conv =>
    rhs
    arg 2
    rw [Nat.add_comm]

example (x y z : Nat) : x + (y + z) = x + (z + y) := by
  conv =>
    arg 1
    arg -1
    rw [Nat.add_comm]

example (x y z : Nat) : x + (y + z) = x + (z + y) := by
  conv =>
    arg @2
    arg @6
    rw [Nat.add_comm]

example (f : Nat → Nat → Nat → Nat) (a b c : Nat) (h : b = c) : f a b b = f a c b := by
  conv =>
    lhs
    arg 2
    rw [h]
