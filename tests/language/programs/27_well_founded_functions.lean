/-! Functions by well-founded recursion are run. -/

def digits (n : Nat) : List Nat :=
  if h : n < 10 then [n]
  else digits (n / 10) ++ [n % 10]
termination_by n
decreasing_by omega

#guard digits 2026 == [2, 0, 2, 6]
