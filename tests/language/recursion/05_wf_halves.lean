def bits : Nat → Nat
  | 0 => 0
  | n + 1 => bits ((n + 1) / 2) + 1

/-- info: 4 -/
#guard_msgs in
#eval bits 9

example : bits 0 = 0 := by simp [bits]
example (n : Nat) : bits (n + 1) = bits ((n + 1) / 2) + 1 := by rw [bits]
