/-! `simp` and what can be said to it. -/

example (x y : Nat) (h : x = y) : y + 0 = x := by
  simp [h]

example (x y : Nat) (h : y = x) : x = y := by
  simp [← h]

example (f : Nat → Nat) (h : ∀ x, f x = x) : f (f (f 3)) = 3 := by
  simp only [h]

example (x y : Nat) (h : x + 0 = y) : x = y := by
  simp at h
  exact h

example (p q : Prop) (hp : p) (hq : q) : p ∧ q ∧ True := by
  simp [*]

example (p q : Prop) (hp : p) (h : p → q) : q := by
  simp_all

example (x : Nat) (h : x = 2) : x * 1 + 0 = 2 := by
  simp [h]

def double (x : Nat) : Nat := x + x

example (x : Nat) : double x = x + x := by
  simp [double]

example (x y : Nat) (h : x = y) (h' : y + 0 = 3) : x = 3 := by
  simp at h'
  simp [h, h']

example (a b : Nat) (h : a = b) : (if a = b then 1 else 2) = 1 := by
  simp only [h, ↓reduceIte]
