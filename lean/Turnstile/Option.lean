/-!
# Options

Functions on `Option` and their laws.
-/

universe u v w

/-! ## Functions -/

namespace Option

/-- Whether there is a value. -/
@[inline] def isSome {α : Type u} : Option α → Bool
  | some _ => true
  | none => false

/-- Whether there is no value. -/
@[inline] def isNone {α : Type u} : Option α → Bool
  | some _ => false
  | none => true

/-- Applies a function that may fail. -/
@[inline] protected def bind {α : Type u} {β : Type v} : Option α → (α → Option β) → Option β
  | none, _ => none
  | some a, f => f a

/-- Keeps the value if it satisfies the predicate. -/
protected def filter {α : Type u} (p : α → Bool) : Option α → Option α
  | some a => if p a = true then some a else none
  | none => none

/-- Whether the value, if any, satisfies the predicate. -/
protected def all {α : Type u} (p : α → Bool) : Option α → Bool
  | some a => p a
  | none => true

/-- Whether there is a value that satisfies the predicate. -/
protected def any {α : Type u} (p : α → Bool) : Option α → Bool
  | some a => p a
  | none => false

/-- The first option if it has a value, otherwise the second. -/
protected def orElse {α : Type u} : Option α → (Unit → Option α) → Option α
  | some a, _ => some a
  | none, b => b ()

/-- The first option if it has a value, otherwise the second. -/
protected def or {α : Type u} : Option α → Option α → Option α
  | some a, _ => some a
  | none, b => b

/-- The value, from a proof that there is one. -/
def get {α : Type u} : (o : Option α) → isSome o = true → α
  | some x, _ => x
  | none, h => False.elim (Bool.false_ne_true h)

/-- The value, or the default of the type. -/
def get! {α : Type u} [Inhabited α] : Option α → α
  | some x => x
  | none => default

/-- Applies a function, with a result for `none`. -/
protected def elim {α : Type u} {β : Sort v} : Option α → β → (α → β) → β
  | some x, _, f => f x
  | none, y, _ => y

/-- Flattens a nested option. -/
def join {α : Type u} (x : Option (Option α)) : Option α := x.bind id

/-- The value as a list with at most one element. -/
def toList {α : Type u} : Option α → List α
  | none => List.nil
  | some a => List.cons a List.nil

/-- Combines two options by a function on values. -/
def merge {α : Type u} (f : α → α → α) : Option α → Option α → Option α
  | some a, some b => some (f a b)
  | some a, none => some a
  | none, some b => some b
  | none, none => none

/-- Keeps the value if it satisfies the predicate. -/
@[inline] def guard {α : Type u} (p : α → Bool) (a : α) : Option α := if p a = true then some a else none

instance instOrElse {α : Type u} : OrElse (Option α) := ⟨Option.orElse⟩

/-- Membership: `a ∈ o` means that `a` is the value. -/
instance instMembership {α : Type u} : Membership α (Option α) := ⟨fun o a => o = some a⟩

/-! ## Laws -/

theorem some_ne_none {α : Type u} (x : α) : some x ≠ none :=
  fun h => Bool.false_ne_true ((congrArg isSome h).symm)

theorem none_ne_some {α : Type u} (x : α) : none ≠ some x := fun h => some_ne_none x h.symm

theorem some_inj {α : Type u} {a b : α} : some a = some b ↔ a = b :=
  ⟨fun h => congrArg (fun o => getD o a) h, fun h => congrArg some h⟩

@[simp] theorem isSome_none {α : Type u} : (none : Option α).isSome = false := rfl

@[simp] theorem isSome_some {α : Type u} {a : α} : (some a).isSome = true := rfl

@[simp] theorem isNone_none {α : Type u} : (none : Option α).isNone = true := rfl

@[simp] theorem isNone_some {α : Type u} {a : α} : (some a).isNone = false := rfl

@[simp] theorem getD_none {α : Type u} {a : α} : getD none a = a := rfl

@[simp] theorem getD_some {α : Type u} {a b : α} : getD (some a) b = a := rfl

@[simp] theorem map_none {α : Type u} {β : Type v} (f : α → β) : (none : Option α).map f = none := rfl

@[simp] theorem map_some {α : Type u} {β : Type v} (f : α → β) (a : α) : (some a).map f = some (f a) := rfl

@[simp] theorem bind_none {α : Type u} {β : Type v} (f : α → Option β) : Option.bind none f = none := rfl

@[simp] theorem bind_some {α : Type u} {β : Type v} (a : α) (f : α → Option β) : Option.bind (some a) f = f a := rfl

theorem none_bind {α : Type u} {β : Type v} (f : α → Option β) : Option.bind none f = none := rfl

theorem some_bind {α : Type u} {β : Type v} (a : α) (f : α → Option β) : Option.bind (some a) f = f a := rfl

