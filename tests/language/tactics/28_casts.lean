/-! Coercions from natural numbers to integers. -/

example (a b : Nat) (h : a ≤ b) : (a : Int) ≤ b := by
  exact_mod_cast h

example (a b : Nat) (h : (a : Int) = b) : a = b := by
  exact_mod_cast h

example (a b c : Nat) (h : a + b = c) : (a : Int) + b = c := by
  exact_mod_cast h

example (a b : Nat) (h : a * 2 < b) : (a : Int) * 2 < b := by
  norm_cast
  exact h

example (a b c : Nat) (h : ((a + b : Nat) : Int) = c) : (a : Int) + b = c := by
  push_cast at h
  exact h

example (a b : Nat) (h : (a : Int) + 1 ≤ b) : a + 1 ≤ b := by
  norm_cast at h
  exact h
