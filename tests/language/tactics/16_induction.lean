/-! `induction`: hypotheses, generalisation, eliminators. -/

example (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [← Nat.add_assoc, ih]

example (m n : Nat) : m + n = n + m := by
  induction n generalizing m with
  | zero => rw [Nat.zero_add, Nat.add_zero]
  | succ n ih => rw [Nat.add_succ, Nat.succ_add, ih]

example (n : Nat) (h : 0 < n) : ∃ k, n = k + 1 := by
  induction n with
  | zero => contradiction
  | succ n _ => exact ⟨n, rfl⟩

example (l : List Nat) : l ++ [] = l := by
  induction l with
  | nil => rfl
  | cons x xs ih => rw [List.cons_append, ih]

example (p : Nat → Prop) (h0 : p 0) (hs : ∀ n, p n → p (n + 1)) (n : Nat) : p n := by
  induction n
  case zero => exact h0
  case succ n ih => exact hs n ih

example (n : Nat) : n < n + 1 := by
  induction n using Nat.rec with
  | zero => decide
  | succ n ih => exact Nat.succ_lt_succ ih
