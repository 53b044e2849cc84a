/-! Macros that stand for commands. -/

macro "define " n:ident " as " v:term : command => `(def $n := $v)

define five as 5
example : five = 5 := rfl

macro "trivially " n:ident : command => `(theorem $n : True := trivial)
trivially triv
example : True := triv
