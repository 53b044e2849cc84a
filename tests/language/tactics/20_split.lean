/-! `split` on conditionals and matches. -/

example (n : Nat) : (if n = 0 then 1 else 2) > 0 := by
  split
  · decide
  · decide

def f (n : Nat) : Nat :=
  match n with
  | 0 => 1
  | _ + 1 => 2

example (n : Nat) : f n > 0 := by
  unfold f
  split <;> decide

example (n : Nat) (h : (if n = 0 then 1 else 2) = 1) : n = 0 := by
  split at h
  · assumption
  · contradiction

example (p : Prop) [Decidable p] (a b : Nat) (h : p) : (if p then a else b) = a := by
  rw [if_pos h]

example (o : Option Nat) : (match o with | none => 0 | some _ => 1) ≤ 1 := by
  split
  · decide
  · decide
