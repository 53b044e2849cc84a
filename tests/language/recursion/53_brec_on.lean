def sumTo (n : Nat) : Nat :=
  Nat.rec (motive := fun _ => Nat) 0 (fun n s => s + (n + 1)) n

example : sumTo 4 = 10 := rfl
