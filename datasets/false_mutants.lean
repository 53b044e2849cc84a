/-
Mutants of true statements; all are false, and none may ever be proved: 200 theorems.

True statements of the other files with one thing changed (mutants.py): which and where is said above each.
The facts are public mathematics; this wording is the project's own and is under the Apache License 2.0.

Measuring: every theorem is attempted on its own, with the definitions above it and the library in scope,
without the other theorems of the file and without library lemmas of the same content. 10 seconds and one core
each, unless a report says otherwise. It counts when the finished file passes the final check.
-/
-- turnstile: isolate

namespace Ind

/-- binary trees with labelled inner nodes -/
inductive Tree (α : Type) : Type where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α

def bnot : Bool → Bool
  | true  => false
  | false => true

def band : Bool → Bool → Bool
  | true,  b => b
  | false, _ => false

def bor : Bool → Bool → Bool
  | true,  _ => true
  | false, b => b

def add : Nat → Nat → Nat
  | Nat.zero,   m => m
  | Nat.succ n, m => Nat.succ (add n m)

def sub : Nat → Nat → Nat
  | Nat.zero,   _          => Nat.zero
  | Nat.succ n, Nat.zero   => Nat.succ n
  | Nat.succ n, Nat.succ m => sub n m

def mul : Nat → Nat → Nat
  | Nat.zero,   _ => Nat.zero
  | Nat.succ n, m => add m (mul n m)

def eqn : Nat → Nat → Bool
  | Nat.zero,   Nat.zero   => true
  | Nat.zero,   Nat.succ _ => false
  | Nat.succ _, Nat.zero   => false
  | Nat.succ n, Nat.succ m => eqn n m

def neq (n m : Nat) : Bool := bnot (eqn n m)

def leq : Nat → Nat → Bool
  | Nat.zero,   _          => true
  | Nat.succ _, Nat.zero   => false
  | Nat.succ n, Nat.succ m => leq n m

def lt : Nat → Nat → Bool
  | _,          Nat.zero   => false
  | Nat.zero,   Nat.succ _ => true
  | Nat.succ n, Nat.succ m => lt n m

def min : Nat → Nat → Nat
  | Nat.zero,   _          => Nat.zero
  | Nat.succ _, Nat.zero   => Nat.zero
  | Nat.succ n, Nat.succ m => Nat.succ (min n m)

def max : Nat → Nat → Nat
  | Nat.zero,   m          => m
  | Nat.succ n, Nat.zero   => Nat.succ n
  | Nat.succ n, Nat.succ m => Nat.succ (max n m)

def even : Nat → Bool
  | Nat.zero              => true
  | Nat.succ Nat.zero     => false
  | Nat.succ (Nat.succ n) => even n

def half : Nat → Nat
  | Nat.zero              => Nat.zero
  | Nat.succ Nat.zero     => Nat.zero
  | Nat.succ (Nat.succ n) => Nat.succ (half n)

/-- multiplication with an accumulator -/
def mulAcc : Nat → Nat → Nat → Nat
  | Nat.zero,   _, acc => acc
  | Nat.succ n, m, acc => mulAcc n m (add m acc)

def len {α : Type} : List α → Nat
  | List.nil       => Nat.zero
  | List.cons _ xs => Nat.succ (len xs)

def append {α : Type} : List α → List α → List α
  | List.nil,       ys => ys
  | List.cons x xs, ys => List.cons x (append xs ys)

def rev {α : Type} : List α → List α
  | List.nil       => List.nil
  | List.cons x xs => append (rev xs) (List.cons x List.nil)

/-- reversal with an accumulator -/
def revAcc {α : Type} : List α → List α → List α
  | List.nil,       acc => acc
  | List.cons x xs, acc => revAcc xs (List.cons x acc)

def revFlat {α : Type} : List (List α) → List α
  | List.nil         => List.nil
  | List.cons xs xss => append (revFlat xss) (rev xs)

def revFlatAcc {α : Type} : List (List α) → List α → List α
  | List.nil,         acc => acc
  | List.cons xs xss, acc => revFlatAcc xss (append (rev xs) acc)

def take {α : Type} : Nat → List α → List α
  | Nat.zero,   _              => List.nil
  | Nat.succ _, List.nil       => List.nil
  | Nat.succ n, List.cons x xs => List.cons x (take n xs)

def drop {α : Type} : Nat → List α → List α
  | Nat.zero,   xs             => xs
  | Nat.succ _, List.nil       => List.nil
  | Nat.succ n, List.cons _ xs => drop n xs

def map {α β : Type} (f : α → β) : List α → List β
  | List.nil       => List.nil
  | List.cons x xs => List.cons (f x) (map f xs)

def filter {α : Type} (p : α → Bool) : List α → List α
  | List.nil       => List.nil
  | List.cons x xs =>
    match p x with
    | true  => List.cons x (filter p xs)
    | false => filter p xs

def zip {α β : Type} : List α → List β → List (α × β)
  | List.nil,       _              => List.nil
  | List.cons _ _,  List.nil       => List.nil
  | List.cons x xs, List.cons y ys => List.cons (x, y) (zip xs ys)

/-- all but the last element -/
def butlast {α : Type} : List α → List α
  | List.nil                      => List.nil
  | List.cons _ List.nil          => List.nil
  | List.cons x (List.cons y xs)  => List.cons x (butlast (List.cons y xs))

/-- last element, zero for the empty list -/
def last : List Nat → Nat
  | List.nil                     => Nat.zero
  | List.cons x List.nil         => x
  | List.cons _ (List.cons y xs) => last (List.cons y xs)

def lastOfTwo (xs : List Nat) : List Nat → Nat
  | List.nil       => last xs
  | List.cons y ys => last (List.cons y ys)

def elem (n : Nat) : List Nat → Bool
  | List.nil       => false
  | List.cons x xs => bor (eqn n x) (elem n xs)

def delete (n : Nat) : List Nat → List Nat
  | List.nil       => List.nil
  | List.cons x xs =>
    match eqn n x with
    | true  => delete n xs
    | false => List.cons x (delete n xs)

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

/-- insertion before the first strictly larger element -/
def ins (n : Nat) : List Nat → List Nat
  | List.nil       => List.cons n List.nil
  | List.cons x xs =>
    match lt n x with
    | true  => List.cons n (List.cons x xs)
    | false => List.cons x (ins n xs)

def sort : List Nat → List Nat
  | List.nil       => List.nil
  | List.cons x xs => insort x (sort xs)

def intersect : List Nat → List Nat → List Nat
  | List.nil,       _  => List.nil
  | List.cons x xs, ys =>
    match elem x ys with
    | true  => List.cons x (intersect xs ys)
    | false => intersect xs ys

def height {α : Type} : Tree α → Nat
  | Tree.leaf       => Nat.zero
  | Tree.node l _ r => Nat.succ (max (height l) (height r))

def mirror {α : Type} : Tree α → Tree α
  | Tree.leaf       => Tree.leaf
  | Tree.node l x r => Tree.node (mirror r) x (mirror l)

end Ind

namespace NNG

/-- a fresh copy of the natural numbers: nothing is known about it in advance -/
inductive MyNat : Type where
  | zero : MyNat
  | succ : MyNat → MyNat

open MyNat

def one   : MyNat := succ zero

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

/-- reading of numerals -/
def ofNat : Nat → MyNat
  | Nat.zero   => zero
  | Nat.succ n => succ (ofNat n)

end NNG

namespace Arith

/-- f 0 + f 1 + ... + f (n-1) -/
def sumRange (n : Nat) (f : Nat → Nat) : Nat :=
  match n with
  | Nat.zero   => 0
  | Nat.succ k => sumRange k f + f k

/-- f 0 * f 1 * ... * f (n-1) -/
def prodRange (n : Nat) (f : Nat → Nat) : Nat :=
  match n with
  | Nat.zero   => 1
  | Nat.succ k => prodRange k f * f k

def choose : Nat → Nat → Nat
  | _,          Nat.zero   => 1
  | Nat.zero,   Nat.succ _ => 0
  | Nat.succ n, Nat.succ k => choose n k + choose n (k + 1)

/-- no element occurs twice -/
def Nodup {α : Type} : List α → Prop
  | List.nil       => True
  | List.cons x xs => ¬ (x ∈ xs) ∧ Nodup xs

