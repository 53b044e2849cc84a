/-!
# Loops

What `for … in … do` stands for, and what it runs over: lists, options, ranges of naturals, streams.
-/

universe u v w u₁ u₂

/-! ## The translation of `do` -/

/-- What a round of a loop says: stop with a state, or go on with it. -/
inductive ForInStep (α : Type u) where
  | done : α → ForInStep α
  | yield : α → ForInStep α

/-- The state in either case. -/
def ForInStep.value {α : Type u} : ForInStep α → α
  | ForInStep.done b => b
  | ForInStep.yield b => b

/-- How a block with `return` and without `break` ends. -/
inductive DoResultPR (α β σ : Type u) where
  | pure : α → σ → DoResultPR α β σ
  | return : β → σ → DoResultPR α β σ

/-- How a block with `break` and without `return` ends. -/
inductive DoResultSBC (α σ : Type u) where
  | pureReturn : α → σ → DoResultSBC α σ
  | break : σ → DoResultSBC α σ
  | continue : σ → DoResultSBC α σ

/-- How a block with `return` and `break` ends. -/
inductive DoResultPRBC (α β σ : Type u) where
  | pure : α → σ → DoResultPRBC α β σ
  | return : β → σ → DoResultPRBC α β σ
  | break : σ → DoResultPRBC α β σ
  | continue : σ → DoResultPRBC α β σ

/-- What `for x in xs do` runs over in the monad `m`. -/
class ForIn (m : Type u₁ → Type u₂) (ρ : Type u) (α : outParam (Type v)) where
  forIn {β : Type u₁} (xs : ρ) (b : β) (f : α → β → m (ForInStep β)) : m β

export ForIn (forIn)

/-- What `for h : x in xs do` runs over, with a proof that `x` is in `xs`. -/
class ForIn' (m : Type u₁ → Type u₂) (ρ : Type u) (α : outParam (Type v)) (d : outParam (Membership α ρ)) where
  forIn' {β : Type u₁} (x : ρ) (b : β) (f : (a : α) → a ∈ x → β → m (ForInStep β)) : m β

export ForIn' (forIn')

/-- What an action can be run over, element by element. -/
class ForM (m : Type u → Type v) (γ : Type w₁) (α : outParam (Type w₂)) where
  forM (coll : γ) (f : α → m PUnit) : m PUnit

export ForM (forM)

/-! ## Lists and options -/

namespace List

/-- The loop over a list. -/
@[inline] protected def forIn' {α : Type u} {β : Type v} {m : Type v → Type w} [Monad m] (as : List α) (init : β)
    (f : (a : α) → a ∈ as → β → m (ForInStep β)) : m β :=
  go as init (fun a h b => f a h b)
where
  go : (bs : List α) → β → ((a : α) → a ∈ bs → β → m (ForInStep β)) → m β
    | [], b, _ => pure b
    | a :: bs, b, f => f a (List.Mem.head bs) b >>= fun r =>
      match r with
      | ForInStep.done b => pure b
      | ForInStep.yield b => go bs b (fun a' h b => f a' (List.Mem.tail a h) b)

instance instForIn' {m : Type v → Type w} [Monad m] {α : Type u} : ForIn' m (List α) α inferInstance where
  forIn' := List.forIn'

/-- The loop over a list. -/
protected def forIn {α : Type u} {β : Type v} {m : Type v → Type w} [Monad m] (f : α → β → m (ForInStep β)) :
    List α → β → m β
  | [], b => pure b
  | a :: as, b => f a b >>= fun r =>
    match r with
    | ForInStep.done b => pure b
    | ForInStep.yield b => List.forIn f as b

instance instForIn {m : Type v → Type w} [Monad m] {α : Type u} : ForIn m (List α) α where
  forIn xs b f := List.forIn f xs b

@[simp] theorem forIn_nil {α : Type u} {β : Type v} {m : Type v → Type w} [Monad m] (f : α → β → m (ForInStep β)) (b : β) :
    forIn ([] : List α) b f = pure b := rfl

@[simp] theorem forIn_cons {α : Type u} {β : Type v} {m : Type v → Type w} [Monad m] (f : α → β → m (ForInStep β)) (a : α)
    (as : List α) (b : β) :
    forIn (a :: as) b f = f a b >>= fun r => match r with
      | ForInStep.done b => pure b
      | ForInStep.yield b => forIn as b f := rfl

/-- Runs an action on every element. -/
protected def forM {m : Type u → Type v} [Monad m] {α : Type w} (as : List α) (f : α → m PUnit) : m PUnit :=
  match as with
  | [] => pure PUnit.unit
  | a :: as => f a >>= fun _ => List.forM as f

instance instForM {m : Type u → Type v} [Monad m] {α : Type w} : ForM m (List α) α where
  forM := List.forM

/-- The results of an action on the elements. -/
def mapM {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : α → m β) : List α → m (List β)
  | [] => pure []
  | a :: as => f a >>= fun b => mapM f as >>= fun bs => pure (b :: bs)

/-- The elements for which an action gives `true`. -/
def filterM {m : Type → Type v} [Monad m] {α : Type} (p : α → m Bool) : List α → m (List α)
  | [] => pure []
  | a :: as => p a >>= fun b => filterM p as >>= fun bs => pure (if b then a :: bs else bs)

/-- A fold from the left by an action. -/
def foldlM {m : Type u → Type v} [Monad m] {s : Type u} {α : Type w} (f : s → α → m s) : (init : s) → List α → m s
  | s, [] => pure s
  | s, a :: as => f s a >>= fun s' => foldlM f s' as

/-- A fold from the right by an action. -/
def foldrM {m : Type u → Type v} [Monad m] {s : Type u} {α : Type w} (f : α → s → m s) (init : s) : List α → m s
  | [] => pure init
  | a :: as => foldrM f init as >>= fun s => f a s