@[simp] theorem none_orElse {α : Type u} (f : Unit → Option α) : (none : Option α).orElse f = f () := rfl

@[simp] theorem some_orElse {α : Type u} (a : α) (f : Unit → Option α) : (some a).orElse f = some a := rfl

@[simp] theorem orElse_none {α : Type u} (x : Option α) : x.orElse (fun _ => none) = x := by cases x <;> rfl

@[simp] theorem none_or {α : Type u} {o : Option α} : none.or o = o := rfl

@[simp] theorem some_or {α : Type u} {a : α} {o : Option α} : (some a).or o = some a := rfl

@[simp] theorem or_none {α : Type u} {o : Option α} : o.or none = o := by cases o <;> rfl

@[simp] theorem or_self {α : Type u} {o : Option α} : o.or o = o := by cases o <;> rfl

theorem or_assoc {α : Type u} {o₁ o₂ o₃ : Option α} : (o₁.or o₂).or o₃ = o₁.or (o₂.or o₃) := by cases o₁ <;> rfl

@[simp] theorem get_some {α : Type u} (x : α) (h : (some x).isSome = true) : (some x).get h = x := rfl

@[simp] theorem some_get {α : Type u} : {x : Option α} → (h : x.isSome = true) → some (x.get h) = x
  | some _, _ => rfl
  | none, h => False.elim (Bool.false_ne_true h)

@[simp] theorem all_none {α : Type u} (p : α → Bool) : Option.all p none = true := rfl

@[simp] theorem all_some {α : Type u} (p : α → Bool) (x : α) : Option.all p (some x) = p x := rfl

@[simp] theorem any_none {α : Type u} (p : α → Bool) : Option.any p none = false := rfl

@[simp] theorem any_some {α : Type u} (p : α → Bool) (x : α) : Option.any p (some x) = p x := rfl

@[simp] theorem elim_none {α : Type u} {β : Sort v} (x : β) (f : α → β) : none.elim x f = x := rfl

@[simp] theorem elim_some {α : Type u} {β : Sort v} (x : β) (f : α → β) (a : α) : (some a).elim x f = f a := rfl

@[simp] theorem filter_none {α : Type u} (p : α → Bool) : (none : Option α).filter p = none := rfl

theorem filter_some {α : Type u} (p : α → Bool) (a : α) :
    Option.filter p (some a) = if p a = true then some a else none := rfl

theorem mem_def {α : Type u} {a : α} {b : Option α} : a ∈ b ↔ b = some a := Iff.rfl

@[simp] theorem mem_some {α : Type u} {a b : α} : a ∈ some b ↔ b = a := some_inj

@[simp] theorem not_mem_none {α : Type u} (a : α) : ¬ a ∈ (none : Option α) := none_ne_some a

theorem mem_some_self {α : Type u} (a : α) : a ∈ some a := rfl

theorem ne_none_iff_exists {α : Type u} {o : Option α} : o ≠ none ↔ ∃ x, some x = o := by
  cases o
  · exact ⟨fun h => absurd rfl h, fun h => Exists.elim h (fun x e => absurd e (some_ne_none x))⟩
  · exact ⟨fun _ => ⟨_, rfl⟩, fun _ => some_ne_none _⟩

theorem ne_none_iff_exists' {α : Type u} {o : Option α} : o ≠ none ↔ ∃ x, o = some x :=
  Iff.trans ne_none_iff_exists (exists_congr (fun _ => eq_comm))

theorem isSome_iff_exists {α : Type u} {x : Option α} : x.isSome = true ↔ ∃ a, x = some a := by
  cases x
  · exact ⟨fun h => absurd h Bool.false_ne_true, fun h => Exists.elim h (fun a e => absurd e (none_ne_some a))⟩
  · exact ⟨fun _ => ⟨_, rfl⟩, fun _ => rfl⟩

@[simp] theorem isNone_iff_eq_none {α : Type u} {o : Option α} : o.isNone = true ↔ o = none := by
  cases o
  · exact ⟨fun _ => rfl, fun _ => rfl⟩
  · exact ⟨fun h => absurd h Bool.false_ne_true, fun h => absurd h (some_ne_none _)⟩

@[simp] theorem isSome_eq_false_iff {α : Type u} {o : Option α} : o.isSome = false ↔ o.isNone = true := by
  cases o <;> simp

@[simp] theorem isNone_eq_false_iff {α : Type u} {o : Option α} : o.isNone = false ↔ o.isSome = true := by
  cases o <;> simp

@[simp] theorem not_isSome {α : Type u} (a : Option α) : (!a.isSome) = a.isNone := by cases a <;> rfl

@[simp] theorem not_isNone {α : Type u} (a : Option α) : (!a.isNone) = a.isSome := by cases a <;> rfl

