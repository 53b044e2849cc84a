/-
Plausible statements that are false; none may ever be proved: 40 theorems.

Each is a statement of the other files with one thing changed. The comment above it says where it fails.
The facts are public mathematics; this wording is the project's own and is under the Apache License 2.0.

Measuring: every theorem is attempted on its own, with the definitions above it and the library in scope,
without the other theorems of the file and without library lemmas of the same content. 10 seconds and one core
each, unless a report says otherwise. It counts when the finished file passes the final check.
-/
-- turnstile: isolate

namespace Ind

def band : Bool → Bool → Bool
  | true,  b => b
  | false, _ => false

def add : Nat → Nat → Nat
  | Nat.zero,   m => m
  | Nat.succ n, m => Nat.succ (add n m)

def eqn : Nat → Nat → Bool
  | Nat.zero,   Nat.zero   => true
  | Nat.zero,   Nat.succ _ => false
  | Nat.succ _, Nat.zero   => false
  | Nat.succ n, Nat.succ m => eqn n m

def leq : Nat → Nat → Bool
  | Nat.zero,   _          => true
  | Nat.succ _, Nat.zero   => false
  | Nat.succ n, Nat.succ m => leq n m

def half : Nat → Nat
  | Nat.zero              => Nat.zero
  | Nat.succ Nat.zero     => Nat.zero
  | Nat.succ (Nat.succ n) => Nat.succ (half n)

def append {α : Type} : List α → List α → List α
  | List.nil,       ys => ys
  | List.cons x xs, ys => List.cons x (append xs ys)

def rev {α : Type} : List α → List α
  | List.nil       => List.nil
  | List.cons x xs => append (rev xs) (List.cons x List.nil)

def rotate {α : Type} : Nat → List α → List α
  | Nat.zero,   xs             => xs
  | Nat.succ _, List.nil       => List.nil
  | Nat.succ n, List.cons x xs => rotate n (append xs (List.cons x List.nil))

def zip {α β : Type} : List α → List β → List (α × β)
  | List.nil,       _              => List.nil
  | List.cons _ _,  List.nil       => List.nil
  | List.cons x xs, List.cons y ys => List.cons (x, y) (zip xs ys)

/-- last element, zero for the empty list -/
def last : List Nat → Nat
  | List.nil                     => Nat.zero
  | List.cons x List.nil         => x
  | List.cons _ (List.cons y xs) => last (List.cons y xs)

def count (n : Nat) : List Nat → Nat
  | List.nil       => Nat.zero
  | List.cons x xs =>
    match eqn n x with
    | true  => Nat.succ (count n xs)
    | false => count n xs

def sorted : List Nat → Bool
  | List.nil                     => true
  | List.cons _ List.nil         => true
  | List.cons x (List.cons y xs) => band (leq x y) (sorted (List.cons y xs))

/-- insertion before the first element that is not smaller -/
def insort (n : Nat) : List Nat → List Nat
  | List.nil       => List.cons n List.nil
  | List.cons x xs =>
    match leq n x with
    | true  => List.cons n (List.cons x xs)
    | false => List.cons x (insort n xs)

end Ind

namespace NNG

/-- a fresh copy of the natural numbers: nothing is known about it in advance -/
inductive MyNat : Type where
  | zero : MyNat
  | succ : MyNat → MyNat

open MyNat

def one   : MyNat := succ zero

def two   : MyNat := succ one

def add (a : MyNat) : MyNat → MyNat
  | zero   => a
  | succ b => succ (add a b)

def mul (a : MyNat) : MyNat → MyNat
  | zero   => zero
  | succ b => add (mul a b) a

def pow (a : MyNat) : MyNat → MyNat
  | zero   => one
  | succ b => mul (pow a b) a

def le (a b : MyNat) : Prop := ∃ c, b = add a c

end NNG

namespace Arith

def fact : Nat → Nat
  | Nat.zero   => 1
  | Nat.succ n => (n + 1) * fact n

end Arith

-- fails for a = 0, b = 0
theorem false_nng_add_succ_left : ∀ (a b : NNG.MyNat), NNG.add (NNG.MyNat.succ a) b = NNG.add a b := by
  sorry

