/-! `rw` and `simp` that do nothing. -/

/--
error: Tactic `rewrite` failed: Did not find an occurrence of the pattern
  c
in the target expression
  a = b

a b c : Nat
h : c = a
⊢ a = b
-/
#guard_msgs in
example (a b c : Nat) (h : c = a) : a = b := by
  rw [h]

/-- error: `simp` made no progress -/
#guard_msgs in
example (p : Nat → Prop) (h : p 1) : p 2 := by
  simp
