/-! `x[i]` with its proof, `x[i]?`, `x[i]!`. -/

def swapFirst (xs : Array Nat) (h : 1 < xs.size) : Array Nat :=
  #[xs[1], xs[0]]

#guard swapFirst #[1, 2, 3] (by decide) == #[2, 1]

def sumFirst (xs : List Nat) (n : Nat) (h : n ≤ xs.length) : Nat := Id.run do
  let mut s := 0
  for hi : i in [0:n] do
    have : i < n := hi.upper
    s := s + xs[i]
  return s

#guard sumFirst [1, 2, 3] 2 (by decide) == 3
#guard [1, 2][0] == 1
#guard [1, 2][7]? == none
#guard [1, 2][7]! == 0
example (xs : List Nat) (i : Fin xs.length) : Nat := xs[i.val]'i.isLt
