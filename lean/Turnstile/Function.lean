/-!
# Functions

How composition and constant functions compute. Every fact here holds by definition.
-/

universe u v w

namespace Function

variable {α : Sort u} {β : Sort v} {δ : Sort w}

theorem comp_def (f : β → δ) (g : α → β) : f ∘ g = fun x => f (g x) := rfl

@[simp] theorem comp_apply {f : β → δ} {g : α → β} {x : α} : comp f g x = f (g x) := rfl

@[simp] theorem const_apply {y : β} {x : α} : const α y x = y := rfl

@[simp] theorem const_comp {f : α → β} {c : δ} : const β c ∘ f = const α c := rfl

@[simp] theorem comp_const {f : β → δ} {b : β} : f ∘ const α b = const α (f b) := rfl

@[simp] theorem comp_id (f : α → β) : f ∘ id = f := rfl

@[simp] theorem id_comp (f : α → β) : id ∘ f = f := rfl

end Function
