/-! Laws of monads. -/

example (x : Option Nat) : (do let a ← x; pure a) = x := by simp

example (f : Nat → Option Nat) (a : Nat) : (do let x ← pure a; f x) = f a := by simp

example {m : Type → Type} [Monad m] [LawfulMonad m] (x : m Nat) : x >>= pure = x := bind_pure x

example {m : Type → Type} [Monad m] [LawfulMonad m] (x : m Nat) : id <$> x = x := by simp

example (f : Nat → Nat) (x : Option Nat) : f <$> x = x.map f := rfl

instance : Monad List where
  pure a := [a]
  bind xs f := xs.flatMap f

#guard (do let x ← [1, 2]; let y ← [10, 20]; return x + y) == [11, 21, 12, 22]
