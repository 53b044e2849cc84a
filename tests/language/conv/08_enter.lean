/-! `enter` is a sequence of `arg`s and `ext`s. -/

example (x y z : Nat) : x + (y + z) = x + (z + y) := by
  conv =>
    enter [2, 2]
    rw [Nat.add_comm]

example : (fun x y : Nat => (0 + x) + y) = fun x y => x + y := by
  conv =>
    enter [1, x, y, 1]
    rw [Nat.zero_add]

example (h : ∀ x : Nat, x = x) : ∀ x : Nat, 0 + x = x := by
  conv =>
    enter [x, 1]
    rw [Nat.zero_add]
  exact h

example (a b : Nat) : (a + b) + 0 = b + a := by
  conv =>
    enter [1, in a + b]
    rw [Nat.add_comm]
  rfl
