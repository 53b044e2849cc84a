/-!
# Normal forms of polynomials

The lemmas that the tactics `ring` and `linarith` build their proofs from. A polynomial is a sum of monomials that ends in
`0`, a monomial is a product of powers of atoms that ends in a coefficient. Coefficients are casts of literals, so that
arithmetic with them is computation on literals: `Nat` in a semiring, `Int` in a ring.
-/

universe u

namespace Mathlib.RingNormal

section Semiring
variable {R : Type u} [CommSemiring R]

/-- The operations, for the tactics to take the instances from. -/
theorem operations (a b : R) (n : Nat) (_ : a + b = a * b) (_ : a ^ n = (n : R)) : True := trivial

theorem nat_add {m n k : Nat} (h : Nat.add m n = k) : (m : R) + n = k := by
  rw [← Nat.cast_add, ← h]
  rfl
theorem nat_mul {m n k : Nat} (h : Nat.mul m n = k) : (m : R) * n = k := by
  rw [← Nat.cast_mul, ← h]
  rfl
theorem nat_pow {m n k : Nat} (h : Nat.pow m n = k) : (m : R) ^ n = k := by
  rw [← Nat.cast_pow, ← h]
  rfl
theorem nat_zero : (0 : R) = ((0 : Nat) : R) := Nat.cast_zero.symm
theorem nat_one : (1 : R) = ((1 : Nat) : R) + ((0 : Nat) : R) := by rw [Nat.cast_one, Nat.cast_zero, add_zero]
theorem nat_literal (n : Nat) : (n : R) = (n : R) + ((0 : Nat) : R) := by rw [Nat.cast_zero, add_zero]

variable {a a' b b' c p q r s t x y z : R} {e f g k n w u : Nat}

theorem atom (h : a = b) : a = b ^ 1 * ((1 : Nat) : R) + ((0 : Nat) : R) := by
  rw [Nat.cast_one, Nat.cast_zero, add_zero, mul_one, pow_one, h]
theorem single (h : a = b) : a = b + ((0 : Nat) : R) := by rw [Nat.cast_zero, add_zero, h]

