/-
Inductive properties that need a lemma, on the library's functions: 74 theorems.

After "Productive use of failure in inductive proof" (Ireland and Bundy, 1996) as collected in TIP, the Tons
of Inductive Problems.
The facts are public mathematics; this wording is the project's own and is under the Apache License 2.0.

Measuring: every theorem is attempted on its own, with the definitions above it and the library in scope,
without the other theorems of the file and without library lemmas of the same content. 10 seconds and one core
each, unless a report says otherwise. It counts when the finished file passes the final check.
-/
-- turnstile: isolate
-- turnstile: without List.append_assoc List.append_assoc_eq List.append_cons
-- turnstile: without List.append_cons_eq_append_append List.append_singleton_append List.concat_append
-- turnstile: without List.instAssociativeHAppend List.length_append_singleton List.length_concat
-- turnstile: without List.length_reverse List.mem_append List.mem_append_eq List.mem_append_left
-- turnstile: without List.mem_append_of_mem_left List.mem_append_of_mem_or_mem List.mem_append_of_mem_right
-- turnstile: without List.mem_append_right List.mem_of_mem_drop List.mem_or_mem_of_mem_append
-- turnstile: without List.reverse_append_singleton List.reverse_concat List.reverse_concat'
-- turnstile: without List.reverse_involutive List.reverse_reverse Nat.add_assoc Nat.add_self_div_two
-- turnstile: without Nat.add_self_mod_two Nat.add_succ Nat.instAssociativeHAdd Nat.instAssociativeHMul
-- turnstile: without Nat.mul_assoc Nat.two_mul

namespace Ind

def band : Bool → Bool → Bool
  | true,  b => b
  | false, _ => false

def bor : Bool → Bool → Bool
  | true,  _ => true
  | false, b => b

def add : Nat → Nat → Nat
  | Nat.zero,   m => m
  | Nat.succ n, m => Nat.succ (add n m)

def mul : Nat → Nat → Nat
  | Nat.zero,   _ => Nat.zero
  | Nat.succ n, m => add m (mul n m)

def eqn : Nat → Nat → Bool
  | Nat.zero,   Nat.zero   => true
  | Nat.zero,   Nat.succ _ => false
  | Nat.succ _, Nat.zero   => false
  | Nat.succ n, Nat.succ m => eqn n m

def leq : Nat → Nat → Bool
  | Nat.zero,   _          => true
  | Nat.succ _, Nat.zero   => false
  | Nat.succ n, Nat.succ m => leq n m

/-- multiplication with an accumulator -/
def mulAcc : Nat → Nat → Nat → Nat
  | Nat.zero,   _, acc => acc
  | Nat.succ n, m, acc => mulAcc n m (add m acc)

def fac : Nat → Nat
  | Nat.zero   => Nat.succ Nat.zero
  | Nat.succ n => mul (Nat.succ n) (fac n)

/-- factorial with an accumulator -/
def facAcc : Nat → Nat → Nat
  | Nat.zero,   acc => acc
  | Nat.succ n, acc => facAcc n (mul (Nat.succ n) acc)

/-- power with an accumulator -/
def expAcc : Nat → Nat → Nat → Nat
  | _, Nat.zero,   acc => acc
  | b, Nat.succ n, acc => expAcc b n (mul b acc)

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

def rotate {α : Type} : Nat → List α → List α
  | Nat.zero,   xs             => xs
  | Nat.succ _, List.nil       => List.nil
  | Nat.succ n, List.cons x xs => rotate n (append xs (List.cons x List.nil))

def elem (n : Nat) : List Nat → Bool
  | List.nil       => false
  | List.cons x xs => bor (eqn n x) (elem n xs)

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

def sort : List Nat → List Nat
  | List.nil       => List.nil
  | List.cons x xs => insort x (sort xs)

def intersect : List Nat → List Nat → List Nat
  | List.nil,       _  => List.nil
  | List.cons x xs, ys =>
    match elem x ys with
    | true  => List.cons x (intersect xs ys)
    | false => intersect xs ys

def union : List Nat → List Nat → List Nat
  | List.nil,       ys => ys
  | List.cons x xs, ys =>
    match elem x ys with
    | true  => union xs ys
    | false => List.cons x (union xs ys)

