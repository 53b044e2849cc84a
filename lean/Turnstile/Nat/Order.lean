/-!
# The order of the naturals

`≤` and `<` as a linear order, and their interplay with addition and multiplication.
-/

universe u

namespace Nat

/-! ## A linear order -/

attribute [simp] Nat.le_refl Nat.zero_le

protected theorem le_rfl {n : Nat} : n ≤ n := Nat.le_refl n

protected theorem le_of_eq {n m : Nat} (h : n = m) : n ≤ m :=
  @Eq.ndrec Nat n (fun x => n ≤ x) (Nat.le_refl n) m h

theorem lt_def {n m : Nat} : (n < m) = (n + 1 ≤ m) := rfl

private theorem lt_irrefl' : (n : Nat) → succ n ≤ n → False
  | 0, h => absurd (Nat.ble_eq_true_of_le h) Bool.false_ne_true
  | n+1, h => lt_irrefl' n (Nat.le_of_succ_le_succ h)

theorem not_succ_le_self (n : Nat) : ¬ succ n ≤ n := lt_irrefl' n

@[simp] protected theorem lt_irrefl (n : Nat) : ¬ n < n := lt_irrefl' n

theorem not_succ_le_zero (n : Nat) : succ n ≤ 0 → False :=
  fun h => absurd (Nat.ble_eq_true_of_le h) Bool.false_ne_true

@[simp] theorem not_lt_zero (n : Nat) : ¬ n < 0 := not_succ_le_zero n

theorem zero_lt_succ (n : Nat) : 0 < succ n := succ_le_succ (zero_le n)

theorem succ_pos (n : Nat) : 0 < succ n := zero_lt_succ n

@[simp] theorem zero_lt_one : 0 < (1 : Nat) := zero_lt_succ 0

@[simp] theorem zero_lt_two : 0 < (2 : Nat) := zero_lt_succ 1

theorem one_lt_two : 1 < (2 : Nat) := Nat.le_refl 2

theorem one_pos : 0 < 1 := zero_lt_one

theorem zero_lt_add_one (n : Nat) : 0 < n + 1 := zero_lt_succ n

theorem add_one_pos (n : Nat) : 0 < n + 1 := zero_lt_succ n

theorem lt_succ_self (n : Nat) : n < succ n := Nat.le_refl (succ n)

@[simp] protected theorem lt_add_one (n : Nat) : n < n + 1 := Nat.le_refl (n + 1)

theorem lt_succ_of_le {n m : Nat} : n ≤ m → n < succ m := succ_le_succ

theorem lt_add_one_of_le {n m : Nat} : n ≤ m → n < m + 1 := succ_le_succ

theorem le_of_lt_succ {m n : Nat} : m < succ n → m ≤ n := le_of_succ_le_succ

theorem le_of_lt_add_one {n m : Nat} : n < m + 1 → n ≤ m := le_of_succ_le_succ

theorem succ_le_of_lt {n m : Nat} (h : n < m) : succ n ≤ m := h

theorem lt_of_succ_le {n m : Nat} (h : succ n ≤ m) : n < m := h

theorem succ_le_iff {n m : Nat} : succ n ≤ m ↔ n < m := Iff.rfl

theorem add_one_le_iff {n m : Nat} : n + 1 ≤ m ↔ n < m := Iff.rfl

theorem lt_iff_add_one_le {m n : Nat} : m < n ↔ m + 1 ≤ n := Iff.rfl

theorem lt_succ_iff {m n : Nat} : m < succ n ↔ m ≤ n := ⟨le_of_lt_succ, lt_succ_of_le⟩

theorem lt_add_one_iff {m n : Nat} : m < n + 1 ↔ m ≤ n := ⟨le_of_lt_succ, lt_succ_of_le⟩

theorem succ_le_succ_iff {a b : Nat} : succ a ≤ succ b ↔ a ≤ b := ⟨le_of_succ_le_succ, succ_le_succ⟩

@[simp] theorem add_one_le_add_one_iff {a b : Nat} : a + 1 ≤ b + 1 ↔ a ≤ b := succ_le_succ_iff

theorem succ_lt_succ {n m : Nat} : n < m → succ n < succ m := succ_le_succ

theorem lt_of_succ_lt_succ {n m : Nat} : succ n < succ m → n < m := le_of_succ_le_succ

theorem succ_lt_succ_iff {a b : Nat} : succ a < succ b ↔ a < b := ⟨lt_of_succ_lt_succ, succ_lt_succ⟩

@[simp] theorem add_one_lt_add_one_iff {a b : Nat} : a + 1 < b + 1 ↔ a < b := succ_lt_succ_iff

theorem lt_of_add_one_lt_add_one {n m : Nat} : n + 1 < m + 1 → n < m := le_of_succ_le_succ

theorem add_one_le_add_one {n m : Nat} : n ≤ m → n + 1 ≤ m + 1 := succ_le_succ

theorem le_add_one {n m : Nat} (h : n ≤ m) : n ≤ m + 1 := Nat.le.step h

theorem le_succ_of_le {n m : Nat} (h : n ≤ m) : n ≤ succ m := Nat.le.step h

theorem le_add_one_of_le {n m : Nat} (h : n ≤ m) : n ≤ m + 1 := Nat.le.step h

theorem le_of_succ_le {n m : Nat} (h : succ n ≤ m) : n ≤ m := Nat.le_trans (le_succ n) h

theorem le_of_add_one_le {n m : Nat} (h : n + 1 ≤ m) : n ≤ m := Nat.le_trans (le_succ n) h

