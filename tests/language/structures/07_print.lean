structure Point (α : Type) where
  x : α
  y : α

/--
info: structure Point (α : Type) : Type
number of parameters: 1
fields:
  Point.x : α
  Point.y : α
constructor:
  Point.mk {α : Type} (x y : α) : Point α
-/
#guard_msgs in
#print Point

/--
info: structure And (a b : Prop) : Prop
number of parameters: 2
fields:
  And.left : a
  And.right : b
constructor:
  And.intro {a b : Prop} (left : a) (right : b) : a ∧ b
-/
#guard_msgs in
#print And