end Arith

-- nng_implication_10_one_ne_zero: `≠` became `=`
-- fails for any values
theorem false_mutant_001 : NNG.one = NNG.MyNat.zero := by
  sorry

-- nng_tutorial_07_succ_eq_add_one: `=` became `≠`
-- fails for n = NNG.MyNat.zero
theorem false_mutant_002 : ∀ (n : NNG.MyNat), NNG.MyNat.succ n ≠ NNG.add n NNG.one := by
  sorry

-- nng_adv_addition_04_add_right_eq_self: an `y` became `x`
-- fails for x = NNG.MyNat.zero, y = NNG.MyNat.zero.succ
theorem false_mutant_003 : ∀ (x y : NNG.MyNat), NNG.add x x = x → y = NNG.MyNat.zero := by
  sorry

-- nng_adv_multiplication_05_le_mul_right: `NNG.mul` became `NNG.add`
-- fails for a = 1, b = 0
theorem false_mutant_004 : ∀ (a b : NNG.MyNat), NNG.add a b ≠ NNG.MyNat.zero → NNG.le a (NNG.mul a b) := by
  sorry

-- nng_addition_04_add_assoc: an `c` became `a`
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero, c = NNG.MyNat.zero.succ
theorem false_mutant_005 : ∀ (a b c : NNG.MyNat), NNG.add (NNG.add a b) c = NNG.add a (NNG.add b a) := by
  sorry

-- nng_addition_01_zero_add: `=` became `≠`
-- fails for n = NNG.MyNat.zero
theorem false_mutant_006 : ∀ (n : NNG.MyNat), NNG.add NNG.MyNat.zero n ≠ n := by
  sorry

-- nng_algorithm_01_add_left_comm: an `c` became `a`
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero, c = NNG.MyNat.zero.succ
theorem false_mutant_007 : ∀ (a b c : NNG.MyNat), NNG.add a (NNG.add b a) = NNG.add b (NNG.add a c) := by
  sorry

-- nng_algorithm_03_add_algo2: an `a` became `g`
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero, c = NNG.MyNat.zero, d = NNG.MyNat.zero, e = NNG.MyNat.zero, f = NNG.MyNat.zero, g = NNG.MyNat.zero.succ, h = NNG.MyNat.zero
theorem false_mutant_008 : ∀ (a b c d e f g h : NNG.MyNat), NNG.add (NNG.add (NNG.add d f) (NNG.add h (NNG.add g c))) (NNG.add (NNG.add g e) b) = NNG.add (NNG.add (NNG.add (NNG.add (NNG.add (NNG.add (NNG.add a b) c) d) e) f) g) h := by
  sorry

-- nng_algorithm_05_pred: `=` became `≠`
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero
theorem false_mutant_009 : ∀ (a b : NNG.MyNat), NNG.MyNat.succ a = NNG.MyNat.succ b → a ≠ b := by
  sorry

-- nng_algorithm_02_add_algo1: an `d` became `c`
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero, c = NNG.MyNat.zero, d = NNG.MyNat.zero.succ
theorem false_mutant_010 : ∀ (a b c d : NNG.MyNat), NNG.add (NNG.add a b) (NNG.add c c) = NNG.add (NNG.add (NNG.add a c) d) b := by
  sorry

-- nng_implication_06_intro: a hypothesis was dropped
-- fails for x = NNG.MyNat.zero
theorem false_mutant_011 : ∀ (x : NNG.MyNat), x = (NNG.ofNat 37) := by
  sorry

-- nng_algorithm_03_add_algo2: an `a` became `c`
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero, c = NNG.MyNat.zero.succ, d = NNG.MyNat.zero, e = NNG.MyNat.zero, f = NNG.MyNat.zero, g = NNG.MyNat.zero, h = NNG.MyNat.zero
theorem false_mutant_012 : ∀ (a b c d e f g h : NNG.MyNat), NNG.add (NNG.add (NNG.add d f) (NNG.add h (NNG.add c c))) (NNG.add (NNG.add g e) b) = NNG.add (NNG.add (NNG.add (NNG.add (NNG.add (NNG.add (NNG.add a b) c) d) e) f) g) h := by
  sorry

-- nng_implication_09_zero_ne_one: `≠` became `=`
-- fails for any values
theorem false_mutant_013 : NNG.MyNat.zero = NNG.one := by
  sorry

-- nng_adv_addition_04_add_right_eq_self: a hypothesis was dropped
-- fails for x = NNG.MyNat.zero, y = NNG.MyNat.zero.succ
theorem false_mutant_014 : ∀ (x y : NNG.MyNat), y = NNG.MyNat.zero := by
  sorry

-- nng_power_02_zero_pow_succ: `=` became `≠`
-- fails for m = NNG.MyNat.zero
theorem false_mutant_015 : ∀ (m : NNG.MyNat), NNG.pow NNG.MyNat.zero (NNG.MyNat.succ m) ≠ NNG.MyNat.zero := by
  sorry

-- nng_algorithm_04_add_algo3: an `c` became `e`
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero, c = NNG.MyNat.zero, d = NNG.MyNat.zero, e = NNG.MyNat.zero.succ, f = NNG.MyNat.zero, g = NNG.MyNat.zero, h = NNG.MyNat.zero
theorem false_mutant_016 : ∀ (a b c d e f g h : NNG.MyNat), NNG.add (NNG.add (NNG.add d f) (NNG.add h (NNG.add a c))) (NNG.add (NNG.add g e) b) = NNG.add (NNG.add (NNG.add (NNG.add (NNG.add (NNG.add (NNG.add a b) e) d) e) f) g) h := by
  sorry

-- nng_adv_addition_01_add_right_cancel: an `n` became `a`
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero.succ, n = NNG.MyNat.zero.succ
theorem false_mutant_017 : ∀ (a b n : NNG.MyNat), NNG.add a n = NNG.add b a → a = b := by
  sorry

-- nng_algorithm_08_decide: `20` became `19`
-- fails for any values
theorem false_mutant_018 : NNG.add (NNG.ofNat 19) (NNG.ofNat 20) = (NNG.ofNat 40) := by
  sorry

-- nng_adv_multiplication_06_mul_right_eq_one: a hypothesis was dropped
-- fails for x = NNG.MyNat.zero, y = NNG.MyNat.zero
theorem false_mutant_019 : ∀ (x y : NNG.MyNat), x = NNG.one := by
  sorry

-- nng_adv_addition_01_add_right_cancel: a hypothesis was dropped
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero.succ, n = NNG.MyNat.zero
theorem false_mutant_020 : ∀ (a b n : NNG.MyNat), a = b := by
  sorry

-- nng_less_or_equal_05_le_zero: `=` became `≠`
-- fails for x = NNG.MyNat.zero
theorem false_mutant_021 : ∀ (x : NNG.MyNat), NNG.le x NNG.MyNat.zero → x ≠ NNG.MyNat.zero := by
  sorry

-- nng_algorithm_02_add_algo1: an `c` became `b`
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero, c = NNG.MyNat.zero.succ, d = NNG.MyNat.zero
theorem false_mutant_022 : ∀ (a b c d : NNG.MyNat), NNG.add (NNG.add a b) (NNG.add c d) = NNG.add (NNG.add (NNG.add a b) d) b := by
  sorry

-- nng_algorithm_05_pred: an `b` became `a`
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero.succ
theorem false_mutant_023 : ∀ (a b : NNG.MyNat), NNG.MyNat.succ a = NNG.MyNat.succ a → a = b := by
  sorry

-- nng_addition_04_add_assoc: an `b` became `a`
-- fails for a = NNG.MyNat.zero, b = NNG.MyNat.zero.succ, c = NNG.MyNat.zero
theorem false_mutant_024 : ∀ (a b c : NNG.MyNat), NNG.add (NNG.add a b) c = NNG.add a (NNG.add a c) := by
  sorry

-- nng_addition_01_zero_add: `+` became `*`
-- fails for n = 1
theorem false_mutant_025 : ∀ (n : Nat), 0 * n = n := by
  sorry

