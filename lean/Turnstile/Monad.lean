/-!
# Functors and monads

The classes behind `<$>`, `<*>` and `>>=`, their laws, and the instances of `Id` and `Option`.
-/

universe u v w u₁ u₂

/-! ## Classes -/

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

/-- `x <* y`. -/
class SeqLeft (f : Type u → Type v) : Type (max (u+1) v) where
  seqLeft : {α β : Type u} → f α → (Unit → f β) → f α

/-- `x *> y`. -/
class SeqRight (f : Type u → Type v) : Type (max (u+1) v) where
  seqRight : {α β : Type u} → f α → (Unit → f β) → f β

/-- `x >>= f`. -/
class Bind (m : Type u → Type v) where
  bind : {α β : Type u} → m α → (α → m β) → m β

export Bind (bind)

/-- Functors with `pure` and `<*>`. -/
class Applicative (f : Type u → Type v) extends Functor f, Pure f, Seq f, SeqLeft f, SeqRight f where
  map := fun x y => Seq.seq (pure x) (fun _ => y)
  seqLeft := fun a b => Seq.seq (Functor.map (Function.const _) a) b
  seqRight := fun a b => Seq.seq (Functor.map (Function.const _ id) a) b

/-- Applicative functors with `>>=`. -/
class Monad (m : Type u → Type v) extends Applicative m, Bind m where
  map f x := Bind.bind x (fun a => pure (f a))
  seq f x := Bind.bind f (fun y => Functor.map y (x ()))
  seqLeft x y := Bind.bind x (fun a => Bind.bind (y ()) (fun _ => pure a))
  seqRight x y := Bind.bind x (fun _ => y ())

/-- Composition of functions into a monad, `f >=> g`. -/
@[inline] def Bind.kleisliRight {α β γ : Type u} {m : Type u → Type v} [Bind m] (f₁ : α → m β) (f₂ : β → m γ) (a : α) :
    m γ := bind (f₁ a) f₂

/-- Composition of functions into a monad, `g <=< f`. -/
@[inline] def Bind.kleisliLeft {α β γ : Type u} {m : Type u → Type v} [Bind m] (f₂ : β → m γ) (f₁ : α → m β) (a : α) :
    m γ := bind (f₁ a) f₂

/-- Forgets the result. -/
@[inline] def Functor.discard {f : Type u → Type v} {α : Type u} [Functor f] (x : f α) : f PUnit :=
  Functor.mapConst PUnit.unit x

/-- `map` with the arguments exchanged. -/
@[inline] def Functor.mapRev {f : Type u → Type v} {α β : Type u} [Functor f] (a : f α) (g : α → β) : f β :=
  Functor.map g a

/-- Applicative functors with failure and choice, `x <|> y`. -/
class Alternative (f : Type u → Type v) : Type (max (u+1) v) extends Applicative f where
  failure : {α : Type u} → f α
  orElse : {α : Type u} → f α → (Unit → f α) → f α

export Alternative (failure)

instance instOrElseOfAlternative (f : Type u → Type v) (α : Type u) [Alternative f] : OrElse (f α) :=
  ⟨Alternative.orElse⟩

/-- Fails unless the proposition holds. -/
@[inline] def guard {f : Type → Type v} [Alternative f] (p : Prop) [Decidable p] : f Unit :=
  if p then pure () else failure

/-- The value, or `none` on failure. -/
@[inline] def optional {f : Type u → Type v} [Alternative f] {α : Type u} (x : f α) : f (Option α) :=
  some <$> x <|> pure none

/-! ## Laws -/

/-- The laws of functors. -/
class LawfulFunctor (f : Type u → Type v) [Functor f] : Prop where
  map_const : {α β : Type u} → (Functor.mapConst : α → f β → f α) = Functor.map ∘ Function.const β
  id_map : {α : Type u} → (x : f α) → id <$> x = x
  comp_map : {α β γ : Type u} → (g : α → β) → (h : β → γ) → (x : f α) → (h ∘ g) <$> x = h <$> g <$> x

