/-! Decision procedures. -/

example (a b : Nat) (h : a < b) : a + 1 ≤ b := by omega

example (a b c : Int) (h₁ : a ≤ b) (h₂ : b < c) : a < c := by omega

example (x y : Nat) (h : 2 * x + 1 = 2 * y) : False := by omega

example : 10 < 20 := by decide

example : ¬ 3 ∣ 10 := by decide

example : 3 ∣ 12 := by decide +kernel

example (a b : Nat) : max a b = max b a := by omega
