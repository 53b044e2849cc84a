/-! A tactic that must fail. -/

example (a b : Nat) (h : a = b) : b = a := by
  fail_if_success exact h
  fail_if_success rfl
  fail_if_success (intro x; exact x)
  exact h.symm

example (p : Prop) (hp : p) : p := by
  fail_if_success
    constructor
    exact hp
  exact hp
