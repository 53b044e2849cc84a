/-!
# Quotient and remainder of integers

`a / b` and `a % b` are the only numbers with `a % b + b * (a / b) = a` and `0 ≤ a % b < |b|`. The laws follow from
this uniqueness. Divisibility, and the bounds of quotients, come at the end.
-/

namespace Int

/-! ## The equations of quotient and remainder -/

theorem natCast_ediv (m n : Nat) : ((m / n : Nat) : Int) = (m : Int) / (n : Int) := rfl

theorem ofNat_ediv (m n : Nat) : ((m / n : Nat) : Int) = (m : Int) / (n : Int) := rfl

theorem natCast_emod (m n : Nat) : ((m % n : Nat) : Int) = (m : Int) % (n : Int) := rfl

theorem ofNat_emod (m n : Nat) : ((m % n : Nat) : Int) = (m : Int) % (n : Int) := rfl

protected theorem div_def (a b : Int) : a / b = Int.ediv a b := rfl

theorem ofNat_ediv_negSucc {a b : Nat} : ofNat a / negSucc b = -((a / (b + 1) : Nat) : Int) := rfl

theorem negSucc_ediv_negSucc {a b : Nat} : negSucc a / negSucc b = ((a / (b + 1) + 1 : Nat) : Int) := rfl

theorem negSucc_ediv_ofNat_succ {a b : Nat} : negSucc a / ((b + 1 : Nat) : Int) = negSucc (a / Nat.succ b) := rfl

theorem emod_negSucc (m : Nat) (n : Int) : negSucc m % n = subNatNat (natAbs n) (Nat.succ (m % natAbs n)) := rfl

@[simp] theorem zero_ediv : (b : Int) → 0 / b = 0
  | ofNat n => congrArg ofNat (Nat.zero_div n)
  | negSucc n => congrArg (fun (k : Nat) => -ofNat k) (Nat.zero_div (n + 1))

@[simp] protected theorem ediv_zero : (a : Int) → a / 0 = 0
  | ofNat n => congrArg ofNat (Nat.div_zero n)
  | negSucc _ => rfl

@[simp] theorem zero_emod (b : Int) : 0 % b = 0 := congrArg ofNat (Nat.zero_mod (natAbs b))

@[simp] theorem emod_zero : (a : Int) → a % 0 = a
  | ofNat n => congrArg ofNat (Nat.mod_zero n)
  | negSucc n => congrArg negSucc (Nat.mod_zero n)

private theorem add_succ_mul_succ {d r q m : Nat} (h : r + d * q = m) :
    d + 0 + Nat.succ m = 0 + (Nat.succ r + d * Nat.succ q) := by
  rw [← h, Nat.add_zero, Nat.zero_add, Nat.mul_succ, ← Nat.add_assoc (Nat.succ r) (d * q) d, Nat.succ_add r (d * q),
    Nat.add_comm d]

private theorem negSucc_parts (m d : Nat) :
    subNatNat d (Nat.succ (m % d)) + negOfNat (d * Nat.succ (m / d)) = negSucc m := by
  have e : negOfNat (d * Nat.succ (m / d)) = subNatNat 0 (d * Nat.succ (m / d)) := by
    rw [subNatNat_eq_coe, natCast_zero, Int.zero_sub, negOfNat_eq]
  rw [e, subNatNat_add_subNatNat]
  exact subNatNat_eq_iff.mpr (add_succ_mul_succ (Nat.mod_add_div m d))

theorem emod_add_mul_ediv : (a b : Int) → a % b + b * (a / b) = a
  | ofNat m, ofNat n => congrArg ofNat (Nat.mod_add_div m n)
  | ofNat m, negSucc n => by
    show ((m % Nat.succ n : Nat) : Int) + -((Nat.succ n : Nat) : Int) * -((m / Nat.succ n : Nat) : Int) = (m : Int)
    rw [Int.neg_mul_neg, ← natCast_mul, ← natCast_add, Nat.mod_add_div]
  | negSucc m, ofNat 0 => by
    show negSucc m % 0 + 0 * (negSucc m / 0) = negSucc m
    rw [Int.zero_mul, Int.add_zero, emod_zero]
  | negSucc m, ofNat (Nat.succ n) => negSucc_parts m (Nat.succ n)
  | negSucc m, negSucc n => negSucc_parts m (Nat.succ n)

theorem mul_ediv_add_emod (a b : Int) : b * (a / b) + a % b = a :=
  (Int.add_comm (b * (a / b)) (a % b)).trans (emod_add_mul_ediv a b)

theorem emod_add_ediv_mul (a b : Int) : a % b + a / b * b = a := by
  rw [Int.mul_comm, emod_add_mul_ediv]

theorem ediv_mul_add_emod (a b : Int) : a / b * b + a % b = a := by
  rw [Int.mul_comm, mul_ediv_add_emod]

theorem emod_add_ediv (a b : Int) : a % b + b * (a / b) = a := emod_add_mul_ediv a b

theorem ediv_add_emod (a b : Int) : b * (a / b) + a % b = a := mul_ediv_add_emod a b

theorem emod_def (a b : Int) : a % b = a - b * (a / b) := Int.eq_sub_of_add_eq (emod_add_mul_ediv a b)

theorem mul_ediv_self (a b : Int) : b * (a / b) = a - a % b := by
  rw [emod_def, Int.sub_sub_self]

theorem ediv_mul_self (a b : Int) : a / b * b = a - a % b := by
  rw [Int.mul_comm, mul_ediv_self]

theorem emod_nonneg : (a : Int) → {b : Int} → b ≠ 0 → 0 ≤ a % b
  | ofNat m, b, _ => ofNat_nonneg (m % natAbs b)
  | negSucc m, b, h => by
    have e : negSucc m % b = ((natAbs b - Nat.succ (m % natAbs b) : Nat) : Int) :=
      subNatNat_of_le (Nat.mod_lt m (natAbs_pos.mpr h))
    rw [e]
    exact ofNat_nonneg _

