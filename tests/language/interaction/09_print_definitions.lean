/-! `#print` of definitions, theorems, axioms. -/

def double (n : Nat) : Nat := n + n

/--
info: def double : Nat → Nat :=
fun n => n + n
-/
#guard_msgs in
#print double

theorem easy : 1 + 1 = 2 := rfl

/--
info: theorem easy : 1 + 1 = 2 :=
rfl
-/
#guard_msgs in
#print easy

axiom magic : 1 = 2

/-- info: axiom magic : 1 = 2 -/
#guard_msgs in
#print magic

abbrev Num := Nat

/--
info: @[reducible] def Num : Type :=
Nat
-/
#guard_msgs in
#print Num

protected def Nat.twice (n : Nat) : Nat := n + n

/--
info: protected def Nat.twice : Nat → Nat :=
fun n => n + n
-/
#guard_msgs in
#print Nat.twice
