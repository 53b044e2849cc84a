inductive Tree (α : Type) where
  | leaf : Tree α
  | node (l : Tree α) (x : α) (r : Tree α) : Tree α

namespace Tree
def size : Tree α → Nat
  | leaf => 0
  | node l _ r => l.size + r.size + 1

def mirror : Tree α → Tree α
  | leaf => leaf
  | node l x r => node r.mirror x l.mirror

theorem size_mirror (t : Tree α) : t.mirror.size = t.size := by
  fun_induction mirror t with
  | case1 => rfl
  | case2 l x r ihl ihr => simp [size]; omega
end Tree
