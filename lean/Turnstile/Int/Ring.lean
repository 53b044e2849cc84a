/-!
# The ring of integers

Every integer is a difference `subNatNat m n` of naturals. On differences, equality, sum, product and negation are
given by the usual formulas; the laws of a commutative ring follow from those of the naturals.
-/

namespace Int

/-! ## Differences of naturals -/

theorem subNatNat_of_sub_eq_zero {m n : Nat} (h : n - m = 0) : subNatNat m n = ↑(m - n) := by
  show subNatNat m n = ofNat (m - n)
  unfold subNatNat
  rw [h]

theorem subNatNat_of_sub_eq_succ {m n k : Nat} (h : n - m = Nat.succ k) : subNatNat m n = negSucc k := by
  unfold subNatNat
  rw [h]

theorem subNatNat_of_le {m n : Nat} (h : n ≤ m) : subNatNat m n = ↑(m - n) :=
  subNatNat_of_sub_eq_zero (Nat.sub_eq_zero_of_le h)

theorem subNatNat_of_lt {m n : Nat} (h : m < n) : subNatNat m n = negSucc (Nat.pred (n - m)) :=
  subNatNat_of_sub_eq_succ (Nat.succ_pred_eq_of_pos (Nat.sub_pos_of_lt h)).symm

theorem subNatNat_add_left {m n : Nat} : subNatNat (m + n) m = ↑n :=
  (subNatNat_of_le (Nat.le_add_right m n)).trans (congrArg ofNat (Nat.add_sub_cancel_left m n))

theorem subNatNat_add_right {m n : Nat} : subNatNat m (m + n + 1) = negSucc n :=
  subNatNat_of_sub_eq_succ (Nat.add_sub_cancel_left m (n + 1))

theorem subNatNat_add_add (m n k : Nat) : subNatNat (m + k) (n + k) = subNatNat m n :=
  match Nat.lt_or_ge m n with
  | Or.inl h => by
    rw [subNatNat_of_lt h, subNatNat_of_lt (Nat.add_lt_add_right h k), Nat.add_sub_add_right]
  | Or.inr h => by
    rw [subNatNat_of_le h, subNatNat_of_le (Nat.add_le_add_right h k), Nat.add_sub_add_right]

theorem subNatNat_elim (m n : Nat) (motive : Nat → Nat → Int → Prop)
    (hp : ∀ i n, motive (n + i) n ↑i) (hn : ∀ i m, motive m (m + i + 1) (negSucc i)) :
    motive m n (subNatNat m n) :=
  match Nat.lt_or_ge m n with
  | Or.inl h => Exists.elim (Nat.le.dest h) (fun k e => by
      rw [← e, Nat.succ_add]
      exact @Eq.ndrec Int (negSucc k) (fun x => motive m (m + k + 1) x) (hn k m) (subNatNat m (m + k + 1))
        subNatNat_add_right.symm)
  | Or.inr h => Exists.elim (Nat.le.dest h) (fun k e => by
      rw [← e]
      exact @Eq.ndrec Int (ofNat k) (fun x => motive (n + k) n x) (hp k n) (subNatNat (n + k) n)
        subNatNat_add_left.symm)

private theorem subNatNat_zero (n : Nat) : subNatNat n 0 = ofNat n :=
  (congrArg (fun (k : Nat) => subNatNat k 0) (Nat.zero_add n).symm).trans subNatNat_add_left

private theorem zero_subNatNat (n : Nat) : subNatNat 0 n = negOfNat n :=
  match n with
  | 0 => rfl
  | k+1 => (congrArg (fun (j : Nat) => subNatNat 0 (j + 1)) (Nat.zero_add k).symm).trans subNatNat_add_right

/-- Equal differences. -/
private theorem subNatNat_congr {a b c d : Nat} (h : a + d = c + b) : subNatNat a b = subNatNat c d := by
  rw [← subNatNat_add_add a b d, h, Nat.add_comm b d, subNatNat_add_add]

private theorem exists_rep (a : Int) : ∃ m n : Nat, a = subNatNat m n :=
  match a with
  | ofNat n => ⟨n, 0, (subNatNat_zero n).symm⟩
  | negSucc n => ⟨0, n + 1, (zero_subNatNat (n + 1)).symm⟩

