/-!
# The order of the integers

`≤` and `<` as a linear order compatible with the ring operations; absolute value, minimum and maximum.
-/

namespace Int

/-! ## A linear order -/

theorem le_def {a b : Int} : a ≤ b ↔ NonNeg (b - a) := Iff.rfl

theorem lt_iff_add_one_le {a b : Int} : a < b ↔ a + 1 ≤ b := Iff.rfl

theorem nonneg_def {a : Int} : NonNeg a ↔ ∃ n : Nat, a = ↑n :=
  ⟨fun h => match h with
    | NonNeg.mk n => ⟨n, rfl⟩, fun h => match h with
    | ⟨n, e⟩ => @Eq.ndrec Int (ofNat n) NonNeg (NonNeg.mk n) a e.symm⟩

theorem NonNeg.elim {a : Int} (h : NonNeg a) : ∃ n : Nat, a = ↑n := nonneg_def.mp h

theorem le.intro_sub {a b : Int} (n : Nat) (h : b - a = ↑n) : a ≤ b := nonneg_def.mpr ⟨n, h⟩

theorem le.dest_sub {a b : Int} (h : a ≤ b) : ∃ n : Nat, b - a = ↑n := nonneg_def.mp h

theorem le.intro {a b : Int} (n : Nat) (h : a + ↑n = b) : a ≤ b :=
  le.intro_sub n (by rw [← h, Int.add_sub_cancel_left])

theorem le.dest {a b : Int} (h : a ≤ b) : ∃ n : Nat, a + ↑n = b :=
  match le.dest_sub h with
  | ⟨n, e⟩ => ⟨n, by rw [← e, Int.add_comm, Int.sub_add_cancel]⟩

theorem lt.dest {a b : Int} (h : a < b) : ∃ n : Nat, a + ↑(Nat.succ n) = b :=
  match le.dest h with
  | ⟨n, e⟩ => ⟨n, by rw [← e, natCast_succ, Int.add_comm (↑n) 1, ← Int.add_assoc]⟩

theorem lt.intro {a b : Int} {n : Nat} (h : a + (↑n + 1) = b) : a < b :=
  le.intro n (by rw [← h, Int.add_comm (↑n) 1, ← Int.add_assoc])

@[simp] protected theorem le_refl (a : Int) : a ≤ a := le.intro 0 (Int.add_zero a)

protected theorem le_rfl {a : Int} : a ≤ a := Int.le_refl a

protected theorem le_of_eq {a b : Int} (h : a = b) : a ≤ b := @Eq.ndrec Int a (fun x => a ≤ x) (Int.le_refl a) b h