theorem not_isSome_iff_eq_none {α : Type u} {o : Option α} : ¬ o.isSome = true ↔ o = none := by
  cases o
  · exact ⟨fun _ => rfl, fun _ => Bool.false_ne_true⟩
  · exact ⟨fun h => absurd rfl h, fun h => absurd h (some_ne_none _)⟩

theorem eq_none_iff_forall_ne_some {α : Type u} {o : Option α} : o = none ↔ ∀ a, o ≠ some a := by
  cases o
  · exact ⟨fun _ a => none_ne_some a, fun _ => rfl⟩
  · exact ⟨fun h => absurd h (some_ne_none _), fun h => absurd rfl (h _)⟩

theorem eq_none_or_eq_some {α : Type u} (a : Option α) : a = none ∨ ∃ x, a = some x := by
  cases a
  · exact Or.inl rfl
  · exact Or.inr ⟨_, rfl⟩

theorem isSome_of_eq_some {α : Type u} {x : Option α} {y : α} (h : x = some y) : x.isSome = true := congrArg isSome h

protected theorem «forall» {α : Type u} {p : Option α → Prop} : (∀ x, p x) ↔ p none ∧ ∀ x, p (some x) :=
  ⟨fun h => ⟨h none, fun x => h (some x)⟩, fun h x => match x with
    | none => h.left
    | some a => h.right a⟩

protected theorem «exists» {α : Type u} {p : Option α → Prop} : (∃ x, p x) ↔ p none ∨ ∃ x, p (some x) :=
  ⟨fun h => Exists.elim h (fun x => match x with
    | none => fun hx => Or.inl hx
    | some a => fun hx => Or.inr ⟨a, hx⟩),
   fun h => Or.elim h (fun hn => ⟨none, hn⟩) (fun hs => Exists.elim hs (fun a ha => ⟨some a, ha⟩))⟩

@[ext] theorem ext {α : Type u} {o₁ o₂ : Option α} (h : ∀ a, o₁ = some a ↔ o₂ = some a) : o₁ = o₂ :=
  match o₁, o₂, h with
  | none, none, _ => rfl
  | some a, _, h => ((h a).mp rfl).symm
  | _, some b, h => (h b).mpr rfl

@[simp] theorem map_id {α : Type u} : (Option.map id : Option α → Option α) = id :=
  funext (fun x => by cases x <;> rfl)

@[simp] theorem map_id' {α : Type u} {x : Option α} : Option.map (fun a => a) x = x := by cases x <;> rfl

@[simp] theorem map_map {α : Type u} {β : Type v} {γ : Type w} (h : β → γ) (g : α → β) (x : Option α) :
    (x.map g).map h = x.map (h ∘ g) := by cases x <;> rfl

theorem comp_map {α : Type u} {β : Type v} {γ : Type w} (h : β → γ) (g : α → β) (x : Option α) :
    x.map (h ∘ g) = (x.map g).map h := (map_map h g x).symm

@[simp] theorem map_comp_map {α : Type u} {β : Type v} {γ : Type w} (f : α → β) (g : β → γ) :
    Option.map g ∘ Option.map f = Option.map (g ∘ f) := funext (fun x => map_map g f x)

@[simp] theorem map_eq_none_iff {α : Type u} {β : Type v} {x : Option α} {f : α → β} : x.map f = none ↔ x = none := by
  cases x
  · exact ⟨fun _ => rfl, fun _ => rfl⟩
  · exact ⟨fun h => absurd h (some_ne_none _), fun h => absurd h (some_ne_none _)⟩

@[simp] theorem map_eq_some_iff {α : Type u} {β : Type v} {x : Option α} {f : α → β} {b : β} :
    x.map f = some b ↔ ∃ a, x = some a ∧ f a = b := by
  cases x
  · exact ⟨fun h => absurd h (none_ne_some b), fun h => Exists.elim h (fun a e => absurd e.left (none_ne_some a))⟩
  · exact ⟨fun h => ⟨_, rfl, some_inj.mp h⟩, fun h => Exists.elim h (fun a e =>
      ((congrArg (Option.map f) e.left).trans (congrArg some e.right)))⟩

theorem map_congr {α : Type u} {β : Type v} {f g : α → β} {x : Option α} (h : ∀ a, x = some a → f a = g a) :
    x.map f = x.map g := by
  cases x
  · rfl
  · exact congrArg some (h _ rfl)

@[simp] theorem isSome_map {α : Type u} {β : Type v} {f : α → β} {x : Option α} : (x.map f).isSome = x.isSome := by
  cases x <;> rfl

@[simp] theorem isNone_map {α : Type u} {β : Type v} {f : α → β} {x : Option α} : (x.map f).isNone = x.isNone := by
  cases x <;> rfl

