/-
Pelletier's problems of propositional and first-order logic: 46 theorems.

After "Seventy-five problems for testing automatic theorem provers" (Pelletier 1986), 1-46.
The facts are public mathematics; this wording is the project's own and is under the Apache License 2.0.

Measuring: every theorem is attempted on its own, with the definitions above it and the library in scope,
without the other theorems of the file and without library lemmas of the same content. 10 seconds and one core
each, unless a report says otherwise. It counts when the finished file passes the final check.
-/
-- turnstile: isolate

-- without: Decidable.not_imp_not Classical.not_imp_not not_imp_not
theorem pel_01 : ∀ (P Q : Prop), P → Q ↔ ¬ Q → ¬ P := by
  sorry

-- without: Classical.not_not Decidable.not_not not_not Classical.byContradiction Decidable.byContradiction
-- without: Classical.of_not_not Decidable.of_not_not of_not_not not_not_intro Classical.not_not_iff
theorem pel_02 : ∀ (P : Prop), ¬ (¬ P) ↔ P := by
  sorry

theorem pel_03 : ∀ (P Q : Prop), ¬ (P → Q) → Q → P := by
  sorry

-- without: Decidable.not_imp_comm Classical.not_imp_comm not_imp_comm
theorem pel_04 : ∀ (P Q : Prop), ¬ P → Q ↔ ¬ Q → P := by
  sorry

theorem pel_05 : ∀ (P Q R : Prop), (P ∨ Q → P ∨ R) → P ∨ (Q → R) := by
  sorry

-- without: Classical.em Decidable.em em dec_em
theorem pel_06 : ∀ (P : Prop), P ∨ ¬ P := by
  sorry

theorem pel_07 : ∀ (P : Prop), P ∨ ¬ (¬ (¬ P)) := by
  sorry

-- without: Decidable.peirce Classical.peirce peirce peirce'
theorem pel_08 : ∀ (P Q : Prop), ((P → Q) → P) → P := by
  sorry

theorem pel_09 : ∀ (P Q : Prop), (P ∨ Q) ∧ (¬ P ∨ Q) ∧ (P ∨ ¬ Q) → ¬ (¬ P ∨ ¬ Q) := by
  sorry

theorem pel_10 : ∀ (P Q R : Prop), (Q → R) → (R → P ∧ Q) → (P → Q ∨ R) → (P ↔ Q) := by
  sorry

-- without: Iff.rfl Iff.refl iff_self
theorem pel_11 : ∀ (P : Prop), P ↔ P := by
  sorry

-- without: Classical.iff_assoc iff_assoc Decidable.iff_assoc
theorem pel_12 : ∀ (P Q R : Prop), ((P ↔ Q) ↔ R) ↔ (P ↔ (Q ↔ R)) := by
  sorry

-- without: or_and_left
theorem pel_13 : ∀ (P Q R : Prop), P ∨ Q ∧ R ↔ (P ∨ Q) ∧ (P ∨ R) := by
  sorry

-- without: Decidable.iff_iff_not_or_and_or_not Classical.iff_iff_not_or_and_or_not
theorem pel_14 : ∀ (P Q : Prop), (P ↔ Q) ↔ (Q ∨ ¬ P) ∧ (¬ Q ∨ P) := by
  sorry

-- without: Decidable.imp_iff_not_or Classical.imp_iff_not_or imp_iff_not_or
theorem pel_15 : ∀ (P Q : Prop), P → Q ↔ ¬ P ∨ Q := by
  sorry

-- without: Classical.imp_or_imp imp_or_imp Decidable.imp_or_imp
theorem pel_16 : ∀ (P Q : Prop), (P → Q) ∨ (Q → P) := by
  sorry

theorem pel_17 : ∀ (P Q R S : Prop), P ∧ (Q → R) → S ↔ (¬ P ∨ Q ∨ S) ∧ (¬ P ∨ ¬ R ∨ S) := by
  sorry

theorem pel_18 : ∀ (α : Type) (d : α) (F : α → Prop), ∃ y, ∀ x, F y → F x := by
  sorry

theorem pel_19 : ∀ (α : Type) (d : α) (F G : α → Prop), ∃ x, ∀ y z, (F y → G z) → F x → G x := by
  sorry

