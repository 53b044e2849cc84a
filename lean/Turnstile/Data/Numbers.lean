/-!
# Machine numbers

Unsigned integers of a fixed width, floating-point numbers, and hashes.
-/

universe u v

/-! ## UInt8 -/

/-- The integers modulo `2 ^ 8`. -/
structure UInt8 where
  val : Fin 256

namespace UInt8

/-- How many there are. -/
@[reducible] def size : Nat := 256

/-- The residue of a natural. -/
protected def ofNat (n : Nat) : UInt8 := ⟨⟨n % 256, Nat.mod_lt n (Nat.zero_lt_succ 255)⟩⟩

/-- The natural below `2 ^ 8`. -/
protected def toNat (a : UInt8) : Nat := a.val.val

instance instOfNat {n : Nat} : OfNat UInt8 n := ⟨UInt8.ofNat n⟩
instance instInhabited : Inhabited UInt8 := ⟨UInt8.ofNat 0⟩
instance instAdd : Add UInt8 := ⟨fun a b => UInt8.ofNat (a.toNat + b.toNat)⟩
instance instSub : Sub UInt8 := ⟨fun a b => UInt8.ofNat (a.toNat + (256 - b.toNat))⟩
instance instMul : Mul UInt8 := ⟨fun a b => UInt8.ofNat (a.toNat * b.toNat)⟩
instance instDiv : Div UInt8 := ⟨fun a b => UInt8.ofNat (a.toNat / b.toNat)⟩
instance instMod : Mod UInt8 := ⟨fun a b => UInt8.ofNat (a.toNat % b.toNat)⟩
instance instNeg : Neg UInt8 := ⟨fun a => UInt8.ofNat (256 - a.toNat)⟩
instance instLT : LT UInt8 := ⟨fun a b => a.toNat < b.toNat⟩
instance instLE : LE UInt8 := ⟨fun a b => a.toNat ≤ b.toNat⟩
instance instDecidableLt (a b : UInt8) : Decidable (a < b) := Nat.decLt a.toNat b.toNat
instance instDecidableLe (a b : UInt8) : Decidable (a ≤ b) := Nat.decLe a.toNat b.toNat

instance instDecidableEq : DecidableEq UInt8 := fun a b =>
  match decEq a.val b.val with
  | isTrue h => isTrue (match a, b, h with | ⟨_⟩, ⟨_⟩, rfl => rfl)
  | isFalse h => isFalse (fun e => h (congrArg UInt8.val e))

instance instRepr : Repr UInt8 := ⟨fun a _ => Std.Format.text (Nat.repr a.toNat)⟩
instance instToString : ToString UInt8 := ⟨fun a => Nat.repr a.toNat⟩
instance instOrd : Ord UInt8 := ⟨fun a b => compare a.toNat b.toNat⟩

end UInt8

/-- The residue of a natural. -/
def Nat.toUInt8 (n : Nat) : UInt8 := UInt8.ofNat n

/-! ## UInt16 -/

/-- The integers modulo `2 ^ 16`. -/
structure UInt16 where
  val : Fin 65536

namespace UInt16

/-- How many there are. -/
@[reducible] def size : Nat := 65536

/-- The residue of a natural. -/
protected def ofNat (n : Nat) : UInt16 := ⟨⟨n % 65536, Nat.mod_lt n (Nat.zero_lt_succ 65535)⟩⟩

/-- The natural below `2 ^ 16`. -/
protected def toNat (a : UInt16) : Nat := a.val.val

