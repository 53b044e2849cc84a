/-!
# Quotients, function extensionality, and classical logic

Functions that agree everywhere are equal, because they agree on a quotient. With extensionality, `propext` and
choice, every proposition is true or false; the rest of the file draws the consequences.
-/

universe u v w

/-! ## Quotients -/

/-- `Quot.lift` with the quotient first. -/
def Quot.liftOn {α : Sort u} {β : Sort v} {r : α → α → Prop} (q : Quot r) (f : α → β)
    (c : (a b : α) → r a b → f a = f b) : β :=
  Quot.lift f c q

theorem Quot.liftBeta {α : Sort u} {r : α → α → Prop} {β : Sort v} (f : α → β)
    (c : (a b : α) → r a b → f a = f b) (a : α) : Quot.lift f c (Quot.mk r a) = f a := rfl

theorem Quot.indBeta {α : Sort u} {r : α → α → Prop} {motive : Quot r → Prop}
    (p : (a : α) → motive (Quot.mk r a)) (a : α) : (Quot.ind p (Quot.mk r a) : motive (Quot.mk r a)) = p a := rfl

protected theorem Quot.inductionOn {α : Sort u} {r : α → α → Prop} {motive : Quot r → Prop} (q : Quot r)
    (h : (a : α) → motive (Quot.mk r a)) : motive q :=
  Quot.ind h q

theorem Quot.exists_rep {α : Sort u} {r : α → α → Prop} (q : Quot r) : ∃ a, Quot.mk r a = q :=
  @Quot.ind α r (fun q => ∃ a, Quot.mk r a = q) (fun a => ⟨a, rfl⟩) q

/-! ## Function extensionality -/

/-- Applies a class of functions that agree everywhere. -/
private def Function.applyClass {α : Sort u} {β : α → Sort v}
    (q : Quot (fun (f g : (x : α) → β x) => ∀ x, f x = g x)) (x : α) : β x :=
  Quot.lift (fun f => f x) (fun _ _ h => h x) q

/-- Functions that agree everywhere are equal. -/
theorem funext {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : ∀ x, f x = g x) : f = g :=
  congrArg (fun q => Function.applyClass q)
    (@Quot.sound ((x : α) → β x) (fun f g => ∀ x, f x = g x) f g h)

theorem funext_iff {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} : f = g ↔ ∀ x, f x = g x :=
  ⟨fun h x => congrFun h x, funext⟩

theorem pi_congr {α : Sort u} {β β' : α → Sort v} (h : ∀ a, β a = β' a) : (∀ a, β a) = ∀ a, β' a :=
  congrArg (fun (γ : α → Sort v) => (a : α) → γ a) (funext h)

theorem forall_congr_eq {α : Sort u} {p q : α → Prop} (h : ∀ a, p a = q a) : (∀ a, p a) = ∀ a, q a := forall_congr h

theorem exists_congr_eq {α : Sort u} {p q : α → Prop} (h : ∀ a, p a = q a) : (∃ a, p a) = ∃ a, q a :=
  congrArg Exists (funext h)

/-! ## Types with at most one element -/

/-- Types with at most one element. -/
class Subsingleton (α : Sort u) : Prop where
  intro ::
  allEq : (a b : α) → a = b

protected theorem Subsingleton.elim {α : Sort u} [h : Subsingleton α] : (a b : α) → a = b := h.allEq

protected theorem Subsingleton.helim {α β : Sort u} [h₁ : Subsingleton α] (h₂ : α = β) (a : α) (b : β) : HEq a b :=
  HEq.trans (cast_heq h₂ a).symm
    (heq_of_eq (@Eq.ndrec (Sort u) α (fun γ => (x y : γ) → x = y) h₁.allEq β h₂ (cast h₂ a) b))

theorem proof_irrel {a : Prop} (h₁ h₂ : a) : h₁ = h₂ := rfl

theorem proof_irrel_heq {p q : Prop} (hp : p) (hq : q) : HEq hp hq :=
  (fun (h : p = q) => Subsingleton.helim (h₁ := (⟨fun _ _ => rfl⟩ : Subsingleton p)) h hp hq) (propext (iff_of_true hp hq))