/-- Every integer is a difference of naturals: a form of case analysis. -/
theorem rep_induction {P : Int → Prop} (h : ∀ m n : Nat, P (subNatNat m n)) (a : Int) : P a :=
  Exists.elim (exists_rep a) (fun m hm => Exists.elim hm (fun n e => @Eq.ndrec Int (subNatNat m n) P (h m n) a e.symm))

/-- The parts of the canonical difference. -/
private def posPart : Int → Nat
  | ofNat n => n
  | negSucc _ => 0

private def negPart : Int → Nat
  | ofNat _ => 0
  | negSucc n => n + 1

private theorem eq_parts (a : Int) : a = subNatNat (posPart a) (negPart a) :=
  match a with
  | ofNat n => (subNatNat_zero n).symm
  | negSucc n => (zero_subNatNat (n + 1)).symm

private theorem parts_eq (a b : Nat) : posPart (subNatNat a b) + b = a + negPart (subNatNat a b) :=
  subNatNat_elim a b (fun a b x => posPart x + b = a + negPart x) (fun i n => Nat.add_comm i n)
    (fun i m => Nat.zero_add (m + i + 1))

/-- Differences are equal exactly if the crosswise sums are. -/
theorem subNatNat_eq_iff {a b c d : Nat} : subNatNat a b = subNatNat c d ↔ a + d = c + b :=
  ⟨fun h => by
    have h₁ := parts_eq a b
    have h₂ := parts_eq c d
    rw [h] at h₁
    refine Nat.add_right_cancel (m := negPart (subNatNat c d)) ?_
    rw [Nat.add_right_comm a d, ← h₁, Nat.add_right_comm _ b, h₂, Nat.add_right_comm], subNatNat_congr⟩

private theorem add_parts : (a b : Int) → a + b = subNatNat (posPart a + posPart b) (negPart a + negPart b)
  | ofNat m, ofNat n => (subNatNat_zero (m + n)).symm
  | ofNat m, negSucc n => congrArg (subNatNat m) (Nat.zero_add (n + 1)).symm
  | negSucc m, ofNat n => congrArg (fun (k : Nat) => subNatNat k (m + 1)) (Nat.zero_add n).symm
  | negSucc m, negSucc n =>
    (congrArg negSucc (Nat.succ_add m n).symm).trans (zero_subNatNat (m + 1 + (n + 1))).symm

theorem subNatNat_add_subNatNat (a b c d : Nat) : subNatNat a b + subNatNat c d = subNatNat (a + c) (b + d) := by
  rw [add_parts]
  refine subNatNat_congr ?_
  rw [Nat.add_add_add_comm, parts_eq, parts_eq, Nat.add_add_add_comm]

theorem neg_subNatNat (a b : Nat) : -subNatNat a b = subNatNat b a :=
  subNatNat_elim a b (fun a b x => -x = subNatNat b a)
    (fun i n => by
      show negOfNat i = subNatNat n (n + i)
      rw [← zero_subNatNat]
      exact subNatNat_congr (Nat.zero_add (n + i)))
    (fun i m => (subNatNat_add_left (m := m) (n := i + 1)).symm)

private theorem mul_parts : (a b : Int) →
    a * b = subNatNat (posPart a * posPart b + negPart a * negPart b) (posPart a * negPart b + negPart a * posPart b)
  | ofNat m, ofNat n => by
    show ofNat (m * n) = subNatNat (m * n) (0 + 0 * n)
    rw [Nat.zero_mul n]
    exact (subNatNat_zero (m * n)).symm
  | ofNat m, negSucc n => by
    show negOfNat (m * (n + 1)) = subNatNat (0 + 0 * (n + 1)) (m * (n + 1))
    rw [Nat.zero_mul (n + 1)]
    exact (zero_subNatNat (m * (n + 1))).symm
  | negSucc m, ofNat n => by
    show negOfNat ((m + 1) * n) = subNatNat (0 * n + 0) (0 + (m + 1) * n)
    rw [Nat.zero_mul, Nat.zero_add ((m + 1) * n), zero_subNatNat]
  | negSucc m, negSucc n => by
    show ofNat ((m + 1) * (n + 1)) = subNatNat (0 + (m + 1) * (n + 1)) (0 * (n + 1) + 0)
    rw [Nat.zero_mul, Nat.zero_add ((m + 1) * (n + 1)), subNatNat_zero]

