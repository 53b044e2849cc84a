/-! Priorities, also as expressions. -/

class Pick where
  n : Nat

instance (priority := low) fallback : Pick := ⟨0⟩

example : Pick.n = 0 := rfl

instance first : Pick := ⟨1⟩

example : Pick.n = 1 := rfl

instance (priority := default + 1) strong : Pick := ⟨2⟩
instance weak : Pick := ⟨3⟩

example : Pick.n = 2 := rfl

instance (priority := high) strongest : Pick := ⟨4⟩

example : Pick.n = 4 := rfl

attribute [-instance] strongest

example : Pick.n = 2 := rfl
