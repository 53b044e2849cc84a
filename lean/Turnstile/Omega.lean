/-
Linear arithmetic by reflection: the lemmas that the tactic `omega` builds its proofs from.

A problem is a list of constraints `0 ≤ k + dot cs A`, where `A` lists the atoms (natural ones as integers, then integer
ones) and `cs` their coefficients. Hypotheses become constraints through syntax trees `NLin` and `ZLin`; a proof of
`False` is a chain of nonnegative combinations and roundings that ends in a constraint without atoms and `k < 0`. All
side conditions are Boolean computations on literals, proved by `rfl`.
-/

universe u

namespace Omega

/-- Syntax of linear terms on `Nat`. -/
inductive NLin : Type where
  | atom (i : Nat)
  | num (n : Nat)
  | add (a b : NLin)
  | mulL (c : Nat) (a : NLin)
  | mulR (a : NLin) (c : Nat)
  | succ (a : NLin)

/-- Syntax of linear terms on `Int`. -/
inductive ZLin : Type where
  | atom (i : Nat)
  | num (n : Int)
  | add (a b : ZLin)
  | sub (a b : ZLin)
  | neg (a : ZLin)
  | mulL (c : Int) (a : ZLin)
  | mulR (a : ZLin) (c : Int)
  | nat (a : NLin)

/-- Element `i` of a list of naturals, 0 past the end. -/
def getN : List Nat → Nat → Nat
  | [], _ => 0
  | x :: _, 0 => x
  | _ :: xs, i + 1 => getN xs i

/-- Element `i` of a list of integers, 0 past the end. -/
def getZ : List Int → Nat → Int
  | [], _ => 0
  | x :: _, 0 => x
  | _ :: xs, i + 1 => getZ xs i

/-- The value of a term on `Nat`. -/
def NLin.denote (ns : List Nat) : NLin → Nat
  | .atom i => getN ns i
  | .num n => n
  | .add a b => NLin.denote ns a + NLin.denote ns b
  | .mulL c a => c * NLin.denote ns a
  | .mulR a c => NLin.denote ns a * c
  | .succ a => Nat.succ (NLin.denote ns a)

/-- The value of a term on `Int`. -/
def ZLin.denote (ns : List Nat) (zs : List Int) : ZLin → Int
  | .atom i => getZ zs i
  | .num n => n
  | .add a b => ZLin.denote ns zs a + ZLin.denote ns zs b
  | .sub a b => ZLin.denote ns zs a - ZLin.denote ns zs b
  | .neg a => - ZLin.denote ns zs a
  | .mulL c a => c * ZLin.denote ns zs a
  | .mulR a c => ZLin.denote ns zs a * c
  | .nat a => Int.ofNat (NLin.denote ns a)

/-- Scalar product; the shorter list counts as continued by zeros. -/
def dot : List Int → List Int → Int
  | [], _ => 0
  | _ :: _, [] => 0
  | c :: cs, x :: xs => c * x + dot cs xs

/-- Sum of coefficient lists, the longer tail kept. -/
def vadd : List Int → List Int → List Int
  | [], ys => ys
  | x :: xs, [] => x :: xs
  | x :: xs, y :: ys => (x + y) :: vadd xs ys

/-- Multiple of a coefficient list. -/
def smul (c : Int) : List Int → List Int
  | [] => []
  | x :: xs => (c * x) :: smul c xs

/-- The coefficients of atom `i` alone. -/
def unit : Nat → List Int
  | 0 => [1]
  | i + 1 => 0 :: unit i

/-- The naturals as integers, then the integers. -/
def atoms (ns : List Nat) (zs : List Int) : List Int :=
  match ns with
  | [] => zs
  | n :: ns => Int.ofNat n :: atoms ns zs

/-- Number of natural atoms. -/
def count : List Nat → Nat
  | [] => 0
  | _ :: ns => Nat.succ (count ns)

/-- Constant part of a term on `Nat`. -/
def NLin.const : NLin → Int
  | .atom _ => 0
  | .num n => Int.ofNat n
  | .add a b => NLin.const a + NLin.const b
  | .mulL c a => Int.ofNat c * NLin.const a
  | .mulR a c => Int.ofNat c * NLin.const a
  | .succ a => NLin.const a + 1

