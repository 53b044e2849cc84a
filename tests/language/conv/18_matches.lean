/-! What a `match` is on. -/

example (f : Nat → Option Nat) (a b : Nat) (h : a = b) :
    (match f a with | none => 0 | some n => n) = match f b with | none => 0 | some n => n := by
  conv =>
    lhs
    rw [h]

example (n : Nat) : (match some n with | none => 0 | some k => k) = n := by
  conv =>
    lhs
    simp_match
