/-! Loops over lists, arrays and ranges. -/

def sumList (xs : List Nat) : Nat := Id.run do
  let mut s := 0
  for x in xs do
    s := s + x
  return s

#guard sumList [1, 2, 3] == 6
example : sumList [1, 2, 3] = 6 := rfl

def sumArray (xs : Array Nat) : Nat := Id.run do
  let mut s := 0
  for x in xs do
    s := s + x
  return s

#guard sumArray #[1, 2, 3] == 6

def sumRange (n : Nat) : Nat := Id.run do
  let mut s := 0
  for i in [0:n] do
    s := s + i
  return s

#guard sumRange 5 == 10

def odds (n : Nat) : List Nat := Id.run do
  let mut r := []
  for i in [1:n:2] do
    r := i :: r
  return r.reverse

/-- info: [1, 3, 5, 7] -/
#guard_msgs in
#eval odds 8

def upTo (n : Nat) : Nat := Id.run do
  let mut c := 0
  for _ in [:n] do
    c := c + 1
  return c

#guard upTo 4 == 4
