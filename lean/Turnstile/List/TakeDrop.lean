/-!
# Lists: prefixes, suffixes, last elements, pairs

`take`, `drop`, `takeWhile`, `dropWhile`, `getLast`, `dropLast`, `zip`, `range`, and access by index.
-/

universe u v w

namespace List

/-! ## `take` and `drop` -/

@[simp] theorem take_zero {α : Type u} {l : List α} : l.take 0 = [] := rfl

@[simp] theorem take_nil {α : Type u} : {i : Nat} → ([] : List α).take i = []
  | 0 => rfl
  | _+1 => rfl

@[simp] theorem take_succ_cons {α : Type u} {a : α} {as : List α} {i : Nat} : (a :: as).take (i + 1) = a :: as.take i := rfl

@[simp] theorem drop_zero {α : Type u} {l : List α} : l.drop 0 = l := rfl

@[simp] theorem drop_nil {α : Type u} : {i : Nat} → ([] : List α).drop i = []
  | 0 => rfl
  | _+1 => rfl

@[simp] theorem drop_succ_cons {α : Type u} {a : α} {l : List α} {i : Nat} : (a :: l).drop (i + 1) = l.drop i := rfl

@[simp] theorem drop_one {α : Type u} : {l : List α} → l.drop 1 = l.tail
  | [] => rfl
  | _ :: _ => rfl

@[simp] theorem take_append_drop {α : Type u} : (i : Nat) → (l : List α) → l.take i ++ l.drop i = l
  | 0, _ => rfl
  | _+1, [] => rfl
  | i+1, a :: l => congrArg (fun t => a :: t) (take_append_drop i l)

@[simp] theorem length_take {α : Type u} : {i : Nat} → {l : List α} → (l.take i).length = min i l.length
  | 0, l => (Nat.zero_min l.length).symm
  | i+1, [] => (Nat.min_zero (i + 1)).symm
  | i+1, a :: l => (congrArg Nat.succ (@length_take α i l)).trans (Nat.succ_min_succ i l.length).symm

theorem length_take_le {α : Type u} (i : Nat) (l : List α) : (l.take i).length ≤ i := by
  rw [length_take]
  exact Nat.min_le_left i l.length

theorem length_take_le' {α : Type u} (i : Nat) (l : List α) : (l.take i).length ≤ l.length := by
  rw [length_take]
  exact Nat.min_le_right i l.length

theorem length_take_of_le {α : Type u} {i : Nat} {l : List α} (h : i ≤ l.length) : (l.take i).length = i := by
  rw [length_take, Nat.min_eq_left h]

@[simp] theorem length_drop {α : Type u} : {i : Nat} → {l : List α} → (l.drop i).length = l.length - i
  | 0, _ => rfl
  | i+1, [] => (Nat.zero_sub (i + 1)).symm
  | i+1, a :: l => (@length_drop α i l).trans (Nat.succ_sub_succ l.length i).symm

@[simp] theorem take_length {α : Type u} : {l : List α} → l.take l.length = l
  | [] => rfl
  | a :: l => congrArg (fun t => a :: t) (@take_length α l)

@[simp] theorem drop_length {α : Type u} : {l : List α} → l.drop l.length = []
  | [] => rfl
  | _ :: l => @drop_length α l

theorem take_of_length_le {α : Type u} : {i : Nat} → {l : List α} → l.length ≤ i → l.take i = l
  | 0, l, h => (eq_nil_of_length_eq_zero (Nat.eq_zero_of_le_zero h)).symm
  | _+1, [], _ => rfl
  | i+1, a :: l, h => congrArg (fun t => a :: t) (@take_of_length_le α i l (Nat.le_of_succ_le_succ h))

theorem drop_of_length_le {α : Type u} {i : Nat} {l : List α} (h : l.length ≤ i) : l.drop i = [] :=
  eq_nil_of_length_eq_zero (length_drop.trans (Nat.sub_eq_zero_of_le h))

