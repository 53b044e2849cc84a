def merge : List Nat → List Nat → List Nat
  | [], ys => ys
  | xs, [] => xs
  | x :: xs, y :: ys => if x ≤ y then x :: merge xs (y :: ys) else y :: merge (x :: xs) ys

/-- info: [1, 2, 3, 5, 8] -/
#guard_msgs in
#eval merge [1, 3, 8] [2, 5]
