/-! `conv in p` and `pattern p` go to the first instance of a pattern. -/

example (x y z : Nat) : (x + y) * z = (y + x) * z := by
  conv in y + x =>
    rw [Nat.add_comm]

example (x y z : Nat) : (x + y) * z = (y + x) * z := by
  conv =>
    pattern x + y
    rw [Nat.add_comm]

example (x y z : Nat) : (x + y) * z = (y + x) * z := by
  conv in _ + x => rw [Nat.add_comm]

example (a b : Nat) : (fun x : Nat => x + (a + b)) = fun x => x + (b + a) := by
  conv in a + b => rw [Nat.add_comm]

/-- The pattern may be met below a binder, with the bound variable in it. -/
theorem below (f : Nat → Nat) : (∀ x : Nat, f (x + 0) = f (0 + x)) ↔ ∀ x : Nat, f (x + 0) = f (x + 0) := by
  conv in 0 + _ => rw [Nat.zero_add]
  exact Iff.rfl
