/-!
# Truth values

The Boolean algebra of `Bool`, its coercion to propositions, and `cond`.
-/

universe u v

/-- Exclusive or. -/
@[reducible] def Bool.xor : Bool → Bool → Bool := bne

namespace Bool

instance instLE : LE Bool := ⟨fun a b => a = true → b = true⟩
instance instLT : LT Bool := ⟨fun a b => (!a && b) = true⟩
instance instDecidableLe (x y : Bool) : Decidable (x ≤ y) := instDecidableForall
instance instDecidableLt (x y : Bool) : Decidable (x < y) := Bool.decEq (!x && y) true
instance instMax : Max Bool := ⟨or⟩
instance instMin : Min Bool := ⟨and⟩

@[simp] theorem false_eq_true : (false = true) = False := eq_false false_ne_true

@[simp] theorem true_eq_false : (true = false) = False := eq_false (fun h => false_ne_true h.symm)

theorem true_ne_false : ¬ (true = false) := fun h => false_ne_true h.symm

@[simp] theorem eq_false_or_eq_true_self : (b : Bool) → (b = false ∨ b = true) ↔ True
  | true => iff_true_intro (Or.inr rfl)
  | false => iff_true_intro (Or.inl rfl)

theorem eq_false_or_eq_true : (b : Bool) → b = true ∨ b = false
  | true => Or.inl rfl
  | false => Or.inr rfl

@[simp] theorem not_eq_true (b : Bool) : (¬ (b = true)) = (b = false) :=
  propext ⟨eq_false_of_ne_true, fun h => ne_true_of_eq_false h⟩

@[simp] theorem not_eq_false (b : Bool) : (¬ (b = false)) = (b = true) :=
  propext ⟨eq_true_of_ne_false, fun h => ne_false_of_eq_true h⟩

theorem eq_false_of_not_eq_true {b : Bool} (h : ¬ b = true) : b = false := eq_false_of_ne_true h

theorem eq_true_of_not_eq_false {b : Bool} (h : ¬ b = false) : b = true := eq_true_of_ne_false h

theorem of_not_eq_true {b : Bool} (h : ¬ b = true) : b = false := eq_false_of_ne_true h

theorem of_not_eq_false {b : Bool} (h : ¬ b = false) : b = true := eq_true_of_ne_false h

theorem eq_false_iff {b : Bool} : b = false ↔ b ≠ true := ⟨fun h => ne_true_of_eq_false h, eq_false_of_ne_true⟩

theorem ne_true_iff {b : Bool} : b ≠ true ↔ b = false := eq_false_iff.symm

theorem ne_false_iff {b : Bool} : b ≠ false ↔ b = true := ⟨eq_true_of_ne_false, fun h => ne_false_of_eq_true h⟩

theorem eq_iff_iff {a b : Bool} : a = b ↔ (a = true ↔ b = true) := by
  cases a <;> cases b <;> decide

@[simp] theorem coe_iff_coe : {a b : Bool} → (a = true ↔ b = true) ↔ a = b := eq_iff_iff.symm

@[simp] theorem coe_true_iff_false {a b : Bool} : (a = true ↔ b = false) ↔ a = (!b) := by
  cases a <;> cases b <;> decide

@[simp] theorem coe_false_iff_true {a b : Bool} : (a = false ↔ b = true) ↔ (!a) = b := by
  cases a <;> cases b <;> decide

@[simp] theorem coe_false_iff_false {a b : Bool} : (a = false ↔ b = false) ↔ (!a) = (!b) := by
  cases a <;> cases b <;> decide

@[simp] theorem forall_bool {p : Bool → Prop} : (∀ b, p b) ↔ p false ∧ p true :=
  ⟨fun h => ⟨h false, h true⟩, fun h b => match b with
    | true => h.right
    | false => h.left⟩

@[simp] theorem exists_bool {p : Bool → Prop} : (∃ b, p b) ↔ p false ∨ p true :=
  ⟨fun h => Exists.elim h (fun b => match b with
    | true => Or.inr
    | false => Or.inl), fun h => Or.elim h (fun hf => ⟨false, hf⟩) (fun ht => ⟨true, ht⟩)⟩

