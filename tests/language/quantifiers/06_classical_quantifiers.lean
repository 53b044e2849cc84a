open Classical

variable (α : Type) (p q : α → Prop) (r : Prop)

theorem witness (h : ¬ ∀ x, p x) : ∃ x, ¬ p x :=
  byContradiction fun none => h fun x => byContradiction fun hx => none ⟨x, hx⟩

theorem drinker [Inhabited α] : ∃ x, p x → ∀ y, p y := by
  by_cases h : ∀ y, p y
  · exact ⟨default, fun _ => h⟩
  · obtain ⟨x, hx⟩ := witness α p h
    exact ⟨x, fun hp => absurd hp hx⟩

example : (∃ x, p x ∧ r) ↔ (∃ x, p x) ∧ r :=
  ⟨fun ⟨x, h, hr⟩ => ⟨⟨x, h⟩, hr⟩, fun ⟨⟨x, h⟩, hr⟩ => ⟨x, h, hr⟩⟩
example : (∃ x, p x ∨ q x) ↔ (∃ x, p x) ∨ (∃ x, q x) :=
  ⟨fun | ⟨x, .inl h⟩ => .inl ⟨x, h⟩ | ⟨x, .inr h⟩ => .inr ⟨x, h⟩,
   fun | .inl ⟨x, h⟩ => ⟨x, .inl h⟩ | .inr ⟨x, h⟩ => ⟨x, .inr h⟩⟩
example : (¬ ∃ x, p x) ↔ (∀ x, ¬ p x) := ⟨fun h x hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => h x hx⟩