-- nng_implication_05_succ_inj2: `4` became `3`
-- fails for x = 2
theorem false_mutant_026 : ∀ (x : Nat), x + 1 = 3 → x = 3 := by
  sorry

-- nng_tutorial_03_two_eq_ss0: `=` became `≠`
-- fails for any values
theorem false_mutant_027 : (2 : Nat) ≠ Nat.succ (Nat.succ 0) := by
  sorry

-- nng_multiplication_09_mul_assoc: `=` became `≠`
-- fails for a = 0, b = 0, c = 0
theorem false_mutant_028 : ∀ (a b c : Nat), (a * b) * c ≠ a * (b * c) := by
  sorry

-- nng_tutorial_08_two_add_two: `+` became `-`
-- fails for any values
theorem false_mutant_029 : (2 : Nat) - 2 = 4 := by
  sorry

-- nng_multiplication_04_mul_comm: `=` became `≠`
-- fails for a = 0, b = 0
theorem false_mutant_030 : ∀ (a b : Nat), a * b ≠ b * a := by
  sorry

-- nng_less_or_equal_02_zero_le: `≤` became `<`
-- fails for x = 0
theorem false_mutant_031 : ∀ (x : Nat), 0 < x := by
  sorry

-- nng_multiplication_09_mul_assoc: an `c` became `b`
-- fails for a = 1, b = 1, c = 0
theorem false_mutant_032 : ∀ (a b c : Nat), (a * b) * c = a * (b * b) := by
  sorry

-- nng_less_or_equal_07_or_symm: an `y` became `x`
-- fails for x = 0, y = 42
theorem false_mutant_033 : ∀ (x y : Nat), x = 37 ∨ y = 42 → x = 42 ∨ x = 37 := by
  sorry

-- nng_power_01_zero_pow_zero: `1` became `0`
-- fails for any values
theorem false_mutant_034 : (0 : Nat) ^ 0 = 0 := by
  sorry

-- core_list_replicate_add: an `n` became `m`
-- fails for α = Nat, m = 0, n = 1, a = 0
theorem false_mutant_035 : ∀ (α : Type) (m n : Nat) (a : α), List.replicate (m + n) a = List.replicate m a ++ List.replicate m a := by
  sorry

-- core_list_take_append_drop: `drop` became `take`
-- fails for α = Nat, n = 0, xs = [0]
theorem false_mutant_036 : ∀ (α : Type) (n : Nat) (xs : List α), xs.take n ++ xs.take n = xs := by
  sorry

-- core_nat_lt_succ_iff: `≤` became `<`
-- fails for n = 0, m = 0
theorem false_mutant_037 : ∀ (n m : Nat), n < m + 1 ↔ n < m := by
  sorry

-- core_nat_mul_left_comm: an `k` became `n`
-- fails for n = 1, m = 1, k = 0
theorem false_mutant_038 : ∀ (n m k : Nat), n * (m * n) = m * (n * k) := by
  sorry

-- core_nat_mod_self: `0` became `1`
-- fails for n = 0
theorem false_mutant_039 : ∀ (n : Nat), n % n = 1 := by
  sorry

-- core_nat_add_le_add: an `b` became `d`
-- fails for a = 1, b = 0, c = 1, d = 1
theorem false_mutant_040 : ∀ (a b c d : Nat), a ≤ d → c ≤ d → a + c ≤ b + d := by
  sorry

-- core_bool_fun_cube: `=` became `≠`
-- fails for f = {false ↦ false, true ↦ false}, b = false
theorem false_mutant_041 : ∀ (f : Bool → Bool) (b : Bool), f (f (f b)) ≠ f b := by
  sorry

-- core_logic_iff_trans: `↔` became `→`
-- fails for p = False, q = True, r = True
theorem false_mutant_042 : ∀ (p q r : Prop), (p → q) → (q ↔ r) → (p ↔ r) := by
  sorry

-- core_nat_mod_self: `=` became `≠`
-- fails for n = 0
theorem false_mutant_043 : ∀ (n : Nat), n % n ≠ 0 := by
  sorry

-- core_int_ofNat_add: `+` became `*`
-- fails for n = 0, m = 1
theorem false_mutant_044 : ∀ (n m : Nat), (Int.ofNat (n * m)) = Int.ofNat n + Int.ofNat m := by
  sorry

-- core_list_exists_of_mem: a hypothesis was dropped
-- fails for xs = []
theorem false_mutant_045 : ∀ (α : Type) (a : α) (xs : List α), ∃ ys zs, xs = ys ++ a :: zs := by
  sorry

-- core_bool_eq_false_iff: `true` became `false`
-- fails for a = false
theorem false_mutant_046 : ∀ (a : Bool), a = false ↔ a ≠ false := by
  sorry

-- core_logic_not_forall: `¬` became ``
-- fails for α = Bool, p = {false ↦ False, true ↦ False}
theorem false_mutant_047 : ∀ (α : Type) (p : α → Prop), ¬ (∀ x, p x) ↔ ∃ x, p x := by
  sorry

-- core_bool_or_not_self: `true` became `false`
-- fails for a = false
theorem false_mutant_048 : ∀ (a : Bool), (a || (!a)) = false := by
  sorry

-- core_logic_exists_imp: `↔` became `∧`
-- fails for α = Bool, p = {false ↦ True, true ↦ True}, q = False
theorem false_mutant_049 : ∀ (α : Type) (p : α → Prop) (q : Prop), ((∃ x, p x) → q) ∧ ∀ x, p x → q := by
  sorry

-- core_nat_exists_min: `≤` became `<`
-- fails for f = fun _ => 0
theorem false_mutant_050 : ∀ (f : Nat → Nat), ∃ i, ∀ j, f i < f j := by
  sorry

-- core_option_isSome_iff: `true` became `false`
-- fails for α = Bool, o = none
theorem false_mutant_051 : ∀ (α : Type) (o : Option α), o.isSome = false ↔ ∃ a, o = some a := by
  sorry

-- core_list_append_left_cancel: an `xs` became `zs`
-- fails for α = Nat, xs = [], ys = [0, 0], zs = [0]
theorem false_mutant_052 : ∀ (α : Type) (xs ys zs : List α), xs ++ ys = zs ++ zs → ys = zs := by
  sorry

-- core_logic_not_forall: `¬` became ``
-- fails for α = Bool, p = {false ↦ False, true ↦ False}
theorem false_mutant_053 : ∀ (α : Type) (p : α → Prop), (∀ x, p x) ↔ ∃ x, ¬ p x := by
  sorry

-- core_list_length_filter_le: `≤` became `<`
-- fails for α = Nat, p = fun a => a.beq 0, xs = []
theorem false_mutant_054 : ∀ (α : Type) (p : α → Bool) (xs : List α), (xs.filter p).length < xs.length := by
  sorry

-- core_nat_max_assoc: an `n` became `k`
-- fails for n = 1, m = 0, k = 0
theorem false_mutant_055 : ∀ (n m k : Nat), max (max n m) k = max k (max m k) := by
  sorry

-- core_nat_lt_irrefl: `¬` became ``
-- fails for n = 0
theorem false_mutant_056 : ∀ (n : Nat), n < n := by
  sorry

-- core_list_length_take: `take` became `drop`
-- fails for α = Nat, n = 0, xs = [0]
theorem false_mutant_057 : ∀ (α : Type) (n : Nat) (xs : List α), (xs.drop n).length = min n xs.length := by
  sorry

-- core_nat_sub_self: `-` became `+`
-- fails for n = 1
theorem false_mutant_058 : ∀ (n : Nat), n + n = 0 := by
  sorry

-- core_logic_not_and_iff: `∧` became `∨`
-- fails for p = True, q = False
theorem false_mutant_059 : ∀ (p q : Prop), ¬ (p ∨ q) ↔ ¬ p ∨ ¬ q := by
  sorry

-- core_logic_and_comm: an `q` became `p`
-- fails for p = True, q = False
theorem false_mutant_060 : ∀ (p q : Prop), p ∧ p ↔ q ∧ p := by
  sorry

-- core_nat_add_right_comm: `+` became `*`
-- fails for n = 0, m = 1, k = 0
theorem false_mutant_061 : ∀ (n m k : Nat), n * m + k = n + k + m := by
  sorry

