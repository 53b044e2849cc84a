theorem steps (f : Nat → Nat) (up : ∀ n, f n ≤ f (n + 1)) : f 0 ≤ f 3 :=
  have : f 0 ≤ f 2 := Nat.le_trans (up 0) (up 1)
  Nat.le_trans ‹f 0 ≤ f 2› (up 2)

example (a b c : Nat) : a = b → b = c → a = c := fun _ _ => Eq.trans ‹a = b› ‹b = c›
