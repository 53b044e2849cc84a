/-!
# Input and output

What a program prints is kept in the state of its monad; `#eval` shows it. Nothing outside of the program can be reached.
-/

universe u

/-- What can go wrong. -/
inductive IO.Error where
  | userError (msg : String)

instance IO.instToStringError : ToString IO.Error where
  toString e := match e with
    | IO.Error.userError msg => msg

instance IO.instInhabitedError : Inhabited IO.Error := ⟨IO.Error.userError ""⟩

/-- What was printed, the last piece first. -/
structure IO.World where
  output : List String

/-- Programs with errors of type `ε`. -/
def EIO (ε : Type) (α : Type) : Type := IO.World → Except ε α × IO.World

/-- Programs. -/
@[reducible] def IO : Type → Type := EIO IO.Error

namespace EIO

variable {ε α β : Type}

/-- A value. -/
protected def pure (a : α) : EIO ε α := fun w => (Except.ok a, w)

/-- One program after the other. -/
protected def bind (x : EIO ε α) (f : α → EIO ε β) : EIO ε β := fun w =>
  match x w with
  | (Except.ok a, w) => f a w
  | (Except.error e, w) => (Except.error e, w)

/-- An error. -/
protected def throw (e : ε) : EIO ε α := fun w => (Except.error e, w)

/-- Goes on after an error. -/
protected def tryCatch (x : EIO ε α) (handle : ε → EIO ε α) : EIO ε α := fun w =>
  match x w with
  | (Except.ok a, w) => (Except.ok a, w)
  | (Except.error e, w) => handle e w

instance instMonad : Monad (EIO ε) where
  pure := EIO.pure
  bind := EIO.bind

instance instMonadExceptOf : MonadExceptOf ε (EIO ε) where
  throw := EIO.throw
  tryCatch := EIO.tryCatch

instance instMonadFinally : MonadFinally (EIO ε) where
  tryFinally' x f := fun w =>
    match x w with
    | (Except.ok a, w) => EIO.bind (f (some a)) (fun b => EIO.pure (a, b)) w
    | (Except.error e, w) => EIO.bind (f none) (fun _ => EIO.throw e) w

instance instInhabited [Inhabited ε] : Inhabited (EIO ε α) := ⟨EIO.throw default⟩

end EIO

namespace IO

/-- An error with a message. -/
def userError (s : String) : IO.Error := IO.Error.userError s

/-- Prints a value. -/
def print {α : Type u} [ToString α] (s : α) : IO Unit := fun w => (Except.ok (), ⟨toString s :: w.output⟩)

/-- Prints a value and ends the line. -/
def println {α : Type u} [ToString α] (s : α) : IO Unit := print (toString s ++ "\n")

/-- Prints a value and ends the line. -/
def eprintln {α : Type u} [ToString α] (s : α) : IO Unit := println s

end IO
