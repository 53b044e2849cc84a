/-!
# Sizes and lexicographic orders

What well-founded recursion compares arguments by: the size of a value, and pairs compared by their first components.
-/

universe u v

/-- Values that have a size: the number of constructors they are built with. -/
class SizeOf (α : Sort u) where
  sizeOf : α → Nat

export SizeOf (sizeOf)

/-- Where nothing better is known, all values have the same size. -/
instance (priority := low) instSizeOfDefault (α : Sort u) : SizeOf α := ⟨fun _ => 0⟩

@[simp] theorem sizeOf_default {α : Sort u} (n : α) : @sizeOf α (instSizeOfDefault α) n = 0 := rfl

instance instSizeOfNat : SizeOf Nat := ⟨fun n => n⟩

@[simp] theorem sizeOf_nat (n : Nat) : sizeOf n = n := rfl

theorem sizeOf_add_congr {a b c d : Nat} (h₁ : a = b) (h₂ : c = d) : a + c = b + d := by rw [h₁, h₂]

attribute [instance] Nat.lt_wfRel

/-- Relates values by their size. -/
@[reducible] def sizeOfWFRel {α : Sort u} [SizeOf α] : WellFoundedRelation α := measure sizeOf

instance (priority := low) instWellFoundedRelationOfSizeOf {α : Sort u} [SizeOf α] : WellFoundedRelation α :=
  sizeOfWFRel

namespace Prod

/-- Pairs compared by the first components, and where these are the same by the second ones. -/
inductive Lex {α : Type u} {β : Type v} (ra : α → α → Prop) (rb : β → β → Prop) : α × β → α × β → Prop where
  | left {a₁ : α} (b₁ : β) {a₂ : α} (b₂ : β) (h : ra a₁ a₂) : Lex ra rb (a₁, b₁) (a₂, b₂)
  | right (a : α) {b₁ b₂ : β} (h : rb b₁ b₂) : Lex ra rb (a, b₁) (a, b₂)

theorem lexAccessible {α : Type u} {β : Type v} {ra : α → α → Prop} {rb : β → β → Prop} {a : α} (aca : Acc ra a)
    (acb : (b : β) → Acc rb b) (b : β) : Acc (Lex ra rb) (a, b) := by
  induction aca generalizing b with
  | intro xa _ iha =>
    induction acb b with
    | intro xb _ ihb =>
      refine Acc.intro _ (fun p h => ?_)
      cases h with
      | left b₁ b₂ h => exact iha _ h _
      | right a h => exact ihb _ h

/-- The lexicographic order of two well-founded relations. -/
@[reducible] def lex {α : Type u} {β : Type v} (ha : WellFoundedRelation α) (hb : WellFoundedRelation β) :
    WellFoundedRelation (α × β) where
  rel := Lex ha.rel hb.rel
  wf := WellFounded.intro (fun p => lexAccessible (ha.wf.apply p.1) (fun b => hb.wf.apply b) p.2)

instance instWellFoundedRelation {α : Type u} {β : Type v} [ha : WellFoundedRelation α] [hb : WellFoundedRelation β] :
    WellFoundedRelation (α × β) := lex ha hb

private theorem lex_of_eq {α : Type u} {β : Type v} {r : α → α → Prop} {s : β → β → Prop} {a c : α} {b d : β} (e : a = c)
    (h : s b d) : Lex r s (a, b) (c, d) := by
  cases e
  exact Lex.right _ h

theorem lex_def {α : Type u} {β : Type v} {r : α → α → Prop} {s : β → β → Prop} {p q : α × β} :
    Lex r s p q ↔ r p.1 q.1 ∨ p.1 = q.1 ∧ s p.2 q.2 := by
  constructor
  · intro h
    cases h with
    | left b₁ b₂ h => exact Or.inl h
    | right a h => exact Or.inr ⟨rfl, h⟩
  · intro h
    cases p
    cases q
    cases h with
    | inl h => exact Lex.left _ _ h
    | inr h =>
      cases h with
      | intro e h => exact lex_of_eq e h

end Prod

deriving instance SizeOf for PUnit, Bool, Option, List, Prod, PProd, Sum, PSum, Sigma, PSigma, Subtype, Fin, Except, Int, Char, String

theorem List.sizeOf_lt_of_mem {α : Type u} [SizeOf α] {a : α} {as : List α} (h : a ∈ as) :
    sizeOf a < sizeOf as := by
  induction as with
  | nil => simp at h
  | cons x xs ih =>
    simp at h
    cases h with
    | inl e => simp [e]; omega
    | inr h => have := ih h; simp; omega
