/-!
# Pairs, sums, subtypes

Products, sums, dependent pairs and subtypes: extensionality, injectivity, quantification.
-/

universe u v w

/-! ## Pairs -/

namespace Prod

@[simp] theorem eta {α : Type u} {β : Type v} (p : α × β) : (p.1, p.2) = p := rfl

@[simp] protected theorem mk.eta {α : Type u} {β : Type v} {p : α × β} : (p.fst, p.snd) = p := rfl

@[simp] theorem mk_inj {α : Type u} {β : Type v} {a₁ a₂ : α} {b₁ b₂ : β} :
    (a₁, b₁) = (a₂, b₂) ↔ a₁ = a₂ ∧ b₁ = b₂ :=
  ⟨fun h => ⟨congrArg Prod.fst h, congrArg Prod.snd h⟩, fun h => congr (congrArg Prod.mk h.left) h.right⟩

@[ext] protected theorem ext {α : Type u} {β : Type v} {p q : α × β} (fst : p.fst = q.fst) (snd : p.snd = q.snd) :
    p = q := congr (congrArg Prod.mk fst) snd

protected theorem ext_iff {α : Type u} {β : Type v} {p q : α × β} : p = q ↔ p.fst = q.fst ∧ p.snd = q.snd :=
  ⟨fun h => ⟨congrArg Prod.fst h, congrArg Prod.snd h⟩, fun h => Prod.ext h.left h.right⟩

@[simp] protected theorem «forall» {α : Type u} {β : Type v} {p : α × β → Prop} : (∀ x, p x) ↔ ∀ a b, p (a, b) :=
  ⟨fun h a b => h (a, b), fun h x => h x.1 x.2⟩

@[simp] protected theorem «exists» {α : Type u} {β : Type v} {p : α × β → Prop} : (∃ x, p x) ↔ ∃ a b, p (a, b) :=
  ⟨fun h => Exists.elim h (fun x hx => ⟨x.1, x.2, hx⟩),
   fun h => Exists.elim h (fun a h => Exists.elim h (fun b hb => ⟨(a, b), hb⟩))⟩

/-- Applies a function to each component. -/
def map {α₁ : Type u} {α₂ : Type v} {β₁ : Type w} {β₂ : Type w} (f : α₁ → α₂) (g : β₁ → β₂) : α₁ × β₁ → α₂ × β₂ :=
  fun p => (f p.1, g p.2)

@[simp] theorem map_apply {α₁ : Type u} {α₂ : Type v} {β₁ : Type w} {β₂ : Type w} (f : α₁ → α₂) (g : β₁ → β₂) (x : α₁)
    (y : β₁) : Prod.map f g (x, y) = (f x, g y) := rfl

/-- Exchanges the components. -/
def swap {α : Type u} {β : Type v} (p : α × β) : β × α := (p.2, p.1)

@[simp] theorem swap_swap {α : Type u} {β : Type v} (x : α × β) : swap (swap x) = x := rfl

@[simp] theorem fst_swap {α : Type u} {β : Type v} {p : α × β} : (swap p).1 = p.2 := rfl

@[simp] theorem snd_swap {α : Type u} {β : Type v} {p : α × β} : (swap p).2 = p.1 := rfl

@[simp] theorem swap_prod_mk {α : Type u} {β : Type v} {a : α} {b : β} : swap (a, b) = (b, a) := rfl

instance instBEq {α : Type u} {β : Type v} [BEq α] [BEq β] : BEq (α × β) := ⟨fun p q => p.1 == q.1 && p.2 == q.2⟩

end Prod

/-! ## Sums -/

namespace Sum

/-- Whether the value comes from the left. -/
def isLeft {α : Type u} {β : Type v} : Sum α β → Bool
  | inl _ => true
  | inr _ => false

/-- Whether the value comes from the right. -/
def isRight {α : Type u} {β : Type v} : Sum α β → Bool
  | inl _ => false
  | inr _ => true

/-- The left value, if it is one. -/
def getLeft? {α : Type u} {β : Type v} : Sum α β → Option α
  | inl a => some a
  | inr _ => none

/-- The right value, if it is one. -/
def getRight? {α : Type u} {β : Type v} : Sum α β → Option β
  | inl _ => none
  | inr b => some b

/-- Case analysis. -/
protected def elim {α : Type u} {β : Type v} {γ : Sort w} (f : α → γ) (g : β → γ) : Sum α β → γ
  | inl a => f a
  | inr b => g b

/-- Applies a function on either side. -/
protected def map {α : Type u} {α' : Type v} {β : Type u} {β' : Type v} (f : α → α') (g : β → β') :
    Sum α β → Sum α' β'
  | inl a => inl (f a)
  | inr b => inr (g b)

/-- Exchanges the sides. -/
def swap {α : Type u} {β : Type v} : Sum α β → Sum β α
  | inl a => inr a
  | inr b => inl b

