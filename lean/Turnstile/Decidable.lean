/-!
# Decidable propositions and conditionals

The instances that decide compound propositions, case analysis on decidable propositions, and the lemmas on
`if … then … else …`.
-/

universe u v w

namespace Decidable

/-- Case analysis on a decidable proposition. -/
def byCases {p : Prop} {q : Sort u} [dec : Decidable p] (h1 : p → q) (h2 : ¬ p → q) : q :=
  match dec with
  | isTrue h => h1 h
  | isFalse h => h2 h

theorem em (p : Prop) [Decidable p] : p ∨ ¬ p := byCases Or.inl Or.inr

theorem byContradiction {p : Prop} [dec : Decidable p] (h : ¬ p → False) : p :=
  byCases id (fun np => False.elim (h np))

theorem of_not_not {p : Prop} [Decidable p] : ¬ ¬ p → p := fun hnn => byContradiction (fun hn => absurd hn hnn)

theorem of_not_imp {a b : Prop} [Decidable a] (h : ¬ (a → b)) : a := byContradiction (not_not_of_not_imp h)

@[simp] theorem not_not {p : Prop} [Decidable p] : ¬ ¬ p ↔ p := ⟨of_not_not, not_not_intro⟩

theorem not_and_iff_or_not_not {p q : Prop} [d₁ : Decidable p] [d₂ : Decidable q] : ¬ (p ∧ q) ↔ ¬ p ∨ ¬ q :=
  ⟨fun h => byCases (fun hp => Or.inr (fun hq => h ⟨hp, hq⟩)) Or.inl, not_and_of_not_or_not⟩

theorem not_and_iff_or_not {p q : Prop} [d₁ : Decidable p] [d₂ : Decidable q] : ¬ (p ∧ q) ↔ ¬ p ∨ ¬ q :=
  not_and_iff_or_not_not

theorem not_and_iff_not_or_not {a b : Prop} [Decidable a] : ¬ (a ∧ b) ↔ ¬ a ∨ ¬ b :=
  ⟨fun h => byCases (fun hp => Or.inr (fun hq => h ⟨hp, hq⟩)) Or.inl, not_and_of_not_or_not⟩

theorem or_iff_not_and_not {a b : Prop} [Decidable a] [Decidable b] : a ∨ b ↔ ¬ (¬ a ∧ ¬ b) :=
  ⟨fun h hn => Or.elim h hn.left hn.right,
   fun h => byCases Or.inl (fun ha => byCases Or.inr (fun hb => absurd ⟨ha, hb⟩ h))⟩

theorem and_iff_not_or_not {a b : Prop} [Decidable a] [Decidable b] : a ∧ b ↔ ¬ (¬ a ∨ ¬ b) :=
  ⟨fun h hn => Or.elim hn (fun ha => ha h.left) (fun hb => hb h.right),
   fun h => ⟨byContradiction (fun ha => h (Or.inl ha)), byContradiction (fun hb => h (Or.inr hb))⟩⟩

theorem not_imp_iff_and_not {a b : Prop} [Decidable a] : ¬ (a → b) ↔ a ∧ ¬ b :=
  ⟨fun h => ⟨of_not_imp h, not_of_not_imp h⟩, not_imp_of_and_not⟩

theorem imp_iff_not_or {a b : Prop} [Decidable a] : (a → b) ↔ (¬ a ∨ b) :=
  ⟨fun h => byCases (fun ha => Or.inr (h ha)) Or.inl, fun h ha => Or.elim h (fun hn => absurd ha hn) id⟩

theorem imp_iff_or_not {a b : Prop} [Decidable b] : (b → a) ↔ a ∨ ¬ b :=
  ⟨fun h => byCases (fun hb => Or.inl (h hb)) Or.inr, fun h hb => Or.elim h id (fun hn => absurd hb hn)⟩

theorem or_iff_not_imp_left {a b : Prop} [Decidable a] : a ∨ b ↔ (¬ a → b) :=
  ⟨Or.resolve_left, fun h => byCases Or.inl (fun ha => Or.inr (h ha))⟩

