/-!
# Connectives, conditionals and decidability

The elementary theory of the connectives, the instances that decide compound propositions, `if … then … else …`,
and the equations by which the simplifier rewrites propositions. Constructive throughout; `Turnstile.Classical`
continues with excluded middle.
-/

universe u v w

/-! ## Implication and negation -/

theorem not_false : ¬ False := id

theorem mt {a b : Prop} (h₁ : a → b) (h₂ : ¬ b) : ¬ a := fun ha => h₂ (h₁ ha)

theorem not_not_intro {p : Prop} (h : p) : ¬ ¬ p := fun hn => hn h

theorem imp_intro {α β : Prop} (h : α) : β → α := fun _ => h

theorem imp_imp_imp {a b c d : Prop} (h₀ : c → a) (h₁ : b → d) : (a → b) → (c → d) :=
  fun h hc => h₁ (h (h₀ hc))

def Not.elim {a : Prop} {α : Sort u} (h₁ : ¬ a) (h₂ : a) : α := absurd h₂ h₁

theorem Not.intro {a : Prop} (h : a → False) : ¬ a := h

theorem Not.imp {a b : Prop} (h₂ : ¬ b) (h₁ : a → b) : ¬ a := mt h₁ h₂

theorem Function.mt {a b : Prop} (h₁ : a → b) (h₂ : ¬ b) : ¬ a := fun ha => h₂ (h₁ ha)

theorem imp.swap {a b : Sort u} {c : Prop} : (a → b → c) ↔ (b → a → c) :=
  ⟨fun h b a => h a b, fun h a b => h b a⟩

/-! ## Equality and inequality -/

theorem ne_of_eq_of_ne {α : Sort u} {a b c : α} (h₁ : a = b) (h₂ : b ≠ c) : a ≠ c :=
  fun h => h₂ (h₁.symm.trans h)

theorem ne_of_ne_of_eq {α : Sort u} {a b c : α} (h₁ : a ≠ b) (h₂ : b = c) : a ≠ c :=
  fun h => h₁ (h.trans h₂.symm)

theorem Ne.intro {α : Sort u} {a b : α} (h : a = b → False) : a ≠ b := h

theorem Ne.elim {α : Sort u} {a b : α} (h : a ≠ b) : a = b → False := h

theorem Ne.irrefl {α : Sort u} {a : α} (h : a ≠ a) : False := h rfl

@[symm] theorem Ne.symm {α : Sort u} {a b : α} (h : a ≠ b) : b ≠ a := fun h₁ => h h₁.symm

theorem ne_comm {α : Sort u} {a b : α} : a ≠ b ↔ b ≠ a := ⟨Ne.symm, Ne.symm⟩

theorem false_of_ne {α : Sort u} {a : α} : a ≠ a → False := fun h => h rfl

theorem ne_false_of_self {p : Prop} (hp : p) : p ≠ False := fun h => @Eq.mp p False h hp

theorem ne_true_of_not {p : Prop} (hnp : ¬ p) : p ≠ True := fun h => hnp (@Eq.mpr p True h trivial)

theorem true_ne_false : ¬ (True = False) := fun h => @Eq.mp True False h trivial

theorem false_ne_true : False ≠ True := fun h => @Eq.mpr False True h trivial

theorem eq_comm {α : Sort u} {a b : α} : a = b ↔ b = a := ⟨Eq.symm, Eq.symm⟩

@[symm] theorem HEq.symm {α : Sort u} {a : α} : {β : Sort u} → {b : β} → HEq a b → HEq b a
  | _, _, HEq.refl _ => HEq.refl _

theorem heq_comm {α β : Sort u} {a : α} {b : β} : HEq a b ↔ HEq b a := ⟨HEq.symm, HEq.symm⟩

theorem HEq.trans {α β γ : Sort u} {a : α} {b : β} {c : γ} : HEq a b → HEq b c → HEq a c
  | HEq.refl _, HEq.refl _ => HEq.refl _

theorem heq_of_heq_of_eq {α β : Sort u} {a : α} {b b' : β} (h₁ : HEq a b) (h₂ : b = b') : HEq a b' :=
  HEq.trans h₁ (heq_of_eq h₂)