theorem pel_20 : ∀ (α : Type) (d : α) (F G H I : α → Prop), (∀ x y, ∃ z, ∀ w, F x ∧ G y → H z ∧ I w) → (∃ x, ∃ y, F x ∧ G y) → (∃ z, H z) := by
  sorry

theorem pel_21 : ∀ (α : Type) (d : α) (P : Prop) (F : α → Prop), (∃ x, P → F x) → (∃ x, F x → P) → (∃ x, P ↔ F x) := by
  sorry

theorem pel_22 : ∀ (α : Type) (d : α) (P : Prop) (F : α → Prop), (∀ x, P ↔ F x) → (P ↔ (∀ x, F x)) := by
  sorry

-- without: Decidable.forall_or_left Classical.forall_or_left forall_or_left
theorem pel_23 : ∀ (α : Type) (d : α) (P : Prop) (F : α → Prop), (∀ x, P ∨ F x) ↔ P ∨ (∀ x, F x) := by
  sorry

theorem pel_24 : ∀ (α : Type) (d : α) (F G H I : α → Prop), ¬ (∃ x, I x ∧ G x) → (∀ x, F x → G x ∨ H x) → (¬ (∃ x, F x) → (∃ x, G x)) → (∀ x, G x ∨ H x → I x) → (∃ x, F x ∧ H x) := by
  sorry

theorem pel_25 : ∀ (α : Type) (d : α) (F G H I J : α → Prop), (∃ x, F x) → (∀ x, G x → ¬ H x ∧ I x) → (∀ x, F x → H x ∧ G x) → (∀ x, F x → J x) ∨ (∃ x, F x ∧ I x) → (∃ x, J x ∧ F x) := by
  sorry

theorem pel_26 : ∀ (α : Type) (d : α) (F G H I : α → Prop), ((∃ x, F x) ↔ (∃ x, G x)) → (∀ x y, F x ∧ G y → (H x ↔ I y)) → ((∀ x, F x → H x) ↔ (∀ x, G x → I x)) := by
  sorry

theorem pel_27 : ∀ (α : Type) (d : α) (F G H I J : α → Prop), (∃ x, F x ∧ ¬ G x) → (∀ x, F x → H x) → (∀ x, J x ∧ I x → F x) → ((∃ x, H x ∧ ¬ G x) → (∀ x, I x → ¬ H x)) → (∀ x, J x → ¬ I x) := by
  sorry

theorem pel_28 : ∀ (α : Type) (d : α) (F G H I J K : α → Prop), (∀ x, F x → (∀ z, G z)) → ((∀ x, G x ∨ H x) → (∃ x, G x ∧ I x)) → ((∃ x, I x) → (∀ x, J x → K x)) → (∀ x, F x ∧ J x → K x) := by
  sorry

theorem pel_29 : ∀ (α : Type) (d : α) (F G H J : α → Prop), (∃ x, F x) ∧ (∃ x, G x) → ((∀ x, F x → H x) ∧ (∀ x, G x → J x) ↔ (∀ x y, F x ∧ G y → H x ∧ J y)) := by
  sorry

theorem pel_30 : ∀ (α : Type) (d : α) (F G H I : α → Prop), (∀ x, F x ∨ G x → ¬ H x) → (∀ x, (G x → ¬ I x) → F x ∧ H x) → (∀ x, I x) := by
  sorry

theorem pel_31 : ∀ (α : Type) (d : α) (F G H I J : α → Prop), ¬ (∃ x, F x ∧ (G x ∨ H x)) → (∃ x, I x ∧ F x) → (∀ x, ¬ H x → J x) → (∃ x, I x ∧ J x) := by
  sorry

theorem pel_32 : ∀ (α : Type) (d : α) (F G H I J K : α → Prop), (∀ x, F x ∧ (G x ∨ H x) → I x) → (∀ x, I x ∧ H x → J x) → (∀ x, K x → H x) → (∀ x, F x ∧ K x → J x) := by
  sorry

theorem pel_33 : ∀ (α : Type) (a b c : α) (F : α → Prop), (∀ x, F a ∧ (F x → F b) → F c) ↔ (∀ x, (¬ F a ∨ F x ∨ F c) ∧ (¬ F a ∨ ¬ F b ∨ F c)) := by
  sorry

theorem pel_34 : ∀ (α : Type) (d : α) (F G : α → Prop), ((∃ x, ∀ y, F x ↔ F y) ↔ ((∃ x, G x) ↔ (∀ y, G y))) ↔ ((∃ x, ∀ y, G x ↔ G y) ↔ ((∃ x, F x) ↔ (∀ y, F y))) := by
  sorry

