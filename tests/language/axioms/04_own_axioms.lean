axiom P : Prop
axiom p_holds : P

theorem use_it : P ∧ P := ⟨p_holds, p_holds⟩

/-- info: 'use_it' depends on axioms: [P, p_holds] -/
#guard_msgs in
#print axioms use_it
