variable (α : Type) (near : α → α → Prop)
variable (self : ∀ x, near x x) (turn : ∀ {x y}, near x y → near y x)
variable (step : ∀ {x y z}, near x y → near y z → near x z)

example (a b c : α) (h : near b a) (k : near b c) : near a c := step (turn h) k
example (a b : α) (_ : near a b) : near a a := self a

example (a b c d : α) (h₁ : near a b) (h₂ : near b c) (h₃ : near c d) : near d a :=
  turn (step h₁ (step h₂ h₃))
