/-!
# The integers: definitions

An integer is a natural number or the negative of a successor. All operations are pattern matching on these two cases,
so that they compute on literals; the laws follow in the other files of this folder.
-/

universe u

/-- The integers: `ofNat n` is `n`, `negSucc n` is `-(n + 1)`. -/
inductive Int : Type where
  | ofNat : Nat → Int
  | negSucc : Nat → Int

instance instNatCastInt : NatCast Int where
  natCast n := Int.ofNat n

instance instOfNat {n : Nat} : OfNat Int n where
  ofNat := Int.ofNat n

namespace Int

instance instInhabitedInt : Inhabited Int := ⟨ofNat 0⟩

/-! ## Addition, subtraction, multiplication -/

/-- The negative of a natural. -/
def negOfNat : Nat → Int
  | Nat.zero => ofNat 0
  | Nat.succ m => negSucc m

/-- Negation. -/
protected def neg : Int → Int
  | ofNat n => negOfNat n
  | negSucc n => ofNat (Nat.succ n)

@[default_instance 500] instance instNegInt : Neg Int where
  neg := Int.neg

/-- The difference of two naturals. -/
def subNatNat (m n : Nat) : Int :=
  match (n - m : Nat) with
  | Nat.zero => ofNat (m - n)
  | Nat.succ k => negSucc k

/-- Addition. -/
protected def add : Int → Int → Int
  | ofNat m, ofNat n => ofNat (m + n)
  | ofNat m, negSucc n => subNatNat m (Nat.succ n)
  | negSucc m, ofNat n => subNatNat n (Nat.succ m)
  | negSucc m, negSucc n => negSucc (Nat.succ (m + n))

instance instAddInt : Add Int where
  add := Int.add

/-- Multiplication. -/
protected def mul : Int → Int → Int
  | ofNat m, ofNat n => ofNat (m * n)
  | ofNat m, negSucc n => negOfNat (m * Nat.succ n)
  | negSucc m, ofNat n => negOfNat (Nat.succ m * n)
  | negSucc m, negSucc n => ofNat (Nat.succ m * Nat.succ n)

instance instMulInt : Mul Int where
  mul := Int.mul

/-- Subtraction. -/
protected def sub (m n : Int) : Int := m + (-n)

instance instSubInt : Sub Int where
  sub := Int.sub

/-! ## Order and equality -/

/-- An integer is not negative. -/
inductive NonNeg : Int → Prop where
  | mk (n : Nat) : NonNeg (ofNat n)

/-- `a ≤ b`: the difference `b - a` is not negative. -/
protected def le (a b : Int) : Prop := NonNeg (b - a)

instance instLEInt : LE Int where
  le := Int.le

/-- `a < b` is `a + 1 ≤ b`. -/
protected def lt (a b : Int) : Prop := (a + 1) ≤ b

instance instLTInt : LT Int where
  lt := Int.lt

/-- Equality of integers is decidable. -/
protected def decEq : (a b : Int) → Decidable (a = b)
  | ofNat a, ofNat b =>
    match Nat.decEq a b with
    | isTrue h => isTrue (congrArg ofNat h)
    | isFalse h => isFalse (fun e => h (Int.ofNat.inj e))
  | ofNat _, negSucc _ => isFalse (fun e => Int.noConfusion e)
  | negSucc _, ofNat _ => isFalse (fun e => Int.noConfusion e)
  | negSucc a, negSucc b =>
    match Nat.decEq a b with
    | isTrue h => isTrue (congrArg negSucc h)
    | isFalse h => isFalse (fun e => h (Int.negSucc.inj e))

instance instDecidableEq : DecidableEq Int := Int.decEq

private def decNonneg : (m : Int) → Decidable (NonNeg m)
  | ofNat m => isTrue (NonNeg.mk m)
  | negSucc _ => isFalse (fun h => nomatch h)

instance decLe (a b : Int) : Decidable (a ≤ b) := decNonneg (b - a)

instance decLt (a b : Int) : Decidable (a < b) := decNonneg (b - (a + 1))

instance instMinInt : Min Int := minOfLe

instance instMaxInt : Max Int := maxOfLe

/-! ## Absolute value, sign, conversion -/

/-- The absolute value. -/
def natAbs : Int → Nat
  | ofNat m => m
  | negSucc m => Nat.succ m

/-- The sign: `1`, `0` or `-1`. -/
def sign : Int → Int
  | ofNat (Nat.succ _) => 1
  | ofNat Nat.zero => 0
  | negSucc _ => -1

