def zipSum : List Nat → List Nat → List Nat
  | [], _ => []
  | _ :: _, [] => []
  | x :: xs, y :: ys => (x + y) :: zipSum xs ys

theorem length_zipSum (xs ys : List Nat) : (zipSum xs ys).length ≤ xs.length := by
  fun_induction zipSum xs ys with
  | case1 => simp
  | case2 => simp
  | case3 x xs y ys ih => simp; exact ih
