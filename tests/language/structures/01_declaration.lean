structure Point (α : Type) where
  x : α
  y : α

/-- info: Point (α : Type) : Type -/
#guard_msgs in
#check Point

/-- info: Point.mk {α : Type} (x y : α) : Point α -/
#guard_msgs in
#check Point.mk

/-- info: Point.x {α : Type} (self : Point α) : α -/
#guard_msgs in
#check Point.x

/-- info: @Point.rec : {α : Type} → {motive : Point α → Sort u_1} → ((x y : α) → motive { x := x, y := y }) → (t : Point α) → motive t -/
#guard_msgs in
#check @Point.rec
