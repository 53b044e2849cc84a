structure Pair where
  first : Nat
  second : List Nat

example (n : Nat) (xs : List Nat) : sizeOf (Pair.mk n xs) = 1 + n + sizeOf xs := by simp
