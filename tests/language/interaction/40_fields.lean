/-! Fields that do not exist. -/

/--
error: Invalid field `nothing`: The environment does not contain `Nat.nothing`, so it is not possible to project the field `nothing` from an expression
  n
of type `Nat`
-/
#guard_msgs in
example (n : Nat) : Nat := n.nothing

/--
error: Invalid projection: Index `3` is invalid for this structure; it must be between 1 and 2

Note: The expression
  p
has type `Nat × Bool` which has only 2 fields
-/
#guard_msgs in
example (p : Nat × Bool) : Nat := p.3

/-- error: Unknown constant `Nat.nothing` -/
#guard_msgs in
example : Nat := Nat.nothing
