example : (fun x y : Nat × Bool => (x.1 + y.1, x.2)) = fun x y => (y.1 + x.1, x.2) := by
  funext (m, b) (n, _)
  show (m + n, b) = (n + m, b)
  rw [Nat.add_comm]

example (s : p ∧ q ∧ r) : p ∧ r → q ∧ p := by
  intro ⟨hp, _⟩
  let ⟨_, hq, _⟩ := s
  exact ⟨hq, hp⟩

def addPairs : Nat × Nat → Nat × Nat → Nat × Nat := fun (a, b) (c, d) => (a + c, b + d)

example : addPairs (1, 2) (3, 4) = (4, 6) := rfl
