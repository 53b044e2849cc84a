/-! `cases`, `induction`, `rcases`, `subst`, `injection`. -/

namespace Accepted.Elimination

theorem cases_or (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h with
  | inl hp => exact Or.inr hp
  | inr hq => exact Or.inl hq

theorem cases_and (p q : Prop) (h : p ∧ q) : q := by
  cases h
  assumption

theorem cases_exists (p : Nat → Prop) (h : ∃ n, p n ∧ p (n + 1)) : ∃ n, p n := by
  cases h with
  | intro n hn => exact ⟨n, hn.1⟩

theorem cases_eq (a b : Nat) (h : a = b) : b = a := by
  cases h
  rfl

theorem cases_nat (p : Nat → Prop) (h₀ : p 0) (h₁ : ∀ n, p (n + 1)) (n : Nat) : p n := by
  cases n with
  | zero => exact h₀
  | succ n => exact h₁ n

theorem cases_dependent (n : Nat) (h : 0 < n) : n ≠ 0 := by
  cases n with
  | zero => exact absurd h (Nat.lt_irrefl 0)
  | succ n => intro hn; cases hn

theorem cases_clash (n : Nat) (h : n + 1 = 0) : False := by
  cases h

theorem cases_injective (a b : Nat) (h : a + 1 = b + 1) : a = b := by
  cases h
  rfl

theorem cases_named_equation (n : Nat) : n = 0 ∨ ∃ m, n = m + 1 := by
  cases h : n with
  | zero => left; rfl
  | succ m => right; exact ⟨m, rfl⟩

theorem cases_bool (b : Bool) : b = true ∨ b = false := by
  cases b
  · right; rfl
  · left; rfl

theorem induction_add (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [← Nat.add_assoc, ih]

theorem induction_bullets (n : Nat) : 0 + n = n := by
  induction n
  · rfl
  · rename_i n ih
    rw [← Nat.add_assoc, ih]

theorem induction_case (n : Nat) : 0 + n = n := by
  induction n
  case zero => rfl
  case succ n ih => rw [← Nat.add_assoc, ih]

def addTo : Nat → Nat → Nat
  | a, 0 => a
  | a, b + 1 => addTo (a + 1) b

theorem induction_generalizing (a b : Nat) : addTo a b = a + b := by
  induction b generalizing a with
  | zero => rfl
  | succ b ih =>
    show addTo (a + 1) b = a + (b + 1)
    rw [ih, Nat.add_assoc, Nat.add_comm 1 b]

inductive Even : Nat → Prop where
  | zero : Even 0
  | step (n : Nat) (h : Even n) : Even (n + 2)

theorem even_add (m n : Nat) (hm : Even m) (hn : Even n) : Even (m + n) := by
  induction hn with
  | zero => exact hm
  | step n _ ih => exact Even.step _ ih

theorem even_pred (n : Nat) (h : Even (n + 2)) : Even n := by
  cases h with
  | step _ h => exact h

theorem not_even_one : ¬ Even 1 := by
  intro h
  cases h

inductive Tree (α : Type) where
  | leaf : Tree α
  | node (l : Tree α) (x : α) (r : Tree α) : Tree α

def Tree.size {α : Type} : Tree α → Nat
  | .leaf => 0
  | .node l _ r => l.size + 1 + r.size

def Tree.mirror {α : Type} : Tree α → Tree α
  | .leaf => .leaf
  | .node l x r => .node r.mirror x l.mirror

theorem mirror_mirror {α : Type} (t : Tree α) : t.mirror.mirror = t := by
  induction t with
  | leaf => rfl
  | node l x r ihl ihr => rw [Tree.mirror, Tree.mirror, ihl, ihr]

inductive Vec (α : Type) : Nat → Type where
  | nil : Vec α 0
  | cons {n : Nat} (x : α) (v : Vec α n) : Vec α (n + 1)

theorem vec_cases {α : Type} (n : Nat) (v : Vec α (n + 1)) : ∃ x w, v = Vec.cons x w := by
  cases v with
  | cons x w => exact ⟨x, w, rfl⟩

theorem vec_zero {α : Type} (v : Vec α 0) : v = Vec.nil := by
  cases v
  rfl

theorem rcases_nested (p q r : Prop) (h : p ∧ (q ∨ r)) : (p ∧ q) ∨ (p ∧ r) := by
  rcases h with ⟨hp, hq | hr⟩
  · exact Or.inl ⟨hp, hq⟩
  · exact Or.inr ⟨hp, hr⟩

theorem obtain_exists (p : Nat → Prop) (h : ∃ n, p n) : ∃ m, p m := by
  obtain ⟨n, hn⟩ := h
  exact ⟨n, hn⟩

theorem obtain_rfl (a : Nat) (h : ∃ b, b = a) : True := by
  obtain ⟨b, rfl⟩ := h
  trivial

theorem rintro_pattern (p q : Prop) : p ∨ q → q ∨ p := by
  rintro (hp | hq)
  · exact Or.inr hp
  · exact Or.inl hq

theorem subst_var (a b c : Nat) (h : a = b) (k : b = c) : a = c := by
  subst h
  exact k

theorem subst_flipped (f : Nat → Nat) (a b : Nat) (h : b = f a) : f a = b := by
  subst h
  rfl

theorem subst_all (a b c : Nat) (h : a = b) (k : b = c) : a = c := by
  subst_vars
  rfl

theorem injection_succ (a b : Nat) (h : Nat.succ a = Nat.succ b) : a = b := by
  injection h

theorem injection_with (a b c d : Nat) (h : (a, b) = (c, d)) : a = c ∧ b = d := by
  injection h with h₁ h₂
  exact ⟨h₁, h₂⟩

theorem induction_using (p : Nat → Prop) (h : ∀ n, (∀ m, m < n → p m) → p n) (n : Nat) : p n := by
  induction n using Nat.strongRecOn with
  | ind n ih => exact h n ih

theorem cases_pre_tactic (p q : Prop) (hq : q) (h : p ∨ p) : q := by
  cases h with try exact hq

end Accepted.Elimination
