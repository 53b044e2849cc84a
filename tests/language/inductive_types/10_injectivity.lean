example (m n : Nat) (h : Nat.succ m = Nat.succ n) : m = n := Nat.succ.inj h
example (m : Nat) : Nat.succ m ≠ Nat.zero := nofun
example (a b : Nat) (h : [a] = [b]) : a = b := List.cons.inj h |>.1
example (h : (7 : Nat) = 4) : False := by contradiction

inductive Shape where
  | circle (r : Nat)
  | box (w h : Nat)

example (a b : Nat) (h : Shape.circle a = Shape.circle b) : a = b := by
  injection h

example (a b c : Nat) : Shape.circle a ≠ Shape.box b c := by
  intro h
  cases h
