/-!
# Conditionals and the classes of the operators

`if`, the operations on truth values, and for every operator of the grammar the class it stands for.
-/

universe u v w u₁ u₂ u₃

/-! ## Conditionals -/

/-- `if c then t else e`, with a proof of `c` or of `¬ c` at hand in the branches. -/
def dite {α : Sort u} (c : Prop) [h : Decidable c] (t : c → α) (e : Not c → α) : α :=
  match h with
  | Decidable.isTrue hc => t hc
  | Decidable.isFalse hnc => e hnc

/-- `if c then t else e`. -/
def ite {α : Sort u} (c : Prop) [h : Decidable c] (t e : α) : α :=
  match h with
  | Decidable.isTrue _ => t
  | Decidable.isFalse _ => e

/-- `bif c then x else y`: choice by a truth value. -/
def cond {α : Sort u} (c : Bool) (x y : α) : α :=
  match c with
  | Bool.true => x
  | Bool.false => y

/-- Choice by a truth value, with an equation at hand in the branches. -/
def Bool.dcond {α : Sort u} (c : Bool) (x : Eq c true → α) (y : Eq c false → α) : α :=
  match c, x, y with
  | Bool.true, x, _ => x (Eq.refl true)
  | Bool.false, _, y => y (Eq.refl false)

/-- Conjunction of truth values, written `x && y`. -/
def Bool.and (x y : Bool) : Bool :=
  match x with
  | Bool.false => Bool.false
  | Bool.true => y

/-- Disjunction of truth values, written `x || y`. -/
def Bool.or (x y : Bool) : Bool :=
  match x with
  | Bool.true => Bool.true
  | Bool.false => y

/-- Negation of truth values, written `!x`. -/
def Bool.not : Bool → Bool
  | Bool.true => Bool.false
  | Bool.false => Bool.true

export Bool (or and not)

/-! ## Classes for the operators -/

/-- Types with a truth-valued equality test `==`. -/
class BEq (α : Type u) where
  beq : α → α → Bool

/-- `a != b` is the negation of `a == b`. -/
def bne {α : Type u} [BEq α] (a b : α) : Bool := not (BEq.beq a b)

/-- Types with numerals: an instance for the numeral `x`. -/
class OfNat (α : Type u) (_ : Nat) where
  ofNat : α

/-- `a ≤ b`. -/
class LE (α : Type u) where
  le : α → α → Prop

/-- `a < b`. -/
class LT (α : Type u) where
  lt : α → α → Prop

/-- `a ≥ b` is `b ≤ a`. -/
@[reducible] def GE.ge {α : Type u} [LE α] (a b : α) : Prop := LE.le b a

/-- `a > b` is `b < a`. -/
@[reducible] def GT.gt {α : Type u} [LT α] (a b : α) : Prop := LT.lt b a

/-- `<` is decidable. -/
@[reducible] def DecidableLT (α : Type u) [LT α] : Type u := DecidableRel (fun (a b : α) => LT.lt a b)

/-- `≤` is decidable. -/
@[reducible] def DecidableLE (α : Type u) [LE α] : Type u := DecidableRel (fun (a b : α) => LE.le a b)

/-- Types with a binary maximum. -/
class Max (α : Type u) where
  max : α → α → α

export Max (max)

/-- The maximum by a decidable order. -/
@[reducible] def maxOfLe {α : Type u} [LE α] [DecidableRel (fun (a b : α) => LE.le a b)] : Max α where
  max x y := ite (LE.le x y) y x

/-- Types with a binary minimum. -/
class Min (α : Type u) where
  min : α → α → α

export Min (min)

/-- The minimum by a decidable order. -/
@[reducible] def minOfLe {α : Type u} [LE α] [DecidableRel (fun (a b : α) => LE.le a b)] : Min α where
  min x y := ite (LE.le x y) x y

/-- Transitivity between relations, used by `calc`. -/
class Trans {α : Sort u} {β : Sort v} {γ : Sort w} (r : α → β → Sort u₁) (s : β → γ → Sort u₂)
    (t : outParam (α → γ → Sort u₃)) where
  trans {a : α} {b : β} {c : γ} : r a b → s b c → t a c

