/- `ring`, `ring_nf`, `linarith`, `nlinarith`, `positivity`, `norm_num`, `interval_cases`, and what `omega` can do. -/

/-! ## ring -/

example (x y : Nat) : (x + y) ^ 2 = x ^ 2 + 2 * x * y + y ^ 2 := by ring
example (x y : Int) : (x - y) * (x + y) = x ^ 2 - y ^ 2 := by ring
example (x y z : Int) : (x - y) ^ 3 - x ^ 3 + y ^ 3 = -3 * x ^ 2 * y + 3 * x * y ^ 2 := by ring
example (a b : Int) : -(a - b) * 2 = 2 * b - a - a := by ring
example (n : Nat) : 2 ^ (n + 1) = 2 * 2 ^ n := by ring
example (n m : Nat) : (3 : Int) ^ (2 * n + m) * 3 = 3 ^ m * (3 ^ n) ^ 2 * 3 := by ring
example (x : Int) (n : Nat) : (x * 2) ^ n * x ^ n = (x ^ n) ^ 2 * 2 ^ n := by ring
example (x n k : Nat) : (x ^ n) ^ k * x = x ^ (k * n + 1) := by ring
example (f : Nat → Nat) (x : Nat) : f x * (f x + 1) = f x + f x * f x := by ring
example (n : Nat) : ((n + 1 : Nat) : Int) ^ 2 = (n : Int) ^ 2 + 2 * n + 1 := by ring
example (x : Nat) : Nat.succ x * 2 = x + x + 2 := by ring
example (x : Int) : (x + 1) ^ 10 - (x + 1) ^ 10 = 0 := by ring

section Abstract
variable {R : Type} [CommRing R] {S : Type} [CommSemiring S] {K : Type} [Field K]

example (a b c : R) : a * (b - c) + a * c = b * a := by ring
example (a b : R) : (a + b) ^ 3 = a ^ 3 + 3 * a ^ 2 * b + 3 * a * b ^ 2 + b ^ 3 := by ring
example (a b : S) : (a + b) * (a + b) = a * a + 2 * (a * b) + b * b := by ring
example (a b c : K) : (a + b) / c = a / c + b / c := by ring
example (a : R) : a * 0 + 1 * a - 0 = a := by ring
example (a b : R) (h : a = b) : a + a = 2 * b := by
  rw [h]
  ring
end Abstract

/-- Pairs of integers with the operations of each place: a ring of the user. -/
structure Pair where
  l : Int
  r : Int

namespace Pair
theorem ext' {a b : Pair} (h₁ : a.l = b.l) (h₂ : a.r = b.r) : a = b := by
  cases a
  cases b
  simp_all

instance : Mathlib.CommRing Pair where
  add a b := ⟨a.l + b.l, a.r + b.r⟩
  mul a b := ⟨a.l * b.l, a.r * b.r⟩
  zero := ⟨0, 0⟩
  one := ⟨1, 1⟩
  neg a := ⟨-a.l, -a.r⟩
  add_assoc a b c := ext' (Int.add_assoc ..) (Int.add_assoc ..)
  add_comm a b := ext' (Int.add_comm ..) (Int.add_comm ..)
  zero_add a := ext' (Int.zero_add _) (Int.zero_add _)
  add_zero a := ext' (Int.add_zero _) (Int.add_zero _)
  mul_assoc a b c := ext' (Int.mul_assoc ..) (Int.mul_assoc ..)
  mul_comm a b := ext' (Int.mul_comm ..) (Int.mul_comm ..)
  one_mul a := ext' (Int.one_mul _) (Int.one_mul _)
  mul_one a := ext' (Int.mul_one _) (Int.mul_one _)
  zero_mul a := ext' (Int.zero_mul _) (Int.zero_mul _)
  mul_zero a := ext' (Int.mul_zero _) (Int.mul_zero _)
  left_distrib a b c := ext' (Int.mul_add ..) (Int.mul_add ..)
  right_distrib a b c := ext' (Int.add_mul ..) (Int.add_mul ..)
  neg_add_cancel a := ext' (Int.add_left_neg _) (Int.add_left_neg _)

example (a b : Pair) : (a + b) * (a - b) = a * a - b * b := by ring
example (a b : Pair) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by ring
example (a b : Pair) : a * b = b * a := mul_comm a b
end Pair

/-! ## ring_nf -/

example (x y : Int) (h : y * 1 * x = 3) : y * x + x * y = 6 := by
  ring_nf at h ⊢
  omega
example (x : Nat) : x * 2 + x = x * 3 := by ring_nf

/-! ## linarith -/