instance instOfNat {n : Nat} : OfNat UInt16 n := ⟨UInt16.ofNat n⟩
instance instInhabited : Inhabited UInt16 := ⟨UInt16.ofNat 0⟩
instance instAdd : Add UInt16 := ⟨fun a b => UInt16.ofNat (a.toNat + b.toNat)⟩
instance instSub : Sub UInt16 := ⟨fun a b => UInt16.ofNat (a.toNat + (65536 - b.toNat))⟩
instance instMul : Mul UInt16 := ⟨fun a b => UInt16.ofNat (a.toNat * b.toNat)⟩
instance instDiv : Div UInt16 := ⟨fun a b => UInt16.ofNat (a.toNat / b.toNat)⟩
instance instMod : Mod UInt16 := ⟨fun a b => UInt16.ofNat (a.toNat % b.toNat)⟩
instance instNeg : Neg UInt16 := ⟨fun a => UInt16.ofNat (65536 - a.toNat)⟩
instance instLT : LT UInt16 := ⟨fun a b => a.toNat < b.toNat⟩
instance instLE : LE UInt16 := ⟨fun a b => a.toNat ≤ b.toNat⟩
instance instDecidableLt (a b : UInt16) : Decidable (a < b) := Nat.decLt a.toNat b.toNat
instance instDecidableLe (a b : UInt16) : Decidable (a ≤ b) := Nat.decLe a.toNat b.toNat

instance instDecidableEq : DecidableEq UInt16 := fun a b =>
  match decEq a.val b.val with
  | isTrue h => isTrue (match a, b, h with | ⟨_⟩, ⟨_⟩, rfl => rfl)
  | isFalse h => isFalse (fun e => h (congrArg UInt16.val e))

instance instRepr : Repr UInt16 := ⟨fun a _ => Std.Format.text (Nat.repr a.toNat)⟩
instance instToString : ToString UInt16 := ⟨fun a => Nat.repr a.toNat⟩
instance instOrd : Ord UInt16 := ⟨fun a b => compare a.toNat b.toNat⟩

end UInt16

/-- The residue of a natural. -/
def Nat.toUInt16 (n : Nat) : UInt16 := UInt16.ofNat n

/-! ## UInt32 -/

/-- The integers modulo `2 ^ 32`. -/
structure UInt32 where
  val : Fin 4294967296

namespace UInt32

/-- How many there are. -/
@[reducible] def size : Nat := 4294967296

/-- The residue of a natural. -/
protected def ofNat (n : Nat) : UInt32 := ⟨⟨n % 4294967296, Nat.mod_lt n (Nat.zero_lt_succ 4294967295)⟩⟩

/-- The natural below `2 ^ 32`. -/
protected def toNat (a : UInt32) : Nat := a.val.val

instance instOfNat {n : Nat} : OfNat UInt32 n := ⟨UInt32.ofNat n⟩
instance instInhabited : Inhabited UInt32 := ⟨UInt32.ofNat 0⟩
instance instAdd : Add UInt32 := ⟨fun a b => UInt32.ofNat (a.toNat + b.toNat)⟩
instance instSub : Sub UInt32 := ⟨fun a b => UInt32.ofNat (a.toNat + (4294967296 - b.toNat))⟩
instance instMul : Mul UInt32 := ⟨fun a b => UInt32.ofNat (a.toNat * b.toNat)⟩
instance instDiv : Div UInt32 := ⟨fun a b => UInt32.ofNat (a.toNat / b.toNat)⟩
instance instMod : Mod UInt32 := ⟨fun a b => UInt32.ofNat (a.toNat % b.toNat)⟩
instance instNeg : Neg UInt32 := ⟨fun a => UInt32.ofNat (4294967296 - a.toNat)⟩
instance instLT : LT UInt32 := ⟨fun a b => a.toNat < b.toNat⟩
instance instLE : LE UInt32 := ⟨fun a b => a.toNat ≤ b.toNat⟩
instance instDecidableLt (a b : UInt32) : Decidable (a < b) := Nat.decLt a.toNat b.toNat
instance instDecidableLe (a b : UInt32) : Decidable (a ≤ b) := Nat.decLe a.toNat b.toNat

instance instDecidableEq : DecidableEq UInt32 := fun a b =>
  match decEq a.val b.val with
  | isTrue h => isTrue (match a, b, h with | ⟨_⟩, ⟨_⟩, rfl => rfl)
  | isFalse h => isFalse (fun e => h (congrArg UInt32.val e))

