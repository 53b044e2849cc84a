/-
Inductive properties, IsaPlanner suite, on definitions from nothing: 86 theorems.

After the IsaPlanner suite as collected in TIP, the Tons of Inductive Problems.
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

def eqn : Nat → Nat → Bool
  | Nat.zero,   Nat.zero   => true
  | Nat.zero,   Nat.succ _ => false
  | Nat.succ _, Nat.zero   => false
  | Nat.succ n, Nat.succ m => eqn n m

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

def null {α : Type} : List α → Bool
  | List.nil      => true
  | List.cons _ _ => false

def len {α : Type} : List α → Nat
  | List.nil       => Nat.zero
  | List.cons _ xs => Nat.succ (len xs)

def append {α : Type} : List α → List α → List α
  | List.nil,       ys => ys
  | List.cons x xs, ys => List.cons x (append xs ys)

def rev {α : Type} : List α → List α
  | List.nil       => List.nil
  | List.cons x xs => append (rev xs) (List.cons x List.nil)

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

def takeWhile {α : Type} (p : α → Bool) : List α → List α
  | List.nil       => List.nil
  | List.cons x xs =>
    match p x with
    | true  => List.cons x (takeWhile p xs)
    | false => List.nil

def dropWhile {α : Type} (p : α → Bool) : List α → List α
  | List.nil       => List.nil
  | List.cons x xs =>
    match p x with
    | true  => dropWhile p xs
    | false => List.cons x xs

def zip {α β : Type} : List α → List β → List (α × β)
  | List.nil,       _              => List.nil
  | List.cons _ _,  List.nil       => List.nil
  | List.cons x xs, List.cons y ys => List.cons (x, y) (zip xs ys)

def zipConcat {α β : Type} (x : α) (xs : List α) : List β → List (α × β)
  | List.nil       => List.nil
  | List.cons y ys => List.cons (x, y) (zip xs ys)

/-- all but the last element -/
def butlast {α : Type} : List α → List α
  | List.nil                      => List.nil
  | List.cons _ List.nil          => List.nil
  | List.cons x (List.cons y xs)  => List.cons x (butlast (List.cons y xs))

def butlastConcat {α : Type} (xs : List α) : List α → List α
  | List.nil       => butlast xs
  | List.cons y ys => append xs (butlast (List.cons y ys))

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

/-- insertion that does nothing when an equal element is met -/
def ins1 (n : Nat) : List Nat → List Nat
  | List.nil       => List.cons n List.nil
  | List.cons x xs =>
    match eqn n x with
    | true  => List.cons x xs
    | false => List.cons x (ins1 n xs)

def sort : List Nat → List Nat
  | List.nil       => List.nil
  | List.cons x xs => insort x (sort xs)

def height {α : Type} : Tree α → Nat
  | Tree.leaf       => Nat.zero
  | Tree.node l _ r => Nat.succ (max (height l) (height r))

def mirror {α : Type} : Tree α → Tree α
  | Tree.leaf       => Tree.leaf
  | Tree.node l x r => Tree.node (mirror r) x (mirror l)

end Ind

theorem isa_01 : ∀ (α : Type) (n : Nat) (xs : List α), Ind.append (Ind.take n xs) (Ind.drop n xs) = xs := by
  sorry

theorem isa_02 : ∀ (n : Nat) (xs ys : List Nat), Ind.add (Ind.count n xs) (Ind.count n ys) = Ind.count n (Ind.append xs ys) := by
  sorry

theorem isa_03 : ∀ (n : Nat) (xs ys : List Nat), Ind.leq (Ind.count n xs) (Ind.count n (Ind.append xs ys)) = true := by
  sorry

theorem isa_04 : ∀ (n : Nat) (xs : List Nat), Nat.succ (Ind.count n xs) = Ind.count n (List.cons n xs) := by
  sorry

theorem isa_05 : ∀ (n m : Nat) (xs : List Nat), n = m → Nat.succ (Ind.count n xs) = Ind.count n (List.cons m xs) := by
  sorry

theorem isa_06 : ∀ (n m : Nat), Ind.sub n (Ind.add n m) = Nat.zero := by
  sorry

theorem isa_07 : ∀ (n m : Nat), Ind.sub (Ind.add n m) n = m := by
  sorry

theorem isa_08 : ∀ (n m k : Nat), Ind.sub (Ind.add n m) (Ind.add n k) = Ind.sub m k := by
  sorry

theorem isa_09 : ∀ (n m k : Nat), Ind.sub (Ind.sub n m) k = Ind.sub n (Ind.add m k) := by
  sorry

