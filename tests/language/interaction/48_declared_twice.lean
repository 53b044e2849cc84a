/-! A name can be declared once. -/

def once := 1

/-- error: `once` has already been declared -/
#guard_msgs in
def once := 2

/--
error: type of theorem `number` is not a proposition
  Nat
-/
#guard_msgs in
theorem number : Nat := 3
