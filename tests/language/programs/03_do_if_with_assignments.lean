/-! Branches that reassign variables, with statements after them. -/

def clamp (low high n : Nat) : Nat := Id.run do
  let mut r := n
  if r < low then
    r := low
  else if high < r then
    r := high
  r := r + 0
  return r

#guard clamp 2 5 1 == 2
#guard clamp 2 5 3 == 3
#guard clamp 2 5 9 == 5

def both (b : Bool) : Nat × Nat := Id.run do
  let mut x := 0
  let mut y := 0
  if b then
    x := 1
  else
    x := 2
    y := 3
  return (x, y)

#guard both true == (1, 0)
#guard both false == (2, 3)
