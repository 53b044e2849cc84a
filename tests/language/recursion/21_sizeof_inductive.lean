inductive Shape where
  | dot : Shape
  | line (length : Nat) : Shape
  | both (a b : Shape) : Shape

example (a b : Shape) : sizeOf (Shape.both a b) = 1 + sizeOf a + sizeOf b := by
  simp

/-- info: Shape.both.sizeOf_spec (a b : Shape) : sizeOf (a.both b) = 1 + sizeOf a + sizeOf b -/
#guard_msgs in
#check Shape.both.sizeOf_spec

example (a b : Shape) : sizeOf a < sizeOf (Shape.both a b) := by simp; omega
