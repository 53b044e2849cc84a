def diff : Nat → Nat → Nat
  | 0, n => n
  | m + 1, 0 => m + 1
  | m + 1, n + 1 => diff m n

theorem diff_comm (m n : Nat) : diff m n = diff n m := by
  fun_induction diff m n with
  | case1 n => cases n <;> simp [diff]
  | case2 m => simp [diff]
  | case3 m n ih => simp [diff, ih]
