inductive MyExists {α : Type} (p : α → Prop) : Prop where
  | intro (w : α) (h : p w) : MyExists p

theorem MyExists.mono {p q : α → Prop} (h : ∀ x, p x → q x) : MyExists p → MyExists q
  | ⟨w, hw⟩ => ⟨w, h w hw⟩

inductive MyEq {α : Type} (a : α) : α → Prop where
  | refl : MyEq a a

theorem MyEq.symm {a b : α} (h : MyEq a b) : MyEq b a := by
  cases h
  exact .refl

theorem MyEq.trans {a b c : α} (h₁ : MyEq a b) (h₂ : MyEq b c) : MyEq a c :=
  match h₂ with
  | .refl => h₁

theorem MyEq.to_eq {a b : α} : MyEq a b → a = b
  | .refl => rfl
