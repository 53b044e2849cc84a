inductive Vec (α : Type u) : Nat → Type u where
  | nil : Vec α 0
  | cons : α → {n : Nat} → Vec α n → Vec α (n + 1)

def Vec.zipWith (f : α → β → γ) : {n : Nat} → Vec α n → Vec β n → Vec γ n
  | 0, nil, nil => nil
  | _ + 1, cons a as, cons b bs => cons (f a b) (zipWith f as bs)
