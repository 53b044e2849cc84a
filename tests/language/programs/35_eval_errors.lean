/-! What cannot be evaluated. -/

/--
error: could not synthesize a `ToExpr`, `Repr`, or `ToString` instance for type
  Nat → Nat
-/
#guard_msgs in
#eval fun (n : Nat) => n + 1

/-- error: cannot evaluate types -/
#guard_msgs in
#eval Nat

/-- error: cannot evaluate proofs -/
#guard_msgs in
#eval trivial

/--
error: Expression
  1 = 2
did not evaluate to `true`
-/
#guard_msgs in
#guard 1 = 2
