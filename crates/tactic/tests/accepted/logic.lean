/-! Goals that `tauto`, `itauto`, `cc`, `finish` and `grind` close. -/

section propositional
variable (p q r s : Prop)

example : p ∧ q ↔ q ∧ p := by itauto
example : (p → q) → (¬ q → ¬ p) := by itauto
example : ¬ ¬ (p ∨ ¬ p) := by itauto
example : (p ∨ q → r) ↔ (p → r) ∧ (q → r) := by itauto
example : ¬ ¬ ¬ p → ¬ p := by itauto
example (h : (p ↔ q) → r) (hp : p) (hq : q) : r := by itauto
-- The premise of an implication that is an implication.
example : ((p → q) → r) → (q → r) := by itauto
example : (((p → q) → p) → p → q) → (p → q) := by itauto
example (a b : Nat) (h : a = a → b = a) : b = a := by itauto

example : p ∨ ¬ p := by tauto
example : ((p → q) → p) → p := by tauto
example : ¬ (p ∧ q) ↔ ¬ p ∨ ¬ q := by tauto
example : ((p ↔ q) ↔ r) ↔ (p ↔ (q ↔ r)) := by tauto
example : (p → q) ∨ (q → p) := by tauto
example (h : p = q) (hp : p) : q := by tauto
example (a b c : Nat) (h : a = b ∧ b = c ∨ c = a) : c = a := by tauto
example (h : ¬ (p → q)) : p ∧ ¬ q := by tauto
example (h : ¬ ¬ ¬ ¬ p) : p := by tauto
example (h : p ∧ p → q ∨ q) : p → q := by tauto
example (h : p ↔ p) (k : q ↔ ¬ q) : False := by tauto

end propositional

section congruence
variable {α β : Type}

example (f : α → α) (a : α) (h : f (f (f a)) = a) (k : f (f (f (f (f a)))) = a) : f a = a := by cc
example (f g : α → β) (a b : α) (h : f = g) (k : a = b) : f a = g b := by cc
example (p q : Prop) (F : Prop → Prop) (h : p ↔ q) (k : F p) : F q := by cc
example (a b c d : Nat) (h : (a, b) = (c, d)) : b = d := by cc
example (a b : α) (xs ys : List α) (f : List α → α) (h : a :: xs = b :: ys) : f xs = f ys := by cc
example (h : (1 : Nat) = 2) : False := by cc
example (a b : Nat) (h : a + 1 = b) (k : b = 0) : False := by cc
example (a b : Nat) (f : Nat → Nat) (h : a + 1 = Nat.succ b) : f a = f b := by cc
example (a b : Nat) (P : Nat → Prop) (h : a = b) (k : P a) (n : ¬ P b) : 3 = 5 := by cc
example (a b : α) (h : some a = none) : a = b := by cc
example (p q r : Prop) (h : p ∧ q) (k : q ↔ r) : r := by cc
example (a b c : α) (h : a ≠ b) (k : b = c) : a ≠ c := by cc
-- Universes above the first, and types that depend on an argument.
example {γ : Type 1} (f : γ → γ) (a b : γ) (h : a = b) : f (f a) = f (f b) := by cc
example (P : Nat → Type) (f : (n : Nat) → P n → Nat) (n : Nat) (x y : P n) (h : x = y) : f n x = f n y := by cc

end congruence

section firstOrder
variable {α : Type} (F G : α → Prop) (R : α → α → Prop)

example : (∀ x, F x) → ¬ ∃ x, ¬ F x := by finish
example : (∃ x, F x ∨ G x) ↔ (∃ x, F x) ∨ ∃ x, G x := by finish
example (h : ∃ x, ∀ y, R x y) : ∀ y, ∃ x, R x y := by finish
-- Whether there is an element at all is decided on the way.
example : (∀ x, ¬ F x) ∨ ∃ x, F x := by finish
example (d : α) : ∃ x, F x → ∀ y, F y := by finish
example [Inhabited α] : ∃ x, F x → ∀ y, F y := by finish
example (h : Nonempty α) : ∃ x, F x → ∀ y, F y := by finish
example : ¬ ∃ y, ∀ x, R x y ↔ ¬ R x x := by finish
-- Andrews' challenge.
example (d : α) : ((∃ x, ∀ y, F x ↔ F y) ↔ ((∃ x, G x) ↔ ∀ y, G y)) ↔
    ((∃ x, ∀ y, G x ↔ G y) ↔ ((∃ x, F x) ↔ ∀ y, F y)) := by finish