theorem nil_add : ((0 : Nat) : R) + p = p := by rw [Nat.cast_zero, zero_add]
theorem add_nil : p + ((0 : Nat) : R) = p := by rw [Nat.cast_zero, add_zero]
theorem add_lt (h : p + q = r) : a + p + q = a + r := by rw [add_assoc, h]
theorem add_gt (h : p + q = r) : p + (a + q) = a + r := by rw [add_left_comm, h]
theorem add_eq (h : a + b = c) (h' : p + q = r) : a + p + (b + q) = c + r := by rw [add_add_add_comm, h, h']
theorem add_cancel (h : a + b = ((0 : Nat) : R)) (h' : p + q = r) : a + p + (b + q) = r := by
  rw [add_add_add_comm, h, h', nil_add]
theorem mono_add (h : a + b = c) : x * a + x * b = x * c := by rw [← mul_add, h]
theorem mono_add_nil (h : a + b = ((0 : Nat) : R)) : x * a + x * b = ((0 : Nat) : R) := by
  rw [← mul_add, h, Nat.cast_zero, mul_zero]

theorem mul_lt (h : a * b = r) : x * a * b = x * r := by rw [mul_assoc, h]
theorem mul_gt (h : a * b = r) : a * (x * b) = x * r := by rw [mul_left_comm, h]
theorem mul_eq (h : Nat.add e f = g) (h' : a * b = r) : x ^ e * a * (x ^ f * b) = x ^ g * r := by
  rw [mul_mul_mul_comm, ← pow_add, h', ← h]
  rfl
theorem mul_nil : a * ((0 : Nat) : R) = ((0 : Nat) : R) := by rw [Nat.cast_zero, mul_zero]
theorem nil_mul : ((0 : Nat) : R) * a = ((0 : Nat) : R) := by rw [Nat.cast_zero, zero_mul]
theorem mul_cons (h : a * b = c) (h' : a * q = r) : a * (b + q) = c + r := by rw [mul_add, h, h']
theorem cons_mul (h : a * q = s) (h' : p * q = t) (h'' : s + t = r) : (a + p) * q = r := by rw [add_mul, h, h', h'']

theorem add_congr (ha : a = a') (hb : b = b') (h : a' + b' = c) : a + b = c := by rw [ha, hb, h]
theorem mul_congr (ha : a = a') (hb : b = b') (h : a' * b' = c) : a * b = c := by rw [ha, hb, h]
theorem pow_congr (ha : a = a') (h : a' ^ n = c) : a ^ n = c := by rw [ha, h]

theorem pow_nil : a ^ 0 = ((1 : Nat) : R) + ((0 : Nat) : R) := by rw [pow_zero, Nat.cast_one, Nat.cast_zero, add_zero]
theorem pow_one' : a ^ 1 = a := pow_one a
theorem pow_even (hn : Nat.add k k = n) (h : a ^ k = q) (h' : q * q = r) : a ^ n = r := by
  rw [← h', ← h, ← pow_add, ← hn]
  rfl
theorem pow_odd (hn : Nat.succ k = n) (h : a ^ k = q) (h' : q * a = r) : a ^ n = r := by
  rw [← h', ← h, ← pow_succ, ← hn]
theorem mono_pow (he : Nat.mul e n = g) (h : a ^ n = b) : (x ^ e * a) ^ n = x ^ g * b := by
  rw [mul_pow, ← pow_mul, h, ← he]
  rfl
theorem single_pow (h : a ^ n = b) : (a + ((0 : Nat) : R)) ^ n = b + ((0 : Nat) : R) := by
  rw [add_nil, h, add_nil]

theorem exp_congr (h : n = k) (h' : a ^ k = c) : a ^ n = c := by rw [h, h']
theorem exp_add (h : a ^ k = s) (h' : a ^ n = t) (h'' : s * t = r) : a ^ (k + n) = r := by rw [pow_add, h, h', h'']
theorem exp_mul (h : n = w * k) (h' : a ^ w = q) (h'' : q ^ k = r) : a ^ n = r := by rw [h, pow_mul, h', h'']
theorem exp_single (h : a ^ w = r) : (a + ((0 : Nat) : R)) ^ w = r := by rw [add_nil, h]
theorem exp_mono (h : (x ^ w) ^ e = s) (h' : a ^ w = t) (h'' : s * t = r) : (x ^ e * a) ^ w = r := by
  rw [mul_pow, ← pow_mul, Nat.mul_comm, pow_mul, h, h', h'']
theorem exp_one : ((1 : Nat) : R) ^ w = ((1 : Nat) : R) + ((0 : Nat) : R) := by
  rw [Nat.cast_one, one_pow, Nat.cast_zero, add_zero]
theorem exp_exp (h : k * w = u) (h' : x ^ u = r) : (x ^ k) ^ w = r := by rw [← pow_mul, h, h']

theorem cast_add {m n : Nat} (ha : (m : R) = a) (hb : (n : R) = b) (h : a + b = c) : ((m + n : Nat) : R) = c := by
  rw [Nat.cast_add, ha, hb, h]
theorem cast_mul {m n : Nat} (ha : (m : R) = a) (hb : (n : R) = b) (h : a * b = c) : ((m * n : Nat) : R) = c := by
  rw [Nat.cast_mul, ha, hb, h]
theorem cast_pow {m n : Nat} (ha : (m : R) = a) (h : a ^ n = c) : ((m ^ n : Nat) : R) = c := by
  rw [Nat.cast_pow, ha, h]

end Semiring

section Ring
variable {R : Type u} [CommRing R]

/-- The operations of a ring, for the tactics to take the instances from. -/
theorem ring_operations (a b : R) (n : Int) (_ : a - b = -a) (_ : a = (n : R)) : True := trivial

theorem int_zero : ((0 : Nat) : R) = ((Int.ofNat 0 : Int) : R) := (Int.cast_natCast 0).symm
theorem int_literal (n : Nat) : (n : R) = ((Int.ofNat n : Int) : R) + ((0 : Nat) : R) := by
  rw [Nat.cast_zero, add_zero]
  exact (Int.cast_natCast n).symm
theorem int_one : (1 : R) = ((Int.ofNat 1 : Int) : R) + ((0 : Nat) : R) := by rw [← Nat.cast_one, ← int_literal]
theorem int_add {m n k : Int} (h : Int.add m n = k) : (m : R) + n = k := by
  rw [← Int.cast_add, ← h]
  rfl
theorem int_add_nil {m n : Int} (h : Int.add m n = Int.ofNat 0) : (m : R) + n = ((0 : Nat) : R) := by
  rw [int_add h, ← int_zero]
theorem int_mul {m n k : Int} (h : Int.mul m n = k) : (m : R) * n = k := by
  rw [← Int.cast_mul, ← h]
  rfl
theorem int_pow {m k : Int} {n : Nat} (h : Int.pow m n = k) : (m : R) ^ n = k := by
  rw [← Int.cast_pow, ← h]
  rfl
theorem int_pow_nonneg {m k n : Nat} (h : Nat.pow m n = k) : ((Int.ofNat m : Int) : R) ^ n = ((Int.ofNat k : Int) : R) := by
  have e : ∀ j : Nat, ((Int.ofNat j : Int) : R) = (j : R) := fun j => Int.cast_natCast j
  rw [e, e, nat_pow h]
theorem int_neg {m n : Int} (h : Int.neg m = n) : -(m : R) = n := by
  rw [← Int.cast_neg, ← h]
  rfl

variable {a a' b b' c p q r s t x y z : R} {e f g k n w u : Nat}

theorem int_atom (h : a = b) : a = b ^ 1 * ((Int.ofNat 1 : Int) : R) + ((0 : Nat) : R) := by
  rw [Nat.cast_zero, add_zero, h, pow_one]
  have e : ((Int.ofNat 1 : Int) : R) = 1 := Int.cast_one
  rw [e, mul_one]
theorem int_pow_nil : a ^ 0 = ((Int.ofNat 1 : Int) : R) + ((0 : Nat) : R) := by rw [pow_zero, int_one]
theorem int_exp_one : ((Int.ofNat 1 : Int) : R) ^ w = ((Int.ofNat 1 : Int) : R) + ((0 : Nat) : R) := by
  have e : ((Int.ofNat 1 : Int) : R) = 1 := Int.cast_one
  rw [e, one_pow, Nat.cast_zero, add_zero]
theorem neg_nil : -((0 : Nat) : R) = ((0 : Nat) : R) := by rw [Nat.cast_zero, neg_zero]
theorem neg_cons (h : -a = b) (h' : -p = q) : -(a + p) = b + q := by rw [neg_add, h, h']
theorem mono_neg (h : -a = b) : -(x * a) = x * b := by rw [← mul_neg, h]
theorem neg_congr (ha : a = a') (h : -a' = c) : -a = c := by rw [ha, h]
theorem sub_congr (ha : a = a') (hb : b = b') (h : -b' = s) (h' : a' + s = c) : a - b = c := by
  rw [sub_eq_add_neg, ha, hb, h, h']

end Ring

theorem div_congr {K : Type u} [Field K] {a b c : K} (h : a * b⁻¹ = c) : a / b = c := by
  rw [div_eq_mul_inv₀, h]

end Mathlib.RingNormal

namespace Mathlib.Linarith

variable {R : Type u} [CommRing R] [LinearOrder R] [IsStrictOrderedRing R] {a b c p q r : R}

/-- A comparison with everything on one side. -/
theorem of_lt (h : a < b) (e : a - b = p) : p < 0 := e ▸ sub_neg_of_lt h
theorem of_le (h : a ≤ b) (e : a - b = p) : p ≤ 0 := e ▸ sub_nonpos_of_le h
theorem of_eq (h : a = b) (e : a - b = p) : p = 0 := e ▸ sub_eq_zero.mpr h
theorem le_of_eq (h : p = 0) : p ≤ 0 := Mathlib.le_of_eq h
theorem relax (h : p < 0) : p ≤ 0 := le_of_lt h
theorem neg_eq (h : p = 0) (e : -p = r) : r = 0 := by rw [← e, h, neg_zero]

theorem add_lt_lt (h : p < 0) (h' : q < 0) (e : p + q = r) : r < 0 := by
  have h2 := add_lt_add h h'
  rw [e, add_zero] at h2
  exact h2
theorem add_lt_le (h : p < 0) (h' : q ≤ 0) (e : p + q = r) : r < 0 := by
  have h2 := add_lt_add_of_lt_of_le h h'
  rw [e, add_zero] at h2
  exact h2
theorem add_le_lt (h : p ≤ 0) (h' : q < 0) (e : p + q = r) : r < 0 := by
  have h2 := add_lt_add_of_le_of_lt h h'
  rw [e, add_zero] at h2
  exact h2
theorem add_le_le (h : p ≤ 0) (h' : q ≤ 0) (e : p + q = r) : r ≤ 0 := by
  have h2 := add_le_add h h'
  rw [e, add_zero] at h2
  exact h2

private theorem cast_pos (n : Nat) (hn : Nat.ble 1 n = true) : 0 < ((Int.ofNat n : Int) : R) := by
  have e : ((Int.ofNat n : Int) : R) = (n : R) := Int.cast_natCast n
  rw [e]
  match n, hn with
  | 0, hn => exact absurd hn (fun h => Bool.noConfusion h)
  | n + 1, _ => exact Nat.cast_add_one_pos n

theorem scale_lt (n : Nat) (hn : Nat.ble 1 n = true) (h : p < 0) (e : ((Int.ofNat n : Int) : R) * p = r) : r < 0 := by
  rw [← e]
  exact mul_neg_of_pos_of_neg (cast_pos n hn) h
theorem scale_le (n : Nat) (hn : Nat.ble 1 n = true) (h : p ≤ 0) (e : ((Int.ofNat n : Int) : R) * p = r) : r ≤ 0 := by
  have h' := mul_le_mul_of_nonneg_left h (le_of_lt (cast_pos (R := R) n hn))
  rw [mul_zero, e] at h'
  exact h'
theorem scale_eq (n : Nat) (h : p = 0) (e : ((Int.ofNat n : Int) : R) * p = r) : r = 0 := by
  rw [← e, h, mul_zero]

theorem mul_lt_lt (h : p < 0) (h' : q < 0) (e : -(p * q) = r) : r < 0 := by
  rw [← e, ← neg_zero]
  exact neg_lt_neg (mul_pos_of_neg_of_neg h h')
theorem mul_le_le (h : p ≤ 0) (h' : q ≤ 0) (e : -(p * q) = r) : r ≤ 0 := by
  rw [← e, ← neg_zero]
  exact neg_le_neg (mul_nonneg_of_nonpos_of_nonpos h h')
theorem mul_eq (h : p = 0) (e : p * q = r) : r = 0 := by rw [← e, h, zero_mul]
theorem square (p : R) (e : -(p * p) = r) : r ≤ 0 := by
  rw [← e, ← neg_zero]
  exact neg_le_neg (mul_self_nonneg p)
theorem one_pos (e : -((Int.ofNat 1 : Int) : R) = r) : r < 0 := by
  rw [← e, ← neg_zero]
  exact neg_lt_neg (cast_pos 1 rfl)
theorem contradiction (h : ((0 : Nat) : R) < 0) : False := by
  rw [Nat.cast_zero] at h
  exact lt_irrefl 0 h

theorem not_lt (h : ¬ a < b) : b ≤ a := le_of_not_gt h
theorem not_le (h : ¬ a ≤ b) : b < a := lt_of_not_ge h
theorem lt_of_not (h : b ≤ a → False) : a < b := lt_of_not_ge h
theorem le_of_not (h : b < a → False) : a ≤ b := le_of_not_gt h
theorem eq_of_not_lt (h : a < b → False) (h' : b < a → False) : a = b := eq_of_not_lt_of_not_gt h h'
theorem ne_cases (h : a ≠ b) : a < b ∨ b < a := lt_or_gt_of_ne h

theorem int_lt {a b : Int} (h : a < b) : a + 1 ≤ b := h
theorem nat_lt {a b : Nat} (h : a < b) : (a : Int) + 1 ≤ (b : Int) := Int.ofNat_lt.mpr h
theorem nat_le {a b : Nat} (h : a ≤ b) : (a : Int) ≤ (b : Int) := Int.ofNat_le.mpr h
theorem nat_eq {a b : Nat} (h : a = b) : (a : Int) = (b : Int) := congrArg _ h
theorem nat_nonneg (a : Nat) : (0 : Int) ≤ (a : Int) := Int.ofNat_nonneg a
theorem nat_not_lt {a b : Nat} (h : ¬ a < b) : b ≤ a := Nat.le_of_not_lt h
theorem nat_not_le {a b : Nat} (h : ¬ a ≤ b) : b < a := Nat.lt_of_not_le h
theorem nat_lt_of_not {a b : Nat} (h : b ≤ a → False) : a < b := Nat.lt_of_not_le h
theorem nat_le_of_not {a b : Nat} (h : b < a → False) : a ≤ b := Nat.le_of_not_lt h
theorem nat_eq_of_not {a b : Nat} (h : a < b → False) (h' : b < a → False) : a = b :=
  Nat.le_antisymm (Nat.le_of_not_lt h') (Nat.le_of_not_lt h)
theorem nat_sub_le {a b : Nat} : (a : Int) - (b : Int) ≤ ((a - b : Nat) : Int) := by omega

end Mathlib.Linarith

namespace Mathlib.Positivity

section Semiring
variable {R : Type u} [CommSemiring R] [LinearOrder R] [IsStrictOrderedRing R] {a b : R}

theorem weaken (h : 0 < a) : 0 ≤ a := le_of_lt h
theorem ne (h : 0 < a) : a ≠ 0 := ne_of_gt h
theorem add_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := Mathlib.add_nonneg ha hb
theorem add_pos_left (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b := by
  have h := add_le_add_left hb a
  rw [add_zero] at h
  exact lt_of_lt_of_le ha h
theorem add_pos_right (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b := by
  rw [add_comm]
  exact add_pos_left hb ha
theorem mul_pos (ha : 0 < a) (hb : 0 < b) : 0 < a * b := by
  have h := IsStrictOrderedRing.mul_lt_mul_of_pos_left 0 b a hb ha
  rw [mul_zero] at h
  exact h
theorem mul_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  rcases Classical.em (0 = a) with e | e
  · rw [← e, zero_mul]
  · rcases Classical.em (0 = b) with e' | e'
    · rw [← e', mul_zero]
    · exact le_of_lt (mul_pos (lt_of_le_of_ne ha e) (lt_of_le_of_ne hb e'))
theorem one_pos : (0 : R) < 1 := by
  refine lt_of_le_of_ne IsStrictOrderedRing.zero_le_one (fun h => ?_)
  rcases IsStrictOrderedRing.exists_pair_ne (R := R) with ⟨x, y, e⟩
  exact e (by rw [← one_mul x, ← one_mul y, ← h, zero_mul, zero_mul])
theorem pow_pos (n : Nat) (h : 0 < a) : 0 < a ^ n := by
  induction n with
  | zero =>
    rw [pow_zero]
    exact one_pos
  | succ n ih =>
    rw [pow_succ]
    exact mul_pos ih h
theorem pow_nonneg (n : Nat) (h : 0 ≤ a) : 0 ≤ a ^ n := by
  induction n with
  | zero =>
    rw [pow_zero]
    exact le_of_lt one_pos
  | succ n ih =>
    rw [pow_succ]
    exact mul_nonneg ih h
theorem cast_nonneg (n : Nat) : 0 ≤ (n : R) := by
  induction n with
  | zero => rw [Nat.cast_zero]
  | succ n ih =>
    rw [Nat.cast_succ]
    exact add_nonneg ih (le_of_lt one_pos)
theorem cast_pos (n : Nat) : 0 < ((Nat.succ n : Nat) : R) := by
  rw [Nat.cast_succ]
  exact add_pos_right (cast_nonneg n) one_pos

end Semiring

theorem even_pow {R : Type u} [CommRing R] [LinearOrder R] [IsStrictOrderedRing R] (a : R) (k n : Nat)
    (h : Nat.add k k = n) : 0 ≤ a ^ n := by
  have e : k + k = n := h
  rw [← e]
  exact pow_even_nonneg a k
theorem mul_self {R : Type u} [CommRing R] [LinearOrder R] [IsStrictOrderedRing R] (a : R) : 0 ≤ a * a :=
  mul_self_nonneg a
theorem even_pow_pos {R : Type u} [CommRing R] [LinearOrder R] [IsStrictOrderedRing R] (a : R) (k n : Nat)
    (h : Nat.add k k = n) (ha : a ≠ 0) : 0 < a ^ n := by
  have e : k + k = n := h
  rw [← e]
  have hp : ∀ j : Nat, a ^ j * a ^ j ≠ 0 := fun j => by
    induction j with
    | zero =>
      rw [pow_zero, one_mul]
      exact ne_of_gt one_pos
    | succ j ih =>
      intro h0
      have e2 : a ^ (j + 1) * a ^ (j + 1) = a ^ j * a ^ j * (a * a) := by
        rw [pow_succ, mul_mul_mul_comm]
      rw [e2] at h0
      rcases ordered_mul_eq_zero h0 with h1 | h1
      · exact ih h1
      · exact ne_of_gt (mul_self_pos_of_ne ha) h1
  rw [pow_add]
  exact lt_of_le_of_ne (mul_self_nonneg (a ^ k)) (fun e' => hp k e'.symm)

end Mathlib.Positivity
