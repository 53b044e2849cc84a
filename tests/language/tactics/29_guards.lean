/-! Checks of a state. -/

example (a b : Nat) (h : a = b) : b = a := by
  guard_hyp h : a = b
  guard_target = b = a
  fail_if_success guard_hyp h : b = a
  fail_if_success guard_target = a = b
  symm
  guard_target = a = b
  exact h

example : True := by
  let x := 2
  guard_hyp x : Nat := 2
  guard_expr x =~ 2
  trivial
