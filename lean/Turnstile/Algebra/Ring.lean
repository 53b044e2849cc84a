/-!
# Semirings, rings, fields

The classes with an addition and a multiplication, casts of numerals into them, and their lemmas.
-/

universe u

namespace Mathlib

/-- Multiplication distributes over addition. -/
class Distrib (R : Type u) extends Mul R, Add R where
  protected left_distrib : ∀ a b c : R, a * (b + c) = a * b + a * c
  protected right_distrib : ∀ a b c : R, (a + b) * c = a * c + b * c

/-- A product with `0` is `0`. -/
class MulZeroClass (M₀ : Type u) extends Mul M₀, Zero M₀ where
  zero_mul : ∀ a : M₀, 0 * a = 0
  mul_zero : ∀ a : M₀, a * 0 = 0

/-- A product is `0` only if a factor is. -/
class NoZeroDivisors (M₀ : Type u) [Mul M₀] [Zero M₀] : Prop where
  eq_zero_or_eq_zero_of_mul_eq_zero : ∀ {a b : M₀}, a * b = 0 → a = 0 ∨ b = 0

/-- A type with two elements. -/
class Nontrivial (α : Type u) : Prop where
  exists_pair_ne : ∃ x y : α, x ≠ y

/-- A monoid with a zero. -/
class MonoidWithZero (M₀ : Type u) extends Monoid M₀, MulZeroClass M₀ where

/-- The image of a natural, as a sum of ones. -/
protected def Nat.unaryCast {R : Type u} [Zero R] [One R] [Add R] : Nat → R
  | 0 => 0
  | n + 1 => Nat.unaryCast n + 1

/-- An additive monoid with a one, and with it an image of the naturals. -/
class AddMonoidWithOne (R : Type u) extends NatCast R, AddMonoid R, One R where
  natCast := Nat.unaryCast
  natCast_zero : natCast 0 = 0 := by intros; rfl
  natCast_succ : ∀ n : Nat, natCast (n + 1) = natCast n + 1 := by intros; rfl

/-- A semiring: addition and multiplication without subtraction. -/
class Semiring (R : Type u) extends AddMonoidWithOne R, AddCommMonoid R, Monoid R, Distrib R, MulZeroClass R where
  npow := npowRec
  npow_zero := by intros; rfl
  npow_succ := by intros; rfl

/-- A semiring with commutative multiplication. -/
class CommSemiring (R : Type u) extends Semiring R, CommMonoid R where

/-- The image of an integer, from that of the naturals. -/
protected def Int.castDef {R : Type u} [NatCast R] [Neg R] : Int → R
  | Int.ofNat n => NatCast.natCast n
  | Int.negSucc n => -NatCast.natCast (n + 1)

/-- A ring: a semiring with a negative. -/
class Ring (R : Type u) extends Semiring R, AddCommGroup R, IntCast R where
  sub := fun a b => a + -b
  sub_eq_add_neg := by intros; rfl
  zsmul := zsmulRec
  intCast := Int.castDef
  intCast_ofNat : ∀ n : Nat, intCast (Int.ofNat n) = NatCast.natCast n := by intros; rfl
  intCast_negSucc : ∀ n : Nat, intCast (Int.negSucc n) = -NatCast.natCast (n + 1) := by intros; rfl

/-- A ring with commutative multiplication. -/
class CommRing (R : Type u) extends Ring R, CommMonoid R where

instance CommRing.toCommSemiring {R : Type u} [s : CommRing R] : CommSemiring R := { s with }

/-- A commutative ring without zero divisors and with `0 ≠ 1`. -/
class IsDomain (R : Type u) [Semiring R] extends NoZeroDivisors R, Nontrivial R : Prop where

/-- A commutative ring in which all elements but zero have an inverse. -/
class Field (K : Type u) extends CommRing K, Inv K, Div K where
  div := fun a b => a * b⁻¹
  protected div_eq_mul_inv : ∀ a b : K, a / b = a * b⁻¹ := by intros; rfl
  exists_pair_ne : ∃ x y : K, x ≠ y
  protected mul_inv_cancel : ∀ a : K, a ≠ 0 → a * a⁻¹ = 1
  protected inv_zero : (0 : K)⁻¹ = 0

instance Field.toNontrivial {K : Type u} [s : Field K] : Nontrivial K := ⟨s.exists_pair_ne⟩
instance Field.toDivInvMonoid {K : Type u} [s : Field K] : DivInvMonoid K := { s with }

