/-! `while` and `repeat`. -/

def log2Up (n : Nat) : Nat := Id.run do
  let mut k := 0
  let mut p := 1
  while p < n do
    p := p * 2
    k := k + 1
  return k

#guard log2Up 1 == 0
#guard log2Up 9 == 4

def countdown (n : Nat) : List Nat := Id.run do
  let mut r := []
  let mut i := 0
  repeat
    if i = n then
      break
    r := i :: r
    i := i + 1
  return r

#guard countdown 3 == [2, 1, 0]
