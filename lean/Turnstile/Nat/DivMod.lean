/-!
# Division and remainder

The recursive equations of `/` and `%` from their bounded definitions, then quotient and remainder as the unique
solution of `k * q + r = n`, `r < k`.
-/

universe u

namespace Nat

/-! ## The recursive equations -/

private theorem cond_ble {α : Type u} (x y : Nat) (s t : α) :
    cond (and (Nat.ble 1 y) (Nat.ble y x)) s t = if 0 < y ∧ y ≤ x then s else t :=
  match Nat.decLt 0 y, Nat.decLe y x with
  | isTrue h₁, isTrue h₂ =>
    have e₁ : Nat.ble 1 y = true := Nat.ble_eq_true_of_le h₁
    have e₂ : Nat.ble y x = true := Nat.ble_eq_true_of_le h₂
    (congr (congrArg (fun (p q : Bool) => cond (and p q) s t) e₁) e₂).trans
      (@if_pos (0 < y ∧ y ≤ x) _ ⟨h₁, h₂⟩ α s t).symm
  | isFalse h₁, _ =>
    have e₁ : Nat.ble 1 y = false := ble_eq_false (lt_of_not_le h₁)
    (congrArg (fun (p : Bool) => cond (and p (Nat.ble y x)) s t) e₁).trans
      (@if_neg (0 < y ∧ y ≤ x) _ (fun h => h₁ h.left) α s t).symm
  | isTrue h₁, isFalse h₂ =>
    have e₁ : Nat.ble 1 y = true := Nat.ble_eq_true_of_le h₁
    have e₂ : Nat.ble y x = false := ble_eq_false (lt_of_not_le h₂)
    (congr (congrArg (fun (p q : Bool) => cond (and p q) s t) e₁) e₂).trans
      (@if_neg (0 < y ∧ y ≤ x) _ (fun h => h₂ h.right) α s t).symm

theorem div_rec_lemma {x y : Nat} : 0 < y ∧ y ≤ x → x - y < x :=
  fun h => sub_lt (Nat.lt_of_lt_of_le h.left h.right) h.left

private theorem divFuel_succ (f x y : Nat) :
    divFuel (f + 1) x y = if 0 < y ∧ y ≤ x then divFuel f (x - y) y + 1 else 0 :=
  cond_ble x y (divFuel f (x - y) y + 1) 0

private theorem modFuel_succ (f x y : Nat) :
    modFuel (f + 1) x y = if 0 < y ∧ y ≤ x then modFuel f (x - y) y else x :=
  cond_ble x y (modFuel f (x - y) y) x

private theorem not_step_zero {x y : Nat} (hx : x ≤ 0) : ¬ (0 < y ∧ y ≤ x) :=
  fun h => not_lt_zero 0 (Nat.lt_of_lt_of_le h.left (Nat.le_trans h.right hx))

private theorem sub_le_of_step {f x y : Nat} (h : 0 < y ∧ y ≤ x) (hx : x ≤ f + 1) : x - y ≤ f :=
  le_of_lt_succ (Nat.lt_of_lt_of_le (div_rec_lemma h) hx)

private theorem divFuel_congr : (f g x y : Nat) → x ≤ f → x ≤ g → divFuel f x y = divFuel g x y
  | 0, 0, _, _, _, _ => rfl
  | 0, g+1, x, y, hf, _ => ((divFuel_succ g x y).trans (if_neg (not_step_zero hf))).symm
  | f+1, 0, x, y, _, hg => (divFuel_succ f x y).trans (if_neg (not_step_zero hg))
  | f+1, g+1, x, y, hf, hg =>
    match (inferInstance : Decidable (0 < y ∧ y ≤ x)) with
    | isTrue h => (divFuel_succ f x y).trans ((if_pos h).trans
        ((congrArg succ (divFuel_congr f g (x - y) y (sub_le_of_step h hf) (sub_le_of_step h hg))).trans
          ((divFuel_succ g x y).trans (if_pos h)).symm))
    | isFalse h => (divFuel_succ f x y).trans ((if_neg h).trans ((divFuel_succ g x y).trans (if_neg h)).symm)