@[simp] theorem take_take {α : Type u} : {i j : Nat} → {l : List α} → (l.take j).take i = l.take (min i j)
  | 0, j, l => by rw [Nat.zero_min, take_zero, take_zero]
  | i+1, 0, l => by rw [Nat.min_zero, take_zero, take_nil]
  | i+1, j+1, [] => by rw [take_nil, take_nil, take_nil]
  | i+1, j+1, a :: l => by
    rw [take_succ_cons, take_succ_cons, @take_take α i j l]
    exact congrArg (fun k => (a :: l).take k) (Nat.succ_min_succ i j).symm

@[simp] theorem drop_drop {α : Type u} {i : Nat} : {j : Nat} → {l : List α} → (l.drop j).drop i = l.drop (j + i)
  | 0, l => by rw [drop_zero, Nat.zero_add]
  | j+1, [] => by rw [drop_nil, drop_nil, drop_nil]
  | j+1, a :: l => by
    rw [drop_succ_cons, @drop_drop α i j l]
    exact congrArg (fun k => (a :: l).drop k) (Nat.succ_add j i).symm

theorem take_drop {α : Type u} {i : Nat} : {j : Nat} → {l : List α} → (l.drop j).take i = (l.take (j + i)).drop j
  | 0, l => by rw [drop_zero, drop_zero, Nat.zero_add]
  | j+1, [] => by rw [drop_nil, take_nil, take_nil, drop_nil]
  | j+1, a :: l => by
    rw [drop_succ_cons, @take_drop α i j l, Nat.add_right_comm, take_succ_cons, drop_succ_cons]

theorem drop_take {α : Type u} : {i j : Nat} → {l : List α} → (l.take j).drop i = (l.drop i).take (j - i)
  | 0, j, l => by rw [drop_zero, drop_zero, Nat.sub_zero]
  | i+1, 0, l => by rw [take_zero, drop_nil, Nat.zero_sub, take_zero]
  | i+1, j+1, [] => by rw [take_nil, drop_nil, take_nil]
  | i+1, j+1, a :: l => by
    rw [take_succ_cons, drop_succ_cons, drop_succ_cons, @drop_take α i j l, Nat.add_one_sub_add_one]

theorem take_append {α : Type u} {l₂ : List α} : {i : Nat} → {l₁ : List α} →
    (l₁ ++ l₂).take i = l₁.take i ++ l₂.take (i - l₁.length)
  | 0, l₁ => by rw [take_zero, take_zero, Nat.zero_sub, take_zero, nil_append]
  | i+1, [] => by rw [nil_append, take_nil, nil_append, length_nil, Nat.sub_zero]
  | i+1, a :: l₁ => by
    rw [cons_append, take_succ_cons, @take_append α l₂ i l₁, take_succ_cons, cons_append, length_cons,
      Nat.add_one_sub_add_one]

theorem drop_append {α : Type u} {l₂ : List α} : {i : Nat} → {l₁ : List α} →
    (l₁ ++ l₂).drop i = l₁.drop i ++ l₂.drop (i - l₁.length)
  | 0, l₁ => by rw [drop_zero, drop_zero, Nat.zero_sub, drop_zero]
  | i+1, [] => by rw [nil_append, drop_nil, nil_append, length_nil, Nat.sub_zero]
  | i+1, a :: l₁ => by
    rw [cons_append, drop_succ_cons, @drop_append α l₂ i l₁, drop_succ_cons, length_cons, Nat.add_one_sub_add_one]

theorem take_append_of_le_length {α : Type u} {l₁ l₂ : List α} {i : Nat} (h : i ≤ l₁.length) :
    (l₁ ++ l₂).take i = l₁.take i := by
  rw [take_append, Nat.sub_eq_zero_of_le h, take_zero, append_nil]

theorem drop_append_of_le_length {α : Type u} {l₁ l₂ : List α} {i : Nat} (h : i ≤ l₁.length) :
    (l₁ ++ l₂).drop i = l₁.drop i ++ l₂ := by
  rw [drop_append, Nat.sub_eq_zero_of_le h, drop_zero]

@[simp] theorem take_left {α : Type u} {l₁ l₂ : List α} : (l₁ ++ l₂).take l₁.length = l₁ := by
  rw [take_append_of_le_length (Nat.le_refl l₁.length), take_length]