/-- Coefficients of a term on `Nat`. -/
def NLin.coeffs : NLin → List Int
  | .atom i => unit i
  | .num _ => []
  | .add a b => vadd (NLin.coeffs a) (NLin.coeffs b)
  | .mulL c a => smul (Int.ofNat c) (NLin.coeffs a)
  | .mulR a c => smul (Int.ofNat c) (NLin.coeffs a)
  | .succ a => NLin.coeffs a

/-- Constant part of a term on `Int`. -/
def ZLin.const : ZLin → Int
  | .atom _ => 0
  | .num n => n
  | .add a b => ZLin.const a + ZLin.const b
  | .sub a b => ZLin.const a + -1 * ZLin.const b
  | .neg a => -1 * ZLin.const a
  | .mulL c a => c * ZLin.const a
  | .mulR a c => c * ZLin.const a
  | .nat a => NLin.const a

/-- Coefficients of a term on `Int`, when there are `n` natural atoms. -/
def ZLin.coeffs (n : Nat) : ZLin → List Int
  | .atom i => unit (n + i)
  | .num _ => []
  | .add a b => vadd (ZLin.coeffs n a) (ZLin.coeffs n b)
  | .sub a b => vadd (ZLin.coeffs n a) (smul (-1) (ZLin.coeffs n b))
  | .neg a => smul (-1) (ZLin.coeffs n a)
  | .mulL c a => smul c (ZLin.coeffs n a)
  | .mulR a c => smul c (ZLin.coeffs n a)
  | .nat a => NLin.coeffs a

/-- Boolean equality of integers. -/
def ieq : Int → Int → Bool
  | Int.ofNat a, Int.ofNat b => Nat.beq a b
  | Int.negSucc a, Int.negSucc b => Nat.beq a b
  | Int.ofNat _, Int.negSucc _ => false
  | Int.negSucc _, Int.ofNat _ => false

/-- Whether all coefficients are zero. -/
def allz : List Int → Bool
  | [] => true
  | y :: ys => and (ieq y 0) (allz ys)

/-- Boolean equality of coefficient lists up to zeros at the end. -/
def eqz : List Int → List Int → Bool
  | [], ys => allz ys
  | x :: xs, [] => and (ieq x 0) (allz xs)
  | x :: xs, y :: ys => and (ieq x y) (eqz xs ys)

theorem ieq_sound (a b : Int) (h : ieq a b = true) : a = b :=
  match a, b, h with
  | Int.ofNat _, Int.ofNat _, h => congrArg Int.ofNat (Nat.eq_of_beq_eq_true h)
  | Int.negSucc _, Int.negSucc _, h => congrArg Int.negSucc (Nat.eq_of_beq_eq_true h)
  | Int.ofNat _, Int.negSucc _, h => Bool.noConfusion h
  | Int.negSucc _, Int.ofNat _, h => Bool.noConfusion h

theorem and_left (a b : Bool) (h : and a b = true) : a = true :=
  match a, h with
  | true, _ => rfl
  | false, h => Bool.noConfusion h

theorem and_right (a b : Bool) (h : and a b = true) : b = true :=
  match a, h with
  | true, h => h
  | false, h => Bool.noConfusion h

theorem allz_sound (ys : List Int) (h : allz ys = true) (A : List Int) : 0 = dot ys A := by
  induction ys generalizing A with
  | nil => rfl
  | cons y ys ih =>
    have hy : y = 0 := ieq_sound y 0 (and_left _ _ h)
    have ht : allz ys = true := and_right _ _ h
    cases A with
    | nil => rfl
    | cons x xs =>
      show 0 = y * x + dot ys xs
      rw [hy, ← ih ht xs, Int.zero_mul, Int.add_zero]

