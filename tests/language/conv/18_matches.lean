/-! What a `match` is on. -/

example : ∀ o p : Option Nat, o = p →
    (match o with | none => 0 | some n => n) = match p with | none => 0 | some n => n := by
  intro o p h
  conv =>
    lhs
    rw [h]

example (n : Nat) : (match some n with | none => 0 | some k => k) = n := by
  conv =>
    lhs
    simp_match
