/-!
# Further laws of quotient and remainder

Iterated quotients, quotients of negatives and of powers, and the quotient `tdiv` that rounds towards zero.
-/

namespace Int

private theorem ediv_ediv_of_pos {x y z : Int} (hy : 0 < y) (hz : 0 < z) : x / y / z = x / (y * z) := by
  refine ((ediv_eq_iff_of_pos (Int.mul_pos hy hz)).mpr ⟨?_, ?_⟩).symm
  · rw [Int.mul_comm y z, ← Int.mul_assoc]
    exact Int.mul_le_of_le_ediv hy (Int.ediv_mul_le (x / y) (Int.ne_of_gt hz))
  · have h := Int.lt_mul_of_ediv_lt hy (lt_ediv_add_one_mul_self (x / y) hz)
    rw [Int.mul_assoc, Int.mul_comm z y, Int.add_mul, Int.one_mul] at h
    exact h

theorem ediv_ediv_of_nonneg {x y z : Int} (hy : 0 ≤ y) : x / y / z = x / (y * z) :=
  match Int.lt_or_eq_of_le hy with
  | Or.inr e => by rw [← e, Int.ediv_zero, Int.zero_mul, Int.ediv_zero, zero_ediv]
  | Or.inl hy =>
    match Int.lt_trichotomy z 0 with
    | Or.inl hz => by
      have h := ediv_ediv_of_pos (x := x) hy (Int.neg_pos_of_neg hz)
      rw [ediv_neg, Int.mul_neg, ediv_neg] at h
      exact Int.neg_inj.mp h
    | Or.inr (Or.inl e) => by rw [e, Int.mul_zero, Int.ediv_zero, Int.ediv_zero]
    | Or.inr (Or.inr hz) => ediv_ediv_of_pos hy hz

theorem ediv_mul_of_nonneg {x y z : Int} (hy : 0 ≤ y) : x / (y * z) = x / y / z := (ediv_ediv_of_nonneg hy).symm

theorem neg_emod_two (i : Int) : -i % 2 = i % 2 := by omega

theorem emod_eq_add_self_emod {a b : Int} : a % b = (a + b) % b := (add_emod_right a b).symm

theorem neg_emod_eq_sub_emod {a b : Int} : -a % b = (b - a) % b := by
  rw [Int.sub_eq_add_neg, add_emod_left]

@[simp] theorem neg_emod_self (a : Int) : -a % a = 0 := by
  rw [neg_emod_eq_sub_emod, Int.sub_self, zero_emod]

theorem ediv_eq_neg_one_of_neg_of_le {a b : Int} (H1 : a < 0) (H2 : -a ≤ b) : a / b = -1 := by
  have hb : 0 < b := Int.lt_of_lt_of_le (Int.neg_pos_of_neg H1) H2
  exact (ediv_eq_iff_of_pos hb).mpr ⟨by omega, by omega⟩

theorem dvd_pow {a b : Int} {n : Nat} (hab : b ∣ a) : b ^ n ∣ a ^ n :=
  match hab with
  | ⟨c, hc⟩ => ⟨c ^ n, by rw [hc, Int.mul_pow]⟩

