/-! A condition that is left open is an error. -/

/--
error: convert tactic failed, there are unsolved goals
a b : Nat
f : Nat → Nat
h : ∀ (x : Nat), x = 5 → f x = b
⊢ a = 5
-/
#guard_msgs in
example (a b : Nat) (f : Nat → Nat) (h : ∀ x, x = 5 → f x = b) : f a = b := by
  conv =>
    lhs
    rw [h]

/--
error: 'pattern' conv tactic failed, pattern was not found
  a * b
-/
#guard_msgs in
example (a b : Nat) : a + b = b + a := by
  conv in a * b => skip
