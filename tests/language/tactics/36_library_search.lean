/-! Looking for a lemma. -/

#guard_msgs (drop info) in
example (a b : Nat) : a + b = b + a := by
  exact?

#guard_msgs (drop info) in
example (a b c : Nat) (h : a ≤ b) : a + c ≤ b + c := by
  exact?
