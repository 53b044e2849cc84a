/-! Names that are bound on first use, and what is said without that. -/

def compose (g : β → γ) (f : α → β) (x : α) : γ := g (f x)

/-- info: @compose : {β : Sort u_1} → {γ : Sort u_2} → {α : Sort u_3} → (β → γ) → (α → β) → α → γ -/
#guard_msgs in
#check @compose

set_option autoImplicit false

/--
error: Unknown identifier `α`

Note: It is not possible to treat `α` as an implicitly bound variable here because the `autoImplicit` option is set to `false`.
-/
#guard_msgs in
def same (x : α) : Nat := 0