theorem eqz_sound (xs ys : List Int) (h : eqz xs ys = true) (A : List Int) : dot xs A = dot ys A := by
  induction xs generalizing ys A with
  | nil => exact allz_sound ys h A
  | cons x xs ih =>
    cases ys with
    | nil =>
      have hx : x = 0 := ieq_sound x 0 (and_left _ _ h)
      have ht : allz xs = true := and_right _ _ h
      cases A with
      | nil => rfl
      | cons a as =>
        have e : 0 = dot xs as := allz_sound xs ht as
        show x * a + dot xs as = 0
        rw [hx, ← e, Int.zero_mul, Int.add_zero]
    | cons y ys =>
      have hx : x = y := ieq_sound x y (and_left _ _ h)
      have ht : eqz xs ys = true := and_right _ _ h
      cases A with
      | nil => rfl
      | cons a as =>
        show x * a + dot xs as = y * a + dot ys as
        rw [hx, ih ys ht as]

theorem dot_nil_right (xs : List Int) : dot xs [] = 0 := by
  cases xs with
  | nil => rfl
  | cons x xs => rfl

theorem add_swap (a b c d : Int) : a + b + (c + d) = a + c + (b + d) := by
  rw [Int.add_assoc a b (c + d), ← Int.add_assoc b c d, Int.add_comm b c, Int.add_assoc c b d, ← Int.add_assoc a c (b + d)]

theorem dot_vadd (xs ys A : List Int) : dot (vadd xs ys) A = dot xs A + dot ys A := by
  induction xs generalizing ys A with
  | nil =>
    show dot ys A = 0 + dot ys A
    exact (Int.zero_add _).symm
  | cons x xs ih =>
    cases ys with
    | nil =>
      show dot (x :: xs) A = dot (x :: xs) A + 0
      exact (Int.add_zero _).symm
    | cons y ys =>
      cases A with
      | nil => rfl
      | cons a as =>
        show (x + y) * a + dot (vadd xs ys) as = x * a + dot xs as + (y * a + dot ys as)
        rw [ih ys as, Int.add_mul, add_swap]

theorem dot_smul (c : Int) (xs A : List Int) : dot (smul c xs) A = c * dot xs A := by
  induction xs generalizing A with
  | nil => exact (Int.mul_zero c).symm
  | cons x xs ih =>
    cases A with
    | nil => exact (Int.mul_zero c).symm
    | cons a as =>
      show c * x * a + dot (smul c xs) as = c * (x * a + dot xs as)
      rw [ih as, Int.mul_add, Int.mul_assoc]

theorem dot_unit (i : Nat) (A : List Int) : dot (unit i) A = getZ A i := by
  induction i generalizing A with
  | zero =>
    cases A with
    | nil => rfl
    | cons a as =>
      show 1 * a + 0 = a
      rw [Int.one_mul, Int.add_zero]
  | succ i ih =>
    cases A with
    | nil => rfl
    | cons a as =>
      show 0 * a + dot (unit i) as = getZ as i
      rw [ih as, Int.zero_mul, Int.zero_add]

theorem getZ_atoms_nat (ns : List Nat) (zs : List Int) (i : Nat) (h : Nat.ble (Nat.succ i) (count ns) = true) :
    getZ (atoms ns zs) i = Int.ofNat (getN ns i) := by
  induction ns generalizing i with
  | nil => exact absurd h (fun h => Bool.noConfusion h)
  | cons n ns ih =>
    cases i with
    | zero => rfl
    | succ i => exact ih i h

theorem getZ_atoms_int (ns : List Nat) (zs : List Int) (i : Nat) :
    getZ (atoms ns zs) (count ns + i) = getZ zs i := by
  induction ns with
  | nil =>
    show getZ zs (0 + i) = getZ zs i
    rw [Nat.zero_add]
  | cons n ns ih =>
    show getZ (Int.ofNat n :: atoms ns zs) (Nat.succ (count ns) + i) = getZ zs i
    rw [Nat.succ_add]
    exact ih

/-- Whether all atoms of a term exist. -/
def NLin.ok (n : Nat) : NLin → Bool
  | .atom i => Nat.ble (Nat.succ i) n
  | .num _ => true
  | .add a b => and (NLin.ok n a) (NLin.ok n b)
  | .mulL _ a => NLin.ok n a
  | .mulR a _ => NLin.ok n a
  | .succ a => NLin.ok n a

