/-!
# Lists: membership, filtering, counting

Membership and the functions that test elements: `filter`, `any`, `all`, `elem`, `countP`, `count`, `erase`.
-/

universe u v w

namespace List

/-! ## Membership -/

@[simp] theorem not_mem_nil {α : Type u} {a : α} : ¬ a ∈ ([] : List α) := fun h => nomatch h

@[simp] theorem mem_cons {α : Type u} {a b : α} {l : List α} : a ∈ b :: l ↔ a = b ∨ a ∈ l :=
  ⟨fun h => match h with
    | Mem.head _ => Or.inl rfl
    | Mem.tail _ h => Or.inr h,
   fun h => Or.elim h (fun e => @Eq.ndrec α a (fun x => a ∈ x :: l) (Mem.head l) b e) (Mem.tail b)⟩

theorem mem_cons_self {α : Type u} {a : α} {l : List α} : a ∈ a :: l := Mem.head l

theorem mem_cons_of_mem {α : Type u} (y : α) {a : α} {l : List α} (h : a ∈ l) : a ∈ y :: l := Mem.tail y h

theorem eq_or_mem_of_mem_cons {α : Type u} {a b : α} {l : List α} (h : a ∈ b :: l) : a = b ∨ a ∈ l := mem_cons.mp h

theorem mem_of_ne_of_mem {α : Type u} {a y : α} {l : List α} (h₁ : a ≠ y) (h₂ : a ∈ y :: l) : a ∈ l :=
  Or.resolve_left (mem_cons.mp h₂) h₁

theorem mem_singleton {α : Type u} {a b : α} : a ∈ [b] ↔ a = b :=
  ⟨fun h => Or.resolve_right (mem_cons.mp h) not_mem_nil, fun h => mem_cons.mpr (Or.inl h)⟩

theorem mem_singleton_self {α : Type u} (a : α) : a ∈ [a] := Mem.head []

theorem eq_of_mem_singleton {α : Type u} {a b : α} (h : a ∈ [b]) : a = b := mem_singleton.mp h

theorem ne_nil_of_mem {α : Type u} {a : α} {l : List α} (h : a ∈ l) : l ≠ [] :=
  fun e => not_mem_nil (@Eq.ndrec (List α) l (fun t => a ∈ t) h [] e)

theorem length_pos_of_mem {α : Type u} {a : α} {l : List α} (h : a ∈ l) : 0 < l.length :=
  length_pos_of_ne_nil (ne_nil_of_mem h)

theorem exists_mem_of_ne_nil {α : Type u} : (l : List α) → l ≠ [] → ∃ x, x ∈ l
  | [], h => absurd rfl h
  | a :: l, _ => ⟨a, Mem.head l⟩

theorem eq_nil_iff_forall_not_mem {α : Type u} : {l : List α} → l = [] ↔ ∀ a, ¬ a ∈ l
  | [] => ⟨fun _ _ => not_mem_nil, fun _ => rfl⟩
  | a :: l => ⟨fun h => absurd h (cons_ne_nil a l), fun h => absurd (Mem.head l) (h a)⟩

theorem eq_nil_of_forall_not_mem {α : Type u} {l : List α} (h : ∀ a, ¬ a ∈ l) : l = [] := eq_nil_iff_forall_not_mem.mpr h

@[simp] theorem forall_mem_cons {α : Type u} {p : α → Prop} {a : α} {l : List α} :
    (∀ x, x ∈ a :: l → p x) ↔ p a ∧ ∀ x, x ∈ l → p x :=
  ⟨fun h => ⟨h a (Mem.head l), fun x hx => h x (Mem.tail a hx)⟩,
   fun h x hx => Or.elim (mem_cons.mp hx) (fun e => @Eq.ndrec α a p h.left x e.symm) (h.right x)⟩

theorem forall_mem_nil {α : Type u} (p : α → Prop) : ∀ x, x ∈ ([] : List α) → p x := fun _ h => absurd h not_mem_nil

theorem exists_mem_cons {α : Type u} {p : α → Prop} {a : α} {l : List α} :
    (∃ x, x ∈ a :: l ∧ p x) ↔ p a ∨ ∃ x, x ∈ l ∧ p x :=
  ⟨fun h => Exists.elim h (fun x hx => Or.elim (mem_cons.mp hx.left)
      (fun e => Or.inl (@Eq.ndrec α x p hx.right a e)) (fun hm => Or.inr ⟨x, hm, hx.right⟩)),
   fun h => Or.elim h (fun hp => ⟨a, Mem.head l, hp⟩)
      (fun h => Exists.elim h (fun x hx => ⟨x, Mem.tail a hx.left, hx.right⟩))⟩

