/-! `for h : x in xs`: the proof that the element belongs to the collection. -/

def total (xs : Array Nat) : Nat := Id.run do
  let mut s := 0
  for h : i in [0:xs.size] do
    s := s + xs[i]'h.upper
  return s

#guard total #[5, 6, 7] == 18

def positives (xs : List Nat) (hx : ∀ x ∈ xs, 0 < x) : List { n : Nat // 0 < n } := Id.run do
  let mut r := []
  for h : x in xs do
    r := ⟨x, hx x h⟩ :: r
  return r.reverse

#guard (positives [1, 2] (by decide)).length == 2
