mutual
  def isEven : Nat → Bool
    | 0 => true
    | n + 1 => isOdd n

  def isOdd : Nat → Bool
    | 0 => false
    | n + 1 => isEven n
end

example : isEven 4 = true := rfl
example (n : Nat) : isEven (n + 1) = isOdd n := rfl
example (n : Nat) : isOdd (n + 1) = isEven n := by simp [isOdd]

/-- info: (true, false) -/
#guard_msgs in
#eval (isEven 10, isOdd 10)
