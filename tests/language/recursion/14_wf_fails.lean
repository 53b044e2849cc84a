/--
error: fail to show termination, possible errors:
failed to infer structural recursion:
Cannot use parameter n:
  failed to eliminate recursive application
    up (n + 1)


failed to prove termination, possible solutions:
  - Use `have`-expressions to prove the remaining goals
  - Use `termination_by` to specify a different well-founded relation
  - Use `decreasing_by` to specify your own tactic for discharging this kind of goal
n : Nat
⊢ n + 1 < n
-/
#guard_msgs in
def up (n : Nat) : Nat := up (n + 1)
