/-!
# Quantifiers

Constructive lemmas on `∀` and `∃`, and the equations that eliminate quantifiers over one point or over a proof.
-/

universe u v w

section
variable {α : Sort u} {p q : α → Prop} {b : Prop}

theorem forall_imp (h : ∀ a, p a → q a) : (∀ a, p a) → ∀ a, q a := fun h' a => h a (h' a)

theorem Exists.imp (h : ∀ a, p a → q a) : (∃ a, p a) → ∃ a, q a
  | ⟨a, ha⟩ => ⟨a, h a ha⟩

theorem Exists.imp' {β : Sort v} {q : β → Prop} (f : α → β) (hpq : ∀ a, p a → q (f a)) :
    (∃ a, p a) → ∃ b, q b
  | ⟨a, ha⟩ => ⟨f a, hpq a ha⟩

theorem Exists.intro' (w : α) (h : p w) : ∃ x, p x := ⟨w, h⟩

theorem exists_imp : ((∃ x, p x) → b) ↔ ∀ x, p x → b :=
  ⟨fun h x hx => h ⟨x, hx⟩, fun h hex => Exists.elim hex h⟩

@[simp] theorem forall_exists_index {q : (∃ x, p x) → Prop} :
    (∀ h, q h) ↔ ∀ x (h : p x), q ⟨x, h⟩ :=
  ⟨fun h x hx => h ⟨x, hx⟩, fun h hex => match hex with
    | ⟨x, hx⟩ => h x hx⟩

@[simp] theorem not_exists : (¬ ∃ x, p x) ↔ ∀ x, ¬ p x := exists_imp

theorem not_forall_of_exists_not : (∃ x, ¬ p x) → ¬ ∀ x, p x
  | ⟨x, hn⟩, h => hn (h x)

theorem forall_not_of_not_exists (h : ¬ ∃ x, p x) : ∀ x, ¬ p x := not_exists.mp h

theorem forall_congr' (h : ∀ a, p a ↔ q a) : (∀ a, p a) ↔ ∀ a, q a :=
  ⟨fun H x => (h x).mp (H x), fun H x => (h x).mpr (H x)⟩

theorem exists_congr (h : ∀ a, p a ↔ q a) : (∃ a, p a) ↔ ∃ a, q a :=
  ⟨Exists.imp (fun x => (h x).mp), Exists.imp (fun x => (h x).mpr)⟩