@[simp] theorem drop_left {α : Type u} {l₁ l₂ : List α} : (l₁ ++ l₂).drop l₁.length = l₂ := by
  rw [drop_append_of_le_length (Nat.le_refl l₁.length), drop_length, nil_append]

@[simp] theorem map_take {α : Type u} {β : Type v} {f : α → β} : {l : List α} → {i : Nat} →
    (l.take i).map f = (l.map f).take i
  | _, 0 => rfl
  | [], _+1 => rfl
  | a :: l, i+1 => congrArg (fun t => f a :: t) (@map_take α β f l i)

@[simp] theorem map_drop {α : Type u} {β : Type v} {f : α → β} : {l : List α} → {i : Nat} →
    (l.drop i).map f = (l.map f).drop i
  | _, 0 => rfl
  | [], _+1 => rfl
  | _ :: l, i+1 => @map_drop α β f l i

theorem mem_of_mem_take {α : Type u} {a : α} {i : Nat} {l : List α} (h : a ∈ l.take i) : a ∈ l := by
  rw [← take_append_drop i l]
  exact mem_append_left (l.drop i) h

theorem mem_of_mem_drop {α : Type u} {a : α} {i : Nat} {l : List α} (h : a ∈ l.drop i) : a ∈ l := by
  rw [← take_append_drop i l]
  exact mem_append_right (l.take i) h

theorem take_reverse {α : Type u} {i : Nat} {l : List α} : l.reverse.take i = (l.drop (l.length - i)).reverse :=
  match Nat.le_total i l.length with
  | Or.inr h => by
    rw [take_of_length_le (by rw [length_reverse]; exact h), Nat.sub_eq_zero_of_le h, drop_zero]
  | Or.inl h => by
    have e : l.reverse = (l.drop (l.length - i)).reverse ++ (l.take (l.length - i)).reverse := by
      rw [← reverse_append, take_append_drop]
    have hl : (l.drop (l.length - i)).reverse.length = i := by
      rw [length_reverse, length_drop, Nat.sub_sub_self h]
    have h' := @take_left α (l.drop (l.length - i)).reverse (l.take (l.length - i)).reverse
    rw [hl, ← e] at h'
    exact h'

theorem drop_reverse {α : Type u} {i : Nat} {l : List α} : l.reverse.drop i = (l.take (l.length - i)).reverse :=
  match Nat.le_total i l.length with
  | Or.inr h => by
    rw [drop_of_length_le (by rw [length_reverse]; exact h), Nat.sub_eq_zero_of_le h, take_zero, reverse_nil]
  | Or.inl h => by
    have e : l.reverse = (l.drop (l.length - i)).reverse ++ (l.take (l.length - i)).reverse := by
      rw [← reverse_append, take_append_drop]
    have hl : (l.drop (l.length - i)).reverse.length = i := by
      rw [length_reverse, length_drop, Nat.sub_sub_self h]
    have h' := @drop_left α (l.drop (l.length - i)).reverse (l.take (l.length - i)).reverse
    rw [hl, ← e] at h'
    exact h'

theorem reverse_take {α : Type u} {l : List α} {i : Nat} : (l.take i).reverse = l.reverse.drop (l.length - i) :=
  match Nat.le_total i l.length with
  | Or.inr h => by rw [take_of_length_le h, Nat.sub_eq_zero_of_le h, drop_zero]
  | Or.inl h => by rw [drop_reverse, Nat.sub_sub_self h]

theorem reverse_drop {α : Type u} {l : List α} {i : Nat} : (l.drop i).reverse = l.reverse.take (l.length - i) :=
  match Nat.le_total i l.length with
  | Or.inr h => by rw [drop_of_length_le h, Nat.sub_eq_zero_of_le h, take_zero, reverse_nil]
  | Or.inl h => by rw [take_reverse, Nat.sub_sub_self h]

/-! ## `takeWhile` and `dropWhile` -/

@[simp] theorem takeWhile_nil {α : Type u} {p : α → Bool} : [].takeWhile p = [] := rfl

