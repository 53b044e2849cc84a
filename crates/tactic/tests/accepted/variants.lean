/-! Less common forms. -/

namespace Accepted.Variants

theorem have_pattern (p q : Prop) (h : p ∧ q) : q ∧ p := by
  have ⟨hp, hq⟩ := h
  exact ⟨hq, hp⟩

theorem obtain_type (p : Nat → Prop) (h : p 2) : ∃ n, p n := by
  obtain ⟨n, hn⟩ : ∃ n, p n := ⟨2, h⟩
  exact ⟨n, hn⟩

theorem obtain_later (p : Nat → Prop) (h : p 2) : ∃ n, p n := by
  obtain ⟨n, hn⟩ : ∃ n, p n
  · exact ⟨2, h⟩
  · exact ⟨n, hn⟩

theorem rcases_typed (n : Nat) (h : n = 0 ∨ ∃ m, n = m + 1) : n = 0 ∨ 0 < n := by
  rcases h with h | ⟨m, (h : n = m + 1)⟩
  · left; exact h
  · right; rw [h]; exact Nat.succ_pos m

theorem rcases_clear (p q : Prop) (h : p ∧ q) : p := by
  rcases h with ⟨hp, -⟩
  exact hp

theorem rcases_three (p q r : Prop) (h : p ∨ q ∨ r) : r ∨ q ∨ p := by
  rcases h with hp | hq | hr
  · exact Or.inr (Or.inr hp)
  · exact Or.inr (Or.inl hq)
  · exact Or.inl hr

theorem rcases_proof_term (p : Nat → Prop) (h : ∀ n, ∃ m, p (n + m)) : ∃ k, p k := by
  rcases h 3 with ⟨m, hm⟩
  exact ⟨3 + m, hm⟩

theorem rintro_deep (p q : Nat → Prop) : (∃ n, p n ∧ q n) → ∃ n, q n ∧ p n := by
  rintro ⟨n, hp, hq⟩
  exact ⟨n, hq, hp⟩

theorem rintro_rfl (a b : Nat) : a = b → b = a := by
  rintro rfl
  rfl

