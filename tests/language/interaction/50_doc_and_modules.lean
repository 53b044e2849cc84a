/-!
Module documentation, doc comments, and `import`s of the library.
-/

/-- The number three. -/
def three : Nat := 3

namespace Deep.Inside
/-- A name in nested namespaces. -/
def here := three
end Deep.Inside

example : Deep.Inside.here = 3 := rfl

noncomputable section
def chosen (p : Prop) (h : ∃ x : Nat, x > 0) : Nat := Classical.choose h
end
