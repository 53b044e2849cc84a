/-! Variables that are reassigned. -/

def twoSteps (n : Nat) : Nat := Id.run do
  let mut x := n
  x := x + 1
  x := x * 2
  return x

#guard twoSteps 3 == 8

example : twoSteps 3 = 8 := rfl

def swapPair (a b : Nat) : Nat × Nat := Id.run do
  let mut (x, y) := (a, b)
  (x, y) := (y, x)
  return (x, y)

#guard swapPair 1 2 == (2, 1)
