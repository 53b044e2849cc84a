def sumSquares : Nat → Nat
  | 0 => 0
  | n + 1 => (n + 1) * (n + 1) + sumSquares n

example : sumSquares 3 = 14 := by simp [sumSquares]
example : sumSquares 3 = 14 := by decide
