/-! A queue of two lists. -/

structure Queue (α : Type u) where
  front : List α := []
  back : List α := []
  deriving Repr

namespace Queue

def push (q : Queue α) (a : α) : Queue α := { q with back := a :: q.back }

def pop? (q : Queue α) : Option (α × Queue α) :=
  match q.front, q.back with
  | a :: as, back => some (a, { front := as, back })
  | [], back =>
    match back.reverse with
    | a :: as => some (a, { front := as })
    | [] => none

def toList (q : Queue α) : List α := q.front ++ q.back.reverse

end Queue

#guard ((({} : Queue Nat).push 1).push 2).toList == [1, 2]
#guard ((((({} : Queue Nat).push 1).push 2).pop?).map (·.1)) == some 1

/-- info: { front := [], back := [2, 1] } -/
#guard_msgs in
#eval (({} : Queue Nat).push 1).push 2
