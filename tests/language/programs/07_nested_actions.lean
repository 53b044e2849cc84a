/-! `(← e)` inside of terms. -/

def addM (x y : Option Nat) : Option Nat := do
  return (← x) + (← y)

#guard addM (some 1) (some 2) == some 3
#guard addM none (some 2) == none

def increment : StateM Nat Nat := do
  set ((← get) + 1)
  return (← get)

#guard (increment.run 5) == (6, 6)

def choose (x : Option Bool) : Option Nat := do
  if (← x) then return 1 else return 0

#guard choose (some true) == some 1
#guard choose none == none
