/-! Functions by well-founded recursion are run. -/

def gcd' (m n : Nat) : Nat :=
  if h : m = 0 then n
  else gcd' (n % m) m
termination_by m
decreasing_by exact Nat.mod_lt n (Nat.pos_of_ne_zero h)

/-- info: 6 -/
#guard_msgs in
#eval gcd' 12 18

def digits (n : Nat) : List Nat :=
  if h : n < 10 then [n]
  else digits (n / 10) ++ [n % 10]
termination_by n
decreasing_by omega

#guard digits 2026 == [2, 0, 2, 6]
