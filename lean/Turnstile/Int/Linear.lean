/-!
# Linear facts on the integers

Rearrangements of equations and inequalities, and the laws of minimum and maximum: all of them are decided by
linear arithmetic.
-/

namespace Int

/-! ## Sums -/

protected theorem le_antisymm_iff {a b : Int} : a = b ↔ a ≤ b ∧ b ≤ a := by omega

protected theorem le_iff_eq_or_lt {a b : Int} : a ≤ b ↔ a = b ∨ a < b := by omega

protected theorem le_iff_lt_add_one {a b : Int} : a ≤ b ↔ a < b + 1 := by omega

protected theorem ge_of_eq {a b : Int} (hab : a = b) : b ≤ a := by omega

protected theorem add_le_add_three {a b c d e f : Int} (h₁ : a ≤ d) (h₂ : b ≤ e) (h₃ : c ≤ f) :
    a + b + c ≤ d + e + f := by
  omega

protected theorem add_pos_of_pos_of_nonneg {a b : Int} (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b := by omega

protected theorem add_pos_of_nonneg_of_pos {a b : Int} (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b := by omega

protected theorem add_nonpos {a b : Int} (ha : a ≤ 0) (hb : b ≤ 0) : a + b ≤ 0 := by omega

protected theorem add_neg {a b : Int} (ha : a < 0) (hb : b < 0) : a + b < 0 := by omega

protected theorem add_neg_of_neg_of_nonpos {a b : Int} (ha : a < 0) (hb : b ≤ 0) : a + b < 0 := by omega

protected theorem add_neg_of_nonpos_of_neg {a b : Int} (ha : a ≤ 0) (hb : b < 0) : a + b < 0 := by omega

protected theorem lt_add_of_le_of_pos {a b c : Int} (hbc : b ≤ c) (ha : 0 < a) : b < c + a := by omega

/-! ## Negation -/

protected theorem nonneg_of_neg_nonpos {a : Int} (h : -a ≤ 0) : 0 ≤ a := by omega

protected theorem nonpos_of_neg_nonneg {a : Int} (h : 0 ≤ -a) : a ≤ 0 := by omega

protected theorem pos_of_neg_neg {a : Int} (h : -a < 0) : 0 < a := by omega

protected theorem neg_of_neg_pos {a : Int} (h : 0 < -a) : a < 0 := by omega

protected theorem neg_le_zero_iff {a : Int} : -a ≤ 0 ↔ 0 ≤ a := by omega

protected theorem zero_le_neg_iff {a : Int} : 0 ≤ -a ↔ a ≤ 0 := by omega

protected theorem zero_lt_neg_iff {a : Int} : 0 < -a ↔ a < 0 := by omega

protected theorem neg_neg_iff_pos {a : Int} : -a < 0 ↔ 0 < a := by omega

protected theorem lt_of_neg_lt_neg {a b : Int} (h : -b < -a) : a < b := by omega

protected theorem le_neg_of_le_neg {a b : Int} (h : a ≤ -b) : b ≤ -a := by omega

protected theorem neg_le_of_neg_le {a b : Int} (h : -a ≤ b) : -b ≤ a := by omega

protected theorem lt_neg_of_lt_neg {a b : Int} (h : a < -b) : b < -a := by omega

protected theorem neg_lt_of_neg_lt {a b : Int} (h : -a < b) : -b < a := by omega

/-! ## Differences -/

protected theorem sub_nonpos_of_le {a b : Int} (h : a ≤ b) : a - b ≤ 0 := by omega

protected theorem le_of_sub_nonpos {a b : Int} (h : a - b ≤ 0) : a ≤ b := by omega

protected theorem sub_neg_of_lt {a b : Int} (h : a < b) : a - b < 0 := by omega

protected theorem lt_of_sub_neg {a b : Int} (h : a - b < 0) : a < b := by omega

protected theorem add_le_of_le_neg_add {a b c : Int} (h : b ≤ -a + c) : a + b ≤ c := by omega

protected theorem le_neg_add_of_add_le {a b c : Int} (h : a + b ≤ c) : b ≤ -a + c := by omega

protected theorem add_le_of_le_sub_left {a b c : Int} (h : b ≤ c - a) : a + b ≤ c := by omega

protected theorem le_sub_left_of_add_le {a b c : Int} (h : a + b ≤ c) : b ≤ c - a := by omega

protected theorem le_add_of_neg_add_le {a b c : Int} (h : -b + a ≤ c) : a ≤ b + c := by omega

protected theorem neg_add_le_of_le_add {a b c : Int} (h : a ≤ b + c) : -b + a ≤ c := by omega

protected theorem le_add_of_sub_left_le {a b c : Int} (h : a - b ≤ c) : a ≤ b + c := by omega

protected theorem le_add_of_neg_add_le_left {a b c : Int} (h : -b + a ≤ c) : a ≤ b + c := by omega

protected theorem neg_add_le_left_of_le_add {a b c : Int} (h : a ≤ b + c) : -b + a ≤ c := by omega

protected theorem le_add_of_neg_add_le_right {a b c : Int} (h : -c + a ≤ b) : a ≤ b + c := by omega

protected theorem neg_add_le_right_of_le_add {a b c : Int} (h : a ≤ b + c) : -c + a ≤ b := by omega

protected theorem le_add_of_neg_le_sub_left {a b c : Int} (h : -a ≤ b - c) : c ≤ a + b := by omega

protected theorem neg_le_sub_left_of_le_add {a b c : Int} (h : c ≤ a + b) : -a ≤ b - c := by omega

protected theorem le_add_of_neg_le_sub_right {a b c : Int} (h : -b ≤ a - c) : c ≤ a + b := by omega

protected theorem neg_le_sub_right_of_le_add {a b c : Int} (h : c ≤ a + b) : -b ≤ a - c := by omega

protected theorem sub_le_of_sub_le {a b c : Int} (h : a - b ≤ c) : a - c ≤ b := by omega

protected theorem le_of_sub_le_sub_left {a b c : Int} (h : c - a ≤ c - b) : b ≤ a := by omega

protected theorem le_of_sub_le_sub_right {a b c : Int} (h : a - c ≤ b - c) : a ≤ b := by omega

protected theorem add_lt_of_lt_neg_add {a b c : Int} (h : b < -a + c) : a + b < c := by omega

protected theorem lt_neg_add_of_add_lt {a b c : Int} (h : a + b < c) : b < -a + c := by omega

protected theorem add_lt_of_lt_sub_left {a b c : Int} (h : b < c - a) : a + b < c := by omega

protected theorem lt_sub_left_of_add_lt {a b c : Int} (h : a + b < c) : b < c - a := by omega

protected theorem add_lt_of_lt_sub_right {a b c : Int} (h : a < c - b) : a + b < c := by omega

protected theorem lt_sub_right_of_add_lt {a b c : Int} (h : a + b < c) : a < c - b := by omega

protected theorem lt_add_of_neg_add_lt {a b c : Int} (h : -b + a < c) : a < b + c := by omega

protected theorem neg_add_lt_of_lt_add {a b c : Int} (h : a < b + c) : -b + a < c := by omega

protected theorem lt_add_of_sub_left_lt {a b c : Int} (h : a - b < c) : a < b + c := by omega

protected theorem sub_left_lt_of_lt_add {a b c : Int} (h : a < b + c) : a - b < c := by omega

protected theorem lt_add_of_sub_right_lt {a b c : Int} (h : a - c < b) : a < b + c := by omega

protected theorem sub_right_lt_of_lt_add {a b c : Int} (h : a < b + c) : a - c < b := by omega

protected theorem lt_add_of_neg_add_lt_left {a b c : Int} (h : -b + a < c) : a < b + c := by omega

protected theorem neg_add_lt_left_of_lt_add {a b c : Int} (h : a < b + c) : -b + a < c := by omega

protected theorem lt_add_of_neg_add_lt_right {a b c : Int} (h : -c + a < b) : a < b + c := by omega

protected theorem neg_add_lt_right_of_lt_add {a b c : Int} (h : a < b + c) : -c + a < b := by omega

protected theorem lt_add_of_neg_lt_sub_left {a b c : Int} (h : -a < b - c) : c < a + b := by omega

protected theorem neg_lt_sub_left_of_lt_add {a b c : Int} (h : c < a + b) : -a < b - c := by omega

protected theorem lt_add_of_neg_lt_sub_right {a b c : Int} (h : -b < a - c) : c < a + b := by omega

protected theorem neg_lt_sub_right_of_lt_add {a b c : Int} (h : c < a + b) : -b < a - c := by omega

protected theorem sub_lt_of_sub_lt {a b c : Int} (h : a - b < c) : a - c < b := by omega

protected theorem lt_of_sub_lt_sub_left {a b c : Int} (h : c - a < c - b) : b < a := by omega

protected theorem lt_of_sub_lt_sub_right {a b c : Int} (h : a - c < b - c) : a < b := by omega

@[simp] protected theorem sub_le_sub_left_iff {a b c : Int} : c - a ≤ c - b ↔ b ≤ a := by omega

@[simp] protected theorem sub_le_sub_right_iff {a b c : Int} : a - c ≤ b - c ↔ a ≤ b := by omega

@[simp] protected theorem sub_lt_sub_left_iff {a b c : Int} : c - a < c - b ↔ b < a := by omega

@[simp] protected theorem sub_lt_sub_right_iff {a b c : Int} : a - c < b - c ↔ a < b := by omega

protected theorem add_lt_iff {a b c : Int} : a + b < c ↔ a < -b + c := by omega

protected theorem sub_lt_iff {a b c : Int} : a - b < c ↔ a < c + b := by omega

protected theorem add_le_iff_le_sub {a b c : Int} : a + b ≤ c ↔ a ≤ c - b := by omega

protected theorem le_add_iff_sub_le {a b c : Int} : a ≤ b + c ↔ a - c ≤ b := by omega

protected theorem sub_eq_iff_eq_add' {a b c : Int} : b - a = c ↔ b = a + c := by omega

protected theorem add_le_zero_iff_le_neg {a b : Int} : a + b ≤ 0 ↔ a ≤ -b := by omega

protected theorem add_le_zero_iff_le_neg' {a b : Int} : a + b ≤ 0 ↔ b ≤ -a := by omega

protected theorem add_nonnneg_iff_neg_le {a b : Int} : 0 ≤ a + b ↔ -b ≤ a := by omega

protected theorem add_nonnneg_iff_neg_le' {a b : Int} : 0 ≤ a + b ↔ -a ≤ b := by omega

protected theorem sub_le_sub {a b c d : Int} (hab : a ≤ b) (hcd : c ≤ d) : a - d ≤ b - c := by omega

protected theorem sub_lt_sub {a b c d : Int} (hab : a < b) (hcd : c < d) : a - d < b - c := by omega

protected theorem sub_lt_sub_of_le_of_lt {a b c d : Int} (hab : a ≤ b) (hcd : c < d) : a - d < b - c := by omega

protected theorem sub_lt_sub_of_lt_of_le {a b c d : Int} (hab : a < b) (hcd : c ≤ d) : a - d < b - c := by omega

protected theorem sub_right_inj {i j : Int} (k : Int) : k - i = k - j ↔ i = j := by omega

protected theorem sub_left_inj {i j : Int} (k : Int) : i - k = j - k ↔ i = j := by omega

theorem sub_one_lt_of_le {a b : Int} (H : a ≤ b) : a - 1 < b := by omega

theorem le_of_sub_one_lt {a b : Int} (H : a - 1 < b) : a ≤ b := by omega

theorem le_add_one {a b : Int} (H : a ≤ b) : a ≤ b + 1 := by omega

theorem le_add_one_iff {m n : Int} : m ≤ n + 1 ↔ m ≤ n ∨ m = n + 1 := by omega

/-! ## Products -/

protected theorem mul_lt_mul {a b c d : Int} (h₁ : a < c) (h₂ : b ≤ d) (h₃ : 0 < b) (h₄ : 0 ≤ c) :
    a * b < c * d :=
  Int.lt_of_lt_of_le (Int.mul_lt_mul_of_pos_right h₁ h₃) (Int.mul_le_mul_of_nonneg_left h₂ h₄)

protected theorem mul_lt_mul' {a b c d : Int} (h₁ : a ≤ c) (h₂ : b < d) (h₃ : 0 ≤ b) (h₄ : 0 < c) :
    a * b < c * d :=
  Int.lt_of_le_of_lt (Int.mul_le_mul_of_nonneg_right h₁ h₃) (Int.mul_lt_mul_of_pos_left h₂ h₄)

protected theorem mul_nonpos_of_nonpos_of_nonneg {a b : Int} (ha : a ≤ 0) (hb : 0 ≤ b) : a * b ≤ 0 := by
  rw [Int.mul_comm]
  exact Int.mul_nonpos_of_nonneg_of_nonpos hb ha

protected theorem mul_neg_of_pos_of_neg {a b : Int} (ha : 0 < a) (hb : b < 0) : a * b < 0 := by
  have h := Int.mul_lt_mul_of_pos_left hb ha
  rw [Int.mul_zero] at h
  exact h

protected theorem mul_neg_of_neg_of_pos {a b : Int} (ha : a < 0) (hb : 0 < b) : a * b < 0 := by
  rw [Int.mul_comm]
  exact Int.mul_neg_of_pos_of_neg hb ha

protected theorem mul_pos_of_neg_of_neg {a b : Int} (ha : a < 0) (hb : b < 0) : 0 < a * b := by
  rw [← Int.neg_mul_neg]
  exact Int.mul_pos (Int.neg_pos_of_neg ha) (Int.neg_pos_of_neg hb)

protected theorem mul_lt_mul_of_neg_left {a b c : Int} (h : b < a) (hc : c < 0) : c * a < c * b := by
  have h' := Int.mul_lt_mul_of_pos_left h (Int.neg_pos_of_neg hc)
  rw [Int.neg_mul, Int.neg_mul] at h'
  exact Int.lt_of_neg_lt_neg h'

protected theorem mul_lt_mul_of_neg_right {a b c : Int} (h : b < a) (hc : c < 0) : a * c < b * c := by
  rw [Int.mul_comm a c, Int.mul_comm b c]
  exact Int.mul_lt_mul_of_neg_left h hc

protected theorem mul_self_le_mul_self {a b : Int} (h1 : 0 ≤ a) (h2 : a ≤ b) : a * a ≤ b * b :=
  Int.mul_le_mul h2 h2 h1 (Int.le_trans h1 h2)

protected theorem mul_self_lt_mul_self {a b : Int} (h1 : 0 ≤ a) (h2 : a < b) : a * a < b * b :=
  Int.mul_lt_mul' (Int.le_of_lt h2) h2 h1 (Int.lt_of_le_of_lt h1 h2)

protected theorem nonneg_of_mul_nonneg_left {a b : Int} (h : 0 ≤ a * b) (hb : 0 < b) : 0 ≤ a :=
  Int.le_of_not_gt (fun ha => Int.not_lt_of_ge h (Int.mul_neg_of_neg_of_pos ha hb))

protected theorem nonneg_of_mul_nonneg_right {a b : Int} (h : 0 ≤ a * b) (ha : 0 < a) : 0 ≤ b :=
  Int.le_of_not_gt (fun hb => Int.not_lt_of_ge h (Int.mul_neg_of_pos_of_neg ha hb))

protected theorem nonpos_of_mul_nonpos_left {a b : Int} (h : a * b ≤ 0) (hb : 0 < b) : a ≤ 0 :=
  Int.le_of_not_gt (fun ha => Int.not_lt_of_ge h (Int.mul_pos ha hb))

protected theorem nonpos_of_mul_nonpos_right {a b : Int} (h : a * b ≤ 0) (ha : 0 < a) : b ≤ 0 :=
  Int.le_of_not_gt (fun hb => Int.not_lt_of_ge h (Int.mul_pos ha hb))

protected theorem pos_of_mul_pos_left {a b : Int} (h : 0 < a * b) (hb : 0 < b) : 0 < a :=
  Int.lt_of_not_ge (fun ha => Int.not_le_of_gt h (Int.mul_nonpos_of_nonpos_of_nonneg ha (Int.le_of_lt hb)))

protected theorem pos_of_mul_pos_right {a b : Int} (h : 0 < a * b) (ha : 0 < a) : 0 < b :=
  Int.lt_of_not_ge (fun hb => Int.not_le_of_gt h (Int.mul_nonpos_of_nonneg_of_nonpos (Int.le_of_lt ha) hb))

protected theorem neg_of_mul_neg_left {a b : Int} (h : a * b < 0) (hb : 0 < b) : a < 0 :=
  Int.lt_of_not_ge (fun ha => Int.not_le_of_gt h (Int.mul_nonneg ha (Int.le_of_lt hb)))

protected theorem neg_of_mul_neg_right {a b : Int} (h : a * b < 0) (ha : 0 < a) : b < 0 :=
  Int.lt_of_not_ge (fun hb => Int.not_le_of_gt h (Int.mul_nonneg (Int.le_of_lt ha) hb))

theorem mul_eq_mul_left_iff {a b c : Int} (h : c ≠ 0) : c * a = c * b ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_left h, fun w => congrArg (fun (x : Int) => c * x) w⟩

theorem mul_eq_mul_right_iff {a b c : Int} (h : c ≠ 0) : a * c = b * c ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_right h, fun w => congrArg (fun (x : Int) => x * c) w⟩

theorem eq_one_of_mul_eq_self_left {a b : Int} (Hpos : a ≠ 0) (H : b * a = a) : b = 1 :=
  Int.eq_of_mul_eq_mul_right Hpos (H.trans (Int.one_mul a).symm)

theorem eq_one_of_mul_eq_self_right {a b : Int} (Hpos : b ≠ 0) (H : b * a = b) : a = 1 :=
  Int.eq_of_mul_eq_mul_left Hpos (H.trans (Int.mul_one b).symm)

/-! ## Minimum and maximum -/

@[simp] protected theorem min_self (a : Int) : min a a = a := by omega

@[simp] protected theorem max_self (a : Int) : max a a = a := by omega

protected theorem lt_min {a b c : Int} : a < min b c ↔ a < b ∧ a < c := by omega

protected theorem max_lt {a b c : Int} : max a b < c ↔ a < c ∧ b < c := by omega

@[simp] protected theorem min_assoc (a b c : Int) : min (min a b) c = min a (min b c) := by omega

@[simp] protected theorem max_assoc (a b c : Int) : max (max a b) c = max a (max b c) := by omega

@[simp] protected theorem min_self_assoc {m n : Int} : min m (min m n) = min m n := by omega

@[simp] protected theorem min_self_assoc' {m n : Int} : min n (min m n) = min n m := by omega

@[simp] protected theorem max_self_assoc {m n : Int} : max m (max m n) = max m n := by omega

@[simp] protected theorem max_self_assoc' {m n : Int} : max n (max m n) = max n m := by omega

@[simp] protected theorem neg_min_neg (a b : Int) : min (-a) (-b) = -max a b := by omega

@[simp] protected theorem neg_max_neg (a b : Int) : max (-a) (-b) = -min a b := by omega

@[simp] protected theorem min_add_right (a b c : Int) : min (a + c) (b + c) = min a b + c := by omega

@[simp] protected theorem min_add_left (a b c : Int) : min (a + b) (a + c) = a + min b c := by omega

@[simp] protected theorem max_add_right (a b c : Int) : max (a + c) (b + c) = max a b + c := by omega

@[simp] protected theorem max_add_left (a b c : Int) : max (a + b) (a + c) = a + max b c := by omega

protected theorem max_min_distrib_left (a b c : Int) : max a (min b c) = min (max a b) (max a c) := by omega

protected theorem min_max_distrib_left (a b c : Int) : min a (max b c) = max (min a b) (min a c) := by omega

protected theorem max_min_distrib_right (a b c : Int) : max (min a b) c = min (max a c) (max b c) := by omega

protected theorem min_max_distrib_right (a b c : Int) : min (max a b) c = max (min a c) (min b c) := by omega

protected theorem sub_min_sub_right (a b c : Int) : min (a - c) (b - c) = min a b - c := by omega

protected theorem sub_max_sub_right (a b c : Int) : max (a - c) (b - c) = max a b - c := by omega

protected theorem sub_min_sub_left (a b c : Int) : min (a - b) (a - c) = a - max b c := by omega

protected theorem sub_max_sub_left (a b c : Int) : max (a - b) (a - c) = a - min b c := by omega

@[simp] theorem natCast_le_zero {n : Nat} : (n : Int) ≤ 0 ↔ n = 0 := by omega

theorem natCast_min (a b : Nat) : ((min a b : Nat) : Int) = min (a : Int) (b : Int) := by omega

theorem natCast_max (a b : Nat) : ((max a b : Nat) : Int) = max (a : Int) (b : Int) := by omega

theorem natCast_ne {m n : Nat} : (m : Int) ≠ (n : Int) ↔ m ≠ n := by omega

attribute [norm_cast] natCast_add natCast_mul natCast_pow natCast_ediv natCast_emod natCast_min natCast_max natCast_sub
attribute [norm_cast] natCast_succ natCast_inj natCast_ne natCast_le natCast_lt natCast_dvd_natCast

end Int
