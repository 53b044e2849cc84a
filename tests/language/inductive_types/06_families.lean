inductive Vec (α : Type) : Nat → Type where
  | nil : Vec α 0
  | cons : α → Vec α n → Vec α (n + 1)

namespace Vec

def map (f : α → β) : Vec α n → Vec β n
  | nil => nil
  | cons a v => cons (f a) (map f v)

def head : Vec α (n + 1) → α
  | cons a _ => a

def tail : Vec α (n + 1) → Vec α n
  | cons _ v => v

theorem eta : ∀ v : Vec α (n + 1), cons (head v) (tail v) = v
  | cons _ _ => rfl

theorem map_id : ∀ v : Vec α n, map id v = v
  | nil => rfl
  | cons a v => congrArg (cons a) (map_id v)

end Vec
