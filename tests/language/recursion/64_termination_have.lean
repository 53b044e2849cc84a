def sqrtIter (n guess : Nat) : Nat :=
  let next := (guess + n / guess) / 2
  if h : next < guess then sqrtIter n next else guess
termination_by guess

/-- info: 10 -/
#guard_msgs in
#eval sqrtIter 100 100
