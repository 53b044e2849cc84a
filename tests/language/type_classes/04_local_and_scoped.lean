/-! Instances that hold for a part of the file. -/

structure P where
  x : Nat

section
local instance : Add P := ⟨fun a b => ⟨a.x + b.x⟩⟩

def twice (p : P) : P := p + p
end

/--
error: failed to synthesize instance of type class
  Add P

Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
-/
#guard_msgs in
#synth Add P

#guard (twice ⟨2⟩).x == 4

variable {α : Type} [inst : Inhabited α]

example : α := default

example [Add α] (a b : α) : α := a + b
