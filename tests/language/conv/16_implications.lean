/-! Implications and quantifiers. -/

example (p q r : Prop) (hq : p ↔ q) (h : q → r) : p → r := by
  conv =>
    lhs
    rw [hq]
  exact h

example (p q r : Prop) (hq : r ↔ q) (h : p → q) : p → r := by
  conv =>
    rhs
    rw [hq]
  exact h

example (p q r s : Prop) (hp : p ↔ q) (hr : r ↔ s) (h : q → s) : p → r := by
  conv =>
    congr
    · rw [hp]
    · rw [hr]
  exact h

example (p q : Nat → Prop) (h : ∀ x, p x ↔ q x) (hq : ∃ x, q x) : ∃ x, p x := by
  conv =>
    arg 1
    ext x
    rw [h]
  exact hq
