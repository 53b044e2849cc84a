theorem first {a b : Prop} (x : a) (_ : b) : a := x

variable (a b c : Prop)

theorem chain (g : b → c) (f : a → b) : a → c := fun x : a => show c from g (f x)

example : a → b → a := first
example (f : a → b) : a → b := first f trivial
example (g : b → c) (f : a → b) (x : a) : c := chain a b c g f x
example (f : a → b) : a → b := chain _ _ _ f id
