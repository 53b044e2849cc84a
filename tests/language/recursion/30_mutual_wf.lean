mutual
  def ping (n : Nat) : Nat :=
    if h : n = 0 then 0 else pong (n - 1) + 1
  termination_by n
  def pong (n : Nat) : Nat :=
    if h : n = 0 then 0 else ping (n / 2) + 1
  termination_by n
end

/-- info: 5 -/
#guard_msgs in
#eval ping 10
