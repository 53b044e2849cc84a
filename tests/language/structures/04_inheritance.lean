structure Point where
  x : Nat
  y : Nat

structure Coloured extends Point where
  colour : String

def c : Coloured := { x := 1, y := 2, colour := "red" }
example : c.x = 1 := rfl
example : c.toPoint = { x := 1, y := 2 } := rfl

/-- info: { x := 1, y := 2, colour := "red" } : Coloured -/
#guard_msgs in
#check Coloured.mk (Point.mk 1 2) "red"

/--
info: structure Coloured : Type
number of parameters: 0
parents:
  Coloured.toPoint : Point
fields:
  Point.x : Nat
  Point.y : Nat
  Coloured.colour : String
constructor:
  Coloured.mk (toPoint : Point) (colour : String) : Coloured
field notation resolution order:
  Coloured, Point
-/
#guard_msgs in
#print Coloured
