/-! Terms of the wrong type. -/

/--
error: Type mismatch
  hp
has type
  p
but is expected to have type
  q
-/
#guard_msgs in
example (p q : Prop) (hp : p) : q := hp

/--
error: Application type mismatch: The argument
  hp
has type
  p
but is expected to have type
  q
in the application
  id hp
-/
#guard_msgs in
example (p q : Prop) (hp : p) (id : q → q) : q := id hp

/--
error: Type mismatch
  "a"
has type
  String
but is expected to have type
  Nat
-/
#guard_msgs in
def n : Nat := "a"
