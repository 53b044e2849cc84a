def reverse' (xs : List α) : List α :=
  let rec go : List α → List α → List α
    | [], acc => acc
    | x :: xs, acc => go xs (x :: acc)
  go xs []

/-- info: [3, 2, 1] -/
#guard_msgs in
#eval reverse' [1, 2, 3]

theorem go_length (xs acc : List α) : (reverse'.go xs acc).length = xs.length + acc.length := by
  induction xs generalizing acc with
  | nil => simp [reverse'.go]
  | cons x xs ih => simp [reverse'.go, ih]; omega