theorem inl_ne_inr {α : Type u} {β : Type v} {a : α} {b : β} : (inl a : Sum α β) ≠ inr b :=
  fun h => Bool.false_ne_true (congrArg isRight h)

theorem inr_ne_inl {α : Type u} {β : Type v} {a : α} {b : β} : (inr b : Sum α β) ≠ inl a := fun h => inl_ne_inr h.symm

theorem inl_inj {α : Type u} {β : Type v} {a b : α} : (inl a : Sum α β) = inl b ↔ a = b :=
  ⟨fun h => Option.some_inj.mp (congrArg getLeft? h), fun h => congrArg inl h⟩

theorem inr_inj {α : Type u} {β : Type v} {a b : β} : (inr a : Sum α β) = inr b ↔ a = b :=
  ⟨fun h => Option.some_inj.mp (congrArg getRight? h), fun h => congrArg inr h⟩

@[simp] theorem swap_swap {α : Type u} {β : Type v} (x : Sum α β) : swap (swap x) = x := by cases x <;> rfl

@[simp] protected theorem «forall» {α : Type u} {β : Type v} {p : Sum α β → Prop} :
    (∀ x, p x) ↔ (∀ a, p (inl a)) ∧ ∀ b, p (inr b) :=
  ⟨fun h => ⟨fun a => h (inl a), fun b => h (inr b)⟩, fun h x => match x with
    | inl a => h.left a
    | inr b => h.right b⟩

@[simp] protected theorem «exists» {α : Type u} {β : Type v} {p : Sum α β → Prop} :
    (∃ x, p x) ↔ (∃ a, p (inl a)) ∨ ∃ b, p (inr b) :=
  ⟨fun h => Exists.elim h (fun x => match x with
    | inl a => fun ha => Or.inl ⟨a, ha⟩
    | inr b => fun hb => Or.inr ⟨b, hb⟩),
   fun h => Or.elim h (fun h => Exists.elim h (fun a ha => ⟨inl a, ha⟩)) (fun h => Exists.elim h (fun b hb => ⟨inr b, hb⟩))⟩

end Sum

/-! ## Subtypes and dependent pairs -/

namespace Subtype

theorem eq {α : Type u} {p : α → Prop} : {a1 a2 : Subtype p} → a1.val = a2.val → a1 = a2
  | ⟨x, hx⟩, ⟨y, hy⟩, e =>
    @Eq.ndrec α x (fun z => (hz : p z) → (⟨x, hx⟩ : Subtype p) = ⟨z, hz⟩) (fun _ => rfl) y e hy

@[ext] protected theorem ext {α : Type u} {p : α → Prop} {a1 a2 : Subtype p} (h : a1.val = a2.val) : a1 = a2 := eq h

protected theorem ext_iff {α : Type u} {p : α → Prop} {a1 a2 : Subtype p} : a1 = a2 ↔ a1.val = a2.val :=
  ⟨fun h => congrArg Subtype.val h, eq⟩

@[simp] theorem eta {α : Type u} {p : α → Prop} (a : Subtype p) (h : p a.val) : (⟨a.val, h⟩ : Subtype p) = a := rfl

@[simp] theorem mk_eq_mk {α : Type u} {p : α → Prop} {a : α} {h : p a} {a' : α} {h' : p a'} :
    (⟨a, h⟩ : Subtype p) = ⟨a', h'⟩ ↔ a = a' := Subtype.ext_iff

@[simp] protected theorem «forall» {α : Type u} {p : α → Prop} {q : Subtype p → Prop} :
    (∀ x, q x) ↔ ∀ a b, q ⟨a, b⟩ :=
  ⟨fun h a b => h ⟨a, b⟩, fun h x => h x.val x.property⟩

@[simp] protected theorem «exists» {α : Type u} {p : α → Prop} {q : Subtype p → Prop} :
    (∃ x, q x) ↔ ∃ a b, q ⟨a, b⟩ :=
  ⟨fun h => Exists.elim h (fun x hx => ⟨x.val, x.property, hx⟩),
   fun h => Exists.elim h (fun a h => Exists.elim h (fun b hb => ⟨⟨a, b⟩, hb⟩))⟩

theorem exists_of_subtype {α : Type u} {p : α → Prop} : Subtype p → ∃ x, p x
  | ⟨a, h⟩ => ⟨a, h⟩

instance instDecidableEq {α : Type u} {p : α → Prop} [DecidableEq α] : DecidableEq (Subtype p) := fun a b =>
  match decEq a.val b.val with
  | isTrue h => isTrue (eq h)
  | isFalse h => isFalse (fun e => h (congrArg Subtype.val e))

end Subtype

theorem Sigma.eta {α : Type u} {β : α → Type v} (p : Sigma β) : Sigma.mk p.1 p.2 = p := rfl

theorem PSigma.eta {α : Sort u} {β : α → Sort v} (p : PSigma β) : PSigma.mk p.1 p.2 = p := rfl
