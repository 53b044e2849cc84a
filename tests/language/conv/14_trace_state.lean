/-! The goal of conversion mode is the term alone. -/

/--
info: x y z : Nat
| x + (y + z)
---
info: x y z : Nat
| y + z
-/
#guard_msgs in
example (x y z : Nat) : x + (y + z) = x + (z + y) := by
  conv =>
    lhs
    trace_state
    arg 2
    trace_state
    rw [Nat.add_comm]

/--
info: n : Nat
| n * 1
-/
#guard_msgs in
example : (fun n : Nat => n * 1) = fun n => n := by
  conv =>
    lhs
    ext n
    trace_state
    rw [Nat.mul_one]