-- core_bool_or_eq_true: an `a` became `b`
-- fails for a = true, b = false
theorem false_mutant_062 : ∀ (a b : Bool), (b || b) = true ↔ a = true ∨ b = true := by
  sorry

-- core_int_le_antisymm: an `a` became `b`
-- fails for a = 0, b = -1
theorem false_mutant_063 : ∀ (a b : Int), b ≤ b → b ≤ a → a = b := by
  sorry

-- core_bool_xor_assoc: an `b` became `a`
-- fails for a = false, b = true, c = false
theorem false_mutant_064 : ∀ (a b c : Bool), ((a != a) != c) = (a != (b != c)) := by
  sorry

-- core_nat_mul_left_comm: an `m` became `n`
-- fails for n = 1, m = 0, k = 1
theorem false_mutant_065 : ∀ (n m k : Nat), n * (m * k) = n * (n * k) := by
  sorry

-- core_logic_exists_eq_left: `∧` became `∨`
-- fails for α = Bool, p = {false ↦ False, true ↦ False}, a = false
theorem false_mutant_066 : ∀ (α : Type) (p : α → Prop) (a : α), (∃ x, x = a ∨ p x) ↔ p a := by
  sorry

-- core_bool_not_not: `=` became `≠`
-- fails for a = false
theorem false_mutant_067 : ∀ (a : Bool), (!(!a)) ≠ a := by
  sorry

-- core_nat_succ_sub_succ: `=` became `≠`
-- fails for n = 0, m = 0
theorem false_mutant_068 : ∀ (n m : Nat), Nat.succ n - Nat.succ m ≠ n - m := by
  sorry

-- core_logic_drinker: a hypothesis was dropped
-- fails for α = Nat, a = 0, p = fun a => a.beq 0 = true, y = 1
theorem false_mutant_069 : ∀ (α : Type) (a : α) (p : α → Prop), ∀ y, p y := by
  sorry

-- core_nat_not_le: an `n` became `m`
-- fails for n = 1, m = 0
theorem false_mutant_070 : ∀ (n m : Nat), ¬ m ≤ m ↔ m < n := by
  sorry

-- core_prod_swap_swap: `=` became `≠`
-- fails for α = Nat, β = Nat, p = (0, 0)
theorem false_mutant_071 : ∀ (α β : Type) (p : α × β), ((p.2, p.1).2, (p.2, p.1).1) ≠ p := by
  sorry

-- core_list_append_nil: `=` became `≠`
-- fails for α = Nat, xs = []
theorem false_mutant_072 : ∀ (α : Type) (xs : List α), xs ++ [] ≠ xs := by
  sorry

-- core_list_length_replicate: `=` became `≠`
-- fails for α = Nat, n = 0, a = 0
theorem false_mutant_073 : ∀ (α : Type) (n : Nat) (a : α), (List.replicate n a).length ≠ n := by
  sorry

-- core_option_map_id: `=` became `≠`
-- fails for α = Bool, o = none
theorem false_mutant_074 : ∀ (α : Type) (o : Option α), o.map (fun x => x) ≠ o := by
  sorry

-- core_list_foldl_reverse: `=` became `≠`
-- fails for α = Bool, β = Bool, f = {false false ↦ false, false true ↦ false, true false ↦ false, true true ↦ false}, b = false, xs = []
theorem false_mutant_075 : ∀ (α β : Type) (f : β → α → β) (b : β) (xs : List α), xs.reverse.foldl f b ≠ xs.foldr (fun a r => f r a) b := by
  sorry

-- core_nat_le_iff_exists_add: `≤` became `<`
-- fails for n = 0, m = 0
theorem false_mutant_076 : ∀ (n m : Nat), n < m ↔ ∃ k, m = n + k := by
  sorry

-- core_int_natAbs_neg: `=` became `≠`
-- fails for a = 0
theorem false_mutant_077 : ∀ (a : Int), Int.natAbs (-a) ≠ Int.natAbs a := by
  sorry

-- core_logic_congr_two: an `a'` became `a`
-- fails for α = Nat, β = Nat, γ = Nat, f = fun a a_1 => a, a = 0, a' = 1, b = 0, b' = 0
theorem false_mutant_078 : ∀ (α β γ : Type) (f : α → β → γ) (a a' : α) (b b' : β), a = a → b = b' → f a b = f a' b' := by
  sorry

-- core_int_add_left_neg: `+` became `-`
-- fails for a = -1
theorem false_mutant_079 : ∀ (a : Int), -a - a = 0 := by
  sorry

-- isa_63: `Ind.drop` became `Ind.take`
-- fails for n = 0, xs = [1]
theorem false_mutant_080 : ∀ (n : Nat) (xs : List Nat), Ind.lt n (Ind.len xs) = true → Ind.last (Ind.take n xs) = Ind.last xs := by
  sorry

-- isa_21: an `n` became `m`
-- fails for n = 1, m = 0
theorem false_mutant_081 : ∀ (n m : Nat), Ind.leq n (Ind.add m m) = true := by
  sorry

-- isa_66: `Ind.leq` became `Ind.lt`
-- fails for α = Nat, p = fun a => a.beq 0, xs = []
theorem false_mutant_082 : ∀ (α : Type) (p : α → Bool) (xs : List α), Ind.lt (Ind.len (Ind.filter p xs)) (Ind.len xs) = true := by
  sorry

-- isa_03: `true` became `false`
-- fails for n = 0, xs = [], ys = []
theorem false_mutant_083 : ∀ (n : Nat) (xs ys : List Nat), Ind.leq (Ind.count n xs) (Ind.count n (Ind.append xs ys)) = false := by
  sorry

-- isa_57: an `m` became `n`
-- fails for α = Nat, n = 0, m = 1, xs = [0]
theorem false_mutant_084 : ∀ (α : Type) (n m : Nat) (xs : List α), Ind.drop n (Ind.take n xs) = Ind.take (Ind.sub m n) (Ind.drop n xs) := by
  sorry

-- isa_50: `Ind.take` became `Ind.drop`
-- fails for α = Nat, xs = [0]
theorem false_mutant_085 : ∀ (α : Type) (xs : List α), Ind.butlast xs = Ind.drop (Ind.sub (Ind.len xs) (Nat.succ Nat.zero)) xs := by
  sorry

-- isa_66: `=` became `≠`
-- fails for α = Nat, p = fun a => a.beq 0, xs = []
theorem false_mutant_086 : ∀ (α : Type) (p : α → Bool) (xs : List α), Ind.leq (Ind.len (Ind.filter p xs)) (Ind.len xs) ≠ true := by
  sorry

-- isa_34: `min` became `max`
-- fails for n = 0, m = 1
theorem false_mutant_087 : ∀ (n m : Nat), Ind.eqn (Ind.max n m) m = Ind.leq m n := by
  sorry

-- isa_24: `max` became `min`
-- fails for n = 0, m = 1
theorem false_mutant_088 : ∀ (n m : Nat), Ind.eqn (Ind.min n m) n = Ind.leq m n := by
  sorry

-- isa_55: `drop` became `take`
-- fails for α = Nat, n = 0, xs = [0], ys = []
theorem false_mutant_089 : ∀ (α : Type) (n : Nat) (xs ys : List α), Ind.drop n (Ind.append xs ys) = Ind.append (Ind.take n xs) (Ind.drop (Ind.sub n (Ind.len xs)) ys) := by
  sorry

-- isa_20: `=` became `≠`
-- fails for xs = []
theorem false_mutant_090 : ∀ (xs : List Nat), Ind.len (Ind.sort xs) ≠ Ind.len xs := by
  sorry

-- isa_12: `Ind.drop` became `Ind.take`
-- fails for α = Nat, β = Nat, n = 0, f = fun a => a, xs = [0]
theorem false_mutant_091 : ∀ (α β : Type) (n : Nat) (f : α → β) (xs : List α), Ind.take n (Ind.map f xs) = Ind.map f (Ind.drop n xs) := by
  sorry

-- isa_34: `=` became `≠`
-- fails for n = 0, m = 0
theorem false_mutant_092 : ∀ (n m : Nat), Ind.eqn (Ind.min n m) m ≠ Ind.leq m n := by
  sorry

