/-!
# Semigroups, monoids, groups

The algebraic classes with one operation, written `*` or `+`, and the lemmas that hold in each of them. Names, fields and
statements follow Mathlib; all of it lies in the namespace `Mathlib`, which is open unless a file uses a name for
something else.
-/

universe u

namespace Mathlib

/-! ## Numerals -/

instance (priority := 200) Zero.toOfNat0 {α : Type u} [Zero α] : OfNat α 0 := ⟨Zero.zero⟩
instance (priority := 200) One.toOfNat1 {α : Type u} [One α] : OfNat α 1 := ⟨One.one⟩

/-- A natural from 2 on. -/
class Nat.AtLeastTwo (n : Nat) : Prop where
  prop : n ≥ 2

instance instNatAtLeastTwo {n : Nat} : Nat.AtLeastTwo (n + 2) := ⟨Nat.le_add_left 2 n⟩

/-- Numerals from 2 on are images of naturals. -/
instance (priority := 100) instOfNat {R : Type u} {n : Nat} [NatCast R] [Nat.AtLeastTwo n] : OfNat R n :=
  ⟨Nat.cast (OfNat.ofNat n)⟩

/-! ## Multiplicative classes -/

/-- Multiplication is associative. -/
class Semigroup (G : Type u) extends Mul G where
  protected mul_assoc : ∀ a b c : G, a * b * c = a * (b * c)

/-- Multiplication is commutative. -/
class CommMagma (G : Type u) extends Mul G where
  protected mul_comm : ∀ a b : G, a * b = b * a

/-- A commutative semigroup. -/
class CommSemigroup (G : Type u) extends Semigroup G, CommMagma G where

/-- A multiplication with a neutral element. -/
class MulOneClass (M : Type u) extends One M, Mul M where
  protected one_mul : ∀ a : M, 1 * a = a
  protected mul_one : ∀ a : M, a * 1 = a

/-- The power by repeated multiplication. -/
def npowRec {M : Type u} [One M] [Mul M] : Nat → M → M
  | 0, _ => 1
  | n + 1, a => npowRec n a * a

/-- A semigroup with a neutral element. -/
class Monoid (M : Type u) extends Semigroup M, MulOneClass M where
  npow : Nat → M → M := npowRec
  npow_zero : ∀ x : M, npow 0 x = 1 := by intros; rfl
  npow_succ : ∀ (n : Nat) (x : M), npow (n + 1) x = npow n x * x := by intros; rfl

instance Monoid.Pow {M : Type u} [Monoid M] : Pow M Nat := ⟨fun x n => Monoid.npow n x⟩

/-- A commutative monoid. -/
class CommMonoid (M : Type u) extends Monoid M, CommSemigroup M where

/-- A monoid with an inverse operation and a division made of it. -/
class DivInvMonoid (G : Type u) extends Monoid G, Inv G, Div G where
  div := fun a b => a * b⁻¹
  protected div_eq_mul_inv : ∀ a b : G, a / b = a * b⁻¹ := by intros; rfl

/-- Every element has an inverse. -/
class Group (G : Type u) extends DivInvMonoid G where
  protected inv_mul_cancel : ∀ a : G, a⁻¹ * a = 1

/-- A commutative group. -/
class CommGroup (G : Type u) extends Group G, CommMonoid G where

/-! ## Additive classes -/

/-- Addition is associative. -/
class AddSemigroup (G : Type u) extends Add G where
  protected add_assoc : ∀ a b c : G, a + b + c = a + (b + c)

/-- Addition is commutative. -/
class AddCommMagma (G : Type u) extends Add G where
  protected add_comm : ∀ a b : G, a + b = b + a

/-- A commutative additive semigroup. -/
class AddCommSemigroup (G : Type u) extends AddSemigroup G, AddCommMagma G where

/-- An addition with a neutral element. -/
class AddZeroClass (M : Type u) extends Zero M, Add M where
  protected zero_add : ∀ a : M, 0 + a = a
  protected add_zero : ∀ a : M, a + 0 = a

