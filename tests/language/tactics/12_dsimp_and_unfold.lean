/-! Steps by definition. -/

def twice (f : Nat → Nat) (x : Nat) : Nat := f (f x)

example (f : Nat → Nat) (x : Nat) : twice f x = f (f x) := by
  unfold twice
  rfl

example (f : Nat → Nat) (x : Nat) (h : twice f x = 0) : f (f x) = 0 := by
  unfold twice at h
  exact h

example (f : Nat → Nat) (x : Nat) (h : twice f x = 0) : f (f x) = 0 := by
  simp only [twice] at h
  exact h

example (f : Nat → Nat) (x : Nat) : twice f x = f (f x) := by
  delta twice
  rfl

example (f : Nat → Nat) (x : Nat) (h : f (f x) = 0) : twice f x = 0 := by
  dsimp only [twice]
  exact h

example (x : Nat × Nat) : (x.1, x.2).1 = x.1 := by
  dsimp only

example (a b : Nat) (h : a = b) : (fun x => x + 1) a = b + 1 := by
  show a + 1 = b + 1
  rw [h]

example (a b : Nat) (h : (fun x => x + 1) a = b) : a + 1 = b := by
  change a + 1 = b at h
  exact h