/-- Whether all natural atoms of a term exist. -/
def ZLin.ok (n : Nat) : ZLin → Bool
  | .atom _ => true
  | .num _ => true
  | .add a b => and (ZLin.ok n a) (ZLin.ok n b)
  | .sub a b => and (ZLin.ok n a) (ZLin.ok n b)
  | .neg a => ZLin.ok n a
  | .mulL _ a => ZLin.ok n a
  | .mulR a _ => ZLin.ok n a
  | .nat a => NLin.ok n a

theorem NLin.sound (ns : List Nat) (zs : List Int) (a : NLin) (h : NLin.ok (count ns) a = true) :
    Int.ofNat (NLin.denote ns a) = NLin.const a + dot (NLin.coeffs a) (atoms ns zs) := by
  induction a with
  | atom i =>
    show Int.ofNat (getN ns i) = 0 + dot (unit i) (atoms ns zs)
    rw [dot_unit, getZ_atoms_nat ns zs i h, Int.zero_add]
  | num n => exact (Int.add_zero _).symm
  | add a b iha ihb =>
    have ha := iha (and_left _ _ h)
    have hb := ihb (and_right _ _ h)
    show Int.ofNat (NLin.denote ns a) + Int.ofNat (NLin.denote ns b)
      = NLin.const a + NLin.const b + dot (vadd (NLin.coeffs a) (NLin.coeffs b)) (atoms ns zs)
    rw [ha, hb, dot_vadd, add_swap]
  | mulL c a iha =>
    have ha := iha h
    show Int.ofNat c * Int.ofNat (NLin.denote ns a)
      = Int.ofNat c * NLin.const a + dot (smul (Int.ofNat c) (NLin.coeffs a)) (atoms ns zs)
    rw [ha, dot_smul, Int.mul_add]
  | mulR a c iha =>
    have ha := iha h
    show Int.ofNat (NLin.denote ns a) * Int.ofNat c
      = Int.ofNat c * NLin.const a + dot (smul (Int.ofNat c) (NLin.coeffs a)) (atoms ns zs)
    rw [ha, dot_smul, Int.mul_comm _ (Int.ofNat c), Int.mul_add]
  | succ a iha =>
    have ha := iha h
    show Int.ofNat (NLin.denote ns a) + 1 = NLin.const a + 1 + dot (NLin.coeffs a) (atoms ns zs)
    rw [ha, Int.add_assoc, Int.add_comm (dot _ _) 1, ← Int.add_assoc]

theorem neg_one_mul (a : Int) : -1 * a = -a := by
  have h : (-1 : Int) * a = -(1 * a) := Int.neg_mul 1 a
  rw [h, Int.one_mul]

theorem ZLin.sound (ns : List Nat) (zs : List Int) (a : ZLin) (h : ZLin.ok (count ns) a = true) :
    ZLin.denote ns zs a = ZLin.const a + dot (ZLin.coeffs (count ns) a) (atoms ns zs) := by
  induction a with
  | atom i =>
    show getZ zs i = 0 + dot (unit (count ns + i)) (atoms ns zs)
    rw [dot_unit, getZ_atoms_int, Int.zero_add]
  | num n => exact (Int.add_zero _).symm
  | add a b iha ihb =>
    have ha := iha (and_left _ _ h)
    have hb := ihb (and_right _ _ h)
    show ZLin.denote ns zs a + ZLin.denote ns zs b = ZLin.const a + ZLin.const b
      + dot (vadd (ZLin.coeffs (count ns) a) (ZLin.coeffs (count ns) b)) (atoms ns zs)
    rw [ha, hb, dot_vadd, add_swap]
  | sub a b iha ihb =>
    have ha := iha (and_left _ _ h)
    have hb := ihb (and_right _ _ h)
    show ZLin.denote ns zs a - ZLin.denote ns zs b = ZLin.const a + -1 * ZLin.const b
      + dot (vadd (ZLin.coeffs (count ns) a) (smul (-1) (ZLin.coeffs (count ns) b))) (atoms ns zs)
    rw [ha, hb, dot_vadd, dot_smul, add_swap, ← Int.mul_add, neg_one_mul, Int.sub_eq_add_neg]
  | neg a iha =>
    have ha := iha h
    show - ZLin.denote ns zs a = -1 * ZLin.const a + dot (smul (-1) (ZLin.coeffs (count ns) a)) (atoms ns zs)
    rw [ha, dot_smul, ← Int.mul_add, neg_one_mul]
  | mulL c a iha =>
    have ha := iha h
    show c * ZLin.denote ns zs a = c * ZLin.const a + dot (smul c (ZLin.coeffs (count ns) a)) (atoms ns zs)
    rw [ha, dot_smul, Int.mul_add]
  | mulR a c iha =>
    have ha := iha h
    show ZLin.denote ns zs a * c = c * ZLin.const a + dot (smul c (ZLin.coeffs (count ns) a)) (atoms ns zs)
    rw [ha, dot_smul, Int.mul_comm _ c, Int.mul_add]
  | nat a => exact NLin.sound ns zs a h