instance instSubsingleton (p : Prop) : Subsingleton p := ⟨fun _ _ => rfl⟩
instance instSubsingletonPUnit : Subsingleton PUnit.{u} := ⟨fun a b => match a, b with
  | PUnit.unit, PUnit.unit => rfl⟩
instance instSubsingletonEmpty : Subsingleton Empty := ⟨fun a _ => Empty.elim a⟩

instance instSubsingletonDecidable (p : Prop) : Subsingleton (Decidable p) := ⟨fun a b =>
  match a, b with
  | isTrue _, isTrue _ => rfl
  | isFalse _, isFalse _ => rfl
  | isTrue h₁, isFalse h₂ => absurd h₁ h₂
  | isFalse h₁, isTrue h₂ => absurd h₂ h₁⟩

instance Pi.instSubsingleton {α : Sort u} {β : α → Sort v} [(a : α) → Subsingleton (β a)] :
    Subsingleton ((a : α) → β a) := ⟨fun f g => funext (fun a => Subsingleton.elim (f a) (g a))⟩

theorem PUnit.subsingleton (a b : PUnit.{u}) : a = b := rfl

@[simp] theorem PUnit.eq_punit (a : PUnit.{u}) : a = PUnit.unit := rfl

/-! ## Choice -/

namespace Classical

/-- An element with the property, from a proof that there is one. -/
noncomputable def indefiniteDescription {α : Sort u} (p : α → Prop) (h : ∃ x, p x) : Subtype p :=
  choice (Exists.elim h (fun x px => ⟨⟨x, px⟩⟩))