/-- The product formula does not depend on the difference chosen on the left. -/
private theorem mul_well_defined {p q a b x y : Nat} (h : p + b = a + q) :
    subNatNat (p * x + q * y) (p * y + q * x) = subNatNat (a * x + b * y) (a * y + b * x) := by
  refine subNatNat_congr ?_
  have e₁ : p * x + q * y + (a * y + b * x) = (p + b) * x + (a + q) * y := by
    rw [Nat.add_mul, Nat.add_mul, Nat.add_comm (a * y) (b * x), Nat.add_add_add_comm, Nat.add_comm (q * y) (a * y)]
  have e₂ : a * x + b * y + (p * y + q * x) = (a + q) * x + (p + b) * y := by
    rw [Nat.add_mul, Nat.add_mul, Nat.add_comm (p * y) (q * x), Nat.add_add_add_comm, Nat.add_comm (b * y) (p * y)]
  rw [e₁, e₂, h]

private theorem mul_flip (p q a b : Nat) :
    subNatNat (a * p + b * q) (a * q + b * p) = subNatNat (p * a + q * b) (p * b + q * a) := by
  rw [Nat.mul_comm a p, Nat.mul_comm b q, Nat.mul_comm a q, Nat.mul_comm b p, Nat.add_comm (q * a) (p * b)]

theorem subNatNat_mul_subNatNat (a b c d : Nat) :
    subNatNat a b * subNatNat c d = subNatNat (a * c + b * d) (a * d + b * c) :=
  (mul_parts (subNatNat a b) (subNatNat c d)).trans ((mul_well_defined (parts_eq a b)).trans
    ((mul_flip (posPart (subNatNat c d)) (negPart (subNatNat c d)) a b).trans
      ((mul_well_defined (parts_eq c d)).trans (mul_flip a b c d))))

/-! ## The ring laws -/

@[simp] theorem ofNat_eq_natCast (n : Nat) : Int.ofNat n = (n : Int) := rfl

theorem ofNat_eq_coe (n : Nat) : Int.ofNat n = (n : Int) := rfl

@[simp] theorem natCast_add (n m : Nat) : ((n + m : Nat) : Int) = (n : Int) + (m : Int) := rfl

@[simp] theorem natCast_mul (n m : Nat) : ((n * m : Nat) : Int) = (n : Int) * (m : Int) := rfl

theorem ofNat_add (n m : Nat) : ((n + m : Nat) : Int) = (n : Int) + (m : Int) := rfl

theorem ofNat_mul (n m : Nat) : ((n * m : Nat) : Int) = (n : Int) * (m : Int) := rfl

theorem natCast_succ (n : Nat) : ((Nat.succ n : Nat) : Int) = (n : Int) + 1 := rfl

theorem ofNat_succ (n : Nat) : ((Nat.succ n : Nat) : Int) = (n : Int) + 1 := rfl

@[simp] theorem ofNat_zero : ((0 : Nat) : Int) = 0 := rfl

@[simp] theorem natCast_zero : ((0 : Nat) : Int) = 0 := rfl

theorem natCast_one : ((1 : Nat) : Int) = 1 := rfl

theorem ofNat_one : ((1 : Nat) : Int) = 1 := rfl

@[simp] theorem cast_ofNat_Int {n : Nat} : ((OfNat.ofNat n : Nat) : Int) = OfNat.ofNat n := rfl

theorem negSucc_eq (n : Nat) : negSucc n = -((n : Int) + 1) := rfl

theorem neg_ofNat_succ (n : Nat) : -((Nat.succ n : Nat) : Int) = negSucc n := rfl

theorem neg_negSucc (n : Nat) : -(negSucc n) = ((Nat.succ n : Nat) : Int) := rfl

theorem neg_ofNat_zero : -((0 : Nat) : Int) = 0 := rfl

theorem negOfNat_eq {n : Nat} : negOfNat n = -(n : Int) := rfl

@[simp] theorem add_def {a b : Int} : Int.add a b = a + b := rfl

@[simp] theorem mul_def {a b : Int} : Int.mul a b = a * b := rfl