theorem emod_lt : (a : Int) → {b : Int} → b ≠ 0 → a % b < (natAbs b : Int)
  | ofNat m, b, h => ofNat_lt.mpr (Nat.mod_lt m (natAbs_pos.mpr h))
  | negSucc m, b, h => by
    have e : negSucc m % b = ((natAbs b - Nat.succ (m % natAbs b) : Nat) : Int) :=
      subNatNat_of_le (Nat.mod_lt m (natAbs_pos.mpr h))
    rw [e]
    exact ofNat_lt.mpr (Nat.sub_lt (natAbs_pos.mpr h) (Nat.succ_pos _))

theorem emod_lt_of_pos (a : Int) {b : Int} (H : 0 < b) : a % b < b := by
  have h := emod_lt a (Int.ne_of_gt H)
  rw [natAbs_of_nonneg (Int.le_of_lt H)] at h
  exact h

theorem emod_lt_of_neg (a : Int) {b : Int} (h : b < 0) : a % b < -b := by
  have h' := emod_lt a (Int.ne_of_lt h)
  rw [ofNat_natAbs_of_nonpos (Int.le_of_lt h)] at h'
  exact h'

/-! ## Uniqueness -/

private theorem natAbs_subNatNat_lt {k : Nat} (m n : Nat) : m < k → n < k → natAbs (subNatNat m n) < k :=
  subNatNat_elim m n (fun m n x => m < k → n < k → natAbs x < k)
    (fun i n h _ => Nat.lt_of_le_of_lt (Nat.le_add_left i n) h)
    (fun i m _ h => Nat.lt_of_le_of_lt (Nat.le_add_left (i + 1) m) h)

private theorem natAbs_sub_lt {x y : Int} {k : Nat} (hx : 0 ≤ x) (hxk : x < (k : Int)) (hy : 0 ≤ y)
    (hyk : y < (k : Int)) : natAbs (x - y) < k :=
  match eq_ofNat_of_zero_le hx, eq_ofNat_of_zero_le hy with
  | ⟨m, hm⟩, ⟨n, hn⟩ => by
    rw [hm] at hxk
    rw [hn] at hyk
    rw [hm, hn, ← subNatNat_eq_coe]
    exact natAbs_subNatNat_lt m n (ofNat_lt.mp hxk) (ofNat_lt.mp hyk)

