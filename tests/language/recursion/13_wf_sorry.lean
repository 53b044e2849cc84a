/-- warning: declaration uses `sorry` -/
#guard_msgs in
def collatz (n : Nat) : Nat :=
  if n ≤ 1 then 0 else if n % 2 = 0 then collatz (n / 2) + 1 else collatz (3 * n + 1) + 1
decreasing_by all_goals sorry
