/-!
# Monads with exceptions, state and environment

`Except`, and the transformers `ExceptT`, `OptionT`, `StateT` and `ReaderT`.
-/

universe u v w

/-! ## Except -/

namespace Except

/-- A value without an error. -/
@[inline] protected def pure {ε : Type u} {α : Type v} (a : α) : Except ε α := Except.ok a

/-- Changes the value. -/
@[inline] protected def map {ε : Type u} {α β : Type v} (f : α → β) : Except ε α → Except ε β
  | Except.error err => Except.error err
  | Except.ok v => Except.ok (f v)

/-- Changes the error. -/
@[inline] def mapError {ε ε' : Type u} {α : Type v} (f : ε → ε') : Except ε α → Except ε' α
  | Except.error err => Except.error (f err)
  | Except.ok v => Except.ok v

/-- Goes on with the value, if there is no error. -/
@[inline] protected def bind {ε : Type u} {α β : Type v} (ma : Except ε α) (f : α → Except ε β) : Except ε β :=
  match ma with
  | Except.error err => Except.error err
  | Except.ok v => f v

/-- Whether there is a value. -/
@[inline] protected def toBool {ε : Type u} {α : Type v} : Except ε α → Bool
  | Except.ok _ => true
  | Except.error _ => false

/-- Whether there is a value. -/
@[reducible] def isOk {ε : Type u} {α : Type v} : Except ε α → Bool := Except.toBool

/-- The value, without the error. -/
@[inline] protected def toOption {ε : Type u} {α : Type v} : Except ε α → Option α
  | Except.ok a => some a
  | Except.error _ => none

/-- Goes on after an error. -/
@[inline] protected def tryCatch {ε : Type u} {α : Type v} (ma : Except ε α) (handle : ε → Except ε α) : Except ε α :=
  match ma with
  | Except.ok a => Except.ok a
  | Except.error e => handle e

/-- The first of two without an error. -/
def orElseLazy {ε : Type u} {α : Type v} (x : Except ε α) (y : Unit → Except ε α) : Except ε α :=
  match x with
  | Except.ok a => Except.ok a
  | Except.error _ => y ()

instance instMonad {ε : Type u} : Monad (Except.{u, v} ε) where
  pure := Except.pure
  bind := Except.bind
  map := Except.map

instance instLawfulMonad {ε : Type u} : LawfulMonad (Except.{u, v} ε) where
  map_const := rfl
  id_map x := by cases x <;> rfl
  comp_map _ _ x := by cases x <;> rfl
  seqLeft_eq x y := by cases x <;> cases y <;> rfl
  seqRight_eq x y := by cases x <;> cases y <;> rfl
  pure_seq _ x := by cases x <;> rfl
  map_pure _ _ := rfl
  seq_pure g _ := by cases g <;> rfl
  seq_assoc x g h := by cases x <;> cases g <;> cases h <;> rfl
  bind_pure_comp _ x := by cases x <;> rfl
  bind_map f x := by cases f <;> cases x <;> rfl
  pure_bind _ _ := rfl
  bind_assoc x _ _ := by cases x <;> rfl

instance instMonadExceptOf (ε : Type u) : MonadExceptOf ε (Except.{u, v} ε) where
  throw := Except.error
  tryCatch := Except.tryCatch

instance instMonadFinally {ε : Type u} : MonadFinally (Except.{u, v} ε) where
  tryFinally' x h := match x with
    | Except.ok a => Except.bind (h (some a)) (fun b => Except.ok (a, b))
    | Except.error e => Except.bind (h none) (fun _ => Except.error e)

instance instInhabited {ε : Type u} {α : Type v} [Inhabited ε] : Inhabited (Except ε α) := ⟨Except.error default⟩

end Except

/-- The value of an option; an error for `none`. -/
@[inline] def Option.toExcept {ε : Type u} {α : Type v} (e : ε) : Option α → Except ε α
  | some a => Except.ok a
  | none => Except.error e

/-! ## ExceptT -/

/-- Adds exceptions of type `ε` to a monad. -/
def ExceptT (ε : Type u) (m : Type u → Type v) (α : Type u) : Type v := m (Except ε α)

namespace ExceptT

variable {ε : Type u} {m : Type u → Type v} [Monad m] {α β : Type u}

/-- An action that computes a value or an error, as one with exceptions. -/
@[inline] def mk (x : m (Except ε α)) : ExceptT ε m α := x

/-- The action with its exceptions as values. -/
@[inline] def run (x : ExceptT ε m α) : m (Except ε α) := x

/-- A value. -/
@[inline] protected def pure (a : α) : ExceptT ε m α := ExceptT.mk (Pure.pure (Except.ok a))

/-- Goes on with a value or passes on an error. -/
@[inline] protected def bindCont (f : α → ExceptT ε m β) : Except ε α → m (Except ε β)
  | Except.ok a => f a
  | Except.error e => Pure.pure (Except.error e)

