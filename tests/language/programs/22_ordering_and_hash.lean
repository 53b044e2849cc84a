/-! `Ord` and `Hashable`. -/

#guard compare 1 2 == Ordering.lt
#guard compare "b" "a" == .gt
#guard (compare 3 3).isEq
#guard (compare 1 2).swap == .gt
#guard (compare 1 1).then (compare 5 4) == .gt
#guard hash 3 == hash (1 + 2)
#guard (hash "ab" == hash "ba") == false

structure Version where
  major : Nat
  minor : Nat

instance : Ord Version where
  compare a b := (compare a.major b.major).then (compare a.minor b.minor)

#guard compare (Version.mk 1 2) (Version.mk 1 3) == .lt
