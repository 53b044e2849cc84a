/-! There is no argument of this number. -/

/--
error: invalid 'arg' conv tactic, application has 2 explicit argument(s) but the index is out of bounds
-/
#guard_msgs in
example (a b : Nat) : a + b = b + a := by
  conv =>
    lhs
    arg 3

/--
error: cannot select argument
-/
#guard_msgs in
example (a b : Nat) : a + b = b + a := by
  conv =>
    lhs
    arg @1

/--
error: invalid 'lhs' conv tactic, application or implication expected
  a
-/
#guard_msgs in
example (a b : Nat) : a = b := by
  conv =>
    lhs
    lhs
