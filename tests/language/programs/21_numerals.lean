/-! Number literals in other bases, and scientific ones. -/

#guard 0xff == 255
#guard 0b101 == 5
#guard 0o17 == 15
#guard 1_000 == 1000
#guard (1.5 : Float) + 1 == 2.5
#guard (2e3 : Float) == 2000
#guard (1.0e-1 : Float) < 0.2
#guard (3 : UInt64) * 4 == 12
#guard ((200 : UInt8) + 100) == 44
