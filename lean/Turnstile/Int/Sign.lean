/-!
# Sign, and the integers as positive or negative naturals
-/

namespace Int

/-- A predicate invariant under negation holds for all integers if it holds for all naturals. -/
theorem wlog_sign {P : Int → Prop} (inv : ∀ a, P a ↔ P (-a)) (w : ∀ n : Nat, P ↑n) (a : Int) : P a :=
  match a with
  | ofNat n => w n
  | negSucc n => (inv (negSucc n)).mpr (w (n + 1))

protected theorem eq_nat_or_neg (a : Int) : ∃ n : Nat, a = ↑n ∨ a = -↑n := ⟨natAbs a, natAbs_eq a⟩

theorem eq_negSucc_of_lt_zero : {a : Int} → a < 0 → ∃ n : Nat, a = negSucc n
  | ofNat n, h => absurd h (Int.not_lt_of_ge (ofNat_nonneg n))
  | negSucc n, _ => ⟨n, rfl⟩

theorem exists_eq_neg_ofNat {a : Int} (H : a ≤ 0) : ∃ n : Nat, a = -(n : Int) :=
  match eq_ofNat_of_zero_le (Int.neg_nonneg_of_nonpos H) with
  | ⟨n, h⟩ => ⟨n, Int.eq_neg_of_eq_neg h.symm⟩

theorem natAbs_eq_iff {a : Int} {n : Nat} : natAbs a = n ↔ a = ↑n ∨ a = -↑n := @natAbs_eq_natAbs_iff a (n : Int)

theorem eq_neg_natAbs_of_nonpos {a : Int} (h : a ≤ 0) : a = -(natAbs a : Int) := by
  rw [ofNat_natAbs_of_nonpos h, Int.neg_neg]

theorem natAbs_add_le : (a b : Int) → natAbs (a + b) ≤ natAbs a + natAbs b
  | ofNat m, ofNat n => Nat.le_refl (m + n)
  | ofNat m, negSucc n => natAbs_subNatNat_le m (n + 1)
  | negSucc m, ofNat n => Nat.le_trans (natAbs_subNatNat_le n (m + 1)) (Nat.le_of_eq (Nat.add_comm n (m + 1)))
  | negSucc m, negSucc n => Nat.le_of_eq (congrArg Nat.succ (Nat.succ_add m n).symm)
where
  natAbs_subNatNat_le (m n : Nat) : natAbs (subNatNat m n) ≤ m + n :=
    subNatNat_elim m n (fun m n x => natAbs x ≤ m + n)
      (fun i n => Nat.le_trans (Nat.le_add_left i n) (Nat.le_add_right (n + i) n))
      (fun i m => Nat.le_trans (Nat.le_add_left (i + 1) m) (Nat.le_add_left (m + (i + 1)) m))

theorem natAbs_sub_le (a b : Int) : natAbs (a - b) ≤ natAbs a + natAbs b := by
  rw [← natAbs_neg b]
  exact natAbs_add_le a (-b)

theorem natAbs_mul_natAbs_eq {a b : Int} {c : Nat} (h : a * b = (c : Int)) : natAbs a * natAbs b = c := by
  rw [← natAbs_mul, h, natAbs_natCast]

@[simp] theorem natAbs_mul_self' (a : Int) : (natAbs a : Int) * (natAbs a : Int) = a * a := natAbs_mul_self

theorem eq_zero_of_dvd_of_natAbs_lt_natAbs {d n : Int} (h : d ∣ n) (h₁ : natAbs n < natAbs d) : n = 0 :=
  natAbs_eq_zero.mp (Nat.eq_zero_of_dvd_of_lt (natAbs_dvd_natAbs.mpr h) h₁)

/-! ## Sign -/

@[simp] theorem sign_zero : sign 0 = 0 := rfl

@[simp] theorem sign_one : sign 1 = 1 := rfl

theorem sign_neg_one : sign (-1) = -1 := rfl

@[simp] theorem sign_negSucc (x : Nat) : sign (negSucc x) = -1 := rfl

@[simp] theorem sign_natCast_add_one (x : Nat) : sign ((x : Int) + 1) = 1 := rfl

