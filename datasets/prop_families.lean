/-
Families of propositional formulas of growing size: 26 theorems.

After families in the literature: de Bruijn, pigeonhole, Schwichtenberg, equivalence chains.
The facts are public mathematics; this wording is the project's own and is under the Apache License 2.0.

Measuring: every theorem is attempted on its own, with the definitions above it and the library in scope,
without the other theorems of the file and without library lemmas of the same content. 10 seconds and one core
each, unless a report says otherwise. It counts when the finished file passes the final check.
-/
-- turnstile: isolate

-- without: iff_comm Iff.comm
theorem prop_equivmirror_2 : ∀ (P0 P1 : Prop), (P0 ↔ P1) ↔ (P1 ↔ P0) := by
  sorry

theorem prop_equivmirror_3 : ∀ (P0 P1 P2 : Prop), ((P0 ↔ P1) ↔ P2) ↔ (P2 ↔ (P1 ↔ P0)) := by
  sorry

theorem prop_equivmirror_4 : ∀ (P0 P1 P2 P3 : Prop), (((P0 ↔ P1) ↔ P2) ↔ P3) ↔ (P3 ↔ (P2 ↔ (P1 ↔ P0))) := by
  sorry

theorem prop_equivmirror_5 : ∀ (P0 P1 P2 P3 P4 : Prop), ((((P0 ↔ P1) ↔ P2) ↔ P3) ↔ P4) ↔ (P4 ↔ (P3 ↔ (P2 ↔ (P1 ↔ P0)))) := by
  sorry

theorem prop_equivmirror_6 : ∀ (P0 P1 P2 P3 P4 P5 : Prop), (((((P0 ↔ P1) ↔ P2) ↔ P3) ↔ P4) ↔ P5) ↔ (P5 ↔ (P4 ↔ (P3 ↔ (P2 ↔ (P1 ↔ P0))))) := by
  sorry

theorem prop_debruijn_1 : ∀ (P0 P1 P2 : Prop), ((P0 ↔ P1) → P0 ∧ P1 ∧ P2) ∧ ((P1 ↔ P2) → P0 ∧ P1 ∧ P2) ∧ ((P2 ↔ P0) → P0 ∧ P1 ∧ P2) → P0 ∧ P1 ∧ P2 := by
  sorry

