/-! Filters of `#guard_msgs`: the first that fits decides, other messages pass. -/

#guard_msgs (drop info) in
#check Nat

#guard_msgs (drop warning) in
example : 1 = 2 := sorry

/-- error: Unknown identifier `nothing` -/
#guard_msgs (error, drop all) in
#check nothing

#guard_msgs (drop all) in
#check nothing

/-- info: Nat : Type -/
#guard_msgs (check info) in
#check Nat
