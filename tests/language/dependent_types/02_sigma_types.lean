/-! Dependent pairs. -/

universe u v

def pack (α : Type u) (β : α → Type v) (a : α) (b : β a) : (a : α) × β a := ⟨a, b⟩

def pack' (α : Type u) (β : α → Type v) (a : α) (b : β a) : Σ a : α, β a := Sigma.mk a b

def five (x : Nat) : Nat := (pack Type (fun α => α) Nat x).2

#guard five 5 == 5

example (α : Type u) (β : α → Type v) (a : α) (b : β a) : pack α β a b = pack' α β a b := rfl

example : (_ : Nat) ×' (2 = 2) := ⟨3, rfl⟩

def shapes : List (Σ n : Nat, Fin (n + 1)) := [⟨2, 1⟩, ⟨3, 2⟩]

#guard shapes.length == 2