theorem or_iff_not_imp_right {a b : Prop} [Decidable b] : a ∨ b ↔ (¬ b → a) :=
  ⟨Or.resolve_right, fun h => byCases Or.inr (fun hb => Or.inl (h hb))⟩

theorem not_imp_not {a b : Prop} [Decidable a] : (¬ a → ¬ b) ↔ (b → a) :=
  ⟨fun h hb => byContradiction (fun ha => h ha hb), fun h ha hb => ha (h hb)⟩

theorem not_imp_comm {a b : Prop} [Decidable a] [Decidable b] : (¬ a → b) ↔ (¬ b → a) :=
  ⟨fun h hb => byContradiction (fun ha => hb (h ha)), fun h ha => byContradiction (fun hb => ha (h hb))⟩

theorem not_imp_symm {a b : Prop} [Decidable a] (h : ¬ a → b) (hb : ¬ b) : a :=
  byContradiction (fun ha => hb (h ha))

theorem not_iff_not {a b : Prop} [Decidable a] [Decidable b] : (¬ a ↔ ¬ b) ↔ (a ↔ b) :=
  ⟨fun h => ⟨not_imp_not.mp h.mpr, not_imp_not.mp h.mp⟩, not_congr⟩

theorem iff_iff_and_or_not_and_not {a b : Prop} [Decidable b] : (a ↔ b) ↔ (a ∧ b) ∨ (¬ a ∧ ¬ b) :=
  ⟨fun h => byCases (fun hb => Or.inl ⟨h.mpr hb, hb⟩) (fun hb => Or.inr ⟨fun ha => hb (h.mp ha), hb⟩),
   fun h => Or.elim h (fun hab => iff_of_true hab.left hab.right) (fun hab => iff_of_false hab.left hab.right)⟩

theorem peirce (a b : Prop) [Decidable a] : ((a → b) → a) → a :=
  fun h => byCases id (fun ha => h (fun ha' => absurd ha' ha))

theorem not_forall_not {α : Sort u} {p : α → Prop} [Decidable (∃ x, p x)] : (¬ ∀ x, ¬ p x) ↔ ∃ x, p x :=
  ⟨fun h => byContradiction (fun hn => h (not_exists.mp hn)), fun h hn => Exists.elim h hn⟩

end Decidable

/-! ## Instances -/

/-- A proposition equivalent to a decidable one is decidable. -/
def decidable_of_decidable_of_iff {p q : Prop} [Decidable p] (h : p ↔ q) : Decidable q :=
  match (inferInstance : Decidable p) with
  | isTrue hp => isTrue (h.mp hp)
  | isFalse hp => isFalse (fun hq => hp (h.mpr hq))

/-- A proposition equal to a decidable one is decidable. -/
def decidable_of_decidable_of_eq {p q : Prop} [Decidable p] (h : p = q) : Decidable q :=
  decidable_of_decidable_of_iff (Iff.of_eq h)

/-- A proposition equivalent to a decidable one is decidable. -/
def decidable_of_iff {b : Prop} (a : Prop) (h : a ↔ b) [Decidable a] : Decidable b :=
  decidable_of_decidable_of_iff h

/-- A proposition equivalent to a decidable one is decidable. -/
def decidable_of_iff' {a : Prop} (b : Prop) (h : a ↔ b) [Decidable b] : Decidable a :=
  decidable_of_decidable_of_iff h.symm

/-- A proposition equivalent to the truth of a Boolean is decidable. -/
def decidable_of_bool {a : Prop} : (b : Bool) → (b = true ↔ a) → Decidable a
  | true, h => isTrue (h.mp rfl)
  | false, h => isFalse (fun ha => Bool.false_ne_true (h.mpr ha))

