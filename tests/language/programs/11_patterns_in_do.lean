/-! Patterns, with alternatives. -/

def headOr (xs : List Nat) (d : Nat) : Nat := Id.run do
  let x :: _ := xs | return d
  return x

#guard headOr [4, 5] 0 == 4
#guard headOr [] 9 == 9

def pairSum (x : Option (Nat × Nat)) : Option Nat := do
  let (a, b) ← x
  return a + b

#guard pairSum (some (1, 2)) == some 3

def describe (x : Option Nat) : String := Id.run do
  match x with
  | some 0 => return "zero"
  | some n =>
    let m := n + 1
    return s!"before {m}"
  | none => return "nothing"

#guard describe (some 0) == "zero"
#guard describe (some 4) == "before 5"
#guard describe none == "nothing"

def ifLet (x : Option Nat) : Nat := Id.run do
  let mut r := 0
  if let some n := x then
    r := n
  return r + 1

#guard ifLet (some 3) == 4
#guard ifLet none == 1
