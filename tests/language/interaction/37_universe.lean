/-! Universe levels. -/

universe u v

def pair (α : Type u) (β : Type v) : Type (max u v) := α × β

/-- info: pair.{u, v} (α : Type u) (β : Type v) : Type (max u v) -/
#guard_msgs in
#check pair

/-- error: a universe level named `u` has already been declared -/
#guard_msgs in
universe u
