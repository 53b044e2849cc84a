/-! `return` before the end. -/

def sign (n : Int) : Int := Id.run do
  if n < 0 then
    return -1
  if n = 0 then
    return 0
  return 1

#guard sign (-5) == -1
#guard sign 0 == 0
#guard sign 7 == 1

def firstEven (xs : List Nat) : Option Nat := Id.run do
  for x in xs do
    if x % 2 = 0 then
      return some x
  return none

#guard firstEven [1, 3, 6, 8] == some 6
#guard firstEven [1, 3] == none

def early (n : Nat) : Except String Nat := do
  unless n < 10 do
    throw "too large"
  if n = 5 then
    return 50
  let m := n + 1
  return m

/-- info: Except.ok 50 -/
#guard_msgs in
#eval early 5

/-- info: Except.ok 4 -/
#guard_msgs in
#eval early 3

/-- info: Except.error "too large" -/
#guard_msgs in
#eval early 30