private theorem modFuel_congr : (f g x y : Nat) → x ≤ f → x ≤ g → modFuel f x y = modFuel g x y
  | 0, 0, _, _, _, _ => rfl
  | 0, g+1, x, y, hf, _ => ((modFuel_succ g x y).trans (if_neg (not_step_zero hf))).symm
  | f+1, 0, x, y, _, hg => (modFuel_succ f x y).trans (if_neg (not_step_zero hg))
  | f+1, g+1, x, y, hf, hg =>
    match (inferInstance : Decidable (0 < y ∧ y ≤ x)) with
    | isTrue h => (modFuel_succ f x y).trans ((if_pos h).trans
        ((modFuel_congr f g (x - y) y (sub_le_of_step h hf) (sub_le_of_step h hg)).trans
          ((modFuel_succ g x y).trans (if_pos h)).symm))
    | isFalse h => (modFuel_succ f x y).trans ((if_neg h).trans ((modFuel_succ g x y).trans (if_neg h)).symm)

theorem div_eq (x y : Nat) : x / y = if 0 < y ∧ y ≤ x then (x - y) / y + 1 else 0 :=
  (divFuel_congr x (x + 1) x y (Nat.le_refl x) (le_succ x)).trans ((divFuel_succ x x y).trans
    (congrArg (fun (q : Nat) => if 0 < y ∧ y ≤ x then q + 1 else 0)
      (divFuel_congr x (x - y) (x - y) y (sub_le x y) (Nat.le_refl (x - y)))))

theorem mod_eq (x y : Nat) : x % y = if 0 < y ∧ y ≤ x then (x - y) % y else x :=
  (modFuel_congr x (x + 1) x y (Nat.le_refl x) (le_succ x)).trans ((modFuel_succ x x y).trans
    (congrArg (fun (r : Nat) => if 0 < y ∧ y ≤ x then r else x)
      (modFuel_congr x (x - y) (x - y) y (sub_le x y) (Nat.le_refl (x - y)))))

/-- Induction along repeated subtraction. -/
@[elab_as_elim] noncomputable def div.inductionOn {motive : Nat → Nat → Sort u} (x y : Nat)
    (ind : (x y : Nat) → 0 < y ∧ y ≤ x → motive (x - y) y → motive x y)
    (base : (x y : Nat) → ¬ (0 < y ∧ y ≤ x) → motive x y) : motive x y :=
  @Nat.strongRecOn (fun x => motive x y) x (fun x ih =>
    if h : 0 < y ∧ y ≤ x then ind x y h (ih (x - y) (div_rec_lemma h)) else base x y h)

/-- Induction along repeated subtraction. -/
@[elab_as_elim] noncomputable def mod.inductionOn {motive : Nat → Nat → Sort u} (x y : Nat)
    (ind : (x y : Nat) → 0 < y ∧ y ≤ x → motive (x - y) y → motive x y)
    (base : (x y : Nat) → ¬ (0 < y ∧ y ≤ x) → motive x y) : motive x y :=
  div.inductionOn x y ind base

/-! ## Quotient and remainder -/

theorem mod_add_div (m k : Nat) : m % k + k * (m / k) = m :=
  @div.inductionOn (fun m k => m % k + k * (m / k) = m) m k
    (fun x y h ih => by
      rw [mod_eq x y, div_eq x y, if_pos h, if_pos h, Nat.mul_add, Nat.mul_one, ← Nat.add_assoc, ih,
        Nat.sub_add_cancel h.right])
    (fun x y h => by
      rw [mod_eq x y, div_eq x y, if_neg h, if_neg h, Nat.mul_zero, Nat.add_zero])

theorem div_add_mod (m k : Nat) : k * (m / k) + m % k = m := by
  rw [Nat.add_comm, mod_add_div]

theorem div_add_mod' (m k : Nat) : m / k * k + m % k = m := by
  rw [Nat.mul_comm, div_add_mod]