@[simp] theorem dropWhile_nil {α : Type u} {p : α → Bool} : [].dropWhile p = [] := rfl

@[simp] theorem takeWhile_cons_of_pos {α : Type u} {p : α → Bool} {a : α} {l : List α} (h : p a = true) :
    (a :: l).takeWhile p = a :: l.takeWhile p := by
  show (match p a with
    | true => a :: takeWhile p l
    | false => []) = a :: takeWhile p l
  rw [h]

@[simp] theorem takeWhile_cons_of_neg {α : Type u} {p : α → Bool} {a : α} {l : List α} (h : ¬ p a = true) :
    (a :: l).takeWhile p = [] := by
  show (match p a with
    | true => a :: takeWhile p l
    | false => []) = []
  rw [eq_false_of_ne_true h]

@[simp] theorem dropWhile_cons_of_pos {α : Type u} {p : α → Bool} {a : α} {l : List α} (h : p a = true) :
    (a :: l).dropWhile p = l.dropWhile p := by
  show (match p a with
    | true => dropWhile p l
    | false => a :: l) = dropWhile p l
  rw [h]

@[simp] theorem dropWhile_cons_of_neg {α : Type u} {p : α → Bool} {a : α} {l : List α} (h : ¬ p a = true) :
    (a :: l).dropWhile p = a :: l := by
  show (match p a with
    | true => dropWhile p l
    | false => a :: l) = a :: l
  rw [eq_false_of_ne_true h]

theorem takeWhile_cons {α : Type u} {p : α → Bool} {a : α} {l : List α} :
    (a :: l).takeWhile p = if p a = true then a :: l.takeWhile p else [] :=
  match (inferInstance : Decidable (p a = true)) with
  | isTrue h => (takeWhile_cons_of_pos h).trans (if_pos h).symm
  | isFalse h => (takeWhile_cons_of_neg h).trans (if_neg h).symm

theorem dropWhile_cons {α : Type u} {p : α → Bool} {a : α} {l : List α} :
    (a :: l).dropWhile p = if p a = true then l.dropWhile p else a :: l :=
  match (inferInstance : Decidable (p a = true)) with
  | isTrue h => (dropWhile_cons_of_pos h).trans (if_pos h).symm
  | isFalse h => (dropWhile_cons_of_neg h).trans (if_neg h).symm

@[simp] theorem takeWhile_append_dropWhile {α : Type u} {p : α → Bool} : {l : List α} →
    l.takeWhile p ++ l.dropWhile p = l
  | [] => rfl
  | a :: l =>
    match (inferInstance : Decidable (p a = true)) with
    | isTrue h => by
      rw [takeWhile_cons_of_pos h, dropWhile_cons_of_pos h, cons_append, @takeWhile_append_dropWhile α p l]
    | isFalse h => by rw [takeWhile_cons_of_neg h, dropWhile_cons_of_neg h, nil_append]

theorem length_takeWhile_le {α : Type u} (p : α → Bool) (l : List α) : (l.takeWhile p).length ≤ l.length :=
  Nat.le.intro (k := (l.dropWhile p).length) (by rw [← length_append, takeWhile_append_dropWhile])

/-! ## Last elements -/

@[simp] theorem getLast_singleton {α : Type u} {a : α} (h : [a] ≠ []) : [a].getLast h = a := rfl

theorem getLast_cons {α : Type u} {a : α} : {as : List α} → (h : as ≠ []) →
    getLast (a :: as) (cons_ne_nil a as) = getLast as h
  | [], h => absurd rfl h
  | _ :: _, _ => rfl

@[simp] theorem getLast_append_singleton {α : Type u} {a : α} : (l : List α) →
    getLast (l ++ [a]) (append_ne_nil_of_right_ne_nil l (cons_ne_nil a [])) = a
  | [] => rfl
  | b :: l => (getLast_cons (append_ne_nil_of_right_ne_nil l (cons_ne_nil a []))).trans (getLast_append_singleton l)

