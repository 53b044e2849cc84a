mutual
  def evenB : Nat → Bool
    | 0 => true
    | n + 1 => oddB n
  def oddB : Nat → Bool
    | 0 => false
    | n + 1 => evenB n
end

theorem evenB_eq (n : Nat) : evenB n = !oddB n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [evenB, oddB, ih]
