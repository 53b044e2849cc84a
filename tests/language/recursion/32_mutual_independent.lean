mutual
  def five : Nat := 5
  def six : Nat := five + 1
end

example : six = 6 := rfl
