def quotient (x y : Nat) : Nat :=
  if h : 0 < y ∧ y ≤ x then
    have : x - y < x := Nat.sub_lt (Nat.lt_of_lt_of_le h.1 h.2) h.1
    quotient (x - y) y + 1
  else 0

/-- info: 3 -/
#guard_msgs in
#eval quotient 17 5

example (y : Nat) : quotient 0 y = 0 := by
  unfold quotient
  split
  · omega
  · rfl