theorem isa_10 : ∀ (n : Nat), Ind.sub n n = Nat.zero := by
  sorry

theorem isa_11 : ∀ (α : Type) (xs : List α), Ind.drop Nat.zero xs = xs := by
  sorry

theorem isa_12 : ∀ (α β : Type) (n : Nat) (f : α → β) (xs : List α), Ind.drop n (Ind.map f xs) = Ind.map f (Ind.drop n xs) := by
  sorry

theorem isa_13 : ∀ (α : Type) (n : Nat) (a : α) (xs : List α), Ind.drop (Nat.succ n) (List.cons a xs) = Ind.drop n xs := by
  sorry

theorem isa_14 : ∀ (α : Type) (p : α → Bool) (xs ys : List α), Ind.filter p (Ind.append xs ys) = Ind.append (Ind.filter p xs) (Ind.filter p ys) := by
  sorry

theorem isa_15 : ∀ (n : Nat) (xs : List Nat), Ind.len (Ind.ins n xs) = Nat.succ (Ind.len xs) := by
  sorry

theorem isa_16 : ∀ (n : Nat) (xs : List Nat), xs = List.nil → Ind.last (List.cons n xs) = n := by
  sorry

theorem isa_17 : ∀ (n : Nat), Ind.leq n Nat.zero = Ind.eqn n Nat.zero := by
  sorry

theorem isa_18 : ∀ (n m : Nat), Ind.lt n (Nat.succ (Ind.add n m)) = true := by
  sorry

theorem isa_19 : ∀ (α : Type) (n : Nat) (xs : List α), Ind.len (Ind.drop n xs) = Ind.sub (Ind.len xs) n := by
  sorry

theorem isa_20 : ∀ (xs : List Nat), Ind.len (Ind.sort xs) = Ind.len xs := by
  sorry

theorem isa_21 : ∀ (n m : Nat), Ind.leq n (Ind.add n m) = true := by
  sorry

theorem isa_22 : ∀ (n m k : Nat), Ind.max (Ind.max n m) k = Ind.max n (Ind.max m k) := by
  sorry

theorem isa_23 : ∀ (n m : Nat), Ind.max n m = Ind.max m n := by
  sorry

theorem isa_24 : ∀ (n m : Nat), Ind.eqn (Ind.max n m) n = Ind.leq m n := by
  sorry

theorem isa_25 : ∀ (n m : Nat), Ind.eqn (Ind.max n m) m = Ind.leq n m := by
  sorry

theorem isa_26 : ∀ (n : Nat) (xs ys : List Nat), Ind.elem n xs = true → Ind.elem n (Ind.append xs ys) = true := by
  sorry

theorem isa_27 : ∀ (n : Nat) (xs ys : List Nat), Ind.elem n ys = true → Ind.elem n (Ind.append xs ys) = true := by
  sorry

theorem isa_28 : ∀ (n : Nat) (xs : List Nat), Ind.elem n (Ind.append xs (List.cons n List.nil)) = true := by
  sorry

theorem isa_29 : ∀ (n : Nat) (xs : List Nat), Ind.elem n (Ind.ins1 n xs) = true := by
  sorry

theorem isa_30 : ∀ (n : Nat) (xs : List Nat), Ind.elem n (Ind.ins n xs) = true := by
  sorry

theorem isa_31 : ∀ (n m k : Nat), Ind.min (Ind.min n m) k = Ind.min n (Ind.min m k) := by
  sorry

theorem isa_32 : ∀ (n m : Nat), Ind.min n m = Ind.min m n := by
  sorry

theorem isa_33 : ∀ (n m : Nat), Ind.eqn (Ind.min n m) n = Ind.leq n m := by
  sorry

theorem isa_34 : ∀ (n m : Nat), Ind.eqn (Ind.min n m) m = Ind.leq m n := by
  sorry

theorem isa_35 : ∀ (α : Type) (xs : List α), Ind.dropWhile (fun _ => false) xs = xs := by
  sorry

theorem isa_36 : ∀ (α : Type) (xs : List α), Ind.takeWhile (fun _ => true) xs = xs := by
  sorry

theorem isa_37 : ∀ (n : Nat) (xs : List Nat), Ind.elem n (Ind.delete n xs) = false := by
  sorry

theorem isa_38 : ∀ (n : Nat) (xs : List Nat), Ind.count n (Ind.append xs (List.cons n List.nil)) = Nat.succ (Ind.count n xs) := by
  sorry

theorem isa_39 : ∀ (n m : Nat) (xs : List Nat), Ind.add (Ind.count n (List.cons m List.nil)) (Ind.count n xs) = Ind.count n (List.cons m xs) := by
  sorry

