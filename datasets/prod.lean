/-
Inductive properties that need a lemma, on definitions from nothing: 74 theorems.

After "Productive use of failure in inductive proof" (Ireland and Bundy, 1996) as collected in TIP, the Tons
of Inductive Problems.
The facts are public mathematics; this wording is the project's own and is under the Apache License 2.0.

Measuring: every theorem is attempted on its own, with the definitions above it and the library in scope,
without the other theorems of the file and without library lemmas of the same content. 10 seconds and one core
each, unless a report says otherwise. It counts when the finished file passes the final check.
-/
-- turnstile: isolate

namespace Ind

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

def double : Nat → Nat
  | Nat.zero   => Nat.zero
  | Nat.succ n => Nat.succ (Nat.succ (double n))

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

def fac : Nat → Nat
  | Nat.zero   => Nat.succ Nat.zero
  | Nat.succ n => mul (Nat.succ n) (fac n)

/-- factorial with an accumulator -/
def facAcc : Nat → Nat → Nat
  | Nat.zero,   acc => acc
  | Nat.succ n, acc => facAcc n (mul (Nat.succ n) acc)

def exp : Nat → Nat → Nat
  | _, Nat.zero   => Nat.succ Nat.zero
  | b, Nat.succ n => mul b (exp b n)

/-- power with an accumulator -/
def expAcc : Nat → Nat → Nat → Nat
  | _, Nat.zero,   acc => acc
  | b, Nat.succ n, acc => expAcc b n (mul b acc)

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

def rotate {α : Type} : Nat → List α → List α
  | Nat.zero,   xs             => xs
  | Nat.succ _, List.nil       => List.nil
  | Nat.succ n, List.cons x xs => rotate n (append xs (List.cons x List.nil))

def drop {α : Type} : Nat → List α → List α
  | Nat.zero,   xs             => xs
  | Nat.succ _, List.nil       => List.nil
  | Nat.succ n, List.cons _ xs => drop n xs

def elem (n : Nat) : List Nat → Bool
  | List.nil       => false
  | List.cons x xs => bor (eqn n x) (elem n xs)

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

def sort : List Nat → List Nat
  | List.nil       => List.nil
  | List.cons x xs => insort x (sort xs)

def subset : List Nat → List Nat → Bool
  | List.nil,       _  => true
  | List.cons x xs, ys => band (elem x ys) (subset xs ys)

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

theorem prod_L01 : ∀ (n m : Nat), Ind.add n (Nat.succ m) = Nat.succ (Ind.add n m) := by
  sorry

theorem prod_L02 : ∀ (α : Type) (xs : List α) (a : α) (ys : List α), Ind.len (Ind.append xs (List.cons a ys)) = Nat.succ (Ind.len (Ind.append xs ys)) := by
  sorry

theorem prod_L03 : ∀ (α : Type) (xs : List α) (a : α), Ind.len (Ind.append xs (List.cons a List.nil)) = Nat.succ (Ind.len xs) := by
  sorry

theorem prod_L04 : ∀ (α : Type) (n m : Nat) (a : α) (xs : List α), Ind.drop (Nat.succ n) (Ind.drop m (List.cons a xs)) = Ind.drop n (Ind.drop m xs) := by
  sorry

theorem prod_L05 : ∀ (α : Type) (n m : Nat) (a b : α) (xs : List α), Ind.drop (Nat.succ n) (Ind.drop (Nat.succ m) (List.cons a (List.cons b xs))) = Ind.drop (Nat.succ n) (Ind.drop m (List.cons a xs)) := by
  sorry

theorem prod_L06 : ∀ (α : Type) (n m k : Nat) (a : α) (xs : List α), Ind.drop (Nat.succ n) (Ind.drop m (Ind.drop k (List.cons a xs))) = Ind.drop n (Ind.drop m (Ind.drop k xs)) := by
  sorry

theorem prod_L07 : ∀ (α : Type) (n m k : Nat) (a b : α) (xs : List α), Ind.drop (Nat.succ n) (Ind.drop m (Ind.drop (Nat.succ k) (List.cons a (List.cons b xs)))) = Ind.drop (Nat.succ n) (Ind.drop m (Ind.drop k (List.cons a xs))) := by
  sorry

