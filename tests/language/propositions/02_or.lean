variable (p q r : Prop)

example (hp : p) : p ∨ q := Or.intro_left q hp
example (hq : q) : p ∨ q := Or.intro_right p hq
example (h : p ∨ q) : q ∨ p := Or.elim h (fun hp => Or.inr hp) (fun hq => Or.inl hq)
example (h : p ∨ q) : q ∨ p := h.elim .inr .inl
example : (p ∨ q) ∨ r ↔ p ∨ (q ∨ r) :=
  ⟨fun
    | .inl (.inl hp) => .inl hp
    | .inl (.inr hq) => .inr (.inl hq)
    | .inr hr => .inr (.inr hr),
   fun
    | .inl hp => .inl (.inl hp)
    | .inr (.inl hq) => .inl (.inr hq)
    | .inr (.inr hr) => .inr hr⟩