/-! ## Semirings -/

section Semiring
variable {R : Type u}

theorem mul_add [Distrib R] (a b c : R) : a * (b + c) = a * b + a * c := Distrib.left_distrib a b c
theorem add_mul [Distrib R] (a b c : R) : (a + b) * c = a * c + b * c := Distrib.right_distrib a b c
@[simp] theorem zero_mul [MulZeroClass R] (a : R) : 0 * a = 0 := MulZeroClass.zero_mul a
@[simp] theorem mul_zero [MulZeroClass R] (a : R) : a * 0 = 0 := MulZeroClass.mul_zero a

variable [Semiring R]

@[simp] theorem Nat.cast_zero : ((0 : Nat) : R) = 0 := AddMonoidWithOne.natCast_zero
theorem Nat.cast_succ (n : Nat) : ((Nat.succ n : Nat) : R) = n + 1 := AddMonoidWithOne.natCast_succ n
@[simp] theorem Nat.cast_one : ((1 : Nat) : R) = 1 := by rw [Nat.cast_succ 0, Nat.cast_zero, zero_add]
theorem Nat.cast_ofNat {n : Nat} [Nat.AtLeastTwo n] : ((OfNat.ofNat n : Nat) : R) = OfNat.ofNat n := rfl

@[simp] theorem Nat.cast_add (m n : Nat) : ((m + n : Nat) : R) = m + n := by
  induction n with
  | zero => rw [Nat.add_zero, Nat.cast_zero, add_zero]
  | succ n ih => rw [Nat.add_succ, Nat.cast_succ, ih, Nat.cast_succ, add_assoc]

@[simp] theorem Nat.cast_mul (m n : Nat) : ((m * n : Nat) : R) = m * n := by
  induction n with
  | zero => rw [Nat.mul_zero, Nat.cast_zero, mul_zero]
  | succ n ih => rw [Nat.mul_succ, Nat.cast_add, ih, Nat.cast_succ, mul_add, mul_one]

@[simp] theorem Nat.cast_pow (m n : Nat) : ((m ^ n : Nat) : R) = (m : R) ^ n := by
  induction n with
  | zero => rw [Nat.pow_zero, Nat.cast_one, pow_zero]
  | succ n ih => rw [Nat.pow_succ, Nat.cast_mul, ih, pow_succ]

theorem one_add_one_eq_two : (1 : R) + 1 = 2 :=
  ((congrArg (fun x => x + 1) Nat.cast_one).symm.trans (Nat.cast_succ 1).symm).trans rfl

theorem two_mul (a : R) : 2 * a = a + a := by rw [← one_add_one_eq_two, add_mul, one_mul]
theorem mul_two (a : R) : a * 2 = a + a := by rw [← one_add_one_eq_two, mul_add, mul_one]
theorem add_one_mul (a b : R) : (a + 1) * b = a * b + b := by rw [add_mul, one_mul]
theorem mul_add_one (a b : R) : a * (b + 1) = a * b + a := by rw [mul_add, mul_one]
theorem one_add_mul (a b : R) : (1 + a) * b = b + a * b := by rw [add_mul, one_mul]
theorem mul_one_add (a b : R) : a * (1 + b) = a + a * b := by rw [mul_add, mul_one]
theorem add_mul_self_eq {R : Type u} [CommSemiring R] (a b : R) :
    (a + b) * (a + b) = a * a + 2 * a * b + b * b := by
  rw [add_mul, mul_add, mul_add, mul_comm b a, add_assoc, ← add_assoc (a * b), ← two_mul, ← mul_assoc, ← add_assoc]
theorem add_sq {R : Type u} [CommSemiring R] (a b : R) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by
  rw [sq, sq, sq, add_mul_self_eq]
theorem zero_pow {n : Nat} (h : n ≠ 0) : (0 : R) ^ n = 0 :=
  match n, h with
  | 0, h => absurd rfl h
  | n + 1, _ => by rw [pow_succ, mul_zero]
theorem zero_pow_two : (0 : R) ^ 2 = 0 := zero_pow (fun h => Nat.noConfusion h)

theorem dvd_def (a b : Nat) : a ∣ b ↔ ∃ c, b = a * c := Iff.rfl

end Semiring

/-! ## Rings -/

section Ring
variable {R : Type u} [Ring R]

theorem neg_mul_eq_neg_mul (a b : R) : -(a * b) = -a * b :=
  neg_eq_of_add_eq_zero_right (by rw [← add_mul, add_neg_cancel, zero_mul])
