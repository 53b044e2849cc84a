theorem lt_pow_two (n : Nat) : n < 2 ^ n := by
  match n with
  | 0 => decide
  | n + 1 =>
    have ih := lt_pow_two n
    have : 2 ^ (n + 1) = 2 ^ n + 2 ^ n := by rw [Nat.pow_succ]; omega
    omega
