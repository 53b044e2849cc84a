/-! `match` and `if` as tactics. -/

example (n : Nat) : n = 0 ∨ n > 0 := by
  match n with
  | 0 => exact .inl rfl
  | k + 1 => exact .inr (Nat.zero_lt_succ k)

example (p q : Prop) (h : p ∨ q) : q ∨ p := by
  match h with
  | .inl hp => exact .inr hp
  | .inr hq => exact .inl hq

example (n : Nat) : n = 0 ∨ n ≠ 0 := by
  if h : n = 0 then
    exact .inl h
  else
    exact .inr h

example (n : Nat) : n = 0 ∨ n ≠ 0 := by
  by_cases h : n = 0
  · exact .inl h
  · exact .inr h

example (p : Prop) (h : ¬ ¬ p) : p := by
  by_cases hp : p
  · exact hp
  · exact absurd hp h
