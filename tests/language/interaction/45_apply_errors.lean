/-! `apply` of something else. -/

/--
error: Tactic `apply` failed: could not unify the conclusion of `h`
  q
with the goal
  r

Note: The full type of `h` is
  p → q

p q r : Prop
h : p → q
⊢ r
-/
#guard_msgs in
example (p q r : Prop) (h : p → q) : r := by
  apply h

/--
error: Tactic `apply` failed: could not unify the type of `h`
  p
with the goal
  q

p q : Prop
h : p
⊢ q
-/
#guard_msgs in
example (p q : Prop) (h : p) : q := by
  apply h