protected theorem sub_eq_add_neg {a b : Int} : a - b = a + -b := rfl

protected theorem add_neg_eq_sub {a b : Int} : a + -b = a - b := rfl

theorem ofNat_inj {m n : Nat} : (m : Int) = (n : Int) ↔ m = n := ⟨fun h => congrArg natAbs h, fun h => congrArg ofNat h⟩

@[simp] theorem natCast_inj {m n : Nat} : (m : Int) = (n : Int) ↔ m = n := ofNat_inj

theorem ofNat_eq_zero {n : Nat} : (n : Int) = 0 ↔ n = 0 := ofNat_inj

theorem ofNat_ne_zero {n : Nat} : (n : Int) ≠ 0 ↔ n ≠ 0 := not_congr ofNat_eq_zero

@[simp] theorem natCast_eq_zero {n : Nat} : (n : Int) = 0 ↔ n = 0 := ofNat_inj

@[simp] theorem negSucc_ne_zero (n : Nat) : negSucc n ≠ 0 := fun h => Nat.succ_ne_zero n (congrArg natAbs h)

@[simp] theorem negSucc_inj {m n : Nat} : negSucc m = negSucc n ↔ m = n :=
  ⟨fun h => Nat.succ_inj.mp (congrArg natAbs h), fun h => congrArg negSucc h⟩

@[simp] protected theorem neg_zero : -(0 : Int) = 0 := rfl

@[simp] protected theorem neg_neg : (a : Int) → -(-a) = a
  | ofNat 0 => rfl
  | ofNat (_+1) => rfl
  | negSucc _ => rfl

@[simp] protected theorem neg_inj {a b : Int} : -a = -b ↔ a = b :=
  ⟨fun h => by rw [← Int.neg_neg a, ← Int.neg_neg b, h], fun h => congrArg (fun (x : Int) => -x) h⟩

@[simp] protected theorem neg_eq_zero {a : Int} : -a = 0 ↔ a = 0 := @Int.neg_inj a 0

protected theorem neg_ne_zero {a : Int} : -a ≠ 0 ↔ a ≠ 0 := not_congr Int.neg_eq_zero

protected theorem add_comm (a b : Int) : a + b = b + a :=
  rep_induction (P := fun a => a + b = b + a) (fun m n =>
    rep_induction (P := fun b => subNatNat m n + b = b + subNatNat m n) (fun k l => by
      rw [subNatNat_add_subNatNat, subNatNat_add_subNatNat, Nat.add_comm m k, Nat.add_comm n l]) b) a

protected theorem add_assoc (a b c : Int) : a + b + c = a + (b + c) :=
  rep_induction (P := fun a => a + b + c = a + (b + c)) (fun m n =>
    rep_induction (P := fun b => subNatNat m n + b + c = subNatNat m n + (b + c)) (fun k l =>
      rep_induction (P :=
  fun c => subNatNat m n + subNatNat k l + c = subNatNat m n + (subNatNat k l + c)) (fun p q => by
        rw [subNatNat_add_subNatNat, subNatNat_add_subNatNat, subNatNat_add_subNatNat, subNatNat_add_subNatNat,
          Nat.add_assoc m k p, Nat.add_assoc n l q]) c) b) a

protected theorem mul_comm (a b : Int) : a * b = b * a :=
  rep_induction (P := fun a => a * b = b * a) (fun m n =>
    rep_induction (P := fun b => subNatNat m n * b = b * subNatNat m n) (fun k l => by
      rw [subNatNat_mul_subNatNat, subNatNat_mul_subNatNat, Nat.mul_comm m k, Nat.mul_comm n l, Nat.mul_comm m l,
        Nat.mul_comm n k, Nat.add_comm (l * m) (k * n)]) b) a

private theorem add_four (a b c d : Nat) : (a + b) + (c + d) = (a + c) + (d + b) := by
  rw [Nat.add_add_add_comm, Nat.add_comm b d]

