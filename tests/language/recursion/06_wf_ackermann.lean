def ackermann : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ackermann m 1
  | m + 1, n + 1 => ackermann m (ackermann (m + 1) n)
termination_by m n => (m, n)

/-- info: 9 -/
#guard_msgs in
#eval ackermann 2 3

example (n : Nat) : ackermann 0 n = n + 1 := by simp [ackermann]
example (m : Nat) : ackermann (m + 1) 0 = ackermann m 1 := by rw [ackermann]