/-! ## Negation -/

@[simp] theorem not_true : (!true) = false := rfl

@[simp] theorem not_false : (!false) = true := rfl

@[simp] protected theorem not_not : (b : Bool) → (!(!b)) = b
  | true => rfl
  | false => rfl

@[simp] theorem not_eq_true' (b : Bool) : ((!b) = true) = (b = false) := by
  cases b <;> decide

@[simp] theorem not_eq_false' (b : Bool) : ((!b) = false) = (b = true) := by
  cases b <;> decide

theorem not_inj {x y : Bool} : (!x) = (!y) → x = y := by
  cases x <;> cases y <;> decide

@[simp] theorem not_inj_iff {x y : Bool} : (!x) = (!y) ↔ x = y := by
  cases x <;> cases y <;> decide

@[simp] theorem eq_not_self (b : Bool) : (b = (!b)) ↔ False := by
  cases b <;> decide

@[simp] theorem not_eq_self (b : Bool) : ((!b) = b) ↔ False := by
  cases b <;> decide

@[simp] theorem not_eq_not : {a b : Bool} → ¬ a = (!b) ↔ a = b := by
  decide

theorem eq_not : {a b : Bool} → a = (!b) ↔ a ≠ b := by
  decide

theorem not_eq : {a b : Bool} → (!a) = b ↔ a ≠ b := by
  decide

@[simp] theorem not_not_eq : {a b : Bool} → ¬ (!a) = b ↔ a = b := by
  decide

/-! ## Conjunction -/

@[simp] theorem and_self (b : Bool) : (b && b) = b := by cases b <;> rfl

@[simp] theorem and_true (b : Bool) : (b && true) = b := by cases b <;> rfl

@[simp] theorem true_and (b : Bool) : (true && b) = b := rfl

@[simp] theorem and_false (b : Bool) : (b && false) = false := by cases b <;> rfl

@[simp] theorem false_and (b : Bool) : (false && b) = false := rfl

@[simp] theorem and_not_self (b : Bool) : (b && (!b)) = false := by cases b <;> rfl

@[simp] theorem not_and_self (b : Bool) : ((!b) && b) = false := by cases b <;> rfl

theorem and_comm (x y : Bool) : (x && y) = (y && x) := by cases x <;> cases y <;> rfl

theorem and_assoc (x y z : Bool) : ((x && y) && z) = (x && (y && z)) := by cases x <;> rfl

theorem and_left_comm (x y z : Bool) : (x && (y && z)) = (y && (x && z)) := by
  cases x <;> cases y <;> rfl

theorem and_right_comm (x y z : Bool) : ((x && y) && z) = ((x && z) && y) := by
  cases x <;> cases y <;> cases z <;> rfl

@[simp] theorem and_self_left (a b : Bool) : (a && (a && b)) = (a && b) := by cases a <;> rfl

@[simp] theorem and_self_right (a b : Bool) : ((a && b) && b) = (a && b) := by cases a <;> cases b <;> rfl

@[simp] theorem and_eq_true (a b : Bool) : ((a && b) = true) = (a = true ∧ b = true) := by
  cases a <;> cases b <;> decide

theorem and_eq_true_iff {x y : Bool} : (x && y) = true ↔ x = true ∧ y = true := Iff.of_eq (and_eq_true x y)

@[simp] theorem and_eq_false_iff {x y : Bool} : (x && y) = false ↔ (x = false ∨ y = false) := by
  cases x <;> cases y <;> decide

theorem and_eq_false_imp {x y : Bool} : (x && y) = false ↔ (x = true → y = false) := by
  cases x <;> cases y <;> decide

@[simp] theorem and_eq_left_iff_imp {a b : Bool} : ((a && b) = a) ↔ (a = true → b = true) := by
  cases a <;> cases b <;> decide

@[simp] theorem and_eq_right_iff_imp {a b : Bool} : ((a && b) = b) ↔ (b = true → a = true) := by
  cases a <;> cases b <;> decide

/-! ## Disjunction -/

