/-! Own instances of `Repr` and `ToString`. -/

structure Money where
  cents : Nat

instance : ToString Money where
  toString m := s!"${m.cents / 100}.{m.cents % 100}"

/-- info: $12.50 -/
#guard_msgs in
#eval (⟨1250⟩ : Money)

#guard toString [Money.mk 110, Money.mk 225] == "[$1.10, $2.25]"

inductive Color where
  | red
  | green

instance : Repr Color where
  reprPrec c _ := match c with
    | .red => "Color.red"
    | .green => "Color.green"

/-- info: [Color.red, Color.green] -/
#guard_msgs in
#eval [Color.red, Color.green]

/-- info: some Color.red -/
#guard_msgs in
#eval some Color.red

#guard reprStr (some 3) == "some 3"
#guard toString (1, true) == "(1, true)"
