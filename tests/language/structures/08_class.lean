class Shape (α : Type) where
  area : α → Nat
  name : String := "shape"

instance : Shape Nat where
  area n := n * n

example : Shape.area (3 : Nat) = 9 := rfl
example : Shape.name Nat = "shape" := rfl

/-- info: Shape.area {α : Type} [self : Shape α] : α → Nat -/
#guard_msgs in
#check Shape.area