instance instDecidableAnd {p q : Prop} [dp : Decidable p] [dq : Decidable q] : Decidable (p ∧ q) :=
  match dp with
  | isTrue hp =>
    match dq with
    | isTrue hq => isTrue ⟨hp, hq⟩
    | isFalse hq => isFalse (fun h => hq h.right)
  | isFalse hp => isFalse (fun h => hp h.left)

instance instDecidableOr {p q : Prop} [dp : Decidable p] [dq : Decidable q] : Decidable (p ∨ q) :=
  match dp with
  | isTrue hp => isTrue (Or.inl hp)
  | isFalse hp =>
    match dq with
    | isTrue hq => isTrue (Or.inr hq)
    | isFalse hq => isFalse (not_or_intro hp hq)

instance instDecidableNot {p : Prop} [dp : Decidable p] : Decidable (¬ p) :=
  match dp with
  | isTrue hp => isFalse (fun h => h hp)
  | isFalse hp => isTrue hp

instance instDecidableForall {p q : Prop} [dp : Decidable p] [dq : Decidable q] : Decidable (p → q) :=
  match dp with
  | isTrue hp =>
    match dq with
    | isTrue hq => isTrue (fun _ => hq)
    | isFalse hq => isFalse (fun h => hq (h hp))
  | isFalse hp => isTrue (fun h => absurd h hp)

instance instDecidableIff {p q : Prop} [dp : Decidable p] [dq : Decidable q] : Decidable (p ↔ q) :=
  match dp with
  | isTrue hp =>
    match dq with
    | isTrue hq => isTrue (iff_of_true hp hq)
    | isFalse hq => isFalse (fun h => hq (h.mp hp))
  | isFalse hp =>
    match dq with
    | isTrue hq => isFalse (fun h => hp (h.mpr hq))
    | isFalse hq => isTrue (iff_of_false hp hq)

instance instDecidableEqOfIff {p q : Prop} [d : Decidable (p ↔ q)] : Decidable (p = q) :=
  match d with
  | isTrue h => isTrue (propext h)
  | isFalse h => isFalse (fun e => h (Iff.of_eq e))

instance instDecidableIte {c t e : Prop} [dC : Decidable c] [dT : Decidable t] [dE : Decidable e] :
    Decidable (if c then t else e) :=
  match dC with
  | isTrue _ => dT
  | isFalse _ => dE

instance instDecidableDite {c : Prop} {t : c → Prop} {e : ¬ c → Prop} [dC : Decidable c]
    [dT : (h : c) → Decidable (t h)] [dE : (h : ¬ c) → Decidable (e h)] :
    Decidable (if h : c then t h else e h) :=
  match dC with
  | isTrue hc => dT hc
  | isFalse hc => dE hc

instance instDecidableEqPUnit : DecidableEq PUnit.{u} := fun a b =>
  match a, b with
  | PUnit.unit, PUnit.unit => isTrue rfl

instance instDecidableEqEmpty : DecidableEq Empty := fun a _ => Empty.elim a

instance instDecidableEqProd {α : Type u} {β : Type v} [DecidableEq α] [DecidableEq β] : DecidableEq (α × β) :=
  fun p q =>
    match p, q with
    | ⟨a, b⟩, ⟨a', b'⟩ =>
      match decEq a a' with
      | isTrue e₁ =>
        match decEq b b' with
        | isTrue e₂ => isTrue (congr (congrArg Prod.mk e₁) e₂)
        | isFalse n₂ => isFalse (fun h => n₂ (congrArg Prod.snd h))
      | isFalse n₁ => isFalse (fun h => n₁ (congrArg Prod.fst h))

/-- A property of all truth values is decidable. -/
instance Bool.instDecidableForallOfDecidablePred (p : Bool → Prop) [inst : DecidablePred p] :
    Decidable (∀ x, p x) :=
  match inst true, inst false with
  | isFalse ht, _ => isFalse (fun h => ht (h true))
  | isTrue _, isFalse hf => isFalse (fun h => hf (h false))
  | isTrue ht, isTrue hf => isTrue (fun x => match x with
    | true => ht
    | false => hf)

