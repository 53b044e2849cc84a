def digits (n : Nat) : List Nat :=
  if h : n < 10 then [n] else digits (n / 10) ++ [n % 10]

/-- info: [1, 9, 8, 4] -/
#guard_msgs in
#eval digits 1984

theorem digits_small {n : Nat} (h : n < 10) : digits n = [n] := by
  rw [digits]; simp [h]
