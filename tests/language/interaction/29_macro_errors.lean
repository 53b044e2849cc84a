/-! Declared syntax without a rule. -/

syntax "mystery" : tactic

/-- error: elaboration function for `mystery` has not been implemented -/
#guard_msgs in
example : True := by mystery