/-- The check that `b - a` has constant part `k` and coefficients `cs`. -/
def check (n : Nat) (a b : ZLin) (k : Int) (cs : List Int) : Bool :=
  and (and (ZLin.ok n a) (ZLin.ok n b))
    (and (ieq (ZLin.const (.sub b a)) k) (eqz (ZLin.coeffs n (.sub b a)) cs))

theorem of_int_le (ns : List Nat) (zs : List Int) (a b : ZLin) (k : Int) (cs : List Int)
    (hc : check (count ns) a b k cs = true) (h : ZLin.denote ns zs a ≤ ZLin.denote ns zs b) :
    0 ≤ k + dot cs (atoms ns zs) := by
  have hk : ZLin.const (.sub b a) = k := ieq_sound _ _ (and_left _ _ (and_right _ _ hc))
  have he := eqz_sound _ _ (and_right _ _ (and_right _ _ hc)) (atoms ns zs)
  have ha : ZLin.ok (count ns) a = true := and_left _ _ (and_left _ _ hc)
  have hb : ZLin.ok (count ns) b = true := and_right _ _ (and_left _ _ hc)
  have hok : ZLin.ok (count ns) (.sub b a) = true := by
    show and (ZLin.ok (count ns) b) (ZLin.ok (count ns) a) = true
    rw [ha, hb]
    rfl
  have hs := ZLin.sound ns zs (.sub b a) hok
  rw [← hk, ← he, ← hs]
  exact Int.sub_nonneg_of_le h

theorem of_int_lt (ns : List Nat) (zs : List Int) (a b : ZLin) (k : Int) (cs : List Int)
    (hc : check (count ns) (.add a (.num 1)) b k cs = true) (h : ZLin.denote ns zs a < ZLin.denote ns zs b) :
    0 ≤ k + dot cs (atoms ns zs) :=
  of_int_le ns zs (.add a (.num 1)) b k cs hc h

theorem of_int_eq (ns : List Nat) (zs : List Int) (a b : ZLin) (k : Int) (cs : List Int)
    (hc : check (count ns) a b k cs = true) (h : ZLin.denote ns zs a = ZLin.denote ns zs b) :
    0 ≤ k + dot cs (atoms ns zs) :=
  of_int_le ns zs a b k cs hc (Int.le_of_eq h)

theorem of_nat_le (ns : List Nat) (zs : List Int) (a b : NLin) (k : Int) (cs : List Int)
    (hc : check (count ns) (.nat a) (.nat b) k cs = true) (h : NLin.denote ns a ≤ NLin.denote ns b) :
    0 ≤ k + dot cs (atoms ns zs) :=
  of_int_le ns zs (.nat a) (.nat b) k cs hc (Int.ofNat_le.mpr h)

theorem of_nat_lt (ns : List Nat) (zs : List Int) (a b : NLin) (k : Int) (cs : List Int)
    (hc : check (count ns) (.nat (.succ a)) (.nat b) k cs = true) (h : NLin.denote ns a < NLin.denote ns b) :
    0 ≤ k + dot cs (atoms ns zs) :=
  of_nat_le ns zs (.succ a) b k cs hc h

