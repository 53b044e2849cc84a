mutual
  def isEven : Nat → Bool
    | 0 => true
    | n + 1 => isOdd n
  def isOdd : Nat → Bool
    | 0 => false
    | n + 1 => isEven n
end

example (P Q : Nat → Prop) (h₁ : P 0) (h₂ : ∀ n, Q n → P (n + 1)) (h₃ : Q 0) (h₄ : ∀ n, P n → Q (n + 1)) (n : Nat) :
    P n :=
  isEven.induct P Q h₁ h₂ h₃ h₄ n
