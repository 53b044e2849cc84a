/-! The goal of conversion mode is the term alone. -/

/--
info: a b c : Nat
| a * (b * c)
---
info: a b c : Nat
| b * c
-/
#guard_msgs in
example (a b c : Nat) : a * (b * c) = a * (c * b) := by
  conv =>
    lhs
    trace_state
    arg 2
    trace_state
    rw [Nat.mul_comm]

/--
info: x : Nat
| 0 + x
-/
#guard_msgs in
example : (fun x : Nat => 0 + x) = fun x => x := by
  conv =>
    lhs
    ext x
    trace_state
    rw [Nat.zero_add]
