def double : Nat → Nat
  | 0 => 0
  | n + 1 => double n + 2

example : double 4 = 8 := rfl
example (n : Nat) : double (n + 1) = double n + 2 := rfl
theorem double_eq (n : Nat) : double n = n + n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [double, ih]; omega
