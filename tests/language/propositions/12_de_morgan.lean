variable (p q : Prop)

example : ¬ (p ∨ q) ↔ ¬ p ∧ ¬ q :=
  ⟨fun h => ⟨fun hp => h (.inl hp), fun hq => h (.inr hq)⟩,
   fun ⟨hnp, hnq⟩ h => h.elim hnp hnq⟩

example : ¬ p ∨ ¬ q → ¬ (p ∧ q)
  | .inl hnp, ⟨hp, _⟩ => hnp hp
  | .inr hnq, ⟨_, hq⟩ => hnq hq

example : p ∧ ¬ q → ¬ (p → q) := fun ⟨hp, hnq⟩ h => hnq (h hp)
example : ¬ p ∨ q → p → q := fun | .inl hnp, hp => absurd hp hnp | .inr hq, _ => hq
