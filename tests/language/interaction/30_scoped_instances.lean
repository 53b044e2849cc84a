/-! Instances for a section or for those who open a namespace. -/

structure Point where
  x : Nat
  y : Nat

section
local instance : Add Point where
  add a b := { x := a.x + b.x, y := a.y + b.y }

def double (p : Point) := p + p
end

/--
error: failed to synthesize instance of type class
  HAdd Point Point ?m.5

Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
-/
#guard_msgs in
def triple (p : Point) := p + p + p

namespace Point
scoped instance : Mul Point where
  mul a b := { x := a.x * b.x, y := a.y * b.y }

def square (p : Point) := p * p
end Point

open Point in
def square' (p : Point) := p * p

/--
error: failed to synthesize instance of type class
  HMul Point Point ?m.5

Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
-/
#guard_msgs in
def square'' (p : Point) := p * p
