structure Secret where
  private mk ::
  value : Nat

def make (n : Nat) : Secret := .mk n
example : (make 3).value = 3 := rfl

structure Named where
  build ::
  value : Nat

example : (Named.build 3).value = 3 := rfl

/-- info: Named.build (value : Nat) : Named -/
#guard_msgs in
#check Named.build
