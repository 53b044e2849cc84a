/-! A small language with an interpreter. -/

inductive Term where
  | lit (n : Int)
  | var (x : String)
  | add (a b : Term)
  | div (a b : Term)

abbrev Env := List (String × Int)

def Term.eval (env : Env) : Term → Except String Int
  | lit n => return n
  | var x =>
    match env.lookup x with
    | some v => return v
    | none => throw s!"unknown variable {x}"
  | add a b => do
    let x ← a.eval env
    let y ← b.eval env
    return x + y
  | div a b => do
    let y ← b.eval env
    if y == 0 then throw "division by zero"
    return (← a.eval env) / y

open Term in
def sample : Term := div (add (lit 6) (var "x")) (lit 2)

/-- info: Except.ok 5 -/
#guard_msgs in
#eval sample.eval [("x", 4)]

/-- info: Except.error "unknown variable x" -/
#guard_msgs in
#eval sample.eval []

/-- info: Except.error "division by zero" -/
#guard_msgs in
#eval (Term.div (.lit 1) (.lit 0)).eval []
