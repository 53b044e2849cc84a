inductive Rose where
  | node : List Rose → Rose

/-- error: The `induction` tactic does not support the type `Rose` because it is a nested inductive type -/
#guard_msgs in
example (r : Rose) : r = r := by
  induction r
