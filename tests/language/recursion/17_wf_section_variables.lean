variable (p : Nat → Bool)

def firstFrom (bound i : Nat) : Option Nat :=
  if h : i < bound then
    if p i then some i else firstFrom bound (i + 1)
  else none
termination_by bound - i

/-- info: some 4 -/
#guard_msgs in
#eval firstFrom (fun n => n * n > 10) 10 0
