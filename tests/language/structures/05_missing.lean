structure Point where
  x : Nat
  y : Nat

/-- error: Fields missing: `y` -/
#guard_msgs in
def p : Point := { x := 1 }

/-- error: `z` is not a field of structure `Point` -/
#guard_msgs in
def q : Point := { x := 1, y := 2, z := 3 }
