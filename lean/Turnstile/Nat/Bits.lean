/-!
# Naturals as rows of bits

Shifts, bitwise operations and the binary logarithm. Those that halve their arguments recur on a bound for the number of
rounds.
-/

namespace Nat

/-- `n * 2 ^ m`. -/
def shiftLeft : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftLeft (2 * n) m

/-- `n / 2 ^ m`. -/
def shiftRight : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftRight n m / 2

/-- The operation `f` on the bits of two numbers; `fuel` bounds the number of bits. -/
def bitwiseFuel (f : Bool → Bool → Bool) : Nat → Nat → Nat → Nat
  | 0, _, _ => 0
  | fuel + 1, n, m =>
    if n = 0 then cond (f false true) m 0
    else if m = 0 then cond (f true false) n 0
    else
      2 * bitwiseFuel f fuel (n / 2) (m / 2) + cond (f (decide (n % 2 = 1)) (decide (m % 2 = 1))) 1 0

/-- The operation `f` on the bits of two numbers. -/
def bitwise (f : Bool → Bool → Bool) (n m : Nat) : Nat := bitwiseFuel f (n + 1) n m

/-- Bitwise conjunction, `n &&& m`. -/
def land : Nat → Nat → Nat := bitwise and

/-- Bitwise disjunction, `n ||| m`. -/
def lor : Nat → Nat → Nat := bitwise or

/-- Bitwise exclusive disjunction, `n ^^^ m`. -/
def xor : Nat → Nat → Nat := bitwise bne

instance instAndOp : AndOp Nat := ⟨land⟩
instance instOrOp : OrOp Nat := ⟨lor⟩
instance instXorOp : XorOp Nat := ⟨xor⟩
instance instShiftLeft : ShiftLeft Nat := ⟨shiftLeft⟩
instance instShiftRight : ShiftRight Nat := ⟨shiftRight⟩

/-- Rounds of halving until 1 or 0; `fuel` bounds their number. -/
def log2Fuel : Nat → Nat → Nat
  | 0, _ => 0
  | fuel + 1, n => if n < 2 then 0 else log2Fuel fuel (n / 2) + 1

/-- The binary logarithm, rounded down; 0 for 0. -/
def log2 (n : Nat) : Nat := log2Fuel n n

/-- The bit number `n`, the lowest one being number 0. -/
def testBit (m n : Nat) : Bool := decide ((m >>> n) % 2 = 1)

@[simp] theorem shiftLeft_zero (n : Nat) : n <<< 0 = n := rfl

@[simp] theorem shiftRight_zero (n : Nat) : n >>> 0 = n := rfl

theorem shiftLeft_succ (m n : Nat) : m <<< (n + 1) = (2 * m) <<< n := rfl

theorem shiftRight_succ (m n : Nat) : m >>> (n + 1) = (m >>> n) / 2 := rfl

end Nat