theorem isa_40 : ∀ (α : Type) (xs : List α), Ind.take Nat.zero xs = List.nil := by
  sorry

theorem isa_41 : ∀ (α β : Type) (n : Nat) (f : α → β) (xs : List α), Ind.take n (Ind.map f xs) = Ind.map f (Ind.take n xs) := by
  sorry

theorem isa_42 : ∀ (α : Type) (n : Nat) (a : α) (xs : List α), Ind.take (Nat.succ n) (List.cons a xs) = List.cons a (Ind.take n xs) := by
  sorry

theorem isa_43 : ∀ (α : Type) (p : α → Bool) (xs : List α), Ind.append (Ind.takeWhile p xs) (Ind.dropWhile p xs) = xs := by
  sorry

theorem isa_44 : ∀ (α β : Type) (a : α) (xs : List α) (ys : List β), Ind.zip (List.cons a xs) ys = Ind.zipConcat a xs ys := by
  sorry

theorem isa_45 : ∀ (α β : Type) (a : α) (b : β) (xs : List α) (ys : List β), Ind.zip (List.cons a xs) (List.cons b ys) = List.cons (a, b) (Ind.zip xs ys) := by
  sorry

theorem isa_46 : ∀ (α β : Type) (xs : List β), Ind.zip (List.nil : List α) xs = List.nil := by
  sorry

theorem isa_47 : ∀ (α : Type) (t : Ind.Tree α), Ind.height (Ind.mirror t) = Ind.height t := by
  sorry

theorem isa_48 : ∀ (xs : List Nat), Ind.null xs = false → Ind.append (Ind.butlast xs) (List.cons (Ind.last xs) List.nil) = xs := by
  sorry

theorem isa_49 : ∀ (α : Type) (xs ys : List α), Ind.butlast (Ind.append xs ys) = Ind.butlastConcat xs ys := by
  sorry

theorem isa_50 : ∀ (α : Type) (xs : List α), Ind.butlast xs = Ind.take (Ind.sub (Ind.len xs) (Nat.succ Nat.zero)) xs := by
  sorry

theorem isa_51 : ∀ (α : Type) (xs : List α) (a : α), Ind.butlast (Ind.append xs (List.cons a List.nil)) = xs := by
  sorry

theorem isa_52 : ∀ (n : Nat) (xs : List Nat), Ind.count n xs = Ind.count n (Ind.rev xs) := by
  sorry

theorem isa_53 : ∀ (n : Nat) (xs : List Nat), Ind.count n xs = Ind.count n (Ind.sort xs) := by
  sorry

theorem isa_54 : ∀ (n m : Nat), Ind.sub (Ind.add m n) n = m := by
  sorry

theorem isa_55 : ∀ (α : Type) (n : Nat) (xs ys : List α), Ind.drop n (Ind.append xs ys) = Ind.append (Ind.drop n xs) (Ind.drop (Ind.sub n (Ind.len xs)) ys) := by
  sorry

theorem isa_56 : ∀ (α : Type) (n m : Nat) (xs : List α), Ind.drop n (Ind.drop m xs) = Ind.drop (Ind.add n m) xs := by
  sorry

theorem isa_57 : ∀ (α : Type) (n m : Nat) (xs : List α), Ind.drop n (Ind.take m xs) = Ind.take (Ind.sub m n) (Ind.drop n xs) := by
  sorry

theorem isa_58 : ∀ (α β : Type) (n : Nat) (xs : List α) (ys : List β), Ind.drop n (Ind.zip xs ys) = Ind.zip (Ind.drop n xs) (Ind.drop n ys) := by
  sorry

theorem isa_59 : ∀ (xs ys : List Nat), ys = List.nil → Ind.last (Ind.append xs ys) = Ind.last xs := by
  sorry

theorem isa_60 : ∀ (xs ys : List Nat), Ind.null ys = false → Ind.last (Ind.append xs ys) = Ind.last ys := by
  sorry

theorem isa_61 : ∀ (xs ys : List Nat), Ind.last (Ind.append xs ys) = Ind.lastOfTwo xs ys := by
  sorry

theorem isa_62 : ∀ (xs : List Nat) (n : Nat), Ind.null xs = false → Ind.last (List.cons n xs) = Ind.last xs := by
  sorry

theorem isa_63 : ∀ (n : Nat) (xs : List Nat), Ind.lt n (Ind.len xs) = true → Ind.last (Ind.drop n xs) = Ind.last xs := by
  sorry

theorem isa_64 : ∀ (n : Nat) (xs : List Nat), Ind.last (Ind.append xs (List.cons n List.nil)) = n := by
  sorry

