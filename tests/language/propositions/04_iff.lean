variable (p q r : Prop)

theorem or_turn : p ∨ q ↔ q ∨ p := by
  constructor <;> (intro h; cases h)
  case mp.inl h => exact .inr h
  case mp.inr h => exact .inl h
  case mpr.inl h => exact .inr h
  case mpr.inr h => exact .inl h

example (h : p ∨ q) : q ∨ p := (or_turn p q).mp h
example (h : q ∨ p) : p ∨ q := Iff.mpr (or_turn p q) h
example (h : p ↔ q) : q ↔ p := h.symm
example (h₁ : p ↔ q) (h₂ : q ↔ r) : p ↔ r := h₁.trans h₂
example (h : p ↔ q) : (p → r) ↔ (q → r) := ⟨fun f y => f (h.2 y), fun f x => f (h.1 x)⟩
example : p ↔ p := Iff.rfl
example (h : p ↔ q) : p = q := propext h