@[simp] theorem or_self (b : Bool) : (b || b) = b := by cases b <;> rfl

@[simp] theorem or_true (b : Bool) : (b || true) = true := by cases b <;> rfl

@[simp] theorem true_or (b : Bool) : (true || b) = true := rfl

@[simp] theorem or_false (b : Bool) : (b || false) = b := by cases b <;> rfl

@[simp] theorem false_or (b : Bool) : (false || b) = b := rfl

@[simp] theorem or_not_self (b : Bool) : (b || (!b)) = true := by cases b <;> rfl

@[simp] theorem not_or_self (b : Bool) : ((!b) || b) = true := by cases b <;> rfl

theorem or_comm (x y : Bool) : (x || y) = (y || x) := by cases x <;> cases y <;> rfl

theorem or_assoc (x y z : Bool) : ((x || y) || z) = (x || (y || z)) := by cases x <;> rfl

theorem or_left_comm (x y z : Bool) : (x || (y || z)) = (y || (x || z)) := by cases x <;> cases y <;> rfl

theorem or_right_comm (x y z : Bool) : ((x || y) || z) = ((x || z) || y) := by
  cases x <;> cases y <;> cases z <;> rfl

@[simp] theorem or_self_left (a b : Bool) : (a || (a || b)) = (a || b) := by cases a <;> rfl

@[simp] theorem or_self_right (a b : Bool) : ((a || b) || b) = (a || b) := by cases a <;> cases b <;> rfl

@[simp] theorem or_eq_true (a b : Bool) : ((a || b) = true) = (a = true ∨ b = true) := by
  cases a <;> cases b <;> decide

theorem or_eq_true_iff {x y : Bool} : (x || y) = true ↔ x = true ∨ y = true := Iff.of_eq (or_eq_true x y)

@[simp] theorem or_eq_false_iff {x y : Bool} : (x || y) = false ↔ x = false ∧ y = false := by
  cases x <;> cases y <;> decide

@[simp] theorem or_eq_left_iff_imp {a b : Bool} : ((a || b) = a) ↔ (b = true → a = true) := by
  cases a <;> cases b <;> decide

@[simp] theorem or_eq_right_iff_imp {a b : Bool} : ((a || b) = b) ↔ (a = true → b = true) := by
  cases a <;> cases b <;> decide

/-! ## Distributivity and De Morgan's laws -/

theorem and_or_distrib_left (x y z : Bool) : (x && (y || z)) = ((x && y) || (x && z)) := by cases x <;> rfl

theorem and_or_distrib_right (x y z : Bool) : ((x || y) && z) = ((x && z) || (y && z)) := by
  cases x <;> cases y <;> cases z <;> rfl

theorem or_and_distrib_left (x y z : Bool) : (x || (y && z)) = ((x || y) && (x || z)) := by cases x <;> rfl

theorem or_and_distrib_right (x y z : Bool) : ((x && y) || z) = ((x || z) && (y || z)) := by
  cases x <;> cases y <;> cases z <;> rfl

@[simp] theorem not_and (x y : Bool) : (!(x && y)) = ((!x) || (!y)) := by cases x <;> rfl

@[simp] theorem not_or (x y : Bool) : (!(x || y)) = ((!x) && (!y)) := by cases x <;> rfl

theorem and_or_inj_right {m x y : Bool} : (x && m) = (y && m) → (x || m) = (y || m) → x = y := by
  cases m <;> cases x <;> cases y <;> decide

theorem and_or_inj_left {m x y : Bool} : (m && x) = (m && y) → (m || x) = (m || y) → x = y := by
  cases m <;> cases x <;> cases y <;> decide

/-! ## Equality tests -/

@[simp] theorem true_beq (b : Bool) : (true == b) = b := by cases b <;> rfl

@[simp] theorem false_beq (b : Bool) : (false == b) = !b := by cases b <;> rfl

@[simp] theorem beq_true (b : Bool) : (b == true) = b := by cases b <;> rfl

@[simp] theorem beq_false (b : Bool) : (b == false) = !b := by cases b <;> rfl

@[simp] theorem beq_self_left (a b : Bool) : (a == (a == b)) = b := by cases a <;> cases b <;> rfl

