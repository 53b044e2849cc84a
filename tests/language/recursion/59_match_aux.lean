def isZero (n : Nat) : Bool :=
  match n with
  | 0 => true
  | _ + 1 => false

#guard_msgs (drop info) in
#print isZero.match_1
