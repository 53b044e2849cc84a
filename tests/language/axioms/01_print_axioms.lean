theorem plain : 1 + 1 = 2 := rfl

/-- info: 'plain' does not depend on any axioms -/
#guard_msgs in
#print axioms plain

theorem by_cases' (p : Prop) : p ∨ ¬p := Classical.em p

/-- info: 'by_cases'' depends on axioms: [propext, Classical.choice, Quot.sound] -/
#guard_msgs in
#print axioms by_cases'
