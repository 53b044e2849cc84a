def zipSum : List Nat → List Nat → List Nat
  | x :: xs, y :: ys => (x + y) :: zipSum xs ys
  | _, _ => []

theorem length_zipSum (xs ys : List Nat) : (zipSum xs ys).length ≤ xs.length := by
  fun_induction zipSum xs ys with
  | case1 x xs y ys ih => simp; exact ih
  | case2 => simp
