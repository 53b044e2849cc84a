mutual
  def outer (n : Nat) : Nat := inner n 0
  termination_by (n, 1)
  def inner (n k : Nat) : Nat :=
    match n with
    | 0 => k
    | n + 1 => outer n + k
  termination_by (n, 0)
end
