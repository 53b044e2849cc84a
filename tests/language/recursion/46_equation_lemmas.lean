def pred2 : Nat → Nat
  | 0 => 0
  | 1 => 0
  | n + 2 => n

example : pred2 0 = 0 := by rw [pred2.eq_1]
example : pred2 1 = 0 := by rw [pred2.eq_2]
example (n : Nat) : pred2 (n + 2) = n := by rw [pred2.eq_3]