protected theorem le_of_lt {n m : Nat} (h : n < m) : n ≤ m := le_of_succ_le h

theorem lt.step {n m : Nat} : n < m → n < succ m := Nat.le.step

theorem lt_succ_of_lt {a b : Nat} (h : a < b) : a < succ b := Nat.le.step h

theorem lt_add_one_of_lt {a b : Nat} (h : a < b) : a < b + 1 := Nat.le.step h

theorem lt_of_succ_lt {n m : Nat} (h : succ n < m) : n < m := le_of_succ_le h

theorem lt_of_add_one_lt {n m : Nat} (h : n + 1 < m) : n < m := le_of_succ_le h

theorem lt_of_add_one_le {n m : Nat} (h : n + 1 ≤ m) : n < m := h

protected theorem lt_of_lt_of_le {n m k : Nat} (h₁ : n < m) (h₂ : m ≤ k) : n < k := Nat.le_trans h₁ h₂

protected theorem lt_of_le_of_lt {n m k : Nat} (h₁ : n ≤ m) (h₂ : m < k) : n < k :=
  Nat.le_trans (succ_le_succ h₁) h₂

protected theorem lt_trans {n m k : Nat} (h₁ : n < m) (h₂ : m < k) : n < k := Nat.lt_of_lt_of_le h₁ (Nat.le_of_lt h₂)

protected theorem lt_of_lt_of_eq {n m k : Nat} (h₁ : n < m) (h₂ : m = k) : n < k :=
  Nat.lt_of_lt_of_le h₁ (Nat.le_of_eq h₂)

protected theorem lt_of_eq_of_lt {n m k : Nat} (h₁ : n = m) (h₂ : m < k) : n < k :=
  Nat.lt_of_le_of_lt (Nat.le_of_eq h₁) h₂

instance instTransLe : Trans (fun (a b : Nat) => a ≤ b) (fun (a b : Nat) => a ≤ b) (fun (a b : Nat) => a ≤ b) where
  trans := Nat.le_trans

instance instTransLt : Trans (fun (a b : Nat) => a < b) (fun (a b : Nat) => a < b) (fun (a b : Nat) => a < b) where
  trans := Nat.lt_trans

instance instTransLeLt : Trans (fun (a b : Nat) => a ≤ b) (fun (a b : Nat) => a < b) (fun (a b : Nat) => a < b) where
  trans := Nat.lt_of_le_of_lt

instance instTransLtLe : Trans (fun (a b : Nat) => a < b) (fun (a b : Nat) => a ≤ b) (fun (a b : Nat) => a < b) where
  trans := Nat.lt_of_lt_of_le

theorem le_zero_iff_eq : (n : Nat) → n ≤ 0 → n = 0
  | 0, _ => rfl
  | n+1, h => False.elim (not_succ_le_zero n h)

theorem eq_zero_of_le_zero {n : Nat} (h : n ≤ 0) : n = 0 := le_zero_iff_eq n h

@[simp] protected theorem le_zero_eq (a : Nat) : (a ≤ 0) = (a = 0) := propext ⟨eq_zero_of_le_zero, Nat.le_of_eq⟩

protected theorem le_zero {n : Nat} : n ≤ 0 ↔ n = 0 := ⟨eq_zero_of_le_zero, Nat.le_of_eq⟩

theorem eq_zero_or_pos : (n : Nat) → n = 0 ∨ n > 0
  | 0 => Or.inl rfl
  | n+1 => Or.inr (zero_lt_succ n)

protected theorem pos_of_ne_zero {n : Nat} (h : n ≠ 0) : 0 < n := Or.resolve_left (eq_zero_or_pos n) h

protected theorem ne_of_gt {a b : Nat} (h : b < a) : a ≠ b :=
  fun e => Nat.lt_irrefl a (Nat.lt_of_eq_of_lt e h)

protected theorem ne_of_lt {a b : Nat} (h : a < b) : a ≠ b := fun e => Nat.lt_irrefl a (Nat.lt_of_lt_of_eq h e.symm)

protected theorem ne_of_lt' {a b : Nat} (h : a < b) : b ≠ a := Nat.ne_of_gt h

protected theorem ne_zero_of_lt {a b : Nat} (h : b < a) : a ≠ 0 :=
  fun e => not_lt_zero b (Nat.lt_of_lt_of_eq h e)

protected theorem zero_lt_of_ne_zero {a : Nat} (h : a ≠ 0) : 0 < a := Nat.pos_of_ne_zero h

protected theorem pos_iff_ne_zero {n : Nat} : 0 < n ↔ n ≠ 0 := ⟨Nat.ne_of_gt, Nat.pos_of_ne_zero⟩

protected theorem ne_zero_iff_zero_lt {n : Nat} : n ≠ 0 ↔ 0 < n := Nat.pos_iff_ne_zero.symm

protected theorem zero_lt_of_lt {a b : Nat} (h : a < b) : 0 < b := Nat.lt_of_le_of_lt (zero_le a) h

protected theorem eq_zero_of_not_pos {n : Nat} (h : ¬ 0 < n) : n = 0 := Or.resolve_right (eq_zero_or_pos n) h

theorem lt_or_ge : (n m : Nat) → n < m ∨ n ≥ m
  | n, 0 => Or.inr (zero_le n)
  | 0, m+1 => Or.inl (zero_lt_succ m)
  | n+1, m+1 => Or.imp succ_lt_succ succ_le_succ (lt_or_ge n m)

protected theorem lt_or_le (n m : Nat) : n < m ∨ m ≤ n := lt_or_ge n m