-- fails for m = 0
theorem false_nng_mul_two : ∀ (m : NNG.MyNat), NNG.mul m NNG.two = NNG.add m NNG.two := by
  sorry

-- fails for m = 0
theorem false_nng_zero_pow : ∀ (m : NNG.MyNat), NNG.pow NNG.MyNat.zero m = NNG.MyNat.zero := by
  sorry

-- fails for x = 1, y = 0
theorem false_nng_le_of_le_succ : ∀ (x y : NNG.MyNat), NNG.le x (NNG.MyNat.succ y) → NNG.le x y := by
  sorry

-- fails for a = 0, b = 0, c = 1
theorem false_nng_mul_left_cancel : ∀ (a b c : NNG.MyNat), NNG.mul a b = NNG.mul a c → b = c := by
  sorry

-- fails for x = 0, y = 1
theorem false_nng_le_antisymm : ∀ (x y : NNG.MyNat), NNG.le x y → x = y := by
  sorry

-- fails for n = 0, m = 1
theorem false_nat_sub_add_cancel : ∀ (n m : Nat), n - m + m = n := by
  sorry

-- fails for a = 1, b = 0, c = 1
theorem false_nat_add_sub_assoc : ∀ (a b c : Nat), a + b - c = a + (b - c) := by
  sorry

-- fails for n = 0, m = 1
theorem false_nat_mul_eq_zero : ∀ (n m : Nat), n * m = 0 → n = 0 ∧ m = 0 := by
  sorry

-- fails for n = 0, m = 0
theorem false_nat_lt_succ_iff : ∀ (n m : Nat), n < m + 1 ↔ n < m := by
  sorry

-- fails for n = 0, m = 0
theorem false_nat_mod_lt : ∀ (n m : Nat), n % m < m := by
  sorry

-- fails for a = 2, b = 1, c = 1
theorem false_nat_dvd_of_dvd_add : ∀ (a b c : Nat), a ∣ b + c → a ∣ b := by
  sorry

-- fails for n = 0, m = 1
theorem false_nat_max_eq_min : ∀ (n m : Nat), max n m = min n m := by
  sorry

-- fails for f = fun j => j
theorem false_nat_exists_max : ∀ (f : Nat → Nat), ∃ i, ∀ j, f j ≤ f i := by
  sorry

-- fails for a = 0
theorem false_int_mul_self_pos : ∀ (a : Int), 0 < a * a := by
  sorry

-- fails for a = 0, b = 1
theorem false_int_neg_le_neg : ∀ (a b : Int), a ≤ b → -a ≤ -b := by
  sorry

-- fails for a = 1, b = -1
theorem false_int_natAbs_add : ∀ (a b : Int), Int.natAbs (a + b) = Int.natAbs a + Int.natAbs b := by
  sorry

-- fails for xs = [0], ys = [1]
theorem false_list_reverse_append : ∀ (α : Type) (xs ys : List α), (xs ++ ys).reverse = xs.reverse ++ ys.reverse := by
  sorry

-- fails for p = fun _ => false, xs = [0]
theorem false_list_length_filter : ∀ (α : Type) (p : α → Bool) (xs : List α), (xs.filter p).length = xs.length := by
  sorry

-- fails for n = 0, m = 1, xs = [0]
theorem false_list_take_take : ∀ (α : Type) (n m : Nat) (xs : List α), (xs.take m).take n = xs.take (max n m) := by
  sorry

-- fails for n = 1, m = 1, xs = [0, 1]
theorem false_list_drop_drop : ∀ (α : Type) (n m : Nat) (xs : List α), (xs.drop m).drop n = xs.drop (max m n) := by
  sorry

-- fails for f = fun _ a => a, b = 0, xs = [0, 1]
theorem false_list_foldl_reverse : ∀ (α β : Type) (f : β → α → β) (b : β) (xs : List α), xs.reverse.foldl f b = xs.foldl f b := by
  sorry

