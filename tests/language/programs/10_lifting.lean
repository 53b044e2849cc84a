/-! Actions of one monad in another. -/

def check (n : Nat) : Except String Unit := do
  if n > 2 then throw "too many"

def tick : StateT Nat (Except String) Unit := do
  check (← get)
  modify (· + 1)

/-- info: Except.ok ((), 2) -/
#guard_msgs in
#eval (do tick; tick : StateT Nat (Except String) Unit).run 0

def scaled : ReaderT Nat (StateM Nat) Nat := do
  let k ← read
  let n ← get
  set (n * k)
  return k + n

#guard (scaled.run 3).run 5 == (8, 15)

def optional' : OptionT (StateM Nat) Nat := do
  modify (· + 1)
  if (← get) > 5 then failure
  return 1

#guard optional'.run.run 3 == (some 1, 4)
#guard optional'.run.run 7 == (none, 8)
