/-! `calc` as a tactic and as a term, with a first term alone, with several relations. -/

example (a b c d : Nat) (h₁ : a = b) (h₂ : b ≤ c) (h₃ : c < d) : a < d := by
  calc
    a = b := h₁
    _ ≤ c := h₂
    _ < d := h₃

example (a b c : Nat) (h₁ : a = b) (h₂ : b = c) : a = c :=
  calc a
    _ = b := h₁
    _ = c := h₂

example (a b c : Nat) : (a + b) * (1 + c) = a + b + (a + b) * c :=
  calc (a + b) * (1 + c)
    _ = (a + b) * 1 + (a + b) * c := by rw [Nat.mul_add]
    _ = a + b + (a + b) * c := by rw [Nat.mul_one]

example (a b c : Nat) : a + (b + (c + 1)) = c + b + a + 1 :=
  calc a + (b + (c + 1))
    _ = (a + (b + c)) + 1 := rfl
    _ = c + b + a + 1 := by rw [Nat.add_comm a, Nat.add_comm b]