/-- The multiple by repeated addition. -/
def nsmulRec {M : Type u} [Zero M] [Add M] : Nat → M → M
  | 0, _ => 0
  | n + 1, a => nsmulRec n a + a

/-- An additive semigroup with a neutral element. -/
class AddMonoid (M : Type u) extends AddSemigroup M, AddZeroClass M where
  nsmul : Nat → M → M := nsmulRec
  nsmul_zero : ∀ x : M, nsmul 0 x = 0 := by intros; rfl
  nsmul_succ : ∀ (n : Nat) (x : M), nsmul (n + 1) x = nsmul n x + x := by intros; rfl

instance AddMonoid.toNatSMul {M : Type u} [AddMonoid M] : SMul Nat M := ⟨AddMonoid.nsmul⟩

/-- A commutative additive monoid. -/
class AddCommMonoid (M : Type u) extends AddMonoid M, AddCommSemigroup M where

/-- The integer multiple, from the multiple by naturals and the negative. -/
def zsmulRec {G : Type u} [Zero G] [Add G] [Neg G] : Int → G → G
  | Int.ofNat n, a => nsmulRec n a
  | Int.negSucc n, a => -nsmulRec (n + 1) a

/-- An additive monoid with a negative and a difference made of it. -/
class SubNegMonoid (G : Type u) extends AddMonoid G, Neg G, Sub G where
  sub := fun a b => a + -b
  protected sub_eq_add_neg : ∀ a b : G, a - b = a + -b := by intros; rfl
  zsmul : Int → G → G := zsmulRec

/-- Every element has a negative. -/
class AddGroup (G : Type u) extends SubNegMonoid G where
  protected neg_add_cancel : ∀ a : G, -a + a = 0

/-- A commutative additive group. -/
class AddCommGroup (G : Type u) extends AddGroup G, AddCommMonoid G where

/-! ## Semigroups -/

section Semigroup
variable {G : Type u}

theorem mul_assoc [Semigroup G] (a b c : G) : a * b * c = a * (b * c) := Semigroup.mul_assoc a b c
theorem mul_comm [CommMagma G] (a b : G) : a * b = b * a := CommMagma.mul_comm a b
theorem add_assoc [AddSemigroup G] (a b c : G) : a + b + c = a + (b + c) := AddSemigroup.add_assoc a b c
theorem add_comm [AddCommMagma G] (a b : G) : a + b = b + a := AddCommMagma.add_comm a b

theorem mul_left_comm [CommSemigroup G] (a b c : G) : a * (b * c) = b * (a * c) := by
  rw [← mul_assoc, mul_comm a b, mul_assoc]
theorem mul_right_comm [CommSemigroup G] (a b c : G) : a * b * c = a * c * b := by
  rw [mul_assoc, mul_comm b c, mul_assoc]
theorem mul_mul_mul_comm [CommSemigroup G] (a b c d : G) : a * b * (c * d) = a * c * (b * d) := by
  rw [mul_assoc, mul_left_comm b c d, mul_assoc]
theorem mul_rotate [CommSemigroup G] (a b c : G) : a * b * c = b * c * a := by
  rw [mul_assoc, mul_comm a]
theorem add_left_comm [AddCommSemigroup G] (a b c : G) : a + (b + c) = b + (a + c) := by
  rw [← add_assoc, add_comm a b, add_assoc]
theorem add_right_comm [AddCommSemigroup G] (a b c : G) : a + b + c = a + c + b := by
  rw [add_assoc, add_comm b c, add_assoc]
theorem add_add_add_comm [AddCommSemigroup G] (a b c d : G) : a + b + (c + d) = a + c + (b + d) := by
  rw [add_assoc, add_left_comm b c d, add_assoc]
theorem add_rotate [AddCommSemigroup G] (a b c : G) : a + b + c = b + c + a := by
  rw [add_assoc, add_comm a]

