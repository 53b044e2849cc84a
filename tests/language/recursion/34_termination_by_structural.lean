def addTo (m : Nat) : Nat → Nat
  | 0 => m
  | n + 1 => addTo m n + 1
termination_by structural n => n

example (m n : Nat) : addTo m (n + 1) = addTo m n + 1 := rfl