theorem prop_debruijn_2 : ∀ (P0 P1 P2 P3 P4 : Prop), ((P0 ↔ P1) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4) ∧ ((P1 ↔ P2) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4) ∧ ((P2 ↔ P3) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4) ∧ ((P3 ↔ P4) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4) ∧ ((P4 ↔ P0) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 := by
  sorry

theorem prop_debruijn_3 : ∀ (P0 P1 P2 P3 P4 P5 P6 : Prop), ((P0 ↔ P1) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6) ∧ ((P1 ↔ P2) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6) ∧ ((P2 ↔ P3) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6) ∧ ((P3 ↔ P4) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6) ∧ ((P4 ↔ P5) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6) ∧ ((P5 ↔ P6) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6) ∧ ((P6 ↔ P0) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6 := by
  sorry

theorem prop_debruijn_4 : ∀ (P0 P1 P2 P3 P4 P5 P6 P7 P8 : Prop), ((P0 ↔ P1) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6 ∧ P7 ∧ P8) ∧ ((P1 ↔ P2) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6 ∧ P7 ∧ P8) ∧ ((P2 ↔ P3) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6 ∧ P7 ∧ P8) ∧ ((P3 ↔ P4) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6 ∧ P7 ∧ P8) ∧ ((P4 ↔ P5) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6 ∧ P7 ∧ P8) ∧ ((P5 ↔ P6) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6 ∧ P7 ∧ P8) ∧ ((P6 ↔ P7) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6 ∧ P7 ∧ P8) ∧ ((P7 ↔ P8) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6 ∧ P7 ∧ P8) ∧ ((P8 ↔ P0) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6 ∧ P7 ∧ P8) → P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∧ P5 ∧ P6 ∧ P7 ∧ P8 := by
  sorry

theorem prop_pigeonhole_1 : ∀ (O0_0 O1_0 : Prop), O0_0 ∧ O1_0 → O0_0 ∧ O1_0 := by
  sorry

theorem prop_pigeonhole_2 : ∀ (O0_0 O0_1 O1_0 O1_1 O2_0 O2_1 : Prop), (O0_0 ∨ O0_1) ∧ (O1_0 ∨ O1_1) ∧ (O2_0 ∨ O2_1) → O0_0 ∧ O1_0 ∨ O0_0 ∧ O2_0 ∨ O1_0 ∧ O2_0 ∨ O0_1 ∧ O1_1 ∨ O0_1 ∧ O2_1 ∨ O1_1 ∧ O2_1 := by
  sorry

theorem prop_pigeonhole_3 : ∀ (O0_0 O0_1 O0_2 O1_0 O1_1 O1_2 O2_0 O2_1 O2_2 O3_0 O3_1 O3_2 : Prop), (O0_0 ∨ O0_1 ∨ O0_2) ∧ (O1_0 ∨ O1_1 ∨ O1_2) ∧ (O2_0 ∨ O2_1 ∨ O2_2) ∧ (O3_0 ∨ O3_1 ∨ O3_2) → O0_0 ∧ O1_0 ∨ O0_0 ∧ O2_0 ∨ O0_0 ∧ O3_0 ∨ O1_0 ∧ O2_0 ∨ O1_0 ∧ O3_0 ∨ O2_0 ∧ O3_0 ∨ O0_1 ∧ O1_1 ∨ O0_1 ∧ O2_1 ∨ O0_1 ∧ O3_1 ∨ O1_1 ∧ O2_1 ∨ O1_1 ∧ O3_1 ∨ O2_1 ∧ O3_1 ∨ O0_2 ∧ O1_2 ∨ O0_2 ∧ O2_2 ∨ O0_2 ∧ O3_2 ∨ O1_2 ∧ O2_2 ∨ O1_2 ∧ O3_2 ∨ O2_2 ∧ O3_2 := by
  sorry

theorem prop_contraction_1 : ∀ (F P0 : Prop), (P0 ∨ (P0 → F) → F) → F := by
  sorry

theorem prop_contraction_2 : ∀ (F P0 P1 : Prop), (P0 ∧ P1 ∨ (P0 → F) ∨ (P1 → F) → F) → F := by
  sorry

theorem prop_contraction_3 : ∀ (F P0 P1 P2 : Prop), (P0 ∧ P1 ∧ P2 ∨ (P0 → F) ∨ (P1 → F) ∨ (P2 → F) → F) → F := by
  sorry

theorem prop_contraction_4 : ∀ (F P0 P1 P2 P3 : Prop), (P0 ∧ P1 ∧ P2 ∧ P3 ∨ (P0 → F) ∨ (P1 → F) ∨ (P2 → F) ∨ (P3 → F) → F) → F := by
  sorry

theorem prop_contraction_5 : ∀ (F P0 P1 P2 P3 P4 : Prop), (P0 ∧ P1 ∧ P2 ∧ P3 ∧ P4 ∨ (P0 → F) ∨ (P1 → F) ∨ (P2 → F) ∨ (P3 → F) ∨ (P4 → F) → F) → F := by
  sorry

theorem prop_schwichtenberg_1 : ∀ (P0 P1 : Prop), P1 ∧ (P1 → P1 → P0) → P0 := by
  sorry

theorem prop_schwichtenberg_2 : ∀ (P0 P1 P2 : Prop), P2 ∧ (P1 → P1 → P0) ∧ (P2 → P2 → P1) → P0 := by
  sorry

theorem prop_schwichtenberg_3 : ∀ (P0 P1 P2 P3 : Prop), P3 ∧ (P1 → P1 → P0) ∧ (P2 → P2 → P1) ∧ (P3 → P3 → P2) → P0 := by
  sorry

theorem prop_schwichtenberg_4 : ∀ (P0 P1 P2 P3 P4 : Prop), P4 ∧ (P1 → P1 → P0) ∧ (P2 → P2 → P1) ∧ (P3 → P3 → P2) ∧ (P4 → P4 → P3) → P0 := by
  sorry

theorem prop_schwichtenberg_5 : ∀ (P0 P1 P2 P3 P4 P5 : Prop), P5 ∧ (P1 → P1 → P0) ∧ (P2 → P2 → P1) ∧ (P3 → P3 → P2) ∧ (P4 → P4 → P3) ∧ (P5 → P5 → P4) → P0 := by
  sorry

theorem prop_schwichtenberg_6 : ∀ (P0 P1 P2 P3 P4 P5 P6 : Prop), P6 ∧ (P1 → P1 → P0) ∧ (P2 → P2 → P1) ∧ (P3 → P3 → P2) ∧ (P4 → P4 → P3) ∧ (P5 → P5 → P4) ∧ (P6 → P6 → P5) → P0 := by
  sorry

theorem prop_equivassoc_3 : ∀ (P0 P1 P2 : Prop), ((P0 ↔ P1) ↔ P2) ↔ ((P2 ↔ P1) ↔ P0) := by
  sorry

theorem prop_equivassoc_4 : ∀ (P0 P1 P2 P3 : Prop), (((P0 ↔ P1) ↔ P2) ↔ P3) ↔ (((P3 ↔ P2) ↔ P1) ↔ P0) := by
  sorry

theorem prop_equivassoc_5 : ∀ (P0 P1 P2 P3 P4 : Prop), ((((P0 ↔ P1) ↔ P2) ↔ P3) ↔ P4) ↔ ((((P4 ↔ P3) ↔ P2) ↔ P1) ↔ P0) := by
  sorry
