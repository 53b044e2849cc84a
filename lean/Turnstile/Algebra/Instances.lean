/-!
# The naturals and the integers as instances

The operations of these instances are those that `Nat` and `Int` have anyway: both forms of `a + b` are equal by unfolding
instances.
-/

namespace Mathlib

instance Nat.instCommSemiring : CommSemiring Nat where
  add := Nat.add
  zero := 0
  one := 1
  mul := Nat.mul
  add_assoc := Nat.add_assoc
  add_comm := Nat.add_comm
  zero_add := Nat.zero_add
  add_zero := Nat.add_zero
  mul_assoc := Nat.mul_assoc
  mul_comm := Nat.mul_comm
  one_mul := Nat.one_mul
  mul_one := Nat.mul_one
  zero_mul := Nat.zero_mul
  mul_zero := Nat.mul_zero
  left_distrib := Nat.mul_add
  right_distrib := Nat.add_mul
  nsmul := fun n x => n * x
  nsmul_zero := Nat.zero_mul
  nsmul_succ := Nat.succ_mul
  npow := fun n x => x ^ n
  npow_zero := fun _ => rfl
  npow_succ := fun _ _ => rfl
  natCast := fun n => n
  natCast_zero := rfl
  natCast_succ := fun _ => rfl

instance Int.instCommRing : CommRing Int where
  add := Int.add
  zero := 0
  one := 1
  mul := Int.mul
  neg := Int.neg
  sub := Int.sub
  add_assoc := Int.add_assoc
  add_comm := Int.add_comm
  zero_add := Int.zero_add
  add_zero := Int.add_zero
  mul_assoc := Int.mul_assoc
  mul_comm := Int.mul_comm
  one_mul := Int.one_mul
  mul_one := Int.mul_one
  zero_mul := Int.zero_mul
  mul_zero := Int.mul_zero
  left_distrib := Int.mul_add
  right_distrib := Int.add_mul
  sub_eq_add_neg := fun _ _ => Int.sub_eq_add_neg
  neg_add_cancel := Int.add_left_neg
  nsmul := fun n x => (n : Int) * x
  nsmul_zero := Int.zero_mul
  nsmul_succ := fun n x => (Int.add_mul (n : Int) 1 x).trans (congrArg (fun y => (n : Int) * x + y) (Int.one_mul x))
  npow := fun n x => x ^ n
  npow_zero := fun _ => rfl
  npow_succ := fun _ _ => rfl
  zsmul := fun n x => n * x
  natCast := Int.ofNat
  natCast_zero := rfl
  natCast_succ := fun _ => rfl
  intCast := fun n => n
  intCast_ofNat := fun _ => rfl
  intCast_negSucc := fun _ => rfl

instance Nat.instLinearOrder : LinearOrder Nat where
  le := Nat.le
  lt := Nat.lt
  le_refl := Nat.le_refl
  le_trans := fun _ _ _ => Nat.le_trans
  lt_iff_le_not_ge := fun _ _ => ⟨fun h => ⟨Nat.le_of_lt h, Nat.not_le_of_gt h⟩, fun h => Nat.lt_of_not_le h.2⟩
  le_antisymm := fun _ _ => Nat.le_antisymm
  le_total := Nat.le_total
  toDecidableLE := Nat.decLe
  min := instMinNat.min
  max := Nat.instMax.max
  min_def := fun _ _ => rfl
  max_def := fun _ _ => rfl

instance Int.instLinearOrder : LinearOrder Int where
  le := Int.le
  lt := Int.lt
  le_refl := Int.le_refl
  le_trans := fun _ _ _ => Int.le_trans
  lt_iff_le_not_ge := fun _ _ => Int.lt_iff_le_and_not_ge
  le_antisymm := fun _ _ => Int.le_antisymm
  le_total := Int.le_total
  toDecidableLE := Int.decLe
  min := Int.instMinInt.min
  max := Int.instMaxInt.max
  min_def := fun _ _ => rfl
  max_def := fun _ _ => rfl

instance Nat.instIsOrderedRing : IsOrderedRing Nat where
  add_le_add_left := fun _ _ h c => Nat.add_le_add_left h c
  zero_le_one := Nat.zero_le 1
  mul_le_mul_of_nonneg_left := fun _ _ c h _ => Nat.mul_le_mul_left c h
  mul_le_mul_of_nonneg_right := fun _ _ c h _ => Nat.mul_le_mul_right c h

instance Nat.instIsStrictOrderedRing : IsStrictOrderedRing Nat where
  add_le_add_left := fun _ _ h c => Nat.add_le_add_left h c
  le_of_add_le_add_left := fun _ _ _ h => Nat.le_of_add_le_add_left h
  zero_le_one := Nat.zero_le 1
  exists_pair_ne := ⟨0, 1, Nat.zero_ne_one⟩
  mul_lt_mul_of_pos_left := fun _ _ _ h hc => Nat.mul_lt_mul_of_pos_left h hc
  mul_lt_mul_of_pos_right := fun _ _ _ h hc => Nat.mul_lt_mul_of_pos_right h hc

instance Int.instIsStrictOrderedRing : IsStrictOrderedRing Int where
  add_le_add_left := fun _ _ h c => Int.add_le_add_left h c
  le_of_add_le_add_left := fun _ _ _ h => Int.le_of_add_le_add_left h
  zero_le_one := Int.le_of_lt Int.zero_lt_one
  exists_pair_ne := ⟨0, 1, Int.zero_ne_one⟩
  mul_lt_mul_of_pos_left := fun _ _ _ h hc => Int.mul_lt_mul_of_pos_left h hc
  mul_lt_mul_of_pos_right := fun _ _ _ h hc => Int.mul_lt_mul_of_pos_right h hc

instance Nat.instNoZeroDivisors : NoZeroDivisors Nat := ⟨fun h => Nat.eq_zero_of_mul_eq_zero h⟩
instance Int.instNoZeroDivisors : NoZeroDivisors Int := ⟨fun h => Int.eq_zero_or_eq_zero_of_mul_eq_zero h⟩
instance Int.instNontrivial : Nontrivial Int := ⟨⟨0, 1, Int.zero_ne_one⟩⟩

end Mathlib
