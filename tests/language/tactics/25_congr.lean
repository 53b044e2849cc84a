/-! Congruence. -/

example (f : Nat → Nat → Nat) (a b c d : Nat) (h₁ : a = c) (h₂ : b = d) : f a b = f c d := by
  congr

example (f : Nat → Nat) (a b : Nat) (h : a = b) : f (a + 1) = f (b + 1) := by
  congr 2

example (f : Nat → Nat) (a b : Nat) (h : a = b) : f a = f b :=
  congrArg f h

example (f g : Nat → Nat) (a : Nat) (h : f = g) : f a = g a :=
  congrFun h a
