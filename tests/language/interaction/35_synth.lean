/-! `#synth` shows the instance. -/

/-- info: instAddNat -/
#guard_msgs in
#synth Add Nat

/--
error: failed to synthesize instance of type class
  Add Prop

Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
-/
#guard_msgs in
#synth Add Prop
