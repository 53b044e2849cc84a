/-! A message that is not the expected one: both are shown. -/

/--
info: Nat : Type
---
error: ❌️ Docstring on `#guard_msgs` does not match generated message:

- info: Bool : Type
+ info: Nat : Type
-/
#guard_msgs in
/-- info: Bool : Type -/
#guard_msgs in
#check Nat
