/-! Brackets of variables can be changed, and theorems take the variables they mention. -/

section
variable (p q : Prop) (hp : p)
variable {p}

theorem keep : p → p ∨ q := Or.inl

/-- info: keep {p : Prop} (q : Prop) : p → p ∨ q -/
#guard_msgs in
#check keep

include hp in
theorem with_hp : p ∧ p := ⟨hp, hp⟩

/-- info: with_hp {p : Prop} (hp : p) : p ∧ p -/
#guard_msgs in
#check with_hp

/-- error: Unknown identifier `hp` -/
#guard_msgs in
theorem without : p := hp
end