protected theorem mul_assoc (a b c : Int) : a * b * c = a * (b * c) :=
  rep_induction (P := fun a => a * b * c = a * (b * c)) (fun m n =>
    rep_induction (P := fun b => subNatNat m n * b * c = subNatNat m n * (b * c)) (fun k l =>
      rep_induction (P :=
  fun c => subNatNat m n * subNatNat k l * c = subNatNat m n * (subNatNat k l * c)) (fun p q => by
        have e₁ : (m * k + n * l) * p + (m * l + n * k) * q = m * (k * p + l * q) + n * (k * q + l * p) := by
          rw [Nat.add_mul, Nat.add_mul, Nat.mul_add, Nat.mul_add, Nat.mul_assoc, Nat.mul_assoc, Nat.mul_assoc,
            Nat.mul_assoc, add_four]
        have e₂ : (m * k + n * l) * q + (m * l + n * k) * p = m * (k * q + l * p) + n * (k * p + l * q) := by
          rw [Nat.add_mul, Nat.add_mul, Nat.mul_add, Nat.mul_add, Nat.mul_assoc, Nat.mul_assoc, Nat.mul_assoc,
            Nat.mul_assoc, add_four]
        rw [subNatNat_mul_subNatNat, subNatNat_mul_subNatNat, subNatNat_mul_subNatNat, subNatNat_mul_subNatNat, e₁, e₂])
        c) b) a

protected theorem mul_add (a b c : Int) : a * (b + c) = a * b + a * c :=
  rep_induction (P := fun a => a * (b + c) = a * b + a * c) (fun m n =>
    rep_induction (P := fun b => subNatNat m n * (b + c) = subNatNat m n * b + subNatNat m n * c) (fun k l =>
      rep_induction (P :=
  fun c => subNatNat m n * (subNatNat k l + c) = subNatNat m n * subNatNat k l + subNatNat m n * c)
        (fun p q => by
          have e₁ : m * (k + p) + n * (l + q) = m * k + n * l + (m * p + n * q) := by
            rw [Nat.mul_add, Nat.mul_add, Nat.add_add_add_comm]
          have e₂ : m * (l + q) + n * (k + p) = m * l + n * k + (m * q + n * p) := by
            rw [Nat.mul_add, Nat.mul_add, Nat.add_add_add_comm]
          rw [subNatNat_add_subNatNat, subNatNat_mul_subNatNat, subNatNat_mul_subNatNat, subNatNat_mul_subNatNat,
            subNatNat_add_subNatNat, e₁, e₂]) c) b) a

protected theorem add_mul (a b c : Int) : (a + b) * c = a * c + b * c := by
  rw [Int.mul_comm, Int.mul_add, Int.mul_comm c a, Int.mul_comm c b]

@[simp] protected theorem add_zero : (a : Int) → a + 0 = a
  | ofNat _ => rfl
  | negSucc _ => rfl

@[simp] protected theorem zero_add (a : Int) : 0 + a = a := (Int.add_comm 0 a).trans (Int.add_zero a)

protected theorem add_left_neg (a : Int) : -a + a = 0 :=
  rep_induction (P := fun a => -a + a = 0) (fun m n => by
    rw [neg_subNatNat, subNatNat_add_subNatNat, Nat.add_comm n m]
    exact (subNatNat_of_le (Nat.le_refl (m + n))).trans (congrArg ofNat (Nat.sub_self (m + n)))) a

protected theorem add_right_neg (a : Int) : a + -a = 0 := (Int.add_comm a (-a)).trans (Int.add_left_neg a)

protected theorem add_left_comm (a b c : Int) : a + (b + c) = b + (a + c) := by
  rw [← Int.add_assoc, Int.add_comm a b, Int.add_assoc]

protected theorem add_right_comm (a b c : Int) : a + b + c = a + c + b := by
  rw [Int.add_assoc, Int.add_comm b c, Int.add_assoc]

protected theorem neg_eq_of_add_eq_zero {a b : Int} (h : a + b = 0) : -a = b := by
  rw [← Int.add_zero (-a), ← h, ← Int.add_assoc, Int.add_left_neg, Int.zero_add]

protected theorem eq_neg_of_eq_neg {a b : Int} (h : a = -b) : b = -a := by rw [h, Int.neg_neg]

protected theorem eq_neg_comm {a b : Int} : a = -b ↔ b = -a := ⟨Int.eq_neg_of_eq_neg, Int.eq_neg_of_eq_neg⟩

