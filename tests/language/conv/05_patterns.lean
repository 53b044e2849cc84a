/-! `conv in p` and `pattern p` go to the first instance of a pattern. -/

example (a b c : Nat) : a * (b * c) = a * (c * b) := by
  conv in b * c =>
    rw [Nat.mul_comm]

example (a b c : Nat) : a * (b * c) = a * (c * b) := by
  conv =>
    pattern b * c
    rw [Nat.mul_comm]

example (a b c : Nat) : a * (b * c) = a * (c * b) := by
  conv in _ * c => rw [Nat.mul_comm]

example (a b : Nat) : (fun x : Nat => x + (a + b)) = fun x => x + (b + a) := by
  conv in a + b => rw [Nat.add_comm]

/-- The pattern may be met below a binder, with the bound variable in it. -/
theorem below (f : Nat → Nat) : (∀ x : Nat, f (x + 0) = f (0 + x)) ↔ ∀ x : Nat, f (x + 0) = f (x + 0) := by
  conv in 0 + _ => rw [Nat.zero_add]
  exact Iff.rfl