theorem forall_and : (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ (∀ x, q x) :=
  ⟨fun h => ⟨fun x => (h x).left, fun x => (h x).right⟩, fun h x => ⟨h.left x, h.right x⟩⟩

theorem exists_or : (∃ x, p x ∨ q x) ↔ (∃ x, p x) ∨ ∃ x, q x :=
  ⟨fun h => Exists.elim h (fun x hx => Or.imp (fun hp => ⟨x, hp⟩) (fun hq => ⟨x, hq⟩) hx),
   fun h => Or.elim h (Exists.imp (fun _ => Or.inl)) (Exists.imp (fun _ => Or.inr))⟩

@[simp] theorem exists_and_left : (∃ x, b ∧ p x) ↔ b ∧ ∃ x, p x :=
  ⟨fun h => Exists.elim h (fun x hx => ⟨hx.left, ⟨x, hx.right⟩⟩),
   fun h => Exists.elim h.right (fun x hx => ⟨x, h.left, hx⟩)⟩

@[simp] theorem exists_and_right : (∃ x, p x ∧ b) ↔ (∃ x, p x) ∧ b :=
  ⟨fun h => Exists.elim h (fun x hx => ⟨⟨x, hx.left⟩, hx.right⟩),
   fun h => Exists.elim h.left (fun x hx => ⟨x, hx, h.right⟩)⟩

theorem forall_or_of_or_forall (h : b ∨ ∀ x, p x) (x : α) : b ∨ p x := Or.imp id (fun h => h x) h

@[simp] theorem forall_const (α : Sort u) [i : Nonempty α] : (α → b) ↔ b :=
  ⟨fun h => Nonempty.elim i h, fun hb _ => hb⟩

@[simp] theorem exists_const (α : Sort u) [i : Nonempty α] : (∃ _ : α, b) ↔ b :=
  ⟨fun h => Exists.elim h (fun _ hb => hb), fun hb => Nonempty.elim i (fun x => ⟨x, hb⟩)⟩

theorem exists_comm {β : Sort v} {r : α → β → Prop} : (∃ a b, r a b) ↔ ∃ b a, r a b :=
  ⟨fun h => Exists.elim h (fun a h => Exists.elim h (fun b h => ⟨b, a, h⟩)),
   fun h => Exists.elim h (fun b h => Exists.elim h (fun a h => ⟨a, b, h⟩))⟩

theorem forall_comm {β : Sort v} {r : α → β → Prop} : (∀ a b, r a b) ↔ ∀ b a, r a b :=
  ⟨fun h b a => h a b, fun h a b => h b a⟩

@[simp] theorem forall_eq {a' : α} : (∀ a, a = a' → p a) ↔ p a' :=
  ⟨fun h => h a' rfl, fun h _ e => @Eq.ndrec α a' p h _ e.symm⟩

@[simp] theorem forall_eq' {a' : α} : (∀ a, a' = a → p a) ↔ p a' :=
  ⟨fun h => h a' rfl, fun h _ e => @Eq.ndrec α a' p h _ e⟩

@[simp] theorem forall_eq_or_imp {a' : α} : (∀ a, a = a' ∨ q a → p a) ↔ p a' ∧ ∀ a, q a → p a :=
  ⟨fun h => ⟨h a' (Or.inl rfl), fun a ha => h a (Or.inr ha)⟩,
   fun h a ha => Or.elim ha (fun e => @Eq.ndrec α a' p h.left _ e.symm) (h.right a)⟩

@[simp] theorem exists_eq {a' : α} : ∃ a, a = a' := ⟨a', rfl⟩

@[simp] theorem exists_eq' {a' : α} : ∃ a, a' = a := ⟨a', rfl⟩

@[simp] theorem exists_eq_left {a' : α} : (∃ a, a = a' ∧ p a) ↔ p a' :=
  ⟨fun h => Exists.elim h (fun _ ha => @Eq.ndrec α _ p ha.right _ ha.left), fun h => ⟨a', rfl, h⟩⟩

@[simp] theorem exists_eq_right {a' : α} : (∃ a, p a ∧ a = a') ↔ p a' :=
  ⟨fun h => Exists.elim h (fun _ ha => @Eq.ndrec α _ p ha.left _ ha.right), fun h => ⟨a', h, rfl⟩⟩

@[simp] theorem exists_eq_left' {a' : α} : (∃ a, a' = a ∧ p a) ↔ p a' :=
  ⟨fun h => Exists.elim h (fun _ ha => @Eq.ndrec α _ p ha.right _ ha.left.symm), fun h => ⟨a', rfl, h⟩⟩

@[simp] theorem exists_eq_right' {a' : α} : (∃ a, p a ∧ a' = a) ↔ p a' :=
  ⟨fun h => Exists.elim h (fun _ ha => @Eq.ndrec α _ p ha.left _ ha.right.symm), fun h => ⟨a', h, rfl⟩⟩

@[simp] theorem exists_eq_or_imp {a' : α} : (∃ a, (a = a' ∨ q a) ∧ p a) ↔ p a' ∨ ∃ a, q a ∧ p a :=
  ⟨fun h => Exists.elim h (fun a ha => Or.elim ha.left
      (fun e => Or.inl (@Eq.ndrec α a p ha.right a' e)) (fun hq => Or.inr ⟨a, hq, ha.right⟩)),
   fun h => Or.elim h (fun hp => ⟨a', Or.inl rfl, hp⟩) (Exists.imp (fun _ hb => ⟨Or.inr hb.left, hb.right⟩))⟩

theorem forall_eq_apply_imp_iff {β : Sort v} {f : α → β} {p : β → Prop} :
    (∀ b a, b = f a → p b) ↔ ∀ a, p (f a) :=
  ⟨fun h a => h (f a) a rfl, fun h _ a e => @Eq.ndrec β (f a) p (h a) _ e.symm⟩

@[simp] theorem forall_apply_eq_imp_iff {β : Sort v} {f : α → β} {p : β → Prop} :
    (∀ b a, f a = b → p b) ↔ ∀ a, p (f a) :=
  ⟨fun h a => h (f a) a rfl, fun h _ a e => @Eq.ndrec β (f a) p (h a) _ e⟩

@[simp] theorem forall_apply_eq_imp_iff₂ {β : Sort v} {f : α → β} {p : α → Prop} {q : β → Prop} :
    (∀ b a, p a → f a = b → q b) ↔ ∀ a, p a → q (f a) :=
  ⟨fun h a ha => h (f a) a ha rfl, fun h _ a ha e => @Eq.ndrec β (f a) q (h a ha) _ e⟩

theorem forall_prop_of_true {p : Prop} {q : p → Prop} (h : p) : (∀ h' : p, q h') ↔ q h :=
  ⟨fun H => H h, fun hq _ => hq⟩

theorem forall_prop_of_false {p : Prop} {q : p → Prop} (hn : ¬ p) : (∀ h' : p, q h') ↔ True :=
  iff_true_intro (fun h => absurd h hn)

theorem exists_prop_of_true {p : Prop} {q : p → Prop} (h : p) : (∃ h' : p, q h') ↔ q h :=
  ⟨fun H => Exists.elim H (fun _ hq => hq), fun hq => ⟨h, hq⟩⟩

theorem exists_prop_of_false {p : Prop} {q : p → Prop} (hn : ¬ p) : ¬ (∃ h' : p, q h') :=
  fun H => Exists.elim H (fun h _ => hn h)

@[simp] theorem exists_prop {a : Prop} : (∃ _h : a, b) ↔ a ∧ b :=
  ⟨fun h => Exists.elim h (fun ha hb => ⟨ha, hb⟩), fun h => ⟨h.left, h.right⟩⟩

theorem exists_prop' {p : Prop} : (∃ _ : α, p) ↔ Nonempty α ∧ p :=
  ⟨fun h => Exists.elim h (fun a hp => ⟨⟨a⟩, hp⟩), fun h => Nonempty.elim h.left (fun a => ⟨a, h.right⟩)⟩

theorem exists_false : ¬ (∃ _a : α, False) := fun h => Exists.elim h (fun _ hf => hf)

@[simp] theorem exists_self_iff {p : α → Prop} : (∃ x, p x) ↔ ∃ x, p x := Iff.rfl

theorem exists_apply_eq_apply {β : Sort v} (f : α → β) (a' : α) : ∃ a, f a = f a' := ⟨a', rfl⟩

theorem nonempty_prop {p : Prop} : Nonempty p ↔ p := ⟨fun h => Nonempty.elim h id, fun h => ⟨h⟩⟩

end

theorem exists_prop_congr {p p' : Prop} {q q' : p → Prop} (h : ∀ h, q h ↔ q' h) (hp : p ↔ p') :
    (∃ h, q h) ↔ ∃ h : p', q' (hp.mpr h) :=
  ⟨fun H => Exists.elim H (fun h₁ hq => ⟨hp.mp h₁, (h h₁).mp hq⟩),
   fun H => Exists.elim H (fun h₁ hq => ⟨hp.mpr h₁, (h (hp.mpr h₁)).mpr hq⟩)⟩

theorem forall_prop_congr' {p p' : Prop} {q q' : p → Prop} (h : ∀ h, q h ↔ q' h) (hp : p ↔ p') :
    (∀ h, q h) ↔ ∀ h : p', q' (hp.mpr h) :=
  ⟨fun H h₁ => (h (hp.mpr h₁)).mp (H (hp.mpr h₁)), fun H h₁ => (h h₁).mpr (H (hp.mp h₁))⟩

theorem forall_prop_domain_congr {p₁ p₂ : Prop} {q : p₁ → Prop} (h₁ : p₁ = p₂) :
    (∀ a : p₁, q a) = (∀ a : p₂, q (Eq.mpr h₁ a)) :=
  propext ⟨fun H a => H (Eq.mpr h₁ a), fun H a => H (Eq.mp h₁ a)⟩

/-- There is exactly one element with the property: `∃! x, p x`. -/
def ExistsUnique {α : Sort u} (p : α → Prop) : Prop := ∃ x, p x ∧ ∀ y, p y → y = x
