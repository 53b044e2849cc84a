/-- warning: declaration uses `sorry` -/
#guard_msgs in
theorem unproved : 1 = 2 := sorry

/-- info: 'unproved' depends on axioms: [sorryAx] -/
#guard_msgs in
#print axioms unproved
