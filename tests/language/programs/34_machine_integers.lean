/-! Integers of a fixed width wrap around. -/

#guard (255 : UInt8) + 1 == 0
#guard (0 : UInt8) - 1 == 255
#guard (3 : UInt32) < 4
#guard (7 : UInt64) / 2 == 3
#guard (65536 : UInt16) == 0
#guard (300).toUInt8 == 44
#guard (5 : UInt8).toNat == 5

/-- info: 44 -/
#guard_msgs in
#eval (200 : UInt8) + 100

/-- info: [1, 2] -/
#guard_msgs in
#eval ([1, 2] : List UInt64)
