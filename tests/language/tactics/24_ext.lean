/-! Extensionality. -/

example (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := by
  funext x
  exact h x

example (f g : Nat → Nat → Nat) (h : ∀ x y, f x y = g x y) : f = g := by
  funext x y
  exact h x y

example : (fun x : Nat × Nat => x.1 + x.2) = fun x => x.2 + x.1 := by
  funext (a, b)
  show a + b = b + a
  rw [Nat.add_comm]

example (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := by
  ext x
  exact h x

@[ext] structure Point where
  x : Nat
  y : Nat

example (p q : Point) (hx : p.x = q.x) (hy : p.y = q.y) : p = q := by
  ext
  · exact hx
  · exact hy

example (p q : Prop) (h : p ↔ q) : p = q := by
  ext
  exact h