theorem mod_add_div' (m k : Nat) : m % k + m / k * k = m := by
  rw [Nat.mul_comm, mod_add_div]

theorem mod_lt (x : Nat) {y : Nat} : y > 0 → x % y < y :=
  @div.inductionOn (fun x y => y > 0 → x % y < y) x y
    (fun x y h ih hy => by
      rw [mod_eq x y, if_pos h]
      exact ih hy)
    (fun x y h hy => by
      rw [mod_eq x y, if_neg h]
      exact lt_of_not_le (fun hle => h ⟨hy, hle⟩))

theorem mod_le (x y : Nat) : x % y ≤ x := le.intro (mod_add_div x y)

theorem mod_eq_of_lt {a b : Nat} (h : a < b) : a % b = a := by
  rw [mod_eq, if_neg (fun h' => not_le_of_gt h h'.right)]

theorem div_eq_of_lt {a b : Nat} (h₀ : a < b) : a / b = 0 := by
  rw [div_eq, if_neg (fun h' => not_le_of_gt h₀ h'.right)]

@[simp] theorem mod_zero (a : Nat) : a % 0 = a := by
  rw [mod_eq, if_neg (fun h => Nat.lt_irrefl 0 h.left)]

@[simp] theorem div_zero (b : Nat) : b / 0 = 0 := by
  rw [div_eq, if_neg (fun h => Nat.lt_irrefl 0 h.left)]

@[simp] theorem zero_mod (b : Nat) : 0 % b = 0 := rfl

@[simp] theorem zero_div (b : Nat) : 0 / b = 0 := rfl

theorem mod_eq_sub_mod {a b : Nat} (h : a ≥ b) : a % b = (a - b) % b :=
  match eq_zero_or_pos b with
  | Or.inl e => by rw [e, Nat.sub_zero]
  | Or.inr hb => by rw [mod_eq a b, if_pos ⟨hb, h⟩]

theorem div_eq_sub_div {a b : Nat} (h₁ : 0 < b) (h₂ : b ≤ a) : a / b = (a - b) / b + 1 := by
  rw [div_eq a b, if_pos ⟨h₁, h₂⟩]

@[simp] theorem mod_self (n : Nat) : n % n = 0 := by
  rw [mod_eq_sub_mod (Nat.le_refl n), Nat.sub_self, zero_mod]

@[simp] theorem mod_one (x : Nat) : x % 1 = 0 := lt_one_iff.mp (mod_lt x zero_lt_one)

theorem mod_mod_self_lt (a n : Nat) : (a % n) % n = a % n :=
  match eq_zero_or_pos n with
  | Or.inl e => by rw [e, mod_zero, mod_zero]
  | Or.inr h => mod_eq_of_lt (mod_lt a h)

@[simp] theorem mod_mod (a n : Nat) : (a % n) % n = a % n := mod_mod_self_lt a n

@[simp] theorem add_mod_right (x z : Nat) : (x + z) % z = x % z := by
  rw [mod_eq_sub_mod (le_add_left z x), Nat.add_sub_cancel]

@[simp] theorem add_mod_left (x z : Nat) : (x + z) % x = z % x := by
  rw [Nat.add_comm, add_mod_right]

@[simp] theorem add_mul_mod_self_left : (x y z : Nat) → (x + y * z) % y = x % y
  | x, y, 0 => by rw [Nat.mul_zero, Nat.add_zero]
  | x, y, z+1 => by rw [mul_add_one, ← Nat.add_assoc, add_mod_right, add_mul_mod_self_left x y z]

@[simp] theorem add_mul_mod_self_right (x y z : Nat) : (x + y * z) % z = x % z := by
  rw [Nat.mul_comm, add_mul_mod_self_left]

@[simp] theorem mul_add_mod_self_left (a b c : Nat) : (a * b + c) % a = c % a := by
  rw [Nat.add_comm, add_mul_mod_self_left]

@[simp] theorem mul_add_mod_self_right (a b c : Nat) : (a * b + c) % b = c % b := by
  rw [Nat.add_comm, add_mul_mod_self_right]

