/-!
# Greatest common divisor and least common multiple of integers

Both are naturals: those of the absolute values.
-/

namespace Int

theorem gcd_eq_natAbs_gcd_natAbs (m n : Int) : gcd m n = Nat.gcd (natAbs m) (natAbs n) := rfl

theorem gcd_dvd_left (a b : Int) : (gcd a b : Int) ∣ a := ofNat_dvd_left.mpr (Nat.gcd_dvd_left (natAbs a) (natAbs b))

theorem gcd_dvd_right (a b : Int) : (gcd a b : Int) ∣ b := ofNat_dvd_left.mpr (Nat.gcd_dvd_right (natAbs a) (natAbs b))

theorem dvd_coe_gcd {a b c : Int} (ha : c ∣ a) (hb : c ∣ b) : c ∣ (gcd a b : Int) :=
  ofNat_dvd_right.mpr (Nat.dvd_gcd (natAbs_dvd_natAbs.mpr ha) (natAbs_dvd_natAbs.mpr hb))

theorem dvd_coe_gcd_iff {a b c : Int} : c ∣ (gcd a b : Int) ↔ c ∣ a ∧ c ∣ b :=
  ⟨fun h => ⟨Int.dvd_trans h (gcd_dvd_left a b), Int.dvd_trans h (gcd_dvd_right a b)⟩,
   fun h => dvd_coe_gcd h.left h.right⟩

theorem gcd_comm (a b : Int) : gcd a b = gcd b a := Nat.gcd_comm (natAbs a) (natAbs b)

theorem gcd_assoc (a b c : Int) : gcd (gcd a b : Int) c = gcd a (gcd b c : Int) :=
  Nat.gcd_assoc (natAbs a) (natAbs b) (natAbs c)

@[simp] theorem gcd_zero_left {a : Int} : gcd 0 a = natAbs a := Nat.gcd_zero_left (natAbs a)

@[simp] theorem gcd_zero_right {a : Int} : gcd a 0 = natAbs a := Nat.gcd_zero_right (natAbs a)

@[simp] theorem one_gcd {a : Int} : gcd 1 a = 1 := Nat.gcd_one_left (natAbs a)

@[simp] theorem gcd_one {a : Int} : gcd a 1 = 1 := Nat.gcd_one_right (natAbs a)

@[simp] theorem gcd_self {a : Int} : gcd a a = natAbs a := Nat.gcd_self (natAbs a)

@[simp] theorem neg_gcd {a b : Int} : gcd (-a) b = gcd a b :=
  congrArg (fun (n : Nat) => Nat.gcd n (natAbs b)) (natAbs_neg a)

@[simp] theorem gcd_neg {a b : Int} : gcd a (-b) = gcd a b :=
  congrArg (fun (n : Nat) => Nat.gcd (natAbs a) n) (natAbs_neg b)

theorem gcd_eq_zero_iff {a b : Int} : gcd a b = 0 ↔ a = 0 ∧ b = 0 :=
  Iff.trans Nat.gcd_eq_zero_iff (and_congr natAbs_eq_zero natAbs_eq_zero)

theorem gcd_mul_left (m n k : Int) : gcd (m * n) (m * k) = natAbs m * gcd n k := by
  show Nat.gcd (natAbs (m * n)) (natAbs (m * k)) = natAbs m * Nat.gcd (natAbs n) (natAbs k)
  rw [natAbs_mul, natAbs_mul, Nat.gcd_mul_left]

theorem gcd_mul_right (m n k : Int) : gcd (m * n) (k * n) = gcd m k * natAbs n := by
  rw [Int.mul_comm m n, Int.mul_comm k n, gcd_mul_left, Nat.mul_comm]

theorem lcm_comm (a b : Int) : lcm a b = lcm b a := Nat.lcm_comm (natAbs a) (natAbs b)

theorem dvd_lcm_left (a b : Int) : a ∣ (lcm a b : Int) := ofNat_dvd_right.mpr (Nat.dvd_lcm_left (natAbs a) (natAbs b))

theorem dvd_lcm_right (a b : Int) : b ∣ (lcm a b : Int) := ofNat_dvd_right.mpr (Nat.dvd_lcm_right (natAbs a) (natAbs b))

@[simp] theorem lcm_self {a : Int} : lcm a a = natAbs a := Nat.lcm_self (natAbs a)

theorem gcd_mul_lcm (m n : Int) : gcd m n * lcm m n = natAbs (m * n) :=
  (Nat.gcd_mul_lcm (natAbs m) (natAbs n)).trans (natAbs_mul m n).symm

end Int