theorem getLast_concat {α : Type u} {a : α} (l : List α) :
    getLast (l ++ [a]) (append_ne_nil_of_right_ne_nil l (cons_ne_nil a [])) = a := getLast_append_singleton l

@[simp] theorem getLastD_nil {α : Type u} {a : α} : getLastD [] a = a := rfl

@[simp] theorem getLastD_cons {α : Type u} {b a : α} : {l : List α} → getLastD (a :: l) b = getLastD l a
  | [] => rfl
  | _ :: _ => rfl

theorem getLast_eq_getLastD {α : Type u} {a : α} {l : List α} (h : a :: l ≠ []) : getLast (a :: l) h = getLastD l a :=
  @getLastD_cons α a a l

@[simp] theorem getLast?_nil {α : Type u} : getLast? ([] : List α) = none := rfl

theorem getLast?_cons {α : Type u} {a : α} {l : List α} : (a :: l).getLast? = some (getLast (a :: l) (cons_ne_nil a l)) := rfl

theorem getLast?_eq_getLast {α : Type u} : {l : List α} → (h : l ≠ []) → getLast? l = some (getLast l h)
  | [], h => absurd rfl h
  | _ :: _, _ => rfl

theorem getLastD_append_singleton {α : Type u} {a b : α} : (l : List α) → getLastD (l ++ [a]) b = a
  | [] => rfl
  | c :: l => getLast_append_singleton (c :: l)

theorem getLast_mem {α : Type u} : {l : List α} → (h : l ≠ []) → getLast l h ∈ l
  | [], h => absurd rfl h
  | [a], _ => Mem.head []
  | a :: b :: l, _ => Mem.tail a (getLast_mem (cons_ne_nil b l))

@[simp] theorem dropLast_nil {α : Type u} : ([] : List α).dropLast = [] := rfl

@[simp] theorem dropLast_singleton {α : Type u} {x : α} : [x].dropLast = [] := rfl

theorem dropLast_cons_of_ne_nil {α : Type u} {x : α} : {l : List α} → l ≠ [] → (x :: l).dropLast = x :: l.dropLast
  | [], h => absurd rfl h
  | _ :: _, _ => rfl

@[simp] theorem dropLast_cons₂ {α : Type u} {x y : α} {zs : List α} :
    (x :: y :: zs).dropLast = x :: (y :: zs).dropLast := rfl

@[simp] theorem dropLast_concat {α : Type u} {b : α} : {l : List α} → (l ++ [b]).dropLast = l
  | [] => rfl
  | a :: l =>
    (dropLast_cons_of_ne_nil (append_ne_nil_of_right_ne_nil l (cons_ne_nil b []))).trans
      (congrArg (fun t => a :: t) (@dropLast_concat α b l))

@[simp] theorem length_dropLast {α : Type u} : {xs : List α} → xs.dropLast.length = xs.length - 1
  | [] => rfl
  | [_] => rfl
  | a :: b :: l => congrArg Nat.succ (@length_dropLast α (b :: l))

@[simp] theorem length_dropLast_cons {α : Type u} {a : α} {as : List α} : (a :: as).dropLast.length = as.length :=
  length_dropLast

@[simp] theorem dropLast_append_getLast {α : Type u} : {l : List α} → (h : l ≠ []) → dropLast l ++ [getLast l h] = l
  | [], h => absurd rfl h
  | [_], _ => rfl
  | a :: b :: l, _ => congrArg (fun t => a :: t) (dropLast_append_getLast (cons_ne_nil b l))

theorem dropLast_concat_getLast {α : Type u} {l : List α} (h : l ≠ []) : dropLast l ++ [getLast l h] = l :=
  dropLast_append_getLast h

theorem dropLast_eq_take {α : Type u} : {l : List α} → l.dropLast = l.take (l.length - 1)
  | [] => rfl
  | [_] => rfl
  | a :: b :: l => congrArg (fun t => a :: t) (@dropLast_eq_take α (b :: l))

