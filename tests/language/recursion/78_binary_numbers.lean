inductive Bin where
  | one : Bin
  | bit0 : Bin → Bin
  | bit1 : Bin → Bin

namespace Bin
def toNat : Bin → Nat
  | one => 1
  | bit0 b => 2 * b.toNat
  | bit1 b => 2 * b.toNat + 1

def succ : Bin → Bin
  | one => bit0 one
  | bit0 b => bit1 b
  | bit1 b => bit0 b.succ

theorem toNat_succ (b : Bin) : b.succ.toNat = b.toNat + 1 := by
  fun_induction succ b with
  | case1 => rfl
  | case2 b => rfl
  | case3 b ih => simp [toNat, ih]; omega
end Bin
