def countDown (n : Nat) : Nat :=
  if h : 0 < n then countDown (n - 1) + 1 else 0

/-- info: 6 -/
#guard_msgs in
#eval countDown 6

theorem countDown_zero : countDown 0 = 0 := by
  rw [countDown]; simp
