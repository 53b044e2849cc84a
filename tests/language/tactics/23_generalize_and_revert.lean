/-! `generalize`, `revert`, `clear`. -/

example (a b : Nat) : (a + b) * 0 = 0 := by
  generalize a + b = c
  exact Nat.mul_zero c

example (a b : Nat) (h : a + b = 5) : (a + b) * 2 = 10 := by
  generalize h' : a + b = c
  rw [← h', h]

example (a b : Nat) (h : a + b = 5) : 5 = a + b := by
  generalize a + b = c at h ⊢
  exact h.symm

example (a b : Nat) (h : a = b) : b = a := by
  revert h
  intro h
  exact h.symm

example (a b : Nat) (h : a = b) (_h' : b = 3) : b = a := by
  clear _h'
  exact h.symm
