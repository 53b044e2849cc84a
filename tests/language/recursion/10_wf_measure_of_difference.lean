def upTo (i n : Nat) : List Nat :=
  if h : i < n then i :: upTo (i + 1) n else []
termination_by n - i

/-- info: [2, 3, 4] -/
#guard_msgs in
#eval upTo 2 5
