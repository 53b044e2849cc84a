def sumBelow (n : Nat) : Nat := go 0 0
where
  go (i acc : Nat) : Nat :=
    if h : i < n then go (i + 1) (acc + i) else acc
  termination_by n - i

/-- info: 10 -/
#guard_msgs in
#eval sumBelow 5