-- isa_09: an `m` became `k`
-- fails for n = 1, m = 1, k = 0
theorem false_mutant_093 : ∀ (n m k : Nat), Ind.sub (Ind.sub n k) k = Ind.sub n (Ind.add m k) := by
  sorry

-- isa_59: `=` became `≠`
-- fails for xs = [], ys = []
theorem false_mutant_094 : ∀ (xs ys : List Nat), ys = List.nil → Ind.last (Ind.append xs ys) ≠ Ind.last xs := by
  sorry

-- isa_80: `Ind.take` became `Ind.drop`
-- fails for α = Nat, n = 0, xs = [], ys = [0]
theorem false_mutant_095 : ∀ (α : Type) (n : Nat) (xs ys : List α), Ind.drop n (Ind.append xs ys) = Ind.append (Ind.take n xs) (Ind.take (Ind.sub n (Ind.len xs)) ys) := by
  sorry

-- isa_07: `Ind.add` became `Ind.sub`
-- fails for n = 0, m = 1
theorem false_mutant_096 : ∀ (n m : Nat), Ind.sub (Ind.sub n m) n = m := by
  sorry

-- isa_40: `take` became `drop`
-- fails for α = Nat, xs = [0]
theorem false_mutant_097 : ∀ (α : Type) (xs : List α), Ind.drop Nat.zero xs = List.nil := by
  sorry

-- isa_68: `=` became `≠`
-- fails for n = 0, xs = []
theorem false_mutant_098 : ∀ (n : Nat) (xs : List Nat), Ind.leq (Ind.len (Ind.delete n xs)) (Ind.len xs) ≠ true := by
  sorry

-- isa_58: `drop` became `take`
-- fails for α = Nat, β = Nat, n = 0, xs = [0], ys = [0]
theorem false_mutant_099 : ∀ (α β : Type) (n : Nat) (xs : List α) (ys : List β), Ind.drop n (Ind.zip xs ys) = Ind.zip (Ind.drop n xs) (Ind.take n ys) := by
  sorry

-- isa_23: an `m` became `n`
-- fails for n = 0, m = 1
theorem false_mutant_100 : ∀ (n m : Nat), Ind.max n m = Ind.max n n := by
  sorry

-- isa_58: `=` became `≠`
-- fails for α = Nat, β = Nat, n = 0, xs = [], ys = []
theorem false_mutant_101 : ∀ (α β : Type) (n : Nat) (xs : List α) (ys : List β), Ind.drop n (Ind.zip xs ys) ≠ Ind.zip (Ind.drop n xs) (Ind.drop n ys) := by
  sorry

-- isa_65: `true` became `false`
-- fails for n = 0, m = 0
theorem false_mutant_102 : ∀ (n m : Nat), Ind.lt n (Nat.succ (Ind.add m n)) = false := by
  sorry

-- isa_30: `true` became `false`
-- fails for n = 0, xs = []
theorem false_mutant_103 : ∀ (n : Nat) (xs : List Nat), Ind.elem n (Ind.ins n xs) = false := by
  sorry

-- isa_45: `=` became `≠`
-- fails for α = Nat, β = Nat, a = 0, b = 0, xs = [], ys = []
theorem false_mutant_104 : ∀ (α β : Type) (a : α) (b : β) (xs : List α) (ys : List β), Ind.zip (List.cons a xs) (List.cons b ys) ≠ List.cons (a, b) (Ind.zip xs ys) := by
  sorry

-- isa_11: `drop` became `take`
-- fails for α = Nat, xs = [0]
theorem false_mutant_105 : ∀ (α : Type) (xs : List α), Ind.take Nat.zero xs = xs := by
  sorry

-- isa_38: `=` became `≠`
-- fails for n = 0, xs = []
theorem false_mutant_106 : ∀ (n : Nat) (xs : List Nat), Ind.count n (Ind.append xs (List.cons n List.nil)) ≠ Nat.succ (Ind.count n xs) := by
  sorry

-- isa_24: `Ind.leq` became `Ind.lt`
-- fails for n = 0, m = 0
theorem false_mutant_107 : ∀ (n m : Nat), Ind.eqn (Ind.max n m) n = Ind.lt m n := by
  sorry

-- isa_58: `=` became `≠`
-- fails for α = Nat, β = Nat, n = 0, xs = [], ys = []
theorem false_mutant_108 : ∀ (α β : Type) (n : Nat) (xs : List α) (ys : List β), List.drop n (List.zip xs ys) ≠ List.zip (List.drop n xs) (List.drop n ys) := by
  sorry

-- isa_47: `=` became `≠`
-- fails for α = Nat, t = Ind.Tree.leaf
theorem false_mutant_109 : ∀ (α : Type) (t : Ind.Tree α), Ind.height (Ind.mirror t) ≠ Ind.height t := by
  sorry

-- isa_43: `=` became `≠`
-- fails for α = Nat, p = fun a => a.beq 0, xs = []
theorem false_mutant_110 : ∀ (α : Type) (p : α → Bool) (xs : List α), (List.takeWhile p xs) ++ (List.dropWhile p xs) ≠ xs := by
  sorry

-- isa_61: an `xs` became `ys`
-- fails for xs = [1], ys = []
theorem false_mutant_111 : ∀ (xs ys : List Nat), List.getLastD (ys ++ ys) 0 = Ind.lastOfTwo xs ys := by
  sorry

-- isa_34: `min` became `max`
-- fails for n = 0, m = 1
theorem false_mutant_112 : ∀ (n m : Nat), ((max n m) = m) ↔ (m ≤ n) := by
  sorry

-- isa_52: `=` became `≠`
-- fails for n = 0, xs = []
theorem false_mutant_113 : ∀ (n : Nat) (xs : List Nat), List.count n xs ≠ List.count n (List.reverse xs) := by
  sorry

-- isa_81: `+` became `-`
-- fails for α = Nat, n = 1, m = 1, xs = [0, 0]
theorem false_mutant_114 : ∀ (α : Type) (n m : Nat) (xs : List α), List.take n (List.drop m xs) = List.drop m (List.take (n - m) xs) := by
  sorry

-- isa_75: an `n` became `m`
-- fails for n = 0, m = 1, xs = [0]
theorem false_mutant_115 : ∀ (n m : Nat) (xs : List Nat), (List.count m xs) + (List.count n [m]) = List.count n (m :: xs) := by
  sorry

-- isa_80: `=` became `≠`
-- fails for α = Nat, n = 0, xs = [], ys = []
theorem false_mutant_116 : ∀ (α : Type) (n : Nat) (xs ys : List α), List.take n (xs ++ ys) ≠ (List.take n xs) ++ (List.take (n - (List.length xs)) ys) := by
  sorry

-- isa_66: `≤` became `≥`
-- fails for α = Nat, p = fun a => false, xs = [0]
theorem false_mutant_117 : ∀ (α : Type) (p : α → Bool) (xs : List α), (List.length (List.filter p xs)) ≥ (List.length xs) := by
  sorry

-- isa_11: `0` became `1`
-- fails for α = Nat, xs = [0]
theorem false_mutant_118 : ∀ (α : Type) (xs : List α), List.drop 1 xs = xs := by
  sorry

-- isa_14: an `xs` became `ys`
-- fails for α = Nat, p = fun a => a.beq 0, xs = [], ys = [0]
theorem false_mutant_119 : ∀ (α : Type) (p : α → Bool) (xs ys : List α), List.filter p (xs ++ ys) = (List.filter p ys) ++ (List.filter p ys) := by
  sorry

-- isa_72: `-` became `+`
-- fails for α = Nat, n = 1, xs = [0]
theorem false_mutant_120 : ∀ (α : Type) (n : Nat) (xs : List α), List.reverse (List.drop n xs) = List.take ((List.length xs) + n) (List.reverse xs) := by
  sorry

-- isa_81: `take` became `drop`
-- fails for α = Nat, n = 0, m = 0, xs = [0]
theorem false_mutant_121 : ∀ (α : Type) (n m : Nat) (xs : List α), List.drop n (List.drop m xs) = List.drop m (List.take (n + m) xs) := by
  sorry

-- isa_63: `=` became `≠`
-- fails for n = 0, xs = [0]
theorem false_mutant_122 : ∀ (n : Nat) (xs : List Nat), n < (List.length xs) → List.getLastD (List.drop n xs) 0 ≠ List.getLastD xs 0 := by
  sorry

