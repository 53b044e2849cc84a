/-! Coercions of values, to functions and to types. -/

structure Pos where
  n : Nat
  h : 0 < n

instance : Coe Pos Nat := ⟨Pos.n⟩

def one : Pos := ⟨1, by decide⟩

example : (one : Nat) = 1 := rfl
example : 1 + one = 2 := rfl
example : (↑one : Nat) = 1 := rfl

structure Linear where
  a : Nat
  b : Nat

instance : CoeFun Linear (fun _ => Nat → Nat) := ⟨fun f x => f.a * x + f.b⟩

example : (Linear.mk 2 3) 4 = 11 := rfl

structure Carrier where
  carrier : Type
  op : carrier → carrier → carrier

instance : CoeSort Carrier Type := ⟨Carrier.carrier⟩

def Carrier.square (S : Carrier) (a : S) : S := S.op a a

def natAdd : Carrier := ⟨Nat, Nat.add⟩

example : natAdd.square (3 : Nat) = (6 : Nat) := rfl

instance : CoeDep Nat 5 Bool := ⟨true⟩

example : ((5 : Nat) : Bool) = true := rfl
