/-! Relations, structures, eliminators, automation. -/

namespace Accepted.Relations

theorem rfl_le (n : Nat) : n ≤ n := by rfl

theorem rfl_heq (a : Nat) : HEq a a := by rfl

theorem nofun_clash : ∀ n : Nat, n + 1 ≠ 0 := by nofun

theorem intro_alternatives : ∀ b : Bool, b = true ∨ b = false := by
  intro
  | true => exact Or.inl rfl
  | false => exact Or.inr rfl

@[ext] structure Point where
  x : Nat
  y : Nat

theorem ext_structure (p q : Point) (h₁ : p.x = q.x) (h₂ : p.y = q.y) : p = q := by
  ext
  · exact h₁
  · exact h₂

theorem cases_structure (p : Point) : Point.mk p.x p.y = p := by
  cases p
  rfl

theorem repeat_prime (p q r s : Prop) (hp : p) (hq : q) (hr : r) (hs : s) : (p ∧ q) ∧ (r ∧ s) := by
  repeat' constructor
  all_goals assumption

theorem case_prime (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  case' left => skip
  · exact hp
  · exact hq

theorem own_eliminator {motive : Nat → Prop} (zero : motive 0) (one : motive 1)
    (step : ∀ n, motive n → motive (n + 2)) (n : Nat) : motive n ∧ motive (n + 1) := by
  induction n with
  | zero => exact ⟨zero, one⟩
  | succ n ih => exact ⟨ih.2, step n ih.1⟩

theorem two_step {motive : Nat → Prop} (n : Nat) (zero : motive 0) (one : motive 1)
    (step : ∀ n, motive n → motive (n + 2)) : motive n :=
  (own_eliminator zero one step n).1

theorem use_two_step (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 := by
  induction n using two_step with
  | zero => left; rfl
  | one => right; rfl
  | step n ih =>
    rw [Nat.add_mod_right]
    exact ih

inductive Le' : Nat → Nat → Prop where
  | refl (n : Nat) : Le' n n
  | step {m n : Nat} : Le' m n → Le' m (n + 1)

theorem Le'.trans' {a b c : Nat} (h₁ : Le' a b) (h₂ : Le' b c) : Le' a c := by
  induction h₂ with
  | refl => exact h₁
  | step _ ih => exact Le'.step ih

theorem Le'.zero (n : Nat) : Le' 0 n := by
  induction n with
  | zero => constructor
  | succ n ih =>
    constructor
    exact ih

theorem Le'.pred {a b : Nat} (h : Le' (a + 1) b) : Le' a b := by
  generalize ha : a + 1 = c at h
  induction h with
  | refl =>
    subst ha
    exact Le'.step (Le'.refl a)
  | step _ ih => exact Le'.step ih

theorem Le'.of_succ {a b : Nat} (h : Le' (a + 1) (b + 1)) : Le' a b := by
  cases h with
  | refl => exact Le'.refl _
  | step h => exact Le'.pred h

theorem simp_closes (xs : List Nat) : xs ++ [] = xs := by simp

theorem simp_at (n m : Nat) (h : n + 0 = m) : n = m := by
  simp at h
  exact h

theorem simp_only (n m : Nat) (h : n = m) : n + 0 = m := by
  simp only [Nat.add_zero, h]

theorem simp_all_hyps (p q : Prop) (hp : p) (h : p → q) : q := by
  simp_all

theorem simpa_using (n m : Nat) (h : n + 0 = m) : n = m := by
  simpa using h

theorem omega_linear (a b : Nat) (h : a < b) : a + 1 ≤ b := by omega

theorem omega_int (a b : Int) (h : a < b) (k : b < a + 2) : b = a + 1 := by omega

theorem induction_sum (n : Nat) (f : Nat → Nat) (h₀ : f 0 = 0) (h : ∀ k, f (k + 1) = f k + (k + 1)) :
    2 * f n = n * (n + 1) := by
  induction n with
  | zero => rw [h₀]
  | succ n ih =>
    rw [h, Nat.mul_add, ih, ← Nat.add_mul, Nat.mul_comm]

theorem append_assoc' {α : Type} (a b c : List α) : (a ++ b) ++ c = a ++ (b ++ c) := by
  induction a with
  | nil => rfl
  | cons x a ih => simp only [List.cons_append, ih]

def rev {α : Type} : List α → List α
  | [] => []
  | x :: t => rev t ++ [x]

theorem rev_append {α : Type} (a b : List α) : rev (a ++ b) = rev b ++ rev a := by
  induction a with
  | nil => simp [rev]
  | cons x a ih => simp [rev, ih]

theorem rev_rev {α : Type} (a : List α) : rev (rev a) = a := by
  induction a with
  | nil => rfl
  | cons x a ih =>
    rw [rev, rev_append, ih]
    rfl

theorem cases_fin_style (n : Nat) (h : n < 3) : n = 0 ∨ n = 1 ∨ n = 2 := by
  match n, h with
  | 0, _ => exact Or.inl rfl
  | 1, _ => exact Or.inr (Or.inl rfl)
  | 2, _ => exact Or.inr (Or.inr rfl)

theorem and_or_distrib (p q r : Prop) : p ∧ (q ∨ r) ↔ (p ∧ q) ∨ (p ∧ r) := by
  constructor
  · rintro ⟨hp, hq | hr⟩
    · exact Or.inl ⟨hp, hq⟩
    · exact Or.inr ⟨hp, hr⟩
  · rintro (⟨hp, hq⟩ | ⟨hp, hr⟩)
    · exact ⟨hp, Or.inl hq⟩
    · exact ⟨hp, Or.inr hr⟩

theorem forall_and_distrib (p q : Nat → Prop) : (∀ n, p n ∧ q n) ↔ (∀ n, p n) ∧ (∀ n, q n) := by
  constructor
  · intro h
    constructor <;> intro n
    · exact (h n).1
    · exact (h n).2
  · rintro ⟨hp, hq⟩ n
    exact ⟨hp n, hq n⟩

theorem quantifiers (p : Nat → Nat → Prop) (h : ∃ x, ∀ y, p x y) : ∀ y, ∃ x, p x y := by
  intro y
  obtain ⟨x, hx⟩ := h
  exists x
  exact hx y

theorem eq_of_le_of_le (a b : Nat) (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b := by
  apply Nat.le_antisymm <;> assumption

theorem contrapose (p q : Prop) (h : ¬ q → ¬ p) (hp : p) : q := by
  by_cases hq : q
  · assumption
  · exact absurd hp (h hq)

end Accepted.Relations