protected theorem le_trans {a b c : Int} (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c :=
  match le.dest h₁, le.dest h₂ with
  | ⟨n, e₁⟩, ⟨m, e₂⟩ => le.intro (n + m) (by rw [natCast_add, ← Int.add_assoc, e₁, e₂])

protected theorem le_antisymm {a b : Int} (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b :=
  match le.dest h₁, le.dest h₂ with
  | ⟨n, e₁⟩, ⟨m, e₂⟩ => by
    have e : a + ((n + m : Nat) : Int) = a + 0 := by
      rw [natCast_add, ← Int.add_assoc, e₁, e₂, Int.add_zero]
    have hn : n = 0 := Nat.eq_zero_of_add_eq_zero_right (ofNat_inj.mp (Int.add_left_cancel e))
    rw [hn, natCast_zero, Int.add_zero] at e₁
    exact e₁

theorem nonneg_or_nonneg_neg : (a : Int) → NonNeg a ∨ NonNeg (-a)
  | ofNat n => Or.inl (NonNeg.mk n)
  | negSucc n => Or.inr (NonNeg.mk (n + 1))

protected theorem le_total (a b : Int) : a ≤ b ∨ b ≤ a :=
  Or.elim (nonneg_or_nonneg_neg (b - a)) Or.inl (fun h => Or.inr (by
    rw [Int.neg_sub] at h
    exact h))

protected theorem add_le_add_left {a b : Int} (h : a ≤ b) (c : Int) : c + a ≤ c + b :=
  match le.dest h with
  | ⟨n, e⟩ => le.intro n (by rw [Int.add_assoc, e])

protected theorem add_le_add_right {a b : Int} (h : a ≤ b) (c : Int) : a + c ≤ b + c := by
  rw [Int.add_comm a c, Int.add_comm b c]
  exact Int.add_le_add_left h c

protected theorem add_le_add {a b c d : Int} (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  Int.le_trans (Int.add_le_add_right h₁ c) (Int.add_le_add_left h₂ b)

protected theorem le_of_add_le_add_left {a b c : Int} (h : a + b ≤ a + c) : b ≤ c := by
  have h' := Int.add_le_add_left h (-a)
  rw [Int.neg_add_cancel_left, Int.neg_add_cancel_left] at h'
  exact h'

protected theorem le_of_add_le_add_right {a b c : Int} (h : a + b ≤ c + b) : a ≤ c := by
  rw [Int.add_comm a b, Int.add_comm c b] at h
  exact Int.le_of_add_le_add_left h

@[simp] protected theorem add_le_add_iff_left {b c : Int} (a : Int) : a + b ≤ a + c ↔ b ≤ c :=
  ⟨Int.le_of_add_le_add_left, fun h => Int.add_le_add_left h a⟩

@[simp] protected theorem add_le_add_iff_right {a b : Int} (c : Int) : a + c ≤ b + c ↔ a ≤ b :=
  ⟨Int.le_of_add_le_add_right, fun h => Int.add_le_add_right h c⟩

@[simp] theorem ofNat_le {m n : Nat} : (m : Int) ≤ (n : Int) ↔ m ≤ n :=
  ⟨fun h => match le.dest h with
    | ⟨k, e⟩ => Nat.le.intro (ofNat_inj.mp e),
   fun h => match Nat.le.dest h with
    | ⟨k, e⟩ => le.intro k (congrArg ofNat e)⟩

theorem natCast_le {m n : Nat} : (m : Int) ≤ (n : Int) ↔ m ≤ n := ofNat_le

@[simp] theorem ofNat_lt {n m : Nat} : (n : Int) < (m : Int) ↔ n < m := @ofNat_le (n + 1) m

theorem natCast_lt {n m : Nat} : (n : Int) < (m : Int) ↔ n < m := ofNat_lt

theorem ofNat_nonneg (n : Nat) : 0 ≤ (n : Int) := ofNat_le.mpr (Nat.zero_le n)

theorem natCast_nonneg (n : Nat) : 0 ≤ (n : Int) := ofNat_nonneg n

@[simp] theorem ofNat_zero_le (n : Nat) : 0 ≤ (n : Int) := ofNat_nonneg n

theorem ofNat_succ_pos (n : Nat) : 0 < ((Nat.succ n : Nat) : Int) := ofNat_lt.mpr (Nat.zero_lt_succ n)

theorem ofNat_pos {n : Nat} : 0 < (n : Int) ↔ 0 < n := ofNat_lt

@[simp] theorem natCast_pos {n : Nat} : 0 < (n : Int) ↔ 0 < n := ofNat_lt

theorem eq_ofNat_of_zero_le {a : Int} (h : 0 ≤ a) : ∃ n : Nat, a = ↑n :=
  match le.dest h with
  | ⟨n, e⟩ => ⟨n, by rw [← e, Int.zero_add]⟩

theorem lt_add_succ (a : Int) (n : Nat) : a < a + (↑n + 1) := lt.intro rfl

@[simp] protected theorem lt_irrefl (a : Int) : ¬ a < a := fun h =>
  match lt.dest h with
  | ⟨n, e⟩ => Nat.succ_ne_zero n (ofNat_inj.mp (Int.add_left_cancel (e.trans (Int.add_zero a).symm)))

@[simp] theorem negSucc_lt_zero (n : Nat) : negSucc n < 0 :=
  lt.intro (n := n) (by
    rw [negSucc_eq, Int.add_left_neg])

private theorem not_nonNeg_negSucc (n : Nat) (h : NonNeg (negSucc n)) : False := nomatch h

@[simp] theorem negSucc_not_nonneg (n : Nat) : 0 ≤ negSucc n ↔ False :=
  ⟨fun h => not_nonNeg_negSucc n h, False.elim⟩

protected theorem zero_lt_one : (0 : Int) < 1 := ofNat_lt.mpr Nat.zero_lt_one

protected theorem one_pos : (0 : Int) < 1 := Int.zero_lt_one

protected theorem one_ne_zero : (1 : Int) ≠ 0 := fun h => Nat.one_ne_zero (ofNat_inj.mp h)

@[simp] protected theorem zero_ne_one : (0 : Int) ≠ 1 := fun h => Int.one_ne_zero h.symm

protected theorem lt_succ (a : Int) : a < a + 1 := Int.le_refl (a + 1)

private theorem le_add_one_self (a : Int) : a ≤ a + 1 := le.intro 1 rfl

protected theorem le_of_lt {a b : Int} (h : a < b) : a ≤ b := Int.le_trans (le_add_one_self a) h

protected theorem ne_of_lt {a b : Int} (h : a < b) : a ≠ b :=
  fun e => Int.lt_irrefl a (@Eq.ndrec Int b (fun x => a < x) h a e.symm)

protected theorem ne_of_gt {a b : Int} (h : b < a) : a ≠ b := fun e => Int.ne_of_lt h e.symm

protected theorem lt_of_lt_of_le {a b c : Int} (h₁ : a < b) (h₂ : b ≤ c) : a < c := Int.le_trans h₁ h₂

protected theorem lt_of_le_of_lt {a b c : Int} (h₁ : a ≤ b) (h₂ : b < c) : a < c :=
  Int.le_trans (Int.add_le_add_right h₁ 1) h₂

protected theorem lt_trans {a b c : Int} (h₁ : a < b) (h₂ : b < c) : a < c := Int.lt_of_le_of_lt (Int.le_of_lt h₁) h₂

theorem negSucc_le_zero (n : Nat) : negSucc n ≤ 0 := Int.le_of_lt (negSucc_lt_zero n)

@[simp] theorem negSucc_not_pos (n : Nat) : 0 < negSucc n ↔ False :=
  ⟨fun h => Int.lt_irrefl 0 (Int.lt_trans h (negSucc_lt_zero n)), False.elim⟩

instance instTransLe : Trans (fun (a b : Int) => a ≤ b) (fun (a b : Int) => a ≤ b) (fun (a b : Int) => a ≤ b) where
  trans := Int.le_trans

instance instTransLt : Trans (fun (a b : Int) => a < b) (fun (a b : Int) => a < b) (fun (a b : Int) => a < b) where
  trans := Int.lt_trans

instance instTransLeLt : Trans (fun (a b : Int) => a ≤ b) (fun (a b : Int) => a < b) (fun (a b : Int) => a < b) where
  trans := Int.lt_of_le_of_lt

instance instTransLtLe : Trans (fun (a b : Int) => a < b) (fun (a b : Int) => a ≤ b) (fun (a b : Int) => a < b) where
  trans := Int.lt_of_lt_of_le

theorem add_one_le_of_lt {a b : Int} (H : a < b) : a + 1 ≤ b := H

theorem lt_of_add_one_le {a b : Int} (H : a + 1 ≤ b) : a < b := H

theorem add_one_le_iff {a b : Int} : a + 1 ≤ b ↔ a < b := Iff.rfl

theorem lt_add_one_of_le {a b : Int} (H : a ≤ b) : a < b + 1 := Int.add_le_add_right H 1

theorem le_of_lt_add_one {a b : Int} (H : a < b + 1) : a ≤ b := Int.le_of_add_le_add_right H

theorem lt_add_one_iff {a b : Int} : a < b + 1 ↔ a ≤ b := ⟨le_of_lt_add_one, lt_add_one_of_le⟩

protected theorem lt_of_le_of_ne {a b : Int} (h₁ : a ≤ b) (h₂ : a ≠ b) : a < b :=
  match le.dest h₁ with
  | ⟨0, e⟩ => absurd ((Int.add_zero a).symm.trans e) h₂
  | ⟨n+1, e⟩ => lt.intro (n := n) e

protected theorem lt_iff_le_and_ne {a b : Int} : a < b ↔ a ≤ b ∧ a ≠ b :=
  ⟨fun h => ⟨Int.le_of_lt h, Int.ne_of_lt h⟩, fun h => Int.lt_of_le_of_ne h.left h.right⟩

protected theorem not_le_of_gt {a b : Int} (h : b < a) : ¬ a ≤ b := fun h' => Int.lt_irrefl b (Int.lt_of_lt_of_le h h')

protected theorem not_lt_of_ge {a b : Int} (h : b ≤ a) : ¬ a < b := fun h' => Int.lt_irrefl a (Int.lt_of_lt_of_le h' h)

protected theorem lt_of_not_ge {a b : Int} (h : ¬ a ≤ b) : b < a :=
  Int.lt_of_le_of_ne (Or.resolve_left (Int.le_total a b) h) (fun e => h (Int.le_of_eq e.symm))

protected theorem le_of_not_gt {a b : Int} (h : ¬ a > b) : a ≤ b :=
  Or.elim (Int.le_total b a) (fun hba =>
    match Int.decEq b a with
    | isTrue e => Int.le_of_eq e.symm
    | isFalse ne => absurd (Int.lt_of_le_of_ne hba ne) h) id

protected theorem lt_of_not_le {a b : Int} (h : ¬ a ≤ b) : b < a := Int.lt_of_not_ge h

protected theorem le_of_not_lt {a b : Int} (h : ¬ a < b) : b ≤ a := Int.le_of_not_gt h

protected theorem le_of_not_le {a b : Int} (h : ¬ a ≤ b) : b ≤ a := Int.le_of_lt (Int.lt_of_not_ge h)

@[simp] protected theorem not_le {a b : Int} : ¬ a ≤ b ↔ b < a := ⟨Int.lt_of_not_ge, Int.not_le_of_gt⟩

@[simp] protected theorem not_lt {a b : Int} : ¬ a < b ↔ b ≤ a := ⟨Int.le_of_not_gt, Int.not_lt_of_ge⟩

protected theorem lt_iff_le_and_not_ge {a b : Int} : a < b ↔ a ≤ b ∧ ¬ b ≤ a :=
  ⟨fun h => ⟨Int.le_of_lt h, Int.not_le_of_gt h⟩, fun h => Int.lt_of_not_ge h.right⟩

protected theorem lt_iff_le_not_le {a b : Int} : a < b ↔ a ≤ b ∧ ¬ b ≤ a := Int.lt_iff_le_and_not_ge

protected theorem lt_trichotomy (a b : Int) : a < b ∨ a = b ∨ b < a :=
  match Int.decEq a b with
  | isTrue e => Or.inr (Or.inl e)
  | isFalse ne => Or.elim (Int.le_total a b) (fun h => Or.inl (Int.lt_of_le_of_ne h ne))
      (fun h => Or.inr (Or.inr (Int.lt_of_le_of_ne h (fun e => ne e.symm))))

protected theorem lt_or_gt_of_ne {a b : Int} (h : a ≠ b) : a < b ∨ b < a :=
  Or.elim (Int.lt_trichotomy a b) Or.inl (fun h' => Or.inr (Or.resolve_left h' h))

