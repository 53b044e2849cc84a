/-!
# Lawful equality tests

When `==` means equality: reflexive tests (`ReflBEq`) and tests that decide equality (`LawfulBEq`).
-/

universe u v

/-- `==` is reflexive. -/
class ReflBEq (α : Type u) [BEq α] : Prop where
  rfl {a : α} : (a == a) = true

/-- `==` decides equality. -/
class LawfulBEq (α : Type u) [BEq α] : Prop extends ReflBEq α where
  eq_of_beq : {a b : α} → (a == b) = true → a = b

export LawfulBEq (eq_of_beq)

@[simp] theorem BEq.rfl {α : Type u} [BEq α] [ReflBEq α] {a : α} : (a == a) = true := ReflBEq.rfl

theorem BEq.refl {α : Type u} [BEq α] [ReflBEq α] (a : α) : (a == a) = true := BEq.rfl

theorem beq_of_eq {α : Type u} [BEq α] [ReflBEq α] {a b : α} (h : a = b) : (a == b) = true :=
  @Eq.ndrec α a (fun x => (a == x) = true) BEq.rfl b h

instance instLawfulBEqOfDecidableEq {α : Type u} [DecidableEq α] : LawfulBEq α where
  rfl := of_decide_eq_self_eq_true _
  eq_of_beq := of_decide_eq_true

@[simp] theorem beq_self_eq_true {α : Type u} [BEq α] [LawfulBEq α] (a : α) : (a == a) = true := BEq.rfl

@[simp] theorem beq_iff_eq {α : Type u} [BEq α] [LawfulBEq α] {a b : α} : (a == b) = true ↔ a = b :=
  ⟨eq_of_beq, fun h => beq_of_eq h⟩

theorem beq_eq_true_iff_eq {α : Type u} [BEq α] [LawfulBEq α] {a b : α} : (a == b) = true ↔ a = b := beq_iff_eq

theorem ne_of_beq_false {α : Type u} [BEq α] [LawfulBEq α] {a b : α} (h : (a == b) = false) : a ≠ b :=
  fun e => ne_true_of_eq_false h (beq_of_eq e)

theorem beq_false_of_ne {α : Type u} [BEq α] [LawfulBEq α] {a b : α} (h : a ≠ b) : (a == b) = false :=
  eq_false_of_ne_true (fun e => h (eq_of_beq e))

@[simp] theorem beq_eq_false_iff_ne {α : Type u} [BEq α] [LawfulBEq α] {a b : α} : (a == b) = false ↔ a ≠ b :=
  ⟨ne_of_beq_false, beq_false_of_ne⟩

@[simp] theorem bne_iff_ne {α : Type u} [BEq α] [LawfulBEq α] {a b : α} : (a != b) = true ↔ a ≠ b :=
  Iff.trans (Iff.of_eq (Bool.not_eq_true' (a == b))) beq_eq_false_iff_ne

theorem ne_of_bne {α : Type u} [BEq α] [LawfulBEq α] {a b : α} (h : (a != b) = true) : a ≠ b := bne_iff_ne.mp h

theorem bne_of_ne {α : Type u} [BEq α] [LawfulBEq α] {a b : α} (h : a ≠ b) : (a != b) = true := bne_iff_ne.mpr h

@[simp] theorem bne_self_eq_false {α : Type u} [BEq α] [LawfulBEq α] (a : α) : (a != a) = false :=
  congrArg not (beq_self_eq_true a)

@[simp] theorem bne_eq_false_iff_eq {α : Type u} [BEq α] [LawfulBEq α] {a b : α} : (a != b) = false ↔ a = b :=
  Iff.trans (Iff.of_eq (Bool.not_eq_false' (a == b))) beq_iff_eq

theorem beq_eq_beq {α : Type u} {β : Type v} [BEq α] [BEq β] {a₁ b₁ : α} {a₂ b₂ : β} :
    (a₁ == b₁) = (a₂ == b₂) ↔ ((a₁ == b₁) = true ↔ (a₂ == b₂) = true) := Bool.eq_iff_iff

theorem beq_comm {α : Type u} [BEq α] [LawfulBEq α] {a b : α} : (a == b) = (b == a) :=
  Bool.eq_iff_iff.mpr (Iff.trans beq_iff_eq (Iff.trans eq_comm beq_iff_eq.symm))

theorem bne_comm {α : Type u} [BEq α] [LawfulBEq α] {a b : α} : (a != b) = (b != a) := congrArg not beq_comm

theorem beq_eq_decide {α : Type u} [BEq α] [LawfulBEq α] [d : DecidableEq α] (a b : α) :
    (a == b) = decide (a = b) :=
  Bool.eq_iff_iff.mpr (Iff.trans beq_iff_eq decide_eq_true_iff.symm)

theorem not_beq_of_ne {α : Type u} [BEq α] [LawfulBEq α] {a b : α} (ne : a ≠ b) : ¬ (a == b) = true :=
  fun h => ne (eq_of_beq h)
