def stepDown (n : Nat) : Nat :=
  match h : n % 2 with
  | 0 => if h' : n = 0 then 0 else stepDown (n / 2)
  | _ + 1 => stepDown (n - 1)
termination_by n
decreasing_by
  · omega
  · omega