theorem heq_of_eq_of_heq {α β : Sort u} {a a' : α} {b : β} (h₁ : a = a') (h₂ : HEq a' b) : HEq a b :=
  HEq.trans (heq_of_eq h₁) h₂

theorem eq_rec_heq {α : Sort u} {φ : α → Sort v} {a : α} : {a' : α} → (h : a = a') → (p : φ a) →
    HEq (@Eq.rec α a (fun x _ => φ x) p a' h) p
  | _, Eq.refl _, p => HEq.refl p

theorem cast_heq {α : Sort u} : {β : Sort u} → (h : α = β) → (a : α) → HEq (cast h a) a
  | _, Eq.refl _, a => HEq.refl a

theorem congr_arg₂ {α : Sort u} {β : Sort v} {γ : Sort w} (f : α → β → γ) {a a' : α} {b b' : β}
    (h₁ : a = a') (h₂ : b = b') : f a b = f a' b' := congr (congrArg f h₁) h₂

@[simp] theorem ge_iff_le {α : Type u} [LE α] {x y : α} : x ≥ y ↔ y ≤ x := ⟨id, id⟩

@[simp] theorem gt_iff_lt {α : Type u} [LT α] {x y : α} : x > y ↔ y < x := ⟨id, id⟩

theorem le_of_eq_of_le {α : Type u} {a b c : α} [LE α] (h₁ : a = b) (h₂ : b ≤ c) : a ≤ c :=
  @Eq.ndrec α b (fun x => x ≤ c) h₂ a h₁.symm

theorem le_of_le_of_eq {α : Type u} {a b c : α} [LE α] (h₁ : a ≤ b) (h₂ : b = c) : a ≤ c :=
  @Eq.ndrec α b (fun x => a ≤ x) h₁ c h₂

theorem lt_of_eq_of_lt {α : Type u} {a b c : α} [LT α] (h₁ : a = b) (h₂ : b < c) : a < c :=
  @Eq.ndrec α b (fun x => x < c) h₂ a h₁.symm

theorem lt_of_lt_of_eq {α : Type u} {a b c : α} [LT α] (h₁ : a < b) (h₂ : b = c) : a < c :=
  @Eq.ndrec α b (fun x => a < x) h₁ c h₂

/-! ## Conjunction, disjunction, equivalence -/

abbrev And.elim {a b : Prop} {α : Sort u} (f : a → b → α) (h : a ∧ b) : α := f h.left h.right

@[symm] theorem And.symm {a b : Prop} (h : a ∧ b) : b ∧ a := ⟨h.right, h.left⟩

theorem And.imp {a b c d : Prop} (f : a → c) (g : b → d) (h : a ∧ b) : c ∧ d := ⟨f h.left, g h.right⟩

theorem And.imp_left {a b c : Prop} (h : a → b) : a ∧ c → b ∧ c := And.imp h id

theorem And.imp_right {a b c : Prop} (h : a → b) : c ∧ a → c ∧ b := And.imp id h

@[symm] theorem Or.symm {a b : Prop} (h : a ∨ b) : b ∨ a := Or.elim h Or.inr Or.inl

theorem Or.imp {a b c d : Prop} (f : a → c) (g : b → d) (h : a ∨ b) : c ∨ d :=
  Or.elim h (fun ha => Or.inl (f ha)) (fun hb => Or.inr (g hb))

theorem Or.imp_left {a b c : Prop} (f : a → b) : a ∨ c → b ∨ c := Or.imp f id

theorem Or.imp_right {a b c : Prop} (f : a → b) : c ∨ a → c ∨ b := Or.imp id f

theorem not_or_intro {a b : Prop} (ha : ¬ a) (hb : ¬ b) : ¬ (a ∨ b) := fun h => Or.elim h ha hb

theorem iff_of_true {a b : Prop} (ha : a) (hb : b) : a ↔ b := ⟨fun _ => hb, fun _ => ha⟩

theorem iff_of_false {a b : Prop} (ha : ¬ a) (hb : ¬ b) : a ↔ b := ⟨fun h => absurd h ha, fun h => absurd h hb⟩

@[refl] theorem Iff.refl (a : Prop) : a ↔ a := ⟨id, id⟩

protected theorem Iff.rfl {a : Prop} : a ↔ a := Iff.refl a

@[symm] theorem Iff.symm {a b : Prop} (h : a ↔ b) : b ↔ a := ⟨h.mpr, h.mp⟩

theorem Iff.trans {a b c : Prop} (h₁ : a ↔ b) (h₂ : b ↔ c) : a ↔ c :=
  ⟨fun ha => h₂.mp (h₁.mp ha), fun hc => h₁.mpr (h₂.mpr hc)⟩

theorem Iff.of_eq {a b : Prop} (h : a = b) : a ↔ b := ⟨@Eq.mp a b h, @Eq.mpr a b h⟩

theorem Eq.to_iff {a b : Prop} (h : a = b) : a ↔ b := Iff.of_eq h

theorem Iff.comm {a b : Prop} : (a ↔ b) ↔ (b ↔ a) := ⟨Iff.symm, Iff.symm⟩

theorem iff_comm {a b : Prop} : (a ↔ b) ↔ (b ↔ a) := Iff.comm

instance instTransIff : Trans Iff Iff Iff where
  trans := Iff.trans

theorem iff_iff_eq {a b : Prop} : (a ↔ b) ↔ a = b := ⟨propext, Iff.of_eq⟩

theorem eq_iff_iff {a b : Prop} : (a = b) ↔ (a ↔ b) := Iff.symm iff_iff_eq

theorem And.comm {a b : Prop} : a ∧ b ↔ b ∧ a := ⟨And.symm, And.symm⟩

theorem and_comm {a b : Prop} : a ∧ b ↔ b ∧ a := And.comm

theorem Or.comm {a b : Prop} : a ∨ b ↔ b ∨ a := ⟨Or.symm, Or.symm⟩

theorem or_comm {a b : Prop} : a ∨ b ↔ b ∨ a := Or.comm

theorem and_assoc {a b c : Prop} : (a ∧ b) ∧ c ↔ a ∧ (b ∧ c) :=
  ⟨fun h => ⟨h.left.left, h.left.right, h.right⟩, fun h => ⟨⟨h.left, h.right.left⟩, h.right.right⟩⟩

theorem or_assoc {a b c : Prop} : (a ∨ b) ∨ c ↔ a ∨ (b ∨ c) :=
  ⟨fun h => Or.elim h (fun h => Or.elim h Or.inl (fun hb => Or.inr (Or.inl hb))) (fun hc => Or.inr (Or.inr hc)),
   fun h => Or.elim h (fun ha => Or.inl (Or.inl ha)) (fun h => Or.elim h (fun hb => Or.inl (Or.inr hb)) Or.inr)⟩

theorem and_congr {a b c d : Prop} (h₁ : a ↔ c) (h₂ : b ↔ d) : a ∧ b ↔ c ∧ d :=
  ⟨And.imp h₁.mp h₂.mp, And.imp h₁.mpr h₂.mpr⟩

theorem and_congr_left' {a b c : Prop} (h : a ↔ b) : a ∧ c ↔ b ∧ c := and_congr h Iff.rfl

theorem and_congr_right' {a b c : Prop} (h : b ↔ c) : a ∧ b ↔ a ∧ c := and_congr Iff.rfl h

theorem and_congr_left {a b c : Prop} (h : c → (a ↔ b)) : a ∧ c ↔ b ∧ c :=
  ⟨fun hac => ⟨(h hac.right).mp hac.left, hac.right⟩, fun hbc => ⟨(h hbc.right).mpr hbc.left, hbc.right⟩⟩

theorem and_congr_right {a b c : Prop} (h : a → (b ↔ c)) : a ∧ b ↔ a ∧ c :=
  ⟨fun hab => ⟨hab.left, (h hab.left).mp hab.right⟩, fun hac => ⟨hac.left, (h hac.left).mpr hac.right⟩⟩

theorem or_congr {a b c d : Prop} (h₁ : a ↔ c) (h₂ : b ↔ d) : a ∨ b ↔ c ∨ d :=
  ⟨Or.imp h₁.mp h₂.mp, Or.imp h₁.mpr h₂.mpr⟩

theorem or_congr_left {a b c : Prop} (h : a ↔ b) : a ∨ c ↔ b ∨ c := or_congr h Iff.rfl

theorem or_congr_right {a b c : Prop} (h : b ↔ c) : a ∨ b ↔ a ∨ c := or_congr Iff.rfl h

theorem not_congr {a b : Prop} (h : a ↔ b) : ¬ a ↔ ¬ b := ⟨mt h.mpr, mt h.mp⟩

theorem iff_congr {a b c d : Prop} (h₁ : a ↔ c) (h₂ : b ↔ d) : (a ↔ b) ↔ (c ↔ d) :=
  ⟨fun h => h₁.symm.trans (h.trans h₂), fun h => h₁.trans (h.trans h₂.symm)⟩

theorem imp_congr_left {a b c : Prop} (h : a ↔ b) : (a → c) ↔ (b → c) :=
  ⟨fun hac hb => hac (h.mpr hb), fun hbc ha => hbc (h.mp ha)⟩

theorem imp_congr_right {a b c : Prop} (h : a → (b ↔ c)) : (a → b) ↔ (a → c) :=
  ⟨fun hab ha => (h ha).mp (hab ha), fun hac ha => (h ha).mpr (hac ha)⟩

theorem imp_congr_ctx {a b c d : Prop} (h₁ : a ↔ c) (h₂ : c → (b ↔ d)) : (a → b) ↔ (c → d) :=
  Iff.trans (imp_congr_left h₁) (imp_congr_right h₂)

theorem imp_congr {a b c d : Prop} (h₁ : a ↔ c) (h₂ : b ↔ d) : (a → b) ↔ (c → d) :=
  imp_congr_ctx h₁ (fun _ => h₂)

theorem and_left_comm {a b c : Prop} : a ∧ b ∧ c ↔ b ∧ a ∧ c :=
  ⟨fun h => ⟨h.right.left, h.left, h.right.right⟩, fun h => ⟨h.right.left, h.left, h.right.right⟩⟩

theorem and_right_comm {a b c : Prop} : (a ∧ b) ∧ c ↔ (a ∧ c) ∧ b :=
  ⟨fun h => ⟨⟨h.left.left, h.right⟩, h.left.right⟩, fun h => ⟨⟨h.left.left, h.right⟩, h.left.right⟩⟩

theorem and_rotate {a b c : Prop} : a ∧ b ∧ c ↔ b ∧ c ∧ a :=
  ⟨fun h => ⟨h.right.left, h.right.right, h.left⟩, fun h => ⟨h.right.right, h.left, h.right.left⟩⟩

theorem and_and_and_comm {a b c d : Prop} : (a ∧ b) ∧ c ∧ d ↔ (a ∧ c) ∧ b ∧ d :=
  ⟨fun h => ⟨⟨h.left.left, h.right.left⟩, h.left.right, h.right.right⟩,
   fun h => ⟨⟨h.left.left, h.right.left⟩, h.left.right, h.right.right⟩⟩

theorem and_and_left {a b c : Prop} : a ∧ (b ∧ c) ↔ (a ∧ b) ∧ a ∧ c :=
  ⟨fun h => ⟨⟨h.left, h.right.left⟩, h.left, h.right.right⟩, fun h => ⟨h.left.left, h.left.right, h.right.right⟩⟩

theorem and_and_right {a b c : Prop} : (a ∧ b) ∧ c ↔ (a ∧ c) ∧ b ∧ c :=
  ⟨fun h => ⟨⟨h.left.left, h.right⟩, h.left.right, h.right⟩, fun h => ⟨⟨h.left.left, h.right.left⟩, h.left.right⟩⟩

theorem or_left_comm {a b c : Prop} : a ∨ (b ∨ c) ↔ b ∨ (a ∨ c) :=
  Iff.trans or_assoc.symm (Iff.trans (or_congr_left or_comm) or_assoc)

theorem or_right_comm {a b c : Prop} : (a ∨ b) ∨ c ↔ (a ∨ c) ∨ b :=
  Iff.trans or_assoc (Iff.trans (or_congr_right or_comm) or_assoc.symm)

theorem or_rotate {a b c : Prop} : a ∨ b ∨ c ↔ b ∨ c ∨ a := Iff.trans or_comm or_assoc

theorem or_or_or_comm {a b c d : Prop} : (a ∨ b) ∨ c ∨ d ↔ (a ∨ c) ∨ b ∨ d :=
  Iff.trans or_assoc (Iff.trans (or_congr_right or_left_comm) or_assoc.symm)

theorem or_or_distrib_left {a b c : Prop} : a ∨ b ∨ c ↔ (a ∨ b) ∨ a ∨ c :=
  ⟨fun h => Or.elim h (fun ha => Or.inl (Or.inl ha)) (Or.imp Or.inr Or.inr),
   fun h => Or.elim h (Or.imp id Or.inl) (Or.imp id Or.inr)⟩

theorem or_or_distrib_right {a b c : Prop} : (a ∨ b) ∨ c ↔ (a ∨ c) ∨ b ∨ c :=
  ⟨fun h => Or.elim h (Or.imp Or.inl Or.inl) (fun hc => Or.inl (Or.inr hc)),
   fun h => Or.elim h (Or.imp Or.inl id) (Or.imp Or.inr id)⟩

theorem and_or_left {a b c : Prop} : a ∧ (b ∨ c) ↔ (a ∧ b) ∨ (a ∧ c) :=
  ⟨fun h => Or.imp (fun hb => ⟨h.left, hb⟩) (fun hc => ⟨h.left, hc⟩) h.right,
   fun h => Or.elim h (And.imp id Or.inl) (And.imp id Or.inr)⟩

theorem or_and_right {a b c : Prop} : (a ∨ b) ∧ c ↔ (a ∧ c) ∨ (b ∧ c) :=
  ⟨fun h => Or.imp (fun ha => ⟨ha, h.right⟩) (fun hb => ⟨hb, h.right⟩) h.left,
   fun h => Or.elim h (And.imp Or.inl id) (And.imp Or.inr id)⟩

theorem or_and_left {a b c : Prop} : a ∨ (b ∧ c) ↔ (a ∨ b) ∧ (a ∨ c) :=
  ⟨fun h => Or.elim h (fun ha => ⟨Or.inl ha, Or.inl ha⟩) (And.imp Or.inr Or.inr),
   fun h => Or.elim h.left Or.inl (fun hb => Or.imp id (fun hc => ⟨hb, hc⟩) h.right)⟩

theorem and_or_right {a b c : Prop} : (a ∧ b) ∨ c ↔ (a ∨ c) ∧ (b ∨ c) :=
  Iff.trans or_comm (Iff.trans or_and_left (and_congr or_comm or_comm))

theorem or_imp {a b c : Prop} : (a ∨ b → c) ↔ (a → c) ∧ (b → c) :=
  ⟨fun h => ⟨fun ha => h (Or.inl ha), fun hb => h (Or.inr hb)⟩, fun h hab => Or.elim hab h.left h.right⟩

theorem and_imp {a b c : Prop} : (a ∧ b → c) ↔ (a → b → c) :=
  ⟨fun h ha hb => h ⟨ha, hb⟩, fun h hab => h hab.left hab.right⟩

theorem imp_and {α : Sort u} {b c : Prop} : (α → b ∧ c) ↔ (α → b) ∧ (α → c) :=
  ⟨fun h => ⟨fun ha => (h ha).left, fun ha => (h ha).right⟩, fun h ha => ⟨h.left ha, h.right ha⟩⟩

theorem not_or {p q : Prop} : ¬ (p ∨ q) ↔ ¬ p ∧ ¬ q := or_imp

theorem not_and {a b : Prop} : ¬ (a ∧ b) ↔ (a → ¬ b) := and_imp

theorem not_and' {a b : Prop} : ¬ (a ∧ b) ↔ b → ¬ a := ⟨fun h hb ha => h ⟨ha, hb⟩, fun h hab => h hab.right hab.left⟩

theorem not_and_of_not_left {a : Prop} (b : Prop) : ¬ a → ¬ (a ∧ b) := mt And.left

theorem not_and_of_not_right (a : Prop) {b : Prop} : ¬ b → ¬ (a ∧ b) := mt And.right

theorem not_and_of_not_or_not {a b : Prop} (h : ¬ a ∨ ¬ b) : ¬ (a ∧ b) :=
  Or.elim h (fun ha hab => ha hab.left) (fun hb hab => hb hab.right)

theorem not_iff_self {a : Prop} : ¬ (¬ a ↔ a) :=
  fun h => have hn : ¬ a := fun ha => h.mpr ha ha
    hn (h.mp hn)

theorem iff_not_self {a : Prop} : ¬ (a ↔ ¬ a) :=
  fun h => have hn : ¬ a := fun ha => h.mp ha ha
    hn (h.mpr hn)

theorem and_not_self {a : Prop} : ¬ (a ∧ ¬ a) := fun h => h.right h.left

theorem not_and_self {a : Prop} : ¬ (¬ a ∧ a) := fun h => h.left h.right

theorem and_not_self_iff (a : Prop) : a ∧ ¬ a ↔ False := ⟨and_not_self, False.elim⟩

theorem not_and_self_iff (a : Prop) : ¬ a ∧ a ↔ False := ⟨not_and_self, False.elim⟩

theorem not_not_em (a : Prop) : ¬ ¬ (a ∨ ¬ a) := fun h => h (Or.inr (fun ha => h (Or.inl ha)))

theorem not_not_of_not_imp {a b : Prop} : ¬ (a → b) → ¬ ¬ a := mt (fun na ha => absurd ha na)

theorem not_of_not_imp {a b : Prop} : ¬ (a → b) → ¬ b := mt (fun hb _ => hb)

theorem not_imp_of_and_not {a b : Prop} (h : a ∧ ¬ b) : ¬ (a → b) := fun hab => h.right (hab h.left)

theorem not_not_not {p : Prop} : ¬ ¬ ¬ p ↔ ¬ p := ⟨fun h hp => h (fun hn => hn hp), not_not_intro⟩

theorem imp_not_comm {a b : Prop} : (a → ¬ b) ↔ (b → ¬ a) := ⟨fun h hb ha => h ha hb, fun h ha hb => h hb ha⟩

theorem and_iff_left_of_imp {a b : Prop} (h : a → b) : (a ∧ b) ↔ a := ⟨And.left, fun ha => ⟨ha, h ha⟩⟩

theorem and_iff_right_of_imp {a b : Prop} (h : b → a) : (a ∧ b) ↔ b := ⟨And.right, fun hb => ⟨h hb, hb⟩⟩

theorem and_iff_left {a b : Prop} (hb : b) : a ∧ b ↔ a := and_iff_left_of_imp (fun _ => hb)

theorem and_iff_right {a b : Prop} (ha : a) : a ∧ b ↔ b := and_iff_right_of_imp (fun _ => ha)

@[simp] theorem and_iff_left_iff_imp {a b : Prop} : ((a ∧ b) ↔ a) ↔ (a → b) :=
  ⟨fun h ha => (h.mpr ha).right, and_iff_left_of_imp⟩

@[simp] theorem and_iff_right_iff_imp {a b : Prop} : ((a ∧ b) ↔ b) ↔ (b → a) :=
  ⟨fun h hb => (h.mpr hb).left, and_iff_right_of_imp⟩

@[simp] theorem iff_self_and {p q : Prop} : (p ↔ p ∧ q) ↔ (p → q) :=
  ⟨fun h hp => (h.mp hp).right, fun h => (and_iff_left_of_imp h).symm⟩

@[simp] theorem iff_and_self {p q : Prop} : (p ↔ q ∧ p) ↔ (p → q) :=
  ⟨fun h hp => (h.mp hp).left, fun h => (and_iff_right_of_imp h).symm⟩

theorem or_iff_right_of_imp {a b : Prop} (ha : a → b) : (a ∨ b) ↔ b := ⟨fun h => Or.elim h ha id, Or.inr⟩

theorem or_iff_left_of_imp {a b : Prop} (hb : b → a) : (a ∨ b) ↔ a := ⟨fun h => Or.elim h id hb, Or.inl⟩

@[simp] theorem or_iff_left_iff_imp {a b : Prop} : (a ∨ b ↔ a) ↔ (b → a) :=
  ⟨fun h hb => h.mp (Or.inr hb), or_iff_left_of_imp⟩

@[simp] theorem or_iff_right_iff_imp {a b : Prop} : (a ∨ b ↔ b) ↔ (a → b) :=
  ⟨fun h ha => h.mp (Or.inl ha), or_iff_right_of_imp⟩

theorem or_iff_left {a b : Prop} (hb : ¬ b) : a ∨ b ↔ a := ⟨fun h => Or.resolve_right h hb, Or.inl⟩

theorem or_iff_right {a b : Prop} (ha : ¬ a) : a ∨ b ↔ b := ⟨fun h => Or.resolve_left h ha, Or.inr⟩

theorem iff_true_left {a b : Prop} (ha : a) : (a ↔ b) ↔ b := ⟨fun h => h.mp ha, iff_of_true ha⟩

theorem iff_true_right {a b : Prop} (ha : a) : (b ↔ a) ↔ b := Iff.trans Iff.comm (iff_true_left ha)

theorem iff_false_left {a b : Prop} (ha : ¬ a) : (a ↔ b) ↔ ¬ b := ⟨fun h => mt h.mpr ha, iff_of_false ha⟩

theorem iff_false_right {a b : Prop} (ha : ¬ a) : (b ↔ a) ↔ ¬ b := Iff.trans Iff.comm (iff_false_left ha)

theorem iff_true_intro {a : Prop} (h : a) : a ↔ True := ⟨fun _ => trivial, fun _ => h⟩

theorem iff_false_intro {a : Prop} (h : ¬ a) : a ↔ False := ⟨h, False.elim⟩

theorem not_iff_false_intro {a : Prop} (h : a) : ¬ a ↔ False := iff_false_intro (not_not_intro h)

theorem of_iff_true {a : Prop} (h : a ↔ True) : a := h.mpr trivial

theorem not_of_iff_false {p : Prop} : (p ↔ False) → ¬ p := Iff.mp

theorem imp_iff_right {a b : Prop} (ha : a) : (a → b) ↔ b := ⟨fun h => h ha, fun hb _ => hb⟩

theorem imp_iff_not {a b : Prop} (hb : ¬ b) : (a → b) ↔ ¬ a := ⟨fun h ha => hb (h ha), fun hn ha => absurd ha hn⟩

theorem imp_false {a : Prop} : (a → False) ↔ ¬ a := Iff.rfl

theorem or_self_iff {a : Prop} : a ∨ a ↔ a := ⟨fun h => Or.elim h id id, Or.inl⟩

theorem and_self_iff {a : Prop} : a ∧ a ↔ a := ⟨And.left, fun h => ⟨h, h⟩⟩

/-! ## Equations for the simplifier -/

theorem eq_true {p : Prop} (h : p) : p = True := propext (iff_true_intro h)

theorem eq_false {p : Prop} (h : ¬ p) : p = False := propext (iff_false_intro h)

theorem eq_false' {p : Prop} (h : p → False) : p = False := eq_false h

theorem of_eq_true {p : Prop} (h : p = True) : p := @Eq.mpr p True h trivial

theorem of_eq_false {p : Prop} (h : p = False) : ¬ p := fun hp => @Eq.mp p False h hp

theorem eq_true_of_decide {p : Prop} [Decidable p] (h : decide p = true) : p = True := eq_true (of_decide_eq_true h)

theorem eq_false_of_decide {p : Prop} [Decidable p] (h : decide p = false) : p = False :=
  eq_false (of_decide_eq_false h)

theorem implies_congr {p₁ p₂ : Sort u} {q₁ q₂ : Sort v} (h₁ : p₁ = p₂) (h₂ : q₁ = q₂) :
    (p₁ → q₁) = (p₂ → q₂) :=
  congr (congrArg (fun (p : Sort u) (q : Sort v) => p → q) h₁) h₂

theorem forall_congr {α : Sort u} {p q : α → Prop} (h : ∀ a, p a = q a) : (∀ a, p a) = (∀ a, q a) :=
  propext ⟨fun H a => @Eq.mp (p a) (q a) (h a) (H a), fun H a => @Eq.mpr (p a) (q a) (h a) (H a)⟩

theorem implies_dep_congr_ctx {p₁ p₂ q₁ : Prop} (h₁ : p₁ = p₂) {q₂ : p₂ → Prop} (h₂ : (h : p₂) → q₁ = q₂ h) :
    (p₁ → q₁) = ((h : p₂) → q₂ h) :=
  propext ⟨fun hl hp => Eq.mp (h₂ hp) (hl (Eq.mpr h₁ hp)), fun hr hp => Eq.mpr (h₂ (Eq.mp h₁ hp)) (hr (Eq.mp h₁ hp))⟩

theorem implies_congr_ctx {p₁ p₂ q₁ q₂ : Prop} (h₁ : p₁ = p₂) (h₂ : p₂ → q₁ = q₂) : (p₁ → q₁) = (p₂ → q₂) :=
  @implies_dep_congr_ctx p₁ p₂ q₁ h₁ (fun _ => q₂) h₂

@[simp] theorem eq_self {α : Sort u} (a : α) : (a = a) = True := eq_true rfl

theorem eq_self_iff_true {α : Sort u} (a : α) : a = a ↔ True := iff_true_intro rfl

theorem ne_self_iff_false {α : Sort u} (a : α) : a ≠ a ↔ False := not_iff_false_intro rfl

theorem heq_self_iff_true {α : Sort u} (a : α) : HEq a a ↔ True := iff_true_intro HEq.rfl

@[simp] theorem heq_eq_eq {α : Sort u} (a b : α) : HEq a b = (a = b) := propext ⟨eq_of_heq, heq_of_eq⟩

@[simp] theorem ne_eq {α : Sort u} (a b : α) : (a ≠ b) = ¬ (a = b) := rfl

@[simp] theorem not_true_eq_false : (¬ True) = False := eq_false (fun h => h trivial)

@[simp] theorem not_false_eq_true : (¬ False) = True := eq_true id

@[simp] theorem not_false_iff : (¬ False) ↔ True := iff_true_intro not_false

theorem not_true : (¬ True) ↔ False := iff_false_intro (not_not_intro trivial)

theorem not_iff_not_of_iff {a b : Prop} (h : a ↔ b) : ¬ a ↔ ¬ b := not_congr h

@[simp] theorem and_self (p : Prop) : (p ∧ p) = p := propext and_self_iff

@[simp] theorem and_true (p : Prop) : (p ∧ True) = p := propext ⟨And.left, fun h => ⟨h, trivial⟩⟩

@[simp] theorem true_and (p : Prop) : (True ∧ p) = p := propext ⟨And.right, fun h => ⟨trivial, h⟩⟩

@[simp] theorem and_false (p : Prop) : (p ∧ False) = False := eq_false (fun h => h.right)

@[simp] theorem false_and (p : Prop) : (False ∧ p) = False := eq_false (fun h => h.left)

@[simp] theorem or_self (p : Prop) : (p ∨ p) = p := propext or_self_iff

@[simp] theorem or_true (p : Prop) : (p ∨ True) = True := eq_true (Or.inr trivial)

@[simp] theorem true_or (p : Prop) : (True ∨ p) = True := eq_true (Or.inl trivial)

@[simp] theorem or_false (p : Prop) : (p ∨ False) = p := propext ⟨fun h => Or.elim h id False.elim, Or.inl⟩

@[simp] theorem false_or (p : Prop) : (False ∨ p) = p := propext ⟨fun h => Or.elim h False.elim id, Or.inr⟩

@[simp] theorem iff_self (p : Prop) : (p ↔ p) = True := eq_true Iff.rfl

@[simp] theorem iff_true (p : Prop) : (p ↔ True) = p := propext ⟨of_iff_true, iff_true_intro⟩

@[simp] theorem true_iff (p : Prop) : (True ↔ p) = p := propext ⟨fun h => h.mp trivial, fun h => (iff_true_intro h).symm⟩

@[simp] theorem iff_false (p : Prop) : (p ↔ False) = ¬ p := propext ⟨Iff.mp, iff_false_intro⟩

@[simp] theorem false_iff (p : Prop) : (False ↔ p) = ¬ p := propext ⟨Iff.mpr, fun h => (iff_false_intro h).symm⟩

@[simp] theorem false_implies (p : Prop) : (False → p) = True := eq_true False.elim

@[simp] theorem forall_false (p : False → Prop) : (∀ h : False, p h) = True := eq_true (fun h => False.elim h)

@[simp] theorem implies_true (α : Sort u) : (α → True) = True := eq_true (fun _ => trivial)

@[simp] theorem true_implies (p : Prop) : (True → p) = p := propext ⟨fun h => h trivial, fun h _ => h⟩

@[simp] theorem imp_self {a : Prop} : (a → a) ↔ True := iff_true_intro id

@[simp] theorem and_self_left {a b : Prop} : a ∧ a ∧ b ↔ a ∧ b := ⟨And.right, fun h => ⟨h.left, h⟩⟩

@[simp] theorem and_self_right {a b : Prop} : (a ∧ b) ∧ b ↔ a ∧ b := ⟨And.left, fun h => ⟨h, h.right⟩⟩

@[simp] theorem or_self_left {a b : Prop} : a ∨ a ∨ b ↔ a ∨ b := ⟨fun h => Or.elim h Or.inl id, Or.inr⟩

@[simp] theorem or_self_right {a b : Prop} : (a ∨ b) ∨ b ↔ a ∨ b := ⟨fun h => Or.elim h id Or.inr, Or.inl⟩

attribute [simp] and_not_self not_and_self not_not_not

theorem imp_true_iff (α : Sort u) : (α → True) ↔ True := iff_true_intro (fun _ => trivial)

theorem false_imp_iff (a : Prop) : (False → a) ↔ True := iff_true_intro False.elim

theorem true_imp_iff {α : Prop} : (True → α) ↔ α := imp_iff_right True.intro

theorem false_iff_true : (False ↔ True) ↔ False := iff_false_intro (fun h => h.mpr trivial)

theorem true_iff_false : (True ↔ False) ↔ False := iff_false_intro (fun h => h.mp trivial)