protected theorem lt_or_lt_of_ne {a b : Int} (h : a ≠ b) : a < b ∨ b < a := Int.lt_or_gt_of_ne h

protected theorem ne_iff_lt_or_gt {a b : Int} : a ≠ b ↔ a < b ∨ b < a :=
  ⟨Int.lt_or_gt_of_ne, fun h => Or.elim h Int.ne_of_lt Int.ne_of_gt⟩

protected theorem lt_or_eq_of_le {a b : Int} (h : a ≤ b) : a < b ∨ a = b :=
  match Int.decEq a b with
  | isTrue e => Or.inr e
  | isFalse ne => Or.inl (Int.lt_of_le_of_ne h ne)

protected theorem le_iff_lt_or_eq {a b : Int} : a ≤ b ↔ a < b ∨ a = b :=
  ⟨Int.lt_or_eq_of_le, fun h => Or.elim h Int.le_of_lt Int.le_of_eq⟩

protected theorem eq_iff_le_and_ge {x y : Int} : x = y ↔ x ≤ y ∧ y ≤ x :=
  ⟨fun h => ⟨Int.le_of_eq h, Int.le_of_eq h.symm⟩, fun h => Int.le_antisymm h.left h.right⟩

protected theorem le_or_lt (a b : Int) : a ≤ b ∨ b < a :=
  match decLe a b with
  | isTrue h => Or.inl h
  | isFalse h => Or.inr (Int.lt_of_not_ge h)

