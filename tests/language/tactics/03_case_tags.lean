/-! One block for several cases, `case'`, tags of holes. -/

example (p : Prop) (hp : p) : p ∧ p := by
  constructor
  case left | right => exact hp

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  refine ⟨?first, ?second⟩
  case second => exact hq
  case first => exact hp

example (n : Nat) : n = 0 ∨ ∃ k, n = k + 1 := by
  cases n
  case zero => exact Or.inl rfl
  case succ k => exact Or.inr ⟨k, rfl⟩

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  case' right => skip
  · exact hq
  · exact hp