-- isa_59: `0` became `1`
-- fails for xs = [], ys = []
theorem false_mutant_123 : ∀ (xs ys : List Nat), ys = [] → List.getLastD (xs ++ ys) 1 = List.getLastD xs 0 := by
  sorry

-- prod_44: `=` became `≠`
-- fails for n = 0, xs = [0], ys = [0]
theorem false_mutant_124 : ∀ (n : Nat) (xs ys : List Nat), Ind.elem n xs = true → Ind.elem n ys = true → Ind.elem n (Ind.intersect xs ys) ≠ true := by
  sorry

-- prod_37: a hypothesis was dropped
-- fails for n = 0, xs = [], ys = []
theorem false_mutant_125 : ∀ (n : Nat) (xs ys : List Nat), Ind.elem n (Ind.append xs ys) = true := by
  sorry

-- prod_10: `=` became `≠`
-- fails for α = Nat, xs = []
theorem false_mutant_126 : ∀ (α : Type) (xs : List α), Ind.rev (Ind.rev xs) ≠ xs := by
  sorry

-- prod_13: `=` became `≠`
-- fails for n = 0
theorem false_mutant_127 : ∀ (n : Nat), Ind.half (Ind.add n n) ≠ n := by
  sorry

-- prod_L10: `=` became `≠`
-- fails for α = Nat, xs = [], a = 0
theorem false_mutant_128 : ∀ (α : Type) (xs : List α) (a : α), Ind.rev (Ind.append (Ind.append xs (List.cons a List.nil)) List.nil) ≠ List.cons a (Ind.rev (Ind.append xs List.nil)) := by
  sorry

-- prod_09: `drop` became `take`
-- fails for α = Nat, n = 0, m = 0, xs = [0], k = 0
theorem false_mutant_129 : ∀ (α : Type) (n m : Nat) (xs : List α) (k : Nat), Ind.drop k (Ind.drop n (Ind.drop m xs)) = Ind.drop m (Ind.take n (Ind.drop k xs)) := by
  sorry

-- prod_49: `=` became `≠`
-- fails for n = 0, xs = []
theorem false_mutant_130 : ∀ (n : Nat) (xs : List Nat), Ind.elem n (Ind.sort xs) ≠ true → Ind.elem n xs = true := by
  sorry

-- prod_47: `true` became `false`
-- fails for n = 0, m = 0, xs = []
theorem false_mutant_131 : ∀ (n m : Nat) (xs : List Nat), Ind.neq n m = false → Ind.elem n (Ind.insort m xs) = Ind.elem n xs := by
  sorry

-- prod_L11: `=` became `≠`
-- fails for α = Nat, xs = [], a = 0, ys = []
theorem false_mutant_132 : ∀ (α : Type) (xs : List α) (a : α) (ys : List α), Ind.append (Ind.append xs (List.cons a List.nil)) ys ≠ Ind.append xs (List.cons a ys) := by
  sorry

-- prod_14: `true` became `false`
-- fails for xs = []
theorem false_mutant_133 : ∀ (xs : List Nat), Ind.sorted (Ind.sort xs) = false := by
  sorry

-- prod_26: `Ind.add` became `Ind.sub`
-- fails for n = 1, m = 1
theorem false_mutant_134 : ∀ (n m : Nat), Ind.half (Ind.sub n m) = Ind.half (Ind.add m n) := by
  sorry

-- prod_44: a hypothesis was dropped
-- fails for n = 0, xs = [0], ys = []
theorem false_mutant_135 : ∀ (n : Nat) (xs ys : List Nat), Ind.elem n xs = true → Ind.elem n (Ind.intersect xs ys) = true := by
  sorry

-- prod_L17: an `m` became `n`
-- fails for n = 0, m = 1
theorem false_mutant_136 : ∀ (n m : Nat), Ind.add n (Nat.succ (Nat.succ n)) = Nat.succ (Nat.succ (Ind.add n m)) := by
  sorry

-- prod_23: `=` became `≠`
-- fails for α = Nat, xs = [], ys = []
theorem false_mutant_137 : ∀ (α : Type) (xs ys : List α), Ind.half (Ind.len (Ind.append xs ys)) ≠ Ind.half (Ind.len (Ind.append ys xs)) := by
  sorry

-- prod_L21: `=` became `≠`
-- fails for n = 0, m = 1, xs = []
theorem false_mutant_138 : ∀ (n m : Nat) (xs : List Nat), Ind.neq n m = true → Ind.count n (Ind.insort m xs) ≠ Ind.count n xs := by
  sorry

-- prod_34: an `m` became `n`
-- fails for n = 1, m = 0
theorem false_mutant_139 : ∀ (n m : Nat), Ind.mul n m = Ind.mulAcc n n Nat.zero := by
  sorry

-- prod_25: an `xs` became `ys`
-- fails for α = Nat, xs = [], ys = [0]
theorem false_mutant_140 : ∀ (α : Type) (xs ys : List α), Ind.even (Ind.len (Ind.append ys ys)) = Ind.even (Ind.add (Ind.len ys) (Ind.len xs)) := by
  sorry

-- prod_20: `true` became `false`
-- fails for α = Nat, xs = []
theorem false_mutant_141 : ∀ (α : Type) (xs : List α), Ind.even (Ind.len (Ind.append xs xs)) = false := by
  sorry

-- prod_L09: an `xs` became `ys`
-- fails for α = Nat, xs = [], ys = [0], a = 0
theorem false_mutant_142 : ∀ (α : Type) (xs ys : List α) (a : α), List.reverse (xs ++ (ys ++ [a])) = a :: (List.reverse (ys ++ ys)) := by
  sorry

-- prod_L10: `=` became `≠`
-- fails for α = Nat, xs = [], a = 0
theorem false_mutant_143 : ∀ (α : Type) (xs : List α) (a : α), List.reverse ((xs ++ [a]) ++ []) ≠ a :: (List.reverse (xs ++ [])) := by
  sorry

-- prod_12: `=` became `≠`
-- fails for α = Nat, xs = [], ys = []
theorem false_mutant_144 : ∀ (α : Type) (xs ys : List α), Ind.revAcc xs ys ≠ (List.reverse xs) ++ ys := by
  sorry

-- prod_L14: `%` became `/`
-- fails for α = Nat, xs = [], a = 0, b = 0, ys = []
theorem false_mutant_145 : ∀ (α : Type) (xs : List α) (a b : α) (ys : List α), ((List.length (xs ++ ys)) % 2 = 0) ↔ ((List.length (xs ++ (a :: (b :: ys)))) / 2 = 0) := by
  sorry

-- prod_L20: `+` became `-`
-- fails for n = 0, xs = []
theorem false_mutant_146 : ∀ (n : Nat) (xs : List Nat), List.count n (Ind.insort n xs) = (List.count n xs) - 1 := by
  sorry

-- prod_24: `=` became `≠`
-- fails for n = 0, m = 0
theorem false_mutant_147 : ∀ (n m : Nat), ((n + m) % 2 ≠ 0) ↔ ((m + n) % 2 = 0) := by
  sorry

-- prod_28: `=` became `≠`
-- fails for α = Nat, xs = []
theorem false_mutant_148 : ∀ (α : Type) (xs : List (List α)), Ind.revFlat xs ≠ Ind.revFlatAcc xs [] := by
  sorry

-- prod_L07: an `m` became `n`
-- fails for α = Nat, n = 0, m = 1, k = 0, a = 0, b = 0, xs = [0]
theorem false_mutant_149 : ∀ (α : Type) (n m k : Nat) (a b : α) (xs : List α), List.drop (n + 1) (List.drop m (List.drop (k + 1) (a :: (b :: xs)))) = List.drop (n + 1) (List.drop n (List.drop k (a :: xs))) := by
  sorry

-- prod_34: an `n` became `m`
-- fails for n = 0, m = 1
theorem false_mutant_150 : ∀ (n m : Nat), m * m = Ind.mulAcc n m 0 := by
  sorry

-- prod_13: `2` became `3`
-- fails for n = 1
theorem false_mutant_151 : ∀ (n : Nat), (n + n) / 3 = n := by
  sorry

