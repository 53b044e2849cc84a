/-! Absurd hypotheses. -/

example (p q : Prop) (hp : p) (hn : ¬ p) : q := by contradiction

example (h : (0 : Nat) = 1) : False := by contradiction

example (n : Nat) (h : n + 1 = 0) : False := by cases h

example (h : 1 = 2) : False := by nomatch h

example : ¬ (1 = 2) := by nofun

example (p q : Prop) (hp : p) (hn : ¬ p) : q := by
  exfalso
  exact hn hp

example (a : Nat) (h : a ≠ a) : 1 = 2 := by contradiction

example (p : Prop) (hp : p) (hn : ¬ p) : False := absurd hp hn