end Semigroup

/-! ## Monoids -/

section Monoid
variable {M : Type u}

@[simp] theorem one_mul [MulOneClass M] (a : M) : 1 * a = a := MulOneClass.one_mul a
@[simp] theorem mul_one [MulOneClass M] (a : M) : a * 1 = a := MulOneClass.mul_one a
@[simp] theorem zero_add [AddZeroClass M] (a : M) : 0 + a = a := AddZeroClass.zero_add a
@[simp] theorem add_zero [AddZeroClass M] (a : M) : a + 0 = a := AddZeroClass.add_zero a

@[simp] theorem pow_zero [Monoid M] (a : M) : a ^ 0 = 1 := Monoid.npow_zero a
theorem pow_succ [Monoid M] (a : M) (n : Nat) : a ^ (n + 1) = a ^ n * a := Monoid.npow_succ n a

@[simp] theorem pow_one [Monoid M] (a : M) : a ^ 1 = a :=
  (pow_succ a 0).trans ((congrArg (fun x => x * a) (pow_zero a)).trans (one_mul a))

theorem pow_succ' [Monoid M] (a : M) (n : Nat) : a ^ (n + 1) = a * a ^ n := by
  induction n with
  | zero => rw [pow_succ, pow_zero, one_mul, mul_one]
  | succ n ih => rw [pow_succ a (n + 1), ih, mul_assoc, ← pow_succ, ih]