private theorem quotient_unique {b q q' r r' : Int} (hb : b ≠ 0) (h : r + b * q = r' + b * q') (hr : 0 ≤ r)
    (hrb : r < (natAbs b : Int)) (hr' : 0 ≤ r') (hrb' : r' < (natAbs b : Int)) : q = q' := by
  have e : b * (q - q') = r' - r := by
    rw [Int.mul_sub]
    refine Int.sub_eq_of_eq_add ?_
    refine Int.add_left_cancel (a := r) ?_
    rw [h, ← Int.add_assoc, Int.add_comm r (r' - r), Int.sub_add_cancel]
  have hlt : natAbs b * natAbs (q - q') < natAbs b * 1 := by
    rw [← natAbs_mul, e, Nat.mul_one]
    exact natAbs_sub_lt hr' hrb' hr hrb
  have hz : natAbs (q - q') = 0 := Nat.lt_one_iff.mp (Nat.lt_of_mul_lt_mul_left hlt)
  exact Int.eq_of_sub_eq_zero (natAbs_eq_zero.mp hz)

/-- Quotient and remainder are the only numbers with their properties. -/
private theorem ediv_unique {a b q r : Int} (hb : b ≠ 0) (h : r + b * q = a) (hr : 0 ≤ r)
    (hrb : r < (natAbs b : Int)) : a / b = q :=
  quotient_unique hb ((emod_add_mul_ediv a b).trans h.symm) (emod_nonneg a hb) (emod_lt a hb) hr hrb

private theorem emod_unique {a b q r : Int} (hb : b ≠ 0) (h : r + b * q = a) (hr : 0 ≤ r)
    (hrb : r < (natAbs b : Int)) : a % b = r := by
  have e := emod_add_mul_ediv a b
  rw [ediv_unique hb h hr hrb] at e
  exact Int.add_right_cancel (e.trans h.symm)

private theorem lt_natAbs {r b : Int} (h : r < b) : r < (natAbs b : Int) := Int.lt_of_lt_of_le h le_natAbs

protected theorem ediv_emod_unique {a b r q : Int} (h : 0 < b) :
    a / b = q ∧ a % b = r ↔ r + b * q = a ∧ 0 ≤ r ∧ r < b :=
  ⟨fun e => ⟨by rw [← e.left, ← e.right, emod_add_mul_ediv],
     by rw [← e.right]; exact emod_nonneg a (Int.ne_of_gt h),
     by rw [← e.right]; exact emod_lt_of_pos a h⟩,
   fun e => ⟨ediv_unique (Int.ne_of_gt h) e.left e.right.left (lt_natAbs e.right.right),
     emod_unique (Int.ne_of_gt h) e.left e.right.left (lt_natAbs e.right.right)⟩⟩

/-! ## Laws of the quotient -/

theorem add_mul_ediv_left (a : Int) {b : Int} (c : Int) (H : b ≠ 0) : (a + b * c) / b = a / b + c :=
  ediv_unique H (by rw [Int.mul_add, ← Int.add_assoc, emod_add_mul_ediv]) (emod_nonneg a H) (emod_lt a H)

theorem add_mul_ediv_right (a b : Int) {c : Int} (H : c ≠ 0) : (a + b * c) / c = a / c + b := by
  rw [Int.mul_comm b c, add_mul_ediv_left a b H]

theorem mul_add_ediv_left (b : Int) {a : Int} (c : Int) (H : a ≠ 0) : (a * b + c) / a = b + c / a := by
  rw [Int.add_comm, add_mul_ediv_left c b H, Int.add_comm]

theorem mul_add_ediv_right (a c : Int) {b : Int} (H : b ≠ 0) : (a * b + c) / b = a + c / b := by
  rw [Int.add_comm, add_mul_ediv_right c a H, Int.add_comm]

theorem sub_mul_ediv_left (a : Int) {b : Int} (c : Int) (H : b ≠ 0) : (a - b * c) / b = a / b - c := by
  rw [Int.sub_eq_add_neg, ← Int.mul_neg, add_mul_ediv_left a (-c) H, Int.sub_eq_add_neg]

theorem sub_mul_ediv_right (a b : Int) {c : Int} (H : c ≠ 0) : (a - b * c) / c = a / c - b := by
  rw [Int.mul_comm b c, sub_mul_ediv_left a b H]

@[simp] theorem mul_ediv_cancel_left {a : Int} (b : Int) (H : a ≠ 0) : a * b / a = b := by
  rw [← Int.zero_add (a * b), add_mul_ediv_left 0 b H, zero_ediv, Int.zero_add]

@[simp] theorem mul_ediv_cancel (a : Int) {b : Int} (H : b ≠ 0) : a * b / b = a := by
  rw [Int.mul_comm, mul_ediv_cancel_left a H]

@[simp] protected theorem ediv_self {a : Int} (H : a ≠ 0) : a / a = 1 := by
  have h := mul_ediv_cancel_left 1 H
  rw [Int.mul_one] at h
  exact h

@[simp] theorem ediv_one : (a : Int) → a / 1 = a
  | ofNat n => congrArg ofNat (Nat.div_one n)
  | negSucc n => congrArg negSucc (Nat.div_one n)

@[simp] theorem emod_one (a : Int) : a % 1 = 0 := by
  rw [emod_def, ediv_one, Int.one_mul, Int.sub_self]

@[simp] theorem ediv_neg (a b : Int) : a / (-b) = -(a / b) :=
  match Int.decEq b 0 with
  | isTrue e => by rw [e, Int.neg_zero, Int.ediv_zero, Int.neg_zero]
  | isFalse h => ediv_unique (Int.neg_ne_zero.mpr h) (by rw [Int.neg_mul_neg, emod_add_mul_ediv]) (emod_nonneg a h)
      (by rw [natAbs_neg]; exact emod_lt a h)

@[simp] theorem emod_neg (a b : Int) : a % (-b) = a % b := by
  rw [emod_def, emod_def, ediv_neg, Int.neg_mul_neg]

theorem ediv_minus_one (a : Int) : a / (-1) = -a := by
  rw [ediv_neg, ediv_one]

theorem emod_minus_one (a : Int) : a % (-1) = 0 := by
  rw [emod_neg, emod_one]

theorem emod_eq_of_lt {a b : Int} (H1 : 0 ≤ a) (H2 : a < b) : a % b = a :=
  emod_unique (q := 0) (Int.ne_of_gt (Int.lt_of_le_of_lt H1 H2)) (by rw [Int.mul_zero, Int.add_zero]) H1 (lt_natAbs H2)

theorem ediv_eq_zero_of_lt {a b : Int} (H1 : 0 ≤ a) (H2 : a < b) : a / b = 0 :=
  ediv_unique (Int.ne_of_gt (Int.lt_of_le_of_lt H1 H2)) (by rw [Int.mul_zero, Int.add_zero]) H1 (lt_natAbs H2)

theorem ediv_nonneg {a b : Int} (Ha : 0 ≤ a) (Hb : 0 ≤ b) : 0 ≤ a / b :=
  match eq_ofNat_of_zero_le Ha, eq_ofNat_of_zero_le Hb with
  | ⟨m, hm⟩, ⟨n, hn⟩ => by
    rw [hm, hn, ← natCast_ediv]
    exact ofNat_nonneg (m / n)

theorem ediv_nonpos_of_nonneg_of_nonpos {a b : Int} (Ha : 0 ≤ a) (Hb : b ≤ 0) : a / b ≤ 0 := by
  have h := ediv_nonneg Ha (Int.neg_nonneg_of_nonpos Hb)
  rw [ediv_neg] at h
  exact Int.neg_nonneg.mp h

theorem ediv_neg_of_neg_of_pos {a b : Int} (Ha : a < 0) (Hb : 0 < b) : a / b < 0 :=
  Int.lt_of_not_ge (fun h => by
    have e := emod_add_mul_ediv a b
    have h' := Int.add_nonneg (emod_nonneg a (Int.ne_of_gt Hb)) (Int.mul_nonneg (Int.le_of_lt Hb) h)
    rw [e] at h'
    exact Int.not_lt_of_ge h' Ha)

theorem ediv_nonneg_iff_of_pos {a b : Int} (h : 0 < b) : 0 ≤ a / b ↔ 0 ≤ a :=
  ⟨fun h' => Int.le_of_not_gt (fun ha => Int.not_lt_of_ge h' (ediv_neg_of_neg_of_pos ha h)),
   fun h' => ediv_nonneg h' (Int.le_of_lt h)⟩

/-! ## Laws of the remainder -/

@[simp] theorem add_mul_emod_self_left (a b c : Int) : (a + b * c) % b = a % b :=
  match Int.decEq b 0 with
  | isTrue e => by rw [e, Int.zero_mul, Int.add_zero]
  | isFalse h => emod_unique (q := a / b + c) h (by rw [Int.mul_add, ← Int.add_assoc, emod_add_mul_ediv])
      (emod_nonneg a h) (emod_lt a h)

@[simp] theorem add_mul_emod_self_right (a b c : Int) : (a + b * c) % c = a % c := by
  rw [Int.mul_comm, add_mul_emod_self_left]

theorem add_mul_emod_self {a b c : Int} : (a + b * c) % c = a % c := add_mul_emod_self_right a b c

@[simp] theorem mul_add_emod_self_left (a b c : Int) : (a * b + c) % a = c % a := by
  rw [Int.add_comm, add_mul_emod_self_left]

@[simp] theorem mul_add_emod_self_right (a b c : Int) : (a * b + c) % b = c % b := by
  rw [Int.add_comm, add_mul_emod_self_right]

@[simp] theorem sub_mul_emod_self_left (a b c : Int) : (a - b * c) % b = a % b := by
  rw [Int.sub_eq_add_neg, ← Int.mul_neg, add_mul_emod_self_left]

@[simp] theorem sub_mul_emod_self_right (a b c : Int) : (a - b * c) % c = a % c := by
  rw [Int.mul_comm, sub_mul_emod_self_left]

@[simp] theorem add_emod_right (a b : Int) : (a + b) % b = a % b := by
  have h := add_mul_emod_self_left a b 1
  rw [Int.mul_one] at h
  exact h

@[simp] theorem add_emod_left (a b : Int) : (a + b) % a = b % a := by
  rw [Int.add_comm, add_emod_right]

@[simp] theorem sub_emod_right (a b : Int) : (a - b) % b = a % b := by
  have h := sub_mul_emod_self_left a b 1
  rw [Int.mul_one] at h
  exact h

@[simp] theorem mul_emod_right (a b : Int) : (a * b) % a = 0 := by
  rw [← Int.zero_add (a * b), add_mul_emod_self_left, zero_emod]

@[simp] theorem mul_emod_left (a b : Int) : (a * b) % b = 0 := by
  rw [Int.mul_comm, mul_emod_right]

@[simp] theorem emod_self {a : Int} : a % a = 0 := by
  have h := mul_emod_right a 1
  rw [Int.mul_one] at h
  exact h

@[simp] theorem emod_emod (a b : Int) : (a % b) % b = a % b := by
  rw [← add_mul_emod_self_left (a % b) b (a / b), emod_add_mul_ediv]

@[simp] theorem emod_add_emod (m n k : Int) : (m % n + k) % n = (m + k) % n := by
  rw [← add_mul_emod_self_left (m % n + k) n (m / n), Int.add_right_comm, emod_add_mul_ediv]

@[simp] theorem add_emod_emod (m n k : Int) : (m + n % k) % k = (m + n) % k := by
  rw [Int.add_comm, emod_add_emod, Int.add_comm]

theorem add_emod (a b n : Int) : (a + b) % n = (a % n + b % n) % n := by
  rw [add_emod_emod, emod_add_emod]

@[simp] theorem emod_sub_emod (m n k : Int) : (m % n - k) % n = (m - k) % n := emod_add_emod m n (-k)

theorem add_emod_eq_add_emod_right {m n k : Int} (i : Int) (H : m % n = k % n) : (m + i) % n = (k + i) % n := by
  rw [← emod_add_emod m n i, H, emod_add_emod]

theorem add_emod_eq_add_emod_left {m n k : Int} (i : Int) (H : m % n = k % n) : (i + m) % n = (i + k) % n := by
  rw [Int.add_comm i m, Int.add_comm i k, add_emod_eq_add_emod_right i H]

theorem emod_add_cancel_right {m n k : Int} (i : Int) : (m + i) % n = (k + i) % n ↔ m % n = k % n :=
  ⟨fun H => by
    have h := add_emod_eq_add_emod_right (-i) H
    rw [Int.add_neg_cancel_right, Int.add_neg_cancel_right] at h
    exact h, add_emod_eq_add_emod_right i⟩

theorem emod_add_cancel_left {m n k i : Int} : (i + m) % n = (i + k) % n ↔ m % n = k % n := by
  rw [Int.add_comm i m, Int.add_comm i k, emod_add_cancel_right]

@[simp] theorem sub_emod_emod (m n k : Int) : (m - n % k) % k = (m - n) % k :=
  (emod_add_cancel_right n).mp (by
    rw [Int.sub_add_cancel, ← add_emod_emod (m - n % k) n k, Int.sub_add_cancel])

theorem sub_emod (a b n : Int) : (a - b) % n = (a % n - b % n) % n := by
  rw [sub_emod_emod, emod_sub_emod]

private theorem emod_mul_emod (a b n : Int) : (a % n * b) % n = a * b % n := by
  rw [← add_mul_emod_self_left (a % n * b) n (a / n * b), ← Int.mul_assoc, ← Int.add_mul, emod_add_mul_ediv]

theorem mul_emod (a b n : Int) : (a * b) % n = (a % n) * (b % n) % n := by
  rw [emod_mul_emod, Int.mul_comm a (b % n), emod_mul_emod, Int.mul_comm b a]

theorem emod_eq_emod_iff_emod_sub_eq_zero {m n k : Int} : m % n = k % n ↔ (m - k) % n = 0 := by
  have h := emod_add_cancel_right (m := m) (n := n) (k := k) (-k)
  rw [Int.add_right_neg, zero_emod] at h
  exact h.symm

theorem emod_two_eq (x : Int) : x % 2 = 0 ∨ x % 2 = 1 :=
  have h2 : (0 : Int) < 2 := ofNat_lt.mpr Nat.zero_lt_two
  match eq_ofNat_of_zero_le (emod_nonneg x (Int.ne_of_gt h2)) with
  | ⟨n, hn⟩ => by
    have hlt := emod_lt_of_pos x h2
    rw [hn] at hlt
    rw [hn]
    exact Or.elim (Nat.lt_or_eq_of_le (Nat.le_of_lt_succ (ofNat_lt.mp hlt)))
      (fun h => Or.inl (congrArg ofNat (Nat.lt_one_iff.mp h))) (fun h => Or.inr (congrArg ofNat h))

/-! ## Divisibility -/

protected theorem dvd_def (a b : Int) : (a ∣ b) = Exists (fun c => b = a * c) := rfl

@[simp] protected theorem dvd_refl (n : Int) : n ∣ n := ⟨1, (Int.mul_one n).symm⟩

@[simp] protected theorem dvd_zero (n : Int) : n ∣ 0 := ⟨0, (Int.mul_zero n).symm⟩

@[simp] protected theorem one_dvd (n : Int) : 1 ∣ n := ⟨n, (Int.one_mul n).symm⟩

protected theorem dvd_trans {a b c : Int} (h₁ : a ∣ b) (h₂ : b ∣ c) : a ∣ c :=
  match h₁, h₂ with
  | ⟨d, hd⟩, ⟨e, he⟩ => ⟨d * e, by rw [he, hd, Int.mul_assoc]⟩

@[simp] protected theorem zero_dvd {n : Int} : 0 ∣ n ↔ n = 0 :=
  ⟨fun h => match h with
    | ⟨c, hc⟩ => hc.trans (Int.zero_mul c), fun h => ⟨0, by rw [h, Int.mul_zero]⟩⟩

@[simp] protected theorem dvd_mul_right (a b : Int) : a ∣ a * b := ⟨b, rfl⟩

@[simp] protected theorem dvd_mul_left (a b : Int) : b ∣ a * b := ⟨a, Int.mul_comm a b⟩

theorem dvd_mul_of_dvd_left {a b c : Int} (h : a ∣ b) : a ∣ b * c := Int.dvd_trans h (Int.dvd_mul_right b c)

theorem dvd_mul_of_dvd_right {a b c : Int} (h : a ∣ c) : a ∣ b * c := Int.dvd_trans h (Int.dvd_mul_left b c)

@[simp] protected theorem neg_dvd {a b : Int} : -a ∣ b ↔ a ∣ b :=
  ⟨fun h => match h with
    | ⟨c, hc⟩ => ⟨-c, by rw [hc, Int.neg_mul_comm]⟩,
   fun h => match h with
    | ⟨c, hc⟩ => ⟨-c, by rw [hc, Int.neg_mul_neg]⟩⟩

@[simp] protected theorem dvd_neg {a b : Int} : a ∣ -b ↔ a ∣ b :=
  ⟨fun h => match h with
    | ⟨c, hc⟩ => ⟨-c, by rw [Int.mul_neg, ← hc, Int.neg_neg]⟩,
   fun h => match h with
    | ⟨c, hc⟩ => ⟨-c, by rw [Int.mul_neg, hc]⟩⟩

protected theorem dvd_add {a b c : Int} (h₁ : a ∣ b) (h₂ : a ∣ c) : a ∣ b + c :=
  match h₁, h₂ with
  | ⟨d, hd⟩, ⟨e, he⟩ => ⟨d + e, by rw [hd, he, Int.mul_add]⟩

protected theorem dvd_sub {a b c : Int} (h₁ : a ∣ b) (h₂ : a ∣ c) : a ∣ b - c :=
  match h₁, h₂ with
  | ⟨d, hd⟩, ⟨e, he⟩ => ⟨d - e, by rw [hd, he, Int.mul_sub]⟩

protected theorem dvd_add_left {a b c : Int} (H : a ∣ c) : a ∣ b + c ↔ a ∣ b :=
  ⟨fun h => by
    have h' := Int.dvd_sub h H
    rw [Int.add_sub_cancel] at h'
    exact h', fun h => Int.dvd_add h H⟩

protected theorem dvd_add_right {a b c : Int} (H : a ∣ b) : a ∣ b + c ↔ a ∣ c := by
  rw [Int.add_comm]
  exact Int.dvd_add_left H

theorem dvd_of_emod_eq_zero {a b : Int} (H : b % a = 0) : a ∣ b :=
  ⟨b / a, by
    have h := emod_add_mul_ediv b a
    rw [H, Int.zero_add] at h
    exact h.symm⟩

theorem emod_eq_zero_of_dvd {a b : Int} (h : a ∣ b) : b % a = 0 :=
  match h with
  | ⟨c, hc⟩ => by rw [hc, mul_emod_right]

theorem dvd_iff_emod_eq_zero {a b : Int} : a ∣ b ↔ b % a = 0 := ⟨emod_eq_zero_of_dvd, dvd_of_emod_eq_zero⟩

/-- Divisibility is decided by the remainder. -/
instance decidableDvd (a b : Int) : Decidable (a ∣ b) := decidable_of_iff (b % a = 0) dvd_iff_emod_eq_zero.symm

theorem emod_pos_of_not_dvd {a b : Int} (h : ¬ a ∣ b) : a = 0 ∨ 0 < b % a :=
  match Int.decEq a 0 with
  | isTrue e => Or.inl e
  | isFalse ha => Or.inr (Int.lt_of_le_of_ne (emod_nonneg b ha) (fun e => h (dvd_of_emod_eq_zero e.symm)))

@[simp] theorem emod_emod_of_dvd (n : Int) {m k : Int} (h : m ∣ k) : (n % k) % m = n % m :=
  match h with
  | ⟨t, ht⟩ => by
    rw [emod_def n k, ht, Int.mul_assoc, sub_mul_emod_self_left]

theorem dvd_self_sub_emod {x m : Int} : m ∣ x - x % m := ⟨x / m, (mul_ediv_self x m).symm⟩

theorem natAbs_dvd_natAbs {a b : Int} : natAbs a ∣ natAbs b ↔ a ∣ b :=
  ⟨fun h => match h with
    | ⟨k, hk⟩ =>
      have e : natAbs b = natAbs (a * (k : Int)) := hk.trans (natAbs_mul a (k : Int)).symm
      Or.elim (natAbs_eq_natAbs_iff.mp e) (fun e => ⟨(k : Int), e⟩) (fun e => ⟨-(k : Int), by rw [e, Int.mul_neg]⟩),
   fun h => match h with
    | ⟨c, hc⟩ => ⟨natAbs c, by rw [hc, natAbs_mul]⟩⟩

theorem ofNat_dvd {m n : Nat} : (m : Int) ∣ (n : Int) ↔ m ∣ n := (@natAbs_dvd_natAbs (m : Int) (n : Int)).symm

theorem natCast_dvd_natCast {m n : Nat} : (m : Int) ∣ (n : Int) ↔ m ∣ n := ofNat_dvd

theorem ofNat_dvd_left {n : Nat} {z : Int} : (n : Int) ∣ z ↔ n ∣ natAbs z := (@natAbs_dvd_natAbs (n : Int) z).symm

theorem ofNat_dvd_right {n : Nat} {z : Int} : z ∣ (n : Int) ↔ natAbs z ∣ n :=
  (@natAbs_dvd_natAbs z (n : Int)).symm

theorem natAbs_dvd {a b : Int} : (natAbs a : Int) ∣ b ↔ a ∣ b := Iff.trans ofNat_dvd_left natAbs_dvd_natAbs

theorem dvd_natAbs {a b : Int} : a ∣ (natAbs b : Int) ↔ a ∣ b := Iff.trans ofNat_dvd_right natAbs_dvd_natAbs

theorem le_of_dvd {a b : Int} (bpos : 0 < b) (H : a ∣ b) : a ≤ b := by
  have h : natAbs a ≤ natAbs b := Nat.le_of_dvd (natAbs_pos.mpr (Int.ne_of_gt bpos)) (natAbs_dvd_natAbs.mpr H)
  have h' := Int.le_trans (le_natAbs (a := a)) (ofNat_le.mpr h)
  rw [natAbs_of_nonneg (Int.le_of_lt bpos)] at h'
  exact h'

theorem dvd_antisymm {a b : Int} (H1 : 0 ≤ a) (H2 : 0 ≤ b) (h₁ : a ∣ b) (h₂ : b ∣ a) : a = b := by
  rw [eq_natAbs_of_nonneg H1, eq_natAbs_of_nonneg H2,
    Nat.dvd_antisymm (natAbs_dvd_natAbs.mpr h₁) (natAbs_dvd_natAbs.mpr h₂)]

theorem natAbs_eq_of_dvd_dvd {m n : Int} (hmn : m ∣ n) (hnm : n ∣ m) : natAbs m = natAbs n :=
  Nat.dvd_antisymm (natAbs_dvd_natAbs.mpr hmn) (natAbs_dvd_natAbs.mpr hnm)

theorem eq_one_of_dvd_one {a : Int} (H : 0 ≤ a) (H' : a ∣ 1) : a = 1 :=
  dvd_antisymm H (Int.le_of_lt Int.zero_lt_one) H' (Int.one_dvd a)

theorem eq_one_of_mul_eq_one_right {a b : Int} (H : 0 ≤ a) (H' : a * b = 1) : a = 1 :=
  eq_one_of_dvd_one H ⟨b, H'.symm⟩

theorem eq_one_of_mul_eq_one_left {a b : Int} (H : 0 ≤ b) (H' : a * b = 1) : b = 1 :=
  eq_one_of_mul_eq_one_right (b := a) H (by rw [Int.mul_comm, H'])

protected theorem mul_dvd_mul {a b c d : Int} (h₁ : a ∣ b) (h₂ : c ∣ d) : a * c ∣ b * d :=
  match h₁, h₂ with
  | ⟨e, he⟩, ⟨f, hf⟩ => ⟨e * f, by
      rw [he, hf, Int.mul_assoc, Int.mul_left_comm e c f, ← Int.mul_assoc]⟩

protected theorem mul_dvd_mul_left {b c : Int} (a : Int) (h : b ∣ c) : a * b ∣ a * c :=
  Int.mul_dvd_mul (Int.dvd_refl a) h

protected theorem mul_dvd_mul_right {b c : Int} (a : Int) (h : b ∣ c) : b * a ∣ c * a :=
  Int.mul_dvd_mul h (Int.dvd_refl a)

theorem dvd_of_mul_dvd_mul_left {a m n : Int} (ha : a ≠ 0) (h : a * m ∣ a * n) : m ∣ n :=
  match h with
  | ⟨c, hc⟩ => ⟨c, Int.eq_of_mul_eq_mul_left ha (hc.trans (Int.mul_assoc a m c))⟩

theorem dvd_of_mul_dvd_mul_right {a m n : Int} (ha : a ≠ 0) (h : m * a ∣ n * a) : m ∣ n := by
  rw [Int.mul_comm m a, Int.mul_comm n a] at h
  exact dvd_of_mul_dvd_mul_left ha h

/-! ## Quotients of multiples -/

theorem mul_ediv_cancel_of_emod_eq_zero {a b : Int} (H : a % b = 0) : b * (a / b) = a := by
  rw [mul_ediv_self, H, Int.sub_zero]

theorem ediv_mul_cancel_of_emod_eq_zero {a b : Int} (H : a % b = 0) : a / b * b = a := by
  rw [ediv_mul_self, H, Int.sub_zero]

protected theorem mul_ediv_cancel' {a b : Int} (H : a ∣ b) : a * (b / a) = b :=
  mul_ediv_cancel_of_emod_eq_zero (emod_eq_zero_of_dvd H)

protected theorem ediv_mul_cancel {a b : Int} (H : b ∣ a) : a / b * b = a :=
  ediv_mul_cancel_of_emod_eq_zero (emod_eq_zero_of_dvd H)

theorem mul_ediv_cancel_of_dvd {a b : Int} (H : b ∣ a) : b * (a / b) = a := Int.mul_ediv_cancel' H

theorem ediv_mul_cancel_of_dvd {a b : Int} (H : b ∣ a) : a / b * b = a := Int.ediv_mul_cancel H

protected theorem ediv_eq_of_eq_mul_right {a b c : Int} (H1 : b ≠ 0) (H2 : a = b * c) : a / b = c := by
  rw [H2, mul_ediv_cancel_left c H1]

protected theorem ediv_eq_of_eq_mul_left {a b c : Int} (H1 : b ≠ 0) (H2 : a = c * b) : a / b = c := by
  rw [H2, mul_ediv_cancel c H1]

protected theorem eq_ediv_of_mul_eq_right {a b c : Int} (H1 : a ≠ 0) (H2 : a * b = c) : b = c / a :=
  (Int.ediv_eq_of_eq_mul_right H1 H2.symm).symm

protected theorem eq_ediv_of_mul_eq_left {a b c : Int} (H1 : b ≠ 0) (H2 : a * b = c) : a = c / b :=
  (Int.ediv_eq_of_eq_mul_left H1 H2.symm).symm

protected theorem eq_mul_of_ediv_eq_right {a b c : Int} (H1 : b ∣ a) (H2 : a / b = c) : a = b * c := by
  rw [← H2, Int.mul_ediv_cancel' H1]

protected theorem eq_mul_of_ediv_eq_left {a b c : Int} (H1 : b ∣ a) (H2 : a / b = c) : a = c * b := by
  rw [← H2, Int.ediv_mul_cancel H1]

protected theorem ediv_eq_iff_eq_mul_right {a b c : Int} (H : b ≠ 0) (H' : b ∣ a) : a / b = c ↔ a = b * c :=
  ⟨Int.eq_mul_of_ediv_eq_right H', Int.ediv_eq_of_eq_mul_right H⟩

protected theorem ediv_eq_iff_eq_mul_left {a b c : Int} (H : b ≠ 0) (H' : b ∣ a) : a / b = c ↔ a = c * b :=
  ⟨Int.eq_mul_of_ediv_eq_left H', Int.ediv_eq_of_eq_mul_left H⟩

protected theorem mul_ediv_assoc (a : Int) {b c : Int} (h : c ∣ b) : a * b / c = a * (b / c) :=
  match h with
  | ⟨d, hd⟩ =>
    match Int.decEq c 0 with
    | isTrue e => by rw [e, Int.ediv_zero, Int.ediv_zero, Int.mul_zero]
    | isFalse hc => by rw [hd, Int.mul_left_comm, mul_ediv_cancel_left (a * d) hc, mul_ediv_cancel_left d hc]

protected theorem mul_ediv_assoc' (b : Int) {a c : Int} (h : c ∣ a) : a * b / c = a / c * b := by
  rw [Int.mul_comm, Int.mul_ediv_assoc b h, Int.mul_comm]

theorem neg_ediv_of_dvd {a b : Int} (h : b ∣ a) : (-a) / b = -(a / b) := by
  rw [Int.neg_eq_neg_one_mul a, Int.mul_ediv_assoc (-1) h, ← Int.neg_eq_neg_one_mul]

theorem add_ediv_of_dvd_right {a b c : Int} (H : c ∣ b) : (a + b) / c = a / c + b / c :=
  match H with
  | ⟨d, hd⟩ =>
    match Int.decEq c 0 with
    | isTrue e => by rw [e, Int.ediv_zero, Int.ediv_zero, Int.ediv_zero, Int.add_zero]
    | isFalse hc => by rw [hd, add_mul_ediv_left a d hc, mul_ediv_cancel_left d hc]

theorem add_ediv_of_dvd_left {a b c : Int} (H : c ∣ a) : (a + b) / c = a / c + b / c := by
  rw [Int.add_comm, add_ediv_of_dvd_right H, Int.add_comm]

theorem sub_ediv_of_dvd (a : Int) {b c : Int} (hcb : c ∣ b) : (a - b) / c = a / c - b / c := by
  rw [Int.sub_eq_add_neg, add_ediv_of_dvd_right (Int.dvd_neg.mpr hcb), neg_ediv_of_dvd hcb, Int.sub_eq_add_neg]

protected theorem eq_zero_of_ediv_eq_zero {d n : Int} (h : d ∣ n) (H : n / d = 0) : n = 0 := by
  rw [← Int.mul_ediv_cancel' h, H, Int.mul_zero]

@[simp] protected theorem neg_ediv_self (a : Int) (h : a ≠ 0) : (-a) / a = -1 := by
  rw [neg_ediv_of_dvd (Int.dvd_refl a), Int.ediv_self h]

/-! ## Quotients and order -/

theorem mul_ediv_self_le {x k : Int} (h : k ≠ 0) : k * (x / k) ≤ x := by
  rw [mul_ediv_self]
  exact Int.sub_le_self x (emod_nonneg x h)

theorem lt_mul_ediv_self_add {x k : Int} (h : 0 < k) : x < k * (x / k) + k := by
  have h' := Int.add_lt_add_left (emod_lt_of_pos x h) (k * (x / k))
  rw [mul_ediv_add_emod] at h'
  exact h'

protected theorem ediv_mul_le (a : Int) {b : Int} (H : b ≠ 0) : a / b * b ≤ a := by
  rw [Int.mul_comm]
  exact mul_ediv_self_le H

theorem lt_ediv_add_one_mul_self (a : Int) {b : Int} (H : 0 < b) : a < (a / b + 1) * b := by
  rw [Int.add_mul, Int.one_mul, Int.mul_comm]
  exact lt_mul_ediv_self_add H

protected theorem le_ediv_of_mul_le {a b c : Int} (H1 : 0 < c) (H2 : a * c ≤ b) : a ≤ b / c :=
  le_of_lt_add_one (lt_of_mul_lt_mul_right (Int.lt_of_le_of_lt H2 (lt_ediv_add_one_mul_self b H1)) (Int.le_of_lt H1))

protected theorem mul_le_of_le_ediv {a b c : Int} (H1 : 0 < c) (H2 : a ≤ b / c) : a * c ≤ b :=
  Int.le_trans (Int.mul_le_mul_of_nonneg_right H2 (Int.le_of_lt H1)) (Int.ediv_mul_le b (Int.ne_of_gt H1))

protected theorem le_ediv_iff_mul_le {a b c : Int} (H : 0 < c) : a ≤ b / c ↔ a * c ≤ b :=
  ⟨Int.mul_le_of_le_ediv H, Int.le_ediv_of_mul_le H⟩

protected theorem ediv_lt_of_lt_mul {a b c : Int} (H : 0 < c) (H' : a < b * c) : a / c < b :=
  Int.lt_of_not_ge (fun h => Int.not_le_of_gt H' (Int.mul_le_of_le_ediv H h))

protected theorem lt_mul_of_ediv_lt {a b c : Int} (H1 : 0 < c) (H2 : a / c < b) : a < b * c :=
  Int.lt_of_not_ge (fun h => Int.not_le_of_gt H2 (Int.le_ediv_of_mul_le H1 h))

protected theorem ediv_lt_iff_lt_mul {a b c : Int} (H : 0 < c) : a / c < b ↔ a < b * c :=
  ⟨Int.lt_mul_of_ediv_lt H, Int.ediv_lt_of_lt_mul H⟩

protected theorem ediv_le_of_le_mul {a b c : Int} (H : 0 < c) (H' : a ≤ b * c) : a / c ≤ b :=
  le_of_mul_le_mul_right (Int.le_trans (Int.ediv_mul_le a (Int.ne_of_gt H)) H') H

protected theorem mul_lt_of_lt_ediv {a b c : Int} (H : 0 < c) (H3 : a < b / c) : a * c < b :=
  Int.lt_of_not_ge (fun h => Int.not_le_of_gt H3 (Int.ediv_le_of_le_mul H h))

protected theorem ediv_le_ediv {a b c : Int} (H : 0 < c) (H' : a ≤ b) : a / c ≤ b / c :=
  Int.le_ediv_of_mul_le H (Int.le_trans (Int.ediv_mul_le a (Int.ne_of_gt H)) H')

theorem ediv_eq_iff_of_pos {k x y : Int} (h : 0 < k) : x / k = y ↔ y * k ≤ x ∧ x < y * k + k :=
  ⟨fun e => ⟨by rw [← e]; exact Int.ediv_mul_le x (Int.ne_of_gt h),
     by rw [← e, Int.mul_comm]; exact lt_mul_ediv_self_add h⟩,
   fun e => Int.le_antisymm
     (le_of_lt_add_one (Int.ediv_lt_of_lt_mul h (by rw [Int.add_mul, Int.one_mul]; exact e.right)))
     (Int.le_ediv_of_mul_le h e.left)⟩

theorem natAbs_ediv_of_nonneg {a b : Int} (ha : 0 ≤ a) : natAbs (a / b) = natAbs a / natAbs b :=
  match eq_ofNat_of_zero_le ha with
  | ⟨m, hm⟩ => by
    rw [hm]
    exact match b with
      | ofNat _ => rfl
      | negSucc n => natAbs_neg ((m / (n + 1) : Nat) : Int)

theorem ediv_le_self {a : Int} (b : Int) (Ha : 0 ≤ a) : a / b ≤ a := by
  have h : natAbs (a / b) ≤ natAbs a := by
    rw [natAbs_ediv_of_nonneg Ha]
    exact Nat.div_le_self (natAbs a) (natAbs b)
  have h' := Int.le_trans (le_natAbs (a := a / b)) (ofNat_le.mpr h)
  rw [natAbs_of_nonneg Ha] at h'
  exact h'

@[simp] theorem mul_ediv_mul_of_pos {a : Int} (b c : Int) (H : 0 < a) : (a * b) / (a * c) = b / c :=
  match Int.decEq c 0 with
  | isTrue e => by rw [e, Int.mul_zero, Int.ediv_zero, Int.ediv_zero]
  | isFalse hc => ediv_unique (r := a * (b % c)) (Int.mul_ne_zero (Int.ne_of_gt H) hc)
      (by rw [Int.mul_assoc, ← Int.mul_add, emod_add_mul_ediv])
      (Int.mul_nonneg (Int.le_of_lt H) (emod_nonneg b hc))
      (by
        rw [natAbs_mul, natCast_mul, natAbs_of_nonneg (Int.le_of_lt H)]
        exact Int.mul_lt_mul_of_pos_left (emod_lt b hc) H)

@[simp] theorem mul_ediv_mul_of_pos_left (a : Int) {b : Int} (c : Int) (H : 0 < b) : (a * b) / (c * b) = a / c := by
  rw [Int.mul_comm a b, Int.mul_comm c b, mul_ediv_mul_of_pos a c H]

@[simp] theorem mul_emod_mul_of_pos {a : Int} (b c : Int) (H : 0 < a) : (a * b) % (a * c) = a * (b % c) := by
  rw [emod_def, mul_ediv_mul_of_pos b c H, Int.mul_assoc, ← Int.mul_sub, ← emod_def]

theorem toNat_emod {x y : Int} (hx : 0 ≤ x) (hy : 0 ≤ y) : toNat (x % y) = toNat x % toNat y :=
  match eq_ofNat_of_zero_le hx, eq_ofNat_of_zero_le hy with
  | ⟨m, hm⟩, ⟨n, hn⟩ => by
    rw [hm, hn]
    rfl

theorem bmod_def (x : Int) (m : Nat) :
    bmod x m = if x % (m : Int) < ((m : Int) + 1) / 2 then x % (m : Int) else x % (m : Int) - (m : Int) := rfl

end Int
