/-! `#print` of inductive types and constructors. -/

inductive Colour where
  | red
  | green (shade : Nat)

/--
info: inductive Colour : Type
number of parameters: 0
constructors:
Colour.red : Colour
Colour.green : Nat → Colour
-/
#guard_msgs in
#print Colour

/-- info: constructor Colour.green : Nat → Colour -/
#guard_msgs in
#print Colour.green
