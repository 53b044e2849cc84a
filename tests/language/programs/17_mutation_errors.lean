/-! Errors about variables. -/

/--
error: `x` cannot be mutated, only variables declared using `let mut` can be mutated. If you did not intend to mutate but define `x`, consider using `let x` instead
-/
#guard_msgs in
def notMutable : Nat := Id.run do
  let x := 1
  x := 2
  return x

/-- error: invalid use of `(<- ...)`, must be nested inside a 'do' expression -/
#guard_msgs in
def stray (x : Option Nat) : Option Nat := some (← x)
