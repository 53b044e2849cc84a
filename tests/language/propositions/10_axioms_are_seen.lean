theorem constructive (p q : Prop) : p ∧ q → q ∧ p := fun ⟨hp, hq⟩ => ⟨hq, hp⟩
theorem extensional (p q : Prop) (h : p ↔ q) : p = q := propext h

/-- info: 'constructive' does not depend on any axioms -/
#guard_msgs in
#print axioms constructive

/-- info: 'extensional' depends on axioms: [propext] -/
#guard_msgs in
#print axioms extensional
