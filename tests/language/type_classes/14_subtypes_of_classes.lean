/-! Instances for functions, pairs and subtypes. -/

example : Inhabited (Nat → Bool × String) := inferInstance
example : DecidableEq (Nat × List Bool) := inferInstance
example : Decidable (∀ x, x < 5 → x * x < 20) := inferInstance
example : ∀ x < 5, x * x < 20 := by decide
example : ∃ x < 5, x * x = 9 := ⟨3, by decide, rfl⟩
example : ∀ x ∈ [1, 2, 3], x < 4 := by decide

instance [Add β] : Add (α → β) := ⟨fun f g x => f x + g x⟩

#guard ((fun n => n + 1) + (fun n => n * 2) : Nat → Nat) 5 == 16
