def pow2 (b e : Nat) : Nat :=
  if h : e = 0 then 1
  else if e % 2 = 0 then pow2 (b * b) (e / 2)
  else b * pow2 (b * b) (e / 2)
termination_by e

/-- info: 1024 -/
#guard_msgs in
#eval pow2 2 10
