/-! What `#eval` shows. -/

/-- info: (1, true, "x") -/
#guard_msgs in
#eval (1, true, "x")

/-- info: some (some 2) -/
#guard_msgs in
#eval some (some 2)

/-- info: [some 1, none] -/
#guard_msgs in
#eval [some 1, none]

/-- info: -3 -/
#guard_msgs in
#eval (-3 : Int)

/-- info: [-3, 4] -/
#guard_msgs in
#eval ([-3, 4] : List Int)

/-- info: true -/
#guard_msgs in
#eval 1 < 2

/-- info: 2 -/
#guard_msgs in
#eval (2 : Fin 5)

/-- info: 1.500000 -/
#guard_msgs in
#eval 1.5

/-- info: 255 -/
#guard_msgs in
#eval (0 - 1 : UInt8)

structure Point where
  x : Nat
  y : Int

/-- info: { x := 1, y := -2 } -/
#guard_msgs in
#eval (⟨1, -2⟩ : Point)

inductive Tree where
  | leaf
  | node (left : Tree) (value : Nat) (right : Tree)

/-- info: Tree.node (Tree.leaf) 3 (Tree.node (Tree.leaf) 4 (Tree.leaf)) -/
#guard_msgs in
#eval Tree.node .leaf 3 (.node .leaf 4 .leaf)
