structure Point where
  x : Nat
  y : Nat

example (p : Point) : { x := p.x, y := p.y } = p := rfl
example (p q : Point) (h₁ : p.x = q.x) (h₂ : p.y = q.y) : p = q := by
  cases p; cases q
  simp_all

@[ext] structure Pair (α β : Type) where
  fst : α
  snd : β

example (p q : Pair Nat Bool) (h₁ : p.fst = q.fst) (h₂ : p.snd = q.snd) : p = q := by
  ext
  · exact h₁
  · exact h₂
