def clamp : Nat → Nat
  | 0 => 1
  | n + 1 => clamp n

theorem clamp_eq (n : Nat) : clamp n = 1 := by
  induction n with
  | zero => unfold clamp; rfl
  | succ n ih => unfold clamp; exact ih
