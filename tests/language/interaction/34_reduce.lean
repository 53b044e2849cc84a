/-! `#reduce` and `#eval`. -/

/-- info: 4 -/
#guard_msgs in
#eval 2 + 2

/-- info: 4 -/
#guard_msgs in
#reduce 2 + 2

/-- info: fun x => x.succ -/
#guard_msgs in
#reduce fun x : Nat => x + 1

/-- info: true -/
#guard_msgs in
#eval 2 < 3
