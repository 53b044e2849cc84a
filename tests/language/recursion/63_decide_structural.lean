def isPow : Nat → Nat → Bool
  | 0, _ => false
  | _ + 1, 1 => true
  | f + 1, n => n % 2 == 0 && isPow f (n / 2)

example : isPow 10 64 = true := by decide
example : isPow 10 60 = false := rfl
