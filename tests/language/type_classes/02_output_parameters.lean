/-! Output parameters. -/

class Container (c : Type) (e : outParam Type) where
  empty : c
  insert : e → c → c
  toList : c → List e

instance : Container (List Nat) Nat where
  empty := []
  insert := List.cons
  toList := id

instance : Container String Char where
  empty := ""
  insert c s := s.push c
  toList := String.toList

#guard Container.toList "ab" == ['a', 'b']
#guard Container.toList (Container.insert 3 [4]) == [3, 4]
