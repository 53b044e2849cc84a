/-! The conditions of a rule are goals; `tactic =>` goes back to tactic mode. -/

example (f : Nat → Nat) (hf : ∀ n, 2 ≤ n → f n = n) : f 5 + 1 = 6 := by
  conv =>
    lhs
    lhs
    rw [hf]
    · skip
    · tactic => decide

example (f : Nat → Nat) (n : Nat) (hf : ∀ n, 2 ≤ n → f n = n) (hn : 2 ≤ n) : f n + 1 = n + 1 := by
  conv =>
    lhs
    arg 1
    rw [hf]
    · skip
    · apply hn

example (f : Nat → Nat) (n : Nat) (hf : ∀ n, 2 ≤ n → f n = n) (hn : 2 ≤ n) : f n + 1 = n + 1 := by
  conv =>
    lhs
    arg 1
    rw [hf n hn]
