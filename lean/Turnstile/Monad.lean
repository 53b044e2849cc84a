/-!
# Functors and monads

The classes behind `<$>`, `<*>` and `>>=`, and the instances of `Id` and `Option`.
-/

universe u v w

/-! ## Functors and monads -/

/-- `f <$> x`. -/
class Functor (f : Type u → Type v) : Type (max (u+1) v) where
  map : {α β : Type u} → (α → β) → f α → f β
  mapConst : {α β : Type u} → α → f β → f α := fun a => map (fun _ => a)

/-- `pure x`. -/
class Pure (f : Type u → Type v) where
  pure {α : Type u} : α → f α

export Pure (pure)

/-- `f <*> x`. -/
class Seq (f : Type u → Type v) : Type (max (u+1) v) where
  seq : {α β : Type u} → f (α → β) → (Unit → f α) → f β

/-- `x >>= f`. -/
class Bind (m : Type u → Type v) where
  bind : {α β : Type u} → m α → (α → m β) → m β

export Bind (bind)

/-- Functors with `pure` and `<*>`. -/
class Applicative (f : Type u → Type v) extends Functor f, Pure f, Seq f where
  map := fun x y => Seq.seq (pure x) (fun _ => y)

/-- Applicative functors with `>>=`. -/
class Monad (m : Type u → Type v) extends Applicative m, Bind m where
  map f x := Bind.bind x (fun a => pure (f a))
  seq f x := Bind.bind f (fun y => Functor.map y (x ()))

/-- The identity as a monad. -/
def Id (type : Sort u) : Sort u := type

/-- The value of a computation in `Id`. -/
def Id.run {α : Type u} (x : Id α) : α := x

instance Id.instMonad : Monad Id.{u+1} where
  pure x := x
  bind x f := f x
  map f x := f x

instance Option.instMonad : Monad Option.{u} where
  pure x := some x
  bind x f := Option.bind x f
  map f x := Option.map f x
