/-! `rw` in its forms. -/

example (a b c : Nat) (h : a = b) (h' : b = c) : a = c := by
  rw [h, h']

example (a b c : Nat) (h : b = a) (h' : b = c) : a = c := by
  rw [← h, h']

example (a b : Nat) (h : a = b) (ha : a + a = 4) : b + b = 4 := by
  rw [h] at ha
  exact ha

example (a b c : Nat) (h : a = b) (ha : a = c) : a + 0 = b ∧ b = c := by
  rw [h] at ha ⊢
  exact ⟨rfl, ha⟩

example (f : Nat → Nat) (h : ∀ x, f x = 0) : f 1 + f 2 = 0 := by
  rw [h 1, h]

example (p q : Prop) (h : p ↔ q) (hq : q) : p := by
  rwa [h]

example (a b c : Nat) : a + b + c = a + (c + b) := by
  rw [Nat.add_assoc, Nat.add_comm b]

example (f : Nat → Nat) (h : ∀ x, x > 0 → f x = 0) : f 3 = 0 := by
  rw [h]
  decide

example (a b : Nat) (h : a = b) : a + 1 = b + 1 := by
  erw [h]