protected theorem lt_or_le (a b : Int) : a < b ∨ b ≤ a := (Int.le_or_lt b a).symm

protected theorem lt_asymm {a b : Int} (h : a < b) : ¬ b < a := Int.not_lt_of_ge (Int.le_of_lt h)

theorem eq_succ_of_zero_lt {a : Int} (h : 0 < a) : ∃ n : Nat, a = ↑n + 1 :=
  match lt.dest h with
  | ⟨n, e⟩ => ⟨n, by rw [← e, Int.zero_add, natCast_succ]⟩

/-! ## Order and the operations -/

protected theorem add_lt_add_left {a b : Int} (h : a < b) (c : Int) : c + a < c + b := by
  have h' := Int.add_le_add_left h c
  rw [← Int.add_assoc] at h'
  exact h'

protected theorem add_lt_add_right {a b : Int} (h : a < b) (c : Int) : a + c < b + c := by
  rw [Int.add_comm a c, Int.add_comm b c]
  exact Int.add_lt_add_left h c

protected theorem add_lt_add {a b c d : Int} (h₁ : a < b) (h₂ : c < d) : a + c < b + d :=
  Int.lt_trans (Int.add_lt_add_right h₁ c) (Int.add_lt_add_left h₂ b)

protected theorem add_lt_add_of_le_of_lt {a b c d : Int} (h₁ : a ≤ b) (h₂ : c < d) : a + c < b + d :=
  Int.lt_of_le_of_lt (Int.add_le_add_right h₁ c) (Int.add_lt_add_left h₂ b)

protected theorem add_lt_add_of_lt_of_le {a b c d : Int} (h₁ : a < b) (h₂ : c ≤ d) : a + c < b + d :=
  Int.lt_of_lt_of_le (Int.add_lt_add_right h₁ c) (Int.add_le_add_left h₂ b)

protected theorem lt_of_add_lt_add_left {a b c : Int} (h : a + b < a + c) : b < c := by
  have h' := Int.add_lt_add_left h (-a)
  rw [Int.neg_add_cancel_left, Int.neg_add_cancel_left] at h'
  exact h'

protected theorem lt_of_add_lt_add_right {a b c : Int} (h : a + b < c + b) : a < c := by
  rw [Int.add_comm a b, Int.add_comm c b] at h
  exact Int.lt_of_add_lt_add_left h

@[simp] protected theorem add_lt_add_iff_left {b c : Int} (a : Int) : a + b < a + c ↔ b < c :=
  ⟨Int.lt_of_add_lt_add_left, fun h => Int.add_lt_add_left h a⟩

@[simp] protected theorem add_lt_add_iff_right {a b : Int} (c : Int) : a + c < b + c ↔ a < b :=
  ⟨Int.lt_of_add_lt_add_right, fun h => Int.add_lt_add_right h c⟩