-- Equations.
example (a b : α) (h : ∃ x y, ∀ z : α, z = x ∨ z = y) (ha : F a) (hb : F b) (n : a ≠ b) : ∀ x, F x := by finish
example (h : ∃ z w, ∀ x y, R x y ↔ (x = z ∧ y = w)) :
    ∃ z, ∀ x, (∃ w, ∀ y, R x y ↔ y = w) ↔ x = z := by finish
-- In a group with left unit and left inverses, inverses are right inverses.
example (f : α → α → α) (i : α → α) (e : α) (assoc : ∀ x y z, f (f x y) z = f x (f y z))
    (unit : ∀ x, f e x = x) (inv : ∀ x, f (i x) x = e) : ∀ x, f x (i x) = e := by finish
example {β : Type 2} (P : β → Prop) (h : ∀ x, P x) (b : β) : ∃ x, P x := by finish
-- Schubert's steamroller.
example (Wolf Fox Bird Caterpillar Snail Animal Grain Plant : α → Prop) (Eats Smaller : α → α → Prop)
    (h1 : ∀ x, Wolf x → Animal x) (h2 : ∀ x, Fox x → Animal x) (h3 : ∀ x, Bird x → Animal x)
    (h4 : ∀ x, Caterpillar x → Animal x) (h5 : ∀ x, Snail x → Animal x)
    (h6 : ∃ x, Wolf x) (h7 : ∃ x, Fox x) (h8 : ∃ x, Bird x) (h9 : ∃ x, Caterpillar x) (h10 : ∃ x, Snail x)
    (h11 : (∃ x, Grain x) ∧ (∀ x, Grain x → Plant x))
    (h12 : ∀ x, Animal x → (∀ y, Plant y → Eats x y) ∨
      (∀ y, Animal y ∧ Smaller y x ∧ (∃ z, Plant z ∧ Eats y z) → Eats x y))
    (h13 : ∀ x y, Bird y ∧ (Snail x ∨ Caterpillar x) → Smaller x y)
    (h14 : ∀ x y, Bird x ∧ Fox y → Smaller x y) (h15 : ∀ x y, Fox x ∧ Wolf y → Smaller x y)
    (h16 : ∀ x y, Wolf x ∧ (Fox y ∨ Grain y) → ¬ Eats x y)
    (h17 : ∀ x y, Bird x ∧ Caterpillar y → Eats x y) (h18 : ∀ x y, Bird x ∧ Snail y → ¬ Eats x y)
    (h19 : ∀ x, Caterpillar x ∨ Snail x → ∃ y, Plant y ∧ Eats x y) :
    ∃ x y, Animal x ∧ Animal y ∧ ∃ z, Eats x y ∧ Eats y z ∧ Grain z := by finish

end firstOrder

section theories

def joined {α : Type} : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: joined xs ys

def kept {α : Type} (p : α → Bool) : List α → List α
  | [] => []
  | x :: xs => match p x with
    | true => x :: kept p xs
    | false => kept p xs

def twice (n : Nat) : Nat := n + n

@[grind] theorem twice_le (n : Nat) : n ≤ twice n := by
  unfold twice
  omega

-- The step of an induction: `match` on a Boolean that is not known.
example (α : Type) (p : α → Bool) (x : α) (xs ys : List α)
    (ih : kept p (joined xs ys) = joined (kept p xs) (kept p ys)) :
    kept p (joined (x :: xs) ys) = joined (kept p (x :: xs)) (kept p ys) := by grind [kept, joined]
example (a b : Nat) : (if a ≤ b then b else a) ≥ a := by grind
example (a b c : Nat) (f : Nat → Nat) (h : a ≤ b) (k : b ≤ a) (hf : f a = 3) : a + f a = b + 3 := by grind
example (a b : Nat) (f : Nat → Nat) (h : ∀ x, f x = x + 1) : f (f a) = a + 2 := by grind
example (f : Nat → Nat) (h : ∀ x y, x < y → f x < f y) (a b c : Nat) (k : a < b) (l : b < c) : f a + 1 < f c := by
  grind
example (x y z : Int) (f : Int → Int) (h : f (x + y) = z) (k : y = 0) (l : x + y = x) : f x = z := by grind
example (a b : Bool) : (a && b) = (b && a) := by grind [and]
example (α : Type) (o : Option α) (h : o ≠ none) : ∃ a, o = some a := by grind
example (n : Nat) : twice n = 2 * n := by grind [twice]
example (n m : Nat) (h : twice n ≤ m) : n ≤ m := by grind
example (n m : Nat) (h : n ≤ m) : n ≤ m + 1 := by grind [Nat.le_succ]

end theories
