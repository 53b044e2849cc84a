/-!
# Lists: concatenation, length, map, reverse

The laws of the basic functions, each by induction on a list.
-/

universe u v w

namespace List

/-! ## Constructors -/

theorem cons_ne_self {α : Type u} (a : α) : (l : List α) → a :: l ≠ l
  | [] => cons_ne_nil a []
  | b :: l => fun h => cons_ne_self b l (congrArg tail h)

@[simp] theorem nil_ne_cons {α : Type u} {a : α} {l : List α} : [] ≠ a :: l := fun h => cons_ne_nil a l h.symm

theorem cons_inj_right {α : Type u} (a : α) {l l' : List α} : a :: l = a :: l' ↔ l = l' :=
  ⟨fun h => congrArg tail h, fun h => congrArg (fun t => a :: t) h⟩

theorem cons_eq_cons {α : Type u} {a b : α} {l l' : List α} : a :: l = b :: l' ↔ a = b ∧ l = l' :=
  ⟨fun h => ⟨congrArg (fun t => headD t a) h, congrArg tail h⟩, fun h => congr (congrArg cons h.left) h.right⟩

theorem head_eq_of_cons_eq {α : Type u} {a b : α} {l l' : List α} (h : a :: l = b :: l') : a = b :=
  (cons_eq_cons.mp h).left

theorem tail_eq_of_cons_eq {α : Type u} {a b : α} {l l' : List α} (h : a :: l = b :: l') : l = l' :=
  (cons_eq_cons.mp h).right

theorem exists_cons_of_ne_nil {α : Type u} : {l : List α} → l ≠ [] → ∃ b L, l = b :: L
  | [], h => absurd rfl h
  | b :: L, _ => ⟨b, L, rfl⟩

theorem singleton_inj {α : Type u} {a b : α} : [a] = [b] ↔ a = b :=
  ⟨head_eq_of_cons_eq, fun h => congrArg (fun x => [x]) h⟩

theorem ne_nil_iff_exists_cons {α : Type u} {l : List α} : l ≠ [] ↔ ∃ b L, l = b :: L :=
  ⟨exists_cons_of_ne_nil, fun h e => Exists.elim h (fun b h => Exists.elim h (fun L h => cons_ne_nil b L (h.symm.trans e)))⟩

/-! ## Length -/

@[simp] theorem length_nil {α : Type u} : length ([] : List α) = 0 := rfl

@[simp] theorem length_cons {α : Type u} {a : α} {as : List α} : (a :: as).length = as.length + 1 := rfl

theorem length_singleton {α : Type u} {a : α} : length [a] = 1 := rfl

theorem eq_nil_of_length_eq_zero {α : Type u} : {l : List α} → l.length = 0 → l = []
  | [], _ => rfl
  | _ :: l, h => absurd h (Nat.succ_ne_zero l.length)

@[simp] theorem length_eq_zero_iff {α : Type u} {l : List α} : l.length = 0 ↔ l = [] :=
  ⟨eq_nil_of_length_eq_zero, fun h => congrArg length h⟩

theorem ne_nil_of_length_eq_add_one {α : Type u} {l : List α} {n : Nat} (h : l.length = n + 1) : l ≠ [] :=
  fun e => Nat.succ_ne_zero n (h.symm.trans (congrArg length e))

theorem ne_nil_of_length_pos {α : Type u} {l : List α} (h : 0 < l.length) : l ≠ [] :=
  fun e => Nat.ne_of_gt h (congrArg length e)

theorem length_pos_of_ne_nil {α : Type u} {l : List α} (h : l ≠ []) : 0 < l.length :=
  Nat.pos_of_ne_zero (fun e => h (eq_nil_of_length_eq_zero e))

theorem length_pos_iff {α : Type u} {l : List α} : 0 < l.length ↔ l ≠ [] := ⟨ne_nil_of_length_pos, length_pos_of_ne_nil⟩

theorem exists_cons_of_length_pos {α : Type u} {l : List α} (h : 0 < l.length) : ∃ a t, l = a :: t :=
  exists_cons_of_ne_nil (ne_nil_of_length_pos h)

theorem exists_cons_of_length_eq_add_one {α : Type u} {n : Nat} {l : List α} (h : l.length = n + 1) :
    ∃ a t, l = a :: t := exists_cons_of_ne_nil (ne_nil_of_length_eq_add_one h)

theorem length_eq_one_iff {α : Type u} : {l : List α} → l.length = 1 ↔ ∃ a, l = [a]
  | [] => ⟨fun h => absurd h Nat.zero_ne_one, fun h => Exists.elim h (fun _ e => absurd e nil_ne_cons)⟩
  | a :: l => ⟨fun h => ⟨a, congrArg (fun t => a :: t) (eq_nil_of_length_eq_zero (Nat.succ_inj.mp h))⟩,
      fun h => Exists.elim h (fun _ e => congrArg length e)⟩

/-! ## Concatenation -/

@[simp] theorem nil_append {α : Type u} (as : List α) : [] ++ as = as := rfl

@[simp] theorem cons_append {α : Type u} {a : α} {as bs : List α} : (a :: as) ++ bs = a :: (as ++ bs) := rfl

@[simp] theorem append_nil {α : Type u} : (as : List α) → as ++ [] = as
  | [] => rfl
  | a :: as => congrArg (fun t => a :: t) (append_nil as)

@[simp] theorem append_assoc {α : Type u} : (as bs cs : List α) → (as ++ bs) ++ cs = as ++ (bs ++ cs)
  | [], _, _ => rfl
  | a :: as, bs, cs => congrArg (fun t => a :: t) (append_assoc as bs cs)

theorem append_cons {α : Type u} (as : List α) (b : α) (bs : List α) : as ++ b :: bs = as ++ [b] ++ bs :=
  (append_assoc as [b] bs).symm

theorem singleton_append {α : Type u} {x : α} {l : List α} : [x] ++ l = x :: l := rfl

@[simp] theorem length_append {α : Type u} : {as bs : List α} → (as ++ bs).length = as.length + bs.length
  | [], bs => (Nat.zero_add bs.length).symm
  | a :: as, bs => (congrArg Nat.succ (@length_append α as bs)).trans (Nat.succ_add as.length bs.length).symm

theorem append_inj {α : Type u} : {s₁ s₂ t₁ t₂ : List α} → s₁ ++ t₁ = s₂ ++ t₂ → s₁.length = s₂.length →
    s₁ = s₂ ∧ t₁ = t₂
  | [], [], _, _, h, _ => ⟨rfl, h⟩
  | [], b :: s₂, _, _, _, hl => absurd hl.symm (Nat.succ_ne_zero s₂.length)
  | a :: s₁, [], _, _, _, hl => absurd hl (Nat.succ_ne_zero s₁.length)
  | a :: s₁, b :: s₂, t₁, t₂, h, hl =>
    have h' := cons_eq_cons.mp h
    have ih := @append_inj α s₁ s₂ t₁ t₂ h'.right (Nat.succ_inj.mp hl)
    ⟨congr (congrArg cons h'.left) ih.left, ih.right⟩

theorem append_inj_left {α : Type u} {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : s₁.length = s₂.length) :
    s₁ = s₂ := (append_inj h hl).left

theorem append_inj_right {α : Type u} {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : s₁.length = s₂.length) :
    t₁ = t₂ := (append_inj h hl).right

theorem append_inj' {α : Type u} {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : t₁.length = t₂.length) :
    s₁ = s₂ ∧ t₁ = t₂ :=
  append_inj h (Nat.add_right_cancel (m := t₁.length) (by
    rw [← length_append, h, length_append, hl]))

theorem append_inj_left' {α : Type u} {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : t₁.length = t₂.length) :
    s₁ = s₂ := (append_inj' h hl).left

theorem append_inj_right' {α : Type u} {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : t₁.length = t₂.length) :
    t₁ = t₂ := (append_inj' h hl).right

theorem append_cancel_left {α : Type u} {as bs cs : List α} (h : as ++ bs = as ++ cs) : bs = cs := append_inj_right h rfl

theorem append_cancel_right {α : Type u} {as bs cs : List α} (h : as ++ bs = cs ++ bs) : as = cs := append_inj_left' h rfl

theorem append_right_inj {α : Type u} {t₁ t₂ : List α} (s : List α) : s ++ t₁ = s ++ t₂ ↔ t₁ = t₂ :=
  ⟨append_cancel_left, fun h => congrArg (fun t => s ++ t) h⟩

theorem append_left_inj {α : Type u} {s₁ s₂ : List α} (t : List α) : s₁ ++ t = s₂ ++ t ↔ s₁ = s₂ :=
  ⟨append_cancel_right, fun h => congrArg (fun s => s ++ t) h⟩

@[simp] theorem append_cancel_left_eq {α : Type u} (as bs cs : List α) : (as ++ bs = as ++ cs) = (bs = cs) :=
  propext (append_right_inj as)

@[simp] theorem append_cancel_right_eq {α : Type u} (as bs cs : List α) : (as ++ bs = cs ++ bs) = (as = cs) :=
  propext (append_left_inj bs)

@[simp] theorem append_left_eq_self {α : Type u} {xs ys : List α} : xs ++ ys = ys ↔ xs = [] :=
  ⟨fun h => append_cancel_right (bs := ys) h, fun h => by rw [h, nil_append]⟩

@[simp] theorem self_eq_append_left {α : Type u} {xs ys : List α} : ys = xs ++ ys ↔ xs = [] :=
  Iff.trans eq_comm append_left_eq_self

@[simp] theorem append_right_eq_self {α : Type u} {xs ys : List α} : xs ++ ys = xs ↔ ys = [] :=
  ⟨fun h => append_cancel_left (as := xs) (h.trans (append_nil xs).symm), fun h => by rw [h, append_nil]⟩

@[simp] theorem self_eq_append_right {α : Type u} {xs ys : List α} : xs = xs ++ ys ↔ ys = [] :=
  Iff.trans eq_comm append_right_eq_self

@[simp] theorem append_eq_nil_iff {α : Type u} : {p q : List α} → p ++ q = [] ↔ p = [] ∧ q = []
  | [], q => ⟨fun h => ⟨rfl, h⟩, And.right⟩
  | a :: p, q => ⟨fun h => absurd h (cons_ne_nil a (p ++ q)), fun h => absurd h.left (cons_ne_nil a p)⟩

@[simp] theorem nil_eq_append_iff {α : Type u} {a b : List α} : [] = a ++ b ↔ a = [] ∧ b = [] :=
  Iff.trans eq_comm append_eq_nil_iff

theorem append_ne_nil_of_left_ne_nil {α : Type u} {s : List α} (h : s ≠ []) (t : List α) : s ++ t ≠ [] :=
  fun e => h (append_eq_nil_iff.mp e).left

theorem append_ne_nil_of_right_ne_nil {α : Type u} {t : List α} (s : List α) (h : t ≠ []) : s ++ t ≠ [] :=
  fun e => h (append_eq_nil_iff.mp e).right

@[simp] theorem append_eq {α : Type u} {as bs : List α} : List.append as bs = as ++ bs := rfl

theorem concat_eq_append {α : Type u} {a : α} : {as : List α} → as.concat a = as ++ [a]
  | [] => rfl
  | b :: as => congrArg (fun t => b :: t) (@concat_eq_append α a as)

theorem length_concat {α : Type u} {as : List α} {a : α} : (concat as a).length = as.length + 1 := by
  rw [concat_eq_append, length_append, length_singleton]

theorem append_eq_cons_iff {α : Type u} {as bs : List α} {x : α} {cs : List α} :
    as ++ bs = x :: cs ↔ (as = [] ∧ bs = x :: cs) ∨ ∃ as', as = x :: as' ∧ cs = as' ++ bs := by
  cases as with
  | nil => exact ⟨fun h => Or.inl ⟨rfl, h⟩, fun h => Or.elim h And.right
      (fun h => Exists.elim h (fun t e => absurd e.left nil_ne_cons))⟩
  | cons a as => exact ⟨fun h => Or.inr ⟨as, by rw [head_eq_of_cons_eq h], (tail_eq_of_cons_eq h).symm⟩,
      fun h => Or.elim h (fun e => absurd e.left (cons_ne_nil a as))
        (fun h => Exists.elim h (fun t e => by rw [e.left, e.right, cons_append]))⟩

theorem append_eq_append_iff {α : Type u} : {ws xs ys zs : List α} →
    (ws ++ xs = ys ++ zs ↔ (∃ as, ys = ws ++ as ∧ xs = as ++ zs) ∨ ∃ bs, ws = ys ++ bs ∧ zs = bs ++ xs)
  | [], xs, ys, zs => ⟨fun h => Or.inl ⟨ys, rfl, h⟩, fun h => Or.elim h
      (fun h => Exists.elim h (fun t e => by rw [e.left, e.right, nil_append, nil_append]))
      (fun h => Exists.elim h (fun t e => by
        have hy := (nil_eq_append_iff.mp e.left).left
        have ht := (nil_eq_append_iff.mp e.left).right
        rw [hy, e.right, ht, nil_append, nil_append]))⟩
  | w :: ws, xs, [], zs => ⟨fun h => Or.inr ⟨w :: ws, rfl, h.symm⟩, fun h => Or.elim h
      (fun h => Exists.elim h (fun t e => absurd e.left nil_ne_cons))
      (fun h => Exists.elim h (fun t e => by rw [e.right, e.left, nil_append, nil_append]))⟩
  | w :: ws, xs, y :: ys, zs => by
    have ih := @append_eq_append_iff α ws xs ys zs
    constructor
    · intro h
      have h' := cons_eq_cons.mp h
      cases ih.mp h'.right with
      | inl h₁ =>
        cases h₁ with
        | intro t e => exact Or.inl ⟨t, by rw [h'.left, e.left, cons_append], e.right⟩
      | inr h₁ =>
        cases h₁ with
        | intro t e => exact Or.inr ⟨t, by rw [h'.left, e.left, cons_append], e.right⟩
    · intro h
      cases h with
      | inl h₁ =>
        cases h₁ with
        | intro t e =>
          have e' := cons_eq_cons.mp e.left
          rw [cons_append, cons_append, e'.left, ih.mpr (Or.inl ⟨t, e'.right, e.right⟩)]
      | inr h₁ =>
        cases h₁ with
        | intro t e =>
          have e' := cons_eq_cons.mp e.left
          rw [cons_append, cons_append, e'.left, ih.mpr (Or.inr ⟨t, e'.right, e.right⟩)]

/-! ## Head, tail, emptiness -/

@[simp] theorem isEmpty_nil {α : Type u} : ([] : List α).isEmpty = true := rfl

@[simp] theorem isEmpty_cons {α : Type u} {x : α} {xs : List α} : (x :: xs).isEmpty = false := rfl

@[simp] theorem isEmpty_iff {α : Type u} : {l : List α} → l.isEmpty = true ↔ l = []
  | [] => ⟨fun _ => rfl, fun _ => rfl⟩
  | a :: l => ⟨fun h => absurd h Bool.false_ne_true, fun h => absurd h (cons_ne_nil a l)⟩

theorem isEmpty_eq_false_iff {α : Type u} : {l : List α} → l.isEmpty = false ↔ l ≠ []
  | [] => ⟨fun h => absurd h.symm Bool.false_ne_true, fun h => absurd rfl h⟩
  | a :: l => ⟨fun _ => cons_ne_nil a l, fun _ => rfl⟩

@[simp] theorem head?_nil {α : Type u} : ([] : List α).head? = none := rfl

@[simp] theorem head?_cons {α : Type u} {a : α} {l : List α} : (a :: l).head? = some a := rfl

@[simp] theorem head_cons {α : Type u} {a : α} {l : List α} {h : a :: l ≠ []} : head (a :: l) h = a := rfl

@[simp] theorem headD_nil {α : Type u} {d : α} : headD [] d = d := rfl

@[simp] theorem headD_cons {α : Type u} {a d : α} {l : List α} : headD (a :: l) d = a := rfl

@[simp] theorem tail_nil {α : Type u} : tail ([] : List α) = [] := rfl

@[simp] theorem tail_cons {α : Type u} {a : α} {as : List α} : tail (a :: as) = as := rfl

theorem length_tail {α : Type u} : {l : List α} → l.tail.length = l.length - 1
  | [] => rfl
  | _ :: _ => rfl

@[simp] theorem head_cons_tail {α : Type u} : {l : List α} → (h : l ≠ []) → l.head h :: l.tail = l
  | [], h => absurd rfl h
  | _ :: _, _ => rfl

theorem head?_eq_none_iff {α : Type u} : {l : List α} → l.head? = none ↔ l = []
  | [] => ⟨fun _ => rfl, fun _ => rfl⟩
  | a :: l => ⟨fun h => absurd h (Option.some_ne_none a), fun h => absurd h (cons_ne_nil a l)⟩

/-! ## Map -/

@[simp] theorem map_nil {α : Type u} {β : Type v} {f : α → β} : map f [] = [] := rfl

@[simp] theorem map_cons {α : Type u} {β : Type v} {f : α → β} {a : α} {l : List α} : map f (a :: l) = f a :: map f l := rfl

theorem map_singleton {α : Type u} {β : Type v} {f : α → β} {a : α} : map f [a] = [f a] := rfl

@[simp] theorem length_map {α : Type u} {β : Type v} {as : List α} (f : α → β) : (as.map f).length = as.length :=
  match as with
  | [] => rfl
  | _ :: as => congrArg Nat.succ (@length_map α β as f)

@[simp] theorem map_append {α : Type u} {β : Type v} {f : α → β} : {l₁ l₂ : List α} →
    map f (l₁ ++ l₂) = map f l₁ ++ map f l₂
  | [], _ => rfl
  | a :: l₁, l₂ => congrArg (fun t => f a :: t) (@map_append α β f l₁ l₂)

@[simp] theorem map_map {α : Type u} {β : Type v} {γ : Type w} {g : β → γ} {f : α → β} : {l : List α} →
    map g (map f l) = map (g ∘ f) l
  | [] => rfl
  | a :: l => congrArg (fun t => g (f a) :: t) (@map_map α β γ g f l)

@[simp] theorem map_id {α : Type u} : (l : List α) → map id l = l
  | [] => rfl
  | a :: l => congrArg (fun t => a :: t) (map_id l)

@[simp] theorem map_id' {α : Type u} (l : List α) : map (fun a => a) l = l := map_id l

@[simp] theorem map_id_fun {α : Type u} : map (id : α → α) = id := funext map_id

theorem map_id'' {α : Type u} {f : α → α} (h : ∀ x, f x = x) (l : List α) : map f l = l :=
  (congrArg (fun g => map g l) (funext h)).trans (map_id l)

@[simp] theorem map_eq_nil_iff {α : Type u} {β : Type v} {f : α → β} : {l : List α} → map f l = [] ↔ l = []
  | [] => ⟨fun _ => rfl, fun _ => rfl⟩
  | a :: l => ⟨fun h => absurd h (cons_ne_nil (f a) (map f l)), fun h => absurd h (cons_ne_nil a l)⟩

theorem map_eq_cons_iff {α : Type u} {β : Type v} {b : β} {l₂ : List β} {f : α → β} : {l : List α} →
    (map f l = b :: l₂ ↔ ∃ a l₁, l = a :: l₁ ∧ f a = b ∧ map f l₁ = l₂)
  | [] => ⟨fun h => absurd h nil_ne_cons,
      fun h => Exists.elim h (fun a h => Exists.elim h (fun l₁ h => absurd h.left nil_ne_cons))⟩
  | a :: l => ⟨fun h => ⟨a, l, rfl, head_eq_of_cons_eq h, tail_eq_of_cons_eq h⟩,
      fun h => Exists.elim h (fun a' h => Exists.elim h (fun l₁ h => by
        rw [h.left, map_cons, h.right.left, h.right.right]))⟩

private theorem map_inj_right_aux {α : Type u} {β : Type v} {f : α → β} (hf : ∀ x y, f x = f y → x = y) :
    (l l' : List α) → map f l = map f l' → l = l'
  | [], [], _ => rfl
  | [], b :: l', h => absurd h nil_ne_cons
  | a :: l, [], h => absurd h (cons_ne_nil (f a) (map f l))
  | a :: l, b :: l', h => congr (congrArg cons (hf a b (head_eq_of_cons_eq h)))
      (map_inj_right_aux hf l l' (tail_eq_of_cons_eq h))

theorem map_inj_right {α : Type u} {β : Type v} {f : α → β} {l l' : List α} (w : ∀ x y, f x = f y → x = y) :
    map f l = map f l' ↔ l = l' := ⟨map_inj_right_aux w l l', fun h => congrArg (map f) h⟩

@[simp] theorem head?_map {α : Type u} {β : Type v} {f : α → β} : {l : List α} → (map f l).head? = l.head?.map f
  | [] => rfl
  | _ :: _ => rfl

@[simp] theorem tail_map {α : Type u} {β : Type v} {f : α → β} : {l : List α} → (map f l).tail = map f l.tail
  | [] => rfl
  | _ :: _ => rfl

theorem map_eq_foldr {α : Type u} {β : Type v} {f : α → β} : {l : List α} → map f l = foldr (fun a bs => f a :: bs) [] l
  | [] => rfl
  | a :: l => congrArg (fun t => f a :: t) (@map_eq_foldr α β f l)

/-! ## Reverse -/

@[simp] theorem reverse_nil {α : Type u} : reverse ([] : List α) = [] := rfl

theorem reverseAux_eq_append {α : Type u} : {as bs : List α} → reverseAux as bs = reverseAux as [] ++ bs
  | [], _ => rfl
  | a :: as, bs => by
    show reverseAux as (a :: bs) = reverseAux as [a] ++ bs
    rw [@reverseAux_eq_append α as (a :: bs), @reverseAux_eq_append α as [a], append_assoc, singleton_append]

theorem reverseAux_eq {α : Type u} {as bs : List α} : reverseAux as bs = reverse as ++ bs := reverseAux_eq_append

@[simp] theorem reverse_cons {α : Type u} {a : α} {as : List α} : reverse (a :: as) = reverse as ++ [a] :=
  @reverseAux_eq_append α as [a]

@[simp] theorem reverse_append {α : Type u} : {as bs : List α} → (as ++ bs).reverse = bs.reverse ++ as.reverse
  | [], bs => (append_nil bs.reverse).symm
  | a :: as, bs => by
    rw [cons_append, reverse_cons, @reverse_append α as bs, reverse_cons, append_assoc]

@[simp] theorem reverse_reverse {α : Type u} : (as : List α) → as.reverse.reverse = as
  | [] => rfl
  | a :: as => by
    rw [reverse_cons, reverse_append, reverse_reverse as]
    rfl

theorem reverse_inj {α : Type u} {xs ys : List α} : xs.reverse = ys.reverse ↔ xs = ys :=
  ⟨fun h => (reverse_reverse xs).symm.trans ((congrArg reverse h).trans (reverse_reverse ys)), fun h => congrArg reverse h⟩

theorem reverse_eq_iff {α : Type u} {as bs : List α} : as.reverse = bs ↔ as = bs.reverse :=
  ⟨fun h => (reverse_reverse as).symm.trans (congrArg reverse h), fun h => (congrArg reverse h).trans (reverse_reverse bs)⟩

@[simp] theorem reverse_eq_nil_iff {α : Type u} {xs : List α} : xs.reverse = [] ↔ xs = [] := reverse_eq_iff

@[simp] theorem length_reverse {α : Type u} : {as : List α} → as.reverse.length = as.length
  | [] => rfl
  | a :: as => by
    rw [reverse_cons, length_append, @length_reverse α as, length_singleton, length_cons]

@[simp] theorem map_reverse {α : Type u} {β : Type v} {f : α → β} : {l : List α} → l.reverse.map f = (l.map f).reverse
  | [] => rfl
  | a :: l => by
    rw [reverse_cons, map_append, @map_reverse α β f l, map_singleton, map_cons, reverse_cons]

theorem reverse_singleton {α : Type u} {a : α} : reverse [a] = [a] := rfl

theorem reverse_concat {α : Type u} {l : List α} {a : α} : (l ++ [a]).reverse = a :: l.reverse := by
  rw [reverse_append, reverse_singleton, singleton_append]

theorem eq_nil_or_concat {α : Type u} : (l : List α) → l = [] ∨ ∃ L b, l = L ++ [b]
  | [] => Or.inl rfl
  | a :: l =>
    match eq_nil_or_concat l with
    | Or.inl e => Or.inr ⟨[], a, congrArg (fun t => a :: t) e⟩
    | Or.inr h => Or.inr (Exists.elim h (fun L h => Exists.elim h (fun b e =>
        ⟨a :: L, b, congrArg (fun t => a :: t) e⟩)))

/-- Induction from the end of the list. -/
@[elab_as_elim] theorem append_singleton_induction {α : Type u} {P : List α → Prop} (l : List α) (nil : P [])
    (append_singleton : ∀ l a, P l → P (l ++ [a])) : P l := by
  have h : ∀ l : List α, P l.reverse := by
    intro l
    induction l with
    | nil => exact nil
    | cons a l ih =>
      rw [reverse_cons]
      exact append_singleton l.reverse a ih
  rw [← reverse_reverse l]
  exact h l.reverse

/-! ## Replicate -/

@[simp] theorem replicate_zero {α : Type u} {a : α} : replicate 0 a = [] := rfl

theorem replicate_succ {α : Type u} {a : α} {n : Nat} : replicate (n + 1) a = a :: replicate n a := rfl

@[simp] theorem length_replicate {α : Type u} {a : α} : {n : Nat} → (replicate n a).length = n
  | 0 => rfl
  | n+1 => congrArg Nat.succ (@length_replicate α a n)

@[simp] theorem map_replicate {α : Type u} {β : Type v} {f : α → β} {a : α} : {n : Nat} →
    (replicate n a).map f = replicate n (f a)
  | 0 => rfl
  | n+1 => congrArg (fun t => f a :: t) (@map_replicate α β f a n)

@[simp] theorem append_replicate_replicate {α : Type u} {a : α} {m : Nat} : {n : Nat} →
    replicate n a ++ replicate m a = replicate (n + m) a
  | 0 => by rw [Nat.zero_add]; rfl
  | n+1 => by
    rw [Nat.succ_add, replicate_succ, replicate_succ, cons_append, @append_replicate_replicate α a m n]

theorem replicate_add {α : Type u} {a : α} (m n : Nat) : replicate (m + n) a = replicate m a ++ replicate n a :=
  append_replicate_replicate.symm

theorem replicate_succ' {α : Type u} {a : α} {n : Nat} : replicate (n + 1) a = replicate n a ++ [a] :=
  replicate_add n 1

@[simp] theorem reverse_replicate {α : Type u} {a : α} : {n : Nat} → (replicate n a).reverse = replicate n a
  | 0 => rfl
  | n+1 => by rw [replicate_succ, reverse_cons, @reverse_replicate α a n, ← replicate_succ', replicate_succ]

/-! ## Concatenation of lists of lists -/

@[simp] theorem flatten_nil {α : Type u} : ([] : List (List α)).flatten = [] := rfl

@[simp] theorem flatten_cons {α : Type u} {l : List α} {L : List (List α)} : (l :: L).flatten = l ++ L.flatten := rfl

@[simp] theorem flatten_append {α : Type u} {L₂ : List (List α)} : {L₁ : List (List α)} →
    (L₁ ++ L₂).flatten = L₁.flatten ++ L₂.flatten
  | [] => rfl
  | l :: L₁ => by rw [cons_append, flatten_cons, @flatten_append α L₂ L₁, flatten_cons, append_assoc]

@[simp] theorem flatMap_nil {α : Type u} {β : Type v} (f : α → List β) : [].flatMap f = [] := rfl

@[simp] theorem flatMap_cons {α : Type u} {β : Type v} {x : α} {xs : List α} {f : α → List β} :
    (x :: xs).flatMap f = f x ++ xs.flatMap f := rfl

@[simp] theorem flatMap_append {α : Type u} {β : Type v} {f : α → List β} {ys : List α} : {xs : List α} →
    (xs ++ ys).flatMap f = xs.flatMap f ++ ys.flatMap f
  | [] => rfl
  | x :: xs => by rw [cons_append, flatMap_cons, @flatMap_append α β f ys xs, flatMap_cons, append_assoc]

theorem flatMap_id {α : Type u} {L : List (List α)} : L.flatMap id = L.flatten := congrArg flatten (map_id L)

theorem map_flatten {α : Type u} {β : Type v} {f : α → β} : {L : List (List α)} →
    (flatten L).map f = (map (map f) L).flatten
  | [] => rfl
  | l :: L => by rw [flatten_cons, map_append, @map_flatten α β f L, map_cons, flatten_cons]

end List
