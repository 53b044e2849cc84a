def interleave : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: interleave ys xs
termination_by xs ys => xs.length + ys.length

example : interleave ([] : List Nat) [1] = [1] := by simp [interleave]
example (x : α) (xs ys : List α) : interleave (x :: xs) ys = x :: interleave ys xs := by rw [interleave]