instance instRepr : Repr UInt32 := ⟨fun a _ => Std.Format.text (Nat.repr a.toNat)⟩
instance instToString : ToString UInt32 := ⟨fun a => Nat.repr a.toNat⟩
instance instOrd : Ord UInt32 := ⟨fun a b => compare a.toNat b.toNat⟩

end UInt32

/-- The residue of a natural. -/
def Nat.toUInt32 (n : Nat) : UInt32 := UInt32.ofNat n

/-! ## UInt64 -/

/-- The integers modulo `2 ^ 64`. -/
structure UInt64 where
  val : Fin 18446744073709551616

namespace UInt64

/-- How many there are. -/
@[reducible] def size : Nat := 18446744073709551616

/-- The residue of a natural. -/
protected def ofNat (n : Nat) : UInt64 := ⟨⟨n % 18446744073709551616, Nat.mod_lt n (Nat.zero_lt_succ 18446744073709551615)⟩⟩

/-- The natural below `2 ^ 64`. -/
protected def toNat (a : UInt64) : Nat := a.val.val

instance instOfNat {n : Nat} : OfNat UInt64 n := ⟨UInt64.ofNat n⟩
instance instInhabited : Inhabited UInt64 := ⟨UInt64.ofNat 0⟩
instance instAdd : Add UInt64 := ⟨fun a b => UInt64.ofNat (a.toNat + b.toNat)⟩
instance instSub : Sub UInt64 := ⟨fun a b => UInt64.ofNat (a.toNat + (18446744073709551616 - b.toNat))⟩
instance instMul : Mul UInt64 := ⟨fun a b => UInt64.ofNat (a.toNat * b.toNat)⟩
instance instDiv : Div UInt64 := ⟨fun a b => UInt64.ofNat (a.toNat / b.toNat)⟩
instance instMod : Mod UInt64 := ⟨fun a b => UInt64.ofNat (a.toNat % b.toNat)⟩
instance instNeg : Neg UInt64 := ⟨fun a => UInt64.ofNat (18446744073709551616 - a.toNat)⟩
instance instLT : LT UInt64 := ⟨fun a b => a.toNat < b.toNat⟩
instance instLE : LE UInt64 := ⟨fun a b => a.toNat ≤ b.toNat⟩
instance instDecidableLt (a b : UInt64) : Decidable (a < b) := Nat.decLt a.toNat b.toNat
instance instDecidableLe (a b : UInt64) : Decidable (a ≤ b) := Nat.decLe a.toNat b.toNat

instance instDecidableEq : DecidableEq UInt64 := fun a b =>
  match decEq a.val b.val with
  | isTrue h => isTrue (match a, b, h with | ⟨_⟩, ⟨_⟩, rfl => rfl)
  | isFalse h => isFalse (fun e => h (congrArg UInt64.val e))

instance instRepr : Repr UInt64 := ⟨fun a _ => Std.Format.text (Nat.repr a.toNat)⟩
instance instToString : ToString UInt64 := ⟨fun a => Nat.repr a.toNat⟩
instance instOrd : Ord UInt64 := ⟨fun a b => compare a.toNat b.toNat⟩

end UInt64

/-- The residue of a natural. -/
def Nat.toUInt64 (n : Nat) : UInt64 := UInt64.ofNat n

/-! ## USize -/

/-- The integers modulo `2 ^ 64`. -/
structure USize where
  val : Fin 18446744073709551616

namespace USize

/-- How many there are. -/
@[reducible] def size : Nat := 18446744073709551616

/-- The residue of a natural. -/
protected def ofNat (n : Nat) : USize := ⟨⟨n % 18446744073709551616, Nat.mod_lt n (Nat.zero_lt_succ 18446744073709551615)⟩⟩

/-- The natural below `2 ^ 64`. -/
protected def toNat (a : USize) : Nat := a.val.val

