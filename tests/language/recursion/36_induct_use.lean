def half : Nat → Nat
  | 0 => 0
  | 1 => 0
  | n + 2 => half n + 1

theorem half_le (n : Nat) : half n ≤ n := by
  induction n using half.induct with
  | case1 => simp [half]
  | case2 => simp [half]
  | case3 n ih => simp [half]; omega
