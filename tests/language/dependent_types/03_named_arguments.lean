/-! Named arguments, defaults, `..`, `@`. -/

def f (x : Nat) (y : Nat := 10) (z : Nat := x + y) : Nat := x * 100 + y * 10 + z

#guard f 1 == 211
#guard f 1 2 == 123
#guard f 1 (z := 0) == 200
#guard f (y := 3) 1 == 134

def g {α : Type} (a : α) (n : Nat) : Nat := n

#guard g (α := Bool) true 4 == 4
#guard @g Nat 1 2 == 2
#guard g (n := 5) 'a' == 5

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := And.intro ‹p› ‹q›

example : ∃ x : Nat, x = x := Exists.intro 0 rfl