end Ind

theorem prod_L01 : ∀ (n m : Nat), n + (m + 1) = (n + m) + 1 := by
  sorry

theorem prod_L02 : ∀ (α : Type) (xs : List α) (a : α) (ys : List α), List.length (xs ++ (a :: ys)) = (List.length (xs ++ ys)) + 1 := by
  sorry

theorem prod_L03 : ∀ (α : Type) (xs : List α) (a : α), List.length (xs ++ [a]) = (List.length xs) + 1 := by
  sorry

theorem prod_L04 : ∀ (α : Type) (n m : Nat) (a : α) (xs : List α), List.drop (n + 1) (List.drop m (a :: xs)) = List.drop n (List.drop m xs) := by
  sorry

theorem prod_L05 : ∀ (α : Type) (n m : Nat) (a b : α) (xs : List α), List.drop (n + 1) (List.drop (m + 1) (a :: (b :: xs))) = List.drop (n + 1) (List.drop m (a :: xs)) := by
  sorry

theorem prod_L06 : ∀ (α : Type) (n m k : Nat) (a : α) (xs : List α), List.drop (n + 1) (List.drop m (List.drop k (a :: xs))) = List.drop n (List.drop m (List.drop k xs)) := by
  sorry

theorem prod_L07 : ∀ (α : Type) (n m k : Nat) (a b : α) (xs : List α), List.drop (n + 1) (List.drop m (List.drop (k + 1) (a :: (b :: xs)))) = List.drop (n + 1) (List.drop m (List.drop k (a :: xs))) := by
  sorry

theorem prod_L08 : ∀ (α : Type) (xs : List α) (a : α), List.reverse (xs ++ [a]) = a :: (List.reverse xs) := by
  sorry

theorem prod_L09 : ∀ (α : Type) (xs ys : List α) (a : α), List.reverse (xs ++ (ys ++ [a])) = a :: (List.reverse (xs ++ ys)) := by
  sorry

theorem prod_L10 : ∀ (α : Type) (xs : List α) (a : α), List.reverse ((xs ++ [a]) ++ []) = a :: (List.reverse (xs ++ [])) := by
  sorry

theorem prod_L11 : ∀ (α : Type) (xs : List α) (a : α) (ys : List α), (xs ++ [a]) ++ ys = xs ++ (a :: ys) := by
  sorry

theorem prod_L12 : ∀ (n : Nat) (xs : List Nat), Ind.sorted xs = true → Ind.sorted (Ind.insort n xs) = true := by
  sorry

theorem prod_L13 : ∀ (α : Type) (xs ys : List α) (a : α), (xs ++ ys) ++ [a] = xs ++ (ys ++ [a]) := by
  sorry

theorem prod_L14 : ∀ (α : Type) (xs : List α) (a b : α) (ys : List α), ((List.length (xs ++ ys)) % 2 = 0) ↔ ((List.length (xs ++ (a :: (b :: ys)))) % 2 = 0) := by
  sorry

theorem prod_L15 : ∀ (α : Type) (xs : List α) (a b : α) (ys : List α), List.length (xs ++ (a :: (b :: ys))) = ((List.length (xs ++ ys)) + 1) + 1 := by
  sorry

theorem prod_L16 : ∀ (n m : Nat), ((n + m) % 2 = 0) ↔ ((n + ((m + 1) + 1)) % 2 = 0) := by
  sorry

theorem prod_L17 : ∀ (n m : Nat), n + ((m + 1) + 1) = ((n + m) + 1) + 1 := by
  sorry

theorem prod_L18 : ∀ (n : Nat) (xs : List Nat), List.length (Ind.insort n xs) = (List.length xs) + 1 := by
  sorry

theorem prod_L19 : ∀ (n m : Nat) (xs : List Nat), n ≠ m → n ∈ (Ind.insort m xs) → n ∈ xs := by
  sorry

theorem prod_L20 : ∀ (n : Nat) (xs : List Nat), List.count n (Ind.insort n xs) = (List.count n xs) + 1 := by
  sorry

