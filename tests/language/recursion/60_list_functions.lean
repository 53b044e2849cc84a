def evens : List α → List α
  | [] => []
  | [x] => [x]
  | x :: _ :: xs => x :: evens xs

/-- info: [1, 3, 5] -/
#guard_msgs in
#eval evens [1, 2, 3, 4, 5]

theorem length_evens (xs : List α) : (evens xs).length ≤ xs.length := by
  fun_induction evens xs with
  | case1 => simp
  | case2 x => simp
  | case3 x y xs ih => simp; omega
