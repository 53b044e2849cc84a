variable (α : Type) (p q : α → Prop)

theorem both : (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ (∀ x, q x) :=
  ⟨fun h => ⟨fun x => (h x).1, fun x => (h x).2⟩, fun ⟨hp, hq⟩ x => ⟨hp x, hq x⟩⟩

theorem either (h : (∀ x, p x) ∨ ∀ x, q x) : ∀ x, p x ∨ q x :=
  fun x => h.elim (fun f => .inl (f x)) (fun f => .inr (f x))

example (r : Prop) (a : α) : (∀ _ : α, r) → r := fun f => f a
example (p : Nat → Prop) (h : ∀ x < 5, p x) : p 3 := h 3 (by decide)
example (p : Nat → Nat → Prop) (h : ∀ x y, p x y) : ∀ y x, p x y := fun y x => h x y
