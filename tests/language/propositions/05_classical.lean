open Classical

variable (p q : Prop)

theorem stable (h : ¬ ¬ p) : p := (em p).resolve_right h
theorem peirce : ((p → q) → p) → p := fun f => (em p).elim id fun n => f fun x => absurd x n
theorem linear : (p → q) ∨ (q → p) := (em p).elim (fun x => .inr fun _ => x) (fun n => .inl fun x => absurd x n)
theorem converse (h : ¬ q → ¬ p) : p → q := fun x => byContradiction fun n => h n x
theorem split_not (h : ¬ (p ∧ q)) : ¬ p ∨ ¬ q := byCases (fun x : p => .inr fun y => h ⟨x, y⟩) .inl

example (f : p → q) : ¬ p ∨ q := by
  by_cases x : p
  · exact .inr (f x)
  · exact .inl x
