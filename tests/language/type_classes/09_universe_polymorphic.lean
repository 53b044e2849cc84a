/-! Universe levels that are bound on first use. -/

structure Magma where
  carrier : Type u
  op : carrier → carrier → carrier

example : Magma.{0} := ⟨Nat, Nat.add⟩
example : Magma.{1} := ⟨Type, fun a _ => a⟩

structure Pair where
  {α : Type u}
  {β : Type v}
  a : α
  b : β

example : Pair := { a := 10, b := true }

class Has (α : Sort u) where
  the : α

example [Has.{u+1} α] : α := Has.the
