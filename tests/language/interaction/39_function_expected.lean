/-! Something that is no function gets an argument. -/

/--
error: Function expected at
  n
but this term has type
  Nat

Note: Expected a function because this term is being applied to the argument
  2
-/
#guard_msgs in
example (n : Nat) : Nat := n 2