protected theorem le_or_lt (n m : Nat) : n ≤ m ∨ m < n := (lt_or_ge m n).symm

@[simp] protected theorem le_total (m n : Nat) : m ≤ n ∨ n ≤ m := Or.imp Nat.le_of_lt id (lt_or_ge m n)

theorem not_lt_of_ge {n m : Nat} (h : n ≥ m) : ¬ n < m := fun h' => Nat.lt_irrefl n (Nat.lt_of_lt_of_le h' h)

theorem not_lt_of_le {n m : Nat} (h : n ≤ m) : ¬ m < n := not_lt_of_ge h

theorem not_le_of_gt {n m : Nat} (h : n > m) : ¬ n ≤ m := fun h' => Nat.lt_irrefl m (Nat.lt_of_lt_of_le h h')

theorem not_le_of_lt {n m : Nat} (h : n < m) : ¬ m ≤ n := not_le_of_gt h

theorem lt_of_not_ge {n m : Nat} (h : ¬ n ≥ m) : n < m := Or.resolve_right (lt_or_ge n m) h

theorem lt_of_not_le {n m : Nat} (h : ¬ n ≤ m) : m < n := Or.resolve_right (lt_or_ge m n) h

theorem ge_of_not_lt {n m : Nat} (h : ¬ n < m) : n ≥ m := Or.resolve_left (lt_or_ge n m) h

theorem le_of_not_lt {n m : Nat} (h : ¬ n < m) : m ≤ n := Or.resolve_left (lt_or_ge n m) h

theorem gt_of_not_le {n m : Nat} (h : ¬ n ≤ m) : n > m := lt_of_not_le h

theorem le_of_not_ge {n m : Nat} (h : ¬ n ≥ m) : n ≤ m := Nat.le_of_lt (lt_of_not_ge h)

theorem le_of_not_le {n m : Nat} (h : ¬ n ≤ m) : m ≤ n := Nat.le_of_lt (lt_of_not_le h)

theorem not_lt_of_gt {a b : Nat} (h : a > b) : ¬ a < b := not_lt_of_ge (Nat.le_of_lt h)

@[simp] protected theorem not_le {n m : Nat} : ¬ n ≤ m ↔ m < n := ⟨lt_of_not_le, not_le_of_gt⟩

@[simp] protected theorem not_lt {n m : Nat} : ¬ n < m ↔ m ≤ n := ⟨le_of_not_lt, not_lt_of_ge⟩

protected theorem not_le_eq (a b : Nat) : (¬ a ≤ b) = (b + 1 ≤ a) := propext Nat.not_le

protected theorem not_lt_eq (a b : Nat) : (¬ a < b) = (b ≤ a) := propext Nat.not_lt

protected theorem not_ge_eq (a b : Nat) : (¬ a ≥ b) = (a + 1 ≤ b) := propext Nat.not_le

protected theorem not_gt_eq (a b : Nat) : (¬ a > b) = (a ≤ b) := propext Nat.not_lt

protected theorem le_antisymm : {n m : Nat} → n ≤ m → m ≤ n → n = m
  | 0, 0, _, _ => rfl
  | 0, m+1, _, h => False.elim (not_succ_le_zero m h)
  | n+1, 0, h, _ => False.elim (not_succ_le_zero n h)
  | n+1, m+1, h₁, h₂ => congrArg succ (Nat.le_antisymm (le_of_succ_le_succ h₁) (le_of_succ_le_succ h₂))

protected theorem le_antisymm_iff {a b : Nat} : a = b ↔ a ≤ b ∧ b ≤ a :=
  ⟨fun h => ⟨Nat.le_of_eq h, Nat.le_of_eq h.symm⟩, fun h => Nat.le_antisymm h.left h.right⟩

protected theorem eq_iff_le_and_ge {a b : Nat} : a = b ↔ a ≤ b ∧ b ≤ a := Nat.le_antisymm_iff

protected theorem eq_or_lt_of_le {n m : Nat} (h : n ≤ m) : n = m ∨ n < m :=
  Or.elim (lt_or_ge n m) Or.inr (fun h' => Or.inl (Nat.le_antisymm h h'))

protected theorem lt_or_eq_of_le {n m : Nat} (h : n ≤ m) : n < m ∨ n = m := (Nat.eq_or_lt_of_le h).symm

protected theorem le_iff_lt_or_eq {n m : Nat} : n ≤ m ↔ n < m ∨ n = m :=
  ⟨Nat.lt_or_eq_of_le, fun h => Or.elim h Nat.le_of_lt Nat.le_of_eq⟩

protected theorem lt_of_le_of_ne {n m : Nat} (h₁ : n ≤ m) (h₂ : n ≠ m) : n < m :=
  Or.resolve_left (Nat.eq_or_lt_of_le h₁) h₂

protected theorem lt_iff_le_and_ne {m n : Nat} : m < n ↔ m ≤ n ∧ m ≠ n :=
  ⟨fun h => ⟨Nat.le_of_lt h, Nat.ne_of_lt h⟩, fun h => Nat.lt_of_le_of_ne h.left h.right⟩

protected theorem lt_iff_le_not_le {m n : Nat} : m < n ↔ m ≤ n ∧ ¬ n ≤ m :=
  ⟨fun h => ⟨Nat.le_of_lt h, not_le_of_gt h⟩, fun h => lt_of_not_le h.right⟩