/-- The natural number, `0` for negative integers. -/
def toNat : Int → Nat
  | ofNat n => n
  | negSucc _ => 0

/-- The natural number, nothing for negative integers. -/
def toNat? : Int → Option Nat
  | ofNat n => some n
  | negSucc _ => none

/-! ## Divisibility, quotient and remainder, powers -/

instance instDvdInt : Dvd Int where
  dvd a b := Exists (fun c => b = a * c)

/-- The quotient for which the remainder is never negative, written `a / b`; `a / 0 = 0`. -/
def ediv : Int → Int → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / Nat.succ n)
  | negSucc _, ofNat Nat.zero => 0
  | negSucc m, ofNat (Nat.succ n) => negSucc (m / Nat.succ n)
  | negSucc m, negSucc n => ofNat (Nat.succ (m / Nat.succ n))

/-- The remainder in `0 ≤ a % b < |b|`, written `a % b`; `a % 0 = a`. -/
def emod : Int → Int → Int
  | ofNat m, n => ofNat (m % natAbs n)
  | negSucc m, n => subNatNat (natAbs n) (Nat.succ (m % natAbs n))

instance instDivInt : Div Int where
  div := Int.ediv

instance instModInt : Mod Int where
  mod := Int.emod

/-- The quotient rounded towards zero. -/
def tdiv : Int → Int → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / Nat.succ n)
  | negSucc m, ofNat n => -ofNat (Nat.succ m / n)
  | negSucc m, negSucc n => ofNat (Nat.succ m / Nat.succ n)

/-- The remainder of the quotient rounded towards zero. -/
def tmod : Int → Int → Int
  | ofNat m, ofNat n => ofNat (m % n)
  | ofNat m, negSucc n => ofNat (m % Nat.succ n)
  | negSucc m, ofNat n => -ofNat (Nat.succ m % n)
  | negSucc m, negSucc n => -ofNat (Nat.succ m % Nat.succ n)

/-- The quotient rounded down. -/
def fdiv : Int → Int → Int
  | ofNat Nat.zero, _ => 0
  | ofNat (Nat.succ m), ofNat n => ofNat (Nat.succ m / n)
  | ofNat (Nat.succ m), negSucc n => negSucc (m / Nat.succ n)
  | negSucc _, ofNat Nat.zero => 0
  | negSucc m, ofNat (Nat.succ n) => negSucc (m / Nat.succ n)
  | negSucc m, negSucc n => ofNat (Nat.succ m / Nat.succ n)

/-- The remainder of the quotient rounded down. -/
def fmod : Int → Int → Int
  | ofNat Nat.zero, _ => 0
  | ofNat (Nat.succ m), ofNat n => ofNat (Nat.succ m % n)
  | ofNat (Nat.succ m), negSucc n => subNatNat (m % Nat.succ n) n
  | negSucc m, ofNat n => subNatNat n (Nat.succ (m % n))
  | negSucc m, negSucc n => -ofNat (Nat.succ m % Nat.succ n)

/-- The remainder in `-m / 2 ≤ r < m / 2`. -/
def bmod (x : Int) (m : Nat) : Int :=
  let r := x % (m : Int)
  if r < ((m : Int) + 1) / 2 then r else r - (m : Int)

/-- The quotient that belongs to `bmod`. -/
def bdiv (x : Int) (m : Nat) : Int :=
  if m = 0 then 0
  else
    let q := x / (m : Int)
    let r := x % (m : Int)
    if r < ((m : Int) + 1) / 2 then q else q + 1

/-- Power with a natural exponent. -/
protected def pow (m : Int) : Nat → Int
  | Nat.zero => 1
  | Nat.succ n => Int.pow m n * m

instance instNatPow : NatPow Int where
  pow := Int.pow

/-- Greatest common divisor, a natural. -/
def gcd (m n : Int) : Nat := Nat.gcd (natAbs m) (natAbs n)

/-- Least common multiple, a natural. -/
def lcm (m n : Int) : Nat := Nat.lcm (natAbs m) (natAbs n)

end Int

/-! ## The integers in other types -/

/-- Types with an image of the integers. -/
class IntCast (R : Type u) where
  intCast : Int → R

instance instIntCastInt : IntCast Int where
  intCast n := n

/-- The image of an integer. -/
@[coe, reducible, match_pattern] protected def Int.cast {R : Type u} [IntCast R] : Int → R := IntCast.intCast

instance instCoeTailInt {R : Type u} [IntCast R] : CoeTail Int R where
  coe := Int.cast
instance instCoeHTCTInt {R : Type u} [IntCast R] : CoeHTCT Int R where
  coe := Int.cast
