example : WellFoundedRelation (Nat × Nat) := inferInstance

example (a b c d : Nat) (h : a < c) : Prod.Lex (· < ·) (· < ·) (a, b) (c, d) :=
  Prod.Lex.left b d h

example (a b d : Nat) (h : b < d) : Prod.Lex (· < ·) (· < ·) (a, b) (a, d) :=
  Prod.Lex.right a h