@[simp] theorem mem_append {α : Type u} {a : α} {t : List α} : {s : List α} → (a ∈ s ++ t ↔ a ∈ s ∨ a ∈ t)
  | [] => ⟨Or.inr, fun h => Or.resolve_left h not_mem_nil⟩
  | b :: s =>
    have ih := @mem_append α a t s
    ⟨fun h => Or.elim (mem_cons.mp h) (fun e => Or.inl (mem_cons.mpr (Or.inl e)))
        (fun h => Or.imp (Mem.tail b) id (ih.mp h)),
     fun h => Or.elim h
        (fun h => mem_cons.mpr (Or.imp id (fun hs => ih.mpr (Or.inl hs)) (mem_cons.mp h)))
        (fun h => Mem.tail b (ih.mpr (Or.inr h)))⟩

theorem mem_append_left {α : Type u} {a : α} {as : List α} (bs : List α) (h : a ∈ as) : a ∈ as ++ bs :=
  mem_append.mpr (Or.inl h)

theorem mem_append_right {α : Type u} {b : α} {bs : List α} (as : List α) (h : b ∈ bs) : b ∈ as ++ bs :=
  mem_append.mpr (Or.inr h)

theorem not_mem_append {α : Type u} {a : α} {s t : List α} (h₁ : ¬ a ∈ s) (h₂ : ¬ a ∈ t) : ¬ a ∈ s ++ t :=
  fun h => Or.elim (mem_append.mp h) h₁ h₂

theorem append_of_mem {α : Type u} {a : α} : {l : List α} → a ∈ l → ∃ s t, l = s ++ a :: t
  | [], h => absurd h not_mem_nil
  | b :: l, h => Or.elim (mem_cons.mp h)
      (fun e => ⟨[], l, congrArg (fun x => x :: l) e.symm⟩)
      (fun h => Exists.elim (append_of_mem h) (fun s hs => Exists.elim hs (fun t e =>
        ⟨b :: s, t, congrArg (fun x => b :: x) e⟩)))

theorem mem_iff_append {α : Type u} {a : α} {l : List α} : a ∈ l ↔ ∃ s t, l = s ++ a :: t :=
  ⟨append_of_mem, fun h => Exists.elim h (fun s h => Exists.elim h (fun t e => by
    rw [e]
    exact mem_append_right s (Mem.head t)))⟩

@[simp] theorem mem_map {α : Type u} {β : Type v} {f : α → β} {b : β} : {l : List α} →
    (b ∈ l.map f ↔ ∃ a, a ∈ l ∧ f a = b)
  | [] => ⟨fun h => absurd h not_mem_nil, fun h => Exists.elim h (fun a ha => absurd ha.left not_mem_nil)⟩
  | a :: l =>
    have ih := @mem_map α β f b l
    ⟨fun h => Or.elim (mem_cons.mp h) (fun e => ⟨a, Mem.head l, e.symm⟩)
        (fun h => Exists.elim (ih.mp h) (fun x hx => ⟨x, Mem.tail a hx.left, hx.right⟩)),
     fun h => Exists.elim h (fun x hx => Or.elim (mem_cons.mp hx.left)
        (fun e => mem_cons.mpr (Or.inl (hx.right.symm.trans (congrArg f e))))
        (fun hm => Mem.tail (f a) (ih.mpr ⟨x, hm, hx.right⟩)))⟩

theorem mem_map_of_mem {α : Type u} {β : Type v} {f : α → β} {a : α} {l : List α} (h : a ∈ l) : f a ∈ map f l :=
  mem_map.mpr ⟨a, h, rfl⟩

theorem exists_of_mem_map {α : Type u} {β : Type v} {f : α → β} {l : List α} {b : β} (h : b ∈ l.map f) :
    ∃ a, a ∈ l ∧ f a = b := mem_map.mp h

theorem forall_mem_map {α : Type u} {β : Type v} {f : α → β} {l : List α} {P : β → Prop} :
    (∀ i, i ∈ l.map f → P i) ↔ ∀ j, j ∈ l → P (f j) :=
  ⟨fun h j hj => h (f j) (mem_map_of_mem hj),
   fun h i hi => Exists.elim (mem_map.mp hi) (fun a ha => @Eq.ndrec β (f a) P (h a ha.left) i ha.right)⟩

theorem map_congr_left {α : Type u} {β : Type v} {f g : α → β} : {l : List α} → (∀ a, a ∈ l → f a = g a) →
    map f l = map g l
  | [], _ => rfl
  | a :: l, h => show f a :: map f l = g a :: map g l from
    congr (congrArg cons (h a (Mem.head l))) (map_congr_left (fun x hx => h x (Mem.tail a hx)))

@[simp] theorem map_inj_left {α : Type u} {β : Type v} {f g : α → β} : {l : List α} →
    (map f l = map g l ↔ ∀ a, a ∈ l → f a = g a)
  | [] => ⟨fun _ a h => absurd h not_mem_nil, fun _ => rfl⟩
  | b :: l => ⟨fun h a ha => Or.elim (mem_cons.mp ha)
        (fun e => by rw [e]; exact head_eq_of_cons_eq h)
        ((@map_inj_left α β f g l).mp (tail_eq_of_cons_eq h) a),
      map_congr_left⟩

