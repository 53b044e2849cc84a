structure Point where
  x : Nat
  y : Nat

/-- info: { x := 1, y := 2 } : Point -/
#guard_msgs in
#check { x := 1, y := 2 : Point }

/-- info: { x := 1, y := 2 } : Point -/
#guard_msgs in
#check Point.mk 1 2

/-- info: { x := 1, y := 2 } : Point -/
#guard_msgs in
#check (⟨1, 2⟩ : Point)

set_option pp.structureInstances false in
/-- info: Point.mk 1 2 : Point -/
#guard_msgs in
#check Point.mk 1 2

example : ({ x := 1, y := 2 } : Point).y = 2 := rfl
