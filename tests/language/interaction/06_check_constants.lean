/-! `#check` of a constant shows its signature. -/

/-- info: Nat.add_comm (n m : Nat) : n + m = m + n -/
#guard_msgs in
#check Nat.add_comm

/-- info: Eq.refl.{u_1} {α : Sort u_1} (a : α) : a = a -/
#guard_msgs in
#check Eq.refl

/-- info: And.intro {a b : Prop} (left : a) (right : b) : a ∧ b -/
#guard_msgs in
#check And.intro

/-- info: @And.intro : ∀ {a b : Prop}, a → b → a ∧ b -/
#guard_msgs in
#check @And.intro

/-- info: Or.inl {a b : Prop} (h : a) : a ∨ b -/
#guard_msgs in
#check Or.inl

/-- info: @Or.elim : ∀ {a b c : Prop}, a ∨ b → (a → c) → (b → c) → c -/
#guard_msgs in
#check @Or.elim
