/-!
# Coercions

The classes of Lean 4 core: a coercion of `a : α` to `β` is the value of an instance of `CoeT α a β`, which is
put together from the instances of the other classes.
-/

universe u v w


/-- A coercion, chained freely. -/
class Coe (α : semiOutParam (Sort u)) (β : Sort v) where
  coe : α → β

/-- The transitive closure of `Coe`. -/
class CoeTC (α : Sort u) (β : Sort v) where
  coe : α → β

instance instCoeTC {α : Sort u} {β : Sort v} {γ : Sort w} [Coe β γ] [CoeTC α β] : CoeTC α γ where
  coe a := Coe.coe (CoeTC.coe a : β)
instance instCoeTC_1 {α : Sort u} {β : Sort v} [Coe α β] : CoeTC α β where
  coe a := Coe.coe a

/-- A coercion chained from the source. -/
class CoeOut (α : Sort u) (β : semiOutParam (Sort v)) where
  coe : α → β

/-- The closure of `CoeOut`, followed by `CoeTC`. -/
class CoeOTC (α : Sort u) (β : Sort v) where
  coe : α → β

instance instCoeOTC {α : Sort u} {β : Sort v} {γ : Sort w} [CoeOut α β] [CoeOTC β γ] : CoeOTC α γ where
  coe a := CoeOTC.coe (CoeOut.coe a : β)
instance instCoeOTC_1 {α : Sort u} {β : Sort v} [CoeTC α β] : CoeOTC α β where
  coe a := CoeTC.coe a

/-- A coercion used once, at the source. -/
class CoeHead (α : Sort u) (β : semiOutParam (Sort v)) where
  coe : α → β

/-- `CoeHead`, then `CoeOTC`. -/
class CoeHTC (α : Sort u) (β : Sort v) where
  coe : α → β

instance instCoeHTC {α : Sort u} {β : Sort v} {γ : Sort w} [CoeHead α β] [CoeOTC β γ] : CoeHTC α γ where
  coe a := CoeOTC.coe (CoeHead.coe a : β)
instance instCoeHTC_1 {α : Sort u} {β : Sort v} [CoeOTC α β] : CoeHTC α β where
  coe a := CoeOTC.coe a
instance instCoeHTC_2 {α : Sort u} {β : Sort v} [CoeHead α β] : CoeHTC α β where
  coe a := CoeHead.coe a

/-- A coercion used once, at the target. -/
class CoeTail (α : semiOutParam (Sort u)) (β : Sort v) where
  coe : α → β

/-- `CoeHTC`, then `CoeTail`. -/
class CoeHTCT (α : Sort u) (β : Sort v) where
  coe : α → β

instance instCoeHTCT {α : Sort u} {β : Sort v} {γ : Sort w} [CoeTail β γ] [CoeHTC α β] : CoeHTCT α γ where
  coe a := CoeTail.coe (CoeHTC.coe a : β)
instance instCoeHTCT_1 {α : Sort u} {β : Sort v} [CoeTail α β] : CoeHTCT α β where
  coe a := CoeTail.coe a
instance instCoeHTCT_2 {α : Sort u} {β : Sort v} [CoeHTC α β] : CoeHTCT α β where
  coe a := CoeHTC.coe a

/-- A coercion that depends on the value. -/
class CoeDep (α : Sort u) (_ : α) (β : Sort v) where
  coe : β

/-- The coercion of one value to a type: what `↑a` looks for. -/
class CoeT (α : Sort u) (_ : α) (β : Sort v) where
  coe : β

instance instCoeT {α : Sort u} {a : α} {β : Sort v} [CoeHTCT α β] : CoeT α a β where
  coe := CoeHTCT.coe a
instance instCoeT_1 {α : Sort u} {a : α} {β : Sort v} [CoeDep α a β] : CoeT α a β where
  coe := CoeDep.coe a

/-- Coercion to a function. -/
class CoeFun (α : Sort u) (γ : outParam (α → Sort v)) where
  coe : (f : α) → γ f

/-- Coercion to a type. -/
class CoeSort (α : Sort u) (β : outParam (Sort v)) where
  coe : α → β

instance boolToProp : Coe Bool Prop where
  coe b := Eq b true

instance boolToSort : CoeSort Bool Prop where
  coe b := Eq b true

instance decPropToBool (p : Prop) [Decidable p] : CoeDep Prop p Bool where
  coe := decide p

instance optionCoe {α : Type u} : Coe α (Option α) where
  coe := some

instance subtypeCoe {α : Sort u} {p : α → Prop} : CoeOut (Subtype p) α where
  coe v := v.val

/-- Types with an image of the naturals. -/
class NatCast (R : Type u) where
  natCast : Nat → R

instance instNatCastNat : NatCast Nat where
  natCast n := n

/-- The image of a natural. -/
@[coe, reducible, match_pattern] protected def Nat.cast {R : Type u} [NatCast R] : Nat → R := NatCast.natCast

instance instCoeTailNat {R : Type u} [NatCast R] : CoeTail Nat R where
  coe := Nat.cast
instance instCoeHTCTNat {R : Type u} [NatCast R] : CoeHTCT Nat R where
  coe := Nat.cast