theorem ediv_pow {a b : Int} {n : Nat} (hab : b ∣ a) : (a / b) ^ n = a ^ n / b ^ n :=
  match Int.decEq b 0 with
  | isTrue e =>
    match n with
    | 0 => rfl
    | n+1 => by
      rw [e, Int.ediv_zero, Int.zero_pow (Nat.succ_ne_zero n), Int.ediv_zero]
  | isFalse hb => by
    have h : a ^ n = b ^ n * (a / b) ^ n := by
      rw [← Int.mul_pow, Int.mul_ediv_cancel' hab]
    exact (Int.ediv_eq_of_eq_mul_right (Int.pow_ne_zero hb) h).symm

private theorem emod_pow_aux (a n : Int) : (k : Nat) → a ^ k % n = (a % n) ^ k % n
  | 0 => rfl
  | k+1 => by
    rw [Int.pow_succ, Int.pow_succ, mul_emod, emod_pow_aux a n k, mul_emod ((a % n) ^ k), emod_emod a n]

theorem pow_emod (a : Int) (b : Nat) (n : Int) : a ^ b % n = (a % n) ^ b % n := emod_pow_aux a n b

/-! ## Rounding towards zero -/

theorem ofNat_tdiv (m n : Nat) : ((m / n : Nat) : Int) = tdiv (m : Int) (n : Int) := rfl

theorem ofNat_tmod (m n : Nat) : ((m % n : Nat) : Int) = tmod (m : Int) (n : Int) := rfl

theorem tmod_add_mul_tdiv : (a b : Int) → tmod a b + b * tdiv a b = a
  | ofNat m, ofNat n => congrArg ofNat (Nat.mod_add_div m n)
  | ofNat m, negSucc n => by
    show ((m % Nat.succ n : Nat) : Int) + -((Nat.succ n : Nat) : Int) * -((m / Nat.succ n : Nat) : Int) = (m : Int)
    rw [Int.neg_mul_neg, ← natCast_mul, ← natCast_add, Nat.mod_add_div]
  | negSucc m, ofNat n => by
    show -((Nat.succ m % n : Nat) : Int) + (n : Int) * -((Nat.succ m / n : Nat) : Int) = -((Nat.succ m : Nat) : Int)
    rw [Int.mul_neg, ← natCast_mul, ← Int.neg_add, ← natCast_add, Nat.mod_add_div]
  | negSucc m, negSucc n => by
    show -((Nat.succ m % Nat.succ n : Nat) : Int) + -((Nat.succ n : Nat) : Int) * ((Nat.succ m / Nat.succ n : Nat) : Int)
      = -((Nat.succ m : Nat) : Int)
    rw [Int.neg_mul, ← natCast_mul, ← Int.neg_add, ← natCast_add, Nat.mod_add_div]

theorem mul_tdiv_add_tmod (a b : Int) : b * tdiv a b + tmod a b = a := by
  rw [Int.add_comm, tmod_add_mul_tdiv]

theorem tmod_def (a b : Int) : tmod a b = a - b * tdiv a b := Int.eq_sub_of_add_eq (tmod_add_mul_tdiv a b)

theorem tdiv_eq_ediv_of_nonneg : {a b : Int} → 0 ≤ a → tdiv a b = a / b
  | ofNat _, ofNat _, _ => rfl
  | ofNat _, negSucc _, _ => rfl
  | negSucc n, _, h => absurd h (fun h => (negSucc_not_nonneg n).mp h)

theorem tmod_eq_emod_of_nonneg {a b : Int} (ha : 0 ≤ a) : tmod a b = a % b := by
  rw [tmod_def, emod_def, tdiv_eq_ediv_of_nonneg ha]

@[simp] protected theorem zero_tdiv (b : Int) : tdiv 0 b = 0 :=
  (tdiv_eq_ediv_of_nonneg (Int.le_refl 0)).trans (zero_ediv b)

@[simp] theorem zero_tmod (b : Int) : tmod 0 b = 0 :=
  (tmod_eq_emod_of_nonneg (Int.le_refl 0)).trans (zero_emod b)

@[simp] protected theorem neg_tdiv : (a b : Int) → tdiv (-a) b = -tdiv a b
  | ofNat 0, b => by
    show tdiv 0 b = -tdiv 0 b
    rw [Int.zero_tdiv, Int.neg_zero]
  | ofNat (_+1), ofNat _ => rfl
  | ofNat (m+1), negSucc n => (Int.neg_neg (ofNat ((m + 1) / (n + 1)))).symm
  | negSucc m, ofNat n => (Int.neg_neg (ofNat ((m + 1) / n))).symm
  | negSucc _, negSucc _ => rfl

@[simp] theorem neg_tmod (a b : Int) : tmod (-a) b = -tmod a b := by
  rw [tmod_def, tmod_def, Int.neg_tdiv, Int.mul_neg, Int.neg_sub, Int.sub_eq_add_neg, Int.neg_neg, Int.add_comm,
    Int.sub_eq_add_neg]

@[simp] protected theorem tdiv_neg : (a b : Int) → tdiv a (-b) = -tdiv a b := fun a b =>
  match Int.le_total 0 a with
  | Or.inl h => by rw [tdiv_eq_ediv_of_nonneg h, tdiv_eq_ediv_of_nonneg h, ediv_neg]
  | Or.inr h => by
    have h' := Int.neg_nonneg_of_nonpos h
    rw [← Int.neg_neg a, Int.neg_tdiv (-a) (-b), Int.neg_tdiv (-a) b, tdiv_eq_ediv_of_nonneg h',
      tdiv_eq_ediv_of_nonneg h', ediv_neg]

@[simp] theorem tmod_neg (a b : Int) : tmod a (-b) = tmod a b := by
  rw [tmod_def, tmod_def, Int.tdiv_neg, Int.neg_mul_neg]

end Int
