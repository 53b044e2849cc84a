def nth : List α → Nat → Option α
  | [], _ => none
  | x :: _, 0 => some x
  | _ :: xs, n + 1 => nth xs n

theorem nth_none (xs : List α) (n : Nat) (h : xs.length ≤ n) : nth xs n = none := by
  fun_induction nth xs n with
  | case1 => rfl
  | case2 => simp at h
  | case3 x xs n ih => exact ih (by simp at h; omega)
