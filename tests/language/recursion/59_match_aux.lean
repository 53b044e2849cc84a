def isZero (n : Nat) : Bool :=
  match n with
  | 0 => true
  | _ + 1 => false

/--
info: def isZero.match_1.{u_1} : (motive : Nat → Sort u_1) →
  (n : Nat) → (Unit → motive 0) → ((n : Nat) → motive n.succ) → motive n
-/
#guard_msgs(drop info) in
#print isZero.match_1
