/-!
# The prelude

Where everything starts: this file is read in an empty environment. Together with the files of operators, truth
values, naturals, strings and coercions that follow, it declares the types, classes and functions that the
elaborator itself refers to (`Eq`, `Nat`, `OfNat`, `HAdd`, `Decidable`, …), with the names, argument order and
meaning of Lean 4 core. Only the few facts needed to define things are proved here.
-/

universe u v w

/-! ## Functions -/

/-- The identity function. -/
@[inline] def id {α : Sort u} (a : α) : α := a

/-- Composition, written `f ∘ g`. -/
@[inline] def Function.comp {α : Sort u} {β : Sort v} {δ : Sort w} (f : β → δ) (g : α → β) : α → δ :=
  fun x => f (g x)

/-- The function that ignores its argument. -/
@[inline] def Function.const {α : Sort u} (β : Sort v) (a : α) : β → α :=
  fun _ => a

set_option checkBinderAnnotations false in
/-- The instance that type-class resolution finds for the expected type. -/
@[reducible] def inferInstance {α : Sort u} [i : α] : α := i

set_option checkBinderAnnotations false in
/-- The instance that type-class resolution finds for `α`. -/
@[reducible] def inferInstanceAs (α : Sort u) [i : α] : α := i

/-- Marks a class parameter that resolution computes instead of using it to select an instance. -/
@[reducible] def outParam (α : Sort u) : Sort u := α

/-- Marks a class parameter that each instance determines, without being an output of resolution. -/
@[reducible] def semiOutParam (α : Sort u) : Sort u := α

/-- Marks an argument with a default value. -/
@[reducible] def optParam (α : Sort u) (default : α) : Sort u := α

/-! ## Equality -/

/-- The type with one element, in any universe. -/
inductive PUnit : Sort u where
  | unit : PUnit

/-- The type with one element. -/
@[reducible] def Unit : Type := PUnit

/-- The element of `Unit`, written `()`. -/
@[reducible, match_pattern] def Unit.unit : Unit := PUnit.unit

/-- Equality: the least reflexive relation. -/
inductive Eq.{u_1} {α : Sort u_1} : α → α → Prop where
  | refl (a : α) : Eq a a

/-- Elimination of an equality into a motive that does not depend on the proof. -/
@[reducible] def Eq.ndrec.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a) {b : α}
    (h : Eq a b) : motive b :=
  @Eq.rec.{u1, u2} α a (fun x _ => motive x) m b h

/-- Equality of two values whose types may differ. -/
inductive HEq {α : Sort u} : α → {β : Sort u} → β → Prop where
  | refl (a : α) : HEq a a

/-- Every value equals itself. -/
@[match_pattern] def rfl {α : Sort u} {a : α} : Eq a a := Eq.refl a

@[simp] theorem id_eq {α : Sort u} (a : α) : Eq (id a) a := Eq.refl a

/-- Equals may be substituted for equals. -/
theorem Eq.subst {α : Sort u} {motive : α → Prop} {a b : α} (h₁ : Eq a b) (h₂ : motive a) : motive b :=
  @Eq.ndrec.{0, u} α a motive h₂ b h₁

@[symm] theorem Eq.symm {α : Sort u} {a b : α} (h : Eq a b) : Eq b a :=
  @Eq.ndrec.{0, u} α a (fun x => Eq x a) (Eq.refl a) b h

theorem Eq.trans {α : Sort u} {a b c : α} (h₁ : Eq a b) (h₂ : Eq b c) : Eq a c :=
  @Eq.ndrec.{0, u} α b (fun x => Eq a x) h₁ c h₂

/-- Elimination of an equality in the other direction. -/
@[reducible] def Eq.ndrec_symm.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a) {b : α}
    (h : Eq b a) : motive b :=
  @Eq.ndrec.{u1, u2} α a motive m b (Eq.symm h)

/-- A value of a type is a value of every type equal to it. -/
def cast {α β : Sort u} (h : Eq α β) (a : α) : β :=
  @Eq.rec.{u, u+1} (Sort u) α (fun x _ => x) a β h