theorem mem_reverseAux {α : Type u} {x : α} : {as bs : List α} → (x ∈ reverseAux as bs ↔ x ∈ as ∨ x ∈ bs)
  | [], bs => ⟨Or.inr, fun h => Or.resolve_left h not_mem_nil⟩
  | a :: as, bs => ⟨fun h => Or.elim ((@mem_reverseAux α x as (a :: bs)).mp h) (fun h => Or.inl (Mem.tail a h))
        (fun h => Or.elim (mem_cons.mp h) (fun e => Or.inl (mem_cons.mpr (Or.inl e))) Or.inr),
      fun h => (@mem_reverseAux α x as (a :: bs)).mpr (Or.elim h
        (fun h => Or.elim (mem_cons.mp h) (fun e => Or.inr (mem_cons.mpr (Or.inl e))) Or.inl)
        (fun h => Or.inr (Mem.tail a h)))⟩

@[simp] theorem mem_reverse {α : Type u} {x : α} {as : List α} : x ∈ reverse as ↔ x ∈ as :=
  ⟨fun h => Or.resolve_right (mem_reverseAux.mp h) not_mem_nil, fun h => mem_reverseAux.mpr (Or.inl h)⟩

@[simp] theorem mem_replicate {α : Type u} {a b : α} : {n : Nat} → (b ∈ replicate n a ↔ n ≠ 0 ∧ b = a)
  | 0 => ⟨fun h => absurd h not_mem_nil, fun h => absurd rfl h.left⟩
  | n+1 => ⟨fun h => ⟨Nat.succ_ne_zero n, Or.elim (mem_cons.mp h) id (fun h => (mem_replicate.mp h).right)⟩,
      fun h => mem_cons.mpr (Or.inl h.right)⟩

theorem eq_of_mem_replicate {α : Type u} {a b : α} {n : Nat} (h : b ∈ replicate n a) : b = a := (mem_replicate.mp h).right