theorem mul_add_mod (m x y : Nat) : (m * x + y) % m = y % m := mul_add_mod_self_left m x y

theorem mul_add_mod' (a b c : Nat) : (a * b + c) % b = c % b := mul_add_mod_self_right a b c

@[simp] theorem mul_mod_right (m n : Nat) : (m * n) % m = 0 := by
  rw [← Nat.zero_add (m * n), add_mul_mod_self_left, zero_mod]

@[simp] theorem mul_mod_left (m n : Nat) : (m * n) % n = 0 := by
  rw [Nat.mul_comm, mul_mod_right]

@[simp] theorem mod_add_mod (m n k : Nat) : (m % n + k) % n = (m + k) % n := by
  rw [← add_mul_mod_self_left (m % n + k) n (m / n), Nat.add_right_comm, mod_add_div]

@[simp] theorem add_mod_mod (m n k : Nat) : (m + n % k) % k = (m + n) % k := by
  rw [Nat.add_comm, mod_add_mod, Nat.add_comm]

theorem add_mod (a b n : Nat) : (a + b) % n = ((a % n) + (b % n)) % n := by
  rw [add_mod_mod, mod_add_mod]

@[simp] theorem mod_mul_mod (a b c : Nat) : (a % c * b) % c = a * b % c := by
  rw [← add_mul_mod_self_left (a % c * b) c (a / c * b), ← Nat.mul_assoc, ← Nat.add_mul, mod_add_div]

@[simp] theorem mul_mod_mod (a b c : Nat) : (a * (b % c)) % c = a * b % c := by
  rw [Nat.mul_comm, mod_mul_mod, Nat.mul_comm]

theorem mul_mod (a b n : Nat) : a * b % n = (a % n) * (b % n) % n := by
  rw [mul_mod_mod, mod_mul_mod]

theorem add_mod_eq_add_mod_right {a b n : Nat} (k : Nat) (H : a % n = b % n) : (a + k) % n = (b + k) % n := by
  rw [← mod_add_mod, H, mod_add_mod]

theorem add_mod_eq_add_mod_left {a b n : Nat} (k : Nat) (H : a % n = b % n) : (k + a) % n = (k + b) % n := by
  rw [Nat.add_comm k a, Nat.add_comm k b, add_mod_eq_add_mod_right k H]