theorem pow_two [Monoid M] (a : M) : a ^ 2 = a * a := by rw [pow_succ a 1, pow_one]
theorem sq [Monoid M] (a : M) : a ^ 2 = a * a := pow_two a
theorem pow_three [Monoid M] (a : M) : a ^ 3 = a * (a * a) := by rw [pow_succ' a 2, pow_two]

@[simp] theorem one_pow [Monoid M] (n : Nat) : (1 : M) ^ n = 1 := by
  induction n with
  | zero => exact pow_zero 1
  | succ n ih => rw [pow_succ, ih, one_mul]

theorem pow_add [Monoid M] (a : M) (m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => rw [pow_zero, mul_one, Nat.add_zero]
  | succ n ih => rw [← Nat.add_assoc, pow_succ, ih, mul_assoc, ← pow_succ]

theorem pow_mul [Monoid M] (a : M) (m n : Nat) : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rw [Nat.mul_zero, pow_zero, pow_zero]
  | succ n ih => rw [Nat.mul_succ, pow_add, ih, ← pow_succ]

theorem pow_mul' [Monoid M] (a : M) (m n : Nat) : a ^ (m * n) = (a ^ n) ^ m := by rw [Nat.mul_comm, pow_mul]
theorem pow_right_comm [Monoid M] (a : M) (m n : Nat) : (a ^ m) ^ n = (a ^ n) ^ m := by rw [← pow_mul, pow_mul']

theorem mul_pow [CommMonoid M] (a b : M) (n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero, pow_zero, one_mul]
  | succ n ih => rw [pow_succ, pow_succ, pow_succ, ih, mul_mul_mul_comm]

theorem zero_nsmul [AddMonoid M] (a : M) : 0 • a = (0 : M) := AddMonoid.nsmul_zero a
theorem succ_nsmul [AddMonoid M] (a : M) (n : Nat) : (n + 1) • a = n • a + a := AddMonoid.nsmul_succ n a
theorem one_nsmul [AddMonoid M] (a : M) : 1 • a = a :=
  (succ_nsmul a 0).trans ((congrArg (fun x => x + a) (zero_nsmul a)).trans (zero_add a))
theorem two_nsmul [AddMonoid M] (a : M) : 2 • a = a + a :=
  (succ_nsmul a 1).trans (congrArg (fun x => x + a) (one_nsmul a))

end Monoid

/-! ## Groups -/

section Group
variable {G : Type u} [Group G]

@[simp] theorem inv_mul_cancel (a : G) : a⁻¹ * a = 1 := Group.inv_mul_cancel a
theorem div_eq_mul_inv {G : Type u} [DivInvMonoid G] (a b : G) : a / b = a * b⁻¹ := DivInvMonoid.div_eq_mul_inv a b

theorem inv_mul_cancel_left (a b : G) : a⁻¹ * (a * b) = b := by rw [← mul_assoc, inv_mul_cancel, one_mul]

theorem mul_left_cancel {a b c : G} (h : a * b = a * c) : b = c := by
  rw [← inv_mul_cancel_left a b, h, inv_mul_cancel_left]

@[simp] theorem mul_inv_cancel (a : G) : a * a⁻¹ = 1 :=
  mul_left_cancel (a := a⁻¹) (by rw [inv_mul_cancel_left, mul_one])

theorem mul_inv_cancel_left (a b : G) : a * (a⁻¹ * b) = b := by rw [← mul_assoc, mul_inv_cancel, one_mul]
theorem mul_inv_cancel_right (a b : G) : a * b * b⁻¹ = a := by rw [mul_assoc, mul_inv_cancel, mul_one]
theorem inv_mul_cancel_right (a b : G) : a * b⁻¹ * b = a := by rw [mul_assoc, inv_mul_cancel, mul_one]

theorem mul_right_cancel {a b c : G} (h : a * b = c * b) : a = c := by
  rw [← mul_inv_cancel_right a b, h, mul_inv_cancel_right]

theorem mul_right_inj (a : G) {b c : G} : a * b = a * c ↔ b = c := ⟨mul_left_cancel, fun h => by rw [h]⟩
theorem mul_left_inj (a : G) {b c : G} : b * a = c * a ↔ b = c := ⟨mul_right_cancel, fun h => by rw [h]⟩

theorem inv_eq_of_mul_eq_one_right {a b : G} (h : a * b = 1) : a⁻¹ = b :=
  mul_left_cancel (a := a) (by rw [mul_inv_cancel, h])
theorem eq_inv_of_mul_eq_one_left {a b : G} (h : a * b = 1) : a = b⁻¹ :=
  mul_right_cancel (b := b) (by rw [inv_mul_cancel, h])

@[simp] theorem inv_inv (a : G) : a⁻¹⁻¹ = a := inv_eq_of_mul_eq_one_right (inv_mul_cancel a)
@[simp] theorem inv_one : (1 : G)⁻¹ = 1 := inv_eq_of_mul_eq_one_right (one_mul 1)
@[simp] theorem mul_inv_rev (a b : G) : (a * b)⁻¹ = b⁻¹ * a⁻¹ :=
  inv_eq_of_mul_eq_one_right (by rw [mul_assoc, mul_inv_cancel_left, mul_inv_cancel])
theorem inv_injective {a b : G} (h : a⁻¹ = b⁻¹) : a = b := by rw [← inv_inv a, h, inv_inv]
@[simp] theorem inv_inj {a b : G} : a⁻¹ = b⁻¹ ↔ a = b := ⟨inv_injective, fun h => by rw [h]⟩
@[simp] theorem div_self' (a : G) : a / a = 1 := by rw [div_eq_mul_inv, mul_inv_cancel]
@[simp] theorem div_one (a : G) : a / 1 = a := by rw [div_eq_mul_inv, inv_one, mul_one]
@[simp] theorem div_mul_cancel (a b : G) : a / b * b = a := by rw [div_eq_mul_inv, inv_mul_cancel_right]
theorem eq_mul_inv_iff_mul_eq {a b c : G} : a = b * c⁻¹ ↔ a * c = b :=
  ⟨fun h => by rw [h, inv_mul_cancel_right], fun h => by rw [← h, mul_inv_cancel_right]⟩
theorem mul_eq_one_iff_eq_inv {a b : G} : a * b = 1 ↔ a = b⁻¹ :=
  ⟨eq_inv_of_mul_eq_one_left, fun h => by rw [h, inv_mul_cancel]⟩
theorem mul_inv {G : Type u} [CommGroup G] (a b : G) : (a * b)⁻¹ = a⁻¹ * b⁻¹ := by
  rw [mul_inv_rev, mul_comm]

end Group

section AddGroup
variable {G : Type u} [AddGroup G]

@[simp] theorem neg_add_cancel (a : G) : -a + a = 0 := AddGroup.neg_add_cancel a
theorem sub_eq_add_neg {G : Type u} [SubNegMonoid G] (a b : G) : a - b = a + -b := SubNegMonoid.sub_eq_add_neg a b

@[simp] theorem neg_add_cancel_left (a b : G) : -a + (a + b) = b := by rw [← add_assoc, neg_add_cancel, zero_add]

theorem add_left_cancel {a b c : G} (h : a + b = a + c) : b = c := by
  rw [← neg_add_cancel_left a b, h, neg_add_cancel_left]

@[simp] theorem add_neg_cancel (a : G) : a + -a = 0 :=
  add_left_cancel (a := -a) (by rw [neg_add_cancel_left, add_zero])

@[simp] theorem add_neg_cancel_left (a b : G) : a + (-a + b) = b := by rw [← add_assoc, add_neg_cancel, zero_add]
@[simp] theorem add_neg_cancel_right (a b : G) : a + b + -b = a := by rw [add_assoc, add_neg_cancel, add_zero]
@[simp] theorem neg_add_cancel_right (a b : G) : a + -b + b = a := by rw [add_assoc, neg_add_cancel, add_zero]

theorem add_right_cancel {a b c : G} (h : a + b = c + b) : a = c := by
  rw [← add_neg_cancel_right a b, h, add_neg_cancel_right]

@[simp] theorem add_right_inj (a : G) {b c : G} : a + b = a + c ↔ b = c := ⟨add_left_cancel, fun h => by rw [h]⟩
@[simp] theorem add_left_inj (a : G) {b c : G} : b + a = c + a ↔ b = c := ⟨add_right_cancel, fun h => by rw [h]⟩

theorem neg_eq_of_add_eq_zero_right {a b : G} (h : a + b = 0) : -a = b :=
  add_left_cancel (a := a) (by rw [add_neg_cancel, h])
theorem eq_neg_of_add_eq_zero_left {a b : G} (h : a + b = 0) : a = -b :=
  add_right_cancel (b := b) (by rw [neg_add_cancel, h])

@[simp] theorem neg_neg (a : G) : - -a = a := neg_eq_of_add_eq_zero_right (neg_add_cancel a)
@[simp] theorem neg_zero : -(0 : G) = 0 := neg_eq_of_add_eq_zero_right (zero_add 0)
theorem neg_add_rev (a b : G) : -(a + b) = -b + -a :=
  neg_eq_of_add_eq_zero_right (by rw [add_assoc, add_neg_cancel_left, add_neg_cancel])
theorem neg_injective {a b : G} (h : -a = -b) : a = b := by rw [← neg_neg a, h, neg_neg]
@[simp] theorem neg_inj {a b : G} : -a = -b ↔ a = b := ⟨neg_injective, fun h => by rw [h]⟩
@[simp] theorem neg_eq_zero {a : G} : -a = 0 ↔ a = 0 :=
  ⟨fun h => by rw [← neg_neg a, h, neg_zero], fun h => by rw [h, neg_zero]⟩
@[simp] theorem sub_self (a : G) : a - a = 0 := by rw [sub_eq_add_neg, add_neg_cancel]
@[simp] theorem sub_zero (a : G) : a - 0 = a := by rw [sub_eq_add_neg, neg_zero, add_zero]
@[simp] theorem zero_sub (a : G) : 0 - a = -a := by rw [sub_eq_add_neg, zero_add]
@[simp] theorem sub_neg_eq_add (a b : G) : a - -b = a + b := by rw [sub_eq_add_neg, neg_neg]
@[simp] theorem sub_add_cancel (a b : G) : a - b + b = a := by rw [sub_eq_add_neg, neg_add_cancel_right]
@[simp] theorem add_sub_cancel_right (a b : G) : a + b - b = a := by rw [sub_eq_add_neg, add_neg_cancel_right]
theorem add_sub_assoc (a b c : G) : a + b - c = a + (b - c) := by rw [sub_eq_add_neg, sub_eq_add_neg, add_assoc]
@[simp] theorem neg_sub (a b : G) : -(a - b) = b - a := by
  rw [sub_eq_add_neg, neg_add_rev, neg_neg, sub_eq_add_neg]
theorem eq_of_sub_eq_zero {a b : G} (h : a - b = 0) : a = b := by
  rw [← sub_add_cancel a b, h, zero_add]
theorem sub_eq_zero {a b : G} : a - b = 0 ↔ a = b := ⟨eq_of_sub_eq_zero, fun h => by rw [h, sub_self]⟩
theorem sub_ne_zero {a b : G} : a - b ≠ 0 ↔ a ≠ b := not_congr sub_eq_zero
theorem sub_eq_iff_eq_add {a b c : G} : a - b = c ↔ a = c + b :=
  ⟨fun h => by rw [← h, sub_add_cancel], fun h => by rw [h, add_sub_cancel_right]⟩
theorem eq_sub_iff_add_eq {a b c : G} : a = b - c ↔ a + c = b :=
  ⟨fun h => by rw [h, sub_add_cancel], fun h => by rw [← h, add_sub_cancel_right]⟩
theorem sub_add_sub_cancel (a b c : G) : a - b + (b - c) = a - c := by
  rw [← add_sub_assoc, sub_add_cancel]
theorem add_eq_zero_iff_eq_neg {a b : G} : a + b = 0 ↔ a = -b :=
  ⟨eq_neg_of_add_eq_zero_left, fun h => by rw [h, neg_add_cancel]⟩
theorem sub_left_inj {a b c : G} : b - a = c - a ↔ b = c := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_left_inj]

end AddGroup

section AddCommGroup
variable {G : Type u} [AddCommGroup G]

theorem neg_add (a b : G) : -(a + b) = -a + -b := by rw [neg_add_rev, add_comm]
theorem sub_sub (a b c : G) : a - b - c = a - (b + c) := by
  rw [sub_eq_add_neg, sub_eq_add_neg, sub_eq_add_neg, neg_add, add_assoc]
theorem sub_add_eq_sub_sub (a b c : G) : a - (b + c) = a - b - c := (sub_sub a b c).symm
@[simp] theorem add_sub_cancel_left (a b : G) : a + b - a = b := by rw [add_comm, add_sub_cancel_right]
@[simp] theorem add_sub_cancel (a b : G) : a + (b - a) = b := by rw [add_comm, sub_add_cancel]
theorem sub_right_comm (a b c : G) : a - b - c = a - c - b := by rw [sub_sub, sub_sub, add_comm]
theorem add_sub_add_comm (a b c d : G) : a + b - (c + d) = a - c + (b - d) := by
  rw [sub_eq_add_neg, neg_add, add_add_add_comm, ← sub_eq_add_neg, ← sub_eq_add_neg]
theorem sub_sub_cancel (a b : G) : a - (a - b) = b := by
  rw [sub_eq_add_neg, neg_sub, add_sub_cancel]
theorem sub_eq_sub_iff_add_eq_add {a b c d : G} : a - b = c - d ↔ a + d = c + b := by
  rw [sub_eq_iff_eq_add, sub_eq_add_neg, add_right_comm, ← sub_eq_add_neg, eq_sub_iff_add_eq]
theorem neg_add_eq_sub (a b : G) : -a + b = b - a := by rw [add_comm, sub_eq_add_neg]
theorem neg_sub_neg (a b : G) : -a - -b = b - a := by rw [sub_neg_eq_add, neg_add_eq_sub]

end AddCommGroup

end Mathlib
