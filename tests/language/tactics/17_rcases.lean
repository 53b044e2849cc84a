/-! The patterns of `rcases`, `obtain` and `rintro`. -/

example (p q r : Prop) (h : p ∧ q ∧ r) : r ∧ p := by
  obtain ⟨hp, -, hr⟩ := h
  exact ⟨hr, hp⟩

example (p q r : Prop) (h : p ∧ (q ∨ r)) : (p ∧ q) ∨ (p ∧ r) := by
  rcases h with ⟨hp, hq | hr⟩
  · exact .inl ⟨hp, hq⟩
  · exact .inr ⟨hp, hr⟩

example (x : Nat) (h : ∃ y, x = y + 1) : x ≠ 0 := by
  rcases h with ⟨y, rfl⟩
  exact Nat.succ_ne_zero y

example (p q : Nat → Prop) : (∃ x, p x ∧ q x) → ∃ x, q x ∧ p x := by
  rintro ⟨x, hp, hq⟩
  exact ⟨x, hq, hp⟩

example (p q r : Prop) : p ∨ q ∨ r → r ∨ q ∨ p := by
  rintro (hp | hq | hr)
  · exact .inr (.inr hp)
  · exact .inr (.inl hq)
  · exact .inl hr

example (a b : Nat) : a = b → b = a := by
  rintro rfl
  rfl

example (x : Nat) (h : ∃ y : Nat, x = y ∧ y = 2) : x = 2 := by
  obtain ⟨y, (h₁ : x = y), h₂⟩ := h
  rw [h₁, h₂]

example (h : ∃ x : Nat, x < 0) : False := by
  obtain ⟨x, hx⟩ : ∃ x : Nat, x < 0 := h
  exact Nat.not_lt_zero x hx

example (h : False ∨ True) : True := by
  rcases h with h | -
  · cases h
  · trivial