protected theorem add_nonneg {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := Int.add_le_add ha hb

protected theorem add_pos {a b : Int} (ha : 0 < a) (hb : 0 < b) : 0 < a + b := Int.add_lt_add ha hb

protected theorem le_add_of_nonneg_right {a b : Int} (h : 0 ≤ b) : a ≤ a + b := by
  have h' := Int.add_le_add_left h a
  rw [Int.add_zero] at h'
  exact h'

protected theorem le_add_of_nonneg_left {a b : Int} (h : 0 ≤ b) : a ≤ b + a := by
  rw [Int.add_comm]
  exact Int.le_add_of_nonneg_right h

protected theorem lt_add_of_pos_right (a : Int) {b : Int} (h : 0 < b) : a < a + b := by
  have h' := Int.add_lt_add_left h a
  rw [Int.add_zero] at h'
  exact h'

protected theorem lt_add_of_pos_left (a : Int) {b : Int} (h : 0 < b) : a < b + a := by
  rw [Int.add_comm]
  exact Int.lt_add_of_pos_right a h

protected theorem sub_nonneg_of_le {a b : Int} (h : b ≤ a) : 0 ≤ a - b := by
  have h' := Int.add_le_add_right h (-b)
  rw [Int.add_right_neg] at h'
  exact h'

protected theorem le_of_sub_nonneg {a b : Int} (h : 0 ≤ a - b) : b ≤ a := by
  have h' := Int.add_le_add_right h b
  rw [Int.sub_add_cancel, Int.zero_add] at h'
  exact h'

@[simp] protected theorem sub_nonneg {a b : Int} : 0 ≤ a - b ↔ b ≤ a := ⟨Int.le_of_sub_nonneg, Int.sub_nonneg_of_le⟩

protected theorem sub_pos_of_lt {a b : Int} (h : b < a) : 0 < a - b := by
  have h' := Int.add_lt_add_right h (-b)
  rw [Int.add_right_neg] at h'
  exact h'

protected theorem lt_of_sub_pos {a b : Int} (h : 0 < a - b) : b < a := by
  have h' := Int.add_lt_add_right h b
  rw [Int.sub_add_cancel, Int.zero_add] at h'
  exact h'

@[simp] protected theorem sub_pos {a b : Int} : 0 < a - b ↔ b < a := ⟨Int.lt_of_sub_pos, Int.sub_pos_of_lt⟩

protected theorem neg_le_neg {a b : Int} (h : a ≤ b) : -b ≤ -a := by
  have h' := Int.add_le_add_left h (-a + -b)
  rw [Int.neg_add_cancel_right, Int.add_comm (-a) (-b), Int.neg_add_cancel_right] at h'
  exact h'

protected theorem le_of_neg_le_neg {a b : Int} (h : -b ≤ -a) : a ≤ b := by
  have h' := Int.neg_le_neg h
  rw [Int.neg_neg, Int.neg_neg] at h'
  exact h'

@[simp] protected theorem neg_le_neg_iff {a b : Int} : -a ≤ -b ↔ b ≤ a := ⟨Int.le_of_neg_le_neg, Int.neg_le_neg⟩

protected theorem neg_lt_neg {a b : Int} (h : a < b) : -b < -a :=
  Int.lt_of_le_of_ne (Int.neg_le_neg (Int.le_of_lt h)) (fun e => Int.ne_of_gt h (Int.neg_inj.mp e))

@[simp] protected theorem neg_lt_neg_iff {a b : Int} : -a < -b ↔ b < a :=
  ⟨fun h => by
    have h' := Int.neg_lt_neg h
    rw [Int.neg_neg, Int.neg_neg] at h'
    exact h', Int.neg_lt_neg⟩

protected theorem neg_nonneg_of_nonpos {a : Int} (h : a ≤ 0) : 0 ≤ -a := Int.neg_le_neg h

protected theorem neg_nonpos_of_nonneg {a : Int} (h : 0 ≤ a) : -a ≤ 0 := Int.neg_le_neg h

protected theorem neg_pos_of_neg {a : Int} (h : a < 0) : 0 < -a := Int.neg_lt_neg h

protected theorem neg_neg_of_pos {a : Int} (h : 0 < a) : -a < 0 := Int.neg_lt_neg h

@[simp] protected theorem neg_pos {a : Int} : 0 < -a ↔ a < 0 := @Int.neg_lt_neg_iff 0 a

@[simp] protected theorem neg_lt_zero_iff {a : Int} : -a < 0 ↔ 0 < a := @Int.neg_lt_neg_iff a 0

@[simp] protected theorem neg_nonneg {a : Int} : 0 ≤ -a ↔ a ≤ 0 := @Int.neg_le_neg_iff 0 a

@[simp] protected theorem neg_nonpos_iff {a : Int} : -a ≤ 0 ↔ 0 ≤ a := @Int.neg_le_neg_iff a 0

protected theorem sub_le_self (a : Int) {b : Int} (h : 0 ≤ b) : a - b ≤ a := by
  have h' := Int.add_le_add_left (Int.neg_nonpos_of_nonneg h) a
  rw [Int.add_zero] at h'
  exact h'

protected theorem sub_lt_self (a : Int) {b : Int} (h : 0 < b) : a - b < a := by
  have h' := Int.add_lt_add_left (Int.neg_neg_of_pos h) a
  rw [Int.add_zero] at h'
  exact h'

protected theorem sub_le_sub_left {a b : Int} (h : a ≤ b) (c : Int) : c - b ≤ c - a :=
  Int.add_le_add_left (Int.neg_le_neg h) c

protected theorem sub_le_sub_right {a b : Int} (h : a ≤ b) (c : Int) : a - c ≤ b - c := Int.add_le_add_right h (-c)

protected theorem sub_lt_sub_left {a b : Int} (h : a < b) (c : Int) : c - b < c - a :=
  Int.add_lt_add_left (Int.neg_lt_neg h) c

protected theorem sub_lt_sub_right {a b : Int} (h : a < b) (c : Int) : a - c < b - c := Int.add_lt_add_right h (-c)

protected theorem add_le_of_le_sub_right {a b c : Int} (h : a ≤ c - b) : a + b ≤ c := by
  have h' := Int.add_le_add_right h b
  rw [Int.sub_add_cancel] at h'
  exact h'

protected theorem le_sub_right_of_add_le {a b c : Int} (h : a + b ≤ c) : a ≤ c - b := by
  have h' := Int.sub_le_sub_right h b
  rw [Int.add_sub_cancel] at h'
  exact h'

protected theorem le_sub_iff_add_le {a b c : Int} : a ≤ c - b ↔ a + b ≤ c :=
  ⟨Int.add_le_of_le_sub_right, Int.le_sub_right_of_add_le⟩

protected theorem sub_right_le_of_le_add {a b c : Int} (h : a ≤ b + c) : a - c ≤ b := by
  have h' := Int.sub_le_sub_right h c
  rw [Int.add_sub_cancel] at h'
  exact h'

protected theorem le_add_of_sub_right_le {a b c : Int} (h : a - c ≤ b) : a ≤ b + c := by
  have h' := Int.add_le_add_right h c
  rw [Int.sub_add_cancel] at h'
  exact h'

protected theorem sub_le_iff_le_add {a b c : Int} : a - c ≤ b ↔ a ≤ b + c :=
  ⟨Int.le_add_of_sub_right_le, Int.sub_right_le_of_le_add⟩

protected theorem sub_left_le_of_le_add {a b c : Int} (h : a ≤ b + c) : a - b ≤ c := by
  rw [Int.add_comm] at h
  exact Int.sub_right_le_of_le_add h

protected theorem lt_sub_iff_add_lt {a b c : Int} : a < c - b ↔ a + b < c :=
  ⟨fun h => by
    have h' := Int.add_lt_add_right h b
    rw [Int.sub_add_cancel] at h'
    exact h',
   fun h => by
    have h' := Int.sub_lt_sub_right h b
    rw [Int.add_sub_cancel] at h'
    exact h'⟩

protected theorem sub_lt_iff_lt_add {a b c : Int} : a - b < c ↔ a < c + b :=
  ⟨fun h => by
    have h' := Int.add_lt_add_right h b
    rw [Int.sub_add_cancel] at h'
    exact h',
   fun h => by
    have h' := Int.sub_lt_sub_right h b
    rw [Int.add_sub_cancel] at h'
    exact h'⟩

theorem sub_one_lt_iff {m n : Int} : m - 1 < n ↔ m ≤ n := Iff.trans Int.sub_lt_iff_lt_add lt_add_one_iff

theorem le_sub_one_iff {m n : Int} : m ≤ n - 1 ↔ m < n := Int.le_sub_iff_add_le

theorem le_sub_one_of_lt {a b : Int} (H : a < b) : a ≤ b - 1 := le_sub_one_iff.mpr H

theorem lt_of_le_sub_one {a b : Int} (H : a ≤ b - 1) : a < b := le_sub_one_iff.mp H

protected theorem mul_nonneg {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b :=
  match eq_ofNat_of_zero_le ha, eq_ofNat_of_zero_le hb with
  | ⟨m, hm⟩, ⟨n, hn⟩ => by
    rw [hm, hn]
    exact ofNat_nonneg (m * n)

protected theorem mul_pos {a b : Int} (ha : 0 < a) (hb : 0 < b) : 0 < a * b :=
  Int.lt_of_le_of_ne (Int.mul_nonneg (Int.le_of_lt ha) (Int.le_of_lt hb))
    (fun e => Int.mul_ne_zero (Int.ne_of_gt ha) (Int.ne_of_gt hb) e.symm)

protected theorem mul_le_mul_of_nonneg_left {a b c : Int} (h₁ : a ≤ b) (h₂ : 0 ≤ c) : c * a ≤ c * b := by
  have h := Int.mul_nonneg h₂ (Int.sub_nonneg_of_le h₁)
  rw [Int.mul_sub] at h
  exact Int.le_of_sub_nonneg h

protected theorem mul_le_mul_of_nonneg_right {a b c : Int} (h₁ : a ≤ b) (h₂ : 0 ≤ c) : a * c ≤ b * c := by
  rw [Int.mul_comm a c, Int.mul_comm b c]
  exact Int.mul_le_mul_of_nonneg_left h₁ h₂

protected theorem mul_le_mul {a b c d : Int} (hac : a ≤ c) (hbd : b ≤ d) (nn_b : 0 ≤ b) (nn_c : 0 ≤ c) :
    a * b ≤ c * d :=
  Int.le_trans (Int.mul_le_mul_of_nonneg_right hac nn_b) (Int.mul_le_mul_of_nonneg_left hbd nn_c)

protected theorem mul_lt_mul_of_pos_left {a b c : Int} (h₁ : a < b) (h₂ : 0 < c) : c * a < c * b := by
  have h := Int.mul_pos h₂ (Int.sub_pos_of_lt h₁)
  rw [Int.mul_sub] at h
  exact Int.lt_of_sub_pos h

protected theorem mul_lt_mul_of_pos_right {a b c : Int} (h₁ : a < b) (h₂ : 0 < c) : a * c < b * c := by
  rw [Int.mul_comm a c, Int.mul_comm b c]
  exact Int.mul_lt_mul_of_pos_left h₁ h₂

protected theorem mul_le_mul_of_nonpos_right {a b c : Int} (h : b ≤ a) (hc : c ≤ 0) : a * c ≤ b * c := by
  have h' := Int.mul_le_mul_of_nonneg_right h (Int.neg_nonneg_of_nonpos hc)
  rw [Int.mul_neg, Int.mul_neg] at h'
  exact Int.le_of_neg_le_neg h'

protected theorem mul_le_mul_of_nonpos_left {a b c : Int} (ha : a ≤ 0) (h : c ≤ b) : a * b ≤ a * c := by
  rw [Int.mul_comm a b, Int.mul_comm a c]
  exact Int.mul_le_mul_of_nonpos_right h ha

protected theorem mul_nonneg_of_nonpos_of_nonpos {a b : Int} (ha : a ≤ 0) (hb : b ≤ 0) : 0 ≤ a * b := by
  have h := Int.mul_nonneg (Int.neg_nonneg_of_nonpos ha) (Int.neg_nonneg_of_nonpos hb)
  rw [Int.neg_mul_neg] at h
  exact h

protected theorem mul_nonpos_of_nonneg_of_nonpos {a b : Int} (ha : 0 ≤ a) (hb : b ≤ 0) : a * b ≤ 0 := by
  have h := Int.mul_nonneg ha (Int.neg_nonneg_of_nonpos hb)
  rw [Int.mul_neg] at h
  exact Int.neg_nonneg.mp h

protected theorem mul_self_nonneg (a : Int) : 0 ≤ a * a :=
  Or.elim (Int.le_total 0 a) (fun h => Int.mul_nonneg h h) (fun h => Int.mul_nonneg_of_nonpos_of_nonpos h h)

theorem le_of_mul_le_mul_left {a b c : Int} (w : a * b ≤ a * c) (h : 0 < a) : b ≤ c :=
  Int.le_of_not_gt (fun hlt => Int.not_le_of_gt (Int.mul_lt_mul_of_pos_left hlt h) w)

theorem le_of_mul_le_mul_right {a b c : Int} (w : b * a ≤ c * a) (h : 0 < a) : b ≤ c :=
  Int.le_of_not_gt (fun hlt => Int.not_le_of_gt (Int.mul_lt_mul_of_pos_right hlt h) w)

theorem lt_of_mul_lt_mul_left {a b c : Int} (w : a * b < a * c) (h : 0 ≤ a) : b < c :=
  Int.lt_of_not_ge (fun hle => Int.not_le_of_gt w (Int.mul_le_mul_of_nonneg_left hle h))

theorem lt_of_mul_lt_mul_right {a b c : Int} (w : b * a < c * a) (h : 0 ≤ a) : b < c :=
  Int.lt_of_not_ge (fun hle => Int.not_le_of_gt w (Int.mul_le_mul_of_nonneg_right hle h))

/-! ## Absolute value and `toNat` -/

@[simp] theorem natAbs_natCast (n : Nat) : natAbs ↑n = n := rfl

@[simp] theorem natAbs_ofNat (n : Nat) : natAbs (ofNat n) = n := rfl

@[simp] theorem natAbs_negSucc (n : Nat) : natAbs (negSucc n) = Nat.succ n := rfl

@[simp] theorem natAbs_zero : natAbs 0 = 0 := rfl

@[simp] theorem natAbs_one : natAbs 1 = 1 := rfl

@[simp] theorem natAbs_neg : (a : Int) → natAbs (-a) = natAbs a
  | ofNat 0 => rfl
  | ofNat (_+1) => rfl
  | negSucc _ => rfl

@[simp] theorem natAbs_eq_zero {a : Int} : natAbs a = 0 ↔ a = 0 :=
  match a with
  | ofNat _ => ofNat_inj.symm
  | negSucc n => ⟨fun h => absurd h (Nat.succ_ne_zero n), fun h => absurd h (negSucc_ne_zero n)⟩

theorem natAbs_ne_zero {a : Int} : natAbs a ≠ 0 ↔ a ≠ 0 := not_congr natAbs_eq_zero

@[simp] theorem natAbs_pos {a : Int} : 0 < natAbs a ↔ a ≠ 0 := Iff.trans Nat.pos_iff_ne_zero natAbs_ne_zero

theorem natAbs_eq (a : Int) : a = ↑(natAbs a) ∨ a = -↑(natAbs a) :=
  match a with
  | ofNat _ => Or.inl rfl
  | negSucc _ => Or.inr rfl

theorem natAbs_negOfNat (n : Nat) : natAbs (negOfNat n) = n :=
  match n with
  | 0 => rfl
  | _+1 => rfl

theorem natAbs_mul : (a b : Int) → natAbs (a * b) = natAbs a * natAbs b
  | ofNat _, ofNat _ => rfl
  | ofNat m, negSucc n => natAbs_negOfNat (m * (n + 1))
  | negSucc m, ofNat n => natAbs_negOfNat ((m + 1) * n)
  | negSucc _, negSucc _ => rfl

theorem natAbs_eq_natAbs_iff {a b : Int} : natAbs a = natAbs b ↔ a = b ∨ a = -b :=
  ⟨fun h => Or.elim (natAbs_eq a)
    (fun ha => Or.elim (natAbs_eq b) (fun hb => Or.inl (by rw [ha, hb, h]))
      (fun hb => Or.inr (by rw [ha, h, ← Int.neg_neg ↑(natAbs b), ← hb])))
    (fun ha => Or.elim (natAbs_eq b) (fun hb => Or.inr (by rw [ha, h, ← hb]))
      (fun hb => Or.inl (by rw [ha, h, ← hb]))),
   fun h => Or.elim h (fun e => by rw [e]) (fun e => by rw [e, natAbs_neg])⟩

theorem natAbs_of_nonneg {a : Int} (H : 0 ≤ a) : ↑(natAbs a) = a :=
  match a, H with
  | ofNat _, _ => rfl
  | negSucc n, H => absurd H (fun h => (negSucc_not_nonneg n).mp h)

theorem eq_natAbs_of_nonneg {a : Int} (h : 0 ≤ a) : a = ↑(natAbs a) := (natAbs_of_nonneg h).symm

theorem ofNat_natAbs_of_nonpos {a : Int} (H : a ≤ 0) : ↑(natAbs a) = -a := by
  rw [← natAbs_neg, natAbs_of_nonneg (Int.neg_nonneg_of_nonpos H)]

theorem le_natAbs {a : Int} : a ≤ ↑(natAbs a) :=
  match a with
  | ofNat n => Int.le_refl (ofNat n)
  | negSucc n => Int.le_trans (Int.le_of_lt (negSucc_lt_zero n)) (ofNat_nonneg (n + 1))

theorem natAbs_mul_self : {a : Int} → ((natAbs a * natAbs a : Nat) : Int) = a * a
  | ofNat _ => rfl
  | negSucc _ => rfl

@[simp] theorem toNat_natCast (n : Nat) : toNat ↑n = n := rfl

@[simp] theorem toNat_ofNat (n : Nat) : toNat (ofNat n) = n := rfl

@[simp] theorem toNat_zero : toNat 0 = 0 := rfl

@[simp] theorem toNat_one : toNat 1 = 1 := rfl

theorem toNat_of_nonneg {a : Int} (h : 0 ≤ a) : (toNat a : Int) = a :=
  match a, h with
  | ofNat _, _ => rfl
  | negSucc n, h => absurd h (fun h => (negSucc_not_nonneg n).mp h)

theorem toNat_of_nonpos : {a : Int} → a ≤ 0 → toNat a = 0
  | ofNat _, h => ofNat_inj.mp (Int.le_antisymm h (ofNat_nonneg _))
  | negSucc _, _ => rfl

theorem self_le_toNat (a : Int) : a ≤ ↑(toNat a) :=
  match a with
  | ofNat n => Int.le_refl (ofNat n)
  | negSucc n => Int.le_of_lt (negSucc_lt_zero n)

@[simp] theorem toNat_le {a : Int} {n : Nat} : toNat a ≤ n ↔ a ≤ n :=
  match a with
  | ofNat _ => ofNat_le.symm
  | negSucc m => ⟨fun _ => Int.le_trans (Int.le_of_lt (negSucc_lt_zero m)) (ofNat_nonneg n), fun _ => Nat.zero_le n⟩

theorem toNat_sub_of_le {a b : Int} (h : b ≤ a) : (toNat (a - b) : Int) = a - b :=
  toNat_of_nonneg (Int.sub_nonneg_of_le h)

theorem toNat_add_toNat_neg_eq_natAbs : (n : Int) → toNat n + toNat (-n) = natAbs n
  | ofNat 0 => rfl
  | ofNat (_+1) => rfl
  | negSucc n => Nat.zero_add (n + 1)

/-! ## Minimum and maximum -/

protected theorem min_def (n m : Int) : min n m = if n ≤ m then n else m := rfl

protected theorem max_def (n m : Int) : max n m = if n ≤ m then m else n := rfl

protected theorem min_eq_left {a b : Int} (h : a ≤ b) : min a b = a := if_pos h

protected theorem min_eq_right {a b : Int} (h : b ≤ a) : min a b = b :=
  match decLe a b with
  | isTrue h' => (if_pos h').trans (Int.le_antisymm h' h)
  | isFalse h' => if_neg h'

protected theorem max_eq_right {a b : Int} (h : a ≤ b) : max a b = b := if_pos h

protected theorem max_eq_left {a b : Int} (h : b ≤ a) : max a b = a :=
  match decLe a b with
  | isTrue h' => (if_pos h').trans (Int.le_antisymm h h')
  | isFalse h' => if_neg h'

protected theorem min_comm (a b : Int) : min a b = min b a :=
  Or.elim (Int.le_total a b) (fun h => (Int.min_eq_left h).trans (Int.min_eq_right h).symm)
    (fun h => (Int.min_eq_right h).trans (Int.min_eq_left h).symm)

protected theorem max_comm (a b : Int) : max a b = max b a :=
  Or.elim (Int.le_total a b) (fun h => (Int.max_eq_right h).trans (Int.max_eq_left h).symm)
    (fun h => (Int.max_eq_left h).trans (Int.max_eq_right h).symm)

protected theorem min_le_left (a b : Int) : min a b ≤ a :=
  Or.elim (Int.le_total a b) (fun h => Int.le_of_eq (Int.min_eq_left h))
    (fun h => Int.le_trans (Int.le_of_eq (Int.min_eq_right h)) h)

protected theorem min_le_right (a b : Int) : min a b ≤ b := by
  rw [Int.min_comm]
  exact Int.min_le_left b a

protected theorem le_max_left (a b : Int) : a ≤ max a b :=
  Or.elim (Int.le_total a b) (fun h => Int.le_trans h (Int.le_of_eq (Int.max_eq_right h).symm))
    (fun h => Int.le_of_eq (Int.max_eq_left h).symm)

protected theorem le_max_right (a b : Int) : b ≤ max a b := by
  rw [Int.max_comm]
  exact Int.le_max_left b a

protected theorem le_min {a b c : Int} : a ≤ min b c ↔ a ≤ b ∧ a ≤ c :=
  ⟨fun h => ⟨Int.le_trans h (Int.min_le_left b c), Int.le_trans h (Int.min_le_right b c)⟩,
   fun h => Or.elim (Int.le_total b c) (fun hbc => Int.le_trans h.left (Int.le_of_eq (Int.min_eq_left hbc).symm))
    (fun hcb => Int.le_trans h.right (Int.le_of_eq (Int.min_eq_right hcb).symm))⟩

protected theorem max_le {a b c : Int} : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨Int.le_trans (Int.le_max_left a b) h, Int.le_trans (Int.le_max_right a b) h⟩,
   fun h => Or.elim (Int.le_total a b) (fun hab => Int.le_trans (Int.le_of_eq (Int.max_eq_right hab)) h.right)
    (fun hba => Int.le_trans (Int.le_of_eq (Int.max_eq_left hba)) h.left)⟩

end Int
