theorem by_strong (p : Nat → Prop) (h : ∀ n, (∀ m < n, p m) → p n) (n : Nat) : p n := by
  induction n using Nat.strongRecOn with
  | ind n ih => exact h n ih

theorem two_steps {p : Nat → Prop} (zero : p 0) (one : p 1) (step : ∀ n, p n → p (n + 2)) : ∀ n, p n
  | 0 => zero
  | 1 => one
  | n + 2 => step n (two_steps zero one step n)

theorem half (n : Nat) : ∃ k, n = 2 * k ∨ n = 2 * k + 1 := by
  induction n using two_steps with
  | zero => exact ⟨0, .inl rfl⟩
  | one => exact ⟨0, .inr rfl⟩
  | step n ih =>
    obtain ⟨k, hk | hk⟩ := ih
    · exact ⟨k + 1, .inl (by omega)⟩
    · exact ⟨k + 1, .inr (by omega)⟩

example (p q : Prop) [Decidable p] [Decidable q] (h : ¬ (p ∧ q)) : ¬ p ∨ ¬ q := Decidable.not_and_iff_or_not.mp h
