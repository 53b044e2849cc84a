variable (p q : Prop)

example (h : ¬ q) (f : p → q) : ¬ p := h ∘ f
example (h : ¬ p) (x : p) : q := (h x).elim
example (h : ¬ p) (x : p) : q := absurd x h
example : ¬ (p ∧ ¬ p) := fun both => both.2 both.1
example : p → ¬ ¬ p := fun x h => h x
example : ¬ ¬ ¬ p → ¬ p := fun h x => h fun n => n x
example (h : ¬ (p ∨ q)) : ¬ q := fun y => h (.inr y)