/-- Whether an action gives `true` for some element. -/
def anyM {m : Type → Type u} [Monad m] {α : Type v} (p : α → m Bool) : List α → m Bool
  | [] => pure false
  | a :: as => p a >>= fun b => if b then pure true else anyM p as

/-- Whether an action gives `true` for all elements. -/
def allM {m : Type → Type u} [Monad m] {α : Type v} (p : α → m Bool) : List α → m Bool
  | [] => pure true
  | a :: as => p a >>= fun b => if b then allM p as else pure false

/-- The first result of an action that is not `none`. -/
def findSomeM? {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : α → m (Option β)) : List α → m (Option β)
  | [] => pure none
  | a :: as => f a >>= fun r => match r with
    | some b => pure (some b)
    | none => findSomeM? f as

end List

instance Option.instForM {m : Type u → Type v} [Monad m] {α : Type w} : ForM m (Option α) α where
  forM o f := match o with
    | none => pure PUnit.unit
    | some a => f a

/-! ## Ranges -/

namespace Std

/-- The naturals from `start` up to `stop`, by steps of `step`: `[start:stop:step]`. -/
structure Range where
  start : Nat
  stop : Nat
  step : Nat
  step_pos : 0 < step

namespace Range

/-- The number of elements. -/
def size (r : Range) : Nat := (r.stop - r.start + r.step - 1) / r.step

/-- The loop over `n` numbers. -/
protected def forIn.loop {β : Type u} {m : Type u → Type v} [Monad m] (step : Nat) (f : Nat → β → m (ForInStep β)) :
    (n i : Nat) → β → m β
  | 0, _, b => pure b
  | n + 1, i, b => f i b >>= fun r =>
    match r with
    | ForInStep.done b => pure b
    | ForInStep.yield b => Range.forIn.loop step f n (i + step) b

instance instForIn {m : Type u → Type v} [Monad m] : ForIn m Range Nat where
  forIn r b f := Range.forIn.loop r.step f r.size r.start b

instance instForM {m : Type u → Type v} [Monad m] : ForM m Range Nat where
  forM r f := Range.forIn.loop r.step (fun i _ => f i >>= fun _ => pure (ForInStep.yield PUnit.unit)) r.size r.start
    PUnit.unit

/-- The numbers as a list. -/
def toList (r : Range) : List Nat := List.range' r.start r.size r.step

instance instMembership : Membership Nat Range where
  mem r i := r.start ≤ i ∧ i < r.stop ∧ (i - r.start) % r.step = 0

/-- The loop over `n` numbers, all of them in the range. -/
protected def forIn'.loop {β : Type u} {m : Type u → Type v} [Monad m] (r : Range) (f : (i : Nat) → i ∈ r → β → m (ForInStep β)) :
    (n i : Nat) → (i - r.start) % r.step = 0 → r.start ≤ i → β → m β
  | 0, _, _, _, b => pure b
  | n + 1, i, hs, hl, b =>
    if h : i < r.stop then
      f i ⟨hl, h, hs⟩ b >>= fun s =>
        match s with
        | ForInStep.done b => pure b
        | ForInStep.yield b => Range.forIn'.loop r f n (i + r.step)
            (by rw [Nat.sub_add_comm hl, Nat.add_mod_right]; exact hs) (Nat.le_trans hl (Nat.le_add_right i r.step)) b
    else pure b

instance instForIn' {m : Type u → Type v} [Monad m] : ForIn' m Range Nat inferInstance where
  forIn' r b f := Range.forIn'.loop r f r.size r.start (by rw [Nat.sub_self]; exact Nat.zero_mod r.step) (Nat.le_refl r.start) b

end Range

/-! ## Streams -/

/-- What gives its elements one after the other. -/
class Stream (stream : Type u) (value : outParam (Type v)) : Type (max u v) where
  next? : stream → Option (value × stream)

/-- What can be read as a stream. -/
class ToStream (collection : Type u) (stream : outParam (Type v)) : Type (max u v) where
  toStream : collection → stream

export ToStream (toStream)

instance instToStreamList {α : Type u} : ToStream (List α) (List α) := ⟨fun c => c⟩

instance instToStreamRange : ToStream Range Range := ⟨fun r => r⟩

instance instStreamList {α : Type u} : Stream (List α) α where
  next? l := match l with
    | [] => none
    | a :: as => some (a, as)

instance instStreamRange : Stream Range Nat where
  next? r := if r.start < r.stop then some (r.start, { r with start := r.start + r.step }) else none

end Std

theorem Membership.mem.upper {i : Nat} {r : Std.Range} (h : i ∈ r) : i < r.stop := h.2.1

theorem Membership.mem.lower {i : Nat} {r : Std.Range} (h : i ∈ r) : r.start ≤ i := h.1

/-- What `while` and `repeat` run over: there is always one more round. -/
inductive Lean.Loop where
  | mk : Lean.Loop

namespace Lean.Loop

/-- One round of an endless loop; `rest` are the others. -/
def forIn.round {β : Type u} {m : Type u → Type v} [Monad m] (rest : β → m β) (f : Unit → β → m (ForInStep β)) (b : β) :
    m β :=
  f () b >>= fun s =>
    match s with
    | ForInStep.done b => pure b
    | ForInStep.yield b => rest b

/-- An endless loop. Nothing can be proved about it; programs run it. -/
protected opaque forIn.loop {β : Type u} {m : Type u → Type v} [Monad m] (f : Unit → β → m (ForInStep β)) (b : β) : m β :=
  pure b

instance instForIn {m : Type u → Type v} [Monad m] : ForIn m Lean.Loop Unit where
  forIn _ b f := Lean.Loop.forIn.loop f b

end Lean.Loop