/-- Transport along an equality of types. -/
def Eq.mp {α β : Sort u} (h : Eq α β) (a : α) : β :=
  @Eq.rec.{u, u+1} (Sort u) α (fun x _ => x) a β h

/-- Transport backwards along an equality of types. -/
def Eq.mpr {α β : Sort u} (h : Eq α β) (b : β) : α :=
  @Eq.rec.{u, u+1} (Sort u) β (fun x _ => x) b α (Eq.symm h)

theorem congrArg {α : Sort u} {β : Sort v} {a₁ a₂ : α} (f : α → β) (h : Eq a₁ a₂) : Eq (f a₁) (f a₂) :=
  @Eq.ndrec.{0, u} α a₁ (fun x => Eq (f a₁) (f x)) (Eq.refl (f a₁)) a₂ h

theorem congr {α : Sort u} {β : Sort v} {f₁ f₂ : α → β} {a₁ a₂ : α} (h₁ : Eq f₁ f₂) (h₂ : Eq a₁ a₂) :
    Eq (f₁ a₁) (f₂ a₂) :=
  @Eq.ndrec.{0, imax u v} (α → β) f₁ (fun f => Eq (f₁ a₁) (f a₂)) (congrArg f₁ h₂) f₂ h₁

theorem congrFun {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : Eq f g) (a : α) : Eq (f a) (g a) :=
  @Eq.ndrec.{0, imax u v} ((x : α) → β x) f (fun k => Eq (f a) (k a)) (Eq.refl (f a)) g h

theorem congrFun' {α : Sort u} {β : Sort v} {f g : α → β} (h : Eq f g) (a : α) : Eq (f a) (g a) :=
  congrFun h a

protected theorem HEq.rfl {α : Sort u} {a : α} : HEq a a := HEq.refl a

theorem heq_of_eq {α : Sort u} {a a' : α} (h : Eq a a') : HEq a a' :=
  @Eq.ndrec.{0, u} α a (fun x => HEq a x) (HEq.refl a) a' h

theorem cast_eq {α : Sort u} (h : Eq α α) (a : α) : Eq (cast h a) a := Eq.refl a

private theorem cast_eq_of_heq {α : Sort u} {a : α} :
    {β : Sort u} → {b : β} → HEq a b → (e : Eq α β) → Eq (cast e a) b
  | _, _, HEq.refl _, _ => Eq.refl _

theorem eq_of_heq {α : Sort u} {a a' : α} (h : HEq a a') : Eq a a' :=
  cast_eq_of_heq h (Eq.refl α)

theorem type_eq_of_heq {α : Sort u} {a : α} : {β : Sort u} → {b : β} → HEq a b → Eq α β
  | _, _, HEq.refl _ => Eq.refl _

/-! ## Quotients -/

init_quot

/-- Values related by `r` are equal in the quotient. -/
axiom Quot.sound {α : Sort u} {r : α → α → Prop} {a b : α} (h : r a b) : Eq (Quot.mk r a) (Quot.mk r b)

/-! ## Propositional connectives -/

/-- The true proposition. -/
inductive True : Prop where
  | intro : True

/-- The proposition without proof. -/
inductive False : Prop

/-- The type without elements. -/
inductive Empty : Type

/-- The type without elements, in any universe. -/
inductive PEmpty : Sort u

/-- Negation: `¬ a` is `a → False`. -/
def Not (a : Prop) : Prop := a → False

/-- Anything follows from `False`. -/
def False.elim {C : Sort u} (h : False) : C :=
  @False.rec.{u} (fun _ => C) h

/-- There is no element to consider. -/
def Empty.elim {C : Sort u} (e : Empty) : C :=
  @Empty.rec.{u} (fun _ => C) e

/-- There is no element to consider. -/
def PEmpty.elim {C : Sort u} (e : PEmpty.{v}) : C :=
  @PEmpty.rec.{u, v} (fun _ => C) e

/-- Anything follows from a contradiction. -/
def absurd {a : Prop} {b : Sort v} (h₁ : a) (h₂ : Not a) : b :=
  False.elim (h₂ h₁)

