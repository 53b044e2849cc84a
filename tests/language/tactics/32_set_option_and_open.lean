/-! Scopes inside of tactic blocks. -/

example (a b : Nat) : a + b = b + a := by
  open Nat in
  exact add_comm a b

example (a b : Nat) : a + b = b + a := by
  set_option pp.all true in
  exact Nat.add_comm a b

example (p : Prop) : p ∨ ¬ p := by
  classical
  by_cases h : p
  · exact .inl h
  · exact .inr h

example (a : Nat) : a = a := by
  with_reducible rfl
