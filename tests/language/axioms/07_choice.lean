open Classical

theorem exists_inverse (f : α → β) (h : ∀ b, ∃ a, f a = b) : ∃ g : β → α, ∀ b, f (g b) = b :=
  ⟨fun b => choose (h b), fun b => choose_spec (h b)⟩

theorem double_negation (p : Prop) (h : ¬¬p) : p := byContradiction h

noncomputable def pick (p : Nat → Prop) (h : ∃ n, p n) : Nat := choose h

example (p : Nat → Prop) (h : ∃ n, p n) : p (pick p h) := choose_spec h
