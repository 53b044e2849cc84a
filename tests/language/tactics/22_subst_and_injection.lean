/-! Equations as hypotheses. -/

example (a b c : Nat) (h : a = b) (h' : a = c) : b = c := by
  subst h
  exact h'

example (a b : Nat) (h : a = b) (h' : b = 2) : a = 2 := by
  subst_vars
  rfl

example (a b : Nat) (h : a.succ = b.succ) : a = b := by
  injection h

example (a b c d : Nat) (h : (a, b) = (c, d)) : a = c ∧ b = d := by
  injection h with h₁ h₂
  exact ⟨h₁, h₂⟩

example (a b c d : Nat) (h : [a, b] = [c, d]) : b = d := by
  injections

example (a b : Nat) (h : some a = some b) : a = b := by
  cases h
  rfl
