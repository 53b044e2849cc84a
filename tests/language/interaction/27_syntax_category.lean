/-! A category of its own. -/

inductive Arith where
  | num (n : Nat)
  | var (s : String)
  | add (a b : Arith)
  | mul (a b : Arith)

declare_syntax_cat arith
syntax num : arith
syntax str : arith
syntax:50 arith:50 " + " arith:51 : arith
syntax:60 arith:60 " * " arith:61 : arith
syntax "(" arith ")" : arith
syntax "[arith|" arith "]" : term

macro_rules
  | `([arith| $n:num ]) => `(Arith.num $n)
  | `([arith| $s:str ]) => `(Arith.var $s)
  | `([arith| $a + $b ]) => `(Arith.add [arith| $a ] [arith| $b ])
  | `([arith| $a * $b ]) => `(Arith.mul [arith| $a ] [arith| $b ])
  | `([arith| ($a) ]) => `([arith| $a ])

example : [arith| 1 + 2 * "x" ] = .add (.num 1) (.mul (.num 2) (.var "x")) := rfl
example : [arith| (1 + 2) * 3 ] = .mul (.add (.num 1) (.num 2)) (.num 3) := rfl
