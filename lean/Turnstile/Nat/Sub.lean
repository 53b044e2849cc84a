/-!
# Subtraction, minimum and maximum

Truncated subtraction of naturals, and `min` and `max`.
-/

namespace Nat

/-! ## Subtraction -/

@[simp] protected theorem sub_zero (n : Nat) : n - 0 = n := rfl

theorem sub_succ (n m : Nat) : n - succ m = pred (n - m) := rfl

theorem sub_add_eq : (a b c : Nat) → a - (b + c) = a - b - c
  | _, _, 0 => rfl
  | a, b, c+1 => congrArg pred (sub_add_eq a b c)

theorem sub_one (n : Nat) : n - 1 = pred n := rfl

@[simp] theorem succ_sub_succ_eq_sub : (n m : Nat) → succ n - succ m = n - m
  | _, 0 => rfl
  | n, m+1 => congrArg pred (succ_sub_succ_eq_sub n m)

theorem succ_sub_succ (n m : Nat) : succ n - succ m = n - m := succ_sub_succ_eq_sub n m

theorem add_one_sub_add_one (n m : Nat) : (n + 1) - (m + 1) = n - m := succ_sub_succ_eq_sub n m

@[simp] protected theorem sub_self : (n : Nat) → n - n = 0
  | 0 => rfl
  | n+1 => (succ_sub_succ n n).trans (Nat.sub_self n)

@[simp] protected theorem zero_sub : (n : Nat) → 0 - n = 0
  | 0 => rfl
  | n+1 => congrArg pred (Nat.zero_sub n)

@[simp] theorem sub_le : (n m : Nat) → n - m ≤ n
  | n, 0 => Nat.le_refl n
  | n, m+1 => Nat.le_trans (pred_le (n - m)) (sub_le n m)

theorem sub_lt : {n m : Nat} → 0 < n → 0 < m → n - m < n
  | 0, _, h, _ => absurd h (Nat.lt_irrefl 0)
  | _, 0, _, h => absurd h (Nat.lt_irrefl 0)
  | n+1, m+1, _, _ => Nat.lt_of_le_of_lt (Nat.le_of_eq (succ_sub_succ n m)) (lt_succ_of_le (sub_le n m))

@[simp] protected theorem add_sub_cancel : (n m : Nat) → n + m - m = n
  | _, 0 => rfl
  | n, m+1 => (succ_sub_succ (n + m) m).trans (Nat.add_sub_cancel n m)

@[simp] protected theorem add_sub_cancel_left (n m : Nat) : n + m - n = m :=
  (congrArg (fun (x : Nat) => x - n) (Nat.add_comm n m)).trans (Nat.add_sub_cancel m n)

protected theorem add_sub_add_right : (n k m : Nat) → (n + k) - (m + k) = n - m
  | _, 0, _ => rfl
  | n, k+1, m => (succ_sub_succ (n + k) (m + k)).trans (Nat.add_sub_add_right n k m)

protected theorem add_sub_add_left (k n m : Nat) : (k + n) - (k + m) = n - m := by
  rw [Nat.add_comm k n, Nat.add_comm k m, Nat.add_sub_add_right]

@[simp] protected theorem sub_self_add (n m : Nat) : n - (n + m) = 0 := by
  rw [sub_add_eq, Nat.sub_self, Nat.zero_sub]

protected theorem sub_sub (n m k : Nat) : n - m - k = n - (m + k) := (sub_add_eq n m k).symm

protected theorem sub_right_comm (m n k : Nat) : m - n - k = m - k - n := by
  rw [Nat.sub_sub, Nat.sub_sub, Nat.add_comm]

protected theorem sub_eq_zero_of_le {n m : Nat} (h : n ≤ m) : n - m = 0 :=
  match le.dest h with
  | ⟨k, e⟩ => (congrArg (fun (x : Nat) => n - x) e.symm).trans (Nat.sub_self_add n k)

protected theorem le_of_sub_eq_zero : {n m : Nat} → n - m = 0 → n ≤ m
  | n, 0, h => Nat.le_of_eq h
  | 0, m+1, _ => zero_le (m + 1)
  | n+1, m+1, h => succ_le_succ (Nat.le_of_sub_eq_zero ((succ_sub_succ n m).symm.trans h))

