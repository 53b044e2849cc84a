/-! `<$>`, `<*>`, `<*`, `*>`, `>=>`, `<|>`. -/

#guard (· + 1) <$> some 2 == some 3
#guard (some (· + ·) <*> some 1 <*> some 2) == some 3
#guard (some 1 <* some 2) == some 1
#guard (some 1 *> some 2) == some 2
#guard (some 1 <* (none : Option Nat)) == none
#guard (none <|> some 4) == some 4
#guard (some 3 <|> some 4) == some 3

def half (n : Nat) : Option Nat := if n % 2 = 0 then some (n / 2) else none

#guard (half >=> half) 12 == some 3
#guard (half >=> half) 6 == none
#guard (guard (1 < 2) : Option Unit) == some ()
#guard [1, 2].mapM half == none
#guard [2, 4].mapM half == some [1, 2]