/-- `True` holds. -/
theorem trivial : True := True.intro

/-- Conjunction. -/
structure And (a b : Prop) : Prop where
  intro ::
  left : a
  right : b

/-- Disjunction. -/
inductive Or (a b : Prop) : Prop where
  | inl (h : a) : Or a b
  | inr (h : b) : Or a b

/-- Equivalence of propositions. -/
structure Iff (a b : Prop) : Prop where
  intro ::
  mp : a → b
  mpr : b → a

/-- Existential quantification. -/
inductive Exists {α : Sort u} (p : α → Prop) : Prop where
  | intro (w : α) (h : p w) : Exists p

/-- Inequality: `a ≠ b` is `¬ (a = b)`. -/
@[reducible] def Ne {α : Sort u} (a b : α) : Prop := Not (Eq a b)

theorem Or.intro_left {a : Prop} (b : Prop) (h : a) : Or a b := Or.inl h

theorem Or.intro_right (a : Prop) {b : Prop} (h : b) : Or a b := Or.inr h

theorem Or.elim {a b c : Prop} (h : Or a b) (left : a → c) (right : b → c) : c :=
  match h with
  | Or.inl ha => left ha
  | Or.inr hb => right hb

theorem Or.resolve_left {a b : Prop} (h : Or a b) (na : Not a) : b :=
  Or.elim h (fun ha => absurd ha na) id

theorem Or.resolve_right {a b : Prop} (h : Or a b) (nb : Not b) : a :=
  Or.elim h id (fun hb => absurd hb nb)

theorem Or.neg_resolve_left {a b : Prop} (h : Or (Not a) b) (ha : a) : b :=
  Or.elim h (fun na => absurd ha na) id

theorem Or.neg_resolve_right {a b : Prop} (h : Or a (Not b)) (nb : b) : a :=
  Or.elim h id (fun na => absurd nb na)

theorem Exists.elim {α : Sort u} {p : α → Prop} {b : Prop} (h₁ : Exists (fun x => p x))
    (h₂ : (a : α) → p a → b) : b :=
  match h₁ with
  | Exists.intro a h => h₂ a h

/-- Propositions that imply each other are equal. -/
axiom propext {a b : Prop} : Iff a b → Eq a b

/-! ## Data types -/

/-- The truth values. -/
inductive Bool : Type where
  | false : Bool
  | true : Bool

export Bool (false true)

/-- The natural numbers. -/
inductive Nat : Type where
  | zero : Nat
  | succ (n : Nat) : Nat

/-- A value or nothing. -/
inductive Option (α : Type u) : Type u where
  | none : Option α
  | some (val : α) : Option α

export Option (none some)

/-- Finite lists. -/
inductive List (α : Type u) : Type u where
  | nil : List α
  | cons (head : α) (tail : List α) : List α

/-- Pairs, written `α × β`. -/
structure Prod (α : Type u) (β : Type v) : Type (max u v) where
  mk ::
  fst : α
  snd : β

/-- Pairs in any universes. -/
structure PProd (α : Sort u) (β : Sort v) : Sort (max 1 u v) where
  mk ::
  fst : α
  snd : β

/-- Pairs of values in one universe. -/
structure MProd (α β : Type u) : Type u where
  mk ::
  fst : α
  snd : β

/-- Disjoint union, written `α ⊕ β`. -/
inductive Sum (α : Type u) (β : Type v) : Type (max u v) where
  | inl (val : α) : Sum α β
  | inr (val : β) : Sum α β

/-- Disjoint union in any universes. -/
inductive PSum (α : Sort u) (β : Sort v) : Sort (max 1 u v) where
  | inl (val : α) : PSum α β
  | inr (val : β) : PSum α β

/-- Dependent pairs. -/
structure Sigma {α : Type u} (β : α → Type v) : Type (max u v) where
  mk ::
  fst : α
  snd : β fst

/-- Dependent pairs in any universes. -/
structure PSigma {α : Sort u} (β : α → Sort v) : Sort (max 1 u v) where
  mk ::
  fst : α
  snd : β fst

