/-!
# Integers: definitions

The integers and their operations, as in Lean 4 core. `/` and `%` round so that the remainder is never negative.
-/

universe u

/-- The integers: `ofNat n` is `n`, `negSucc n` is `-(n + 1)`. -/
inductive Int : Type where
  | ofNat : Nat → Int
  | negSucc : Nat → Int

instance instNatCastInt : NatCast Int := ⟨Int.ofNat⟩

/-- The numerals. -/
instance instOfNat {n : Nat} : OfNat Int n := ⟨Int.ofNat n⟩

/-- Types with an image of the integers. -/
class IntCast (R : Type u) where
  intCast : Int → R

/-- The image of an integer. -/
@[coe, reducible, match_pattern] protected def Int.cast {R : Type u} [IntCast R] : Int → R := IntCast.intCast

instance instCoeTailInt {R : Type u} [IntCast R] : CoeTail Int R where
  coe := Int.cast
instance instCoeHTCTInt {R : Type u} [IntCast R] : CoeHTCT Int R where
  coe := Int.cast

instance instIntCastInt : IntCast Int := ⟨fun n => n⟩

namespace Int

instance instInhabited : Inhabited Int := ⟨Int.ofNat 0⟩

/-- The negative of a natural. -/
def negOfNat : Nat → Int
  | 0 => Int.ofNat 0
  | Nat.succ m => Int.negSucc m

/-- The negative. -/
protected def neg (n : Int) : Int :=
  match n with
  | ofNat n => negOfNat n
  | negSucc n => ofNat (Nat.succ n)

instance instNegInt : Neg Int := ⟨Int.neg⟩

/-- The difference of two naturals. -/
def subNatNat (m n : Nat) : Int :=
  match (n - m : Nat) with
  | 0 => ofNat (m - n)
  | Nat.succ k => negSucc k

/-- Addition. -/
protected def add (m n : Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m + n)
  | ofNat m, negSucc n => subNatNat m (Nat.succ n)
  | negSucc m, ofNat n => subNatNat n (Nat.succ m)
  | negSucc m, negSucc n => negSucc (Nat.succ (m + n))

instance instAdd : Add Int := ⟨Int.add⟩

/-- Multiplication. -/
protected def mul (m n : Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m * n)
  | ofNat m, negSucc n => negOfNat (m * Nat.succ n)
  | negSucc m, ofNat n => negOfNat (Nat.succ m * n)
  | negSucc m, negSucc n => ofNat (Nat.succ m * Nat.succ n)

instance instMul : Mul Int := ⟨Int.mul⟩

/-- Subtraction. -/
protected def sub (m n : Int) : Int := m + -n

instance instSub : Sub Int := ⟨Int.sub⟩

/-- The integers that are naturals. -/
inductive NonNeg : Int → Prop where
  | mk (n : Nat) : NonNeg (ofNat n)

/-- `a ≤ b`: the difference is a natural. -/
protected def le (a b : Int) : Prop := NonNeg (b - a)

instance instLEInt : LE Int := ⟨Int.le⟩

/-- `a < b`: `a + 1 ≤ b`. -/
protected def lt (a b : Int) : Prop := (a + 1) ≤ b

instance instLTInt : LT Int := ⟨Int.lt⟩

/-- Decides equality. -/
protected def decEq (a b : Int) : Decidable (a = b) :=
  match a, b with
  | ofNat a, ofNat b =>
    match Nat.decEq a b with
    | isTrue h => isTrue (congrArg ofNat h)
    | isFalse h => isFalse (fun e => h (@Eq.ndrec Int (ofNat a)
        (fun x => Int.casesOn (motive := fun _ => Prop) x (fun n => a = n) (fun _ => True)) rfl (ofNat b) e))
  | ofNat a, negSucc b => isFalse (fun e => @Eq.ndrec Int (ofNat a)
      (fun x => Int.casesOn (motive := fun _ => Prop) x (fun _ => True) (fun _ => False)) trivial (negSucc b) e)
  | negSucc a, ofNat b => isFalse (fun e => @Eq.ndrec Int (negSucc a)
      (fun x => Int.casesOn (motive := fun _ => Prop) x (fun _ => False) (fun _ => True)) trivial (ofNat b) e)
  | negSucc a, negSucc b =>
    match Nat.decEq a b with
    | isTrue h => isTrue (congrArg negSucc h)
    | isFalse h => isFalse (fun e => h (@Eq.ndrec Int (negSucc a)
        (fun x => Int.casesOn (motive := fun _ => Prop) x (fun _ => True) (fun n => a = n)) rfl (negSucc b) e))

instance instDecidableEq : DecidableEq Int := Int.decEq

/-- Decides whether an integer is a natural. -/
instance decNonneg (m : Int) : Decidable (NonNeg m) :=
  match m with
  | ofNat m => isTrue (NonNeg.mk m)
  | negSucc m => isFalse (fun h => nomatch h)

instance decLe (a b : Int) : Decidable (a ≤ b) := decNonneg (b - a)

instance decLt (a b : Int) : Decidable (a < b) := decNonneg (b - (a + 1))

/-- The absolute value, a natural. -/
def natAbs (m : Int) : Nat :=
  match m with
  | ofNat m => m
  | negSucc m => Nat.succ m

/-- `1`, `0` or `-1`. -/
def sign : Int → Int
  | ofNat (Nat.succ _) => 1
  | ofNat 0 => 0
  | negSucc _ => -1

/-- The natural, `0` for negative integers. -/
def toNat : Int → Nat
  | ofNat n => n
  | negSucc _ => 0

/-- The natural, if it is one. -/
def toNat? : Int → Option Nat
  | ofNat n => some n
  | negSucc _ => none

/-- Divisibility. -/
instance instDvd : Dvd Int := ⟨fun a b => ∃ c, b = a * c⟩

/-- The quotient that belongs to the remainder `emod`. -/
def ediv (m n : Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / Nat.succ n)
  | negSucc _, ofNat 0 => 0
  | negSucc m, ofNat (Nat.succ n) => negSucc (m / Nat.succ n)
  | negSucc m, negSucc n => ofNat (Nat.succ (m / Nat.succ n))

/-- The remainder that is never negative. -/
def emod (m n : Int) : Int :=
  match m, n with
  | ofNat m, n => ofNat (m % natAbs n)
  | negSucc m, n => subNatNat (natAbs n) (Nat.succ (m % natAbs n))

instance instDiv : Div Int := ⟨Int.ediv⟩
instance instMod : Mod Int := ⟨Int.emod⟩

/-- The quotient rounded towards zero. -/
def tdiv (m n : Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / Nat.succ n)
  | negSucc m, ofNat n => -ofNat (Nat.succ m / n)
  | negSucc m, negSucc n => ofNat (Nat.succ m / Nat.succ n)

/-- The remainder with the sign of the dividend. -/
def tmod (m n : Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m % n)
  | ofNat m, negSucc n => ofNat (m % Nat.succ n)
  | negSucc m, ofNat n => -ofNat (Nat.succ m % n)
  | negSucc m, negSucc n => -ofNat (Nat.succ m % Nat.succ n)

/-- Power. -/
protected def pow (m : Int) : Nat → Int
  | 0 => 1
  | Nat.succ n => Int.pow m n * m

instance instNatPow : NatPow Int := ⟨Int.pow⟩

instance instMin : Min Int := minOfLe
instance instMax : Max Int := maxOfLe

/-- Greatest common divisor. -/
def gcd (m n : Int) : Nat := m.natAbs.gcd n.natAbs

/-- Least common multiple. -/
def lcm (m n : Int) : Nat := m.natAbs.lcm n.natAbs

end Int