theorem sign_natCast_of_ne_zero : {n : Nat} → n ≠ 0 → sign (n : Int) = 1
  | 0, h => absurd rfl h
  | _+1, _ => rfl

@[simp] theorem sign_neg : (z : Int) → sign (-z) = -sign z
  | ofNat 0 => rfl
  | ofNat (_+1) => rfl
  | negSucc _ => rfl

theorem sign_mul_natAbs : (a : Int) → sign a * (natAbs a : Int) = a
  | ofNat 0 => rfl
  | ofNat (n+1) => Int.one_mul (ofNat (n + 1))
  | negSucc n => (Int.neg_mul 1 (ofNat (n + 1))).trans (congrArg (fun (x : Int) => -x) (Int.one_mul (ofNat (n + 1))))

@[simp] theorem mul_sign_self : (i : Int) → i * sign i = (natAbs i : Int)
  | ofNat 0 => rfl
  | ofNat (n+1) => Int.mul_one (ofNat (n + 1))
  | negSucc n => (Int.mul_neg (negSucc n) 1).trans (congrArg (fun (x : Int) => -x) (Int.mul_one (negSucc n)))

@[simp] theorem sign_mul_self (i : Int) : sign i * i = (natAbs i : Int) := by
  rw [Int.mul_comm, mul_sign_self]

theorem sign_eq_one_of_pos : {a : Int} → 0 < a → sign a = 1
  | ofNat 0, h => absurd h (Int.lt_irrefl 0)
  | ofNat (_+1), _ => rfl
  | negSucc n, h => absurd h (fun h => (negSucc_not_pos n).mp h)

theorem sign_eq_neg_one_of_neg : {a : Int} → a < 0 → sign a = -1
  | ofNat n, h => absurd h (Int.not_lt_of_ge (ofNat_nonneg n))
  | negSucc _, _ => rfl

theorem eq_zero_of_sign_eq_zero : {a : Int} → sign a = 0 → a = 0
  | ofNat 0, _ => rfl
  | ofNat (_+1), h => absurd h Int.one_ne_zero
  | negSucc _, h => absurd h (negSucc_ne_zero 0)

theorem pos_of_sign_eq_one : {a : Int} → sign a = 1 → 0 < a
  | ofNat 0, h => absurd h.symm Int.one_ne_zero
  | ofNat (n+1), _ => ofNat_succ_pos n
  | negSucc _, h => absurd (congrArg toNat h) Nat.zero_ne_one

theorem neg_of_sign_eq_neg_one : {a : Int} → sign a = -1 → a < 0
  | ofNat 0, h => absurd h.symm (negSucc_ne_zero 0)
  | ofNat (_+1), h => absurd (congrArg toNat h) Nat.one_ne_zero
  | negSucc n, _ => negSucc_lt_zero n

@[simp] theorem sign_eq_one_iff_pos {a : Int} : sign a = 1 ↔ 0 < a := ⟨pos_of_sign_eq_one, sign_eq_one_of_pos⟩

@[simp] theorem sign_eq_neg_one_iff_neg {a : Int} : sign a = -1 ↔ a < 0 :=
  ⟨neg_of_sign_eq_neg_one, sign_eq_neg_one_of_neg⟩

@[simp] theorem sign_eq_zero_iff_zero {a : Int} : sign a = 0 ↔ a = 0 :=
  ⟨eq_zero_of_sign_eq_zero, fun h => by rw [h, sign_zero]⟩

@[simp] theorem sign_sign : {x : Int} → sign (sign x) = sign x
  | ofNat 0 => rfl
  | ofNat (_+1) => rfl
  | negSucc _ => rfl

theorem sign_trichotomy : (a : Int) → sign a = 1 ∨ sign a = 0 ∨ sign a = -1
  | ofNat 0 => Or.inr (Or.inl rfl)
  | ofNat (_+1) => Or.inl rfl
  | negSucc _ => Or.inr (Or.inr rfl)

/-! ## The naturals in the integers -/

@[simp] theorem ofNat_max_zero (n : Nat) : max (n : Int) 0 = n := Int.max_eq_left (ofNat_nonneg n)

@[simp] theorem zero_max_ofNat (n : Nat) : max 0 (n : Int) = n := Int.max_eq_right (ofNat_nonneg n)

