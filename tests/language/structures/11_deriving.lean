structure Point where
  x : Nat
  y : Nat
  deriving DecidableEq, BEq, Inhabited

example : (Point.mk 1 2 == Point.mk 1 2) = true := rfl
example : Point.mk 1 2 ≠ Point.mk 1 3 := by decide
example : (default : Point) = ⟨0, 0⟩ := rfl

inductive Colour where
  | red
  | green
  | blue
  deriving DecidableEq, Nonempty

example : Colour.red ≠ Colour.blue := by decide
example : Nonempty Colour := inferInstance

/-- error: No deriving handlers have been implemented for class `Add` -/
#guard_msgs in
deriving instance Add for Colour