/-- The laws of applicative functors. -/
class LawfulApplicative (f : Type u → Type v) [Applicative f] : Prop extends LawfulFunctor f where
  seqLeft_eq : {α β : Type u} → (x : f α) → (y : f β) → x <* y = Function.const β <$> x <*> y
  seqRight_eq : {α β : Type u} → (x : f α) → (y : f β) → x *> y = Function.const α id <$> x <*> y
  pure_seq : {α β : Type u} → (g : α → β) → (x : f α) → pure g <*> x = g <$> x
  map_pure : {α β : Type u} → (g : α → β) → (x : α) → g <$> (pure x : f α) = pure (g x)
  seq_pure : {α β : Type u} → (g : f (α → β)) → (x : α) → g <*> pure x = (fun h => h x) <$> g
  seq_assoc : {α β γ : Type u} → (x : f α) → (g : f (α → β)) → (h : f (β → γ)) →
    h <*> (g <*> x) = (@Function.comp α β γ <$> h) <*> g <*> x

/-- The laws of monads. -/
class LawfulMonad (m : Type u → Type v) [Monad m] : Prop extends LawfulApplicative m where
  bind_pure_comp : {α β : Type u} → (f : α → β) → (x : m α) → x >>= (fun a => pure (f a)) = f <$> x
  bind_map : {α β : Type u} → (f : m (α → β)) → (x : m α) → f >>= (fun g => g <$> x) = f <*> x
  pure_bind : {α β : Type u} → (x : α) → (f : α → m β) → pure x >>= f = f x
  bind_assoc : {α β γ : Type u} → (x : m α) → (f : α → m β) → (g : β → m γ) →
    x >>= f >>= g = x >>= fun x => f x >>= g

export LawfulFunctor (map_const id_map comp_map)
export LawfulApplicative (seqLeft_eq seqRight_eq pure_seq map_pure seq_pure seq_assoc)
export LawfulMonad (bind_pure_comp bind_map pure_bind bind_assoc)

attribute [simp] id_map map_pure pure_bind bind_pure_comp

@[simp] theorem id_map' {f : Type u → Type v} [Functor f] [LawfulFunctor f] {α : Type u} (x : f α) :
    (fun a => a) <$> x = x := id_map x

@[simp] theorem bind_pure {m : Type u → Type v} [Monad m] [LawfulMonad m] {α : Type u} (x : m α) : x >>= pure = x := by
  have h := bind_pure_comp (m := m) id x
  rw [id_map] at h
  exact h

theorem map_eq_pure_bind {m : Type u → Type v} [Monad m] [LawfulMonad m] {α β : Type u} (f : α → β) (x : m α) :
    f <$> x = x >>= fun a => pure (f a) := (bind_pure_comp f x).symm

theorem seq_eq_bind_map {m : Type u → Type v} [Monad m] [LawfulMonad m] {α β : Type u} (f : m (α → β)) (x : m α) :
    f <*> x = f >>= (fun g => g <$> x) := (bind_map f x).symm

theorem bind_congr {m : Type u → Type v} [Bind m] {α β : Type u} {x : m α} {f g : α → m β} (h : ∀ a, f a = g a) :
    x >>= f = x >>= g := by rw [funext h]

theorem map_congr {m : Type u → Type v} [Functor m] {α β : Type u} {x : m α} {f g : α → β} (h : ∀ a, f a = g a) :
    f <$> x = g <$> x := by rw [funext h]

/-! ## The identity -/

/-- The identity as a monad. -/
def Id (type : Sort u) : Sort u := type

/-- The value of a computation in `Id`. -/
def Id.run {α : Type u} (x : Id α) : α := x

instance Id.instMonad : Monad Id.{u+1} where
  pure x := x
  bind x f := f x
  map f x := f x

instance Id.instLawfulMonad : LawfulMonad Id.{u+1} where
  map_const := rfl
  id_map _ := rfl
  comp_map _ _ _ := rfl
  seqLeft_eq _ _ := rfl
  seqRight_eq _ _ := rfl
  pure_seq _ _ := rfl
  map_pure _ _ := rfl
  seq_pure _ _ := rfl
  seq_assoc _ _ _ := rfl
  bind_pure_comp _ _ := rfl
  bind_map _ _ := rfl
  pure_bind _ _ := rfl
  bind_assoc _ _ _ := rfl

@[simp] theorem Id.run_pure {α : Type u} (a : α) : Id.run (pure a) = a := rfl