/-- A property of some truth value is decidable. -/
instance Bool.instDecidableExistsOfDecidablePred (p : Bool → Prop) [inst : DecidablePred p] :
    Decidable (∃ x, p x) :=
  match inst true, inst false with
  | isTrue ht, _ => isTrue ⟨true, ht⟩
  | isFalse _, isTrue hf => isTrue ⟨false, hf⟩
  | isFalse ht, isFalse hf => isFalse (fun h => Exists.elim h (fun x => match x with
    | true => ht
    | false => hf))

/-! ## `decide` -/

theorem decide_eq_true_iff {p : Prop} [Decidable p] : decide p = true ↔ p := ⟨of_decide_eq_true, decide_eq_true⟩

@[simp] theorem decide_eq_true_eq {p : Prop} [Decidable p] : (decide p = true) = p := propext decide_eq_true_iff

@[simp] theorem decide_eq_false_iff_not {p : Prop} [Decidable p] : (decide p = false) ↔ ¬ p :=
  ⟨of_decide_eq_false, decide_eq_false⟩

@[simp] theorem decide_true (h : Decidable True) : @decide True h = true := decide_eq_true trivial

@[simp] theorem decide_false (h : Decidable False) : @decide False h = false := decide_eq_false id

theorem decide_eq_decide {p q : Prop} [Decidable p] [Decidable q] : decide p = decide q ↔ (p ↔ q) :=
  ⟨fun h => ⟨fun hp => of_decide_eq_true (h.symm.trans (decide_eq_true hp)),
             fun hq => of_decide_eq_true (h.trans (decide_eq_true hq))⟩,
   fun h => match (inferInstance : Decidable p) with
    | isTrue hp => (decide_eq_true hp).trans (decide_eq_true (h.mp hp)).symm
    | isFalse hp => (decide_eq_false hp).trans (decide_eq_false (fun hq => hp (h.mpr hq))).symm⟩

@[simp] theorem decide_not {p : Prop} [g : Decidable p] [h : Decidable (¬ p)] : decide (¬ p) = !(decide p) :=
  match g with
  | isTrue hp => decide_eq_false (fun hn => hn hp)
  | isFalse hp => decide_eq_true hp

theorem not_decide_eq_true {p : Prop} [h : Decidable p] : ((!(decide p)) = true) = ¬ p :=
  match h with
  | isTrue hp => propext ⟨fun e => absurd e Bool.false_ne_true, fun hn => absurd hp hn⟩
  | isFalse hp => propext ⟨fun _ => hp, fun _ => rfl⟩

/-! ## `if … then … else …` -/

theorem if_pos {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t e : α} : (ite c t e) = t :=
  match h with
  | isTrue _ => rfl
  | isFalse hnc => absurd hc hnc

theorem if_neg {c : Prop} {h : Decidable c} (hnc : ¬ c) {α : Sort u} {t e : α} : (ite c t e) = e :=
  match h with
  | isTrue hc => absurd hc hnc
  | isFalse _ => rfl

theorem dif_pos {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t : c → α} {e : ¬ c → α} :
    (dite c t e) = t hc :=
  match h with
  | isTrue _ => rfl
  | isFalse hnc => absurd hc hnc

theorem dif_neg {c : Prop} {h : Decidable c} (hnc : ¬ c) {α : Sort u} {t : c → α} {e : ¬ c → α} :
    (dite c t e) = e hnc :=
  match h with
  | isTrue hc => absurd hc hnc
  | isFalse _ => rfl

theorem dif_eq_if (c : Prop) {h : Decidable c} {α : Sort u} (t : α) (e : α) :
    (dite c (fun _ => t) (fun _ => e)) = ite c t e :=
  match h with
  | isTrue _ => rfl
  | isFalse _ => rfl

@[simp] theorem dite_eq_ite {α : Sort u} {P : Prop} {a b : α} [h : Decidable P] :
    (dite P (fun _ => a) (fun _ => b)) = ite P a b := dif_eq_if P a b

