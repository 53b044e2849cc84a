def lastDigits (n : Nat) (h : 0 < n) : Nat :=
  if h' : n < 10 then n
  else lastDigits (n / 10) (by omega)
termination_by n

/-- info: 4 -/
#guard_msgs in
#eval lastDigits 4321 (by decide)
