/-! The error in one goal does not hide the errors in others. -/

/--
error: unsolved goals
case left
p q : Prop
h : p ∧ q
⊢ q
---
error: unsolved goals
case right
p q : Prop
h : p ∧ q
⊢ p
-/
#guard_msgs in
example (p q : Prop) (h : p ∧ q) : q ∧ p := by
  constructor
  · skip
  · skip
