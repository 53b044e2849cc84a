/-! The simplifier in conversion mode. -/

def f (x : Nat) :=
  if x > 0 then x + 1 else x + 2

example (g : Nat → Nat) (h₁ : g x = x + 1) (h₂ : x > 0) : g x = f x := by
  conv =>
    rhs
    simp [f, h₂]
  exact h₁

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
