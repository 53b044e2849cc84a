/-!
# Comparison

`Ordering`, what `compare` answers, and `Ord`.
-/

universe u v

/-- Less, equal or greater. -/
inductive Ordering where
  | lt
  | eq
  | gt
  deriving DecidableEq, Inhabited

namespace Ordering

/-- The answer with the arguments exchanged. -/
def swap : Ordering → Ordering
  | lt => gt
  | eq => eq
  | gt => lt

/-- The first answer that is not `eq`. -/
@[inline] def «then» (a b : Ordering) : Ordering :=
  match a with
  | lt => lt
  | eq => b
  | gt => gt

/-- Whether it is `eq`. -/
def isEq : Ordering → Bool
  | eq => true
  | _ => false

/-- Whether it is not `eq`. -/
def isNe : Ordering → Bool
  | eq => false
  | _ => true

/-- Whether it is `lt`. -/
def isLT : Ordering → Bool
  | lt => true
  | _ => false

/-- Whether it is `lt` or `eq`. -/
def isLE : Ordering → Bool
  | gt => false
  | _ => true

/-- Whether it is `gt`. -/
def isGT : Ordering → Bool
  | gt => true
  | _ => false

/-- Whether it is `gt` or `eq`. -/
def isGE : Ordering → Bool
  | lt => false
  | _ => true

@[simp] theorem swap_swap {o : Ordering} : o.swap.swap = o := by cases o <;> rfl

end Ordering

/-- Types with a comparison. -/
class Ord (α : Type u) where
  compare : α → α → Ordering

export Ord (compare)

/-- The comparison by `<` and `=`. -/
@[inline] def compareOfLessAndEq {α : Type u} (x y : α) [LT α] [Decidable (x < y)] [DecidableEq α] : Ordering :=
  if x < y then Ordering.lt else if x = y then Ordering.eq else Ordering.gt

/-- The comparison by a value computed from each. -/
@[inline] def compareOn {α : Type u} {β : Type v} [ord : Ord β] (f : α → β) (x y : α) : Ordering := compare (f x) (f y)

/-- First by one comparison, then by another one. -/
@[inline] def compareLex {α : Type u} {β : Type v} (cmp₁ cmp₂ : α → β → Ordering) (a : α) (b : β) : Ordering :=
  (cmp₁ a b).then (cmp₂ a b)

instance instOrdNat : Ord Nat := ⟨fun a b => compareOfLessAndEq a b⟩
instance instOrdInt : Ord Int := ⟨fun a b => compareOfLessAndEq a b⟩
instance instOrdChar : Ord Char := ⟨fun a b => compareOfLessAndEq a b⟩
instance instOrdString : Ord String := ⟨fun a b => compareOfLessAndEq a b⟩
instance instOrdFin (n : Nat) : Ord (Fin n) := ⟨fun a b => compare a.val b.val⟩
instance instOrdUnit : Ord Unit := ⟨fun _ _ => Ordering.eq⟩

instance instOrdBool : Ord Bool where
  compare a b := match a, b with
    | false, true => Ordering.lt
    | true, false => Ordering.gt
    | _, _ => Ordering.eq

instance instOrdOption {α : Type u} [Ord α] : Ord (Option α) where
  compare a b := match a, b with
    | none, none => Ordering.eq
    | none, some _ => Ordering.lt
    | some _, none => Ordering.gt
    | some a, some b => compare a b

/-- The comparison of pairs, by their first parts first. -/
def lexOrd {α : Type u} {β : Type v} [Ord α] [Ord β] : Ord (α × β) where
  compare p q := (compare p.1 q.1).then (compare p.2 q.2)

/-- The comparison of lists as words in a dictionary. -/
protected def List.compareLex {α : Type u} (cmp : α → α → Ordering) : List α → List α → Ordering
  | [], [] => Ordering.eq
  | [], _ :: _ => Ordering.lt
  | _ :: _, [] => Ordering.gt
  | a :: as, b :: bs => (cmp a b).then (List.compareLex cmp as bs)

instance List.instOrd {α : Type u} [Ord α] : Ord (List α) := ⟨List.compareLex compare⟩

/-- The order of a comparison. -/
@[reducible] def ltOfOrd {α : Type u} [Ord α] : LT α := ⟨fun a b => compare a b = Ordering.lt⟩

/-- The order of a comparison. -/
@[reducible] def leOfOrd {α : Type u} [Ord α] : LE α := ⟨fun a b => (compare a b).isLE = true⟩
