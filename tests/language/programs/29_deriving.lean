/-! Derived instances. -/

inductive Day where
  | mon | tue | wed
  deriving Repr, BEq, DecidableEq, Inhabited, Ord

/-- info: [Day.mon, Day.wed] -/
#guard_msgs in
#eval [Day.mon, Day.wed]

/-- info: some (Day.tue) -/
#guard_msgs in
#eval some Day.tue

#guard Day.mon == default
#guard compare Day.mon Day.wed == .lt

structure Point where
  x : Nat
  y : Nat
  deriving Repr, BEq

/-- info: { x := 1, y := 2 } -/
#guard_msgs in
#eval Point.mk 1 2

#guard Point.mk 1 2 == { x := 1, y := 2 }

inductive Expr where
  | num (n : Int)
  | add (a b : Expr)
  deriving Repr

/-- info: Expr.add (Expr.num 1) (Expr.num (-2)) -/
#guard_msgs in
#eval Expr.add (.num 1) (.num (-2))
