example : ∃! n : Nat, n + 1 = 3 := ⟨2, rfl, fun _ h => Nat.succ.inj h⟩

example (p : Nat → Prop) (h : ∃! n, p n) : ∃ n, p n := by
  obtain ⟨n, hn, _⟩ := h
  exact ⟨n, hn⟩