theorem getD_map {α : Type u} {β : Type v} (f : α → β) (x : α) (o : Option α) : (o.map f).getD (f x) = f (o.getD x) := by
  cases o <;> rfl

theorem getD_of_ne_none {α : Type u} {x : Option α} (hx : x ≠ none) (y : α) : some (x.getD y) = x := by
  cases x
  · exact absurd rfl hx
  · rfl

@[simp] theorem bind_fun_some {α : Type u} (x : Option α) : x.bind some = x := by cases x <;> rfl

theorem bind_some_fun {α : Type u} (x : Option α) : x.bind some = x := bind_fun_some x

@[simp] theorem bind_fun_none {α : Type u} {β : Type v} (x : Option α) :
    x.bind (fun _ => (none : Option β)) = none := by cases x <;> rfl

theorem bind_assoc {α : Type u} {β : Type v} {γ : Type w} (x : Option α) (f : α → Option β) (g : β → Option γ) :
    (x.bind f).bind g = x.bind (fun y => (f y).bind g) := by cases x <;> rfl

theorem bind_comm {α : Type u} {β : Type v} {γ : Type w} {f : α → β → Option γ} (a : Option α) (b : Option β) :
    (a.bind (fun x => b.bind (f x))) = b.bind (fun y => a.bind (fun x => f x y)) := by
  cases a <;> cases b <;> rfl

@[simp] theorem bind_eq_some_iff {α : Type u} {β : Type v} {o : Option α} {f : α → Option β} {b : β} :
    o.bind f = some b ↔ ∃ a, o = some a ∧ f a = some b := by
  cases o
  · exact ⟨fun h => absurd h (none_ne_some b), fun h => Exists.elim h (fun a e => absurd e.left (none_ne_some a))⟩
  · exact ⟨fun h => ⟨_, rfl, h⟩, fun h => Exists.elim h (fun a e =>
      ((congrArg (fun x => Option.bind x f) e.left).trans e.right))⟩

@[simp] theorem bind_eq_none_iff {α : Type u} {β : Type v} {o : Option α} {f : α → Option β} :
    o.bind f = none ↔ ∀ a, o = some a → f a = none := by
  cases o
  · exact ⟨fun _ a h => absurd h (none_ne_some a), fun _ => rfl⟩
  · exact ⟨fun h a e => (congrArg (fun x => Option.bind x f) e).symm.trans h, fun h => h _ rfl⟩

theorem map_eq_bind {α : Type u} {β : Type v} {f : α → β} {x : Option α} : x.map f = x.bind (some ∘ f) := by
  cases x <;> rfl

theorem map_bind {α : Type u} {β : Type v} {γ : Type w} {f : α → Option β} {g : β → γ} {x : Option α} :
    (x.bind f).map g = x.bind (Option.map g ∘ f) := by cases x <;> rfl

@[simp] theorem bind_map {α : Type u} {β : Type v} {γ : Type w} {f : α → β} {g : β → Option γ} {x : Option α} :
    (x.map f).bind g = x.bind (g ∘ f) := by cases x <;> rfl

@[simp] theorem join_none {α : Type u} : (none : Option (Option α)).join = none := rfl

@[simp] theorem join_some {α : Type u} (o : Option α) : (some o).join = o := rfl

theorem isSome_or {α : Type u} {o o' : Option α} : (o.or o').isSome = (o.isSome || o'.isSome) := by cases o <;> rfl

@[simp] theorem or_eq_none_iff {α : Type u} {o o' : Option α} : o.or o' = none ↔ o = none ∧ o' = none := by
  cases o
  · exact ⟨fun h => ⟨rfl, h⟩, And.right⟩
  · exact ⟨fun h => absurd h (some_ne_none _), fun h => absurd h.left (some_ne_none _)⟩

theorem or_eq_some_iff {α : Type u} {o o' : Option α} {a : α} : o.or o' = some a ↔ o = some a ∨ (o = none ∧ o' = some a) := by
  cases o
  · exact ⟨fun h => Or.inr ⟨rfl, h⟩, fun h => Or.elim h (fun e => absurd e (none_ne_some a)) And.right⟩
  · exact ⟨Or.inl, fun h => Or.elim h id (fun e => absurd e.left (some_ne_none _))⟩

/-- Equality of options is decidable. -/
instance instDecidableEq {α : Type u} [DecidableEq α] : DecidableEq (Option α) := fun a b =>
  match a, b with
  | none, none => isTrue rfl
  | none, some x => isFalse (none_ne_some x)
  | some x, none => isFalse (some_ne_none x)
  | some x, some y =>
    match decEq x y with
    | isTrue h => isTrue (congrArg some h)
    | isFalse h => isFalse (fun e => h (some_inj.mp e))

end Option