protected theorem neg_eq_comm {a b : Int} : -a = b ↔ -b = a :=
  ⟨fun h => by rw [← h, Int.neg_neg], fun h => by rw [← h, Int.neg_neg]⟩

protected theorem neg_add_cancel_left (a b : Int) : -a + (a + b) = b := by
  rw [← Int.add_assoc, Int.add_left_neg, Int.zero_add]

protected theorem add_neg_cancel_left (a b : Int) : a + (-a + b) = b := by
  rw [← Int.add_assoc, Int.add_right_neg, Int.zero_add]

protected theorem add_neg_cancel_right (a b : Int) : a + b + -b = a := by
  rw [Int.add_assoc, Int.add_right_neg, Int.add_zero]

protected theorem neg_add_cancel_right (a b : Int) : a + -b + b = a := by
  rw [Int.add_assoc, Int.add_left_neg, Int.add_zero]

protected theorem add_left_cancel {a b c : Int} (h : a + b = a + c) : b = c := by
  rw [← Int.neg_add_cancel_left a b, h, Int.neg_add_cancel_left]

protected theorem add_right_cancel {a b c : Int} (h : a + b = c + b) : a = c := by
  rw [← Int.add_neg_cancel_right a b, h, Int.add_neg_cancel_right]

protected theorem add_left_inj {i j : Int} (k : Int) : i + k = j + k ↔ i = j :=
  ⟨Int.add_right_cancel, fun h => congrArg (fun (x : Int) => x + k) h⟩

protected theorem add_right_inj {i j : Int} (k : Int) : k + i = k + j ↔ i = j :=
  ⟨Int.add_left_cancel, fun h => congrArg (fun (x : Int) => k + x) h⟩

protected theorem neg_add {a b : Int} : -(a + b) = -a + -b :=
  Int.neg_eq_of_add_eq_zero (by
    rw [Int.add_comm (-a), ← Int.add_assoc, Int.add_neg_cancel_right, Int.add_right_neg])

@[simp] protected theorem sub_self (a : Int) : a - a = 0 := Int.add_right_neg a

@[simp] protected theorem sub_zero (a : Int) : a - 0 = a := Int.add_zero a

@[simp] protected theorem zero_sub (a : Int) : 0 - a = -a := Int.zero_add (-a)

@[simp] protected theorem sub_neg (a b : Int) : a - -b = a + b := by rw [Int.sub_eq_add_neg, Int.neg_neg]

protected theorem neg_sub (a b : Int) : -(a - b) = b - a := by
  rw [Int.sub_eq_add_neg, Int.neg_add, Int.neg_neg, Int.add_comm, Int.sub_eq_add_neg]

protected theorem sub_eq_zero_of_eq {a b : Int} (h : a = b) : a - b = 0 := by rw [h, Int.sub_self]

protected theorem eq_of_sub_eq_zero {a b : Int} (h : a - b = 0) : a = b := by
  rw [← Int.neg_add_cancel_right a b, ← Int.sub_eq_add_neg, h, Int.zero_add]

protected theorem sub_eq_zero {a b : Int} : a - b = 0 ↔ a = b := ⟨Int.eq_of_sub_eq_zero, Int.sub_eq_zero_of_eq⟩

protected theorem sub_sub (a b c : Int) : a - b - c = a - (b + c) := by
  rw [Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.neg_add, Int.add_assoc]

protected theorem add_sub_assoc (a b c : Int) : a + b - c = a + (b - c) := by
  rw [Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.add_assoc]

@[simp] protected theorem sub_add_cancel (a b : Int) : a - b + b = a := Int.neg_add_cancel_right a b

@[simp] protected theorem add_sub_cancel (a b : Int) : a + b - b = a := Int.add_neg_cancel_right a b

protected theorem add_sub_cancel_left (a b : Int) : a + b - a = b := by rw [Int.add_comm, Int.add_sub_cancel]

protected theorem sub_add_eq (a b c : Int) : a - (b + c) = a - b - c := (Int.sub_sub a b c).symm

protected theorem sub_right_comm (a b c : Int) : a - b - c = a - c - b := by
  rw [Int.sub_sub, Int.add_comm b c, ← Int.sub_sub]

