/-! A trace of a search that fails. -/

class Foo (α : Type) where
  foo : Nat
class Bar (α : Type) where
  bar : Nat

instance instFooOfBar [Bar α] : Foo α := ⟨Bar.bar α⟩

/--
error: failed to synthesize instance of type class
  Foo Nat

Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
-/
#guard_msgs (error, drop info) in
set_option trace.Meta.synthInstance true in
#synth Foo Nat
