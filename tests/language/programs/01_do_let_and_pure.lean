/-! `do` with `let`, `←` and `pure`. -/

def addAll (x y : Option Nat) : Option Nat := do
  let a ← x
  let b ← y
  pure (a + b)

/-- info: some 5 -/
#guard_msgs in
#eval addAll (some 2) (some 3)

/-- info: none -/
#guard_msgs in
#eval addAll (some 2) none

example (x y : Option Nat) : addAll x y = x.bind fun a => y.bind fun b => some (a + b) := rfl
