/-! Shifts and bitwise operations. -/

#guard 5 &&& 6 == 4
#guard 5 ||| 6 == 7
#guard 5 ^^^ 6 == 3
#guard 3 <<< 4 == 48
#guard 100 >>> 3 == 12
#guard Nat.log2 1000 == 9
#guard Nat.testBit 5 2
#guard Nat.testBit 5 1 == false

example : 6 &&& 3 = 2 := by decide
example (n : Nat) : n <<< 0 = n := by simp
