inductive Reach (r : α → α → Prop) : α → α → Prop where
  | refl (a : α) : Reach r a a
  | step : r a b → Reach r b c → Reach r a c

theorem Reach.trans {r : α → α → Prop} {a b c : α} : Reach r a b → Reach r b c → Reach r a c
  | .refl _, h => h
  | .step h₁ h₂, h => .step h₁ (h₂.trans h)
