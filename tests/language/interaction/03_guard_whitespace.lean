/-! Line breaks are as good as blanks; `whitespace := lax` forgives more. -/

/--
info: 1 + 1 :
Nat
-/
#guard_msgs in
#check 1 + 1

/-- info:   1 +   1 :   Nat -/
#guard_msgs (whitespace := lax) in
#check 1 + 1

/-- info: 1 + 1 : Nat -/
#guard_msgs (whitespace := exact) in
#check 1 + 1