protected theorem lt_trichotomy (a b : Nat) : a < b ∨ a = b ∨ b < a :=
  Or.elim (lt_or_ge a b) Or.inl (fun h => Or.inr (Or.imp Eq.symm id (Nat.eq_or_lt_of_le h)))

protected theorem lt_or_gt_of_ne {a b : Nat} (ne : a ≠ b) : a < b ∨ a > b :=
  Or.elim (Nat.lt_trichotomy a b) Or.inl (fun h => Or.inr (Or.resolve_left h ne))

protected theorem lt_or_lt_of_ne {a b : Nat} (ne : a ≠ b) : a < b ∨ b < a := Nat.lt_or_gt_of_ne ne

protected theorem ne_iff_lt_or_gt {a b : Nat} : a ≠ b ↔ a < b ∨ b < a :=
  ⟨Nat.lt_or_gt_of_ne, fun h => Or.elim h Nat.ne_of_lt Nat.ne_of_gt⟩

protected theorem lt_asymm {a b : Nat} (h : a < b) : ¬ b < a := not_lt_of_ge (Nat.le_of_lt h)

protected theorem lt_by_cases_lemma (a b : Nat) : ¬ (a < b) → ¬ (b < a) → a = b :=
  fun h₁ h₂ => Nat.le_antisymm (le_of_not_lt h₂) (le_of_not_lt h₁)

protected theorem eq_of_not_lt_not_lt {a b : Nat} (hlt : ¬ a < b) (hge : ¬ b < a) : a = b :=
  Nat.lt_by_cases_lemma a b hlt hge

theorem eq_of_lt_succ_of_not_lt {a b : Nat} (h1 : a < b + 1) (h2 : ¬ a < b) : a = b :=
  Nat.le_antisymm (le_of_lt_succ h1) (le_of_not_lt h2)

protected theorem lt_succ_iff_lt_or_eq {m n : Nat} : m < succ n ↔ m < n ∨ m = n :=
  Iff.trans lt_succ_iff Nat.le_iff_lt_or_eq

theorem le_or_eq_of_le_succ {m n : Nat} (h : m ≤ succ n) : m ≤ n ∨ m = succ n :=
  Or.imp le_of_lt_succ id (Nat.lt_or_eq_of_le h)

theorem le_or_eq_of_le_add_one {m n : Nat} (h : m ≤ n + 1) : m ≤ n ∨ m = n + 1 := le_or_eq_of_le_succ h

theorem one_le_iff_ne_zero {n : Nat} : 1 ≤ n ↔ n ≠ 0 := Nat.pos_iff_ne_zero

@[simp] theorem lt_one_iff {n : Nat} : n < 1 ↔ n = 0 := ⟨fun h => eq_zero_of_le_zero (le_of_lt_succ h), fun h => lt_succ_of_le (Nat.le_of_eq h)⟩

theorem eq_of_le_of_lt_succ {n m : Nat} (h₁ : n ≤ m) (h₂ : m < n + 1) : m = n :=
  Nat.le_antisymm (le_of_succ_le_succ h₂) h₁

theorem exists_eq_succ_of_lt {a b : Nat} (h : a < b) : ∃ k, b = succ k := exists_eq_succ_of_ne_zero (Nat.ne_zero_of_lt h)

/-! ## Order and addition -/

@[simp] theorem le_add_right : (n k : Nat) → n ≤ n + k
  | n, 0 => Nat.le_refl n
  | n, k+1 => Nat.le.step (le_add_right n k)

@[simp] theorem le_add_left (n m : Nat) : n ≤ m + n := Nat.le_trans (le_add_right n m) (Nat.le_of_eq (Nat.add_comm n m))

theorem le.dest : {n m : Nat} → n ≤ m → ∃ k, n + k = m
  | 0, m, _ => ⟨m, Nat.zero_add m⟩
  | n+1, 0, h => False.elim (not_succ_le_zero n h)
  | n+1, _+1, h => Exists.elim (le.dest (le_of_succ_le_succ h)) (fun k e => ⟨k, (succ_add n k).trans (congrArg succ e)⟩)

theorem le.intro {n m k : Nat} (h : n + k = m) : n ≤ m := Nat.le_trans (le_add_right n k) (Nat.le_of_eq h)

protected theorem le_iff_exists_add {n m : Nat} : n ≤ m ↔ ∃ k, m = n + k :=
  ⟨fun h => Exists.elim (le.dest h) (fun k e => ⟨k, e.symm⟩), fun h => Exists.elim h (fun _ e => le.intro e.symm)⟩

theorem exists_eq_add_of_le {m n : Nat} (h : m ≤ n) : ∃ k, n = m + k :=
  Exists.elim (le.dest h) (fun k e => ⟨k, e.symm⟩)

theorem exists_eq_add_of_le' {m n : Nat} (h : m ≤ n) : ∃ k, n = k + m :=
  Exists.elim (le.dest h) (fun k e => ⟨k, e.symm.trans (Nat.add_comm m k)⟩)

theorem exists_eq_add_of_lt {m n : Nat} (h : m < n) : ∃ k, n = m + k + 1 :=
  Exists.elim (le.dest h) (fun k e => ⟨k, e.symm.trans (succ_add m k)⟩)

protected theorem add_le_add_left {n m : Nat} (h : n ≤ m) (k : Nat) : k + n ≤ k + m :=
  Exists.elim (le.dest h) (fun w e => le.intro ((Nat.add_assoc k n w).trans (congrArg (fun (x : Nat) => k + x) e)))