theorem mod_two_eq_zero_or_one (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 :=
  Or.imp lt_one_iff.mp id (Nat.lt_or_eq_of_le (@le_of_lt_succ (n % 2) 1 (mod_lt n zero_lt_two)))

theorem mod_two_ne_zero {n : Nat} : n % 2 ≠ 0 ↔ n % 2 = 1 :=
  ⟨fun h => Or.resolve_left (mod_two_eq_zero_or_one n) h, fun h e => zero_ne_one (e.symm.trans h)⟩

theorem mod_two_ne_one {n : Nat} : n % 2 ≠ 1 ↔ n % 2 = 0 :=
  ⟨fun h => Or.resolve_right (mod_two_eq_zero_or_one n) h, fun h e => zero_ne_one (h.symm.trans e)⟩

/-! ## Laws of the quotient -/

@[simp] theorem add_div_right (x : Nat) {z : Nat} (H : 0 < z) : (x + z) / z = (x / z) + 1 := by
  rw [div_eq_sub_div H (le_add_left z x), Nat.add_sub_cancel]

@[simp] theorem add_div_left (x : Nat) {z : Nat} (H : 0 < z) : (z + x) / z = (x / z) + 1 := by
  rw [Nat.add_comm, add_div_right x H]

theorem add_mul_div_left (x z : Nat) {y : Nat} (H : 0 < y) : (x + y * z) / y = x / y + z := by
  induction z with
  | zero => rw [Nat.mul_zero, Nat.add_zero, Nat.add_zero]
  | succ z ih => rw [mul_add_one, ← Nat.add_assoc, add_div_right _ H, ih, Nat.add_assoc]

theorem add_mul_div_right (x y : Nat) {z : Nat} (H : 0 < z) : (x + y * z) / z = x / z + y := by
  rw [Nat.mul_comm, add_mul_div_left x y H]

@[simp] theorem mul_div_right (n : Nat) {m : Nat} (H : 0 < m) : m * n / m = n := by
  rw [← Nat.zero_add (m * n), add_mul_div_left 0 n H, zero_div, Nat.zero_add]

@[simp] theorem mul_div_left (m : Nat) {n : Nat} (H : 0 < n) : m * n / n = m := by
  rw [Nat.mul_comm, mul_div_right m H]

protected theorem mul_div_cancel (m : Nat) {n : Nat} (H : 0 < n) : m * n / n = m := mul_div_left m H

protected theorem mul_div_cancel_left (m : Nat) {n : Nat} (H : 0 < n) : n * m / n = m := mul_div_right m H

@[simp] protected theorem div_one (n : Nat) : n / 1 = n :=
  (Nat.one_mul (n / 1)).symm.trans ((Nat.zero_add (1 * (n / 1))).symm.trans
    ((congrArg (fun (r : Nat) => r + 1 * (n / 1)) (mod_one n).symm).trans (mod_add_div n 1)))

protected theorem div_self {n : Nat} (H : 0 < n) : n / n = 1 := by
  rw [div_eq_sub_div H (Nat.le_refl n), Nat.sub_self, zero_div]

protected theorem div_eq_of_eq_mul_left {m n k : Nat} (H1 : 0 < n) (H2 : m = k * n) : m / n = k := by
  rw [H2, Nat.mul_div_cancel k H1]

protected theorem div_eq_of_eq_mul_right {m n k : Nat} (H1 : 0 < n) (H2 : m = n * k) : m / n = k := by
  rw [H2, Nat.mul_div_cancel_left k H1]

theorem div_mul_le_self (m n : Nat) : m / n * n ≤ m := le.intro (div_add_mod' m n)

theorem mul_div_le (m n : Nat) : n * (m / n) ≤ m := le.intro (div_add_mod m n)

theorem lt_mul_div_succ (a : Nat) {b : Nat} (hb : 0 < b) : a < b * (a / b + 1) :=
  Nat.lt_of_eq_of_lt (div_add_mod a b).symm (Nat.add_lt_add_left (mod_lt a hb) (b * (a / b)))

theorem le_div_iff_mul_le {k x y : Nat} (k0 : 0 < k) : x ≤ y / k ↔ x * k ≤ y :=
  ⟨fun h => Nat.le_trans (Nat.mul_le_mul_right k h) (div_mul_le_self y k),
   fun h => le_of_lt_succ (Nat.lt_of_mul_lt_mul_left (a := k)
    (Nat.lt_of_eq_of_lt (Nat.mul_comm k x) (Nat.lt_of_le_of_lt h (lt_mul_div_succ y k0))))⟩

theorem div_lt_iff_lt_mul {k x y : Nat} (Hk : 0 < k) : x / k < y ↔ x < y * k :=
  ⟨fun h => lt_of_not_le (fun h' => not_le_of_gt h ((le_div_iff_mul_le Hk).mpr h')),
   fun h => lt_of_not_le (fun h' => not_le_of_gt h ((le_div_iff_mul_le Hk).mp h'))⟩

theorem div_le_of_le_mul {m n k : Nat} (h : m ≤ k * n) : m / k ≤ n :=
  match eq_zero_or_pos k with
  | Or.inl e => by rw [e, div_zero]; exact zero_le n
  | Or.inr hk => le_of_lt_succ ((div_lt_iff_lt_mul hk).mpr (Nat.lt_of_le_of_lt h
      (Nat.lt_of_eq_of_lt (Nat.mul_comm k n) (Nat.mul_lt_mul_of_pos_right (Nat.lt_add_one n) hk))))

theorem div_le_self (n k : Nat) : n / k ≤ n :=
  match eq_zero_or_pos k with
  | Or.inl e => by rw [e, div_zero]; exact zero_le n
  | Or.inr hk => div_le_of_le_mul (le_mul_of_pos_left n hk)

