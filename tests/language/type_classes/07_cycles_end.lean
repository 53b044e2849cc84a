/-! Instances that lead back to the problem do not make the search run on. -/

class A (α : Type) where
  a : α
class B (α : Type) where
  b : α

instance [B α] : A α := ⟨B.b⟩
instance [A α] : B α := ⟨A.a⟩

/--
error: failed to synthesize instance of type class
  A Nat

Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
-/
#guard_msgs in
#synth A Nat

instance : B Nat := ⟨3⟩

example : (A.a : Nat) = 3 := rfl
