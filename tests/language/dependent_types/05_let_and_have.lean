/-! `let`, `have`, `show`, `if let`. -/

def area (r : Nat) : Nat :=
  let d := 2 * r
  let square (n : Nat) : Nat := n * n
  square d

#guard area 3 == 36

def firstOr (xs : List Nat) (d : Nat) : Nat :=
  if let x :: _ := xs then x else d

#guard firstOr [7] 1 == 7
#guard firstOr [] 1 == 1

def classify (n : Nat) : String :=
  if n = 0 then "zero" else if n < 10 then "small" else "large"

#guard classify 0 == "zero"
#guard classify 50 == "large"

def safe (n : Nat) : Nat :=
  if h : n > 0 then
    have : n - 1 < n := by omega
    (⟨n - 1, this⟩ : Fin n).val
  else 0

#guard safe 5 == 4

example (p : Prop) (h : p) : p := show p from h
example (p q : Prop) (hp : p) (hq : q) : p ∧ q :=
  have ⟨a, b⟩ : p ∧ q := ⟨hp, hq⟩
  suffices h : p from ⟨h, b⟩
  a
