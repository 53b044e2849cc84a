def Option.orZero : Option Nat → Nat
  | none => 0
  | some n => n

example : (some 3).orZero = 3 := rfl
example (o : Option Nat) (h : o ≠ none) : ∃ n, o = some n := by
  cases o with
  | none => contradiction
  | some n => exact ⟨n, rfl⟩

def swapSum (s : Sum α β) : Sum β α :=
  match s with
  | .inl a => .inr a
  | .inr b => .inl b

theorem swap_swap (s : Sum α β) : swapSum (swapSum s) = s := by
  cases s <;> rfl

example (p : Nat × Nat) : (p.2, p.1).1 = p.2 := rfl
