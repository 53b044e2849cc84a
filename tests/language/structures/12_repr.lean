structure Point where
  x : Nat
  y : Nat
  deriving Repr

/-- info: { x := 1, y := 2 } -/
#guard_msgs in
#eval Point.mk 1 2

inductive Tree where
  | leaf
  | node (l : Tree) (v : Nat) (r : Tree)
  deriving Repr

/-- info: Tree.leaf -/
#guard_msgs in
#eval Tree.leaf

/-- info: Tree.node (Tree.leaf) 1 (Tree.leaf) -/
#guard_msgs in
#eval Tree.node .leaf 1 .leaf