@[simp] theorem beq_self_right (a b : Bool) : ((a == b) == b) = a := by cases a <;> cases b <;> rfl

@[simp] theorem not_beq_self (x : Bool) : ((!x) == x) = false := by cases x <;> rfl

@[simp] theorem beq_not_self (x : Bool) : (x == !x) = false := by cases x <;> rfl

@[simp] theorem not_bne (a b : Bool) : ((!a) != b) = !(a != b) := by cases a <;> cases b <;> rfl

@[simp] theorem bne_not (a b : Bool) : (a != !b) = !(a != b) := by cases a <;> cases b <;> rfl

@[simp] theorem true_bne (b : Bool) : (true != b) = !b := by cases b <;> rfl

@[simp] theorem false_bne (b : Bool) : (false != b) = b := by cases b <;> rfl

@[simp] theorem bne_true (b : Bool) : (b != true) = !b := by cases b <;> rfl

@[simp] theorem bne_false (b : Bool) : (b != false) = b := by cases b <;> rfl

@[simp] theorem bne_self_left (a b : Bool) : (a != (a != b)) = b := by cases a <;> cases b <;> rfl

@[simp] theorem bne_self_right (a b : Bool) : ((a != b) != b) = a := by cases a <;> cases b <;> rfl

theorem bne_comm (a b : Bool) : (a != b) = (b != a) := by cases a <;> cases b <;> rfl

@[simp] theorem bne_assoc (x y z : Bool) : ((x != y) != z) = (x != (y != z)) := by
  cases x <;> cases y <;> cases z <;> rfl

@[simp] theorem bne_left_inj {x y z : Bool} : (x != y) = (x != z) ↔ y = z := by
  cases x <;> cases y <;> cases z <;> decide

@[simp] theorem bne_right_inj {x y z : Bool} : (x != z) = (y != z) ↔ x = y := by
  cases x <;> cases y <;> cases z <;> decide



theorem beq_eq_decide_eq {α : Type u} [DecidableEq α] (a b : α) : (a == b) = decide (a = b) := rfl

/-! ## Exclusive or -/

theorem xor_comm (x y : Bool) : Bool.xor x y = Bool.xor y x := bne_comm x y

theorem xor_assoc (x y z : Bool) : Bool.xor (Bool.xor x y) z = Bool.xor x (Bool.xor y z) := bne_assoc x y z

theorem xor_self (x : Bool) : Bool.xor x x = false := by cases x <;> rfl

theorem xor_false (x : Bool) : Bool.xor x false = x := by cases x <;> rfl

theorem false_xor (x : Bool) : Bool.xor false x = x := by cases x <;> rfl

theorem xor_true (x : Bool) : Bool.xor x true = !x := by cases x <;> rfl

theorem true_xor (x : Bool) : Bool.xor true x = !x := by cases x <;> rfl

/-! ## Order -/

@[simp] protected theorem le_refl (x : Bool) : x ≤ x := id

@[simp] protected theorem le_true (x : Bool) : x ≤ true := fun _ => rfl

@[simp] protected theorem false_le (x : Bool) : false ≤ x := fun h => absurd h false_ne_true

protected theorem le_trans {x y z : Bool} (h₁ : x ≤ y) (h₂ : y ≤ z) : x ≤ z := fun h => h₂ (h₁ h)

@[simp] theorem max_eq_or : max = or := rfl

@[simp] theorem min_eq_and : min = and := rfl

/-! ## `cond` -/

@[simp] theorem cond_true {α : Sort u} (x y : α) : cond true x y = x := rfl

@[simp] theorem cond_false {α : Sort u} (x y : α) : cond false x y = y := rfl

@[simp] theorem cond_self {α : Sort u} (c : Bool) (t : α) : cond c t t = t := by cases c <;> rfl

theorem cond_eq_ite {α : Sort u} (b : Bool) (t e : α) : cond b t e = if b = true then t else e := by cases b <;> rfl

theorem cond_eq_if {α : Sort u} {b : Bool} {x y : α} : cond b x y = if b = true then x else y := cond_eq_ite b x y

