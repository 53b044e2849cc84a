/-!
# Orders and ordered rings

Preorders, partial and linear orders, and the classes that say how an order fits with addition and multiplication.
-/

universe u

namespace Mathlib

/-- A reflexive and transitive relation. -/
class Preorder (α : Type u) extends LE α, LT α where
  protected le_refl : ∀ a : α, a ≤ a
  protected le_trans : ∀ a b c : α, a ≤ b → b ≤ c → a ≤ c
  lt := fun a b => a ≤ b ∧ ¬ b ≤ a
  protected lt_iff_le_not_ge : ∀ a b : α, a < b ↔ a ≤ b ∧ ¬ b ≤ a := by intros; rfl

/-- A preorder in which elements below each other are equal. -/
class PartialOrder (α : Type u) extends Preorder α where
  protected le_antisymm : ∀ a b : α, a ≤ b → b ≤ a → a = b

/-- A partial order in which any two elements can be compared, by a procedure. -/
class LinearOrder (α : Type u) extends PartialOrder α, Min α, Max α where
  protected le_total : ∀ a b : α, a ≤ b ∨ b ≤ a
  toDecidableLE : DecidableLE α
  min := fun a b => if a ≤ b then a else b
  max := fun a b => if a ≤ b then b else a
  protected min_def : ∀ a b : α, min a b = if a ≤ b then a else b := by intros; rfl
  protected max_def : ∀ a b : α, max a b = if a ≤ b then b else a := by intros; rfl

/-! ## Preorders -/

section Preorder
variable {α : Type u} [Preorder α] {a b c : α}

@[refl, simp] theorem le_refl (a : α) : a ≤ a := Preorder.le_refl a
theorem le_rfl : a ≤ a := le_refl a
theorem le_trans (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c := Preorder.le_trans a b c h₁ h₂
theorem lt_iff_le_not_ge : a < b ↔ a ≤ b ∧ ¬ b ≤ a := Preorder.lt_iff_le_not_ge a b
theorem le_of_eq (h : a = b) : a ≤ b := h ▸ le_refl a
theorem ge_of_eq (h : a = b) : b ≤ a := h ▸ le_refl a
theorem le_of_lt (h : a < b) : a ≤ b := (lt_iff_le_not_ge.mp h).left
theorem not_le_of_gt (h : b < a) : ¬ a ≤ b := (lt_iff_le_not_ge.mp h).right
theorem not_lt_of_ge (h : b ≤ a) : ¬ a < b := fun h' => not_le_of_gt h' h
theorem lt_of_le_not_ge (h₁ : a ≤ b) (h₂ : ¬ b ≤ a) : a < b := lt_iff_le_not_ge.mpr ⟨h₁, h₂⟩
@[simp] theorem lt_irrefl (a : α) : ¬ a < a := fun h => not_le_of_gt h (le_refl a)
theorem lt_of_le_of_lt (h₁ : a ≤ b) (h₂ : b < c) : a < c :=
  lt_of_le_not_ge (le_trans h₁ (le_of_lt h₂)) (fun h => not_le_of_gt h₂ (le_trans h h₁))
theorem lt_of_lt_of_le (h₁ : a < b) (h₂ : b ≤ c) : a < c :=
  lt_of_le_not_ge (le_trans (le_of_lt h₁) h₂) (fun h => not_le_of_gt h₁ (le_trans h₂ h))
theorem lt_trans (h₁ : a < b) (h₂ : b < c) : a < c := lt_of_lt_of_le h₁ (le_of_lt h₂)
theorem lt_asymm (h : a < b) : ¬ b < a := fun h' => lt_irrefl a (lt_trans h h')
theorem ne_of_lt (h : a < b) : a ≠ b := fun e => lt_irrefl a (by rw [← e] at h; exact h)
theorem ne_of_gt (h : b < a) : a ≠ b := fun e => ne_of_lt h e.symm
theorem lt_of_eq_of_lt (h₁ : a = b) (h₂ : b < c) : a < c := by rw [h₁]; exact h₂
theorem lt_of_lt_of_eq (h₁ : a < b) (h₂ : b = c) : a < c := by rw [← h₂]; exact h₁
theorem ge_iff_le : a ≥ b ↔ b ≤ a := Iff.rfl
theorem gt_iff_lt : a > b ↔ b < a := Iff.rfl