theorem div_lt_self {n k : Nat} (hLtN : 0 < n) (hLtK : 1 < k) : n / k < n :=
  (div_lt_iff_lt_mul (Nat.lt_trans zero_lt_one hLtK)).mpr
    (Nat.lt_of_eq_of_lt (Nat.mul_one n).symm (Nat.mul_lt_mul_of_pos_left hLtK hLtN))

theorem div_le_div_right {a b : Nat} (c : Nat) (h : a ≤ b) : a / c ≤ b / c :=
  match eq_zero_or_pos c with
  | Or.inl e => by rw [e, div_zero, div_zero]
  | Or.inr hc => (le_div_iff_mul_le hc).mpr (Nat.le_trans (div_mul_le_self a c) h)

theorem lt_of_div_lt_div {a b c : Nat} (h : a / c < b / c) : a < b :=
  lt_of_not_le (fun hle => not_le_of_gt h (div_le_div_right c hle))

theorem div_pos {a b : Nat} (hba : b ≤ a) (hb : 0 < b) : 0 < a / b :=
  (le_div_iff_mul_le hb).mpr (Nat.le_trans (Nat.le_of_eq (Nat.one_mul b)) hba)

theorem lt_mul_of_div_lt {a b c : Nat} (h : a / c < b) (w : 0 < c) : a < b * c := (div_lt_iff_lt_mul w).mp h

theorem div_lt_of_lt_mul {m n k : Nat} (h : m < n * k) : m / n < k :=
  match eq_zero_or_pos n with
  | Or.inl e => absurd h (by rw [e, Nat.zero_mul]; exact not_lt_zero m)
  | Or.inr hn => (div_lt_iff_lt_mul hn).mpr (Nat.lt_of_lt_of_eq h (Nat.mul_comm n k))

protected theorem div_mod_unique {n k m d : Nat} (h : 0 < k) : n / k = d ∧ n % k = m ↔ m + k * d = n ∧ m < k :=
  ⟨fun e => ⟨by rw [← e.left, ← e.right, mod_add_div], by rw [← e.right]; exact mod_lt n h⟩,
   fun e => ⟨by rw [← e.left, add_mul_div_left m d h, div_eq_of_lt e.right, Nat.zero_add],
     by rw [← e.left, add_mul_mod_self_left, mod_eq_of_lt e.right]⟩⟩

protected theorem div_eq_of_lt_le {k n m : Nat} (lo : k * n ≤ m) (hi : m < (k + 1) * n) : m / n = k :=
  have hn : 0 < n := Nat.pos_of_ne_zero (fun e => not_lt_zero m (by rw [e, Nat.mul_zero] at hi; exact hi))
  Nat.le_antisymm (le_of_lt_succ ((div_lt_iff_lt_mul hn).mpr hi)) ((le_div_iff_mul_le hn).mpr lo)

theorem div_eq_iff {a b c : Nat} (h : 0 < b) : a / b = c ↔ b * c ≤ a ∧ a < b * (c + 1) :=
  ⟨fun e => ⟨by rw [← e]; exact mul_div_le a b, by rw [← e]; exact lt_mul_div_succ a h⟩,
   fun e => Nat.div_eq_of_lt_le (by rw [Nat.mul_comm]; exact e.left) (by rw [Nat.mul_comm]; exact e.right)⟩

protected theorem div_div_eq_div_mul (m n k : Nat) : m / n / k = m / (n * k) :=
  match eq_zero_or_pos k with
  | Or.inl e => by rw [e, Nat.mul_zero, div_zero, div_zero]
  | Or.inr hk =>
    match eq_zero_or_pos n with
    | Or.inl e => by rw [e, Nat.zero_mul, div_zero, zero_div]
    | Or.inr hn =>
      Nat.le_antisymm
        ((le_div_iff_mul_le (Nat.mul_pos hn hk)).mpr (by
          rw [Nat.mul_comm n k, ← Nat.mul_assoc]
          exact (le_div_iff_mul_le hn).mp ((le_div_iff_mul_le hk).mp (Nat.le_refl (m / n / k)))))
        ((le_div_iff_mul_le hk).mpr ((le_div_iff_mul_le hn).mpr (by
          rw [Nat.mul_assoc, Nat.mul_comm k n]
          exact (le_div_iff_mul_le (Nat.mul_pos hn hk)).mp (Nat.le_refl (m / (n * k))))))