@[simp] theorem cond_not {α : Sort u} (b : Bool) (t e : α) : cond (!b) t e = cond b e t := by cases b <;> rfl

theorem cond_decide {α : Sort u} (p : Prop) [h : Decidable p] (t e : α) : cond (decide p) t e = if p then t else e :=
  match h with
  | isTrue _ => rfl
  | isFalse _ => rfl

theorem apply_cond {α : Sort u} {β : Sort v} (f : α → β) {b : Bool} {a a' : α} :
    f (cond b a a') = cond b (f a) (f a') := by cases b <;> rfl

@[simp] theorem ite_eq_true_distrib (c : Prop) [h : Decidable c] (t f : Bool) :
    ((if c then t else f) = true) = (if c then t = true else f = true) :=
  match h with
  | isTrue _ => rfl
  | isFalse _ => rfl

@[simp] theorem ite_eq_false_distrib (c : Prop) [h : Decidable c] (t f : Bool) :
    ((if c then t else f) = false) = (if c then t = false else f = false) :=
  match h with
  | isTrue _ => rfl
  | isFalse _ => rfl

/-! ## `decide` -/

@[simp] theorem decide_eq_true {b : Bool} [h : Decidable (b = true)] : decide (b = true) = b := by
  cases b
  · exact _root_.decide_eq_false false_ne_true
  · exact _root_.decide_eq_true rfl

@[simp] theorem decide_eq_false {b : Bool} [h : Decidable (b = false)] : decide (b = false) = !b := by
  cases b
  · exact _root_.decide_eq_true rfl
  · exact _root_.decide_eq_false true_ne_false

@[simp] theorem decide_and (p q : Prop) [dp : Decidable p] [dq : Decidable q] :
    decide (p ∧ q) = (decide p && decide q) :=
  match dp, dq with
  | isTrue _, isTrue _ => rfl
  | isTrue _, isFalse _ => rfl
  | isFalse _, isTrue _ => rfl
  | isFalse _, isFalse _ => rfl

@[simp] theorem decide_or (p q : Prop) [dp : Decidable p] [dq : Decidable q] :
    decide (p ∨ q) = (decide p || decide q) :=
  match dp, dq with
  | isTrue _, isTrue _ => rfl
  | isTrue _, isFalse _ => rfl
  | isFalse _, isTrue _ => rfl
  | isFalse _, isFalse _ => rfl

@[simp] theorem decide_iff_dist (p q : Prop) [dp : Decidable p] [dq : Decidable q] :
    decide (p ↔ q) = (decide p == decide q) :=
  match dp, dq with
  | isTrue _, isTrue _ => rfl
  | isTrue _, isFalse _ => rfl
  | isFalse _, isTrue _ => rfl
  | isFalse _, isFalse _ => rfl

/-- The number of a truth value: 1 for `true`. -/
def toNat (b : Bool) : Nat := cond b 1 0

@[simp] theorem toNat_true : true.toNat = 1 := rfl

@[simp] theorem toNat_false : false.toNat = 0 := rfl

theorem toNat_le (c : Bool) : c.toNat ≤ 1 := by
  cases c
  · exact Nat.zero_le 1
  · exact Nat.le_refl 1

theorem toNat_lt (b : Bool) : b.toNat < 2 := Nat.lt_succ_of_le (toNat_le b)

end Bool

export Bool (cond_eq_if cond_true cond_false)

@[simp] theorem not_eq_eq_eq_not {a b : Bool} : ((!a) = b) ↔ (a = (!b)) := by
  cases a <;> cases b <;> decide

theorem decide_implies (u v : Prop) [duv : Decidable (u → v)] [du : Decidable u] {dv : u → Decidable v} :
    decide (u → v) = if h : u then @decide v (dv h) else true :=
  match du with
  | isTrue hu => by
    rw [dif_pos hu]
    exact @decide_eq_decide (u → v) v duv (dv hu) |>.mpr (imp_iff_right hu)
  | isFalse hu => by
    rw [dif_neg hu]
    exact _root_.decide_eq_true (fun h => absurd h hu)
