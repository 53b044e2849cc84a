theorem length_filter_le' (p : α → Bool) (xs : List α) : (xs.filter p).length ≤ xs.length := by
  induction xs with
  | nil => simp
  | cons x xs ih => simp only [List.filter]; split <;> simp <;> omega

def quicksort : List Nat → List Nat
  | [] => []
  | x :: xs =>
    have h₁ := length_filter_le' (· < x) xs
    have h₂ := length_filter_le' (x ≤ ·) xs
    quicksort (xs.filter (· < x)) ++ [x] ++ quicksort (xs.filter (x ≤ ·))
termination_by xs => xs.length
decreasing_by
  · simp only [List.length]; omega
  · simp only [List.length]; omega

/-- info: [1, 2, 3, 5, 8] -/
#guard_msgs in
#eval quicksort [3, 1, 8, 2, 5]
