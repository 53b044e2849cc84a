example (p : Prop) (h₁ h₂ : p) : h₁ = h₂ := rfl

example (x y : { n : Nat // n > 0 }) (h : x.val = y.val) : x = y := Subtype.ext h

example (P : Prop) (Q : P → Prop) (h₁ h₂ : P) (q : Q h₁) : Q h₂ := q