theorem pel_35 : ∀ (α : Type) (d : α) (R : α → α → Prop), ∃ x, ∃ y, R x y → (∀ u v, R u v) := by
  sorry

theorem pel_36 : ∀ (α : Type) (d : α) (R S T : α → α → Prop), (∀ x, ∃ y, R x y) → (∀ x, ∃ y, S x y) → (∀ x y, R x y ∨ S x y → (∀ z, R y z ∨ S y z → T x z)) → (∀ x, ∃ y, T x y) := by
  sorry

theorem pel_37 : ∀ (α : Type) (d : α) (R S T : α → α → Prop), (∀ z, ∃ w, ∀ x, ∃ y, (R x z → R y w) ∧ R y z ∧ (R y w → (∃ u, S u w))) → (∀ x z, ¬ R x z → (∃ y, S y z)) → ((∃ x, ∃ y, S x y) → (∀ x, T x x)) → (∀ x, ∃ y, T x y) := by
  sorry

theorem pel_38 : ∀ (α : Type) (a : α) (F : α → Prop) (R : α → α → Prop), (∀ x, F a ∧ (F x → (∃ y, F y ∧ R x y)) → (∃ z, ∃ w, F z ∧ R x w ∧ R w z)) ↔ (∀ x, (¬ F a ∨ F x ∨ (∃ z, ∃ w, F z ∧ R x w ∧ R w z)) ∧ (¬ F a ∨ ¬ (∃ y, F y ∧ R x y) ∨ (∃ z, ∃ w, F z ∧ R x w ∧ R w z))) := by
  sorry

theorem pel_39 : ∀ (α : Type) (d : α) (R : α → α → Prop), ¬ (∃ x, ∀ y, R y x ↔ ¬ R y y) := by
  sorry

theorem pel_40 : ∀ (α : Type) (d : α) (R : α → α → Prop), (∃ y, ∀ x, R x y ↔ R x x) → ¬ (∀ x, ∃ y, ∀ z, R z y ↔ ¬ R z x) := by
  sorry

theorem pel_41 : ∀ (α : Type) (d : α) (R : α → α → Prop), (∀ z, ∃ y, ∀ x, R x y ↔ R x z ∧ ¬ R x x) → ¬ (∃ z, ∀ x, R x z) := by
  sorry

theorem pel_42 : ∀ (α : Type) (d : α) (R : α → α → Prop), ¬ (∃ y, ∀ x, R x y ↔ ¬ (∃ z, R x z ∧ R z x)) := by
  sorry

theorem pel_43 : ∀ (α : Type) (d : α) (Q R : α → α → Prop), (∀ x y, Q x y ↔ (∀ z, R z x ↔ R z y)) → (∀ x y, Q x y ↔ Q y x) := by
  sorry

theorem pel_44 : ∀ (α : Type) (d : α) (F G H : α → Prop) (R : α → α → Prop), (∀ x, F x → (∃ y, G y ∧ R x y) ∧ (∃ y, G y ∧ ¬ R x y)) → (∃ x, H x ∧ (∀ y, G y → R x y)) → (∃ x, H x ∧ ¬ F x) := by
  sorry

theorem pel_45 : ∀ (α : Type) (d : α) (F G K L : α → Prop) (R S : α → α → Prop), (∀ x, F x ∧ (∀ y, G y ∧ R x y → S x y) → (∀ y, G y ∧ R x y → K y)) → ¬ (∃ y, L y ∧ K y) → (∃ x, F x ∧ (∀ y, R x y → L y) ∧ (∀ y, G y ∧ R x y → S x y)) → (∃ x, F x ∧ ¬ (∃ y, G y ∧ R x y)) := by
  sorry

theorem pel_46 : ∀ (α : Type) (d : α) (F G : α → Prop) (R S : α → α → Prop), (∀ x, F x ∧ (∀ y, F y ∧ R y x → G y) → G x) → ((∃ x, F x ∧ ¬ G x) → (∃ x, F x ∧ ¬ G x ∧ (∀ y, F y ∧ ¬ G y → S x y))) → (∀ x y, F x ∧ F y ∧ R x y → ¬ S y x) → (∀ x, F x → G x) := by
  sorry
