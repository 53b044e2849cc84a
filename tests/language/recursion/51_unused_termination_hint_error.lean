/--
error: failed to prove termination, possible solutions:
  - Use `have`-expressions to prove the remaining goals
  - Use `termination_by` to specify a different well-founded relation
  - Use `decreasing_by` to specify your own tactic for discharging this kind of goal
n : Nat
⊢ n + 2 < n + 1
-/
#guard_msgs in
def wrong : Nat → Nat
  | 0 => 0
  | n + 1 => wrong (n + 2)
termination_by n => n
