/-!
# Quantifiers over the elements of a list
-/

universe u

namespace List

/-- Whether all elements satisfy a predicate is decidable. -/
instance decidableBAll {α : Type u} (p : α → Prop) [DecidablePred p] : (l : List α) → Decidable (∀ x, x ∈ l → p x)
  | [] => isTrue (fun _ h => nomatch h)
  | a :: as =>
    match (inferInstance : Decidable (p a)), decidableBAll p as with
    | isTrue ha, isTrue has => isTrue (fun x h => by
        cases h with
        | head => exact ha
        | tail _ h => exact has x h)
    | isFalse ha, _ => isFalse (fun h => ha (h a (List.Mem.head as)))
    | _, isFalse has => isFalse (fun h => has (fun x hx => h x (List.Mem.tail a hx)))

/-- Whether some element satisfies a predicate is decidable. -/
instance decidableBEx {α : Type u} (p : α → Prop) [DecidablePred p] : (l : List α) → Decidable (∃ x, x ∈ l ∧ p x)
  | [] => isFalse (fun ⟨_, h, _⟩ => nomatch h)
  | a :: as =>
    match (inferInstance : Decidable (p a)), decidableBEx p as with
    | isTrue ha, _ => isTrue ⟨a, List.Mem.head as, ha⟩
    | _, isTrue has => isTrue (match has with | ⟨x, hx, h⟩ => ⟨x, List.Mem.tail a hx, h⟩)
    | isFalse ha, isFalse has => isFalse (fun ⟨x, hx, h⟩ => by
        cases hx with
        | head => exact ha h
        | tail _ hx => exact has ⟨x, hx, h⟩)
end List
