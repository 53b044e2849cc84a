inductive Size where
  | small
  | medium (n : Nat)
  | large
  deriving Ord

example : compare Size.small Size.large = .lt := rfl
example : compare (Size.medium 2) (Size.medium 1) = .gt := by decide
example : compare Size.large Size.large = .eq := rfl