theorem prod_L08 : ∀ (α : Type) (xs : List α) (a : α), Ind.rev (Ind.append xs (List.cons a List.nil)) = List.cons a (Ind.rev xs) := by
  sorry

theorem prod_L09 : ∀ (α : Type) (xs ys : List α) (a : α), Ind.rev (Ind.append xs (Ind.append ys (List.cons a List.nil))) = List.cons a (Ind.rev (Ind.append xs ys)) := by
  sorry

theorem prod_L10 : ∀ (α : Type) (xs : List α) (a : α), Ind.rev (Ind.append (Ind.append xs (List.cons a List.nil)) List.nil) = List.cons a (Ind.rev (Ind.append xs List.nil)) := by
  sorry

theorem prod_L11 : ∀ (α : Type) (xs : List α) (a : α) (ys : List α), Ind.append (Ind.append xs (List.cons a List.nil)) ys = Ind.append xs (List.cons a ys) := by
  sorry

theorem prod_L12 : ∀ (n : Nat) (xs : List Nat), Ind.sorted xs = true → Ind.sorted (Ind.insort n xs) = true := by
  sorry

theorem prod_L13 : ∀ (α : Type) (xs ys : List α) (a : α), Ind.append (Ind.append xs ys) (List.cons a List.nil) = Ind.append xs (Ind.append ys (List.cons a List.nil)) := by
  sorry

theorem prod_L14 : ∀ (α : Type) (xs : List α) (a b : α) (ys : List α), Ind.even (Ind.len (Ind.append xs ys)) = Ind.even (Ind.len (Ind.append xs (List.cons a (List.cons b ys)))) := by
  sorry

theorem prod_L15 : ∀ (α : Type) (xs : List α) (a b : α) (ys : List α), Ind.len (Ind.append xs (List.cons a (List.cons b ys))) = Nat.succ (Nat.succ (Ind.len (Ind.append xs ys))) := by
  sorry

theorem prod_L16 : ∀ (n m : Nat), Ind.even (Ind.add n m) = Ind.even (Ind.add n (Nat.succ (Nat.succ m))) := by
  sorry

theorem prod_L17 : ∀ (n m : Nat), Ind.add n (Nat.succ (Nat.succ m)) = Nat.succ (Nat.succ (Ind.add n m)) := by
  sorry

theorem prod_L18 : ∀ (n : Nat) (xs : List Nat), Ind.len (Ind.insort n xs) = Nat.succ (Ind.len xs) := by
  sorry

theorem prod_L19 : ∀ (n m : Nat) (xs : List Nat), Ind.neq n m = true → Ind.elem n (Ind.insort m xs) = true → Ind.elem n xs = true := by
  sorry

theorem prod_L20 : ∀ (n : Nat) (xs : List Nat), Ind.count n (Ind.insort n xs) = Nat.succ (Ind.count n xs) := by
  sorry

theorem prod_L21 : ∀ (n m : Nat) (xs : List Nat), Ind.neq n m = true → Ind.count n (Ind.insort m xs) = Ind.count n xs := by
  sorry

theorem prod_L22 : ∀ (α : Type) (xs ys zs : List α), Ind.append (Ind.append xs ys) zs = Ind.append xs (Ind.append ys zs) := by
  sorry

theorem prod_L23 : ∀ (n m k : Nat), Ind.mul (Ind.mul n m) k = Ind.mul n (Ind.mul m k) := by
  sorry

theorem prod_L24 : ∀ (n m k : Nat), Ind.add (Ind.add n m) k = Ind.add n (Ind.add m k) := by
  sorry

theorem prod_01 : ∀ (n : Nat), Ind.double n = Ind.add n n := by
  sorry

theorem prod_02 : ∀ (α : Type) (xs ys : List α), Ind.len (Ind.append xs ys) = Ind.len (Ind.append ys xs) := by
  sorry

