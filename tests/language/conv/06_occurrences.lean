/-! Which instances of a pattern are meant. -/

example (a b : Nat) (h : a = b) : a + a = a + b := by
  conv in (occs := 2) a => rw [h]

example (a b : Nat) (h : a = b) : a + a = b + b := by
  conv =>
    lhs
    pattern (occs := *) a
    all_goals rw [h]

example (f : Nat → Nat) (a b : Nat) (h : ∀ x, f x = x) : f a + f b = a + b := by
  conv =>
    lhs
    pattern (occs := 1 2) f _
    · rw [h]
    · rw [h]
