def IsMultiple (k n : Nat) := ∃ m, n = k * m

theorem IsMultiple.add (h₁ : IsMultiple k a) (h₂ : IsMultiple k b) : IsMultiple k (a + b) :=
  match h₁, h₂ with
  | ⟨x, hx⟩, ⟨y, hy⟩ => ⟨x + y, by rw [hx, hy, Nat.mul_add]⟩

theorem IsMultiple.mul (h : IsMultiple k a) (b : Nat) : IsMultiple k (a * b) := by
  obtain ⟨x, rfl⟩ := h
  exact ⟨x * b, Nat.mul_assoc k x b⟩

theorem IsMultiple.trans (h₁ : IsMultiple k a) (h₂ : IsMultiple a b) : IsMultiple k b :=
  Exists.elim h₂ fun y hy => hy ▸ h₁.mul y

example : IsMultiple 3 12 := ⟨4, rfl⟩
