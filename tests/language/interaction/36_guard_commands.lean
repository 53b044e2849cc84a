/-! `#guard`. -/

#guard 1 + 1 == 2
#guard 1 < 2
