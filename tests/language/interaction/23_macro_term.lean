/-! Macros that stand for terms. -/

macro "two" : term => `(2)
example : two + two = 4 := rfl

macro "twice" x:term:max : term => `($x + $x)
example : twice 3 = 6 := rfl
example : twice (1 + 1) = 4 := rfl

syntax "sum! " term,* : term
macro_rules
  | `(sum! ) => `(0)
  | `(sum! $x) => `($x)

example : sum! = 0 := rfl
example : sum! 5 = 5 := rfl

syntax:65 term:65 " +++ " term:66 : term
macro_rules
  | `($a +++ $b) => `(List.append $a $b)

example : [1] +++ [2] +++ [3] = [1, 2, 3] := rfl
