variable (a b c : Prop)

theorem uncurry : (a → b → c) ↔ (a ∧ b → c) := ⟨fun f h => f h.1 h.2, fun f x y => f ⟨x, y⟩⟩

theorem or_distrib : a ∨ (b ∧ c) ↔ (a ∨ b) ∧ (a ∨ c) := by
  constructor
  · rintro (x | ⟨y, z⟩)
    · exact ⟨.inl x, .inl x⟩
    · exact ⟨.inr y, .inr z⟩
  · rintro ⟨x | y, x' | z⟩
    · exact .inl x
    · exact .inl x
    · exact .inl x'
    · exact .inr ⟨y, z⟩

theorem from_or : (a ∨ b → c) ↔ (a → c) ∧ (b → c) :=
  ⟨fun f => ⟨f ∘ .inl, f ∘ .inr⟩, fun ⟨f, g⟩ h => h.elim f g⟩
