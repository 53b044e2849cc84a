/-! A class that is reached in two ways. -/

class Top (α : Type) where
  t : α
class Left (α : Type) extends Top α where
  l : α
class Right (α : Type) extends Top α where
  r : α
class Bottom (α : Type) extends Left α, Right α

instance : Bottom Nat := { t := 1, l := 2, r := 3 }

example : (Top.t : Nat) = 1 := rfl
example : (Right.r : Nat) = 3 := rfl
example [Bottom α] : (Left.toTop : Top α) = Right.toTop := rfl
