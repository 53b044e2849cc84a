theorem constructive (p q : Prop) : p ∧ q → q ∧ p := fun ⟨hp, hq⟩ => ⟨hq, hp⟩
theorem classical (p : Prop) : p ∨ ¬ p := Classical.em p

/-- info: 'constructive' does not depend on any axioms -/
#guard_msgs in
#print axioms constructive

/-- info: 'classical' depends on axioms: [propext, Classical.choice, Quot.sound] -/
#guard_msgs in
#print axioms classical