theorem dropLast_append_of_ne_nil {α : Type u} {l' : List α} (h : l' ≠ []) : {l : List α} →
    (l ++ l').dropLast = l ++ l'.dropLast
  | [] => rfl
  | a :: l => (dropLast_cons_of_ne_nil (append_ne_nil_of_right_ne_nil l h)).trans
      (congrArg (fun t => a :: t) (dropLast_append_of_ne_nil h))

theorem map_dropLast {α : Type u} {β : Type v} {f : α → β} {l : List α} : l.dropLast.map f = (l.map f).dropLast := by
  rw [dropLast_eq_take, dropLast_eq_take, map_take, length_map]

/-! ## Pairs of lists -/

@[simp] theorem zipWith_nil_left {α : Type u} {β : Type v} {γ : Type w} {l : List β} {f : α → β → γ} :
    zipWith f [] l = [] := rfl

@[simp] theorem zipWith_nil_right {α : Type u} {β : Type v} {γ : Type w} {f : α → β → γ} : {l : List α} →
    zipWith f l [] = []
  | [] => rfl
  | _ :: _ => rfl

@[simp] theorem zipWith_cons_cons {α : Type u} {β : Type v} {γ : Type w} {f : α → β → γ} {a : α} {as : List α} {b : β}
    {bs : List β} : zipWith f (a :: as) (b :: bs) = f a b :: zipWith f as bs := rfl

@[simp] theorem zip_nil_left {α : Type u} {β : Type v} {l : List β} : zip ([] : List α) l = [] := rfl

@[simp] theorem zip_nil_right {α : Type u} {β : Type v} {l : List α} : zip l ([] : List β) = [] := zipWith_nil_right

@[simp] theorem zip_cons_cons {α : Type u} {β : Type v} {a : α} {b : β} {l₁ : List α} {l₂ : List β} :
    zip (a :: l₁) (b :: l₂) = (a, b) :: zip l₁ l₂ := rfl

@[simp] theorem length_zipWith {α : Type u} {β : Type v} {γ : Type w} {f : α → β → γ} :
    {l₁ : List α} → {l₂ : List β} → (zipWith f l₁ l₂).length = min l₁.length l₂.length
  | [], l₂ => (Nat.zero_min l₂.length).symm
  | a :: l₁, [] => (Nat.min_zero (l₁.length + 1)).symm
  | a :: l₁, b :: l₂ =>
    (congrArg Nat.succ (@length_zipWith α β γ f l₁ l₂)).trans (Nat.succ_min_succ l₁.length l₂.length).symm

@[simp] theorem length_zip {α : Type u} {β : Type v} {l₁ : List α} {l₂ : List β} :
    (zip l₁ l₂).length = min l₁.length l₂.length := length_zipWith

theorem zipWith_append {α : Type u} {β : Type v} {γ : Type w} {f : α → β → γ} {l₁' : List α} {l₂' : List β} :
    {l₁ : List α} → {l₂ : List β} → l₁.length = l₂.length →
    zipWith f (l₁ ++ l₁') (l₂ ++ l₂') = zipWith f l₁ l₂ ++ zipWith f l₁' l₂'
  | [], [], _ => rfl
  | [], b :: l₂, h => absurd h.symm (Nat.succ_ne_zero l₂.length)
  | a :: l₁, [], h => absurd h (Nat.succ_ne_zero l₁.length)
  | a :: l₁, b :: l₂, h => congrArg (fun t => f a b :: t) (zipWith_append (Nat.succ_inj.mp h))

theorem zip_append {α : Type u} {β : Type v} {l₁ r₁ : List α} {l₂ r₂ : List β} (h : l₁.length = l₂.length) :
    zip (l₁ ++ r₁) (l₂ ++ r₂) = zip l₁ l₂ ++ zip r₁ r₂ := zipWith_append h

theorem take_zipWith {α : Type u} {β : Type v} {γ : Type w} {f : α → β → γ} : {l : List α} → {l' : List β} → {i : Nat} →
    (zipWith f l l').take i = zipWith f (l.take i) (l'.take i)
  | _, _, 0 => rfl
  | [], _, _+1 => rfl
  | _ :: _, [], _+1 => rfl
  | a :: l, b :: l', i+1 => congrArg (fun t => f a b :: t) (@take_zipWith α β γ f l l' i)

theorem drop_zipWith {α : Type u} {β : Type v} {γ : Type w} {f : α → β → γ} : {l : List α} → {l' : List β} → {i : Nat} →
    (zipWith f l l').drop i = zipWith f (l.drop i) (l'.drop i)
  | _, _, 0 => rfl
  | [], _, _+1 => rfl
  | _ :: l, [], i+1 => (zipWith_nil_right (l := l.drop i)).symm
  | _ :: l, _ :: l', i+1 => @drop_zipWith α β γ f l l' i

theorem map_fst_zip {α : Type u} {β : Type v} : {l₁ : List α} → {l₂ : List β} → l₁.length ≤ l₂.length →
    map Prod.fst (zip l₁ l₂) = l₁
  | [], _, _ => rfl
  | a :: l₁, [], h => absurd h (Nat.not_succ_le_zero l₁.length)
  | a :: l₁, b :: l₂, h => congrArg (fun t => a :: t) (map_fst_zip (Nat.le_of_succ_le_succ h))

theorem map_snd_zip {α : Type u} {β : Type v} : {l₁ : List α} → {l₂ : List β} → l₂.length ≤ l₁.length →
    map Prod.snd (zip l₁ l₂) = l₂
  | [], [], _ => rfl
  | _ :: _, [], _ => rfl
  | [], b :: l₂, h => absurd h (Nat.not_succ_le_zero l₂.length)
  | a :: l₁, b :: l₂, h => congrArg (fun t => b :: t) (map_snd_zip (Nat.le_of_succ_le_succ h))

/-! ## Folds -/

@[simp] theorem foldl_nil {α : Type u} {β : Type v} {f : α → β → α} {b : α} : [].foldl f b = b := rfl

@[simp] theorem foldl_cons {α : Type u} {β : Type v} {f : β → α → β} {b : β} {a : α} {l : List α} :
    (a :: l).foldl f b = l.foldl f (f b a) := rfl

@[simp] theorem foldr_nil {α : Type u} {β : Type v} {f : α → β → β} {b : β} : [].foldr f b = b := rfl

@[simp] theorem foldr_cons {α : Type u} {β : Type v} {a : α} {f : α → β → β} {b : β} {l : List α} :
    (a :: l).foldr f b = f a (l.foldr f b) := rfl

@[simp] theorem foldl_append {α : Type u} {β : Type v} {f : β → α → β} : {b : β} → {l l' : List α} →
    (l ++ l').foldl f b = l'.foldl f (l.foldl f b)
  | _, [], _ => rfl
  | b, a :: l, l' => @foldl_append α β f (f b a) l l'

@[simp] theorem foldr_append {α : Type u} {β : Type v} {f : α → β → β} {b : β} : {l l' : List α} →
    (l ++ l').foldr f b = l.foldr f (l'.foldr f b)
  | [], _ => rfl
  | a :: l, l' => congrArg (f a) (@foldr_append α β f b l l')

@[simp] theorem foldl_reverse {α : Type u} {β : Type v} {f : β → α → β} {b : β} : {l : List α} →
    l.reverse.foldl f b = l.foldr (fun x y => f y x) b
  | [] => rfl
  | a :: l => by
    rw [reverse_cons, foldl_append, @foldl_reverse α β f b l]
    rfl

@[simp] theorem foldr_reverse {α : Type u} {β : Type v} {f : α → β → β} {b : β} {l : List α} :
    l.reverse.foldr f b = l.foldl (fun x y => f y x) b := by
  have h := @foldl_reverse α β (fun x y => f y x) b l.reverse
  rw [reverse_reverse] at h
  exact h.symm

theorem foldr_cons_eq_append {α : Type u} {l' : List α} : {l : List α} → l.foldr (fun x t => x :: t) l' = l ++ l'
  | [] => rfl
  | a :: l => congrArg (fun t => a :: t) (@foldr_cons_eq_append α l' l)

@[simp] theorem foldr_cons_nil {α : Type u} {l : List α} : l.foldr (fun x t => x :: t) [] = l :=
  foldr_cons_eq_append.trans (append_nil l)

theorem foldr_map {α : Type u} {β : Type v} {γ : Type w} {f : α → β} {g : β → γ → γ} {init : γ} : {l : List α} →
    (l.map f).foldr g init = l.foldr (fun x y => g (f x) y) init
  | [] => rfl
  | a :: l => congrArg (g (f a)) (@foldr_map α β γ f g init l)

theorem foldl_map {α : Type u} {β : Type v} {γ : Type w} {f : β → γ} {g : α → γ → α} : {l : List β} → {init : α} →
    (l.map f).foldl g init = l.foldl (fun x y => g x (f y)) init
  | [], _ => rfl
  | b :: l, init => @foldl_map α β γ f g l (g init (f b))

/-! ## Ranges -/

private theorem range_loop_eq : (n : Nat) → (acc : List Nat) → range.loop n acc = range.loop n [] ++ acc
  | 0, _ => rfl
  | n+1, acc => by
    show range.loop n (n :: acc) = range.loop n [n] ++ acc
    rw [range_loop_eq n (n :: acc), range_loop_eq n [n], append_assoc, singleton_append]

@[simp] theorem range_zero : range 0 = [] := rfl

theorem range_succ {n : Nat} : range (n + 1) = range n ++ [n] := range_loop_eq n [n]

@[simp] theorem length_range : {n : Nat} → (range n).length = n
  | 0 => rfl
  | n+1 => by rw [range_succ, length_append, @length_range n, length_singleton]

@[simp] theorem mem_range {m : Nat} : {n : Nat} → (m ∈ range n ↔ m < n)
  | 0 => ⟨fun h => absurd h not_mem_nil, fun h => absurd h (Nat.not_lt_zero m)⟩
  | n+1 => by
    rw [range_succ]
    exact ⟨fun h => Or.elim (mem_append.mp h) (fun h => Nat.lt_succ_of_lt (mem_range.mp h))
        (fun h => Nat.lt_succ_of_le (Nat.le_of_eq (mem_singleton.mp h))),
      fun h => mem_append.mpr (Or.imp mem_range.mpr mem_singleton.mpr (Nat.lt_or_eq_of_le (Nat.le_of_lt_succ h)))⟩

/-! ## Access by index -/

@[simp] theorem getElem_cons_zero {α : Type u} {a : α} {as : List α} (h : 0 < (a :: as).length) :
    getElem (a :: as) 0 h = a := rfl

@[simp] theorem getElem_cons_succ {α : Type u} {a : α} {as : List α} {i : Nat} (h : i + 1 < (a :: as).length) :
    getElem (a :: as) (i + 1) h = getElem as i (Nat.le_of_succ_le_succ h) := rfl

theorem getElem_mem {α : Type u} : {l : List α} → {n : Nat} → (h : n < l.length) → getElem l n h ∈ l
  | [], n, h => absurd h (Nat.not_lt_zero n)
  | _ :: l, 0, _ => Mem.head l
  | a :: l, _+1, h => Mem.tail a (getElem_mem (Nat.le_of_succ_le_succ h))

theorem ext_getElem {α : Type u} : {l₁ l₂ : List α} → l₁.length = l₂.length →
    (∀ (i : Nat) (h₁ : i < l₁.length) (h₂ : i < l₂.length), getElem l₁ i h₁ = getElem l₂ i h₂) → l₁ = l₂
  | [], [], _, _ => rfl
  | [], b :: l₂, h, _ => absurd h.symm (Nat.succ_ne_zero l₂.length)
  | a :: l₁, [], h, _ => absurd h (Nat.succ_ne_zero l₁.length)
  | a :: l₁, b :: l₂, hl, h => congr
      (congrArg cons (h 0 (Nat.zero_lt_succ l₁.length) (Nat.zero_lt_succ l₂.length)))
      (ext_getElem (Nat.succ_inj.mp hl) (fun i h₁ h₂ => h (i + 1) (Nat.succ_le_succ h₁) (Nat.succ_le_succ h₂)))

end List