theorem mem_flatten {α : Type u} {a : α} : {L : List (List α)} → (a ∈ L.flatten ↔ ∃ l, l ∈ L ∧ a ∈ l)
  | [] => ⟨fun h => absurd h not_mem_nil, fun h => Exists.elim h (fun l hl => absurd hl.left not_mem_nil)⟩
  | l :: L => ⟨fun h => Or.elim (mem_append.mp h) (fun h => ⟨l, Mem.head L, h⟩)
        (fun h => Exists.elim (mem_flatten.mp h) (fun l' hl => ⟨l', Mem.tail l hl.left, hl.right⟩)),
      fun h => Exists.elim h (fun l' hl => mem_append.mpr (Or.elim (mem_cons.mp hl.left)
        (fun e => Or.inl (@Eq.ndrec (List α) l' (fun t => a ∈ t) hl.right l e))
        (fun hm => Or.inr (mem_flatten.mpr ⟨l', hm, hl.right⟩))))⟩

theorem mem_flatMap {α : Type u} {β : Type v} {f : α → List β} {b : β} {l : List α} :
    b ∈ l.flatMap f ↔ ∃ a, a ∈ l ∧ b ∈ f a :=
  ⟨fun h => Exists.elim (mem_flatten.mp h) (fun t ht => Exists.elim (mem_map.mp ht.left) (fun a ha =>
      ⟨a, ha.left, by rw [ha.right]; exact ht.right⟩)),
   fun h => Exists.elim h (fun a ha => mem_flatten.mpr ⟨f a, mem_map_of_mem ha.left, ha.right⟩)⟩

/-! ## `elem` -/

@[simp] theorem elem_nil {α : Type u} [BEq α] {a : α} : elem a [] = false := rfl

theorem elem_cons {α : Type u} [BEq α] {a b : α} {bs : List α} :
    elem a (b :: bs) = match a == b with
      | true => true
      | false => elem a bs := rfl

theorem elem_cons_eq_or {α : Type u} [BEq α] {a b : α} {bs : List α} : elem a (b :: bs) = (a == b || elem a bs) := by
  show (match a == b with
    | true => true
    | false => elem a bs) = (a == b || elem a bs)
  cases a == b <;> rfl

theorem contains_cons {α : Type u} [BEq α] {a b : α} {l : List α} : (a :: l).contains b = (b == a || l.contains b) :=
  elem_cons_eq_or

@[simp] theorem elem_iff {α : Type u} [BEq α] [LawfulBEq α] {a : α} : {as : List α} → (elem a as = true ↔ a ∈ as)
  | [] => ⟨fun h => absurd h Bool.false_ne_true, fun h => absurd h not_mem_nil⟩
  | b :: as =>
    have ih := @elem_iff α _ _ a as
    ⟨fun h => mem_cons.mpr (Or.imp eq_of_beq ih.mp (Bool.or_eq_true_iff.mp (elem_cons_eq_or.symm.trans h))),
     fun h => elem_cons_eq_or.trans (Bool.or_eq_true_iff.mpr (Or.imp beq_of_eq ih.mpr (mem_cons.mp h)))⟩

theorem mem_of_elem_eq_true {α : Type u} [BEq α] [LawfulBEq α] {a : α} {as : List α} (h : elem a as = true) : a ∈ as :=
  elem_iff.mp h

theorem elem_eq_true_of_mem {α : Type u} [BEq α] [LawfulBEq α] {a : α} {as : List α} (h : a ∈ as) : elem a as = true :=
  elem_iff.mpr h

@[simp] theorem contains_iff_mem {α : Type u} [BEq α] [LawfulBEq α] {a : α} {as : List α} :
    as.contains a = true ↔ a ∈ as := elem_iff

@[simp] theorem elem_eq_contains {α : Type u} [BEq α] {a : α} {l : List α} : elem a l = l.contains a := rfl

/-- Membership is decidable. -/
instance instDecidableMemOfLawfulBEq {α : Type u} [BEq α] [LawfulBEq α] (a : α) (as : List α) : Decidable (a ∈ as) :=
  decidable_of_decidable_of_iff elem_iff

/-! ## Filter -/

@[simp] theorem filter_nil {α : Type u} {p : α → Bool} : filter p [] = [] := rfl

@[simp] theorem filter_cons_of_pos {α : Type u} {p : α → Bool} {a : α} {l : List α} (pa : p a = true) :
    filter p (a :: l) = a :: filter p l := by
  show (match p a with
    | true => a :: filter p l
    | false => filter p l) = a :: filter p l
  rw [pa]

@[simp] theorem filter_cons_of_neg {α : Type u} {p : α → Bool} {a : α} {l : List α} (pa : ¬ p a = true) :
    filter p (a :: l) = filter p l := by
  show (match p a with
    | true => a :: filter p l
    | false => filter p l) = filter p l
  rw [eq_false_of_ne_true pa]

theorem filter_cons {α : Type u} {x : α} {xs : List α} {p : α → Bool} :
    (x :: xs).filter p = if p x = true then x :: (xs.filter p) else xs.filter p :=
  match (inferInstance : Decidable (p x = true)) with
  | isTrue h => (filter_cons_of_pos h).trans (if_pos h).symm
  | isFalse h => (filter_cons_of_neg h).trans (if_neg h).symm

@[simp] theorem filter_append {α : Type u} {p : α → Bool} : {l₁ : List α} → (l₂ : List α) →
    filter p (l₁ ++ l₂) = filter p l₁ ++ filter p l₂
  | [], _ => rfl
  | a :: l₁, l₂ =>
    match (inferInstance : Decidable (p a = true)) with
    | isTrue h => by
      rw [cons_append, filter_cons_of_pos h, filter_cons_of_pos h, @filter_append α p l₁ l₂, cons_append]
    | isFalse h => by
      rw [cons_append, filter_cons_of_neg h, filter_cons_of_neg h, @filter_append α p l₁ l₂]

@[simp] theorem mem_filter {α : Type u} {p : α → Bool} {a : α} : {as : List α} →
    (a ∈ filter p as ↔ a ∈ as ∧ p a = true)
  | [] => ⟨fun h => absurd h not_mem_nil, fun h => absurd h.left not_mem_nil⟩
  | b :: as =>
    have ih := @mem_filter α p a as
    match (inferInstance : Decidable (p b = true)) with
    | isTrue h => by
      rw [filter_cons_of_pos h]
      exact ⟨fun hm => Or.elim (mem_cons.mp hm)
          (fun e => ⟨mem_cons.mpr (Or.inl e), (congrArg p e).trans h⟩)
          (fun hm => ⟨Mem.tail b (ih.mp hm).left, (ih.mp hm).right⟩),
        fun hm => mem_cons.mpr (Or.imp id (fun hs => ih.mpr ⟨hs, hm.right⟩) (mem_cons.mp hm.left))⟩
    | isFalse h => by
      rw [filter_cons_of_neg h]
      exact ⟨fun hm => ⟨Mem.tail b (ih.mp hm).left, (ih.mp hm).right⟩,
        fun hm => ih.mpr ⟨Or.resolve_left (mem_cons.mp hm.left)
          (fun e => h ((congrArg p e.symm).trans hm.right)), hm.right⟩⟩

theorem mem_of_mem_filter {α : Type u} {p : α → Bool} {a : α} {l : List α} (h : a ∈ filter p l) : a ∈ l := (mem_filter.mp h).left

theorem of_mem_filter {α : Type u} {p : α → Bool} {a : α} {l : List α} (h : a ∈ filter p l) : p a = true :=
  (mem_filter.mp h).right

theorem length_filter_le {α : Type u} (p : α → Bool) : (l : List α) → (l.filter p).length ≤ l.length
  | [] => Nat.le_refl 0
  | a :: l =>
    match (inferInstance : Decidable (p a = true)) with
    | isTrue h => by
      rw [filter_cons_of_pos h]
      exact Nat.succ_le_succ (length_filter_le p l)
    | isFalse h => by
      rw [filter_cons_of_neg h]
      exact Nat.le_trans (length_filter_le p l) (Nat.le_succ l.length)

@[simp] theorem filter_filter {α : Type u} {p q : α → Bool} : {l : List α} →
    filter p (filter q l) = filter (fun a => p a && q a) l
  | [] => rfl
  | a :: l => by
    have ih := @filter_filter α p q l
    cases hq : q a with
    | false =>
      have h : ¬ (p a && q a) = true := fun h => ne_true_of_eq_false hq (Bool.and_eq_true_iff.mp h).right
      rw [filter_cons_of_neg (ne_true_of_eq_false hq), ih]
      exact (@filter_cons_of_neg α (fun a => p a && q a) a l h).symm
    | true =>
      rw [filter_cons_of_pos hq]
      cases hp : p a with
      | false =>
        have h : ¬ (p a && q a) = true := fun h => ne_true_of_eq_false hp (Bool.and_eq_true_iff.mp h).left
        rw [filter_cons_of_neg (ne_true_of_eq_false hp), ih]
        exact (@filter_cons_of_neg α (fun a => p a && q a) a l h).symm
      | true =>
        rw [filter_cons_of_pos hp, ih]
        exact (@filter_cons_of_pos α (fun a => p a && q a) a l (Bool.and_eq_true_iff.mpr ⟨hp, hq⟩)).symm

@[simp] theorem filter_true {α : Type u} : (l : List α) → filter (fun _ => true) l = l
  | [] => rfl
  | a :: l => congrArg (fun t => a :: t) (filter_true l)

@[simp] theorem filter_false {α : Type u} : (l : List α) → filter (fun _ => false) l = []
  | [] => rfl
  | _ :: l => filter_false l

theorem filter_congr {α : Type u} {p q : α → Bool} : {l : List α} → (∀ x, x ∈ l → p x = q x) → filter p l = filter q l
  | [], _ => rfl
  | a :: l, h => by
    have ih := @filter_congr α p q l (fun x hx => h x (Mem.tail a hx))
    have e := h a (Mem.head l)
    cases hq : q a with
    | true => rw [filter_cons_of_pos hq, filter_cons_of_pos (e.trans hq), ih]
    | false =>
      rw [filter_cons_of_neg (ne_true_of_eq_false hq), filter_cons_of_neg (ne_true_of_eq_false (e.trans hq)), ih]

@[simp] theorem filter_reverse {α : Type u} {p : α → Bool} : {l : List α} → filter p l.reverse = (filter p l).reverse
  | [] => rfl
  | a :: l => by
    rw [reverse_cons, filter_append, @filter_reverse α p l]
    cases h : p a with
    | true => rw [filter_cons_of_pos h, filter_cons_of_pos h, reverse_cons, filter_nil]
    | false =>
      rw [filter_cons_of_neg (ne_true_of_eq_false h), filter_cons_of_neg (ne_true_of_eq_false h), filter_nil, append_nil]

theorem filter_map {α : Type u} {β : Type v} {f : β → α} {p : α → Bool} : {l : List β} →
    filter p (map f l) = map f (filter (p ∘ f) l)
  | [] => rfl
  | b :: l => by
    have ih := @filter_map α β f p l
    cases h : p (f b) with
    | true =>
      rw [map_cons, filter_cons_of_pos h, ih]
      exact (congrArg (map f) (@filter_cons_of_pos β (p ∘ f) b l h)).symm
    | false =>
      rw [map_cons, filter_cons_of_neg (ne_true_of_eq_false h), ih]
      exact (congrArg (map f) (@filter_cons_of_neg β (p ∘ f) b l (ne_true_of_eq_false h))).symm

theorem filter_eq_nil_iff {α : Type u} {p : α → Bool} : {l : List α} → (filter p l = [] ↔ ∀ a, a ∈ l → ¬ p a = true)
  | [] => ⟨fun _ a h => absurd h not_mem_nil, fun _ => rfl⟩
  | a :: l => ⟨fun h b hb hp => not_mem_nil (@Eq.ndrec (List α) (filter p (a :: l)) (fun t => b ∈ t)
        (mem_filter.mpr ⟨hb, hp⟩) [] h),
      fun h => (filter_cons_of_neg (h a (Mem.head l))).trans
        (filter_eq_nil_iff.mpr (fun b hb => h b (Mem.tail a hb)))⟩

theorem filter_eq_self {α : Type u} {p : α → Bool} : {l : List α} → (filter p l = l ↔ ∀ a, a ∈ l → p a = true)
  | [] => ⟨fun _ a h => absurd h not_mem_nil, fun _ => rfl⟩
  | a :: l => ⟨fun h b hb => (mem_filter.mp (@Eq.ndrec (List α) (a :: l) (fun t => b ∈ t) hb (filter p (a :: l)) h.symm)).right,
      fun h => (filter_cons_of_pos (h a (Mem.head l))).trans
        (congrArg (fun t => a :: t) (filter_eq_self.mpr (fun b hb => h b (Mem.tail a hb))))⟩

/-! ## `filterMap` -/

@[simp] theorem filterMap_nil {α : Type u} {β : Type v} {f : α → Option β} : filterMap f [] = [] := rfl

theorem filterMap_cons_none {α : Type u} {β : Type v} {f : α → Option β} {a : α} {l : List α} (h : f a = none) :
    filterMap f (a :: l) = filterMap f l := by
  show (match f a with
    | none => filterMap f l
    | some b => b :: filterMap f l) = filterMap f l
  rw [h]

theorem filterMap_cons_some {α : Type u} {β : Type v} {f : α → Option β} {a : α} {l : List α} {b : β} (h : f a = some b) :
    filterMap f (a :: l) = b :: filterMap f l := by
  show (match f a with
    | none => filterMap f l
    | some b => b :: filterMap f l) = b :: filterMap f l
  rw [h]

theorem filterMap_some {α : Type u} : {l : List α} → filterMap some l = l
  | [] => rfl
  | a :: l => congrArg (fun t => a :: t) (@filterMap_some α l)

theorem filterMap_append {α : Type u} {β : Type v} {f : α → Option β} {l' : List α} : {l : List α} →
    filterMap f (l ++ l') = filterMap f l ++ filterMap f l'
  | [] => rfl
  | a :: l => by
    have ih := @filterMap_append α β f l' l
    cases h : f a with
    | none => rw [cons_append, filterMap_cons_none h, filterMap_cons_none h, ih]
    | some b => rw [cons_append, filterMap_cons_some h, filterMap_cons_some h, ih, cons_append]

/-! ## `any` and `all` -/

@[simp] theorem any_nil {α : Type u} {p : α → Bool} : [].any p = false := rfl

@[simp] theorem any_cons {α : Type u} {a : α} {l : List α} {p : α → Bool} : (a :: l).any p = (p a || l.any p) := rfl

@[simp] theorem all_nil {α : Type u} {p : α → Bool} : [].all p = true := rfl

@[simp] theorem all_cons {α : Type u} {a : α} {l : List α} {p : α → Bool} : (a :: l).all p = (p a && l.all p) := rfl

@[simp] theorem any_append {α : Type u} {p : α → Bool} {ys : List α} : {xs : List α} →
    (xs ++ ys).any p = (xs.any p || ys.any p)
  | [] => rfl
  | x :: xs => (congrArg (fun b => p x || b) (@any_append α p ys xs)).trans (Bool.or_assoc (p x) (xs.any p) (ys.any p)).symm

@[simp] theorem all_append {α : Type u} {p : α → Bool} {ys : List α} : {xs : List α} →
    (xs ++ ys).all p = (xs.all p && ys.all p)
  | [] => rfl
  | x :: xs => (congrArg (fun b => p x && b) (@all_append α p ys xs)).trans (Bool.and_assoc (p x) (xs.all p) (ys.all p)).symm

@[simp] theorem any_eq_true {α : Type u} {p : α → Bool} : {l : List α} → (l.any p = true ↔ ∃ x, x ∈ l ∧ p x = true)
  | [] => ⟨fun h => absurd h Bool.false_ne_true, fun h => Exists.elim h (fun x hx => absurd hx.left not_mem_nil)⟩
  | a :: l => ⟨fun h => exists_mem_cons.mpr (Or.imp id any_eq_true.mp (Bool.or_eq_true_iff.mp h)),
      fun h => Bool.or_eq_true_iff.mpr (Or.imp id any_eq_true.mpr (exists_mem_cons.mp h))⟩

@[simp] theorem all_eq_true {α : Type u} {p : α → Bool} : {l : List α} → (l.all p = true ↔ ∀ x, x ∈ l → p x = true)
  | [] => ⟨fun _ => forall_mem_nil (fun x => p x = true), fun _ => rfl⟩
  | a :: l => ⟨fun h => forall_mem_cons.mpr (And.imp id all_eq_true.mp (Bool.and_eq_true_iff.mp h)),
      fun h => Bool.and_eq_true_iff.mpr (And.imp id all_eq_true.mpr (forall_mem_cons.mp h))⟩

theorem any_eq_not_all_not {α : Type u} {p : α → Bool} : {l : List α} → l.any p = !(l.all (fun a => !(p a)))
  | [] => rfl
  | a :: l => by
    rw [any_cons, all_cons, Bool.not_and, Bool.not_not, @any_eq_not_all_not α p l]

theorem all_eq_not_any_not {α : Type u} {p : α → Bool} : {l : List α} → l.all p = !(l.any (fun a => !(p a)))
  | [] => rfl
  | a :: l => by
    rw [all_cons, any_cons, Bool.not_or, Bool.not_not, @all_eq_not_any_not α p l]

theorem not_any_eq_all_not {α : Type u} {l : List α} {p : α → Bool} : (!(l.any p)) = l.all (fun a => !(p a)) := by
  rw [any_eq_not_all_not, Bool.not_not]

theorem not_all_eq_any_not {α : Type u} {l : List α} {p : α → Bool} : (!(l.all p)) = l.any (fun a => !(p a)) := by
  rw [all_eq_not_any_not, Bool.not_not]

theorem any_map {α : Type u} {β : Type v} {f : α → β} {p : β → Bool} : {l : List α} → (l.map f).any p = l.any (p ∘ f)
  | [] => rfl
  | a :: l => congrArg (fun b => p (f a) || b) (@any_map α β f p l)

theorem all_map {α : Type u} {β : Type v} {f : α → β} {p : β → Bool} : {l : List α} → (l.map f).all p = l.all (p ∘ f)
  | [] => rfl
  | a :: l => congrArg (fun b => p (f a) && b) (@all_map α β f p l)

/-! ## Counting -/

private theorem countP_go_eq_add {α : Type u} {p : α → Bool} : (l : List α) → (n : Nat) →
    countP.go p l n = n + countP.go p l 0
  | [], _ => rfl
  | a :: l, n => by
    show cond (p a) (countP.go p l (n + 1)) (countP.go p l n) = n + cond (p a) (countP.go p l (0 + 1)) (countP.go p l 0)
    cases p a
    · exact countP_go_eq_add l n
    · show countP.go p l (n + 1) = n + countP.go p l (0 + 1)
      rw [countP_go_eq_add l (n + 1), countP_go_eq_add l (0 + 1), Nat.zero_add, Nat.add_assoc]

@[simp] theorem countP_nil {α : Type u} {p : α → Bool} : countP p [] = 0 := rfl

@[simp] theorem countP_cons_of_pos {α : Type u} {p : α → Bool} {a : α} {l : List α} (pa : p a = true) :
    countP p (a :: l) = countP p l + 1 := by
  show cond (p a) (countP.go p l (0 + 1)) (countP.go p l 0) = countP.go p l 0 + 1
  rw [pa, cond_true, countP_go_eq_add, Nat.zero_add, Nat.add_comm]

@[simp] theorem countP_cons_of_neg {α : Type u} {p : α → Bool} {a : α} {l : List α} (pa : ¬ p a = true) :
    countP p (a :: l) = countP p l := by
  show cond (p a) (countP.go p l (0 + 1)) (countP.go p l 0) = countP.go p l 0
  rw [eq_false_of_ne_true pa, cond_false]

theorem countP_cons {α : Type u} {p : α → Bool} {a : α} {l : List α} :
    countP p (a :: l) = countP p l + if p a = true then 1 else 0 :=
  match (inferInstance : Decidable (p a = true)) with
  | isTrue h => by rw [countP_cons_of_pos h, if_pos h]
  | isFalse h => by rw [countP_cons_of_neg h, if_neg h, Nat.add_zero]

theorem countP_eq_length_filter {α : Type u} {p : α → Bool} : {l : List α} → countP p l = (filter p l).length
  | [] => rfl
  | a :: l =>
    match (inferInstance : Decidable (p a = true)) with
    | isTrue h => by
      rw [countP_cons_of_pos h, filter_cons_of_pos h, length_cons, @countP_eq_length_filter α p l]
    | isFalse h => by rw [countP_cons_of_neg h, filter_cons_of_neg h, @countP_eq_length_filter α p l]

@[simp] theorem countP_append {α : Type u} {p : α → Bool} {l₁ l₂ : List α} :
    countP p (l₁ ++ l₂) = countP p l₁ + countP p l₂ := by
  rw [countP_eq_length_filter, countP_eq_length_filter, countP_eq_length_filter, filter_append, length_append]

theorem countP_le_length {α : Type u} {p : α → Bool} {l : List α} : countP p l ≤ l.length := by
  rw [countP_eq_length_filter]
  exact length_filter_le p l

@[simp] theorem countP_reverse {α : Type u} {p : α → Bool} {l : List α} : countP p l.reverse = countP p l := by
  rw [countP_eq_length_filter, countP_eq_length_filter, filter_reverse, length_reverse]

theorem countP_pos_iff {α : Type u} {p : α → Bool} {l : List α} : 0 < countP p l ↔ ∃ a, a ∈ l ∧ p a = true := by
  rw [countP_eq_length_filter]
  exact ⟨fun h => Exists.elim (exists_mem_of_ne_nil _ (ne_nil_of_length_pos h)) (fun a ha => ⟨a, mem_filter.mp ha⟩),
    fun h => Exists.elim h (fun a ha => length_pos_of_mem (mem_filter.mpr ha))⟩

theorem countP_eq_zero {α : Type u} {p : α → Bool} {l : List α} : countP p l = 0 ↔ ∀ a, a ∈ l → ¬ p a = true := by
  rw [countP_eq_length_filter]
  exact Iff.trans length_eq_zero_iff filter_eq_nil_iff

@[simp] theorem count_nil {α : Type u} [BEq α] {a : α} : count a [] = 0 := rfl

theorem count_cons {α : Type u} [BEq α] {a b : α} {l : List α} :
    count a (b :: l) = count a l + if (b == a) = true then 1 else 0 := countP_cons

@[simp] theorem count_cons_self {α : Type u} [BEq α] [LawfulBEq α] {a : α} {l : List α} :
    count a (a :: l) = count a l + 1 := countP_cons_of_pos (beq_self_eq_true a)

@[simp] theorem count_cons_of_ne {α : Type u} [BEq α] [LawfulBEq α] {a b : α} (h : b ≠ a) {l : List α} :
    count a (b :: l) = count a l := countP_cons_of_neg (fun e => h (eq_of_beq e))

@[simp] theorem count_append {α : Type u} [BEq α] {a : α} {l₁ l₂ : List α} :
    count a (l₁ ++ l₂) = count a l₁ + count a l₂ := countP_append

@[simp] theorem count_reverse {α : Type u} [BEq α] {a : α} {l : List α} : count a l.reverse = count a l := countP_reverse

theorem count_le_length {α : Type u} [BEq α] {a : α} {l : List α} : count a l ≤ l.length := countP_le_length

@[simp] theorem count_singleton_self {α : Type u} [BEq α] [LawfulBEq α] {a : α} : count a [a] = 1 := count_cons_self

theorem count_singleton {α : Type u} [BEq α] {a b : α} : count a [b] = if (b == a) = true then 1 else 0 := by
  rw [count_cons, count_nil, Nat.zero_add]

theorem count_pos_iff {α : Type u} [BEq α] [LawfulBEq α] {a : α} {l : List α} : 0 < count a l ↔ a ∈ l :=
  ⟨fun h => Exists.elim (countP_pos_iff.mp h) (fun x hx => by
      rw [← eq_of_beq hx.right]
      exact hx.left),
   fun h => countP_pos_iff.mpr ⟨a, h, beq_self_eq_true a⟩⟩

theorem count_eq_zero {α : Type u} [BEq α] [LawfulBEq α] {a : α} {l : List α} : count a l = 0 ↔ ¬ a ∈ l :=
  ⟨fun h hm => Nat.ne_of_gt (count_pos_iff.mpr hm) h, fun h => Nat.eq_zero_of_not_pos (fun hp => h (count_pos_iff.mp hp))⟩

theorem count_eq_zero_of_not_mem {α : Type u} [BEq α] [LawfulBEq α] {a : α} {l : List α} (h : ¬ a ∈ l) : count a l = 0 :=
  count_eq_zero.mpr h

@[simp] theorem count_replicate_self {α : Type u} [BEq α] [LawfulBEq α] {a : α} : {n : Nat} →
    count a (replicate n a) = n
  | 0 => rfl
  | n+1 => by rw [replicate_succ, count_cons_self, @count_replicate_self α _ _ a n]

/-! ## Erasing -/

@[simp] theorem erase_nil {α : Type u} [BEq α] (a : α) : [].erase a = [] := rfl

@[simp] theorem erase_cons_head {α : Type u} [BEq α] [LawfulBEq α] (a : α) (l : List α) : (a :: l).erase a = l := by
  show (match a == a with
    | true => l
    | false => a :: l.erase a) = l
  rw [beq_self_eq_true]

@[simp] theorem erase_cons_tail {α : Type u} [BEq α] {a b : α} {l : List α} (h : ¬ (b == a) = true) :
    (b :: l).erase a = b :: l.erase a := by
  show (match b == a with
    | true => l
    | false => b :: l.erase a) = b :: l.erase a
  rw [eq_false_of_ne_true h]

theorem erase_of_not_mem {α : Type u} [BEq α] [LawfulBEq α] {a : α} : {l : List α} → ¬ a ∈ l → l.erase a = l
  | [], _ => rfl
  | b :: l, h => by
    rw [erase_cons_tail (fun e => h (mem_cons.mpr (Or.inl (eq_of_beq e).symm))),
      erase_of_not_mem (fun hm => h (Mem.tail b hm))]

theorem mem_of_mem_erase {α : Type u} [BEq α] {a b : α} : {l : List α} → a ∈ l.erase b → a ∈ l
  | [], h => absurd h not_mem_nil
  | c :: l, h => by
    cases hc : c == b with
    | true =>
      have e : (c :: l).erase b = l := by
        show (match c == b with
          | true => l
          | false => c :: l.erase b) = l
        rw [hc]
      rw [e] at h
      exact Mem.tail c h
    | false =>
      rw [erase_cons_tail (ne_true_of_eq_false hc)] at h
      exact mem_cons.mpr (Or.imp id mem_of_mem_erase (mem_cons.mp h))

end List
