def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib n + fib (n + 1)

/-- info: 55 -/
#guard_msgs in
#eval fib 10

example : fib 7 = 13 := rfl
example (n : Nat) : fib (n + 2) = fib n + fib (n + 1) := by rw [fib]