protected theorem sub_eq_zero_iff_le {n m : Nat} : n - m = 0 ↔ n ≤ m :=
  ⟨Nat.le_of_sub_eq_zero, Nat.sub_eq_zero_of_le⟩

protected theorem sub_eq_zero_of_eq {n m : Nat} (h : n = m) : n - m = 0 := Nat.sub_eq_zero_of_le (Nat.le_of_eq h)

theorem add_sub_of_le : {a b : Nat} → a ≤ b → a + (b - a) = b
  | 0, b, _ => Nat.zero_add b
  | a+1, 0, h => absurd h (not_succ_le_zero a)
  | a+1, b+1, h =>
    (congrArg (fun (x : Nat) => succ a + x) (succ_sub_succ b a)).trans
      ((succ_add a (b - a)).trans (congrArg succ (add_sub_of_le (le_of_succ_le_succ h))))

@[simp] protected theorem sub_add_cancel {n m : Nat} (h : m ≤ n) : n - m + m = n :=
  (Nat.add_comm (n - m) m).trans (add_sub_of_le h)

protected theorem add_sub_cancel' {n m : Nat} (h : m ≤ n) : m + (n - m) = n := add_sub_of_le h

protected theorem sub_add_cancel_left (n m : Nat) : n - (n + m) = 0 := Nat.sub_self_add n m

protected theorem sub_one_add_one {n : Nat} (h : n ≠ 0) : n - 1 + 1 = n := succ_pred h

protected theorem sub_one_add_one_eq_of_pos : {n : Nat} → 0 < n → (n - 1) + 1 = n
  | 0, h => absurd h (Nat.lt_irrefl 0)
  | _+1, _ => rfl

theorem succ_pred_eq_of_pos {n : Nat} (h : 0 < n) : succ (pred n) = n := Nat.sub_one_add_one_eq_of_pos h

theorem succ_pred_eq_of_ne_zero {n : Nat} (h : n ≠ 0) : succ (pred n) = n := succ_pred h

theorem succ_sub_one' (n : Nat) : succ n - 1 = n := rfl

protected theorem sub_add_comm {n m k : Nat} (h : k ≤ n) : n + m - k = n - k + m :=
  match le.dest h with
  | ⟨w, e⟩ => by
    rw [← e, Nat.add_assoc, Nat.add_sub_cancel_left, Nat.add_sub_cancel_left]

protected theorem add_sub_assoc {m k : Nat} (h : k ≤ m) (n : Nat) : n + m - k = n + (m - k) :=
  match le.dest h with
  | ⟨w, e⟩ => by
    rw [← e, Nat.add_left_comm, Nat.add_sub_cancel_left, Nat.add_sub_cancel_left]

theorem succ_sub {m n : Nat} (h : n ≤ m) : succ m - n = succ (m - n) :=
  match le.dest h with
  | ⟨k, e⟩ => by
    rw [← e, ← add_succ, Nat.add_sub_cancel_left, Nat.add_sub_cancel_left]

protected theorem sub_eq_of_eq_add {a b c : Nat} (h : a = c + b) : a - b = c := by
  rw [h, Nat.add_sub_cancel]

protected theorem sub_eq_of_eq_add' {a b c : Nat} (h : a = b + c) : a - b = c := by
  rw [h, Nat.add_sub_cancel_left]

theorem eq_add_of_sub_eq {a b c : Nat} (hle : b ≤ a) (h : a - b = c) : a = c + b := by
  rw [← h, Nat.sub_add_cancel hle]

protected theorem eq_sub_of_add_eq {a b c : Nat} (h : a + b = c) : a = c - b := by
  rw [← h, Nat.add_sub_cancel]

protected theorem sub_eq_iff_eq_add {a b c : Nat} (h : b ≤ a) : a - b = c ↔ a = c + b :=
  ⟨eq_add_of_sub_eq h, Nat.sub_eq_of_eq_add⟩

protected theorem sub_eq_iff_eq_add' {a b c : Nat} (h : b ≤ a) : a - b = c ↔ a = b + c := by
  rw [Nat.add_comm b c]
  exact Nat.sub_eq_iff_eq_add h