theorem neg_mul_eq_mul_neg (a b : R) : -(a * b) = a * -b :=
  neg_eq_of_add_eq_zero_right (by rw [← mul_add, add_neg_cancel, mul_zero])
@[simp] theorem neg_mul (a b : R) : -a * b = -(a * b) := (neg_mul_eq_neg_mul a b).symm
@[simp] theorem mul_neg (a b : R) : a * -b = -(a * b) := (neg_mul_eq_mul_neg a b).symm
theorem neg_mul_neg (a b : R) : -a * -b = a * b := by rw [neg_mul, mul_neg, neg_neg]
theorem neg_eq_neg_one_mul (a : R) : -a = -1 * a := by rw [neg_mul, one_mul]
theorem neg_one_mul (a : R) : -1 * a = -a := by rw [neg_mul, one_mul]
theorem mul_neg_one (a : R) : a * -1 = -a := by rw [mul_neg, mul_one]
theorem mul_sub (a b c : R) : a * (b - c) = a * b - a * c := by
  rw [sub_eq_add_neg, mul_add, mul_neg, ← sub_eq_add_neg]
theorem sub_mul (a b c : R) : (a - b) * c = a * c - b * c := by
  rw [sub_eq_add_neg, add_mul, neg_mul, ← sub_eq_add_neg]
theorem sub_one_mul (a b : R) : (a - 1) * b = a * b - b := by rw [sub_mul, one_mul]
theorem mul_sub_one (a b : R) : a * (b - 1) = a * b - a := by rw [mul_sub, mul_one]
@[simp] theorem Int.cast_natCast (n : Nat) : ((n : Int) : R) = (n : R) := Ring.intCast_ofNat n
theorem Int.cast_negSucc (n : Nat) : ((Int.negSucc n : Int) : R) = -((n + 1 : Nat) : R) := Ring.intCast_negSucc n
@[simp] theorem Int.cast_zero : ((0 : Int) : R) = 0 := (Int.cast_natCast 0).trans Nat.cast_zero
@[simp] theorem Int.cast_one : ((1 : Int) : R) = 1 := (Int.cast_natCast 1).trans Nat.cast_one

@[simp] theorem Int.cast_neg : (n : Int) → ((-n : Int) : R) = -(n : R)
  | Int.ofNat 0 => by
    show ((0 : Int) : R) = -((0 : Int) : R)
    rw [Int.cast_zero, neg_zero]
  | Int.ofNat (n + 1) => by
    show ((Int.negSucc n : Int) : R) = -(((n + 1 : Nat) : Int) : R)
    rw [Int.cast_negSucc, Int.cast_natCast]
  | Int.negSucc n => by
    show (((n + 1 : Nat) : Int) : R) = -((Int.negSucc n : Int) : R)
    rw [Int.cast_negSucc, Int.cast_natCast, neg_neg]

private theorem Int.cast_subNatNat (m n : Nat) : ((Int.subNatNat m n : Int) : R) = (m : R) - n := by
  rcases Nat.lt_or_ge m n with h | h
  · rcases Nat.exists_eq_add_of_lt h with ⟨k, e⟩
    rw [e, Int.subNatNat_add_right, Int.cast_negSucc, Nat.add_assoc, Nat.cast_add m (k + 1), sub_eq_add_neg,
      neg_add_rev, add_left_comm, add_neg_cancel, add_zero]
  · rcases Nat.exists_eq_add_of_le h with ⟨k, e⟩
    rw [e, Int.subNatNat_add_left, Nat.cast_add, add_comm, add_sub_cancel_right]
    exact Int.cast_natCast k

@[simp] theorem Int.cast_add : (m n : Int) → ((m + n : Int) : R) = m + n
  | Int.ofNat m, Int.ofNat n => by
    show (((m + n : Nat) : Int) : R) = ((m : Int) : R) + ((n : Int) : R)
    rw [Int.cast_natCast, Int.cast_natCast, Int.cast_natCast, Nat.cast_add]
  | Int.ofNat m, Int.negSucc n => by
    show ((Int.subNatNat m (n + 1) : Int) : R) = ((m : Int) : R) + ((Int.negSucc n : Int) : R)
    rw [Int.cast_subNatNat, Int.cast_natCast, Int.cast_negSucc, sub_eq_add_neg]
  | Int.negSucc m, Int.ofNat n => by
    show ((Int.subNatNat n (m + 1) : Int) : R) = ((Int.negSucc m : Int) : R) + ((n : Int) : R)
    rw [Int.cast_subNatNat, Int.cast_natCast, Int.cast_negSucc, sub_eq_add_neg, add_comm]
  | Int.negSucc m, Int.negSucc n => by
    show ((Int.negSucc (m + n + 1) : Int) : R) = ((Int.negSucc m : Int) : R) + ((Int.negSucc n : Int) : R)
    rw [Int.cast_negSucc, Int.cast_negSucc, Int.cast_negSucc, ← neg_add, ← Nat.cast_add]
    have e : m + n + 1 + 1 = m + 1 + (n + 1) := by omega
    rw [e]

