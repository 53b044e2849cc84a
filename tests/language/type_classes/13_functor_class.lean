/-! Functors and applicative functors of one's own. -/

inductive Tree (α : Type u) where
  | leaf (a : α)
  | node (l r : Tree α)
  deriving Repr

def Tree.map (f : α → β) : Tree α → Tree β
  | leaf a => leaf (f a)
  | node l r => node (l.map f) (r.map f)

instance : Functor Tree where
  map := Tree.map

/-- info: Tree.node (Tree.leaf 2) (Tree.leaf 3) -/
#guard_msgs in
#eval (· + 1) <$> Tree.node (.leaf 1) (.leaf 2)

instance : LawfulFunctor Tree where
  map_const := rfl
  id_map t := by
    induction t with
    | leaf a => rfl
    | node l r ihl ihr =>
      show Tree.node (id <$> l) (id <$> r) = _
      rw [ihl, ihr]
  comp_map g h t := by
    induction t with
    | leaf a => rfl
    | node l r ihl ihr =>
      show Tree.node ((h ∘ g) <$> l) ((h ∘ g) <$> r) = _
      rw [ihl, ihr]
      rfl