protected theorem add_le_add_right {n m : Nat} (h : n ≤ m) (k : Nat) : n + k ≤ m + k :=
  Nat.le_trans (Nat.le_of_eq (Nat.add_comm n k))
    (Nat.le_trans (Nat.add_le_add_left h k) (Nat.le_of_eq (Nat.add_comm k m)))

protected theorem add_lt_add_left {n m : Nat} (h : n < m) (k : Nat) : k + n < k + m := Nat.add_le_add_left h k

protected theorem add_lt_add_right {n m : Nat} (h : n < m) (k : Nat) : n + k < m + k :=
  Nat.le_trans (Nat.le_of_eq (succ_add n k).symm) (Nat.add_le_add_right h k)

protected theorem add_le_add {a b c d : Nat} (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  Nat.le_trans (Nat.add_le_add_right h₁ c) (Nat.add_le_add_left h₂ b)

protected theorem add_lt_add_of_le_of_lt {a b c d : Nat} (hle : a ≤ b) (hlt : c < d) : a + c < b + d :=
  Nat.lt_of_le_of_lt (Nat.add_le_add_right hle c) (Nat.add_lt_add_left hlt b)

protected theorem add_lt_add_of_lt_of_le {a b c d : Nat} (hlt : a < b) (hle : c ≤ d) : a + c < b + d :=
  Nat.lt_of_le_of_lt (Nat.add_le_add_left hle a) (Nat.add_lt_add_right hlt d)

protected theorem add_lt_add {a b c d : Nat} (h₁ : a < b) (h₂ : c < d) : a + c < b + d :=
  Nat.add_lt_add_of_lt_of_le h₁ (Nat.le_of_lt h₂)

protected theorem le_of_add_le_add_left {a b c : Nat} (h : a + b ≤ a + c) : b ≤ c :=
  Exists.elim (le.dest h) (fun _ e => le.intro (Nat.add_left_cancel ((Nat.add_assoc a b _).symm.trans e)))

protected theorem le_of_add_le_add_right {a b c : Nat} (h : a + b ≤ c + b) : a ≤ c :=
  Nat.le_of_add_le_add_left (a := b)
    (Nat.le_trans (Nat.le_of_eq (Nat.add_comm b a)) (Nat.le_trans h (Nat.le_of_eq (Nat.add_comm c b))))

protected theorem lt_of_add_lt_add_left {a b c : Nat} (h : a + b < a + c) : b < c := Nat.le_of_add_le_add_left (b := succ b) h

protected theorem lt_of_add_lt_add_right {a b c : Nat} (h : a + b < c + b) : a < c :=
  Nat.lt_of_add_lt_add_left (a := b)
    (Nat.lt_of_le_of_lt (Nat.le_of_eq (Nat.add_comm b a)) (Nat.lt_of_lt_of_le h (Nat.le_of_eq (Nat.add_comm c b))))

@[simp] protected theorem add_le_add_iff_left {m k n : Nat} : n + m ≤ n + k ↔ m ≤ k :=
  ⟨Nat.le_of_add_le_add_left, fun h => Nat.add_le_add_left h n⟩

@[simp] protected theorem add_le_add_iff_right {m k n : Nat} : m + n ≤ k + n ↔ m ≤ k :=
  ⟨Nat.le_of_add_le_add_right, fun h => Nat.add_le_add_right h n⟩

@[simp] protected theorem add_lt_add_iff_left {m k n : Nat} : n + m < n + k ↔ m < k :=
  ⟨Nat.lt_of_add_lt_add_left, fun h => Nat.add_lt_add_left h n⟩

@[simp] protected theorem add_lt_add_iff_right {m k n : Nat} : m + n < k + n ↔ m < k :=
  ⟨Nat.lt_of_add_lt_add_right, fun h => Nat.add_lt_add_right h n⟩

theorem le_add_right_of_le {n m k : Nat} (h : n ≤ m) : n ≤ m + k := Nat.le_trans h (le_add_right m k)

theorem le_add_left_of_le {n m k : Nat} (h : n ≤ m) : n ≤ k + m := Nat.le_trans h (le_add_left m k)

theorem lt_add_left (c : Nat) {a b : Nat} (h : a < b) : a < c + b := Nat.lt_of_lt_of_le h (le_add_left b c)

theorem lt_add_right (c : Nat) {a b : Nat} (h : a < b) : a < b + c := Nat.lt_of_lt_of_le h (le_add_right b c)

theorem lt_add_of_pos_right {k n : Nat} (h : 0 < k) : n < n + k := Nat.add_lt_add_left h n

theorem lt_add_of_pos_left {k n : Nat} (h : 0 < k) : n < k + n :=
  Nat.lt_of_lt_of_eq (Nat.add_lt_add_left h n) (Nat.add_comm n k)

@[simp] theorem lt_add_right_iff_pos {n k : Nat} : n < n + k ↔ 0 < k := @Nat.add_lt_add_iff_left 0 k n

@[simp] theorem lt_add_left_iff_pos {n k : Nat} : n < k + n ↔ 0 < k :=
  ⟨fun h => lt_add_right_iff_pos.mp (Nat.lt_of_lt_of_eq h (Nat.add_comm k n)), lt_add_of_pos_left⟩

theorem add_pos_left {a : Nat} (h : 0 < a) (b : Nat) : 0 < a + b := Nat.lt_of_lt_of_le h (le_add_right a b)

theorem add_pos_right {b : Nat} (a : Nat) (h : 0 < b) : 0 < a + b := Nat.lt_of_lt_of_le h (le_add_left b a)

theorem add_self_ne_one : (n : Nat) → n + n ≠ 1
  | 0 => fun h => succ_ne_zero 0 h.symm
  | n+1 => fun h => succ_ne_zero (n + n) ((succ_add n n).symm.trans (succ_inj.mp h))

protected theorem not_lt_add_left (n m : Nat) : ¬ n + m < m := not_lt_of_ge (le_add_left m n)

protected theorem not_lt_add_right (n m : Nat) : ¬ n + m < n := not_lt_of_ge (le_add_right n m)

theorem le_of_add_right_le {n m k : Nat} (h : n + k ≤ m) : n ≤ m := Nat.le_trans (le_add_right n k) h

theorem le_of_add_left_le {n m k : Nat} (h : k + n ≤ m) : n ≤ m := Nat.le_trans (le_add_left n k) h

theorem lt_of_add_right_lt {n m k : Nat} (h : n + k < m) : n < m := Nat.lt_of_le_of_lt (le_add_right n k) h

theorem lt_of_add_left_lt {n m k : Nat} (h : k + n < m) : n < m := Nat.lt_of_le_of_lt (le_add_left n k) h

protected theorem pos_of_lt_add_right {n k : Nat} (h : n < n + k) : 0 < k := lt_add_right_iff_pos.mp h

protected theorem pos_of_lt_add_left {n k : Nat} (h : n < k + n) : 0 < k := lt_add_left_iff_pos.mp h

/-! ## Order and multiplication -/

protected theorem mul_le_mul_left {m n : Nat} (k : Nat) (h : m ≤ n) : k * m ≤ k * n :=
  Exists.elim (le.dest h) (fun w e => le.intro ((Nat.mul_add k m w).symm.trans (congrArg (fun (x : Nat) => k * x) e)))

protected theorem mul_le_mul_right {m n : Nat} (k : Nat) (h : m ≤ n) : m * k ≤ n * k :=
  Nat.le_trans (Nat.le_of_eq (Nat.mul_comm m k))
    (Nat.le_trans (Nat.mul_le_mul_left k h) (Nat.le_of_eq (Nat.mul_comm k n)))

protected theorem mul_le_mul {p q m n : Nat} (h₁ : p ≤ m) (h₂ : q ≤ n) : p * q ≤ m * n :=
  Nat.le_trans (Nat.mul_le_mul_right q h₁) (Nat.mul_le_mul_left m h₂)

protected theorem mul_pos : {n m : Nat} → n > 0 → m > 0 → n * m > 0
  | n, 0, _, h => absurd h (Nat.lt_irrefl 0)
  | n, m+1, h, _ => Nat.lt_of_lt_of_le h (le_add_left n (n * m))

protected theorem pos_of_mul_pos_left {n m : Nat} (h : 0 < n * m) : 0 < m :=
  Nat.pos_of_ne_zero (fun e => Nat.ne_of_gt h (congrArg (fun (x : Nat) => n * x) e))

protected theorem pos_of_mul_pos_right {n m : Nat} (h : 0 < n * m) : 0 < n :=
  Nat.pos_of_ne_zero (fun e => Nat.ne_of_gt h ((congrArg (fun (x : Nat) => x * m) e).trans (Nat.zero_mul m)))

protected theorem mul_lt_mul_of_pos_left {m n k : Nat} (h : m < n) (hk : k > 0) : k * m < k * n :=
  Nat.lt_of_lt_of_le (Nat.add_lt_add_left hk (k * m)) (Nat.mul_le_mul_left k h)

protected theorem mul_lt_mul_of_pos_right {n m k : Nat} (h : n < m) (hk : k > 0) : n * k < m * k :=
  Nat.lt_of_eq_of_lt (Nat.mul_comm n k) (Nat.lt_of_lt_of_eq (Nat.mul_lt_mul_of_pos_left h hk) (Nat.mul_comm k m))

protected theorem mul_lt_mul_of_le_of_lt {a c b d : Nat} (hac : a ≤ c) (hbd : b < d) (hc : 0 < c) : a * b < c * d :=
  Nat.lt_of_le_of_lt (Nat.mul_le_mul_right b hac) (Nat.mul_lt_mul_of_pos_left hbd hc)

protected theorem mul_lt_mul_of_lt_of_le {a c b d : Nat} (hac : a < c) (hbd : b ≤ d) (hd : 0 < d) : a * b < c * d :=
  Nat.lt_of_le_of_lt (Nat.mul_le_mul_left a hbd) (Nat.mul_lt_mul_of_pos_right hac hd)

protected theorem mul_lt_mul_of_lt_of_le' {a c b d : Nat} (hac : a < c) (hbd : b ≤ d) (hb : 0 < b) : a * b < c * d :=
  Nat.mul_lt_mul_of_lt_of_le hac hbd (Nat.lt_of_lt_of_le hb hbd)

protected theorem mul_lt_mul_of_lt_of_lt {a b c d : Nat} (hac : a < c) (hbd : b < d) : a * b < c * d :=
  Nat.mul_lt_mul_of_le_of_lt (Nat.le_of_lt hac) hbd (Nat.zero_lt_of_lt hac)

protected theorem le_of_mul_le_mul_left {a b c : Nat} (h : c * a ≤ c * b) (hc : 0 < c) : a ≤ b :=
  ge_of_not_lt (fun hlt => not_le_of_gt (Nat.mul_lt_mul_of_pos_left hlt hc) h)

protected theorem le_of_mul_le_mul_right {a b c : Nat} (h : a * c ≤ b * c) (hc : 0 < c) : a ≤ b :=
  ge_of_not_lt (fun hlt => not_le_of_gt (Nat.mul_lt_mul_of_pos_right hlt hc) h)

protected theorem lt_of_mul_lt_mul_left {a b c : Nat} (h : a * b < a * c) : b < c :=
  lt_of_not_le (fun hle => not_le_of_gt h (Nat.mul_le_mul_left a hle))

protected theorem lt_of_mul_lt_mul_right {a b c : Nat} (h : b * a < c * a) : b < c :=
  lt_of_not_le (fun hle => not_le_of_gt h (Nat.mul_le_mul_right a hle))

protected theorem mul_le_mul_left_iff {m n k : Nat} (h : 0 < k) : k * m ≤ k * n ↔ m ≤ n :=
  ⟨fun hk => Nat.le_of_mul_le_mul_left hk h, Nat.mul_le_mul_left k⟩

protected theorem mul_le_mul_right_iff {m n k : Nat} (h : 0 < k) : m * k ≤ n * k ↔ m ≤ n :=
  ⟨fun hk => Nat.le_of_mul_le_mul_right hk h, Nat.mul_le_mul_right k⟩

protected theorem mul_lt_mul_left {a b c : Nat} (a0 : 0 < a) : a * b < a * c ↔ b < c :=
  ⟨Nat.lt_of_mul_lt_mul_left, fun h => Nat.mul_lt_mul_of_pos_left h a0⟩

protected theorem mul_lt_mul_right {a b c : Nat} (a0 : 0 < a) : b * a < c * a ↔ b < c :=
  ⟨Nat.lt_of_mul_lt_mul_right, fun h => Nat.mul_lt_mul_of_pos_right h a0⟩

protected theorem eq_of_mul_eq_mul_left {m k n : Nat} (hm : 0 < n) (h : n * m = n * k) : m = k :=
  Nat.le_antisymm (Nat.le_of_mul_le_mul_left (Nat.le_of_eq h) hm) (Nat.le_of_mul_le_mul_left (Nat.le_of_eq h.symm) hm)

protected theorem eq_of_mul_eq_mul_right {n m k : Nat} (hm : 0 < m) (h : n * m = k * m) : n = k :=
  Nat.eq_of_mul_eq_mul_left hm ((Nat.mul_comm m n).trans (h.trans (Nat.mul_comm k m)))

protected theorem mul_left_cancel {n m k : Nat} (np : 0 < n) (h : n * m = n * k) : m = k :=
  Nat.eq_of_mul_eq_mul_left np h

protected theorem mul_right_cancel {n m k : Nat} (mp : 0 < m) (h : n * m = k * m) : n = k :=
  Nat.eq_of_mul_eq_mul_right mp h

protected theorem mul_left_cancel_iff {n : Nat} (p : 0 < n) {m k : Nat} : n * m = n * k ↔ m = k :=
  ⟨Nat.mul_left_cancel p, fun h => congrArg (fun (x : Nat) => n * x) h⟩

protected theorem mul_right_cancel_iff {m : Nat} (p : 0 < m) {n k : Nat} : n * m = k * m ↔ n = k :=
  ⟨Nat.mul_right_cancel p, fun h => congrArg (fun (x : Nat) => x * m) h⟩

theorem le_mul_of_pos_left (m : Nat) {n : Nat} (h : 0 < n) : m ≤ n * m :=
  Nat.le_trans (Nat.le_of_eq (Nat.one_mul m).symm) (Nat.mul_le_mul_right m h)

theorem le_mul_of_pos_right (n : Nat) {m : Nat} (h : 0 < m) : n ≤ n * m :=
  Nat.le_trans (Nat.le_of_eq (Nat.mul_one n).symm) (Nat.mul_le_mul_left n h)

theorem mul_self_le_mul_self {m n : Nat} (h : m ≤ n) : m * m ≤ n * n := Nat.mul_le_mul h h

theorem mul_self_lt_mul_self {m n : Nat} (h : m < n) : m * m < n * n := Nat.mul_lt_mul_of_lt_of_lt h h

theorem mul_self_le_mul_self_iff {m n : Nat} : m * m ≤ n * n ↔ m ≤ n :=
  ⟨fun h => ge_of_not_lt (fun h' => not_le_of_gt (mul_self_lt_mul_self h') h), mul_self_le_mul_self⟩

