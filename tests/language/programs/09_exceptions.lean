/-! `try`, `catch` and `finally`. -/

def safeDiv (x y : Nat) : Except String Nat := do
  if y = 0 then
    throw "division by zero"
  return x / y

def orZero (x y : Nat) : Except String Nat := do
  try
    safeDiv x y
  catch _ =>
    return 0

/-- info: Except.ok 0 -/
#guard_msgs in
#eval orZero 1 0

/-- info: Except.ok 3 -/
#guard_msgs in
#eval orZero 7 2

def described (x y : Nat) : Except String String := do
  try
    let r ← safeDiv x y
    return s!"result {r}"
  catch e =>
    return s!"failed: {e}"

/-- info: Except.ok "failed: division by zero" -/
#guard_msgs in
#eval described 1 0

/-- info: Except.ok "result 4" -/
#guard_msgs in
#eval described 9 2