theorem le_add_of_sub_le {a b c : Nat} (h : a - b ≤ c) : a ≤ c + b :=
  match Nat.le_total a b with
  | Or.inl hab => Nat.le_trans hab (le_add_left b c)
  | Or.inr hba => Nat.le_trans (Nat.le_of_eq (Nat.sub_add_cancel hba).symm) (Nat.add_le_add_right h b)

protected theorem sub_le_of_le_add {a b c : Nat} (h : a ≤ c + b) : a - b ≤ c :=
  match Nat.le_total a b with
  | Or.inl hab => Nat.le_trans (Nat.le_of_eq (Nat.sub_eq_zero_of_le hab)) (zero_le c)
  | Or.inr hba => Nat.le_of_add_le_add_right (Nat.le_trans (Nat.le_of_eq (Nat.sub_add_cancel hba)) h)

protected theorem sub_le_iff_le_add {a b c : Nat} : a - b ≤ c ↔ a ≤ c + b := ⟨le_add_of_sub_le, Nat.sub_le_of_le_add⟩

protected theorem sub_le_iff_le_add' {a b c : Nat} : a - b ≤ c ↔ a ≤ b + c := by
  rw [Nat.add_comm b c]
  exact Nat.sub_le_iff_le_add

protected theorem le_sub_of_add_le {a b c : Nat} (h : a + b ≤ c) : a ≤ c - b :=
  have hb : b ≤ c := Nat.le_trans (le_add_left b a) h
  Nat.le_of_add_le_add_right (Nat.le_trans h (Nat.le_of_eq (Nat.sub_add_cancel hb).symm))

protected theorem add_le_of_le_sub {a b c : Nat} (hle : b ≤ c) (h : a ≤ c - b) : a + b ≤ c :=
  Nat.le_trans (Nat.add_le_add_right h b) (Nat.le_of_eq (Nat.sub_add_cancel hle))

protected theorem le_sub_iff_add_le {x y k : Nat} (h : k ≤ y) : x ≤ y - k ↔ x + k ≤ y :=
  ⟨Nat.add_le_of_le_sub h, Nat.le_sub_of_add_le⟩

protected theorem add_lt_of_lt_sub {a b c : Nat} (h : a < c - b) : a + b < c :=
  match Nat.le_total b c with
  | Or.inl hbc => Nat.lt_of_lt_of_le (Nat.add_lt_add_right h b) (Nat.le_of_eq (Nat.sub_add_cancel hbc))
  | Or.inr hcb => absurd (Nat.lt_of_lt_of_eq h (Nat.sub_eq_zero_of_le hcb)) (not_lt_zero a)

protected theorem lt_sub_of_add_lt {a b c : Nat} (h : a + b < c) : a < c - b :=
  Nat.le_sub_of_add_le (Nat.le_trans (Nat.le_of_eq (succ_add a b)) h)

protected theorem lt_sub_iff_add_lt {a b c : Nat} : a < c - b ↔ a + b < c :=
  ⟨Nat.add_lt_of_lt_sub, Nat.lt_sub_of_add_lt⟩

protected theorem sub_lt_iff_lt_add {a b c : Nat} (h : b ≤ a) : a - b < c ↔ a < c + b :=
  ⟨fun h' => Nat.lt_of_eq_of_lt (Nat.sub_add_cancel h).symm (Nat.add_lt_add_right h' b),
   fun h' => Nat.lt_of_add_lt_add_right (Nat.lt_of_eq_of_lt (Nat.sub_add_cancel h) h')⟩

theorem sub_lt_of_lt_add {a b c : Nat} (h₁ : c ≤ a) (h₂ : a < b + c) : a - c < b := (Nat.sub_lt_iff_lt_add h₁).mpr h₂

protected theorem sub_pos_of_lt {m n : Nat} (h : m < n) : 0 < n - m :=
  Nat.pos_of_ne_zero (fun e => not_le_of_gt h (Nat.le_of_sub_eq_zero e))

protected theorem sub_ne_zero_of_lt {a b : Nat} (h : a < b) : b - a ≠ 0 := Nat.ne_of_gt (Nat.sub_pos_of_lt h)

protected theorem lt_of_sub_pos {m n : Nat} (h : 0 < n - m) : m < n :=
  lt_of_not_le (fun h' => Nat.lt_irrefl 0 (Nat.lt_of_lt_of_eq h (Nat.sub_eq_zero_of_le h')))