theorem mul_self_inj {m n : Nat} : m * m = n * n ↔ m = n :=
  ⟨fun h => Nat.le_antisymm (mul_self_le_mul_self_iff.mp (Nat.le_of_eq h)) (mul_self_le_mul_self_iff.mp (Nat.le_of_eq h.symm)),
   fun h => congrArg (fun (x : Nat) => x * x) h⟩

protected theorem mul_eq_one_iff : {m n : Nat} → m * n = 1 ↔ m = 1 ∧ n = 1
  | 0, n => ⟨fun h => absurd ((Nat.zero_mul n).symm.trans h) zero_ne_one, fun h => absurd h.left zero_ne_one⟩
  | m+1, 0 => ⟨fun h => absurd h zero_ne_one, fun h => absurd h.right zero_ne_one⟩
  | m+1, n+1 =>
    ⟨fun h =>
      have e : (m + 1) * n + m = 0 := succ_inj.mp h
      have hm : m = 0 := Nat.eq_zero_of_add_eq_zero_left e
      have hn : n = 0 := Or.resolve_left (Nat.eq_zero_of_mul_eq_zero (Nat.eq_zero_of_add_eq_zero_right e)) (succ_ne_zero m)
      ⟨congrArg succ hm, congrArg succ hn⟩,
     fun h => (congr (congrArg (fun (x y : Nat) => x * y) h.left) h.right).trans rfl⟩

