/-! `#guard_msgs` compares the messages of a command with its doc comment. -/

/-- info: 1 + 1 : Nat -/
#guard_msgs in
#check 1 + 1

#guard_msgs in
example : 1 + 1 = 2 := rfl

/-- warning: declaration uses `sorry` -/
#guard_msgs in
example : 1 = 2 := sorry

/-- error: Unknown identifier `nothing` -/
#guard_msgs in
#check nothing
