inductive Rose where
  | node : List Rose → Rose

example (rs : List Rose) : sizeOf (Rose.node rs) = 1 + sizeOf rs := by simp
