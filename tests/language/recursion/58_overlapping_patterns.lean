def describe : Nat → Nat → Nat
  | 0, _ => 0
  | _, 0 => 1
  | _ + 1, _ + 1 => 2

example (n : Nat) : describe (n + 1) 0 = 1 := by simp [describe]
example (m n : Nat) : describe (m + 1) (n + 1) = 2 := by simp [describe]
example (n : Nat) : describe 0 n = 0 := by simp [describe]