@[simp] theorem if_true {α : Sort u} {_ : Decidable True} (t e : α) : ite True t e = t := if_pos trivial

@[simp] theorem if_false {α : Sort u} {_ : Decidable False} (t e : α) : ite False t e = e := if_neg id

@[simp] theorem ite_true {α : Sort u} (a b : α) : (if True then a else b) = a := rfl

@[simp] theorem ite_false {α : Sort u} (a b : α) : (if False then a else b) = b := rfl

@[simp] theorem dite_true {α : Sort u} {t : True → α} {e : ¬ True → α} : (dite True t e) = t True.intro := rfl

@[simp] theorem dite_false {α : Sort u} {t : False → α} {e : ¬ False → α} : (dite False t e) = e not_false := rfl

@[simp] theorem ite_self {α : Sort u} {c : Prop} {d : Decidable c} (a : α) : ite c a a = a :=
  match d with
  | isTrue _ => rfl
  | isFalse _ => rfl

theorem ite_congr {α : Sort u} {b c : Prop} {x y u v : α} {s : Decidable b} [Decidable c] (h₁ : b = c)
    (h₂ : c → x = u) (h₃ : ¬ c → y = v) : ite b x y = ite c u v :=
  Decidable.byCases (p := c)
    (fun hc => (if_pos (Eq.mpr h₁ hc)).trans ((h₂ hc).trans (if_pos hc).symm))
    (fun hc => (if_neg (fun hb => hc (Eq.mp h₁ hb))).trans ((h₃ hc).trans (if_neg hc).symm))

theorem ite_cond_congr {α : Sort u} {b c : Prop} {x y : α} {s : Decidable b} [Decidable c] (h : b = c) :
    ite b x y = ite c x y := ite_congr h (fun _ => rfl) (fun _ => rfl)

theorem dite_congr {b c : Prop} {α : Sort u} {s : Decidable b} [Decidable c] {x : b → α} {u : c → α}
    {y : ¬ b → α} {v : ¬ c → α} (h₁ : b = c) (h₂ : (h : c) → x (Eq.mpr h₁ h) = u h)
    (h₃ : (h : ¬ c) → y (fun hb => h (Eq.mp h₁ hb)) = v h) : dite b x y = dite c u v :=
  Decidable.byCases (p := c)
    (fun hc => (dif_pos (Eq.mpr h₁ hc)).trans ((h₂ hc).trans (dif_pos hc).symm))
    (fun hc => (dif_neg (fun hb => hc (Eq.mp h₁ hb))).trans ((h₃ hc).trans (dif_neg hc).symm))

theorem ite_cond_eq_true {α : Sort u} {c : Prop} {d : Decidable c} (a b : α) (h : c = True) : (if c then a else b) = a :=
  if_pos (of_eq_true h)

theorem ite_cond_eq_false {α : Sort u} {c : Prop} {d : Decidable c} (a b : α) (h : c = False) : (if c then a else b) = b :=
  if_neg (of_eq_false h)

theorem dite_cond_eq_true {α : Sort u} {c : Prop} {d : Decidable c} {t : c → α} {e : ¬ c → α} (h : c = True) :
    (dite c t e) = t (of_eq_true h) := dif_pos (of_eq_true h)

theorem dite_cond_eq_false {α : Sort u} {c : Prop} {d : Decidable c} {t : c → α} {e : ¬ c → α} (h : c = False) :
    (dite c t e) = e (of_eq_false h) := dif_neg (of_eq_false h)

/-- A function may be pulled out of a conditional. -/
theorem apply_ite {α : Sort u} {β : Sort v} (f : α → β) (P : Prop) [d : Decidable P] (x y : α) :
    f (ite P x y) = ite P (f x) (f y) :=
  match d with
  | isTrue _ => rfl
  | isFalse _ => rfl

