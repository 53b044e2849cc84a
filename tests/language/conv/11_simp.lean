/-! The simplifier in conversion mode. -/

def clip (n : Nat) : Nat := if n ≤ 9 then n else 9

example (n m : Nat) (hm : m = n) (hn : n ≤ 9) : m = clip n := by
  conv =>
    rhs
    simp [clip, hn]
  exact hm

example (a b : Nat) (h : b = a) : a + 0 + (b + 0) = a + b + 0 := by
  conv =>
    lhs
    simp only [Nat.add_zero]
  rfl

example (a : Nat) : (fun x : Nat => (x, a).1) a = a := by
  conv =>
    lhs
    dsimp

example (p : Nat → Prop) (h : ∀ x, p x) : ∀ x, p (x + 0) := by
  conv =>
    ext x
    simp
  exact h
