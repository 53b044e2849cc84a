/-! Notations, and how they are printed. -/

def xor' (p q : Prop) : Prop := (p ∧ ¬q) ∨ (¬p ∧ q)
infixl:35 " ⊻ " => xor'

/-- info: True ⊻ False : Prop -/
#guard_msgs in
#check True ⊻ False

notation:max "⟪" x "⟫" => Nat.succ x

example : ⟪3⟫ = 4 := rfl

postfix:max "‼" => Nat.pred
example : 5 ‼ = 4 := rfl

prefix:100 "∼" => Nat.succ
example : ∼3 = 4 := rfl

section
local infix:50 " ≺ " => Nat.lt
example : 1 ≺ 2 := Nat.lt_succ_self 1
end

namespace N
scoped infix:50 " ≼ " => Nat.le
example : 1 ≼ 1 := Nat.le_refl 1
end N

open N in
example : 2 ≼ 2 := Nat.le_refl 2
