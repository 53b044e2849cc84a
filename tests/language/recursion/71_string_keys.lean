def lookup (key : String) : List (String × Nat) → Option Nat
  | [] => none
  | (k, v) :: rest => if k = key then some v else lookup key rest

/-- info: some 2 -/
#guard_msgs in
#eval lookup "b" [("a", 1), ("b", 2)]
