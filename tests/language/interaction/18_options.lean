/-! Options, and what is wrong with them. -/

set_option pp.funBinderTypes true in
/-- info: fun (x : Nat) => x + 1 : Nat → Nat -/
#guard_msgs in
#check fun x => x + 1

set_option pp.unicode.fun true in
/-- info: fun x ↦ x + 1 : Nat → Nat -/
#guard_msgs in
#check fun x => x + 1

set_option pp.numericTypes true in
/-- info: (2 : Nat) : Nat -/
#guard_msgs in
#check 2

set_option pp.fieldNotation false in
/-- info: fun n => Nat.succ n : Nat → Nat -/
#guard_msgs in
#check fun n : Nat => n.succ

/-- error: Unknown option `no.such.option` -/
#guard_msgs in
set_option no.such.option true
