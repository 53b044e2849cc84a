/-! Conversion in the types of hypotheses and in arguments of other tactics. -/

theorem rotate (a b c : Nat) (h : a + b + c = 0) : c + (a + b) = 0 := by
  conv at h =>
    lhs
    rw [Nat.add_comm]
  exact h

example (a b : Nat) (h : (fun x : Nat => x + a) = fun x => x + b) : (fun x : Nat => a + x) = fun x => x + b := by
  conv =>
    lhs
    ext x
    rw [Nat.add_comm]
  exact h

example (l : List Nat) : l.map (fun x => 0 + x) = l := by
  conv =>
    lhs
    arg 1
    ext x
    rw [Nat.zero_add]
  simp