theorem isa_65 : ∀ (n m : Nat), Ind.lt n (Nat.succ (Ind.add m n)) = true := by
  sorry

theorem isa_66 : ∀ (α : Type) (p : α → Bool) (xs : List α), Ind.leq (Ind.len (Ind.filter p xs)) (Ind.len xs) = true := by
  sorry

theorem isa_67 : ∀ (α : Type) (xs : List α), Ind.len (Ind.butlast xs) = Ind.sub (Ind.len xs) (Nat.succ Nat.zero) := by
  sorry

theorem isa_68 : ∀ (n : Nat) (xs : List Nat), Ind.leq (Ind.len (Ind.delete n xs)) (Ind.len xs) = true := by
  sorry

theorem isa_69 : ∀ (n m : Nat), Ind.leq n (Ind.add m n) = true := by
  sorry

theorem isa_70 : ∀ (n m : Nat), Ind.leq n m = true → Ind.leq n (Nat.succ m) = true := by
  sorry

theorem isa_71 : ∀ (n m : Nat) (xs : List Nat), Ind.eqn n m = false → Ind.elem n (Ind.ins m xs) = Ind.elem n xs := by
  sorry

theorem isa_72 : ∀ (α : Type) (n : Nat) (xs : List α), Ind.rev (Ind.drop n xs) = Ind.take (Ind.sub (Ind.len xs) n) (Ind.rev xs) := by
  sorry

theorem isa_73 : ∀ (α : Type) (p : α → Bool) (xs : List α), Ind.rev (Ind.filter p xs) = Ind.filter p (Ind.rev xs) := by
  sorry

theorem isa_74 : ∀ (α : Type) (n : Nat) (xs : List α), Ind.rev (Ind.take n xs) = Ind.drop (Ind.sub (Ind.len xs) n) (Ind.rev xs) := by
  sorry

theorem isa_75 : ∀ (n m : Nat) (xs : List Nat), Ind.add (Ind.count n xs) (Ind.count n (List.cons m List.nil)) = Ind.count n (List.cons m xs) := by
  sorry

theorem isa_76 : ∀ (n m : Nat) (xs : List Nat), Ind.eqn n m = false → Ind.count n (Ind.append xs (List.cons m List.nil)) = Ind.count n xs := by
  sorry

theorem isa_77 : ∀ (n : Nat) (xs : List Nat), Ind.sorted xs = true → Ind.sorted (Ind.insort n xs) = true := by
  sorry

theorem isa_78 : ∀ (xs : List Nat), Ind.sorted (Ind.sort xs) = true := by
  sorry

theorem isa_79 : ∀ (n m k : Nat), Ind.sub (Ind.sub (Nat.succ n) m) (Nat.succ k) = Ind.sub (Ind.sub n m) k := by
  sorry

theorem isa_80 : ∀ (α : Type) (n : Nat) (xs ys : List α), Ind.take n (Ind.append xs ys) = Ind.append (Ind.take n xs) (Ind.take (Ind.sub n (Ind.len xs)) ys) := by
  sorry

theorem isa_81 : ∀ (α : Type) (n m : Nat) (xs : List α), Ind.take n (Ind.drop m xs) = Ind.drop m (Ind.take (Ind.add n m) xs) := by
  sorry

theorem isa_82 : ∀ (α β : Type) (n : Nat) (xs : List α) (ys : List β), Ind.take n (Ind.zip xs ys) = Ind.zip (Ind.take n xs) (Ind.take n ys) := by
  sorry

theorem isa_83 : ∀ (α β : Type) (xs ys : List α) (zs : List β), Ind.zip (Ind.append xs ys) zs = Ind.append (Ind.zip xs (Ind.take (Ind.len xs) zs)) (Ind.zip ys (Ind.drop (Ind.len xs) zs)) := by
  sorry

theorem isa_84 : ∀ (α β : Type) (xs : List α) (ys zs : List β), Ind.zip xs (Ind.append ys zs) = Ind.append (Ind.zip (Ind.take (Ind.len ys) xs) ys) (Ind.zip (Ind.drop (Ind.len ys) xs) zs) := by
  sorry

theorem isa_85 : ∀ (α β : Type) (xs : List α) (ys : List β), Ind.len xs = Ind.len ys → Ind.zip (Ind.rev xs) (Ind.rev ys) = Ind.rev (Ind.zip xs ys) := by
  sorry

theorem isa_86 : ∀ (n m : Nat) (xs : List Nat), Ind.lt n m = true → Ind.elem n (Ind.ins m xs) = Ind.elem n xs := by
  sorry
