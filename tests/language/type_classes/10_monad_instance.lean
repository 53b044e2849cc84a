/-! An own monad. -/

structure Writer (w α : Type) where
  value : α
  log : List w

instance : Monad (Writer w) where
  pure a := ⟨a, []⟩
  bind x f :=
    let y := f x.value
    ⟨y.value, x.log ++ y.log⟩

def tell (a : w) : Writer w Unit := ⟨(), [a]⟩

def steps (n : Nat) : Writer String Nat := do
  tell s!"start {n}"
  let mut r := n
  for i in [1, 2] do
    tell s!"add {i}"
    r := r + i
  return r

#guard (steps 5).value == 8
#guard (steps 5).log == ["start 5", "add 1", "add 2"]

class MonadLogger (m : Type → Type) where
  log : String → m Unit

instance : MonadLogger (Writer String) := ⟨tell⟩

def polite [Monad m] [MonadLogger m] (n : Nat) : m Nat := do
  MonadLogger.log "hello"
  return n

#guard (polite 3 : Writer String Nat).log == ["hello"]