theorem Int.cast_sub (m n : Int) : ((m - n : Int) : R) = m - n := by
  rw [Int.sub_eq_add_neg, Int.cast_add, Int.cast_neg, sub_eq_add_neg]

private theorem Int.cast_natCast_mul (m : Nat) (n : Int) : (((m : Int) * n : Int) : R) = (m : R) * (n : R) := by
  induction m with
  | zero =>
    have e : ((0 : Nat) : Int) * n = 0 := Int.zero_mul n
    rw [e, Int.cast_zero, Nat.cast_zero, zero_mul]
  | succ m ih =>
    have e : ((m + 1 : Nat) : Int) * n = (m : Int) * n + n := by
      rw [Int.natCast_succ, Int.add_mul, Int.one_mul]
    rw [e, Int.cast_add, ih, Nat.cast_succ, add_mul, one_mul]

@[simp] theorem Int.cast_mul : (m n : Int) → ((m * n : Int) : R) = m * n
  | Int.ofNat m, n => by
    show (((m : Int) * n : Int) : R) = ((m : Int) : R) * (n : R)
    rw [Int.cast_natCast_mul, Int.cast_natCast]
  | Int.negSucc m, n => by
    have e : Int.negSucc m * n = -(((m + 1 : Nat) : Int) * n) := by
      rw [Int.negSucc_eq, Int.neg_mul]
      rfl
    rw [e, Int.cast_neg, Int.cast_natCast_mul, Int.cast_negSucc, neg_mul]

theorem Int.cast_pow (m : Int) (n : Nat) : ((m ^ n : Int) : R) = (m : R) ^ n := by
  induction n with
  | zero => rw [Int.pow_zero, Int.cast_one, pow_zero]
  | succ n ih => rw [Int.pow_succ, Int.cast_mul, ih, pow_succ]

@[simp] theorem neg_sq (a : R) : (-a) ^ 2 = a ^ 2 := by rw [sq, sq, neg_mul_neg]
theorem sub_sq {R : Type u} [CommRing R] (a b : R) : (a - b) ^ 2 = a ^ 2 - 2 * a * b + b ^ 2 := by
  rw [sub_eq_add_neg, add_sq, neg_sq, mul_neg, ← sub_eq_add_neg]
theorem mul_self_sub_mul_self {R : Type u} [CommRing R] (a b : R) : a * a - b * b = (a + b) * (a - b) := by
  rw [add_mul, mul_sub, mul_sub, mul_comm b a, sub_add_sub_cancel]
theorem sq_sub_sq {R : Type u} [CommRing R] (a b : R) : a ^ 2 - b ^ 2 = (a + b) * (a - b) := by
  rw [sq, sq, mul_self_sub_mul_self]

end Ring

/-! ## No zero divisors -/

section NoZeroDivisors
variable {R : Type u}

theorem eq_zero_or_eq_zero_of_mul_eq_zero [Mul R] [Zero R] [NoZeroDivisors R] {a b : R} (h : a * b = 0) :
    a = 0 ∨ b = 0 := NoZeroDivisors.eq_zero_or_eq_zero_of_mul_eq_zero h

@[simp] theorem mul_eq_zero [MulZeroClass R] [NoZeroDivisors R] {a b : R} : a * b = 0 ↔ a = 0 ∨ b = 0 :=
  ⟨eq_zero_or_eq_zero_of_mul_eq_zero,
    fun h => Or.elim h (fun h => by rw [h, zero_mul]) (fun h => by rw [h, mul_zero])⟩

