/-! A part of a message is enough with `substring := true`. -/

/-- Unknown identifier -/
#guard_msgs (substring := true) in
#check nothing

/-- info: Nat -/
#guard_msgs (substring := true) in
#check Nat
