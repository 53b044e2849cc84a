/-! `cases` with structured alternatives, wildcards, equations, eliminators. -/

example (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h with
  | inl hp => exact .inr hp
  | inr hq => exact .inl hq

example (n : Nat) : n = 0 ∨ n ≠ 0 := by
  cases n with
  | zero => exact .inl rfl
  | _ => exact .inr (Nat.succ_ne_zero _)

example (n : Nat) (h : n ≠ 0) : ∃ k, n = k + 1 := by
  cases hn : n with
  | zero => exact absurd hn h
  | succ k => exact ⟨k, rfl⟩

example (a b : Nat) (h : a ≤ b) : a < b ∨ a = b := by
  cases Nat.lt_or_ge a b with
  | inl h => exact .inl h
  | inr h' => exact .inr (Nat.le_antisymm h h')

example (p q : Prop) : p ∧ q → q := by
  intro h
  cases h with
  | intro _ hq => exact hq

example (p q : Prop) (h : p ∨ q) (hp : p → q) : q := by
  cases h with
  | inl h | inr h => first | exact h | exact hp h
