/-! `rfl` for what is not equal. -/

/--
error: Tactic `rfl` failed: The left-hand side
  a
is not definitionally equal to the right-hand side
  b

a b : Nat
⊢ a = b
-/
#guard_msgs in
example (a b : Nat) : a = b := by
  rfl

/--
error: Tactic `decide` proved that the proposition
  1 = 2
is false
-/
#guard_msgs in
example : 1 = 2 := by
  decide
