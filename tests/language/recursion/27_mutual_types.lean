mutual
  inductive Forest where
    | nil : Forest
    | cons : Bush → Forest → Forest
  inductive Bush where
    | node : Nat → Forest → Bush
end

mutual
  def Forest.sum : Forest → Nat
    | .nil => 0
    | .cons t f => t.sum + f.sum
  def Bush.sum : Bush → Nat
    | .node n f => n + f.sum
end

example : (Bush.node 3 (.cons (.node 4 .nil) .nil)).sum = 7 := rfl
