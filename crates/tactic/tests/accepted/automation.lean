/-! `simp` and its relatives, `omega`, `ac_rfl`, and scripts that mix them with induction. -/

namespace Accepted.Automation

theorem simp_goal (a : Nat) : a + 0 = a := by simp

theorem simp_hypothesis (a b c : Nat) (h : a = b) : a + c = b + c := by simp [h]

theorem simp_turned_round (a b : Nat) (h : b = a) : a + 1 = b + 1 := by simp [← h]

theorem simp_term (a b : Nat) (h : b = a) : a + 1 = b + 1 := by simp [h.symm]

theorem simp_term_of_any_universe (a b c : Nat) (h : a ≠ b) : (if a = b then b else c) = c := by
  simp only [if_neg h]

theorem simp_at (a b : Nat) (h : a + 0 = b) : a = b := by
  simp at h
  exact h

theorem simp_only_at_places (a b : Nat) (h : a + 0 = b) (h₂ : b + 0 = 3) : a + 0 = 3 := by
  simp only [Nat.add_zero] at h h₂ ⊢
  rw [h, h₂]

theorem simp_everywhere (a b : Nat) (h : a + 0 = b) (h₂ : b + 0 = 3) : a + 0 = 3 := by
  simp at *
  rw [h, h₂]

theorem simpa_using (a b : Nat) (h : a + 0 = b) : a = b := by simpa using h

theorem simp_star (p q : Prop) (hp : p) (hq : q) : p ∧ q := by simp [*]

theorem simp_all_hypotheses (p q : Prop) (hp : p) (hq : p → q) : q := by simp_all

theorem dsimp_goal (x y : Nat) (h : x = y) : y + 0 = x := by
  dsimp
  exact h.symm

theorem simp_permutes (a b c : Nat) : a + b + c = c + b + a := by
  simp [Nat.add_comm, Nat.add_left_comm]

theorem simp_negation (x y : Nat) (h : ¬ x < y) : y ≤ x := by
  simp at h
  exact h

theorem simp_exists_eq (p : Nat → Prop) (h : ∃ x, x = 3 ∧ p x) : p 3 := by simpa using h

theorem simp_injective (x y : Nat) (h : x.succ = y.succ) : x = y := by simpa using h

theorem simp_condition (a b c : Nat) (h : a ≠ b) : (if a = b then b else c) = c := by simp [h]

theorem simp_decide (p : Prop) [Decidable p] (h : decide p = true) : p := by
  simp at h
  exact h

def double (n : Nat) : Nat := n + n

theorem unfold_definition (n : Nat) : double n = n + n := by
  unfold double
  rfl

theorem rewrite_with_definition (n : Nat) : double n = n + n := by rw [double]

theorem simp_definition (n : Nat) : double n = n + n := by simp [double]

theorem delta_definition (n : Nat) : double n = n + n := by
  delta double
  rfl

def sum : List Nat → Nat
  | [] => 0
  | x :: xs => x + sum xs

theorem rewrite_with_equation (x : Nat) (xs : List Nat) : sum (x :: xs) = x + sum xs := by rw [sum]

theorem sum_append (xs ys : List Nat) : sum (xs ++ ys) = sum xs + sum ys := by
  induction xs with
  | nil => simp [sum]
  | cons x xs ih => simp [sum, ih, Nat.add_assoc]

theorem sum_append_comm (xs ys : List Nat) : sum (xs ++ ys) = sum ys + sum xs := by
  induction xs generalizing ys with
  | nil => simp [sum]
  | cons x xs ih =>
    simp only [List.cons_append, sum]
    rw [ih]
    omega

theorem length_of_append (xs ys : List Nat) : (xs ++ ys).length = ys.length + xs.length := by
  simp [Nat.add_comm]

theorem ac_add (a b c : Nat) : a + b + c = c + b + a := by ac_rfl

theorem ac_mul (a b c : Nat) : a * b * c = c * (b * a) := by ac_rfl

theorem ac_and (p q r : Prop) : (p ∧ q) ∧ r ↔ r ∧ q ∧ p := by ac_rfl

theorem ac_max (a b : Nat) : max a b = max b a := by ac_rfl

theorem ac_int (a b c : Int) : a + b + c = b + (c + a) := by ac_rfl

theorem omega_order (a b c : Nat) (h : a < b) (h₂ : b < c) : a + 1 < c := by omega

theorem omega_mod (n : Nat) (h : n % 4 = 3) : n % 2 = 1 := by omega

theorem omega_int (a b : Int) (h : a < b) : a + 1 ≤ b := by omega

theorem lt_two_pow (n : Nat) : n < 2 ^ n := by
  induction n with
  | zero => decide
  | succ n ih =>
    rw [Nat.pow_succ]
    omega

theorem divides_trans (a b c : Nat) (h : a ∣ b) (h₂ : b ∣ c) : a ∣ c := by
  obtain ⟨k, rfl⟩ := h
  obtain ⟨l, rfl⟩ := h₂
  exact ⟨k * l, by rw [Nat.mul_assoc]⟩

theorem course_of_values (n : Nat) (p : Nat → Prop) (h : ∀ n, (∀ m, m < n → p m) → p n) : p n := by
  induction n using Nat.strongRecOn with
  | ind n ih => exact h n ih

theorem from_below (a b : Nat) (h : a ≤ b) : ∃ k, b = a + k := by
  induction b, h using Nat.le_induction with
  | base => exact ⟨0, rfl⟩
  | succ n _ ih =>
    let ⟨k, hk⟩ := ih
    exact ⟨k + 1, by rw [hk]; rfl⟩

theorem membership (x : Nat) (xs : List Nat) (h : x ∈ xs) : xs ≠ [] := by
  rintro rfl
  cases h

theorem cases_with_equation (a : Option Nat) (h : a ≠ none) : ∃ x, a = some x := by
  cases h' : a with
  | none => exact absurd h' h
  | some x => exact ⟨x, rfl⟩

theorem classical_block (p : Prop) (f : ∀ q : Prop, [Decidable q] → q ∨ ¬ q) : p ∨ ¬ p := by
  classical
  exact f p

theorem calc_with_hole (a b c d : Nat) (h₁ : a = b) (h₂ : b = c) (h₃ : c = d) : a = d := by
  calc
    a = b := h₁
    _ = c := ?middle
    _ = d := h₃
  case middle => exact h₂

theorem calc_order (x y z : Nat) (h : x ≤ y) (h₂ : y < z) : x < z := by
  calc x ≤ y := h
    _ < z := h₂

end Accepted.Automation