protected theorem lt_of_sub_ne_zero {m n : Nat} (h : n - m ≠ 0) : m < n := Nat.lt_of_sub_pos (Nat.pos_of_ne_zero h)

@[simp] protected theorem sub_pos_iff_lt {m n : Nat} : 0 < n - m ↔ m < n := ⟨Nat.lt_of_sub_pos, Nat.sub_pos_of_lt⟩

protected theorem lt_of_sub_eq_succ {m n l : Nat} (h : m - n = succ l) : n < m :=
  Nat.lt_of_sub_pos (Nat.lt_of_lt_of_eq (zero_lt_succ l) h.symm)

protected theorem sub_lt_self {a b : Nat} (h₀ : 0 < a) (h₁ : a ≤ b) : b - a < b :=
  sub_lt (Nat.lt_of_lt_of_le h₀ h₁) h₀

theorem sub_lt_succ (a b : Nat) : a - b < succ a := lt_succ_of_le (sub_le a b)

protected theorem sub_le_sub_right {n m : Nat} (h : n ≤ m) (k : Nat) : n - k ≤ m - k :=
  Nat.sub_le_of_le_add (Nat.le_trans h (le_add_of_sub_le (Nat.le_refl (m - k))))

protected theorem le_of_sub_le_sub_right {n m k : Nat} (hk : k ≤ m) (h : n - k ≤ m - k) : n ≤ m :=
  Nat.le_trans (le_add_of_sub_le (Nat.le_refl (n - k)))
    (Nat.le_trans (Nat.add_le_add_right h k) (Nat.le_of_eq (Nat.sub_add_cancel hk)))

protected theorem sub_le_sub_iff_right {k m n : Nat} (h : k ≤ m) : n - k ≤ m - k ↔ n ≤ m :=
  ⟨Nat.le_of_sub_le_sub_right h, fun h' => Nat.sub_le_sub_right h' k⟩

protected theorem sub_le_sub_left {n m : Nat} (h : n ≤ m) (k : Nat) : k - m ≤ k - n :=
  Nat.sub_le_of_le_add (Nat.le_trans (le_add_of_sub_le (Nat.le_refl (k - n))) (Nat.add_le_add_left h (k - n)))