theorem of_nat_eq (ns : List Nat) (zs : List Int) (a b : NLin) (k : Int) (cs : List Int)
    (hc : check (count ns) (.nat a) (.nat b) k cs = true) (h : NLin.denote ns a = NLin.denote ns b) :
    0 ≤ k + dot cs (atoms ns zs) :=
  of_nat_le ns zs a b k cs hc (Nat.le_of_eq h)

theorem combine (A : List Int) (m n : Nat) (k₁ k₂ k : Int) (c₁ c₂ c : List Int)
    (hc : and (ieq (Int.ofNat m * k₁ + Int.ofNat n * k₂) k)
      (eqz (vadd (smul (Int.ofNat m) c₁) (smul (Int.ofNat n) c₂)) c) = true)
    (h₁ : 0 ≤ k₁ + dot c₁ A) (h₂ : 0 ≤ k₂ + dot c₂ A) : 0 ≤ k + dot c A := by
  have hk := ieq_sound _ _ (and_left _ _ hc)
  have he := eqz_sound _ _ (and_right _ _ hc) A
  rw [← hk, ← he, dot_vadd, dot_smul, dot_smul, add_swap, ← Int.mul_add, ← Int.mul_add]
  exact Int.add_nonneg (Int.mul_nonneg (Int.ofNat_nonneg m) h₁) (Int.mul_nonneg (Int.ofNat_nonneg n) h₂)