theorem refine_named (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  refine And.intro ?left ?right
  case right => exact hq
  case left => exact hp

theorem refine_hole (f : Nat → Nat) (h : ∀ n m, n = m → f n = f m) (a b : Nat) (k : a = b) : f a = f b := by
  refine h _ _ ?_
  exact k

theorem apply_trans (a b c : Nat) (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c := by
  apply Nat.le_trans
  · exact h₁
  · exact h₂

theorem apply_eq_trans (a b c : Nat) (h₁ : a = b) (h₂ : b = c) : a = c := by
  apply Eq.trans
  exact h₁
  exact h₂

theorem exists_by_constructor (p : Nat → Prop) (h : p 2) : ∃ n, p n := by
  constructor
  exact h

theorem overlapping_match (n : Nat) :
    (match n with | 0 => true | 1 => true | _ => true) = true := by
  split <;> rfl

theorem nested_if (p q : Prop) [Decidable p] [Decidable q] (a : Nat) :
    (if p then (if q then a else a) else a) = a := by
  split
  · split <;> rfl
  · rfl

theorem split_hypothesis (p : Prop) [Decidable p] (a b : Nat) (h : (if p then a else b) = 3) : a = 3 ∨ b = 3 := by
  split at h
  · exact Or.inl h
  · exact Or.inr h

theorem if_tactic (n : Nat) (p : Prop) (h : n = 0 → p) (k : n ≠ 0 → p) : p := by
  if hn : n = 0 then
    exact h hn
  else
    exact k hn

theorem by_cases_classical (p q : Prop) (h₁ : p → q) (h₂ : ¬ p → q) : q := by
  by_cases h : p
  · exact h₁ h
  · exact h₂ h

theorem induction_with_hypothesis (n m : Nat) (h : m = n) : m + 0 = n := by
  induction n generalizing m with
  | zero => exact h
  | succ n ih => rw [h]

theorem induction_dependent (n : Nat) (h : 0 < n) : ∃ m, n = m + 1 := by
  induction n with
  | zero => exact absurd h (Nat.lt_irrefl 0)
  | succ n ih => exact ⟨n, rfl⟩

theorem induction_list {α : Type} (l : List α) : l ++ [] = l := by
  induction l with
  | nil => rfl
  | cons x l ih => rw [List.cons_append, ih]

theorem cases_list {α : Type} (l : List α) : l = [] ∨ ∃ x t, l = x :: t := by
  cases l with
  | nil => exact Or.inl rfl
  | cons x t => exact Or.inr ⟨x, t, rfl⟩

theorem cases_option {α : Type} (o : Option α) (h : o ≠ none) : ∃ a, o = some a := by
  cases o with
  | none => exact absurd rfl h
  | some a => exact ⟨a, rfl⟩

theorem cases_prod {α β : Type} (x : α × β) : (x.1, x.2) = x := by
  cases x with
  | mk a b => rfl

theorem cases_le (n : Nat) (h : n ≤ 0) : n = 0 := by
  cases h
  rfl

theorem cases_on_term (b c : Bool) : (b && c) = true ∨ (b && c) = false := by
  cases b && c
  · exact Or.inr rfl
  · exact Or.inl rfl

theorem ext_function (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := by
  ext x
  exact h x

theorem ext_prop (p q : Prop) (h : p ↔ q) : p = q := by
  ext
  exact h

theorem congr_function (f g : Nat → Nat) (a : Nat) (h : f = g) : f a = g a := by
  congr

theorem exists_in_hypothesis (p : Nat → Prop) : (¬ ∃ n, p n) → ∀ n, ¬ p n := by
  intro h n hn
  exact h ⟨n, hn⟩

theorem specialize_twice (p q : Nat → Prop) (h : ∀ n, p n → q n) (k : p 0) : q 0 := by
  specialize h 0 k
  exact h

theorem generalize_eq (f : Nat → Nat) : f 2 = f 2 := by
  generalize h : f 2 = k
  rfl

theorem iterate_intro (p q r : Prop) (h : r) : p → q → r := by
  iterate 2 intro _
  exact h

theorem all_goals_try (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  all_goals first | exact hp | exact hq

theorem solve_by (p q : Prop) (hq : q) : p ∨ q := by
  first
  | (left; assumption)
  | (right; assumption)

theorem conv_free_calc (a b c d : Nat) (h₁ : a = b) (h₂ : b ≤ c) (h₃ : c < d) : a < d := by
  calc a = b := h₁
    _ ≤ c := h₂
    _ < d := h₃

theorem unfold_recursive (n : Nat) : Nat.succ n = n + 1 := by
  show n + 1 = n + 1
  rfl

theorem nested_by (p q : Prop) (h : p → q) (k : p) : q := by
  exact h (by exact k)

theorem let_unfold : let m := 2; m + m = 4 := by
  intro m
  rfl

theorem let_term (n : Nat) : n + 2 = 2 + n := by
  let m := n + 2
  show m = 2 + n
  exact Nat.add_comm n 2

theorem heq_cases (α : Type) (a b : α) (h : HEq a b) : a = b := by
  cases h
  rfl

theorem exists_unique_style (p : Nat → Prop) (h : ∃ x, p x ∧ ∀ y, p y → y = x) (a b : Nat) (ha : p a) (hb : p b) :
    a = b := by
  obtain ⟨x, _, hx⟩ := h
  rw [hx a ha, hx b hb]

theorem weak_excluded_middle (p : Prop) : ¬ ¬ (p ∨ ¬ p) := by
  intro h
  apply h
  right
  intro hp
  apply h
  left
  exact hp

theorem iff_chain (p q r : Prop) (h₁ : p ↔ q) (h₂ : q ↔ r) : p ↔ r := by
  rw [h₁, h₂]

theorem match_with_equation (n : Nat) : n = 0 ∨ 0 < n := by
  match h : n with
  | 0 => exact Or.inl rfl
  | k + 1 => exact Or.inr (Nat.succ_pos k)

theorem fun_induction_style : ∀ n : Nat, 0 + n = n
  | 0 => by rfl
  | n + 1 => by rw [← Nat.add_assoc, fun_induction_style n]

theorem exists_pair : ∃ x : Nat × Nat, x.1 + x.2 = 3 := by
  exact ⟨(1, 2), by decide⟩

theorem decide_bounded : ¬ (10 ∣ 25) := by decide

theorem by_contra_tactic (p : Prop) (h : ¬ ¬ p) : p := by
  by_cases hp : p
  · exact hp
  · exact absurd hp h

theorem show_from (n : Nat) : n = n := by
  show n = n from rfl

example : Inhabited Nat := by
  infer_instance

theorem rotate (p q r : Prop) (hp : p) (hq : q) (hr : r) : p ∧ q ∧ r := by
  refine ⟨?_, ?_, ?_⟩
  rotate_left
  · exact hq
  · exact hr
  · exact hp

theorem rw_many (a b c d : Nat) (h : a + b = c) (k : c + d = 0) : a + b + d = 0 := by
  rw [h]; exact k

theorem rw_at_many (a b : Nat) (p q : Nat → Prop) (h : a = b) (hp : p a) (hq : q a) : p b ∧ q b := by
  rw [h] at hp hq
  exact ⟨hp, hq⟩

theorem ac_tactic (a b c : Nat) : a + b + c = c + (b + a) := by
  ac_rfl

theorem injection_list (a b : Nat) (s t : List Nat) (h : a :: s = b :: t) : a = b := by
  injection h

theorem injections_deep (a b c d : Nat) (h : (a, b + 1) = (c, d + 1)) : b = d := by
  injections

end Accepted.Variants
