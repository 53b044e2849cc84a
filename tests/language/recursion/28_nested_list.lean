inductive Rose where
  | node : Nat → List Rose → Rose

mutual
  def Rose.total : Rose → Nat
    | .node n rs => n + totalList rs
  def totalList : List Rose → Nat
    | [] => 0
    | r :: rs => r.total + totalList rs
end

example : (Rose.node 1 [.node 2 [], .node 3 [.node 4 []]]).total = 10 := rfl

/-- info: 10 -/
#guard_msgs in
#eval (Rose.node 1 [.node 2 [], .node 3 [.node 4 []]]).total
