def walk : Nat → Nat → Nat
  | 0, n => n
  | m + 1, 0 => walk m 5
  | m + 1, n + 1 => walk (m + 1) n

/-- info: 5 -/
#guard_msgs in
#eval walk 2 3