-- fails for a = 0, xs = [0], ys = []
theorem false_list_mem_append : ∀ (α : Type) (a : α) (xs ys : List α), a ∈ xs ++ ys ↔ a ∈ xs ∧ a ∈ ys := by
  sorry

-- fails for a = true, b = false
theorem false_bool_not_and : ∀ (a b : Bool), (!(a && b)) = ((!a) && (!b)) := by
  sorry

-- fails for p = True, q = False, r = False
theorem false_logic_or_and_left : ∀ (p q r : Prop), p ∨ (q ∧ r) ↔ (p ∨ q) ∧ r := by
  sorry

-- fails for α = Bool, p = fun x => x = true, q = fun x => x = false
theorem false_logic_forall_or : ∀ (α : Type) (p q : α → Prop), (∀ x, p x ∨ q x) → (∀ x, p x) ∨ (∀ x, q x) := by
  sorry

-- fails for α = Bool, β = Bool, r = fun x y => x = y
theorem false_logic_forall_exists_swap : ∀ (α β : Type) (r : α → β → Prop), (∀ y, ∃ x, r x y) → ∃ x, ∀ y, r x y := by
  sorry

-- fails for o = none, f = fun a => a
theorem false_option_map_eq_some : ∀ (α β : Type) (f : α → β) (o : Option α) (b : β), o.map f = some b ↔ ∃ a, f a = b := by
  sorry

-- fails for α = Empty
theorem false_pelletier_18 : ∀ (α : Type) (F : α → Prop), ∃ y, ∀ x, F y → F x := by
  sorry

-- fails for O0_0 = True, O0_1 = False, O1_0 = False, O1_1 = True
theorem false_prop_pigeonhole_2 : ∀ (O0_0 O0_1 O1_0 O1_1 : Prop), (O0_0 ∨ O0_1) ∧ (O1_0 ∨ O1_1) → O0_0 ∧ O1_0 ∨ O0_1 ∧ O1_1 := by
  sorry

-- fails for P0 = True, P1 = False
theorem false_prop_debruijn_even : ∀ (P0 P1 : Prop), ((P0 ↔ P1) → P0 ∧ P1) ∧ ((P1 ↔ P0) → P0 ∧ P1) → P0 ∧ P1 := by
  sorry

-- fails for xs = [1], ys = []
theorem false_isa_last_append : ∀ (xs ys : List Nat), Ind.last (Ind.append xs ys) = Ind.last ys := by
  sorry

-- fails for n = 0, m = 0, xs = []
theorem false_isa_count_append : ∀ (n m : Nat) (xs : List Nat), Ind.count n (Ind.append xs (List.cons m List.nil)) = Ind.count n xs := by
  sorry

-- fails for n = 0, xs = [1, 0]
theorem false_isa_sorted_insort : ∀ (n : Nat) (xs : List Nat), Ind.sorted (Ind.insort n xs) = true := by
  sorry

-- fails for xs = [0, 1], ys = [2]
theorem false_isa_zip_rev : ∀ (α β : Type) (xs : List α) (ys : List β), Ind.zip (Ind.rev xs) (Ind.rev ys) = Ind.rev (Ind.zip xs ys) := by
  sorry

-- fails for n = 1, m = 1
theorem false_prod_half_add : ∀ (n m : Nat), Ind.half (Ind.add n m) = Ind.add (Ind.half n) (Ind.half m) := by
  sorry

-- fails for n = 1, xs = [0, 1]
theorem false_prod_rotate : ∀ (α : Type) (n : Nat) (xs : List α), Ind.rotate n xs = xs := by
  sorry

-- fails for n = 1
theorem false_minif2f_divisible : ∀ (n : Nat), 3 ∣ (n ^ 3 + n) := by
  sorry

-- fails for n = 3
theorem false_minif2f_factorial : ∀ (n : Nat), 3 ≤ n → n ^ 2 ≤ Arith.fact n := by
  sorry

-- fails for n = 2
theorem false_minif2f_gcd : ∀ (n : Nat), 0 < n → Nat.gcd (21 * n + 4) (14 * n + 2) = 1 := by
  sorry
