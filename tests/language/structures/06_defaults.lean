structure Settings where
  width : Nat := 80
  tabs : Bool := false
  depth : Nat := width / 2

def s : Settings := {}
example : s.depth = 40 := rfl

def t : Settings := { width := 10 }
example : t.depth = 5 := rfl
example : t.tabs = false := rfl
