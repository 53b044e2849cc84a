/-! Placeholders that cannot be filled. -/

/--
error: don't know how to synthesize placeholder
context:
p : Prop
⊢ p
-/
#guard_msgs in
example (p : Prop) : p := by
  exact _