-- prod_47: `↔` became `∧`
-- fails for n = 0, m = 1, xs = []
theorem false_mutant_152 : ∀ (n m : Nat) (xs : List Nat), n ≠ m → ((n ∈ (Ind.insort m xs)) ∧ (n ∈ xs)) := by
  sorry

-- prod_13: `2` became `1`
-- fails for n = 1
theorem false_mutant_153 : ∀ (n : Nat), (n + n) / 1 = n := by
  sorry

-- prod_15: `1` became `2`
-- fails for n = 0
theorem false_mutant_154 : ∀ (n : Nat), n + (n + 1) = (n + n) + 2 := by
  sorry

-- pel_05: an `P` became `R`
-- fails for P = True, Q = True, R = False
theorem false_mutant_155 : ∀ (P Q R : Prop), (P ∨ Q → P ∨ R) → R ∨ (Q → R) := by
  sorry

-- pel_32: an `H` became `G`
-- fails for α = Bool, d = false, F = {false ↦ True, true ↦ True}, G = {false ↦ False, true ↦ False}, H = {false ↦ True, true ↦ True}, I = {false ↦ True, true ↦ True}, J = {false ↦ False, true ↦ False}, K = {false ↦ True, true ↦ True}, x = false
theorem false_mutant_156 : ∀ (α : Type) (d : α) (F G H I J K : α → Prop), (∀ x, F x ∧ (G x ∨ H x) → I x) → (∀ x, I x ∧ G x → J x) → (∀ x, K x → H x) → (∀ x, F x ∧ K x → J x) := by
  sorry

-- pel_22: `↔` became `∧`
-- fails for α = Bool, d = false, P = False, F = {false ↦ False, true ↦ False}
theorem false_mutant_157 : ∀ (α : Type) (d : α) (P : Prop) (F : α → Prop), (∀ x, P ↔ F x) → (P ∧ (∀ x, F x)) := by
  sorry

-- pel_09: an `P` became `Q`
-- fails for P = True, Q = False
theorem false_mutant_158 : ∀ (P Q : Prop), (P ∨ Q) ∧ (¬ Q ∨ Q) ∧ (P ∨ ¬ Q) → ¬ (¬ P ∨ ¬ Q) := by
  sorry

-- pel_16: `∨` became `∧`
-- fails for P = True, Q = False
theorem false_mutant_159 : ∀ (P Q : Prop), (P → Q) ∧ (Q → P) := by
  sorry

-- pel_22: a hypothesis was dropped
-- fails for α = Bool, d = false, P = True, F = {false ↦ False, true ↦ False}
theorem false_mutant_160 : ∀ (α : Type) (d : α) (P : Prop) (F : α → Prop), (P ↔ (∀ x, F x)) := by
  sorry

-- pel_34: `↔` became `∧`
-- fails for α = Bool, d = false, F = {false ↦ False, true ↦ False}, G = {false ↦ True, true ↦ False}
theorem false_mutant_161 : ∀ (α : Type) (d : α) (F G : α → Prop), ((∃ x, ∀ y, F x ↔ F y) ↔ ((∃ x, G x) ↔ (∀ y, G y))) ∧ ((∃ x, ∀ y, G x ↔ G y) ↔ ((∃ x, F x) ↔ (∀ y, F y))) := by
  sorry

-- pel_24: a hypothesis was dropped
-- fails for α = Bool, d = false, F = {false ↦ True, true ↦ True}, G = {false ↦ False, true ↦ False}, H = {false ↦ False, true ↦ False}, I = {false ↦ False, true ↦ False}
theorem false_mutant_162 : ∀ (α : Type) (d : α) (F G H I : α → Prop), ¬ (∃ x, I x ∧ G x) → (¬ (∃ x, F x) → (∃ x, G x)) → (∀ x, G x ∨ H x → I x) → (∃ x, F x ∧ H x) := by
  sorry

-- pel_06: `∨` became `∧`
-- fails for P = True
theorem false_mutant_163 : ∀ (P : Prop), P ∧ ¬ P := by
  sorry

-- pel_28: an `I` became `F`
-- fails for α = Bool, d = false, F = {false ↦ True, true ↦ True}, G = {false ↦ True, true ↦ True}, H = {false ↦ False, true ↦ False}, I = {false ↦ False, true ↦ False}, J = {false ↦ True, true ↦ True}, K = {false ↦ False, true ↦ False}, x = false
theorem false_mutant_164 : ∀ (α : Type) (d : α) (F G H I J K : α → Prop), (∀ x, F x → (∀ z, G z)) → ((∀ x, G x ∨ H x) → (∃ x, G x ∧ F x)) → ((∃ x, I x) → (∀ x, J x → K x)) → (∀ x, F x ∧ J x → K x) := by
  sorry

-- pel_09: `¬` became ``
-- fails for P = True, Q = True
theorem false_mutant_165 : ∀ (P Q : Prop), (P ∨ Q) ∧ (¬ P ∨ Q) ∧ (P ∨ ¬ Q) → ¬ (P ∨ ¬ Q) := by
  sorry

-- pel_10: `∧` became `∨`
-- fails for P = True, Q = False, R = True
theorem false_mutant_166 : ∀ (P Q R : Prop), (Q → R) → (R → P ∨ Q) → (P → Q ∨ R) → (P ↔ Q) := by
  sorry

-- prop_equivassoc_5: an `P0` became `P3`
-- fails for P0 = True, P1 = True, P2 = True, P3 = False, P4 = True
theorem false_mutant_167 : ∀ (P0 P1 P2 P3 P4 : Prop), ((((P3 ↔ P1) ↔ P2) ↔ P3) ↔ P4) ↔ ((((P4 ↔ P3) ↔ P2) ↔ P1) ↔ P0) := by
  sorry

-- prop_schwichtenberg_2: `∧` became `∨`
-- fails for P0 = False, P1 = True, P2 = True
theorem false_mutant_168 : ∀ (P0 P1 P2 : Prop), P2 ∧ (P1 → P1 → P0) ∨ (P2 → P2 → P1) → P0 := by
  sorry

-- prop_equivmirror_6: an `P2` became `P5`
-- fails for P0 = True, P1 = True, P2 = True, P3 = True, P4 = True, P5 = False
theorem false_mutant_169 : ∀ (P0 P1 P2 P3 P4 P5 : Prop), (((((P0 ↔ P1) ↔ P2) ↔ P3) ↔ P4) ↔ P5) ↔ (P5 ↔ (P4 ↔ (P3 ↔ (P5 ↔ (P1 ↔ P0))))) := by
  sorry

-- prop_equivmirror_4: an `P0` became `P3`
-- fails for P0 = True, P1 = True, P2 = True, P3 = False
theorem false_mutant_170 : ∀ (P0 P1 P2 P3 : Prop), (((P3 ↔ P1) ↔ P2) ↔ P3) ↔ (P3 ↔ (P2 ↔ (P1 ↔ P0))) := by
  sorry

-- mf2f_induction_divisibility_3div2tooddnp1: `*` became `+`
-- fails for n = 1
theorem false_mutant_171 : ∀ (n : Nat), 3 ∣ (2 ^ (2 + n + 1) + 1) := by
  sorry

-- mf2f_mathd_numbertheory_234: an `b` became `a`
-- fails for a = 9, b = 7
theorem false_mutant_172 : ∀ (a b : Nat), 1 ≤ a → a ≤ 9 → b ≤ 9 → (10 * a + b) ^ 3 = 912673 → a + a = 16 := by
  sorry

-- mf2f_amc12a_2003_p1: `=` became `≠`
-- fails for u = fun n => 2 * n + 2, v = fun _ => 0
theorem false_mutant_173 : ∀ (u v : Nat → Nat), (∀ n, u n = 2 * n + 2) → (∀ n, v n ≠ 2 * n + 1) → Arith.sumRange 2003 u - Arith.sumRange 2003 v = 2003 := by
  sorry

-- mf2f_numbertheory_sumkmulnckeqnmul2pownm1: `-` became `+`
-- fails for n = 1
theorem false_mutant_174 : ∀ (n : Nat), 0 < n → Arith.sumRange (n + 1) (fun k => k * Arith.choose n k) = n * 2 ^ (n + 1) := by
  sorry

