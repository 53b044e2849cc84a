/-! `fun` goes to the function of an application, `arg 0` to its head. -/

example (f g : Nat → Nat) (h : f = g) (a : Nat) : f a = g a := by
  conv =>
    lhs
    fun
    rw [h]

example (f g : Nat → Nat → Nat) (h : f = g) (a b : Nat) : f a b = g a b := by
  conv =>
    lhs
    fun
    fun
    rw [h]

example (f g : Nat → Nat → Nat) (h : f = g) (a b : Nat) : f a b = g a b := by
  conv =>
    lhs
    arg 0
    rw [h]
