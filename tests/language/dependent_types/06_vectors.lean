/-! Vectors with their length in the type. -/

inductive Vect (α : Type u) : Nat → Type u where
  | nil : Vect α 0
  | cons (a : α) (v : Vect α n) : Vect α (n + 1)

namespace Vect

def toList : Vect α n → List α
  | nil => []
  | cons a v => a :: v.toList

def head : Vect α (n + 1) → α
  | cons a _ => a

def map (f : α → β) : Vect α n → Vect β n
  | nil => nil
  | cons a v => cons (f a) (v.map f)

def zip : Vect α n → Vect β n → Vect (α × β) n
  | nil, nil => nil
  | cons a v, cons b w => cons (a, b) (zip v w)

end Vect

open Vect in
#guard (cons 1 (cons 2 nil)).head == 1

open Vect in
#guard ((cons 1 (cons 2 nil)).zip (cons 'a' (cons 'b' nil))).toList == [(1, 'a'), (2, 'b')]

theorem Vect.length_toList (v : Vect α n) : v.toList.length = n := by
  induction v with
  | nil => rfl
  | cons a v ih => simp [toList, ih]
