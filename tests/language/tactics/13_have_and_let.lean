/-! Local facts and definitions. -/

example (p q r : Prop) (h₁ : p → q) (h₂ : q → r) (hp : p) : r := by
  have hq : q := h₁ hp
  have := h₂ hq
  exact this

example (p q : Prop) (h : p ∧ q) : q := by
  have ⟨_, hq⟩ := h
  exact hq

example (p q : Prop) (h₁ : p → q) (hp : p) : q := by
  have hq : q := by
    apply h₁
    exact hp
  exact hq

example (p q : Prop) (h₁ : p → q) (hp : p) : q := by
  suffices hp' : p from h₁ hp'
  exact hp

example (p q : Prop) (h₁ : p → q) (hp : p) : q := by
  suffices p by exact h₁ this
  exact hp

example : ∃ n : Nat, n = 2 + 3 := by
  let m := 2 + 3
  exact ⟨m, rfl⟩

example (p q : Prop) (h : p → q) (hp : p) : q := by
  replace h := h hp
  exact h

example (p q : Nat → Prop) (h : ∀ x, p x → q x) (h3 : p 3) : q 3 := by
  specialize h 3 h3
  exact h

example : 1 > 0 := by
  have h : 1 > 0 := Nat.zero_lt_succ 0
  exact h
