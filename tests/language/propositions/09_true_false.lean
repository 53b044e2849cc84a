variable (p : Prop)

example : True := trivial
example : True := True.intro
example (h : False) : p := h.elim
example : p ∨ False ↔ p := ⟨fun | .inl h => h | .inr h => h.elim, .inl⟩
example : p ∧ False ↔ False := ⟨And.right, False.elim⟩
example : p ∧ True ↔ p := by simp
example : ¬ False := id
example : False → p := nofun
