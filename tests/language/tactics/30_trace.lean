/-! What tactics say. -/

/--
info: a b : Nat
h : a = b
⊢ b = a
-/
#guard_msgs in
example (a b : Nat) (h : a = b) : b = a := by
  trace_state
  exact h.symm

/-- info: here -/
#guard_msgs in
example : True := by
  trace "here"
  trivial
