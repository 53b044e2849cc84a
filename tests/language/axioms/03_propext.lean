/-- info: axiom propext : ∀ {a b : Prop}, (a ↔ b) → a = b -/
#guard_msgs in
#print propext

theorem and_swap' (p q : Prop) : (p ∧ q) = (q ∧ p) :=
  propext ⟨fun h => ⟨h.2, h.1⟩, fun h => ⟨h.2, h.1⟩⟩

/-- info: 'and_swap'' depends on axioms: [propext] -/
#guard_msgs in
#print axioms and_swap'
