/-! The state monad. -/

def counter : StateM Nat Nat := do
  let n ← get
  set (n + 1)
  modify (· * 2)
  return n

#guard counter.run 3 == (3, 8)

def fresh : StateT Nat (Except String) Nat := do
  let n ← get
  if n ≥ 3 then
    throw "no more"
  set (n + 1)
  return n

def three : StateT Nat (Except String) (List Nat) := do
  let a ← fresh
  let b ← fresh
  let c ← fresh
  return [a, b, c]

/-- info: Except.ok ([0, 1, 2], 3) -/
#guard_msgs in
#eval three.run 0

/-- info: Except.error "no more" -/
#guard_msgs in
#eval three.run 1

example (s : Nat) : (do let n ← get; set (n + 1); return n : StateM Nat Nat).run s = (s, s + 1) := rfl