protected theorem div_right_comm (m n k : Nat) : m / n / k = m / k / n := by
  rw [Nat.div_div_eq_div_mul, Nat.div_div_eq_div_mul, Nat.mul_comm]

theorem mul_mod_mul_left (z x y : Nat) : (z * x) % (z * y) = z * (x % y) :=
  match eq_zero_or_pos z with
  | Or.inl e => by rw [e, Nat.zero_mul, Nat.zero_mul, Nat.zero_mul, mod_zero]
  | Or.inr hz =>
    match eq_zero_or_pos y with
    | Or.inl e => by rw [e, Nat.mul_zero, mod_zero, mod_zero]
    | Or.inr hy => by
      have e : z * (x % y) + z * y * (x / y) = z * x := by
        rw [Nat.mul_assoc, ← Nat.mul_add, mod_add_div]
      rw [← e, add_mul_mod_self_left, mod_eq_of_lt (Nat.mul_lt_mul_of_pos_left (mod_lt x hy) hz)]

theorem mul_mod_mul_right (z x y : Nat) : (x * z) % (y * z) = (x % y) * z := by
  rw [Nat.mul_comm x z, Nat.mul_comm y z, mul_mod_mul_left, Nat.mul_comm]

protected theorem mul_div_mul_left {m : Nat} (n k : Nat) (H : 0 < m) : m * n / (m * k) = n / k := by
  rw [← Nat.div_div_eq_div_mul, Nat.mul_div_cancel_left n H]

protected theorem mul_div_mul_right {m : Nat} (n k : Nat) (H : 0 < m) : n * m / (k * m) = n / k := by
  rw [Nat.mul_comm n m, Nat.mul_comm k m, Nat.mul_div_mul_left n k H]

theorem mod_def (m k : Nat) : m % k = m - k * (m / k) := Nat.eq_sub_of_add_eq (mod_add_div m k)

theorem mod_mul {a b x : Nat} : x % (a * b) = x % a + a * (x / a % b) :=
  match eq_zero_or_pos a with
  | Or.inl e => by rw [e, Nat.zero_mul, Nat.zero_mul, Nat.add_zero]
  | Or.inr ha =>
    match eq_zero_or_pos b with
    | Or.inl e => by rw [e, Nat.mul_zero, mod_zero, mod_zero, mod_add_div]
    | Or.inr hb =>
      have e : x % a + a * (x / a % b) + a * b * (x / (a * b)) = x := by
        rw [Nat.mul_assoc, Nat.add_assoc, ← Nat.mul_add, ← Nat.div_div_eq_div_mul, mod_add_div, mod_add_div]
      have h : a + a * (x / a % b) ≤ a * b := by
        rw [Nat.add_comm, ← mul_add_one]
        exact Nat.mul_le_mul_left a (mod_lt (x / a) hb)
      (@Nat.div_mod_unique x (a * b) (x % a + a * (x / a % b)) (x / (a * b)) (Nat.mul_pos ha hb)).mpr
        ⟨e, Nat.lt_of_lt_of_le (Nat.add_lt_add_right (mod_lt x ha) (a * (x / a % b))) h⟩ |>.right

theorem two_mul_div_two (n : Nat) : 2 * n / 2 = n := mul_div_right n zero_lt_two

theorem add_self_div_two (n : Nat) : (n + n) / 2 = n := by rw [← Nat.two_mul, two_mul_div_two]

/-- Every natural is even or odd. -/
theorem div_two_add_mod_two (n : Nat) : 2 * (n / 2) + n % 2 = n := div_add_mod n 2

end Nat