@[simp] theorem Id.run_bind {α β : Type u} (x : Id α) (f : α → Id β) : Id.run (x >>= f) = Id.run (f (Id.run x)) := rfl

@[simp] theorem Id.run_map {α β : Type u} (x : Id α) (f : α → β) : Id.run (f <$> x) = f (Id.run x) := rfl

/-! ## Options -/

instance Option.instMonad : Monad Option.{u} where
  pure x := some x
  bind x f := Option.bind x f
  map f x := Option.map f x

instance Option.instAlternative : Alternative Option.{u} where
  failure := none
  orElse := Option.orElse

instance Option.instLawfulMonad : LawfulMonad Option.{u} where
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

/-- The value; fails for `none`. -/
@[inline] def Option.getM {m : Type u → Type v} [Alternative m] {α : Type u} : Option α → m α
  | none => failure
  | some a => pure a

/-! ## Lifting between monads -/

/-- Actions of `m` as actions of `n`, in one step. -/
class MonadLift (m : semiOutParam (Type u → Type v)) (n : Type u → Type w) where
  monadLift : {α : Type u} → m α → n α

/-- Actions of `m` as actions of `n`, in any number of steps. -/
class MonadLiftT (m : Type u → Type v) (n : Type u → Type w) where
  monadLift : {α : Type u} → m α → n α

export MonadLiftT (monadLift)

/-- Actions of `m` as actions of `n`: what `do` blocks insert. -/
@[reducible] def liftM {m : Type u → Type v} {n : Type u → Type w} [self : MonadLiftT m n] {α : Type u} : m α → n α :=
  monadLift

instance instMonadLiftTOfMonadLift (m : Type u → Type u₁) (n : Type u → Type v) (o : Type u → Type w) [MonadLift n o]
    [MonadLiftT m n] : MonadLiftT m o where
  monadLift x := MonadLift.monadLift (m := n) (monadLift x)

instance instMonadLiftT (m : Type u → Type v) : MonadLiftT m m where
  monadLift x := x

/-! ## Exceptions, state, environment: classes -/

/-- Monads with exceptions of type `ε`. -/
class MonadExceptOf (ε : semiOutParam (Type u)) (m : Type v → Type w) where
  throw {α : Type v} : ε → m α
  tryCatch {α : Type v} (body : m α) (handler : ε → m α) : m α

/-- Throws an exception of type `ε`. -/
@[reducible] def throwThe (ε : Type u) {m : Type v → Type w} [MonadExceptOf ε m] {α : Type v} (e : ε) : m α :=
  MonadExceptOf.throw e

/-- Catches exceptions of type `ε`. -/
@[reducible] def tryCatchThe (ε : Type u) {m : Type v → Type w} [MonadExceptOf ε m] {α : Type v} (x : m α)
    (handle : ε → m α) : m α :=
  MonadExceptOf.tryCatch x handle

/-- Monads with exceptions, whose type the monad determines. -/
class MonadExcept (ε : outParam (Type u)) (m : Type v → Type w) where
  throw {α : Type v} : ε → m α
  tryCatch {α : Type v} (body : m α) (handler : ε → m α) : m α

export MonadExcept (throw tryCatch)

instance instMonadExceptOfMonadExceptOf (ε : Type u) (m : Type v → Type w) [MonadExceptOf ε m] : MonadExcept ε m where
  throw := throwThe ε
  tryCatch := tryCatchThe ε

/-- An action that is done at the end in any case. -/
class MonadFinally (m : Type u → Type v) where
  tryFinally' {α β : Type u} (x : m α) (f : Option α → m β) : m (α × β)

/-- `try x finally finalizer`. -/
@[inline] def tryFinally {m : Type u → Type v} {α β : Type u} [MonadFinally m] [Functor m] (x : m α) (finalizer : m β) :
    m α :=
  Prod.fst <$> MonadFinally.tryFinally' x (fun _ => finalizer)

instance Id.instMonadFinally : MonadFinally Id where
  tryFinally' x h := Bind.bind (m := Id) x (fun a => Bind.bind (m := Id) (h (some x)) (fun b => pure (a, b)))

