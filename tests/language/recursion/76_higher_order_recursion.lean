inductive Inf where
  | leaf : Inf
  | lim : (Nat → Inf) → Inf

def Inf.follow : Inf → Nat → Inf
  | leaf, _ => leaf
  | lim f, n => (f n).follow n

example : Inf.leaf.follow 3 = Inf.leaf := rfl
