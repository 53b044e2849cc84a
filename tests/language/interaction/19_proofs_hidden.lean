/-! Proofs in terms are not shown, unless the whole is one. -/

/-- info: ⟨3, ⋯⟩ : Fin 5 -/
#guard_msgs in
#check (⟨3, by decide⟩ : Fin 5)

set_option pp.proofs true in
/-- info: ⟨3, Nat.lt_of_lt_of_le (Nat.lt_succ_self 3) (Nat.le_succ 4)⟩ : Fin 5 -/
#guard_msgs in
#check (⟨3, Nat.lt_of_lt_of_le (Nat.lt_succ_self 3) (Nat.le_succ 4)⟩ : Fin 5)

/-- info: fun h => ⟨h, h⟩ : 1 = 1 → 1 = 1 ∧ 1 = 1 -/
#guard_msgs in
#check fun (h : 1 = 1) => And.intro h h