/-- One action after the other. -/
@[inline] protected def bind (ma : ExceptT ε m α) (f : α → ExceptT ε m β) : ExceptT ε m β :=
  ExceptT.mk (Bind.bind (m := m) ma (ExceptT.bindCont f))

/-- Changes the value. -/
@[inline] protected def map (f : α → β) (x : ExceptT ε m α) : ExceptT ε m β :=
  ExceptT.mk (Bind.bind (m := m) x (fun a => match a with
    | Except.ok a => Pure.pure (Except.ok (f a))
    | Except.error e => Pure.pure (Except.error e)))

/-- An action without exceptions. -/
@[inline] protected def lift (t : m α) : ExceptT ε m α := ExceptT.mk (Except.ok <$> t)

/-- Goes on after an error. -/
@[inline] protected def tryCatch (ma : ExceptT ε m α) (handle : ε → ExceptT ε m α) : ExceptT ε m α :=
  ExceptT.mk (Bind.bind (m := m) ma (fun res => match res with
    | Except.ok a => Pure.pure (Except.ok a)
    | Except.error e => handle e))

instance instMonad : Monad (ExceptT ε m) where
  pure := ExceptT.pure
  bind := ExceptT.bind
  map := ExceptT.map

instance instMonadLift : MonadLift m (ExceptT ε m) := ⟨ExceptT.lift⟩

instance instMonadLiftExcept : MonadLift (Except ε) (ExceptT ε m) := ⟨fun e => ExceptT.mk (Pure.pure e)⟩

instance instMonadExceptOf : MonadExceptOf ε (ExceptT ε m) where
  throw e := ExceptT.mk (Pure.pure (Except.error e))
  tryCatch := ExceptT.tryCatch

end ExceptT

/-! ## OptionT -/

/-- Adds failure to a monad. -/
def OptionT (m : Type u → Type v) (α : Type u) : Type v := m (Option α)

namespace OptionT

variable {m : Type u → Type v} [Monad m] {α β : Type u}

/-- An action that computes an option, as one that can fail. -/
@[inline] def mk (x : m (Option α)) : OptionT m α := x

/-- The action with failure as a value. -/
@[inline] def run (x : OptionT m α) : m (Option α) := x

/-- One action after the other. -/
@[inline] protected def bind (x : OptionT m α) (f : α → OptionT m β) : OptionT m β :=
  OptionT.mk (Bind.bind (m := m) x (fun a => match a with
    | some a => f a
    | none => Pure.pure none))

/-- A value. -/
@[inline] protected def pure (a : α) : OptionT m α := OptionT.mk (Pure.pure (some a))

/-- The first of two that does not fail. -/
@[inline] protected def orElse (x : OptionT m α) (y : Unit → OptionT m α) : OptionT m α :=
  OptionT.mk (Bind.bind (m := m) x (fun a => match a with
    | some a => Pure.pure (some a)
    | none => y ()))

/-- Failure. -/
@[inline] protected def fail : OptionT m α := OptionT.mk (Pure.pure none)

/-- An action that does not fail. -/
@[inline] protected def lift (x : m α) : OptionT m α := OptionT.mk (some <$> x)

instance instMonad : Monad (OptionT m) where
  pure := OptionT.pure
  bind := OptionT.bind

instance instAlternative : Alternative (OptionT m) where
  failure := OptionT.fail
  orElse := OptionT.orElse

instance instMonadLift : MonadLift m (OptionT m) := ⟨OptionT.lift⟩

instance instMonadExceptOf : MonadExceptOf Unit (OptionT m) where
  throw _ := OptionT.fail
  tryCatch x handle := OptionT.orElse x handle

end OptionT

/-! ## StateT -/

/-- Adds a state of type `σ` to a monad. -/
def StateT (σ : Type u) (m : Type u → Type v) (α : Type u) : Type (max u v) := σ → m (α × σ)

/-- Computations with a state of type `σ`. -/
@[reducible] def StateM (σ α : Type u) : Type u := StateT σ Id α

namespace StateT

variable {σ : Type u} {m : Type u → Type v} [Monad m] {α β : Type u}

/-- A function of the state as an action. -/
@[inline] def mk (x : σ → m (α × σ)) : StateT σ m α := x

/-- Runs the action from a state: its result and the last state. -/
@[inline] def run (x : StateT σ m α) (s : σ) : m (α × σ) := x s

/-- Runs the action from a state: its result. -/
@[inline] def run' {m : Type u → Type v} [Functor m] (x : StateT σ m α) (s : σ) : m α := Prod.fst <$> x s

/-- A value. -/
@[inline] protected def pure (a : α) : StateT σ m α := fun s => Pure.pure (a, s)

