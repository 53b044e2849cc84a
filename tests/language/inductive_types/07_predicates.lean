inductive Even : Nat → Prop where
  | zero : Even 0
  | step : Even n → Even (n + 2)

theorem even_add (h₁ : Even m) (h₂ : Even n) : Even (m + n) := by
  induction h₂ with
  | zero => exact h₁
  | @step k _ ih => exact (Even.step ih : Even (m + k + 2))

theorem not_even_one : ¬ Even 1 := by
  intro h
  cases h

theorem even_of_step (h : Even (n + 2)) : Even n := by
  cases h with
  | step h => exact h

example : Even 4 := .step (.step .zero)
