def len : List α → Nat
  | [] => 0
  | _ :: xs => len xs + 1

example (xs : List Nat) : len xs = match xs with | [] => 0 | _ :: ys => len ys + 1 := by
  rw [len.eq_def]