/-- A function may be pulled out of a dependent conditional. -/
theorem apply_dite {α : Sort u} {β : Sort v} (f : α → β) (P : Prop) [d : Decidable P] (x : P → α) (y : ¬ P → α) :
    f (dite P x y) = dite P (fun h => f (x h)) (fun h => f (y h)) :=
  match d with
  | isTrue _ => rfl
  | isFalse _ => rfl

@[simp] theorem ite_not {α : Sort u} (p : Prop) [d : Decidable p] (x y : α) :
    ite (¬ p) x y = ite p y x :=
  match d with
  | isTrue _ => rfl
  | isFalse _ => rfl

@[simp] theorem ite_eq_left_iff {α : Sort u} {a b : α} {P : Prop} [d : Decidable P] :
    ite P a b = a ↔ (¬ P → b = a) :=
  match d with
  | isTrue h => iff_of_true rfl (fun hn => absurd h hn)
  | isFalse h => ⟨fun e _ => e, fun e => e h⟩

@[simp] theorem ite_eq_right_iff {α : Sort u} {a b : α} {P : Prop} [d : Decidable P] :
    ite P a b = b ↔ (P → a = b) :=
  match d with
  | isTrue h => ⟨fun e _ => e, fun e => e h⟩
  | isFalse h => iff_of_true rfl (fun hp => absurd hp h)

theorem ite_eq_iff {α : Sort u} {a b c : α} {P : Prop} [d : Decidable P] :
    ite P a b = c ↔ P ∧ a = c ∨ ¬ P ∧ b = c :=
  match d with
  | isTrue h => ⟨fun e => Or.inl ⟨h, e⟩, fun o => Or.elim o And.right (fun hn => absurd h hn.left)⟩
  | isFalse h => ⟨fun e => Or.inr ⟨h, e⟩, fun o => Or.elim o (fun hp => absurd hp.left h) And.right⟩

theorem ite_eq_or_eq {α : Sort u} (P : Prop) [d : Decidable P] (a b : α) : ite P a b = a ∨ ite P a b = b :=
  match d with
  | isTrue _ => Or.inl rfl
  | isFalse _ => Or.inr rfl

@[simp] theorem ite_then_self {p q : Prop} [h : Decidable p] : (if p then p else q) ↔ (¬ p → q) :=
  match h with
  | isTrue hp => iff_of_true hp (fun hn => absurd hp hn)
  | isFalse hp => ⟨fun hq _ => hq, fun hq => hq hp⟩

@[simp] theorem ite_else_self {p q : Prop} [h : Decidable p] : (if p then q else p) ↔ (p ∧ q) :=
  match h with
  | isTrue hp => ⟨fun hq => ⟨hp, hq⟩, And.right⟩
  | isFalse hp => iff_of_false hp (fun hpq => hp hpq.left)

@[simp] theorem if_true_left {p q : Prop} [h : Decidable p] : ite p True q ↔ (¬ p → q) :=
  match h with
  | isTrue hp => iff_of_true trivial (fun hn => absurd hp hn)
  | isFalse hp => ⟨fun hq _ => hq, fun hq => hq hp⟩

@[simp] theorem if_false_left {p q : Prop} [h : Decidable p] : ite p False q ↔ ¬ p ∧ q :=
  match h with
  | isTrue hp => iff_of_false id (fun hn => hn.left hp)
  | isFalse hp => ⟨fun hq => ⟨hp, hq⟩, And.right⟩

@[simp] theorem if_true_right {p q : Prop} [h : Decidable p] : ite p q True ↔ (p → q) :=
  match h with
  | isTrue hp => ⟨fun hq _ => hq, fun hq => hq hp⟩
  | isFalse hp => iff_of_true trivial (fun h => absurd h hp)

@[simp] theorem if_false_right {p q : Prop} [h : Decidable p] : ite p q False ↔ p ∧ q :=
  match h with
  | isTrue hp => ⟨fun hq => ⟨hp, hq⟩, And.right⟩
  | isFalse hp => iff_of_false id (fun hpq => hp hpq.left)
