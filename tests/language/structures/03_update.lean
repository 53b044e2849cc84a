structure Point where
  x : Nat
  y : Nat
  z : Nat

def p : Point := { x := 1, y := 2, z := 3 }
def q : Point := { p with y := 5 }

example : q.x = 1 ∧ q.y = 5 ∧ q.z = 3 := ⟨rfl, rfl, rfl⟩
example : { p with x := 7, z := 8 } = Point.mk 7 2 8 := rfl