/-- The elements of a type that satisfy a predicate, written `{x // p x}`. -/
structure Subtype {α : Sort u} (p : α → Prop) : Sort (max 1 u) where
  val : α
  property : p val

/-- A copy of a type in a larger universe. -/
structure ULift.{r, s} (α : Type s) : Type (max s r) where
  up ::
  down : α

/-- A proposition or type as a type. -/
structure PLift (α : Sort u) : Type u where
  up ::
  down : α

/-- A value or an error. -/
inductive Except (ε : Type u) (α : Type v) : Type (max u v) where
  | error (a : ε) : Except ε α
  | ok (a : α) : Except ε α

/-! ## Inhabited types -/

/-- Types with a chosen element. -/
class Inhabited (α : Sort u) where
  mk ::
  default : α

export Inhabited (default)

/-- Types with some element. -/
class inductive Nonempty (α : Sort u) : Prop where
  | intro (val : α) : Nonempty α

/-- An element of a type that has some: not computable. -/
axiom Classical.choice {α : Sort u} : Nonempty α → α

/-- A placeholder for a missing proof or value. Nothing that rests on it counts as proved. -/
axiom sorryAx (α : Sort u) (synthetic : Bool) : α

protected theorem Nonempty.elim {α : Sort u} {p : Prop} (h₁ : Nonempty α) (h₂ : α → p) : p :=
  match h₁ with
  | Nonempty.intro a => h₂ a

instance instNonemptyOfInhabited {α : Sort u} [Inhabited α] : Nonempty α :=
  Nonempty.intro default

theorem nonempty_of_exists {α : Sort u} {p : α → Prop} : Exists (fun x => p x) → Nonempty α
  | Exists.intro w _ => Nonempty.intro w

instance instInhabitedSort : Inhabited (Sort u) := ⟨PUnit⟩
instance instInhabitedForall (α : Sort u) {β : Sort v} [Inhabited β] : Inhabited (α → β) := ⟨fun _ => default⟩
instance Pi.instInhabited {α : Sort u} {β : α → Sort v} [(a : α) → Inhabited (β a)] :
    Inhabited ((a : α) → β a) := ⟨fun _ => default⟩
instance instInhabitedBool : Inhabited Bool := ⟨Bool.false⟩
instance instInhabitedNat : Inhabited Nat := ⟨Nat.zero⟩
instance instInhabitedPUnit : Inhabited PUnit.{u} := ⟨PUnit.unit⟩
instance instInhabitedTrue : Inhabited True := ⟨True.intro⟩
instance instInhabitedOption {α : Type u} : Inhabited (Option α) := ⟨Option.none⟩
instance instInhabitedList {α : Type u} : Inhabited (List α) := ⟨List.nil⟩
instance instInhabitedProd {α : Type u} {β : Type v} [Inhabited α] [Inhabited β] : Inhabited (Prod α β) :=
  ⟨Prod.mk default default⟩

/-! ## Decidable propositions -/

/-- Propositions whose truth an algorithm decides. -/
class inductive Decidable (p : Prop) : Type where
  | isFalse (h : Not p) : Decidable p
  | isTrue (h : p) : Decidable p

export Decidable (isTrue isFalse)

/-- The truth value of a decidable proposition. -/
def Decidable.decide (p : Prop) [h : Decidable p] : Bool :=
  match h with
  | Decidable.isFalse _ => false
  | Decidable.isTrue _ => true

export Decidable (decide)

/-- A predicate each instance of which is decidable. -/
@[reducible] def DecidablePred {α : Sort u} (r : α → Prop) : Sort (max 1 u) := (a : α) → Decidable (r a)

/-- A relation each instance of which is decidable. -/
@[reducible] def DecidableRel {α : Sort u} {β : Sort v} (r : α → β → Prop) : Sort (max 1 u v) :=
  (a : α) → (b : β) → Decidable (r a b)

/-- Types whose equality is decidable. -/
@[reducible] def DecidableEq (α : Sort u) : Sort (max 1 u) := (a b : α) → Decidable (Eq a b)