theorem prod_03 : ∀ (α : Type) (xs ys : List α), Ind.len (Ind.append xs ys) = Ind.add (Ind.len ys) (Ind.len xs) := by
  sorry

theorem prod_04 : ∀ (α : Type) (xs : List α), Ind.len (Ind.append xs xs) = Ind.double (Ind.len xs) := by
  sorry

theorem prod_05 : ∀ (α : Type) (xs : List α), Ind.len (Ind.rev xs) = Ind.len xs := by
  sorry

theorem prod_06 : ∀ (α : Type) (xs ys : List α), Ind.len (Ind.rev (Ind.append xs ys)) = Ind.add (Ind.len xs) (Ind.len ys) := by
  sorry

theorem prod_07 : ∀ (α : Type) (xs ys : List α), Ind.len (Ind.revAcc xs ys) = Ind.add (Ind.len xs) (Ind.len ys) := by
  sorry

theorem prod_08 : ∀ (α : Type) (n m : Nat) (xs : List α), Ind.drop n (Ind.drop m xs) = Ind.drop m (Ind.drop n xs) := by
  sorry

theorem prod_09 : ∀ (α : Type) (n m : Nat) (xs : List α) (k : Nat), Ind.drop k (Ind.drop n (Ind.drop m xs)) = Ind.drop m (Ind.drop n (Ind.drop k xs)) := by
  sorry

theorem prod_10 : ∀ (α : Type) (xs : List α), Ind.rev (Ind.rev xs) = xs := by
  sorry

theorem prod_11 : ∀ (α : Type) (xs ys : List α), Ind.rev (Ind.append (Ind.rev xs) (Ind.rev ys)) = Ind.append ys xs := by
  sorry

theorem prod_12 : ∀ (α : Type) (xs ys : List α), Ind.revAcc xs ys = Ind.append (Ind.rev xs) ys := by
  sorry

theorem prod_13 : ∀ (n : Nat), Ind.half (Ind.add n n) = n := by
  sorry

theorem prod_14 : ∀ (xs : List Nat), Ind.sorted (Ind.sort xs) = true := by
  sorry

theorem prod_15 : ∀ (n : Nat), Ind.add n (Nat.succ n) = Nat.succ (Ind.add n n) := by
  sorry

theorem prod_16 : ∀ (n : Nat), Ind.even (Ind.add n n) = true := by
  sorry

theorem prod_17 : ∀ (α : Type) (xs ys : List α), Ind.rev (Ind.rev (Ind.append xs ys)) = Ind.append (Ind.rev (Ind.rev xs)) (Ind.rev (Ind.rev ys)) := by
  sorry

theorem prod_18 : ∀ (α : Type) (xs ys : List α), Ind.rev (Ind.append (Ind.rev xs) ys) = Ind.append (Ind.rev ys) xs := by
  sorry

theorem prod_19 : ∀ (α : Type) (xs ys : List α), Ind.append (Ind.rev (Ind.rev xs)) ys = Ind.rev (Ind.rev (Ind.append xs ys)) := by
  sorry

theorem prod_20 : ∀ (α : Type) (xs : List α), Ind.even (Ind.len (Ind.append xs xs)) = true := by
  sorry

theorem prod_21 : ∀ (α : Type) (xs ys : List α), Ind.rotate (Ind.len xs) (Ind.append xs ys) = Ind.append ys xs := by
  sorry

theorem prod_22 : ∀ (α : Type) (xs ys : List α), Ind.even (Ind.len (Ind.append xs ys)) = Ind.even (Ind.len (Ind.append ys xs)) := by
  sorry

theorem prod_23 : ∀ (α : Type) (xs ys : List α), Ind.half (Ind.len (Ind.append xs ys)) = Ind.half (Ind.len (Ind.append ys xs)) := by
  sorry

theorem prod_24 : ∀ (n m : Nat), Ind.even (Ind.add n m) = Ind.even (Ind.add m n) := by
  sorry

theorem prod_25 : ∀ (α : Type) (xs ys : List α), Ind.even (Ind.len (Ind.append xs ys)) = Ind.even (Ind.add (Ind.len ys) (Ind.len xs)) := by
  sorry

