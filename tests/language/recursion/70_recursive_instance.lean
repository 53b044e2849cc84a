def eqList [DecidableEq α] : (xs ys : List α) → Bool
  | [], [] => true
  | x :: xs, y :: ys => decide (x = y) && eqList xs ys
  | _, _ => false

example : eqList [1, 2] [1, 2] = true := rfl
example : eqList [1, 2] [1] = false := rfl
