def half : Nat → Nat
  | 0 => 0
  | 1 => 0
  | n + 2 => half n + 1

example (p : Nat → Prop) (h₀ : p 0) (h₁ : p 1) (h₂ : ∀ n, p n → p (n + 2)) (n : Nat) : p n :=
  half.induct p h₀ h₁ h₂ n