protected theorem sub_sub_self (a b : Int) : a - (a - b) = b := by
  rw [Int.sub_eq_add_neg, Int.neg_sub, Int.sub_eq_add_neg, Int.add_comm, Int.neg_add_cancel_right]

protected theorem sub_add_sub_cancel (a b c : Int) : a - b + (b - c) = a - c := by
  rw [← Int.add_sub_assoc, Int.sub_add_cancel]

protected theorem add_sub_add_right (n k m : Int) : (n + k) - (m + k) = n - m := by
  rw [Int.add_comm m k, ← Int.sub_sub, Int.add_sub_cancel]

protected theorem eq_sub_of_add_eq {a b c : Int} (h : a + c = b) : a = b - c := by rw [← h, Int.add_sub_cancel]

protected theorem sub_eq_of_eq_add {a b c : Int} (h : a = c + b) : a - b = c := by rw [h, Int.add_sub_cancel]

protected theorem eq_add_of_sub_eq {a b c : Int} (h : a - c = b) : a = b + c := by rw [← h, Int.sub_add_cancel]

protected theorem add_eq_of_eq_sub {a b c : Int} (h : a = c - b) : a + b = c := by rw [h, Int.sub_add_cancel]

protected theorem sub_eq_iff_eq_add {b a c : Int} : a - b = c ↔ a = c + b :=
  ⟨Int.eq_add_of_sub_eq, Int.sub_eq_of_eq_add⟩

@[simp] protected theorem mul_zero (a : Int) : a * 0 = 0 :=
  Int.add_left_cancel (a := a * 0) (by rw [← Int.mul_add, Int.add_zero, Int.add_zero])

@[simp] protected theorem zero_mul (a : Int) : 0 * a = 0 := (Int.mul_comm 0 a).trans (Int.mul_zero a)

@[simp] protected theorem mul_one : (a : Int) → a * 1 = a
  | ofNat n => congrArg ofNat (Nat.mul_one n)
  | negSucc n => congrArg negOfNat (Nat.mul_one (n + 1))

@[simp] protected theorem one_mul (a : Int) : 1 * a = a := (Int.mul_comm 1 a).trans (Int.mul_one a)

protected theorem mul_left_comm (a b c : Int) : a * (b * c) = b * (a * c) := by
  rw [← Int.mul_assoc, Int.mul_comm a b, Int.mul_assoc]

protected theorem mul_right_comm (a b c : Int) : a * b * c = a * c * b := by
  rw [Int.mul_assoc, Int.mul_comm b c, Int.mul_assoc]

protected theorem neg_mul_eq_neg_mul (a b : Int) : -(a * b) = -a * b :=
  Int.neg_eq_of_add_eq_zero (by rw [← Int.add_mul, Int.add_right_neg, Int.zero_mul])

protected theorem neg_mul_eq_mul_neg (a b : Int) : -(a * b) = a * -b :=
  Int.neg_eq_of_add_eq_zero (by rw [← Int.mul_add, Int.add_right_neg, Int.mul_zero])

@[simp] protected theorem neg_mul (a b : Int) : -a * b = -(a * b) := (Int.neg_mul_eq_neg_mul a b).symm

@[simp] protected theorem mul_neg (a b : Int) : a * -b = -(a * b) := (Int.neg_mul_eq_mul_neg a b).symm

protected theorem neg_mul_neg (a b : Int) : -a * -b = a * b := by rw [Int.neg_mul, Int.mul_neg, Int.neg_neg]

protected theorem neg_mul_comm (a b : Int) : -a * b = a * -b := by rw [Int.neg_mul, Int.mul_neg]

protected theorem neg_eq_neg_one_mul (a : Int) : -a = -1 * a := by rw [Int.neg_mul, Int.one_mul]

protected theorem mul_sub (a b c : Int) : a * (b - c) = a * b - a * c := by
  rw [Int.sub_eq_add_neg, Int.mul_add, Int.mul_neg, Int.sub_eq_add_neg]

protected theorem sub_mul (a b c : Int) : (a - b) * c = a * c - b * c := by
  rw [Int.sub_eq_add_neg, Int.add_mul, Int.neg_mul, Int.sub_eq_add_neg]

protected theorem two_mul (a : Int) : 2 * a = a + a := by
  have h : (2 : Int) = 1 + 1 := rfl
  rw [h, Int.add_mul, Int.one_mul]

