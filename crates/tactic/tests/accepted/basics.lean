/-! Introduction, application and the tactics that close goals. -/

namespace Accepted.Basics

theorem intro_exact (p q : Prop) : p → q → p := by
  intro hp hq
  exact hp

theorem intro_unnamed (p : Prop) : p → p := by
  intro
  assumption

theorem intros_all (p q : Prop) : p → q → q := by
  intros
  assumption

theorem intro_not (p : Prop) (hp : p) : ¬ ¬ p := by
  intro h
  exact h hp

theorem intro_pattern (p q : Prop) : p ∧ q → q ∧ p := by
  intro ⟨hp, hq⟩
  exact ⟨hq, hp⟩

theorem apply_chain (p q r : Prop) (hpq : p → q) (hqr : q → r) (hp : p) : r := by
  apply hqr
  apply hpq
  exact hp

theorem apply_not (p q : Prop) (h : p → q) (hq : ¬ q) : ¬ p := by
  intro hp
  apply hq
  apply h
  assumption

theorem apply_partial (p q r : Prop) (h : p → q → r) (hp : p) : q → r := by
  apply h
  exact hp

theorem apply_false (p : Prop) (h : False) : p := by
  apply False.elim
  exact h

theorem constructor_and (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  · exact hp
  · exact hq

theorem constructor_iff (p q : Prop) (h₁ : p → q) (h₂ : q → p) : p ↔ q := by
  constructor
  case mp => exact h₁
  case mpr => exact h₂

theorem constructor_all (p q r : Prop) (hp : p) (hq : q) (hr : r) : p ∧ q ∧ r := by
  refine ⟨?_, ?_, ?_⟩ <;> assumption

theorem and_intros_all (p q r : Prop) (hp : p) (hq : q) (hr : r) : p ∧ q ∧ r := by
  and_intros
  all_goals assumption

theorem left_right (p q : Prop) (hp : p) : (p ∨ q) ∧ (q ∨ p) := by
  constructor
  · left
    exact hp
  · right
    exact hp

theorem exists_witness : ∃ n : Nat, n = 3 := by
  exists 3

theorem exists_two : ∃ m n : Nat, m = n := by
  exists 1, 1

theorem exfalso_contradiction (p q : Prop) (hp : p) (hn : ¬ p) : q := by
  exfalso
  contradiction

theorem contradiction_false (q : Prop) (h : False) : q := by contradiction

theorem contradiction_clash (q : Prop) (n : Nat) (h : Nat.succ n = 0) : q := by contradiction

theorem contradiction_literals (q : Prop) (h : 2 = 3) : q := by contradiction

theorem contradiction_refl (q : Prop) (n : Nat) (h : n ≠ n) : q := by contradiction

theorem contradiction_bool (q : Prop) (h : true = false) : q := by contradiction

theorem rfl_nat : 2 + 2 = 4 := by rfl

theorem rfl_open (n : Nat) : n + 0 = n := by rfl

theorem rfl_iff (p : Prop) : p ↔ p := by rfl

theorem symm_eq (a b : Nat) (h : a = b) : b = a := by
  symm
  exact h

theorem symm_at (a b : Nat) (h : a = b) : b = a := by
  symm at h
  exact h

theorem trivial_true : True := by trivial

theorem decide_lt : 3 < 5 := by decide

theorem decide_ne : ¬ (2 + 2 = 5) := by decide

theorem first_alternative (p q : Prop) (hq : q) : p ∨ q := by
  first
  | left; assumption
  | right; assumption

theorem try_nothing (p : Prop) (hp : p) : p := by
  try contradiction
  exact hp

theorem repeat_intro (p q r : Prop) (hr : r) : p → q → r := by
  repeat intro _
  exact hr

theorem any_goals_closes (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  any_goals assumption

theorem swap_goals (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  swap
  exact hq
  exact hp

theorem have_show (p q : Prop) (hp : p) (h : p → q) : q := by
  have hq : q := h hp
  show q
  exact hq

theorem have_tactic (p q r : Prop) (hp : p) (h : p → q) (k : q → r) : r := by
  have hq : q := by
    apply h
    exact hp
  exact k hq

theorem have_anonymous (p q : Prop) (hp : p) (h : p → q) : q := by
  have := h hp
  exact this

theorem suffices_from (p q : Prop) (hp : p) (h : p → q) : q := by
  suffices hp' : p from h hp'
  exact hp

theorem specialize_hyp (p : Nat → Prop) (h : ∀ n, p n) : p 3 := by
  specialize h 3
  exact h

theorem replace_hyp (p q : Prop) (h : p) (k : p → q) : q := by
  replace h := k h
  exact h

theorem let_value : ∃ n : Nat, n = 4 := by
  let m := 2 + 2
  exact ⟨m, rfl⟩

theorem exacts_list (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  exacts [hp, hq]

theorem show_form (n : Nat) : Nat.succ n = n + 1 := by
  show n + 1 = n + 1
  rfl

theorem revert_intro (p q : Prop) (hp : p) (h : p → q) : q := by
  revert hp
  exact h

theorem clear_hyp (p q : Prop) (hp : p) (hq : q) : p := by
  clear hq
  exact hp

theorem rename_inaccessible (p q : Prop) : p → q → p := by
  intro _ _
  rename_i a b
  exact a

theorem nofun_empty (h : False) : 1 = 2 := by nomatch h

theorem calc_steps (a b c : Nat) (h₁ : a = b) (h₂ : b = c) : a = c := by
  calc
    a = b := h₁
    _ = c := h₂

theorem by_cases_prop (p q : Prop) [Decidable p] (h₁ : p → q) (h₂ : ¬ p → q) : q := by
  by_cases h : p
  · exact h₁ h
  · exact h₂ h

theorem focus_next (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h
  next hp => exact Or.inr hp
  next hq => exact Or.inl hq

theorem funext_pointwise (f g : Nat → Nat) (h : ∀ n, f n = g n) : f = g := by
  funext n
  exact h n

theorem congr_arguments (f : Nat → Nat → Nat) (a b c d : Nat) (h₁ : a = b) (h₂ : c = d) : f a c = f b d := by
  congr

theorem generalize_term (f : Nat → Nat) (h : ∀ n, f n = n) : f (2 + 2) = 2 + 2 := by
  generalize 2 + 2 = k
  exact h k

theorem split_if (p : Prop) [Decidable p] (a b : Nat) (h : a = b) : (if p then a else b) = b := by
  split
  · exact h
  · rfl

theorem split_match (n : Nat) : (match n with | 0 => 1 | k + 1 => k + 2) = n + 1 := by
  split
  · rfl
  · rfl

theorem match_tactic (p q : Prop) (h : p ∨ q) : q ∨ p := by
  match h with
  | .inl hp => exact Or.inr hp
  | .inr hq => exact Or.inl hq

end Accepted.Basics