theorem mul_ne_zero [MulZeroClass R] [NoZeroDivisors R] {a b : R} (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 :=
  fun h => Or.elim (mul_eq_zero.mp h) ha hb

theorem mul_left_cancel₀ [Ring R] [NoZeroDivisors R] {a b c : R} (ha : a ≠ 0) (h : a * b = a * c) : b = c := by
  have e : a * (b - c) = 0 := by rw [mul_sub, h, sub_self]
  exact eq_of_sub_eq_zero (Or.resolve_left (mul_eq_zero.mp e) ha)

theorem mul_right_cancel₀ [Ring R] [NoZeroDivisors R] {a b c : R} (hb : b ≠ 0) (h : a * b = c * b) : a = c := by
  have e : (a - c) * b = 0 := by rw [sub_mul, h, sub_self]
  exact eq_of_sub_eq_zero (Or.resolve_right (mul_eq_zero.mp e) hb)

theorem pow_eq_zero_of_mul [Semiring R] [NoZeroDivisors R] {a : R} {n : Nat} (h : a ^ (n + 1) = 0) : a = 0 := by
  induction n with
  | zero =>
    have e : a ^ (0 + 1) = a := pow_one a
    rw [e] at h
    exact h
  | succ n ih =>
    rw [pow_succ] at h
    exact Or.elim (mul_eq_zero.mp h) ih id

end NoZeroDivisors

/-! ## Fields -/

section Field
variable {K : Type u} [Field K]

theorem mul_inv_cancel₀ {a : K} (h : a ≠ 0) : a * a⁻¹ = 1 := Field.mul_inv_cancel a h
theorem inv_mul_cancel₀ {a : K} (h : a ≠ 0) : a⁻¹ * a = 1 := by rw [mul_comm, mul_inv_cancel₀ h]
@[simp] theorem inv_zero : (0 : K)⁻¹ = 0 := Field.inv_zero
theorem div_eq_mul_inv₀ (a b : K) : a / b = a * b⁻¹ := Field.div_eq_mul_inv a b
theorem div_self {a : K} (h : a ≠ 0) : a / a = 1 := by rw [div_eq_mul_inv₀, mul_inv_cancel₀ h]
@[simp] theorem div_zero (a : K) : a / 0 = 0 := by rw [div_eq_mul_inv₀, inv_zero, mul_zero]
@[simp] theorem zero_div (a : K) : 0 / a = 0 := by rw [div_eq_mul_inv₀, zero_mul]
theorem div_mul_cancel₀ (a : K) {b : K} (h : b ≠ 0) : a / b * b = a := by
  rw [div_eq_mul_inv₀, mul_assoc, inv_mul_cancel₀ h, mul_one]
theorem mul_div_assoc (a b c : K) : a * b / c = a * (b / c) := by rw [div_eq_mul_inv₀, div_eq_mul_inv₀, mul_assoc]
theorem add_div (a b c : K) : (a + b) / c = a / c + b / c := by
  rw [div_eq_mul_inv₀, div_eq_mul_inv₀, div_eq_mul_inv₀, add_mul]
theorem sub_div (a b c : K) : (a - b) / c = a / c - b / c := by
  rw [div_eq_mul_inv₀, div_eq_mul_inv₀, div_eq_mul_inv₀, sub_mul]

theorem eq_zero_or_eq_zero_field {a b : K} (h : a * b = 0) : a = 0 ∨ b = 0 := by
  rcases Classical.em (a = 0) with ha | ha
  · exact Or.inl ha
  · refine Or.inr ?_
    rw [← one_mul b, ← inv_mul_cancel₀ ha, mul_assoc, h, mul_zero]

instance Field.toNoZeroDivisors : NoZeroDivisors K := ⟨fun h => eq_zero_or_eq_zero_field h⟩
instance Field.isDomain : IsDomain K := { }

theorem inv_ne_zero {a : K} (h : a ≠ 0) : a⁻¹ ≠ 0 := by
  intro e
  have h1 := mul_inv_cancel₀ h
  rw [e, mul_zero] at h1
  rcases Field.exists_pair_ne (K := K) with ⟨x, y, hxy⟩
  exact hxy (by rw [← one_mul x, ← one_mul y, ← h1, zero_mul, zero_mul])

theorem eq_div_iff {a b c : K} (hc : c ≠ 0) : a = b / c ↔ a * c = b :=
  ⟨fun h => by rw [h, div_mul_cancel₀ b hc], fun h => by rw [← h, mul_div_assoc, div_self hc, mul_one]⟩
theorem div_eq_iff {a b c : K} (hb : b ≠ 0) : a / b = c ↔ a = c * b :=
  ⟨fun h => by rw [← h, div_mul_cancel₀ a hb], fun h => by rw [h, mul_div_assoc, div_self hb, mul_one]⟩

end Field

end Mathlib