protected theorem mul_two (a : Int) : a * 2 = a + a := by rw [Int.mul_comm, Int.two_mul]

private theorem natAbs_negOfNat_aux : (n : Nat) → natAbs (negOfNat n) = n
  | 0 => rfl
  | _+1 => rfl

private theorem mul_eq_zero_aux : (a b : Int) → a * b = 0 → a = 0 ∨ b = 0
  | ofNat m, ofNat n, h => Or.imp (fun e => congrArg ofNat e) (fun e => congrArg ofNat e)
      (Nat.eq_zero_of_mul_eq_zero (ofNat_inj.mp h))
  | ofNat m, negSucc n, h =>
    have e : m * (n + 1) = 0 := (natAbs_negOfNat_aux (m * (n + 1))).symm.trans (congrArg natAbs h)
    Or.inl (congrArg ofNat (Or.resolve_right (Nat.eq_zero_of_mul_eq_zero e) (Nat.succ_ne_zero n)))
  | negSucc m, ofNat n, h =>
    have e : (m + 1) * n = 0 := (natAbs_negOfNat_aux ((m + 1) * n)).symm.trans (congrArg natAbs h)
    Or.inr (congrArg ofNat (Or.resolve_left (Nat.eq_zero_of_mul_eq_zero e) (Nat.succ_ne_zero m)))
  | negSucc m, negSucc n, h => absurd (ofNat_inj.mp h) (Nat.mul_ne_zero (Nat.succ_ne_zero m) (Nat.succ_ne_zero n))

protected theorem mul_eq_zero {a b : Int} : a * b = 0 ↔ a = 0 ∨ b = 0 :=
  ⟨mul_eq_zero_aux a b, fun h => Or.elim h (fun h => by rw [h, Int.zero_mul]) (fun h => by rw [h, Int.mul_zero])⟩

protected theorem eq_zero_or_eq_zero_of_mul_eq_zero {a b : Int} (h : a * b = 0) : a = 0 ∨ b = 0 := mul_eq_zero_aux a b h

protected theorem mul_ne_zero {a b : Int} (a0 : a ≠ 0) (b0 : b ≠ 0) : a * b ≠ 0 :=
  fun h => Or.elim (Int.mul_eq_zero.mp h) a0 b0

@[simp] protected theorem mul_ne_zero_iff {a b : Int} : a * b ≠ 0 ↔ a ≠ 0 ∧ b ≠ 0 :=
  Iff.trans (not_congr Int.mul_eq_zero) not_or

protected theorem eq_of_mul_eq_mul_left {a b c : Int} (ha : a ≠ 0) (h : a * b = a * c) : b = c := by
  have e : a * (b - c) = 0 := by rw [Int.mul_sub, h, Int.sub_self]
  exact Int.eq_of_sub_eq_zero (Or.resolve_left (Int.mul_eq_zero.mp e) ha)

protected theorem eq_of_mul_eq_mul_right {a b c : Int} (ha : a ≠ 0) (h : b * a = c * a) : b = c :=
  Int.eq_of_mul_eq_mul_left ha (by rw [Int.mul_comm a b, h, Int.mul_comm])

theorem subNatNat_eq_coe {m n : Nat} : subNatNat m n = (m : Int) - (n : Int) := by
  have h : (m : Int) - (n : Int) = subNatNat m 0 + -subNatNat n 0 := by
    rw [subNatNat_zero, subNatNat_zero]
    rfl
  rw [h, neg_subNatNat, subNatNat_add_subNatNat, Nat.add_zero, Nat.zero_add]

@[simp] theorem subNatNat_self (n : Nat) : subNatNat n n = 0 :=
  (subNatNat_of_le (Nat.le_refl n)).trans (congrArg ofNat (Nat.sub_self n))

theorem ofNat_sub {m n : Nat} (h : m ≤ n) : ((n - m : Nat) : Int) = (n : Int) - (m : Int) :=
  (subNatNat_of_le h).symm.trans subNatNat_eq_coe

theorem natCast_sub {m n : Nat} (h : m ≤ n) : ((n - m : Nat) : Int) = (n : Int) - (m : Int) := ofNat_sub h

end Int
