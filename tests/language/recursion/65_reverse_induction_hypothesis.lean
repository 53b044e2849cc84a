def sumList : List Nat → Nat
  | [] => 0
  | x :: xs => x + sumList xs

theorem sumList_append : ∀ xs ys, sumList (xs ++ ys) = sumList xs + sumList ys
  | [], ys => by simp [sumList]
  | x :: xs, ys => by simp [sumList, sumList_append xs ys]; omega