/-- Monads with a value of type `ρ` to be read. -/
class MonadReaderOf (ρ : semiOutParam (Type u)) (m : Type u → Type v) where
  read : m ρ

/-- Reads the value of type `ρ`. -/
@[reducible] def readThe (ρ : Type u) {m : Type u → Type v} [MonadReaderOf ρ m] : m ρ := MonadReaderOf.read

/-- Monads with a value to be read, whose type the monad determines. -/
class MonadReader (ρ : outParam (Type u)) (m : Type u → Type v) where
  read : m ρ

export MonadReader (read)

instance instMonadReaderOfMonadReaderOf (ρ : Type u) (m : Type u → Type v) [MonadReaderOf ρ m] : MonadReader ρ m where
  read := readThe ρ

instance instMonadReaderOfOfMonadLift (ρ : Type u) (m : Type u → Type v) (n : Type u → Type w) [MonadLift m n]
    [MonadReaderOf ρ m] : MonadReaderOf ρ n where
  read := MonadLift.monadLift (m := m) (readThe ρ)

/-- Monads in which the value to be read can be changed for a while. -/
class MonadWithReaderOf (ρ : semiOutParam (Type u)) (m : Type u → Type v) where
  withReader {α : Type u} : (ρ → ρ) → m α → m α

/-- Runs an action with another value to be read. -/
class MonadWithReader (ρ : outParam (Type u)) (m : Type u → Type v) where
  withReader {α : Type u} : (ρ → ρ) → m α → m α

export MonadWithReader (withReader)

instance instMonadWithReaderOfMonadWithReaderOf (ρ : Type u) (m : Type u → Type v) [MonadWithReaderOf ρ m] :
    MonadWithReader ρ m where
  withReader := MonadWithReaderOf.withReader

/-- Monads with a state of type `σ`. -/
class MonadStateOf (σ : semiOutParam (Type u)) (m : Type u → Type v) where
  get : m σ
  set : σ → m PUnit
  modifyGet {α : Type u} : (σ → α × σ) → m α

/-- The state of type `σ`. -/
@[reducible] def getThe (σ : Type u) {m : Type u → Type v} [MonadStateOf σ m] : m σ := MonadStateOf.get

/-- Changes the state of type `σ`, with a result. -/
@[reducible] def modifyGetThe {α : Type u} (σ : Type u) {m : Type u → Type v} [MonadStateOf σ m] (f : σ → α × σ) : m α :=
  MonadStateOf.modifyGet f

/-- Changes the state of type `σ`. -/
@[reducible] def modifyThe (σ : Type u) {m : Type u → Type v} [MonadStateOf σ m] (f : σ → σ) : m PUnit :=
  MonadStateOf.modifyGet (fun s => (PUnit.unit, f s))

export MonadStateOf (set)

/-- Monads with a state, whose type the monad determines. -/
class MonadState (σ : outParam (Type u)) (m : Type u → Type v) where
  get : m σ
  set : σ → m PUnit
  modifyGet {α : Type u} : (σ → α × σ) → m α

export MonadState (get modifyGet)

instance instMonadStateOfMonadStateOf (σ : Type u) (m : Type u → Type v) [MonadStateOf σ m] : MonadState σ m where
  get := getThe σ
  set := MonadStateOf.set
  modifyGet f := MonadStateOf.modifyGet f

/-- Changes the state. -/
@[inline] def modify {σ : Type u} {m : Type u → Type v} [MonadState σ m] (f : σ → σ) : m PUnit :=
  MonadState.modifyGet (fun s => (PUnit.unit, f s))

/-- Changes the state; the result is the old one. -/
@[inline] def getModify {σ : Type u} {m : Type u → Type v} [MonadState σ m] (f : σ → σ) : m σ :=
  MonadState.modifyGet (fun s => (s, f s))

instance instMonadStateOfOfMonadLift (σ : Type u) (m : Type u → Type v) (n : Type u → Type w) [MonadLift m n]
    [MonadStateOf σ m] : MonadStateOf σ n where
  get := MonadLift.monadLift (m := m) MonadStateOf.get
  set s := MonadLift.monadLift (m := m) (MonadStateOf.set s)
  modifyGet f := MonadLift.monadLift (m := m) (MonadStateOf.modifyGet f)