-- mf2f_imo_1964_p1_2: `2` became `3`
-- fails for n = 3
theorem false_mutant_175 : ∀ (n : Nat), ¬ 7 ∣ (3 ^ n + 1) := by
  sorry

-- mf2f_numbertheory_nckeqnm1ckpnm1ckm1: a hypothesis was dropped
-- fails for n = 1, k = 0
theorem false_mutant_176 : ∀ (n k : Nat), 0 < n → k ≤ n → Arith.choose n k = Arith.choose (n - 1) k + Arith.choose (n - 1) (k - 1) := by
  sorry

-- mf2f_mathd_numbertheory_780: `%` became `/`
-- fails for m = 11, x = 46
theorem false_mutant_177 : ∀ (m x : Int), 0 ≤ x → 10 ≤ m → m ≤ 99 → (6 * x) % m = 1 → (x - 6 ^ 2) / m = 0 → m = 43 := by
  sorry

-- mf2f_mathd_numbertheory_92: `8` became `9`
-- fails for n = 12
theorem false_mutant_178 : ∀ (n : Nat), (5 * n) % 17 = 9 → n % 17 = 5 := by
  sorry

-- mf2f_mathd_numbertheory_303: `13` became `12`
-- fails for S = []
theorem false_mutant_179 : ∀ (S : List Nat), Arith.Nodup S → (∀ n, n ∈ S ↔ 2 ≤ n ∧ 171 % n = 80 % n ∧ 468 % n = 12 % n) → S.foldr (fun a b => a + b) 0 = 111 := by
  sorry

-- mf2f_amc12a_2021_p9: `+` became `*`
-- fails for any values
theorem false_mutant_180 : Arith.prodRange 7 (fun k => 2 ^ (2 ^ k) * 3 ^ (2 ^ k)) = 3 ^ 128 - 2 ^ 128 := by
  sorry

-- mf2f_mathd_numbertheory_412: `2` became `1`
-- fails for x = 4, y = 7
theorem false_mutant_181 : ∀ (x y : Int), x % 19 = 4 → y % 19 = 7 → ((x + 1) ^ 1 * (y + 5) ^ 3) % 19 = 13 := by
  sorry

-- mf2f_mathd_numbertheory_640: `91148` became `91149`
-- fails for any values
theorem false_mutant_182 : (91145 + 91146 + 91147 + 91149) % 4 = 2 := by
  sorry

-- mf2f_mathd_numbertheory_303: `≤` became `≥`
-- fails for S = [1]
theorem false_mutant_183 : ∀ (S : List Nat), Arith.Nodup S → (∀ n, n ∈ S ↔ 2 ≥ n ∧ 171 % n = 80 % n ∧ 468 % n = 13 % n) → S.foldr (fun a b => a + b) 0 = 111 := by
  sorry

-- mf2f_aime_1984_p7: `84` became `85`
-- fails for f n = n - 3 from 1000 on, below 998 for odd n and 997 for even n
theorem false_mutant_184 : ∀ (f : Int → Int), (∀ n, 1000 ≤ n → f n = n - 3) → (∀ n, n < 1000 → f n = f (f (n + 5))) → f 85 = 997 := by
  sorry

-- mf2f_mathd_numbertheory_42: `+` became `-`
-- fails for u = 11, v = 51
theorem false_mutant_185 : ∀ (u v : Nat), 0 < u → (27 * u) % 40 = 17 → (∀ a, 0 < a → (27 * a) % 40 = 17 → u ≤ a) → 0 < v → (27 * v) % 40 = 17 → v ≠ u → (∀ a, 0 < a → (27 * a) % 40 = 17 → a ≠ u → v ≤ a) → u - v = 62 := by
  sorry

-- mf2f_mathd_algebra_15: `100` became `99`
-- fails for s = fun a b => a ^ b + b ^ a
theorem false_mutant_186 : ∀ (s : Nat → Nat → Nat), (∀ a b, 0 < a → 0 < b → s a b = a ^ b + b ^ a) → s 2 6 = 99 := by
  sorry

-- mf2f_mathd_numbertheory_483: `4` became `5`
-- fails for a the Fibonacci numbers: 5 divides the hundredth
theorem false_mutant_187 : ∀ (a : Nat → Nat), a 1 = 1 → a 2 = 1 → (∀ n, a (n + 2) = a (n + 1) + a n) → a 100 % 5 = 3 := by
  sorry

-- mf2f_aime_1994_p3: `2` became `3`
-- fails for f the function with f 19 = 94 that the first hypothesis defines
theorem false_mutant_188 : ∀ (f : Int → Int), (∀ x, f x + f (x - 1) = x ^ 3) → f 19 = 94 → f 94 % 1000 = 561 := by
  sorry

-- mf2f_imo_1992_p1: `15` became `14`
-- fails for p = 3, q = 5, r = 15
theorem false_mutant_189 : ∀ (p q r : Int), 1 < p → p < q → q < r → (p - 1) * (q - 1) * (r - 1) ∣ (p * q * r - 1) → (p = 2 ∧ q = 4 ∧ r = 8) ∨ (p = 3 ∧ q = 5 ∧ r = 14) := by
  sorry

-- mf2f_mathd_numbertheory_100: `70` became `69`
-- fails for n = 70
theorem false_mutant_190 : ∀ (n : Nat), 0 < n → Nat.gcd n 40 = 10 → Nat.lcm n 40 = 280 → n = 69 := by
  sorry

-- mf2f_numbertheory_exk2powkeqapb2mulbpa2_aeq1: `∧` became `∨`
-- fails for a = 2, b = 1
theorem false_mutant_191 : ∀ (a b : Nat), 0 < a → 0 < b → (∃ k, 0 < k ∨ 2 ^ k = (a + b ^ 2) * (b + a ^ 2)) → a = 1 := by
  sorry

-- mf2f_aime_1987_p5: `+` became `*`
-- fails for x = 0, y = 0
theorem false_mutant_192 : ∀ (x y : Int), y ^ 2 + 3 * (x ^ 2 * y ^ 2) = 30 * x ^ 2 * 517 → 3 * (x ^ 2 * y ^ 2) = 588 := by
  sorry

-- mf2f_induction_divisibility_9div10tonm1: `-` became `+`
-- fails for n = 1
theorem false_mutant_193 : ∀ (n : Nat), 0 < n → 9 ∣ (10 ^ n + 1) := by
  sorry

-- mf2f_mathd_numbertheory_149: `6` became `5`
-- fails for any values
theorem false_mutant_194 : Arith.sumRange 50 (fun k => if k % 8 = 5 ∧ k % 5 = 3 then k else 0) = 66 := by
  sorry

-- mf2f_mathd_numbertheory_109: `2` became `3`
-- fails for v = fun n => 3 * n - 1
theorem false_mutant_195 : ∀ (v : Nat → Nat), (∀ n, v n = 3 * n - 1) → Arith.sumRange 100 (fun k => v (k + 1)) % 7 = 4 := by
  sorry

-- mf2f_mathd_numbertheory_24: `%` became `/`
-- fails for any values
theorem false_mutant_196 : Arith.sumRange 9 (fun k => 11 ^ (k + 1)) / 100 = 59 := by
  sorry

-- mf2f_induction_sum_odd: `2` became `3`
-- fails for n = 2
theorem false_mutant_197 : ∀ (n : Nat), Arith.sumRange n (fun k => 2 * k + 1) = n ^ 3 := by
  sorry

-- mf2f_algebra_xmysqpymzsqpzmxsqeqxyz: `6` became `7`
-- fails for x = 1, y = 1, z = 2
theorem false_mutant_198 : ∀ (x y z : Int), (x - y) ^ 2 + (y - z) ^ 2 + (z - x) ^ 2 = x * y * z → (x + y + z + 7) ∣ (x ^ 3 + y ^ 3 + z ^ 3) := by
  sorry

-- mf2f_mathd_numbertheory_85: `1` became `0`
-- fails for any values
theorem false_mutant_199 : 0 * 3 ^ 3 + 2 * 3 ^ 2 + 2 * 3 + 2 = 53 := by
  sorry

-- mf2f_mathd_numbertheory_728: `-` became `+`
-- fails for any values
theorem false_mutant_200 : (29 ^ 13 + 5 ^ 13) % 7 = 3 := by
  sorry
