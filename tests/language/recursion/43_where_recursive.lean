def maximum (xs : List Nat) : Nat := go 0 xs
where
  go (best : Nat) : List Nat → Nat
    | [] => best
    | x :: xs => go (max best x) xs

/-- info: 9 -/
#guard_msgs in
#eval maximum [4, 9, 2]