protected theorem sub_lt_sub_left {m n k : Nat} (h : m < k) (h' : m < n) : k - n < k - m :=
  match Nat.le_total n k with
  | Or.inl hnk => (Nat.sub_lt_iff_lt_add hnk).mpr
      (Nat.lt_of_eq_of_lt (Nat.sub_add_cancel (Nat.le_of_lt h)).symm (Nat.add_lt_add_left h' (k - m)))
  | Or.inr hkn => Nat.lt_of_eq_of_lt (Nat.sub_eq_zero_of_le hkn) (Nat.sub_pos_of_lt h)

protected theorem sub_lt_sub_right {a b c : Nat} (h : c ≤ a) (h' : a < b) : a - c < b - c :=
  (Nat.sub_lt_iff_lt_add h).mpr (Nat.lt_of_lt_of_eq h' (Nat.sub_add_cancel (Nat.le_trans h (Nat.le_of_lt h'))).symm)

protected theorem sub_sub_self {n m : Nat} (h : m ≤ n) : n - (n - m) = m :=
  match le.dest h with
  | ⟨k, e⟩ => by rw [← e, Nat.add_sub_cancel_left, Nat.add_sub_cancel]

protected theorem sub_add_sub_cancel {a b c : Nat} (hab : b ≤ a) (hcb : c ≤ b) : a - b + (b - c) = a - c := by
  rw [← Nat.add_sub_assoc hcb, Nat.sub_add_cancel hab]

protected theorem sub_right_inj_of_le {a b c : Nat} (hb : b ≤ a) (hc : c ≤ a) (h : a - b = a - c) : b = c := by
  rw [← Nat.sub_sub_self hb, h, Nat.sub_sub_self hc]

protected theorem add_sub_sub_cancel {a b c : Nat} (h : c ≤ a) : a + b - (a - c) = b + c := by
  rw [← Nat.sub_add_cancel h, Nat.add_assoc, Nat.add_sub_cancel, Nat.add_sub_cancel_left, Nat.add_comm]

protected theorem sub_add_eq_max_lemma (a b : Nat) (h : a ≤ b) : a - b + b = b := by
  rw [Nat.sub_eq_zero_of_le h, Nat.zero_add]

theorem pred_le_iff {n m : Nat} : pred n ≤ m ↔ n ≤ succ m :=
  match n with
  | 0 => ⟨fun _ => zero_le (succ m), fun _ => zero_le m⟩
  | _+1 => ⟨succ_le_succ, le_of_succ_le_succ⟩

theorem le_pred_of_lt {n m : Nat} (h : m < n) : m ≤ pred n :=
  match n, h with
  | 0, h => absurd h (not_lt_zero m)
  | _+1, h => le_of_lt_succ h

theorem le_sub_one_of_lt {a b : Nat} (h : a < b) : a ≤ b - 1 := le_pred_of_lt h

theorem pred_lt : {n : Nat} → n ≠ 0 → pred n < n
  | 0, h => absurd rfl h
  | n+1, _ => Nat.le_refl (n + 1)

theorem sub_one_lt {n : Nat} (h : n ≠ 0) : n - 1 < n := pred_lt h

theorem lt_of_le_pred {n m : Nat} (h : 0 < m) : n ≤ pred m → n < m :=
  fun h' => Nat.lt_of_le_of_lt h' (pred_lt (Nat.ne_of_gt h))

theorem le_pred_iff_lt {n m : Nat} (h : 0 < m) : n ≤ pred m ↔ n < m := ⟨lt_of_le_pred h, le_pred_of_lt⟩

theorem lt_pred_iff {m n : Nat} : n < pred m ↔ succ n < m :=
  match m with
  | 0 => ⟨fun h => absurd h (not_lt_zero n), fun h => absurd h (not_lt_zero (succ n))⟩
  | _+1 => ⟨succ_lt_succ, lt_of_succ_lt_succ⟩

theorem sub_one_lt_of_le {a b : Nat} (h₀ : 0 < a) (h₁ : a ≤ b) : a - 1 < b :=
  Nat.lt_of_lt_of_le (pred_lt (Nat.ne_of_gt h₀)) h₁

theorem sub_one_cancel : {a b : Nat} → 0 < a → 0 < b → a - 1 = b - 1 → a = b
  | 0, _, h, _, _ => absurd h (Nat.lt_irrefl 0)
  | _, 0, _, h, _ => absurd h (Nat.lt_irrefl 0)
  | _+1, _+1, _, _, e => congrArg succ e

/-! ## Subtraction and multiplication -/

protected theorem pred_mul (n m : Nat) : pred n * m = n * m - m :=
  match n with
  | 0 => by rw [pred_zero, Nat.zero_mul, Nat.zero_sub]
  | n+1 => by rw [pred_add_one, add_one_mul, Nat.add_sub_cancel]

protected theorem mul_pred (n m : Nat) : n * pred m = n * m - n := by
  rw [Nat.mul_comm, Nat.pred_mul, Nat.mul_comm]

protected theorem sub_mul : (n m k : Nat) → (n - m) * k = n * k - m * k
  | n, 0, k => by rw [Nat.sub_zero, Nat.zero_mul, Nat.sub_zero]
  | n, m+1, k => by
    rw [← Nat.sub_sub, ← pred_eq_sub_one, Nat.pred_mul, Nat.sub_mul n m k, add_one_mul, Nat.sub_sub]

protected theorem mul_sub (k m n : Nat) : k * (m - n) = k * m - k * n := by
  rw [Nat.mul_comm, Nat.sub_mul, Nat.mul_comm m k, Nat.mul_comm n k]

protected theorem mul_sub_right_distrib (n m k : Nat) : (n - m) * k = n * k - m * k := Nat.sub_mul n m k

protected theorem mul_sub_left_distrib (n m k : Nat) : n * (m - k) = n * m - n * k := Nat.mul_sub n m k

protected theorem mul_sub_one (n m : Nat) : n * (m - 1) = n * m - n := by rw [Nat.mul_sub, Nat.mul_one]

protected theorem sub_one_mul (n m : Nat) : (n - 1) * m = n * m - m := by rw [Nat.sub_mul, Nat.one_mul]

protected theorem mul_self_sub_mul_self_eq (a b : Nat) : a * a - b * b = (a + b) * (a - b) := by
  rw [Nat.mul_sub, Nat.right_distrib, Nat.right_distrib, Nat.mul_comm b a, Nat.add_comm (a * a) (a * b),
    Nat.add_sub_add_left]

/-! ## Minimum and maximum -/

protected theorem min_def {n m : Nat} : min n m = if n ≤ m then n else m := rfl

protected theorem max_def {n m : Nat} : max n m = if n ≤ m then m else n := rfl

@[simp] protected theorem min_eq_left {a b : Nat} (h : a ≤ b) : min a b = a := if_pos h

@[simp] protected theorem min_eq_right {a b : Nat} (h : b ≤ a) : min a b = b :=
  match Nat.decLe a b with
  | isTrue h' => (if_pos h').trans (Nat.le_antisymm h' h)
  | isFalse h' => if_neg h'

@[simp] protected theorem max_eq_right {a b : Nat} (h : a ≤ b) : max a b = b := if_pos h

@[simp] protected theorem max_eq_left {a b : Nat} (h : b ≤ a) : max a b = a :=
  match Nat.decLe a b with
  | isTrue h' => (if_pos h').trans (Nat.le_antisymm h h')
  | isFalse h' => if_neg h'

protected theorem min_eq_left_of_lt {a b : Nat} (h : a < b) : min a b = a := Nat.min_eq_left (Nat.le_of_lt h)

protected theorem min_eq_right_of_lt {a b : Nat} (h : b < a) : min a b = b := Nat.min_eq_right (Nat.le_of_lt h)

protected theorem max_eq_right_of_lt {a b : Nat} (h : a < b) : max a b = b := Nat.max_eq_right (Nat.le_of_lt h)

protected theorem max_eq_left_of_lt {a b : Nat} (h : b < a) : max a b = a := Nat.max_eq_left (Nat.le_of_lt h)

protected theorem min_comm (a b : Nat) : min a b = min b a :=
  match Nat.le_total a b with
  | Or.inl h => (Nat.min_eq_left h).trans (Nat.min_eq_right h).symm
  | Or.inr h => (Nat.min_eq_right h).trans (Nat.min_eq_left h).symm

protected theorem max_comm (a b : Nat) : max a b = max b a :=
  match Nat.le_total a b with
  | Or.inl h => (Nat.max_eq_right h).trans (Nat.max_eq_left h).symm
  | Or.inr h => (Nat.max_eq_left h).trans (Nat.max_eq_right h).symm

protected theorem min_le_left (a b : Nat) : min a b ≤ a :=
  match Nat.le_total a b with
  | Or.inl h => Nat.le_of_eq (Nat.min_eq_left h)
  | Or.inr h => Nat.le_trans (Nat.le_of_eq (Nat.min_eq_right h)) h

protected theorem min_le_right (a b : Nat) : min a b ≤ b :=
  Nat.le_trans (Nat.le_of_eq (Nat.min_comm a b)) (Nat.min_le_left b a)

protected theorem le_max_right (a b : Nat) : b ≤ max a b :=
  match Nat.le_total a b with
  | Or.inl h => Nat.le_of_eq (Nat.max_eq_right h).symm
  | Or.inr h => Nat.le_trans h (Nat.le_of_eq (Nat.max_eq_left h).symm)

protected theorem le_max_left (a b : Nat) : a ≤ max a b :=
  Nat.le_trans (Nat.le_max_right b a) (Nat.le_of_eq (Nat.max_comm b a))

protected theorem le_min_of_le_of_le {a b c : Nat} (h₁ : a ≤ b) (h₂ : a ≤ c) : a ≤ min b c :=
  match Nat.le_total b c with
  | Or.inl h => Nat.le_trans h₁ (Nat.le_of_eq (Nat.min_eq_left h).symm)
  | Or.inr h => Nat.le_trans h₂ (Nat.le_of_eq (Nat.min_eq_right h).symm)

protected theorem max_le_of_le_of_le {a b c : Nat} (h₁ : a ≤ c) (h₂ : b ≤ c) : max a b ≤ c :=
  match Nat.le_total a b with
  | Or.inl h => Nat.le_trans (Nat.le_of_eq (Nat.max_eq_right h)) h₂
  | Or.inr h => Nat.le_trans (Nat.le_of_eq (Nat.max_eq_left h)) h₁

protected theorem le_min {a b c : Nat} : a ≤ min b c ↔ a ≤ b ∧ a ≤ c :=
  ⟨fun h => ⟨Nat.le_trans h (Nat.min_le_left b c), Nat.le_trans h (Nat.min_le_right b c)⟩,
   fun h => Nat.le_min_of_le_of_le h.left h.right⟩

protected theorem max_le {a b c : Nat} : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨Nat.le_trans (Nat.le_max_left a b) h, Nat.le_trans (Nat.le_max_right a b) h⟩,
   fun h => Nat.max_le_of_le_of_le h.left h.right⟩

protected theorem lt_min {a b c : Nat} : a < min b c ↔ a < b ∧ a < c := @Nat.le_min (succ a) b c

protected theorem max_lt {a b c : Nat} : max a b < c ↔ a < c ∧ b < c :=
  ⟨fun h => ⟨Nat.lt_of_le_of_lt (Nat.le_max_left a b) h, Nat.lt_of_le_of_lt (Nat.le_max_right a b) h⟩,
   fun h => match Nat.le_total a b with
    | Or.inl hab => Nat.lt_of_eq_of_lt (Nat.max_eq_right hab) h.right
    | Or.inr hba => Nat.lt_of_eq_of_lt (Nat.max_eq_left hba) h.left⟩

protected theorem eq_min {a b c : Nat} (h₁ : c ≤ a) (h₂ : c ≤ b) (h₃ : ∀ {d}, d ≤ a → d ≤ b → d ≤ c) : c = min a b :=
  Nat.le_antisymm (Nat.le_min_of_le_of_le h₁ h₂) (h₃ (Nat.min_le_left a b) (Nat.min_le_right a b))

@[simp] protected theorem min_self (a : Nat) : min a a = a := Nat.min_eq_left (Nat.le_refl a)

@[simp] protected theorem max_self (a : Nat) : max a a = a := Nat.max_eq_right (Nat.le_refl a)

@[simp] protected theorem zero_min (a : Nat) : min 0 a = 0 := Nat.min_eq_left (zero_le a)

@[simp] protected theorem min_zero (a : Nat) : min a 0 = 0 := Nat.min_eq_right (zero_le a)

@[simp] protected theorem zero_max (a : Nat) : max 0 a = a := Nat.max_eq_right (zero_le a)

@[simp] protected theorem max_zero (a : Nat) : max a 0 = a := Nat.max_eq_left (zero_le a)

protected theorem min_assoc (a b c : Nat) : min (min a b) c = min a (min b c) :=
  Nat.le_antisymm
    (Nat.le_min.mpr ⟨Nat.le_trans (Nat.min_le_left _ _) (Nat.min_le_left _ _),
      Nat.le_min.mpr ⟨Nat.le_trans (Nat.min_le_left _ _) (Nat.min_le_right _ _), Nat.min_le_right _ _⟩⟩)
    (Nat.le_min.mpr ⟨Nat.le_min.mpr ⟨Nat.min_le_left _ _, Nat.le_trans (Nat.min_le_right _ _) (Nat.min_le_left _ _)⟩,
      Nat.le_trans (Nat.min_le_right _ _) (Nat.min_le_right _ _)⟩)

protected theorem max_assoc (a b c : Nat) : max (max a b) c = max a (max b c) :=
  Nat.le_antisymm
    (Nat.max_le.mpr ⟨Nat.max_le.mpr ⟨Nat.le_max_left _ _, Nat.le_trans (Nat.le_max_left _ _) (Nat.le_max_right _ _)⟩,
      Nat.le_trans (Nat.le_max_right _ _) (Nat.le_max_right _ _)⟩)
    (Nat.max_le.mpr ⟨Nat.le_trans (Nat.le_max_left _ _) (Nat.le_max_left _ _),
      Nat.max_le.mpr ⟨Nat.le_trans (Nat.le_max_right _ _) (Nat.le_max_left _ _), Nat.le_max_right _ _⟩⟩)

protected theorem min_left_comm (a b c : Nat) : min a (min b c) = min b (min a c) := by
  rw [← Nat.min_assoc, Nat.min_comm a b, Nat.min_assoc]

protected theorem max_left_comm (a b c : Nat) : max a (max b c) = max b (max a c) := by
  rw [← Nat.max_assoc, Nat.max_comm a b, Nat.max_assoc]

protected theorem min_right_comm (a b c : Nat) : min (min a b) c = min (min a c) b := by
  rw [Nat.min_assoc, Nat.min_comm b c, Nat.min_assoc]

protected theorem max_right_comm (a b c : Nat) : max (max a b) c = max (max a c) b := by
  rw [Nat.max_assoc, Nat.max_comm b c, Nat.max_assoc]

protected theorem min_eq_left_iff {a b : Nat} : min a b = a ↔ a ≤ b :=
  ⟨fun h => Nat.le_trans (Nat.le_of_eq h.symm) (Nat.min_le_right a b), Nat.min_eq_left⟩

protected theorem min_eq_right_iff {a b : Nat} : min a b = b ↔ b ≤ a :=
  ⟨fun h => Nat.le_trans (Nat.le_of_eq h.symm) (Nat.min_le_left a b), Nat.min_eq_right⟩

protected theorem max_eq_left_iff {a b : Nat} : max a b = a ↔ b ≤ a :=
  ⟨fun h => Nat.le_trans (Nat.le_max_right a b) (Nat.le_of_eq h), Nat.max_eq_left⟩

protected theorem max_eq_right_iff {a b : Nat} : max a b = b ↔ a ≤ b :=
  ⟨fun h => Nat.le_trans (Nat.le_max_left a b) (Nat.le_of_eq h), Nat.max_eq_right⟩

protected theorem add_max_add_right (a b c : Nat) : max (a + c) (b + c) = max a b + c :=
  match Nat.le_total a b with
  | Or.inl h => by rw [Nat.max_eq_right h, Nat.max_eq_right (Nat.add_le_add_right h c)]
  | Or.inr h => by rw [Nat.max_eq_left h, Nat.max_eq_left (Nat.add_le_add_right h c)]

protected theorem add_min_add_right (a b c : Nat) : min (a + c) (b + c) = min a b + c :=
  match Nat.le_total a b with
  | Or.inl h => by rw [Nat.min_eq_left h, Nat.min_eq_left (Nat.add_le_add_right h c)]
  | Or.inr h => by rw [Nat.min_eq_right h, Nat.min_eq_right (Nat.add_le_add_right h c)]

protected theorem add_max_add_left (a b c : Nat) : max (a + b) (a + c) = a + max b c := by
  rw [Nat.add_comm a b, Nat.add_comm a c, Nat.add_max_add_right, Nat.add_comm]

protected theorem add_min_add_left (a b c : Nat) : min (a + b) (a + c) = a + min b c := by
  rw [Nat.add_comm a b, Nat.add_comm a c, Nat.add_min_add_right, Nat.add_comm]

protected theorem succ_min_succ (x y : Nat) : min (succ x) (succ y) = succ (min x y) := Nat.add_min_add_right x y 1

protected theorem succ_max_succ (x y : Nat) : max (succ x) (succ y) = succ (max x y) := Nat.add_max_add_right x y 1

protected theorem sub_eq_sub_min (n m : Nat) : n - m = n - min n m :=
  match Nat.le_total n m with
  | Or.inl h => by rw [Nat.min_eq_left h, Nat.sub_eq_zero_of_le h, Nat.sub_self]
  | Or.inr h => by rw [Nat.min_eq_right h]

protected theorem sub_add_min_cancel (n m : Nat) : n - m + min n m = n := by
  rw [Nat.sub_eq_sub_min, Nat.sub_add_cancel (Nat.min_le_left n m)]

protected theorem sub_add_eq_max (a b : Nat) : a - b + b = max a b :=
  match Nat.le_total a b with
  | Or.inl h => by rw [Nat.max_eq_right h, Nat.sub_add_eq_max_lemma a b h]
  | Or.inr h => by rw [Nat.max_eq_left h, Nat.sub_add_cancel h]

end Nat
