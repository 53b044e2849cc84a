/-! `first`, `try`, `solve`, `repeat`, `iterate`. -/

example (p q : Prop) (hq : q) : p ∨ q := by
  first
  | (apply Or.inl; assumption)
  | (apply Or.inr; assumption)

example (p q r : Prop) (hr : r) : p ∨ q ∨ r := by
  repeat (first | (apply Or.inl; assumption) | apply Or.inr | assumption)

example (p : Prop) (hp : p) : p := by
  try exact trivial
  exact hp

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  all_goals solve | exact hp | exact hq

example (p : Prop) (hp : p) : p ∧ p ∧ p ∧ p := by
  iterate 3
    refine ⟨hp, ?_⟩
  exact hp

example (p : Prop) (hp : p) : p ∧ p ∧ p := by
  repeat' constructor
  all_goals exact hp
