/-! `simpa` and `simp at *`. -/

example (x y : Nat) (h : x + 0 = y) : x = y := by
  simpa using h

example (f : Nat → Nat) (h : ∀ x, f x = x) (h' : f 2 = 2 + 0) : 2 = f 2 := by
  simpa [h] using h'

example (p q : Prop) (h : p ∧ True → q) (hp : p) : q := by
  simp at *
  exact h hp

example (l : List Nat) (h : l ++ [] = [1]) : l = [1] := by
  simpa using h
