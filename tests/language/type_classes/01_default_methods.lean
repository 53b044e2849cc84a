/-! Classes with default methods and superclasses. -/

class Shape (α : Type) where
  area : α → Nat
  name : α → String := fun _ => "shape"

structure Square where
  side : Nat

instance : Shape Square where
  area s := s.side * s.side

#guard Shape.area (Square.mk 3) == 9
#guard Shape.name (Square.mk 3) == "shape"

class Named (α : Type) extends Shape α where
  title : String

instance : Named Square := { title := "Square", name := fun s => s!"square of {s.side}" }

#guard Shape.name (Square.mk 2) == "square of 2"
#guard Named.title Square == "Square"
