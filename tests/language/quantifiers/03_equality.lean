variable (α : Type) (a b c d : α)
variable (hab : a = b) (hcb : c = b) (hcd : c = d)

example : a = d := Eq.trans (Eq.trans hab (Eq.symm hcb)) hcd
example : a = d := (hab.trans hcb.symm).trans hcd
example : a = d := hab ▸ hcb ▸ hcd
example (f : α → Nat) (g : α → Nat) (h₁ : a = b) (h₂ : f = g) : f a = g b := congr h₂ h₁
example (p : α → Prop) (h₁ : a = b) (h₂ : p a) : p b := Eq.subst h₁ h₂
example (p : α → Prop) (h₁ : a = b) (h₂ : p a) : p b := h₁ ▸ h₂
example : 2 + 3 = 5 := rfl
example : (fun x : Nat => x + 0) = fun x => x := rfl