instance instOfNat {n : Nat} : OfNat USize n := ⟨USize.ofNat n⟩
instance instInhabited : Inhabited USize := ⟨USize.ofNat 0⟩
instance instAdd : Add USize := ⟨fun a b => USize.ofNat (a.toNat + b.toNat)⟩
instance instSub : Sub USize := ⟨fun a b => USize.ofNat (a.toNat + (18446744073709551616 - b.toNat))⟩
instance instMul : Mul USize := ⟨fun a b => USize.ofNat (a.toNat * b.toNat)⟩
instance instDiv : Div USize := ⟨fun a b => USize.ofNat (a.toNat / b.toNat)⟩
instance instMod : Mod USize := ⟨fun a b => USize.ofNat (a.toNat % b.toNat)⟩
instance instNeg : Neg USize := ⟨fun a => USize.ofNat (18446744073709551616 - a.toNat)⟩
instance instLT : LT USize := ⟨fun a b => a.toNat < b.toNat⟩
instance instLE : LE USize := ⟨fun a b => a.toNat ≤ b.toNat⟩
instance instDecidableLt (a b : USize) : Decidable (a < b) := Nat.decLt a.toNat b.toNat
instance instDecidableLe (a b : USize) : Decidable (a ≤ b) := Nat.decLe a.toNat b.toNat

instance instDecidableEq : DecidableEq USize := fun a b =>
  match decEq a.val b.val with
  | isTrue h => isTrue (match a, b, h with | ⟨_⟩, ⟨_⟩, rfl => rfl)
  | isFalse h => isFalse (fun e => h (congrArg USize.val e))

instance instRepr : Repr USize := ⟨fun a _ => Std.Format.text (Nat.repr a.toNat)⟩
instance instToString : ToString USize := ⟨fun a => Nat.repr a.toNat⟩
instance instOrd : Ord USize := ⟨fun a b => compare a.toNat b.toNat⟩

end USize

/-- The residue of a natural. -/
def Nat.toUSize (n : Nat) : USize := USize.ofNat n

/-! ## Hashes -/

/-- Types with a hash. -/
class Hashable (α : Type u) where
  hash : α → UInt64

export Hashable (hash)

/-- One hash out of two. -/
def mixHash (a b : UInt64) : UInt64 := a * 31 + b * 17 + 7

instance instHashableNat : Hashable Nat := ⟨UInt64.ofNat⟩
instance instHashableInt : Hashable Int where
  hash i := match i with
    | Int.ofNat n => UInt64.ofNat (2 * n)
    | Int.negSucc n => UInt64.ofNat (2 * n + 1)
instance instHashableBool : Hashable Bool := ⟨fun b => cond b 11 13⟩
instance instHashableUnit : Hashable Unit := ⟨fun _ => 11⟩
instance instHashableChar : Hashable Char := ⟨fun c => UInt64.ofNat c.val⟩
instance instHashableString : Hashable String := ⟨fun s => s.foldl (fun h c => mixHash h (hash c)) 5381⟩
instance instHashableFin {n : Nat} : Hashable (Fin n) := ⟨fun i => UInt64.ofNat i.val⟩
instance instHashableProd {α : Type u} {β : Type v} [Hashable α] [Hashable β] : Hashable (α × β) :=
  ⟨fun p => mixHash (hash p.1) (hash p.2)⟩
instance instHashableOption {α : Type u} [Hashable α] : Hashable (Option α) where
  hash o := match o with
    | none => 11
    | some a => mixHash (hash a) 13
instance instHashableList {α : Type u} [Hashable α] : Hashable (List α) :=
  ⟨fun as => as.foldl (fun h a => mixHash h (hash a)) 7⟩
instance instHashableArray {α : Type u} [Hashable α] : Hashable (Array α) := ⟨fun xs => hash xs.toList⟩

/-! ## Floating-point numbers -/

/-- What is known of floating-point numbers: that there are some, and nothing else. -/
structure FloatSpec where
  float : Type
  val : float

