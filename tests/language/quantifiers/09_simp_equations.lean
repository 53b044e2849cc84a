variable (a b c : Nat)

example : (a + b) * (a + b) = a * a + b * a + a * b + b * b := by
  simp [Nat.mul_add, Nat.add_mul, Nat.add_assoc]

example (h : a = b) : a * c = b * c := by simp [h]
example (h : a = b + 0) : a = b := by simpa using h
example (f : Nat → Nat) (h : ∀ x, f x = x) : f a + f b = a + b := by simp [h]
