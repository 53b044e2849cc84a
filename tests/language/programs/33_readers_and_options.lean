/-! `ReaderT` and `OptionT` together. -/

structure Config where
  depth : Nat
  verbose : Bool

abbrev App := ReaderT Config (Except String)

def current : App Nat := do
  return (← read).depth

def deeper (x : App α) : App α := withReader (fun c => { c with depth := c.depth + 1 }) x

def limited : App Nat := do
  let d ← current
  if d > 3 then throw s!"too deep: {d}"
  return d

/-- info: Except.ok 3 -/
#guard_msgs in
#eval (deeper (deeper limited)).run { depth := 1, verbose := false }

/-- info: Except.error "too deep: 4" -/
#guard_msgs in
#eval (deeper limited).run { depth := 3, verbose := true }
