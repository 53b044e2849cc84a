example (xs : List Nat) : sizeOf xs < sizeOf (1 :: xs) := by simp

example (x : Nat) (xs : List Nat) : sizeOf (x :: xs) = 1 + sizeOf x + sizeOf xs := by
  simp

example (x : Nat) : sizeOf x = x := rfl
