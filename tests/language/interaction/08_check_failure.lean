/-! `#check_failure` wants an error, and shows it as an information. -/

/-- info: Unknown identifier `nothing` -/
#guard_msgs in
#check_failure nothing

/--
info: Type mismatch
  "a"
has type
  String
but is expected to have type
  Nat
-/
#guard_msgs in
#check_failure ("a" : Nat)
