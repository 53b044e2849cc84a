variable (p q r : Prop)

example (f : p → q) (g : q → r) (x : p) : r :=
  have y : q := f x
  show r from g y

example (f : p → q) (g : q → r) (x : p) : r :=
  suffices y : q from g y
  show q by exact f x

example (f : p → q) (x : p) : p ∧ q :=
  have := f x
  ⟨x, this⟩

example (h : (p ∧ q) ∧ r) : q :=
  have ⟨⟨_, y⟩, _⟩ := h
  y

example : 0 + 0 = 0 := show 0 + 0 = 0 from rfl
