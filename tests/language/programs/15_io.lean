/-! Programs that print. -/

def greet (name : String) : IO Unit := do
  IO.println s!"Hello, {name}!"
  IO.println "Bye."

/--
info: Hello, you!
Bye.
-/
#guard_msgs in
#eval greet "you"

def count : IO Nat := do
  for i in [0:3] do
    IO.print s!"{i} "
  return 3

/-- info: 0 1 2 3 -/
#guard_msgs in
#eval count

/-- error: no -/
#guard_msgs in
#eval (throw (IO.userError "no") : IO Unit)

def recovered : IO Unit := do
  try
    throw (IO.userError "no")
  catch e =>
    IO.println s!"caught {e}"

/-- info: caught no -/
#guard_msgs in
#eval recovered
