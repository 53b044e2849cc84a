/-! Insertion sort, with a proof about its length. -/

def insert' (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => if x ≤ y then x :: y :: ys else y :: insert' x ys

def sort (xs : List Nat) : List Nat := xs.foldr insert' []

#guard sort [3, 1, 2] == [1, 2, 3]

theorem length_insert' (x : Nat) (xs : List Nat) : (insert' x xs).length = xs.length + 1 := by
  induction xs with
  | nil => rfl
  | cons y ys ih =>
    unfold insert'
    split
    · rfl
    · simp [ih]

theorem length_sort (xs : List Nat) : (sort xs).length = xs.length := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    show (insert' x (sort xs)).length = _
    rw [length_insert', ih]
    rfl
