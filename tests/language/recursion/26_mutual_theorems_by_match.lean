mutual
  inductive Ev : Nat → Prop where
    | zero : Ev 0
    | step : Od n → Ev (n + 1)
  inductive Od : Nat → Prop where
    | step : Ev n → Od (n + 1)
end

mutual
  theorem ev_or_od (n : Nat) : Ev n ∨ Od n := by
    match n with
    | 0 => exact .inl .zero
    | n + 1 =>
      cases od_or_ev n with
      | inl h => exact .inl (.step h)
      | inr h => exact .inr (.step h)
  theorem od_or_ev (n : Nat) : Od n ∨ Ev n := by
    match n with
    | 0 => exact .inr .zero
    | n + 1 =>
      cases ev_or_od n with
      | inl h => exact .inl (.step h)
      | inr h => exact .inr (.step h)
end