example (a b c : Int) (h₁ : a < b) (h₂ : b < c) : a + 1 < c := by linarith
example (a b : Int) (h₁ : 2 * a + b ≤ 4) (h₂ : a - b ≤ -1) : 3 * a ≤ 3 := by linarith
example (a b : Int) (h : a ≤ b) (h' : b ≤ a) : a = b := by linarith
example (a b : Nat) (h : a + 2 * b ≤ 7) (h' : 3 ≤ b) : a ≤ 1 := by linarith
example (a b : Int) (h : a < b) (h' : b < a) : False := by linarith
example (a b : Int) (h : a < b) : ¬ b ≤ a := by linarith
example (x y : Int) (h : x * y ≤ 3) (h' : 5 ≤ y * x) : False := by linarith
example (x y : Int) (h : x = 2 * y) (h' : y = 3) : x = 6 := by linarith [h, h']

section Ordered
variable {K : Type} [LinearOrderedField K] {R : Type} [CommRing R] [LinearOrder R] [IsStrictOrderedRing R]

example (a b c : K) (h₁ : a < b) (h₂ : b ≤ c) : a < c := by linarith
example (a b : K) (h : a + a ≤ b) (h' : b < 2) : a < 1 := by linarith
example (a b : R) (h : 3 * a ≤ 2) (h' : 2 ≤ b) : 3 * a ≤ b := by linarith
example (a b : K) : 2 * a * b ≤ a ^ 2 + b ^ 2 := by nlinarith
example (a b : R) (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by nlinarith
end Ordered

/-! ## nlinarith -/

example (a b : Int) : a * b * 2 ≤ a ^ 2 + b ^ 2 := by nlinarith
example (a b : Int) (ha : 2 ≤ a) (hb : 2 ≤ b) : a + b ≤ a * b := by nlinarith
example (a b : Nat) (h : a ≤ b) : a * a ≤ b * b := by nlinarith
example (x y : Int) (h : x + y = 10) : x * y ≤ 25 := by nlinarith

/-! ## positivity -/

example (a b : Int) (ha : 0 < a) (hb : 0 ≤ b) : 0 < a * a + b := by positivity
example (a : Int) : 0 ≤ a ^ 2 + 1 := by positivity
example (a : Int) : 0 < a ^ 4 + 3 := by positivity
example (a n : Nat) (h : 0 < a) : 0 < a ^ n * 7 := by positivity
example (a b : Int) (ha : 0 < a) (hb : 0 < b) : a * b ≠ 0 := by positivity

/-! ## norm_num -/

example : Nat.Prime 97 := by norm_num
example : ¬ Nat.Prime 91 := by norm_num
example : Nat.Prime 10007 := by norm_num
example : ¬ Nat.Prime 1 := by norm_num
example : 7 ^ 1000000000 % 13 = 9 := by norm_num
example : Nat.gcd 180 168 = 12 := by norm_num
example : Nat.lcm 12 18 = 36 := by norm_num
example : (3 : Int) * 5 - 20 < 0 := by norm_num
example : ¬ 7 ∣ 100 := by norm_num
example (x : Nat) (h : x = 2 + 3) : x = 5 := by
  norm_num at h
  exact h
example {R : Type} [CommRing R] : (2 : R) * 3 + 1 = 7 := by norm_num

/-! ## interval_cases -/

example (n : Nat) (h : n < 4) : n * n ≤ 9 := by interval_cases n <;> omega
example (n : Nat) (h₁ : 2 ≤ n) (h₂ : n ≤ 5) (h : n % 2 = 1) : n = 3 ∨ n = 5 := by interval_cases n <;> omega
example (x : Int) (h₁ : -2 ≤ x) (h₂ : x < 2) : x * x ≤ 4 := by interval_cases x <;> omega
example (a b : Nat) (h : a * b + a + b = 11) (h' : 1 ≤ a) (h'' : a ≤ b) : b = 5 ∨ b = 3 ∨ b = 2 := by
  interval_cases a <;> omega
example (m n : Nat) (h : m * n = 35) (h₁ : 1 < m) (h₂ : 1 < n) : m + n = 12 := by interval_cases m <;> omega

/-! ## omega -/

-- No integer between the bounds, though there is a rational: dark shadow and splinters.
example (x y : Int) (h₁ : 27 ≤ 11 * x + 13 * y) (h₂ : 11 * x + 13 * y ≤ 45) (h₃ : -10 ≤ 7 * x - 9 * y)
    (h₄ : 7 * x - 9 * y ≤ 4) : False := by omega
example (x y : Int) (h₁ : 5 * x < 3 * y) (h₂ : 3 * y < 5 * x + 2) (h₃ : y % 5 = 0) : False := by omega
example (a b : Nat) (h : (if a ≤ b then b else a) < 3) : a < 3 := by omega
example (a b : Int) (h : (if a < b ∧ 0 < a then 1 else 0) = 1) : 0 < b := by omega
example (x y : Int) (h : x * y + 2 = 5) : y * x = 3 := by omega
example (n : Nat) (h : 3 ∣ 4 ^ n - 1) (h' : 1 ≤ 4 ^ n) : 3 ∣ 4 ^ (n + 1) - 1 := by omega
example (q : Int) : (4 * q + 1) ^ 2 % 8 = 1 := by omega
example (a b : Int) : max a b + min a b = a + b := by omega
example (p q : Nat) (h : ¬ (p < q ↔ q < 3)) (h' : q = 2) : 2 ≤ p := by omega