/-- An element with the property, from a proof that there is one. -/
noncomputable def choose {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : α := (indefiniteDescription p h).val

theorem choose_spec {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : p (choose h) :=
  (indefiniteDescription p h).property

private theorem choose_eq {P Q : Bool → Prop} (e : P = Q) (hP : ∃ b, P b) (hQ : ∃ b, Q b) : choose hP = choose hQ :=
  @Eq.ndrec (Bool → Prop) P (fun R => (hR : ∃ b, R b) → choose hP = choose hR) (fun _ => rfl) Q e hQ

/-- Excluded middle: choose from two sets of truth values that are equal exactly if `p` holds (Diaconescu). -/
theorem em (p : Prop) : p ∨ ¬ p :=
  have hP : ∃ b : Bool, b = true ∨ p := ⟨true, Or.inl rfl⟩
  have hQ : ∃ b : Bool, b = false ∨ p := ⟨false, Or.inl rfl⟩
  match Bool.decEq (choose hP) (choose hQ) with
  | isTrue e =>
    Or.inl (Or.elim (choose_spec hP)
      (fun hu => Or.elim (choose_spec hQ)
        (fun hv => absurd (hv.symm.trans (e.symm.trans hu)) Bool.false_ne_true)
        id)
      id)
  | isFalse ne =>
    Or.inr (fun hp => ne (choose_eq
      (funext (fun b => propext ⟨fun _ => Or.inr hp, fun _ => Or.inr hp⟩)) hP hQ))

/-- Every proposition can be decided, though not computed. -/
noncomputable scoped instance (priority := low) propDecidable (a : Prop) : Decidable a :=
  choice (Or.elim (em a) (fun ha => ⟨isTrue ha⟩) (fun hn => ⟨isFalse hn⟩))

noncomputable def decidableInhabited (a : Prop) : Inhabited (Decidable a) := ⟨propDecidable a⟩

theorem exists_true_of_nonempty {α : Sort u} (h : Nonempty α) : ∃ _ : α, True :=
  Nonempty.elim h (fun a => ⟨a, trivial⟩)

/-- An inhabitant, from a proof that there is one. -/
noncomputable def inhabited_of_nonempty {α : Sort u} (h : Nonempty α) : Inhabited α := ⟨choice h⟩

/-- An inhabitant of the domain of an existential. -/
noncomputable def inhabited_of_exists {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : Inhabited α := ⟨choose h⟩

/-- A value with the property if there is one, any value otherwise. -/
noncomputable def epsilon {α : Sort u} [h : Nonempty α] (p : α → Prop) : α :=
  @dite α (∃ x, p x) (propDecidable (∃ x, p x)) (fun hex => choose hex) (fun _ => choice h)

theorem axiomOfChoice {α : Sort u} {β : α → Sort v} {r : (x : α) → β x → Prop} (h : ∀ x, ∃ y, r x y) :
    ∃ f : (x : α) → β x, ∀ x, r x (f x) :=
  ⟨fun x => choose (h x), fun x => choose_spec (h x)⟩

theorem skolem {α : Sort u} {b : α → Sort v} {p : (x : α) → b x → Prop} :
    (∀ x, ∃ y, p x y) ↔ ∃ f : (x : α) → b x, ∀ x, p x (f x) :=
  ⟨axiomOfChoice, fun h x => Exists.elim h (fun f hf => ⟨f x, hf x⟩)⟩

theorem propComplete (a : Prop) : a = True ∨ a = False :=
  Or.elim (em a) (fun ha => Or.inl (eq_true ha)) (fun hn => Or.inr (eq_false hn))

theorem byCases {p q : Prop} (hpq : p → q) (hnpq : ¬ p → q) : q := Or.elim (em p) hpq hnpq

theorem byContradiction {p : Prop} (h : ¬ p → False) : p := byCases id (fun hn => False.elim (h hn))

theorem of_not_not {a : Prop} (h : ¬ ¬ a) : a := byContradiction h

/-- Double negation. -/
@[simp] theorem not_not {a : Prop} : ¬ ¬ a ↔ a := ⟨of_not_not, not_not_intro⟩

@[simp] theorem not_forall {α : Sort u} {p : α → Prop} : (¬ ∀ x, p x) ↔ ∃ x, ¬ p x :=
  ⟨fun h => byContradiction (fun hn => h (fun x => byContradiction (fun hx => hn ⟨x, hx⟩))),
   not_forall_of_exists_not⟩

theorem not_forall_not {α : Sort u} {p : α → Prop} : (¬ ∀ x, ¬ p x) ↔ ∃ x, p x :=
  ⟨fun h => byContradiction (fun hn => h (fun x hx => hn ⟨x, hx⟩)), fun h hn => Exists.elim h hn⟩

theorem not_exists_not {α : Sort u} {p : α → Prop} : (¬ ∃ x, ¬ p x) ↔ ∀ x, p x :=
  ⟨fun h x => byContradiction (fun hx => h ⟨x, hx⟩), fun h hex => Exists.elim hex (fun x hx => hx (h x))⟩

theorem forall_or_exists_not {α : Sort u} (P : α → Prop) : (∀ a, P a) ∨ ∃ a, ¬ P a :=
  Or.elim (em (∀ a, P a)) Or.inl (fun h => Or.inr (not_forall.mp h))

theorem exists_or_forall_not {α : Sort u} (P : α → Prop) : (∃ a, P a) ∨ ∀ a, ¬ P a :=
  Or.elim (em (∃ a, P a)) Or.inl (fun h => Or.inr (not_exists.mp h))

theorem or_iff_not_imp_left {a b : Prop} : a ∨ b ↔ (¬ a → b) :=
  ⟨Or.resolve_left, fun h => Or.elim (em a) Or.inl (fun ha => Or.inr (h ha))⟩

theorem or_iff_not_imp_right {a b : Prop} : a ∨ b ↔ (¬ b → a) :=
  ⟨Or.resolve_right, fun h => Or.elim (em b) Or.inr (fun hb => Or.inl (h hb))⟩

theorem not_imp_iff_and_not {a b : Prop} : ¬ (a → b) ↔ a ∧ ¬ b :=
  ⟨fun h => ⟨byContradiction (fun ha => h (fun ha' => absurd ha' ha)), not_of_not_imp h⟩, not_imp_of_and_not⟩

@[simp] theorem not_imp {a b : Prop} : ¬ (a → b) ↔ a ∧ ¬ b := not_imp_iff_and_not

theorem not_and_iff_not_or_not {a b : Prop} : ¬ (a ∧ b) ↔ ¬ a ∨ ¬ b :=
  ⟨fun h => Or.elim (em a) (fun ha => Or.inr (fun hb => h ⟨ha, hb⟩)) Or.inl, not_and_of_not_or_not⟩

theorem not_and_iff_or_not_not {a b : Prop} : ¬ (a ∧ b) ↔ ¬ a ∨ ¬ b := not_and_iff_not_or_not

theorem not_iff {a b : Prop} : ¬ (a ↔ b) ↔ (¬ a ↔ b) :=
  ⟨fun h => ⟨fun ha => byContradiction (fun hb => h (iff_of_false ha hb)), fun hb ha => h (iff_of_true ha hb)⟩,
   fun h e => not_iff_self (h.trans e.symm)⟩

@[simp] theorem imp_iff_left_iff {a b : Prop} : (b ↔ a → b) ↔ a ∨ b :=
  ⟨fun h => Or.elim (em a) Or.inl (fun ha => Or.inr (h.mpr (fun ha' => absurd ha' ha))),
   fun h => Or.elim h (fun ha => (imp_iff_right ha).symm) (fun hb => iff_of_true hb (fun _ => hb))⟩

theorem imp_iff_not_or {a b : Prop} : (a → b) ↔ (¬ a ∨ b) :=
  ⟨fun h => Or.elim (em a) (fun ha => Or.inr (h ha)) Or.inl, fun h ha => Or.elim h (fun hn => absurd ha hn) id⟩

theorem imp_iff_or_not {a b : Prop} : (b → a) ↔ a ∨ ¬ b :=
  ⟨fun h => Or.elim (em b) (fun hb => Or.inl (h hb)) Or.inr, fun h hb => Or.elim h id (fun hn => absurd hb hn)⟩

theorem and_or_imp {a b c : Prop} : a ∧ b ∨ (a → c) ↔ a → b ∨ c :=
  ⟨fun h ha => Or.elim h (fun hab => Or.inl hab.right) (fun hac => Or.inr (hac ha)),
   fun h => Or.elim (em a)
     (fun ha => Or.elim (h ha) (fun hb => Or.inl ⟨ha, hb⟩) (fun hc => Or.inr (fun _ => hc)))
     (fun ha => Or.inr (fun ha' => absurd ha' ha))⟩

theorem imp_or {a b c : Prop} : (a → b ∨ c) ↔ (a → b) ∨ (a → c) :=
  ⟨fun h => Or.elim (em a) (fun ha => Or.imp (fun hb _ => hb) (fun hc _ => hc) (h ha))
      (fun ha => Or.inl (fun ha' => absurd ha' ha)),
   fun h ha => Or.imp (fun hb => hb ha) (fun hc => hc ha) h⟩

theorem imp_and_neg_imp_iff (p : Prop) {q : Prop} : (p → q) ∧ (¬ p → q) ↔ q :=
  ⟨fun h => byCases h.left h.right, fun h => ⟨fun _ => h, fun _ => h⟩⟩

theorem peirce (a b : Prop) : ((a → b) → a) → a :=
  fun h => byContradiction (fun ha => ha (h (fun ha' => absurd ha' ha)))

end Classical

export Classical (imp_iff_left_iff imp_and_neg_imp_iff and_or_imp not_imp)

theorem not_not {a : Prop} : ¬ ¬ a ↔ a := Classical.not_not

theorem not_forall {α : Sort u} {p : α → Prop} : (¬ ∀ x, p x) ↔ ∃ x, ¬ p x := Classical.not_forall

theorem not_and_or {a b : Prop} : ¬ (a ∧ b) ↔ ¬ a ∨ ¬ b := Classical.not_and_iff_not_or_not

/-- An element with the property, from a proof that there is one. -/
noncomputable def Exists.choose {α : Sort u} {p : α → Prop} (P : ∃ a, p a) : α := Classical.choose P

theorem Exists.choose_spec {α : Sort u} {p : α → Prop} (P : ∃ a, p a) : p P.choose :=
  Classical.choose_spec P

theorem exists_or_eq_left {α : Sort u} (y : α) (p : α → Prop) : ∃ x : α, x = y ∨ p x := ⟨y, Or.inl rfl⟩

/-! ## Equivalence relations and their quotients -/

/-- `r` is an equivalence relation. -/
structure Equivalence {α : Sort u} (r : α → α → Prop) : Prop where
  refl : ∀ x, r x x
  symm : ∀ {x y}, r x y → r y x
  trans : ∀ {x y z}, r x y → r y z → r x z

/-- Types with an equivalence relation. -/
class Setoid (α : Sort u) where
  r : α → α → Prop
  iseqv : Equivalence r

instance instHasEquivOfSetoid {α : Sort u} [Setoid α] : HasEquiv α := ⟨Setoid.r⟩

theorem Setoid.refl {α : Sort u} [Setoid α] (a : α) : Setoid.r a a := Setoid.iseqv.refl a

theorem Setoid.symm {α : Sort u} [Setoid α] {a b : α} (hab : Setoid.r a b) : Setoid.r b a := Setoid.iseqv.symm hab

theorem Setoid.trans {α : Sort u} [Setoid α] {a b c : α} (hab : Setoid.r a b) (hbc : Setoid.r b c) : Setoid.r a c :=
  Setoid.iseqv.trans hab hbc

/-- The quotient by an equivalence relation. -/
def Quotient {α : Sort u} (s : Setoid α) : Sort u := @Quot α Setoid.r

namespace Quotient

/-- The class of an element. -/
protected def mk {α : Sort u} (s : Setoid α) (a : α) : Quotient s := Quot.mk Setoid.r a

/-- The class of an element, with the relation found by type-class resolution. -/
protected def mk' {α : Sort u} [s : Setoid α] (a : α) : Quotient s := Quotient.mk s a

theorem sound {α : Sort u} {s : Setoid α} {a b : α} : s.r a b → Quotient.mk s a = Quotient.mk s b := Quot.sound

/-- A function that respects the relation, on the quotient. -/
protected def lift {α : Sort u} {β : Sort v} {s : Setoid α} (f : α → β) (h : (a b : α) → s.r a b → f a = f b) :
    Quotient s → β := Quot.lift f h

protected theorem ind {α : Sort u} {s : Setoid α} {motive : Quotient s → Prop}
    (h : (a : α) → motive (Quotient.mk s a)) (q : Quotient s) : motive q := Quot.ind h q

/-- `Quotient.lift` with the quotient first. -/
protected def liftOn {α : Sort u} {β : Sort v} {s : Setoid α} (q : Quotient s) (f : α → β)
    (c : (a b : α) → s.r a b → f a = f b) : β := Quot.lift f c q

protected theorem inductionOn {α : Sort u} {s : Setoid α} {motive : Quotient s → Prop} (q : Quotient s)
    (h : (a : α) → motive (Quotient.mk s a)) : motive q := Quot.ind h q

theorem exists_rep {α : Sort u} {s : Setoid α} (q : Quotient s) : ∃ a : α, Quotient.mk s a = q :=
  Quot.exists_rep q

/-- The relation, lifted to classes, holds between equal classes. -/
private def rel {α : Sort u} {s : Setoid α} (a : α) (q : Quotient s) : Prop :=
  Quot.lift (fun b => s.r a b)
    (fun _ _ h => propext ⟨fun hab => s.iseqv.trans hab h, fun hab => s.iseqv.trans hab (s.iseqv.symm h)⟩) q

theorem exact {α : Sort u} {s : Setoid α} {a b : α} (h : Quotient.mk s a = Quotient.mk s b) : s.r a b :=
  @Eq.ndrec (Quotient s) (Quotient.mk s a) (fun q => Quotient.rel a q) (s.iseqv.refl a) (Quotient.mk s b) h

theorem eq {α : Sort u} {s : Setoid α} {a b : α} : Quotient.mk s a = Quotient.mk s b ↔ s.r a b := ⟨exact, sound⟩

end Quotient
