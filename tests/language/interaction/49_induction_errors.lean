/-! Alternatives that do not exist or are missing. -/

/-- error: Invalid alternative name `suc`: Expected `succ` -/
#guard_msgs (substring := true) in
example (n : Nat) : n = n := by
  induction n with
  | zero => rfl
  | suc n ih => rfl

/-- error: Alternative `succ` has not been provided -/
#guard_msgs in
example (n : Nat) : n = n := by
  cases n with
  | zero => rfl
