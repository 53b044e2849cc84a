/-! The condition of an `if` is an argument like others: the instance is found anew. -/

example (a b : Nat) (p q : Prop) [Decidable p] [Decidable q] (h : p ↔ q) :
    (if p then a else b) = if q then a else b := by
  conv =>
    lhs
    arg 1
    rw [h]

example (a b c : Nat) (p : Prop) [Decidable p] (h : a = c) : (if p then a else b) = if p then c else b := by
  conv =>
    lhs
    arg 2
    rw [h]
