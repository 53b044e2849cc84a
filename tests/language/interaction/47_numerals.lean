/-! Numerals of a type without them. -/

def Natural := Nat

/--
error: failed to synthesize instance of type class
  OfNat Natural 5
numerals are polymorphic in Lean, but the numeral `5` cannot be used in a context where the expected type is
  Natural
due to the absence of the instance above

Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
-/
#guard_msgs in
def five : Natural := 5