/-- One action after the other. -/
@[inline] protected def bind (x : StateT σ m α) (f : α → StateT σ m β) : StateT σ m β :=
  fun s => Bind.bind (m := m) (x s) (fun p => match p with | (a, s) => f a s)

/-- Changes the value. -/
@[inline] protected def map (f : α → β) (x : StateT σ m α) : StateT σ m β :=
  fun s => Bind.bind (m := m) (x s) (fun p => match p with | (a, s) => Pure.pure (f a, s))

/-- The state. -/
@[inline] protected def get : StateT σ m σ := fun s => Pure.pure (s, s)

/-- Replaces the state. -/
@[inline] protected def set : σ → StateT σ m PUnit := fun s' _ => Pure.pure (PUnit.unit, s')

/-- Changes the state, with a result. -/
@[inline] protected def modifyGet (f : σ → α × σ) : StateT σ m α := fun s => Pure.pure (f s)

/-- An action that does not use the state. -/
@[inline] protected def lift (t : m α) : StateT σ m α := fun s => Bind.bind t (fun a => Pure.pure (a, s))

instance instMonad : Monad (StateT σ m) where
  pure := StateT.pure
  bind := StateT.bind
  map := StateT.map

instance instAlternative [Alternative m] : Alternative (StateT σ m) where
  failure := fun _ => failure
  orElse x y := fun s => Alternative.orElse (x s) (fun _ => y () s)

instance instMonadLift : MonadLift m (StateT σ m) := ⟨StateT.lift⟩

instance instMonadStateOf : MonadStateOf σ (StateT σ m) where
  get := StateT.get
  set := StateT.set
  modifyGet := StateT.modifyGet

instance instMonadExceptOf {ε : Type w} [MonadExceptOf ε m] : MonadExceptOf ε (StateT σ m) where
  throw e := StateT.lift (throwThe ε e)
  tryCatch x c := fun s => tryCatchThe ε (x s) (fun e => c e s)

@[simp] theorem run_pure (a : α) (s : σ) : (pure a : StateT σ m α).run s = pure (a, s) := rfl

@[simp] theorem run_bind (x : StateT σ m α) (f : α → StateT σ m β) (s : σ) :
    (x >>= f).run s = x.run s >>= fun p => (f p.1).run p.2 := rfl

@[simp] theorem run_get (s : σ) : (get : StateT σ m σ).run s = pure (s, s) := rfl

@[simp] theorem run_set (s s' : σ) : (set s' : StateT σ m PUnit).run s = pure (PUnit.unit, s') := rfl

@[simp] theorem run_modify (f : σ → σ) (s : σ) : (modify f : StateT σ m PUnit).run s = pure (PUnit.unit, f s) := rfl

end StateT

/-! ## ReaderT -/

/-- Adds a value of type `ρ` to be read to a monad. -/
def ReaderT (ρ : Type u) (m : Type u → Type v) (α : Type u) : Type (max u v) := ρ → m α

/-- Computations with a value of type `ρ` to be read. -/
@[reducible] def ReaderM (ρ α : Type u) : Type u := ReaderT ρ Id α

namespace ReaderT

variable {ρ : Type u} {m : Type u → Type v} {α β : Type u}

/-- A function as an action. -/
@[inline] def mk (x : ρ → m α) : ReaderT ρ m α := x

/-- Runs the action with a value to be read. -/
@[inline] def run (x : ReaderT ρ m α) (r : ρ) : m α := x r

/-- The value to be read. -/
@[inline] protected def read [Monad m] : ReaderT ρ m ρ := Pure.pure

/-- A value. -/
@[inline] protected def pure [Monad m] (a : α) : ReaderT ρ m α := fun _ => Pure.pure a

/-- One action after the other. -/
@[inline] protected def bind [Monad m] (x : ReaderT ρ m α) (f : α → ReaderT ρ m β) : ReaderT ρ m β :=
  fun r => Bind.bind (x r) (fun a => f a r)

/-- Runs an action with another value to be read. -/
@[inline] protected def adapt {ρ' : Type u} (f : ρ' → ρ) (x : ReaderT ρ m α) : ReaderT ρ' m α := fun r => x (f r)

instance instMonadLift : MonadLift m (ReaderT ρ m) := ⟨fun x _ => x⟩

instance instMonad [Monad m] : Monad (ReaderT ρ m) where
  pure := ReaderT.pure
  bind := ReaderT.bind

instance instMonadReaderOf [Monad m] : MonadReaderOf ρ (ReaderT ρ m) where
  read := ReaderT.read

instance instMonadWithReaderOf : MonadWithReaderOf ρ (ReaderT ρ m) where
  withReader f x := fun r => x (f r)

instance instMonadExceptOf {ε : Type w} [MonadExceptOf ε m] : MonadExceptOf ε (ReaderT ρ m) where
  throw e := fun _ => throwThe ε e
  tryCatch x c := fun r => tryCatchThe ε (x r) (fun e => c e r)

end ReaderT