theorem toNat_eq_max : (a : Int) → (toNat a : Int) = max a 0
  | ofNat n => (ofNat_max_zero n).symm
  | negSucc n => (Int.max_eq_right (negSucc_le_zero n)).symm

@[simp] theorem ofNat_toNat (a : Int) : (toNat a : Int) = max a 0 := toNat_eq_max a

@[simp] theorem toNat_negSucc (n : Nat) : toNat (negSucc n) = 0 := rfl

@[simp] theorem toNat_neg_nat : (n : Nat) → toNat (-(n : Int)) = 0
  | 0 => rfl
  | _+1 => rfl

@[simp] theorem toNat_natCast_add_one {n : Nat} : toNat ((n : Int) + 1) = n + 1 := rfl

theorem toNat_sub (m n : Nat) : toNat ((m : Int) - (n : Int)) = m - n := by
  rw [← subNatNat_eq_coe]
  exact Or.elim (Nat.lt_or_ge m n)
    (fun h => by rw [subNatNat_of_lt h, toNat_negSucc, Nat.sub_eq_zero_of_le (Nat.le_of_lt h)])
    (fun h => by rw [subNatNat_of_le h, toNat_natCast])

theorem toNat_add {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : toNat (a + b) = toNat a + toNat b :=
  match eq_ofNat_of_zero_le ha, eq_ofNat_of_zero_le hb with
  | ⟨m, hm⟩, ⟨n, hn⟩ => by
    rw [hm, hn]
    rfl

theorem toNat_mul {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : toNat (a * b) = toNat a * toNat b :=
  match eq_ofNat_of_zero_le ha, eq_ofNat_of_zero_le hb with
  | ⟨m, hm⟩, ⟨n, hn⟩ => by
    rw [hm, hn]
    rfl

theorem toNat_add_nat {a : Int} (ha : 0 ≤ a) (n : Nat) : toNat (a + (n : Int)) = toNat a + n :=
  toNat_add ha (ofNat_nonneg n)

theorem le_toNat {n : Nat} {z : Int} (h : 0 ≤ z) : n ≤ toNat z ↔ (n : Int) ≤ z := by
  rw [← ofNat_le, toNat_of_nonneg h]

theorem toNat_lt {n : Nat} {z : Int} (h : 0 ≤ z) : toNat z < n ↔ z < (n : Int) := by
  rw [← ofNat_lt, toNat_of_nonneg h]

@[simp] theorem toNat_eq_zero {n : Int} : toNat n = 0 ↔ n ≤ 0 :=
  ⟨fun h => toNat_le.mp (Nat.le_of_eq h), toNat_of_nonpos⟩

theorem toNat_sub_toNat_neg : (n : Int) → (toNat n : Int) - (toNat (-n) : Int) = n
  | ofNat 0 => rfl
  | ofNat (n+1) => Int.sub_zero (ofNat (n + 1))
  | negSucc n => Int.zero_sub (ofNat (n + 1))

theorem natAbs_add_of_nonneg {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : natAbs (a + b) = natAbs a + natAbs b :=
  match eq_ofNat_of_zero_le ha, eq_ofNat_of_zero_le hb with
  | ⟨m, hm⟩, ⟨n, hn⟩ => by
    rw [hm, hn]
    rfl

theorem natAbs_lt_natAbs_of_nonneg_of_lt {a b : Int} (w₁ : 0 ≤ a) (w₂ : a < b) : natAbs a < natAbs b := by
  rw [← ofNat_lt, natAbs_of_nonneg w₁, natAbs_of_nonneg (Int.le_trans w₁ (Int.le_of_lt w₂))]
  exact w₂

theorem natAbs_sub_of_nonneg_of_le {a b : Int} (h₁ : 0 ≤ b) (h₂ : b ≤ a) :
    natAbs (a - b) = natAbs a - natAbs b :=
  match eq_ofNat_of_zero_le h₁, eq_ofNat_of_zero_le (Int.le_trans h₁ h₂) with
  | ⟨n, hn⟩, ⟨m, hm⟩ => by
    rw [hn, hm] at h₂
    rw [hn, hm, ← ofNat_sub (ofNat_le.mp h₂), natAbs_natCast, natAbs_natCast, natAbs_natCast]

end Int