instance instTransLe : Trans (α := α) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨le_trans⟩
instance instTransLt : Trans (α := α) (· < ·) (· < ·) (· < ·) := ⟨lt_trans⟩
instance instTransLeLt : Trans (α := α) (· ≤ ·) (· < ·) (· < ·) := ⟨lt_of_le_of_lt⟩
instance instTransLtLe : Trans (α := α) (· < ·) (· ≤ ·) (· < ·) := ⟨lt_of_lt_of_le⟩

end Preorder

section PartialOrder
variable {α : Type u} [PartialOrder α] {a b c : α}

theorem le_antisymm (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b := PartialOrder.le_antisymm a b h₁ h₂
theorem le_antisymm_iff : a = b ↔ a ≤ b ∧ b ≤ a := ⟨fun e => ⟨le_of_eq e, ge_of_eq e⟩, fun h => le_antisymm h.1 h.2⟩
theorem lt_of_le_of_ne (h₁ : a ≤ b) (h₂ : a ≠ b) : a < b :=
  lt_of_le_not_ge h₁ (fun h => h₂ (le_antisymm h₁ h))
theorem lt_iff_le_and_ne : a < b ↔ a ≤ b ∧ a ≠ b :=
  ⟨fun h => ⟨le_of_lt h, ne_of_lt h⟩, fun h => lt_of_le_of_ne h.1 h.2⟩

end PartialOrder

/-! ## Linear orders -/

section LinearOrder
variable {α : Type u} [LinearOrder α] {a b c : α}

theorem le_total (a b : α) : a ≤ b ∨ b ≤ a := LinearOrder.le_total a b
instance instDecidableLe_mathlib (a b : α) : Decidable (a ≤ b) := LinearOrder.toDecidableLE a b

theorem lt_of_not_ge (h : ¬ a ≤ b) : b < a := lt_of_le_not_ge (Or.resolve_left (le_total a b) h) h
@[simp] theorem not_le : ¬ a ≤ b ↔ b < a := ⟨lt_of_not_ge, not_le_of_gt⟩
theorem le_of_not_gt (h : ¬ b < a) : a ≤ b :=
  Or.elim (le_total a b) id (fun h' => Decidable.byContradiction (fun n => h (lt_of_le_not_ge h' n)))
@[simp] theorem not_lt : ¬ a < b ↔ b ≤ a := ⟨le_of_not_gt, not_lt_of_ge⟩
theorem le_of_not_ge (h : ¬ a ≤ b) : b ≤ a := le_of_lt (lt_of_not_ge h)
theorem le_or_gt (a b : α) : a ≤ b ∨ b < a :=
  if h : a ≤ b then Or.inl h else Or.inr (lt_of_not_ge h)
