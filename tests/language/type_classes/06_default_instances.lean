/-! Default instances. -/

structure Unitary where
  v : Nat

instance : OfNat Unitary n := ⟨⟨n⟩⟩

example : (7 : Unitary).v = 7 := rfl

class Scale (α : Type) (β : outParam Type) where
  scale : α → β

@[default_instance] instance : Scale Nat Nat := ⟨(· * 10)⟩
instance : Scale Int Int := ⟨(· * 100)⟩

example : Scale.scale 4 = 40 := rfl
example : Scale.scale (4 : Int) = 400 := rfl

example (n : Nat) (i : Int) : i + n = n + i := Int.add_comm i n