theorem prod_26 : ∀ (n m : Nat), Ind.half (Ind.add n m) = Ind.half (Ind.add m n) := by
  sorry

theorem prod_27 : ∀ (α : Type) (xs : List α), Ind.rev xs = Ind.revAcc xs List.nil := by
  sorry

theorem prod_28 : ∀ (α : Type) (xs : List (List α)), Ind.revFlat xs = Ind.revFlatAcc xs List.nil := by
  sorry

theorem prod_29 : ∀ (α : Type) (xs : List α), Ind.rev (Ind.revAcc xs List.nil) = xs := by
  sorry

theorem prod_30 : ∀ (α : Type) (xs : List α), Ind.rev (Ind.append (Ind.rev xs) List.nil) = xs := by
  sorry

theorem prod_31 : ∀ (α : Type) (xs : List α), Ind.revAcc (Ind.revAcc xs List.nil) List.nil = xs := by
  sorry

theorem prod_32 : ∀ (α : Type) (xs : List α), Ind.rotate (Ind.len xs) xs = xs := by
  sorry

theorem prod_33 : ∀ (n : Nat), Ind.fac n = Ind.facAcc n (Nat.succ Nat.zero) := by
  sorry

theorem prod_34 : ∀ (n m : Nat), Ind.mul n m = Ind.mulAcc n m Nat.zero := by
  sorry

theorem prod_35 : ∀ (n m : Nat), Ind.exp n m = Ind.expAcc n m (Nat.succ Nat.zero) := by
  sorry

theorem prod_36 : ∀ (n : Nat) (xs ys : List Nat), Ind.elem n xs = true → Ind.elem n (Ind.append xs ys) = true := by
  sorry

theorem prod_37 : ∀ (n : Nat) (xs ys : List Nat), Ind.elem n ys = true → Ind.elem n (Ind.append xs ys) = true := by
  sorry

theorem prod_38 : ∀ (n : Nat) (xs ys : List Nat), Ind.bor (Ind.elem n xs) (Ind.elem n ys) = true → Ind.elem n (Ind.append xs ys) = true := by
  sorry

theorem prod_39 : ∀ (n m : Nat) (xs : List Nat), Ind.elem n (Ind.drop m xs) = true → Ind.elem n xs = true := by
  sorry

theorem prod_40 : ∀ (xs ys : List Nat), Ind.subset xs ys = true → Ind.union xs ys = ys := by
  sorry

theorem prod_41 : ∀ (xs ys : List Nat), Ind.subset xs ys = true → Ind.intersect xs ys = xs := by
  sorry

theorem prod_42 : ∀ (n : Nat) (xs ys : List Nat), Ind.elem n xs = true → Ind.elem n (Ind.union xs ys) = true := by
  sorry

theorem prod_43 : ∀ (n : Nat) (xs ys : List Nat), Ind.elem n xs = true → Ind.elem n (Ind.union ys xs) = true := by
  sorry

theorem prod_44 : ∀ (n : Nat) (xs ys : List Nat), Ind.elem n xs = true → Ind.elem n ys = true → Ind.elem n (Ind.intersect xs ys) = true := by
  sorry

theorem prod_45 : ∀ (n : Nat) (xs : List Nat), Ind.elem n (Ind.insort n xs) = true := by
  sorry

theorem prod_46 : ∀ (n m : Nat) (xs : List Nat), n = m → Ind.elem n (Ind.insort m xs) = true := by
  sorry

theorem prod_47 : ∀ (n m : Nat) (xs : List Nat), Ind.neq n m = true → Ind.elem n (Ind.insort m xs) = Ind.elem n xs := by
  sorry

theorem prod_48 : ∀ (xs : List Nat), Ind.len (Ind.sort xs) = Ind.len xs := by
  sorry

theorem prod_49 : ∀ (n : Nat) (xs : List Nat), Ind.elem n (Ind.sort xs) = true → Ind.elem n xs = true := by
  sorry

theorem prod_50 : ∀ (n : Nat) (xs : List Nat), Ind.count n (Ind.sort xs) = Ind.count n xs := by
  sorry