theorem tighten (A : List Int) (g : Nat) (k k' : Int) (c c' : List Int)
    (hc : and (Nat.ble 1 g) (and (ieq (k / Int.ofNat g) k') (eqz (smul (Int.ofNat g) c') c)) = true)
    (h : 0 ≤ k + dot c A) : 0 ≤ k' + dot c' A := by
  have hg : 0 < Int.ofNat g := Int.ofNat_lt.mpr (Nat.le_of_ble_eq_true (and_left _ _ hc))
  have hk := ieq_sound _ _ (and_left _ _ (and_right _ _ hc))
  have he := eqz_sound _ _ (and_right _ _ (and_right _ _ hc)) A
  rw [← he, dot_smul] at h
  have h2 : 0 ≤ (k + Int.ofNat g * dot c' A) / Int.ofNat g := Int.ediv_nonneg h (Int.le_of_lt hg)
  rw [Int.add_mul_ediv_left k (dot c' A) (Int.ne_of_gt hg), hk] at h2
  exact h2

theorem contradiction (A : List Int) (k : Int) (c : List Int)
    (hc : and (ieq k (Int.negSucc (Int.toNat (-k - 1)))) (eqz [] c) = true) (h : 0 ≤ k + dot c A) : False := by
  have hk := ieq_sound _ _ (and_left _ _ hc)
  have he := allz_sound c (and_right _ _ hc) A
  rw [← he, Int.add_zero, hk] at h
  exact (Int.negSucc_not_nonneg _).mp h

theorem sub_cases (a b : Nat) : (b ≤ a ∧ a - b + b = a) ∨ (a < b ∧ a - b = 0) :=
  match Nat.lt_or_ge a b with
  | Or.inl h => Or.inr ⟨h, Nat.sub_eq_zero_of_le (Nat.le_of_lt h)⟩
  | Or.inr h => Or.inl ⟨h, Nat.sub_add_cancel h⟩

theorem min_cases (a b : Nat) : (a ≤ b ∧ min a b = a) ∨ (b < a ∧ min a b = b) :=
  match Nat.lt_or_ge b a with
  | Or.inl h => Or.inr ⟨h, Nat.min_eq_right (Nat.le_of_lt h)⟩
  | Or.inr h => Or.inl ⟨h, Nat.min_eq_left h⟩

theorem max_cases (a b : Nat) : (a ≤ b ∧ max a b = b) ∨ (b < a ∧ max a b = a) :=
  match Nat.lt_or_ge b a with
  | Or.inl h => Or.inr ⟨h, Nat.max_eq_left (Nat.le_of_lt h)⟩
  | Or.inr h => Or.inl ⟨h, Nat.max_eq_right h⟩

theorem int_min_cases (a b : Int) : (a ≤ b ∧ min a b = a) ∨ (b < a ∧ min a b = b) :=
  match Int.le_or_lt a b with
  | Or.inl h => Or.inl ⟨h, Int.min_eq_left h⟩
  | Or.inr h => Or.inr ⟨h, Int.min_eq_right (Int.le_of_lt h)⟩

theorem int_max_cases (a b : Int) : (a ≤ b ∧ max a b = b) ∨ (b < a ∧ max a b = a) :=
  match Int.le_or_lt a b with
  | Or.inl h => Or.inl ⟨h, Int.max_eq_right h⟩
  | Or.inr h => Or.inr ⟨h, Int.max_eq_left (Int.le_of_lt h)⟩

theorem natAbs_cases (a : Int) : (0 ≤ a ∧ Int.ofNat (Int.natAbs a) = a) ∨ (a < 0 ∧ Int.ofNat (Int.natAbs a) = -a) :=
  match a with
  | Int.ofNat n => Or.inl ⟨Int.ofNat_nonneg n, rfl⟩
  | Int.negSucc n => Or.inr ⟨Int.negSucc_lt_zero n, rfl⟩

theorem toNat_cases (a : Int) : (0 ≤ a ∧ Int.ofNat (Int.toNat a) = a) ∨ (a < 0 ∧ Int.toNat a = 0) :=
  match a with
  | Int.ofNat n => Or.inl ⟨Int.ofNat_nonneg n, rfl⟩
  | Int.negSucc n => Or.inr ⟨Int.negSucc_lt_zero n, rfl⟩

theorem nat_div_mod (a c : Nat) : c * (a / c) + a % c = a := Nat.div_add_mod a c
theorem nat_mod_lt (a c : Nat) (h : Nat.ble 1 c = true) : a % c < c := Nat.mod_lt a (Nat.le_of_ble_eq_true h)
theorem int_div_mod (a c : Int) : c * (a / c) + a % c = a := Int.mul_ediv_add_emod a c
theorem int_mod_nonneg (a : Int) (c : Nat) (h : Nat.ble 1 c = true) : 0 ≤ a % Int.ofNat c :=
  Int.emod_nonneg a (Int.ne_of_gt (Int.ofNat_lt.mpr (Nat.le_of_ble_eq_true h)))
theorem int_mod_lt (a : Int) (c : Nat) (h : Nat.ble 1 c = true) : a % Int.ofNat c < Int.ofNat c :=
  Int.emod_lt_of_pos a (Int.ofNat_lt.mpr (Nat.le_of_ble_eq_true h))

theorem le_mul_right (a b : Nat) (h : 0 < b) : a ≤ a * b := Nat.le_mul_of_pos_right a h
theorem le_mul_left (a b : Nat) (h : 0 < b) : a ≤ b * a := Nat.le_mul_of_pos_left a h
theorem le_pow (a b : Nat) (h : 0 < b) : a ≤ a ^ b :=
  match b, h with
  | b + 1, _ =>
    match a with
    | 0 => Nat.zero_le _
    | a + 1 => Nat.le_mul_of_pos_left (a + 1) (Nat.pow_pos (Nat.zero_lt_succ a))

theorem dvd_self (a : Nat) : a ∣ a := Nat.dvd_refl a
theorem dvd_left (x a b : Nat) (h : x ∣ a) : x ∣ a * b := Nat.dvd_trans h (Nat.dvd_mul_right a b)
theorem dvd_right (x a b : Nat) (h : x ∣ b) : x ∣ a * b := Nat.dvd_trans h (Nat.dvd_mul_left b a)
theorem dvd_of_eq (x a b : Nat) (h : x ∣ a) (e : a = b) : x ∣ b := e ▸ h
theorem le_of_dvd (x n : Nat) (h : x ∣ n) (hn : Nat.ble 1 n = true) : x ≤ n := Nat.le_of_dvd (Nat.le_of_ble_eq_true hn) h

theorem pow_mod_small (b n k v : Nat) (h : b ^ n % k = v) : b ^ n % k = v := h
theorem pow_mod_even (b m n k r v : Nat) (h : b ^ m % k = r) (hn : m + m = n) (hv : r * r % k = v) :
    b ^ n % k = v := by
  rw [← hn, Nat.pow_add, Nat.mul_mod, h, hv]
theorem pow_mod_odd (b m n k r v : Nat) (h : b ^ m % k = r) (hn : m + m + 1 = n) (hv : r * r % k * (b % k) % k = v) :
    b ^ n % k = v := by
  rw [← hn, Nat.pow_succ, Nat.pow_add, Nat.mul_mod, Nat.mul_mod (b ^ m), h, hv]

theorem ite_cases {α : Sort u} (c : Prop) [h : Decidable c] (a b : α) :
    (c ∧ (if c then a else b) = a) ∨ (¬ c ∧ (if c then a else b) = b) :=
  match h with
  | isTrue hc => Or.inl ⟨hc, rfl⟩
  | isFalse hc => Or.inr ⟨hc, rfl⟩
theorem compare_zero (t : Int) : t = 0 ∨ (t < 0 ∨ 0 < t) :=
  Or.elim (Int.lt_trichotomy t 0) (fun h => Or.inr (Or.inl h)) (fun h => Or.imp_right Or.inr h)

theorem ne_cases_nat {a b : Nat} (h : ¬ a = b) : a < b ∨ b < a := Nat.lt_or_gt_of_ne h
theorem ne_cases_int {a b : Int} (h : ¬ a = b) : a < b ∨ b < a := Int.lt_or_gt_of_ne h
theorem not_le_nat {a b : Nat} (h : ¬ a ≤ b) : b < a := Nat.lt_of_not_le h
theorem not_lt_nat {a b : Nat} (h : ¬ a < b) : b ≤ a := Nat.le_of_not_lt h
theorem not_le_int {a b : Int} (h : ¬ a ≤ b) : b < a := Int.lt_of_not_ge h
theorem not_lt_int {a b : Int} (h : ¬ a < b) : b ≤ a := Int.le_of_not_gt h
theorem dvd_nat {a c : Nat} (h : c ∣ a) : a % c = 0 := Nat.mod_eq_zero_of_dvd h
theorem not_dvd_nat {a c : Nat} (h : ¬ c ∣ a) : ¬ a % c = 0 := fun e => h (Nat.dvd_of_mod_eq_zero e)
theorem dvd_int {a c : Int} (h : c ∣ a) : a % c = 0 := Int.emod_eq_zero_of_dvd h
theorem not_dvd_int {a c : Int} (h : ¬ c ∣ a) : ¬ a % c = 0 := fun e => h (Int.dvd_of_emod_eq_zero e)

theorem not_or {p q : Prop} (h : ¬ (p ∨ q)) : ¬ p ∧ ¬ q := ⟨fun a => h (Or.inl a), fun b => h (Or.inr b)⟩
theorem not_and {p q : Prop} [Decidable p] (h : ¬ (p ∧ q)) : ¬ p ∨ ¬ q :=
  if a : p then Or.inr (fun b => h ⟨a, b⟩) else Or.inl a
theorem not_imp {p q : Prop} [Decidable p] (h : ¬ (p → q)) : p ∧ ¬ q :=
  if a : p then ⟨a, fun b => h (fun _ => b)⟩ else absurd (fun b => absurd b a) h
theorem imp_cases {p q : Prop} [Decidable p] (h : p → q) : ¬ p ∨ q :=
  if a : p then Or.inr (h a) else Or.inl a
theorem iff_cases {p q : Prop} [Decidable p] (h : p ↔ q) : (p ∧ q) ∨ (¬ p ∧ ¬ q) :=
  if a : p then Or.inl ⟨a, h.mp a⟩ else Or.inr ⟨a, fun b => a (h.mpr b)⟩
theorem not_iff_cases {p q : Prop} [Decidable p] [Decidable q] (h : ¬ (p ↔ q)) : (p ∧ ¬ q) ∨ (¬ p ∧ q) :=
  if a : p then Or.inl ⟨a, fun b => h ⟨fun _ => b, fun _ => a⟩⟩
  else if b : q then Or.inr ⟨a, b⟩ else absurd ⟨fun x => absurd x a, fun x => absurd x b⟩ h
theorem not_not {p : Prop} [Decidable p] (h : ¬ ¬ p) : p := Decidable.byContradiction h

end Omega
