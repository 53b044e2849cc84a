variable (p q r : Prop)

example (hp : p) (hq : q) : p ∧ q := And.intro hp hq
example (h : p ∧ q) : q ∧ p := ⟨h.right, h.left⟩
example (h : p ∧ q) : q ∧ p := And.intro (And.right h) (And.left h)
example (h : p ∧ q ∧ r) : r := h.2.2
example : (p ∧ q) ∧ r ↔ p ∧ (q ∧ r) :=
  ⟨fun ⟨⟨hp, hq⟩, hr⟩ => ⟨hp, hq, hr⟩, fun ⟨hp, hq, hr⟩ => ⟨⟨hp, hq⟩, hr⟩⟩
