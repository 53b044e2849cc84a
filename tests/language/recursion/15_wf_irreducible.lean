def log2 (n : Nat) : Nat := if h : 1 < n then log2 (n / 2) + 1 else 0

example : log2 1 = 0 := by
  unfold log2
  simp

example (n : Nat) : log2 n = if h : 1 < n then log2 (n / 2) + 1 else 0 := by
  rw [log2]