theorem eq_one_of_mul_eq_one_right {m n : Nat} (H : m * n = 1) : m = 1 := (Nat.mul_eq_one_iff.mp H).left

theorem eq_one_of_mul_eq_one_left {m n : Nat} (H : m * n = 1) : n = 1 := (Nat.mul_eq_one_iff.mp H).right

/-! ## Induction -/

/-- Induction upwards from `m`. -/
@[elab_as_elim] theorem le_induction {m : Nat} {P : (n : Nat) → m ≤ n → Prop} (base : P m (Nat.le_refl m))
    (succ : (n : Nat) → (hmn : m ≤ n) → P n hmn → P (n + 1) (Nat.le.step hmn)) (n : Nat) (hmn : m ≤ n) : P n hmn :=
  @Nat.le.rec m P base (fun {k} h ih => succ k h ih) n hmn

/-- Complete induction, with the cases of zero and successor apart. -/
@[elab_as_elim] protected noncomputable def case_strong_induction_on {p : Nat → Sort u} (a : Nat) (hz : p 0)
    (hi : (n : Nat) → ((m : Nat) → m ≤ n → p m) → p (n + 1)) : p a :=
  Nat.strongRecOn a (fun n =>
    match n with
    | 0 => fun _ => hz
    | n+1 => fun h => hi n (fun m hm => h m (lt_succ_of_le hm)))