theorem lt_or_ge (a b : α) : a < b ∨ b ≤ a := (le_or_gt b a).symm
theorem lt_trichotomy (a b : α) : a < b ∨ a = b ∨ b < a :=
  Or.elim (le_or_gt a b)
    (fun h => if h' : b ≤ a then Or.inr (Or.inl (le_antisymm h h')) else Or.inl (lt_of_not_ge h'))
    (fun h => Or.inr (Or.inr h))
theorem lt_or_gt_of_ne (h : a ≠ b) : a < b ∨ b < a :=
  Or.elim (lt_trichotomy a b) Or.inl (fun h' => Or.elim h' (fun e => absurd e h) Or.inr)
theorem ne_iff_lt_or_gt : a ≠ b ↔ a < b ∨ b < a :=
  ⟨lt_or_gt_of_ne, fun h => Or.elim h ne_of_lt ne_of_gt⟩
theorem eq_of_not_lt_of_not_gt (h₁ : ¬ a < b) (h₂ : ¬ b < a) : a = b :=
  le_antisymm (le_of_not_gt h₂) (le_of_not_gt h₁)

theorem min_def (a b : α) : min a b = if a ≤ b then a else b := LinearOrder.min_def a b
theorem max_def (a b : α) : max a b = if a ≤ b then b else a := LinearOrder.max_def a b
@[simp] theorem min_eq_left (h : a ≤ b) : min a b = a := by rw [min_def, if_pos h]
@[simp] theorem max_eq_right (h : a ≤ b) : max a b = b := by rw [max_def, if_pos h]
theorem min_eq_right (h : b ≤ a) : min a b = b := by
  rw [min_def]
  split
  · next h' => exact le_antisymm h' h
  · rfl
theorem max_eq_left (h : b ≤ a) : max a b = a := by
  rw [max_def]
  split
  · next h' => exact le_antisymm h h'
  · rfl
theorem min_le_left (a b : α) : min a b ≤ a :=
  Or.elim (le_total a b) (fun h => le_of_eq (min_eq_left h)) (fun h => by rw [min_eq_right h]; exact h)
theorem min_le_right (a b : α) : min a b ≤ b :=
  Or.elim (le_total a b) (fun h => by rw [min_eq_left h]; exact h) (fun h => le_of_eq (min_eq_right h))
theorem le_max_left (a b : α) : a ≤ max a b :=
  Or.elim (le_total a b) (fun h => by rw [max_eq_right h]; exact h) (fun h => ge_of_eq (max_eq_left h))
theorem le_max_right (a b : α) : b ≤ max a b :=
  Or.elim (le_total a b) (fun h => ge_of_eq (max_eq_right h)) (fun h => by rw [max_eq_left h]; exact h)
theorem le_min (h₁ : c ≤ a) (h₂ : c ≤ b) : c ≤ min a b :=
  Or.elim (le_total a b) (fun h => by rw [min_eq_left h]; exact h₁) (fun h => by rw [min_eq_right h]; exact h₂)
theorem max_le (h₁ : a ≤ c) (h₂ : b ≤ c) : max a b ≤ c :=
  Or.elim (le_total a b) (fun h => by rw [max_eq_right h]; exact h₂) (fun h => by rw [max_eq_left h]; exact h₁)
theorem min_comm (a b : α) : min a b = min b a :=
  le_antisymm (le_min (min_le_right a b) (min_le_left a b)) (le_min (min_le_right b a) (min_le_left b a))
theorem max_comm (a b : α) : max a b = max b a :=
  le_antisymm (max_le (le_max_right b a) (le_max_left b a)) (max_le (le_max_right a b) (le_max_left a b))

end LinearOrder

/-! ## Ordered rings -/

/-- Addition preserves the order. -/
class IsOrderedAddMonoid (α : Type u) [AddCommMonoid α] [PartialOrder α] : Prop where
  protected add_le_add_left : ∀ a b : α, a ≤ b → ∀ c, c + a ≤ c + b

/-- Addition and multiplication by what is not negative preserve the order. -/
class IsOrderedRing (R : Type u) [Semiring R] [PartialOrder R] : Prop where
  protected add_le_add_left : ∀ a b : R, a ≤ b → ∀ c, c + a ≤ c + b
  protected zero_le_one : (0 : R) ≤ 1
  protected mul_le_mul_of_nonneg_left : ∀ a b c : R, a ≤ b → 0 ≤ c → c * a ≤ c * b
  protected mul_le_mul_of_nonneg_right : ∀ a b c : R, a ≤ b → 0 ≤ c → a * c ≤ b * c

/-- Addition, and multiplication by what is positive, preserve and reflect the strict order. -/
class IsStrictOrderedRing (R : Type u) [Semiring R] [PartialOrder R] : Prop where
  protected add_le_add_left : ∀ a b : R, a ≤ b → ∀ c, c + a ≤ c + b
  protected le_of_add_le_add_left : ∀ a b c : R, a + b ≤ a + c → b ≤ c
  protected zero_le_one : (0 : R) ≤ 1
  exists_pair_ne : ∃ x y : R, x ≠ y
  protected mul_lt_mul_of_pos_left : ∀ a b c : R, a < b → 0 < c → c * a < c * b
  protected mul_lt_mul_of_pos_right : ∀ a b c : R, a < b → 0 < c → a * c < b * c

/-- A commutative ring with a linear order that fits. -/
class LinearOrderedCommRing (R : Type u) extends CommRing R, LinearOrder R where
  exists_pair_ne : ∃ x y : R, x ≠ y
  protected add_le_add_left : ∀ a b : R, a ≤ b → ∀ c, c + a ≤ c + b
  protected zero_le_one : (0 : R) ≤ 1
  protected mul_pos : ∀ a b : R, 0 < a → 0 < b → 0 < a * b

/-- A field with a linear order that fits. -/
class LinearOrderedField (K : Type u) extends Field K, LinearOrder K where
  protected add_le_add_left : ∀ a b : K, a ≤ b → ∀ c, c + a ≤ c + b
  protected zero_le_one : (0 : K) ≤ 1
  protected mul_pos : ∀ a b : K, 0 < a → 0 < b → 0 < a * b

instance IsOrderedRing.toIsOrderedAddMonoid {R : Type u} [Semiring R] [PartialOrder R] [IsOrderedRing R] :
    IsOrderedAddMonoid R := ⟨IsOrderedRing.add_le_add_left⟩

instance IsStrictOrderedRing.toIsOrderedAddMonoid {R : Type u} [Semiring R] [PartialOrder R] [IsStrictOrderedRing R] :
    IsOrderedAddMonoid R := ⟨IsStrictOrderedRing.add_le_add_left⟩

section OrderedAddMonoid
variable {α : Type u} [AddCommMonoid α] [PartialOrder α] [IsOrderedAddMonoid α] {a b c d : α}

theorem add_le_add_left (h : a ≤ b) (c : α) : c + a ≤ c + b := IsOrderedAddMonoid.add_le_add_left a b h c
theorem add_le_add_right (h : a ≤ b) (c : α) : a + c ≤ b + c := by
  rw [add_comm a c, add_comm b c]
  exact add_le_add_left h c
theorem add_le_add (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  le_trans (add_le_add_right h₁ c) (add_le_add_left h₂ b)
theorem add_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := by
  have h := add_le_add ha hb
  rw [add_zero] at h
  exact h

end OrderedAddMonoid

section OrderedAddGroup
variable {α : Type u} [AddCommGroup α] [PartialOrder α] [IsOrderedAddMonoid α] {a b c d : α}

theorem le_of_add_le_add_left (h : a + b ≤ a + c) : b ≤ c := by
  have h' := add_le_add_left h (-a)
  rw [neg_add_cancel_left, neg_add_cancel_left] at h'
  exact h'
theorem le_of_add_le_add_right (h : a + c ≤ b + c) : a ≤ b := by
  rw [add_comm a c, add_comm b c] at h
  exact le_of_add_le_add_left h
@[simp] theorem add_le_add_iff_left (a : α) : a + b ≤ a + c ↔ b ≤ c :=
  ⟨le_of_add_le_add_left, fun h => add_le_add_left h a⟩
@[simp] theorem add_le_add_iff_right (a : α) : b + a ≤ c + a ↔ b ≤ c :=
  ⟨le_of_add_le_add_right, fun h => add_le_add_right h a⟩
theorem add_lt_add_left (h : a < b) (c : α) : c + a < c + b :=
  lt_of_le_not_ge (add_le_add_left (le_of_lt h) c) (fun h' => not_le_of_gt h (le_of_add_le_add_left h'))
theorem add_lt_add_right (h : a < b) (c : α) : a + c < b + c := by
  rw [add_comm a c, add_comm b c]
  exact add_lt_add_left h c
theorem add_lt_add (h₁ : a < b) (h₂ : c < d) : a + c < b + d :=
  lt_trans (add_lt_add_right h₁ c) (add_lt_add_left h₂ b)
theorem add_lt_add_of_lt_of_le (h₁ : a < b) (h₂ : c ≤ d) : a + c < b + d :=
  lt_of_lt_of_le (add_lt_add_right h₁ c) (add_le_add_left h₂ b)
theorem add_lt_add_of_le_of_lt (h₁ : a ≤ b) (h₂ : c < d) : a + c < b + d :=
  lt_of_le_of_lt (add_le_add_right h₁ c) (add_lt_add_left h₂ b)
theorem add_pos (ha : 0 < a) (hb : 0 < b) : 0 < a + b := by
  have h := add_lt_add ha hb
  rw [add_zero] at h
  exact h
@[simp] theorem sub_nonneg : 0 ≤ a - b ↔ b ≤ a := by
  constructor
  · intro h
    have h' := add_le_add_right h b
    rw [zero_add, sub_add_cancel] at h'
    exact h'
  · intro h
    have h' := add_le_add_right h (-b)
    rw [add_neg_cancel, ← sub_eq_add_neg] at h'
    exact h'
@[simp] theorem sub_pos : 0 < a - b ↔ b < a := by
  constructor
  · intro h
    have h' := add_lt_add_right h b
    rw [zero_add, sub_add_cancel] at h'
    exact h'
  · intro h
    have h' := add_lt_add_right h (-b)
    rw [add_neg_cancel, ← sub_eq_add_neg] at h'
    exact h'
theorem neg_le_neg (h : a ≤ b) : -b ≤ -a := by
  have h' := add_le_add_left h (-a + -b)
  rw [add_right_comm, neg_add_cancel, zero_add, neg_add_cancel_right] at h'
  exact h'
theorem neg_lt_neg (h : a < b) : -b < -a :=
  lt_of_le_not_ge (neg_le_neg (le_of_lt h)) (fun h' => by
    have h2 := neg_le_neg h'
    rw [neg_neg, neg_neg] at h2
    exact not_le_of_gt h h2)
theorem sub_nonpos : a - b ≤ 0 ↔ a ≤ b := by
  rw [← neg_sub b a]
  constructor
  · intro h
    have h' := neg_le_neg h
    rw [neg_neg, neg_zero] at h'
    exact sub_nonneg.mp h'
  · intro h
    have h' := neg_le_neg (sub_nonneg.mpr h)
    rw [neg_zero] at h'
    exact h'
theorem sub_neg : a - b < 0 ↔ a < b := by
  rw [← neg_sub b a]
  constructor
  · intro h
    have h' := neg_lt_neg h
    rw [neg_neg, neg_zero] at h'
    exact sub_pos.mp h'
  · intro h
    have h' := neg_lt_neg (sub_pos.mpr h)
    rw [neg_zero] at h'
    exact h'
theorem sub_nonneg_of_le (h : b ≤ a) : 0 ≤ a - b := sub_nonneg.mpr h
theorem sub_pos_of_lt (h : b < a) : 0 < a - b := sub_pos.mpr h
theorem sub_nonpos_of_le (h : a ≤ b) : a - b ≤ 0 := sub_nonpos.mpr h
theorem sub_neg_of_lt (h : a < b) : a - b < 0 := sub_neg.mpr h
theorem le_of_sub_nonneg (h : 0 ≤ a - b) : b ≤ a := sub_nonneg.mp h
theorem lt_of_sub_pos (h : 0 < a - b) : b < a := sub_pos.mp h
theorem neg_nonneg : 0 ≤ -a ↔ a ≤ 0 := by
  have h := @sub_nonneg α _ _ _ 0 a
  rw [zero_sub] at h
  exact h
theorem neg_pos : 0 < -a ↔ a < 0 := by
  have h := @sub_pos α _ _ _ 0 a
  rw [zero_sub] at h
  exact h

theorem neg_nonneg_of_nonpos (h : a ≤ 0) : 0 ≤ -a := neg_nonneg.mpr h
theorem neg_pos_of_neg (h : a < 0) : 0 < -a := neg_pos.mpr h

end OrderedAddGroup

private theorem strict_of_mul_pos {R : Type u} [CommRing R] [PartialOrder R]
    (add_le : ∀ a b : R, a ≤ b → ∀ c, c + a ≤ c + b) (one : (0 : R) ≤ 1) (ne : ∃ x y : R, x ≠ y)
    (pos : ∀ a b : R, 0 < a → 0 < b → 0 < a * b) : IsStrictOrderedRing R := by
  have inst : IsOrderedAddMonoid R := ⟨add_le⟩
  have left : ∀ a b c : R, a < b → 0 < c → c * a < c * b := fun a b c h hc => by
    have h' := pos c (b - a) hc (sub_pos_of_lt h)
    rw [mul_sub] at h'
    exact lt_of_sub_pos h'
  exact {
    add_le_add_left := add_le
    le_of_add_le_add_left := fun a b c h => le_of_add_le_add_left h
    zero_le_one := one
    exists_pair_ne := ne
    mul_lt_mul_of_pos_left := left
    mul_lt_mul_of_pos_right := fun a b c h hc => by
      rw [mul_comm a c, mul_comm b c]
      exact left a b c h hc }

instance LinearOrderedCommRing.toIsStrictOrderedRing {R : Type u} [s : LinearOrderedCommRing R] :
    IsStrictOrderedRing R := strict_of_mul_pos s.add_le_add_left s.zero_le_one s.exists_pair_ne s.mul_pos

instance LinearOrderedField.toIsStrictOrderedRing {K : Type u} [s : LinearOrderedField K] :
    IsStrictOrderedRing K := strict_of_mul_pos s.add_le_add_left s.zero_le_one s.exists_pair_ne s.mul_pos

section StrictOrderedRing
variable {R : Type u} [Ring R] [PartialOrder R] [IsStrictOrderedRing R] {a b c d : R}

theorem mul_lt_mul_of_pos_left (h : a < b) (hc : 0 < c) : c * a < c * b :=
  IsStrictOrderedRing.mul_lt_mul_of_pos_left a b c h hc
theorem mul_lt_mul_of_pos_right (h : a < b) (hc : 0 < c) : a * c < b * c :=
  IsStrictOrderedRing.mul_lt_mul_of_pos_right a b c h hc
theorem mul_pos (ha : 0 < a) (hb : 0 < b) : 0 < a * b := by
  have h := mul_lt_mul_of_pos_left hb ha
  rw [mul_zero] at h
  exact h
theorem mul_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  rcases Classical.em (0 = a) with e | e
  · rw [← e, zero_mul]
  · rcases Classical.em (0 = b) with e' | e'
    · rw [← e', mul_zero]
    · exact le_of_lt (mul_pos (lt_of_le_of_ne ha e) (lt_of_le_of_ne hb e'))
theorem mul_le_mul_of_nonneg_left (h : a ≤ b) (hc : 0 ≤ c) : c * a ≤ c * b := by
  have h' := mul_nonneg hc (sub_nonneg_of_le h)
  rw [mul_sub] at h'
  exact le_of_sub_nonneg h'
theorem mul_le_mul_of_nonneg_right (h : a ≤ b) (hc : 0 ≤ c) : a * c ≤ b * c := by
  have h' := mul_nonneg (sub_nonneg_of_le h) hc
  rw [sub_mul] at h'
  exact le_of_sub_nonneg h'
theorem mul_le_mul (h₁ : a ≤ b) (h₂ : c ≤ d) (hc : 0 ≤ c) (hb : 0 ≤ b) : a * c ≤ b * d :=
  le_trans (mul_le_mul_of_nonneg_right h₁ hc) (mul_le_mul_of_nonneg_left h₂ hb)
theorem zero_le_one : (0 : R) ≤ 1 := IsStrictOrderedRing.zero_le_one
theorem zero_ne_one' : (0 : R) ≠ 1 := by
  intro h
  rcases IsStrictOrderedRing.exists_pair_ne (R := R) with ⟨x, y, e⟩
  exact e (by rw [← one_mul x, ← one_mul y, ← h, zero_mul, zero_mul])
theorem zero_lt_one : (0 : R) < 1 := lt_of_le_of_ne zero_le_one zero_ne_one'
theorem mul_neg_of_pos_of_neg (ha : 0 < a) (hb : b < 0) : a * b < 0 := by
  have h := mul_lt_mul_of_pos_left hb ha
  rw [mul_zero] at h
  exact h
theorem mul_neg_of_neg_of_pos (ha : a < 0) (hb : 0 < b) : a * b < 0 := by
  have h := mul_lt_mul_of_pos_right ha hb
  rw [zero_mul] at h
  exact h
theorem mul_nonneg_of_nonpos_of_nonpos (ha : a ≤ 0) (hb : b ≤ 0) : 0 ≤ a * b := by
  have h := mul_nonneg (neg_nonneg_of_nonpos ha) (neg_nonneg_of_nonpos hb)
  rw [neg_mul_neg] at h
  exact h
theorem mul_pos_of_neg_of_neg (ha : a < 0) (hb : b < 0) : 0 < a * b := by
  have h := mul_pos (neg_pos_of_neg ha) (neg_pos_of_neg hb)
  rw [neg_mul_neg] at h
  exact h
theorem Nat.cast_nonneg (n : Nat) : 0 ≤ (n : R) := by
  induction n with
  | zero =>
    rw [Nat.cast_zero]
  | succ n ih =>
    rw [Nat.cast_succ]
    exact add_nonneg ih zero_le_one
theorem Nat.cast_add_one_pos (n : Nat) : 0 < ((n + 1 : Nat) : R) := by
  rw [Nat.cast_succ]
  exact lt_of_lt_of_le zero_lt_one (by
    have h := add_le_add_right (Nat.cast_nonneg (R := R) n) 1
    rw [zero_add] at h
    exact h)
theorem pow_pos (h : 0 < a) (n : Nat) : 0 < a ^ n := by
  induction n with
  | zero =>
    rw [pow_zero]
    exact zero_lt_one
  | succ n ih =>
    rw [pow_succ]
    exact mul_pos ih h
theorem pow_nonneg (h : 0 ≤ a) (n : Nat) : 0 ≤ a ^ n := by
  induction n with
  | zero =>
    rw [pow_zero]
    exact zero_le_one
  | succ n ih =>
    rw [pow_succ]
    exact mul_nonneg ih h

end StrictOrderedRing

section LinearOrderedRing
variable {R : Type u} [Ring R] [LinearOrder R] [IsStrictOrderedRing R] {a b c : R}

theorem mul_self_nonneg (a : R) : 0 ≤ a * a :=
  Or.elim (le_total 0 a) (fun h => mul_nonneg h h) (fun h => mul_nonneg_of_nonpos_of_nonpos h h)
theorem sq_nonneg (a : R) : 0 ≤ a ^ 2 := by
  rw [sq]
  exact mul_self_nonneg a
theorem pow_even_nonneg (a : R) (n : Nat) : 0 ≤ a ^ (n + n) := by
  rw [pow_add]
  exact mul_self_nonneg (a ^ n)
theorem mul_self_pos_of_ne {a : R} (h : a ≠ 0) : 0 < a * a :=
  Or.elim (lt_or_gt_of_ne h) (fun h => mul_pos_of_neg_of_neg h h) (fun h => mul_pos h h)
theorem ordered_mul_eq_zero (h : a * b = 0) : a = 0 ∨ b = 0 := by
  rcases lt_trichotomy a 0 with ha | ha | ha
  · rcases lt_trichotomy b 0 with hb | hb | hb
    · exact absurd h.symm (ne_of_lt (mul_pos_of_neg_of_neg ha hb))
    · exact Or.inr hb
    · exact absurd h (ne_of_lt (mul_neg_of_neg_of_pos ha hb))
  · exact Or.inl ha
  · rcases lt_trichotomy b 0 with hb | hb | hb
    · exact absurd h (ne_of_lt (mul_neg_of_pos_of_neg ha hb))
    · exact Or.inr hb
    · exact absurd h.symm (ne_of_lt (mul_pos ha hb))
theorem lt_of_mul_lt_mul_left (h : c * a < c * b) (hc : 0 ≤ c) : a < b :=
  lt_of_not_ge (fun h' => not_le_of_gt h (mul_le_mul_of_nonneg_left h' hc))
theorem le_of_mul_le_mul_left (h : c * a ≤ c * b) (hc : 0 < c) : a ≤ b :=
  le_of_not_gt (fun h' => not_le_of_gt (mul_lt_mul_of_pos_left h' hc) h)
theorem pos_of_mul_pos_left (h : 0 < a * b) (ha : 0 ≤ a) : 0 < b :=
  lt_of_not_ge (fun hb => not_le_of_gt h (by
    have h' := mul_le_mul_of_nonneg_left hb ha
    rw [mul_zero] at h'
    exact h'))

end LinearOrderedRing

end Mathlib
