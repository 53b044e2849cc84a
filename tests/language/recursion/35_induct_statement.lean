def half : Nat → Nat
  | 0 => 0
  | 1 => 0
  | n + 2 => half n + 1

/--
info: half.induct (motive : Nat → Prop) (case1 : motive 0) (case2 : motive 1)
  (case3 : ∀ (n : Nat), motive n → motive n.succ.succ) (a✝ : Nat) : motive a✝
-/
#guard_msgs in
#check half.induct
