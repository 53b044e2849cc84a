def f (x : Nat) := x
def g (x : Nat) := 0 + x

theorem f_eq_g : f = g := funext fun x => (Nat.zero_add x).symm

/-- info: 'f_eq_g' depends on axioms: [Quot.sound] -/
#guard_msgs in
#print axioms f_eq_g

/-- info: funext.{u, v} {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : ∀ (x : α), f x = g x) : f = g -/
#guard_msgs in
#check funext