theorem prod_L21 : ∀ (n m : Nat) (xs : List Nat), n ≠ m → List.count n (Ind.insort m xs) = List.count n xs := by
  sorry

theorem prod_L22 : ∀ (α : Type) (xs ys zs : List α), (xs ++ ys) ++ zs = xs ++ (ys ++ zs) := by
  sorry

theorem prod_L23 : ∀ (n m k : Nat), (n * m) * k = n * (m * k) := by
  sorry

theorem prod_L24 : ∀ (n m k : Nat), (n + m) + k = n + (m + k) := by
  sorry

theorem prod_01 : ∀ (n : Nat), 2 * n = n + n := by
  sorry

theorem prod_02 : ∀ (α : Type) (xs ys : List α), List.length (xs ++ ys) = List.length (ys ++ xs) := by
  sorry

theorem prod_03 : ∀ (α : Type) (xs ys : List α), List.length (xs ++ ys) = (List.length ys) + (List.length xs) := by
  sorry

theorem prod_04 : ∀ (α : Type) (xs : List α), List.length (xs ++ xs) = 2 * (List.length xs) := by
  sorry

theorem prod_05 : ∀ (α : Type) (xs : List α), List.length (List.reverse xs) = List.length xs := by
  sorry

theorem prod_06 : ∀ (α : Type) (xs ys : List α), List.length (List.reverse (xs ++ ys)) = (List.length xs) + (List.length ys) := by
  sorry

theorem prod_07 : ∀ (α : Type) (xs ys : List α), List.length (Ind.revAcc xs ys) = (List.length xs) + (List.length ys) := by
  sorry

theorem prod_08 : ∀ (α : Type) (n m : Nat) (xs : List α), List.drop n (List.drop m xs) = List.drop m (List.drop n xs) := by
  sorry

theorem prod_09 : ∀ (α : Type) (n m : Nat) (xs : List α) (k : Nat), List.drop k (List.drop n (List.drop m xs)) = List.drop m (List.drop n (List.drop k xs)) := by
  sorry

theorem prod_10 : ∀ (α : Type) (xs : List α), List.reverse (List.reverse xs) = xs := by
  sorry

theorem prod_11 : ∀ (α : Type) (xs ys : List α), List.reverse ((List.reverse xs) ++ (List.reverse ys)) = ys ++ xs := by
  sorry

theorem prod_12 : ∀ (α : Type) (xs ys : List α), Ind.revAcc xs ys = (List.reverse xs) ++ ys := by
  sorry

theorem prod_13 : ∀ (n : Nat), (n + n) / 2 = n := by
  sorry

theorem prod_14 : ∀ (xs : List Nat), Ind.sorted (Ind.sort xs) = true := by
  sorry

theorem prod_15 : ∀ (n : Nat), n + (n + 1) = (n + n) + 1 := by
  sorry

theorem prod_16 : ∀ (n : Nat), (n + n) % 2 = 0 := by
  sorry

theorem prod_17 : ∀ (α : Type) (xs ys : List α), List.reverse (List.reverse (xs ++ ys)) = (List.reverse (List.reverse xs)) ++ (List.reverse (List.reverse ys)) := by
  sorry

theorem prod_18 : ∀ (α : Type) (xs ys : List α), List.reverse ((List.reverse xs) ++ ys) = (List.reverse ys) ++ xs := by
  sorry

theorem prod_19 : ∀ (α : Type) (xs ys : List α), (List.reverse (List.reverse xs)) ++ ys = List.reverse (List.reverse (xs ++ ys)) := by
  sorry

theorem prod_20 : ∀ (α : Type) (xs : List α), (List.length (xs ++ xs)) % 2 = 0 := by
  sorry

theorem prod_21 : ∀ (α : Type) (xs ys : List α), Ind.rotate (List.length xs) (xs ++ ys) = ys ++ xs := by
  sorry

theorem prod_22 : ∀ (α : Type) (xs ys : List α), ((List.length (xs ++ ys)) % 2 = 0) ↔ ((List.length (ys ++ xs)) % 2 = 0) := by
  sorry

theorem prod_23 : ∀ (α : Type) (xs ys : List α), (List.length (xs ++ ys)) / 2 = (List.length (ys ++ xs)) / 2 := by
  sorry