/-- The floating-point numbers of the machine. -/
opaque floatSpec : FloatSpec := ⟨Unit, ()⟩

/-- A floating-point number with 64 bits. No law holds for it: only programs use it. -/
structure Float where
  val : floatSpec.float

instance instInhabitedFloat : Inhabited Float := ⟨⟨floatSpec.val⟩⟩

/-- Types with literals such as `1.5`: `ofScientific 15 true 1`. -/
class OfScientific (α : Type u) where
  ofScientific (mantissa : Nat) (exponentSign : Bool) (decimalExponent : Nat) : α

export OfScientific (ofScientific)

namespace Float

/-- Sum. -/
protected opaque add : Float → Float → Float

/-- Difference. -/
protected opaque sub : Float → Float → Float

/-- Product. -/
protected opaque mul : Float → Float → Float

/-- Quotient. -/
protected opaque div : Float → Float → Float

/-- Power. -/
protected opaque pow : Float → Float → Float

/-- The opposite number. -/
protected opaque neg : Float → Float

/-- The square root. -/
protected opaque sqrt : Float → Float

/-- The greatest integer below. -/
protected opaque floor : Float → Float

/-- The least integer above. -/
protected opaque ceil : Float → Float

/-- The nearest integer. -/
protected opaque round : Float → Float

/-- The absolute value. -/
protected opaque abs : Float → Float

/-- The sine. -/
protected opaque sin : Float → Float

/-- The cosine. -/
protected opaque cos : Float → Float

/-- The tangent. -/
protected opaque tan : Float → Float

/-- The exponential function. -/
protected opaque exp : Float → Float

/-- The natural logarithm. -/
protected opaque log : Float → Float

/-- Whether two numbers are equal as IEEE 754 has it. -/
protected opaque beq : Float → Float → Bool

/-- Whether the first number is less. -/
protected opaque blt : Float → Float → Bool

/-- Whether the first number is less or equal. -/
protected opaque ble : Float → Float → Bool

/-- The nearest floating-point number. -/
protected opaque ofNat : Nat → Float

/-- The nearest floating-point number. -/
protected opaque ofInt : Int → Float

/-- The nearest floating-point number. -/
protected opaque ofScientific : Nat → Bool → Nat → Float

/-- The natural part, 0 for what has none. -/
protected opaque toNat : Float → Nat

/-- The number in decimal notation. -/
protected opaque toString : Float → String

instance instAdd : Add Float := ⟨Float.add⟩
instance instSub : Sub Float := ⟨Float.sub⟩
instance instMul : Mul Float := ⟨Float.mul⟩
instance instDiv : Div Float := ⟨Float.div⟩
instance instNeg : Neg Float := ⟨Float.neg⟩
instance instPow : Pow Float Float := ⟨Float.pow⟩
instance instBEq : BEq Float := ⟨Float.beq⟩
instance instLT : LT Float := ⟨fun a b => Float.blt a b = true⟩
instance instLE : LE Float := ⟨fun a b => Float.ble a b = true⟩
instance instDecidableLt (a b : Float) : Decidable (a < b) := Bool.decEq (Float.blt a b) true
instance instDecidableLe (a b : Float) : Decidable (a ≤ b) := Bool.decEq (Float.ble a b) true
instance instOfNat {n : Nat} : OfNat Float n := ⟨Float.ofNat n⟩
@[default_instance 400] instance instOfScientific : OfScientific Float := ⟨Float.ofScientific⟩
instance instNatCast : NatCast Float := ⟨Float.ofNat⟩
instance instRepr : Repr Float where
  reprPrec x prec := if x < 0 then Repr.addAppParen (Std.Format.text (Float.toString x)) prec else Std.Format.text (Float.toString x)
instance instToString : ToString Float := ⟨Float.toString⟩

end Float

/-- The nearest floating-point number. -/
def Nat.toFloat (n : Nat) : Float := Float.ofNat n