/-- Complete induction. -/
@[elab_as_elim] protected theorem strong_induction_on {p : Nat → Prop} (n : Nat)
    (h : ∀ n, (∀ m, m < n → p m) → p n) : p n := Nat.strongRecOn n h

/-! ## Boolean comparison -/

@[simp] theorem ble_eq {x y : Nat} : (Nat.ble x y = true) = (x ≤ y) :=
  propext ⟨Nat.le_of_ble_eq_true, Nat.ble_eq_true_of_le⟩

@[simp] theorem blt_eq {x y : Nat} : (Nat.blt x y = true) = (x < y) :=
  propext ⟨Nat.le_of_ble_eq_true, Nat.ble_eq_true_of_le⟩

theorem ble_eq_false {x y : Nat} (h : y < x) : Nat.ble x y = false :=
  eq_false_of_ne_true (fun e => not_le_of_gt h (Nat.le_of_ble_eq_true e))

/-! ## Bounded quantifiers are decidable -/

/-- Decides a property of all naturals below a bound. -/
instance decidableBallLT : (n : Nat) → (P : (k : Nat) → k < n → Prop) → [H : (n' : Nat) → (h : n' < n) → Decidable (P n' h)] →
    Decidable (∀ n h, P n h)
  | 0, _, _ => isTrue (fun n h => absurd h (not_lt_zero n))
  | n+1, P, H =>
    match @decidableBallLT n (fun k h => P k (lt_succ_of_lt h)) (fun k h => H k (lt_succ_of_lt h)) with
    | isFalse h => isFalse (fun hn => h (fun k hk => hn k (lt_succ_of_lt hk)))
    | isTrue h =>
      match H n (Nat.le_refl (n + 1)) with
      | isFalse p => isFalse (fun hn => p (hn n (Nat.le_refl (n + 1))))
      | isTrue p => isTrue (fun k hk =>
          Or.elim (Nat.lt_or_eq_of_le (le_of_lt_succ hk)) (fun hlt => h k hlt)
            (fun e => @Eq.ndrec Nat n (fun x => (hx : x < n + 1) → P x hx) (fun _ => p) k e.symm hk))

/-- Decides a property of all naturals up to a bound. -/
instance decidableBallLE (n : Nat) (P : (k : Nat) → k ≤ n → Prop) [(n' : Nat) → (h : n' ≤ n) → Decidable (P n' h)] :
    Decidable (∀ n h, P n h) :=
  decidable_of_iff (∀ k, (h : k < succ n) → P k (le_of_lt_succ h))
    ⟨fun m k h => m k (lt_succ_of_le h), fun m k h => m k (le_of_lt_succ h)⟩

/-- Decides whether some natural below a bound has a property. -/
instance decidableExistsLT {p : Nat → Prop} [h : DecidablePred p] : (n : Nat) → Decidable (∃ m, m < n ∧ p m)
  | 0 => isFalse (fun hex => Exists.elim hex (fun m hm => not_lt_zero m hm.left))
  | n+1 =>
    match @decidableExistsLT p h n with
    | isTrue hex => isTrue (Exists.elim hex (fun m hm => ⟨m, lt_succ_of_lt hm.left, hm.right⟩))
    | isFalse hne =>
      match h n with
      | isTrue hp => isTrue ⟨n, Nat.le_refl (n + 1), hp⟩
      | isFalse hn => isFalse (fun hex => Exists.elim hex (fun m hm =>
          Or.elim (Nat.lt_or_eq_of_le (le_of_lt_succ hm.left)) (fun hlt => hne ⟨m, hlt, hm.right⟩)
            (fun e => hn (@Eq.ndrec Nat m p hm.right n e))))

/-- Decides whether some natural up to a bound has a property. -/
instance decidableExistsLE {p : Nat → Prop} [DecidablePred p] (n : Nat) : Decidable (∃ m, m ≤ n ∧ p m) :=
  decidable_of_iff (∃ m, m < n + 1 ∧ p m) (exists_congr (fun _ => and_congr_left' lt_succ_iff))

end Nat