theorem prod_24 : ∀ (n m : Nat), ((n + m) % 2 = 0) ↔ ((m + n) % 2 = 0) := by
  sorry

theorem prod_25 : ∀ (α : Type) (xs ys : List α), ((List.length (xs ++ ys)) % 2 = 0) ↔ (((List.length ys) + (List.length xs)) % 2 = 0) := by
  sorry

theorem prod_26 : ∀ (n m : Nat), (n + m) / 2 = (m + n) / 2 := by
  sorry

theorem prod_27 : ∀ (α : Type) (xs : List α), List.reverse xs = Ind.revAcc xs [] := by
  sorry

theorem prod_28 : ∀ (α : Type) (xs : List (List α)), Ind.revFlat xs = Ind.revFlatAcc xs [] := by
  sorry

theorem prod_29 : ∀ (α : Type) (xs : List α), List.reverse (Ind.revAcc xs []) = xs := by
  sorry

theorem prod_30 : ∀ (α : Type) (xs : List α), List.reverse ((List.reverse xs) ++ []) = xs := by
  sorry

theorem prod_31 : ∀ (α : Type) (xs : List α), Ind.revAcc (Ind.revAcc xs []) [] = xs := by
  sorry

theorem prod_32 : ∀ (α : Type) (xs : List α), Ind.rotate (List.length xs) xs = xs := by
  sorry

theorem prod_33 : ∀ (n : Nat), Ind.fac n = Ind.facAcc n 1 := by
  sorry

theorem prod_34 : ∀ (n m : Nat), n * m = Ind.mulAcc n m 0 := by
  sorry

theorem prod_35 : ∀ (n m : Nat), n ^ m = Ind.expAcc n m 1 := by
  sorry

theorem prod_36 : ∀ (n : Nat) (xs ys : List Nat), n ∈ xs → n ∈ (xs ++ ys) := by
  sorry

theorem prod_37 : ∀ (n : Nat) (xs ys : List Nat), n ∈ ys → n ∈ (xs ++ ys) := by
  sorry

theorem prod_38 : ∀ (n : Nat) (xs ys : List Nat), (n ∈ xs) ∨ (n ∈ ys) → n ∈ (xs ++ ys) := by
  sorry

theorem prod_39 : ∀ (n m : Nat) (xs : List Nat), n ∈ (List.drop m xs) → n ∈ xs := by
  sorry

theorem prod_40 : ∀ (xs ys : List Nat), (∀ z, z ∈ xs → z ∈ ys) → Ind.union xs ys = ys := by
  sorry

theorem prod_41 : ∀ (xs ys : List Nat), (∀ z, z ∈ xs → z ∈ ys) → Ind.intersect xs ys = xs := by
  sorry

theorem prod_42 : ∀ (n : Nat) (xs ys : List Nat), n ∈ xs → n ∈ (Ind.union xs ys) := by
  sorry

theorem prod_43 : ∀ (n : Nat) (xs ys : List Nat), n ∈ xs → n ∈ (Ind.union ys xs) := by
  sorry

theorem prod_44 : ∀ (n : Nat) (xs ys : List Nat), n ∈ xs → n ∈ ys → n ∈ (Ind.intersect xs ys) := by
  sorry

theorem prod_45 : ∀ (n : Nat) (xs : List Nat), n ∈ (Ind.insort n xs) := by
  sorry

theorem prod_46 : ∀ (n m : Nat) (xs : List Nat), n = m → n ∈ (Ind.insort m xs) := by
  sorry

theorem prod_47 : ∀ (n m : Nat) (xs : List Nat), n ≠ m → ((n ∈ (Ind.insort m xs)) ↔ (n ∈ xs)) := by
  sorry

theorem prod_48 : ∀ (xs : List Nat), List.length (Ind.sort xs) = List.length xs := by
  sorry

theorem prod_49 : ∀ (n : Nat) (xs : List Nat), n ∈ (Ind.sort xs) → n ∈ xs := by
  sorry

theorem prod_50 : ∀ (n : Nat) (xs : List Nat), List.count n (Ind.sort xs) = List.count n xs := by
  sorry
