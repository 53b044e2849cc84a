theorem third_lt {n : Nat} (h : 0 < n) : n / 3 < n := by omega

def thirds (n : Nat) : Nat :=
  if h : 0 < n then thirds (n / 3) + 1 else 0
termination_by n
decreasing_by exact third_lt h

/-- info: 4 -/
#guard_msgs in
#eval thirds 50
