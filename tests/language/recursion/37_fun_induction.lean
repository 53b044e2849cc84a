def half : Nat → Nat
  | 0 => 0
  | 1 => 0
  | n + 2 => half n + 1

theorem half_le (n : Nat) : half n ≤ n := by
  fun_induction half n with
  | case1 => omega
  | case2 => omega
  | case3 n ih => omega
