/-! A loop over two collections at once. -/

def dot (xs ys : List Nat) : Nat := Id.run do
  let mut s := 0
  for x in xs, y in ys do
    s := s + x * y
  return s

#guard dot [1, 2, 3] [4, 5, 6] == 32
#guard dot [1, 2, 3] [4] == 4

def numbered (xs : List String) : List (Nat × String) := Id.run do
  let mut r := #[]
  for x in xs, i in [0:100] do
    r := r.push (i, x)
  return r.toList

#guard numbered ["a", "b"] == [(0, "a"), (1, "b")]