export Trans (trans)

instance instTransEq {α : Sort u} {γ : Sort v} (r : α → γ → Sort w) : Trans (@Eq α) r r where
  trans heq h' := @Eq.ndrec α _ (fun x => r x _) h' _ (Eq.symm heq)

instance instTransEq_1 {α : Sort u} {β : Sort v} (r : α → β → Sort w) : Trans r (@Eq β) r where
  trans h' heq := @Eq.ndrec β _ (fun x => r _ x) h' _ heq

/-- `a + b`. -/
class HAdd (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAdd : α → β → γ

/-- `a - b`. -/
class HSub (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hSub : α → β → γ

/-- `a * b`. -/
class HMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hMul : α → β → γ

/-- `a / b`. -/
class HDiv (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hDiv : α → β → γ

/-- `a % b`. -/
class HMod (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hMod : α → β → γ

/-- `a ^ b`. -/
class HPow (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hPow : α → β → γ

/-- `a • b`. -/
class HSMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hSMul : α → β → γ

/-- `a ++ b`. -/
class HAppend (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAppend : α → β → γ

/-- `a <|> b`. -/
class HOrElse (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hOrElse : α → (Unit → β) → γ

/-- `a >> b`. -/
class HAndThen (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAndThen : α → (Unit → β) → γ

/-- `a &&& b`. -/
class HAnd (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAnd : α → β → γ

/-- `a ^^^ b`. -/
class HXor (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hXor : α → β → γ

/-- `a ||| b`. -/
class HOr (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hOr : α → β → γ

/-- `a <<< b`. -/
class HShiftLeft (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hShiftLeft : α → β → γ

/-- `a >>> b`. -/
class HShiftRight (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hShiftRight : α → β → γ

/-- The zero of a type. -/
class Zero (α : Type u) where
  zero : α

/-- The one of a type. -/
class One (α : Type u) where
  one : α

/-- `a + b` within one type. -/
class Add (α : Type u) where
  add : α → α → α

/-- `a - b` within one type. -/
class Sub (α : Type u) where
  sub : α → α → α

/-- `a * b` within one type. -/
class Mul (α : Type u) where
  mul : α → α → α

/-- `-a`. -/
class Neg (α : Type u) where
  neg : α → α

/-- `a⁻¹`. -/
class Inv (α : Type u) where
  inv : α → α

/-- `a / b` within one type. -/
class Div (α : Type u) where
  div : α → α → α

/-- `a % b` within one type. -/
class Mod (α : Type u) where
  mod : α → α → α

/-- `a ∣ b`. -/
class Dvd (α : Type u) where
  dvd : α → α → Prop

/-- `a ^ b` with a fixed type of exponents. -/
class Pow (α : Type u) (β : Type v) where
  pow : α → β → α

/-- Powers with natural exponents. -/
class NatPow (α : Type u) where
  pow : α → Nat → α

/-- `a • b` with values of the second type. -/
class SMul (M : Type u) (α : Type v) where
  smul : M → α → α

/-- `a ++ b` within one type. -/
class Append (α : Type u) where
  append : α → α → α

/-- `a <|> b` within one type. -/
class OrElse (α : Type u) where
  orElse : α → (Unit → α) → α

/-- `a >> b` within one type. -/
class AndThen (α : Type u) where
  andThen : α → (Unit → α) → α

/-- `a &&& b` within one type. -/
class AndOp (α : Type u) where
  and : α → α → α

/-- `a ^^^ b` within one type. -/
class XorOp (α : Type u) where
  xor : α → α → α

/-- `a ||| b` within one type. -/
class OrOp (α : Type u) where
  or : α → α → α

/-- `~~~a`. -/
class Complement (α : Type u) where
  complement : α → α

/-- `a <<< b` within one type. -/
class ShiftLeft (α : Type u) where
  shiftLeft : α → α → α

/-- `a >>> b` within one type. -/
class ShiftRight (α : Type u) where
  shiftRight : α → α → α

@[default_instance] instance instHAdd {α : Type u} [Add α] : HAdd α α α where
  hAdd a b := Add.add a b

@[default_instance] instance instHSub {α : Type u} [Sub α] : HSub α α α where
  hSub a b := Sub.sub a b

@[default_instance] instance instHMul {α : Type u} [Mul α] : HMul α α α where
  hMul a b := Mul.mul a b

@[default_instance] instance instHDiv {α : Type u} [Div α] : HDiv α α α where
  hDiv a b := Div.div a b

@[default_instance] instance instHMod {α : Type u} [Mod α] : HMod α α α where
  hMod a b := Mod.mod a b

@[default_instance] instance instHPow {α : Type u} {β : Type v} [Pow α β] : HPow α β α where
  hPow a b := Pow.pow a b

@[default_instance] instance instPowNat {α : Type u} [NatPow α] : Pow α Nat where
  pow a n := NatPow.pow a n

@[default_instance] instance instHSMul {M : Type u} {α : Type v} [SMul M α] : HSMul M α α where
  hSMul a b := SMul.smul a b

@[default_instance] instance instHAppendOfAppend {α : Type u} [Append α] : HAppend α α α where
  hAppend a b := Append.append a b

@[default_instance] instance instHOrElseOfOrElse {α : Type u} [OrElse α] : HOrElse α α α where
  hOrElse a b := OrElse.orElse a b

@[default_instance] instance instHAndThenOfAndThen {α : Type u} [AndThen α] : HAndThen α α α where
  hAndThen a b := AndThen.andThen a b

@[default_instance] instance instHAndOfAndOp {α : Type u} [AndOp α] : HAnd α α α where
  hAnd a b := AndOp.and a b

@[default_instance] instance instHXorOfXorOp {α : Type u} [XorOp α] : HXor α α α where
  hXor a b := XorOp.xor a b

@[default_instance] instance instHOrOfOrOp {α : Type u} [OrOp α] : HOr α α α where
  hOr a b := OrOp.or a b

@[default_instance] instance instHShiftLeftOfShiftLeft {α : Type u} [ShiftLeft α] : HShiftLeft α α α where
  hShiftLeft a b := ShiftLeft.shiftLeft a b

@[default_instance] instance instHShiftRightOfShiftRight {α : Type u} [ShiftRight α] : HShiftRight α α α where
  hShiftRight a b := ShiftRight.shiftRight a b

/-- `a ∈ γ`. -/
class Membership (α : outParam (Type u)) (γ : Type v) where
  mem (γ : γ) (a : α) : Prop

/-- `∅` and `{}`. -/
class EmptyCollection (α : Type u) where
  emptyCollection : α

/-- Insertion of an element into a collection. -/
class Insert (α : outParam (Type u)) (γ : Type v) where
  insert : α → γ → γ

/-- The collection with one element. -/
class Singleton (α : outParam (Type u)) (β : Type v) where
  singleton : α → β

/-- `s ⊆ t`. -/
class HasSubset (α : Type u) where
  Subset : α → α → Prop

export HasSubset (Subset)

/-- `s ⊂ t`. -/
class HasSSubset (α : Type u) where
  SSubset : α → α → Prop

export HasSSubset (SSubset)

/-- `s ∪ t`. -/
class Union (α : Type u) where
  union : α → α → α

/-- `s ∩ t`. -/
class Inter (α : Type u) where
  inter : α → α → α

/-- `s \ t`. -/
class SDiff (α : Type u) where
  sdiff : α → α → α

/-- `a ≈ b`. -/
class HasEquiv (α : Sort u) where
  Equiv : α → α → Sort v

/-- The instance for literals of the type of naturals. -/
@[default_instance 100] instance instOfNatNat (n : Nat) : OfNat Nat n where
  ofNat := n

instance instBEqOfDecidableEq {α : Type u} [DecidableEq α] : BEq α where
  beq a b := decide (Eq a b)
