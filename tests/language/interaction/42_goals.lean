/-! Goals that are left, and tactics that fail. -/

/--
error: unsolved goals
case right
p q : Prop
hp : p
⊢ q
-/
#guard_msgs in
example (p q : Prop) (hp : p) : p ∧ q := by
  constructor
  exact hp

/--
error: Tactic `assumption` failed

p q : Prop
hp : p
⊢ q
-/
#guard_msgs in
example (p q : Prop) (hp : p) : q := by
  assumption

/--
error: Tactic `introN` failed: There are no additional binders or `let` bindings in the goal to introduce

p : Prop
⊢ p
-/
#guard_msgs in
example (p : Prop) : p := by
  intro h

/-- error: No goals to be solved -/
#guard_msgs in
example : True := by
  trivial
  trivial
