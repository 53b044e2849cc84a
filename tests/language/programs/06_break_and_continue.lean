/-! `break` and `continue`. -/

def untilZero (xs : List Nat) : Nat := Id.run do
  let mut s := 0
  for x in xs do
    if x = 0 then
      break
    s := s + x
  return s

#guard untilZero [1, 2, 0, 5] == 3
#guard untilZero [1, 2] == 3

def evens (xs : List Nat) : List Nat := Id.run do
  let mut r := #[]
  for x in xs do
    if x % 2 = 1 then
      continue
    r := r.push x
  return r.toList

#guard evens [1, 2, 3, 4] == [2, 4]

def findPair (xs ys : List Nat) (target : Nat) : Option (Nat × Nat) := Id.run do
  let mut looked := 0
  for x in xs do
    for y in ys do
      looked := looked + 1
      if x + y = target then
        return some (x, y)
  return none

#guard findPair [1, 2] [10, 20] 22 == some (2, 20)
#guard findPair [1, 2] [10, 20] 5 == none
