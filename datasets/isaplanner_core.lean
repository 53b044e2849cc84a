/-
Inductive properties, IsaPlanner suite, on the library's functions: 86 theorems.

After the IsaPlanner suite as collected in TIP, the Tons of Inductive Problems.
The facts are public mathematics; this wording is the project's own and is under the Apache License 2.0.

Measuring: every theorem is attempted on its own, with the definitions above it and the library in scope,
without the other theorems of the file and without library lemmas of the same content. 10 seconds and one core
each, unless a report says otherwise. It counts when the finished file passes the final check.
-/
-- turnstile: isolate
-- turnstile: without List.count_append List.count_append_singleton_self List.count_concat_self
-- turnstile: without List.count_cons_of_eq List.count_cons_self List.count_reverse
-- turnstile: without List.dropLast_append_getLast List.dropLast_append_getLastD
-- turnstile: without List.dropLast_append_singleton List.dropLast_concat List.dropLast_concat_getLast
-- turnstile: without List.dropLast_concat_getLastD List.dropLast_eq_take List.dropWhile_const_false
-- turnstile: without List.dropWhile_false List.drop_add_one_cons List.drop_append
-- turnstile: without List.drop_append_eq_append_drop List.drop_drop List.drop_map List.drop_reverse
-- turnstile: without List.drop_succ_cons List.drop_take List.drop_take_add List.drop_zero List.drop_zip
-- turnstile: without List.drop_zipWith List.filter_append List.filter_length_le List.filter_reverse
-- turnstile: without List.getLastD_append List.getLastD_append_of_ne_nil List.getLastD_concat
-- turnstile: without List.getLastD_singleton List.length_drop List.length_dropLast List.length_filter_le
-- turnstile: without List.map_drop List.map_take List.mem_append_left List.mem_append_of_mem_left
-- turnstile: without List.mem_append_of_mem_right List.mem_append_right List.mem_append_singleton_self
-- turnstile: without List.mem_concat_self List.nil_zip List.reverse_drop List.reverse_filter
-- turnstile: without List.reverse_take List.reverse_zip List.reverse_zipWith List.takeWhile_append_dropWhile
-- turnstile: without List.takeWhile_const_true List.takeWhile_true List.take_add_one_cons List.take_append
-- turnstile: without List.take_append_drop List.take_append_eq_append_take List.take_drop List.take_map
-- turnstile: without List.take_reverse List.take_succ_cons List.take_zero List.take_zip List.take_zipWith
-- turnstile: without List.zip_append_left List.zip_append_right List.zip_append_take_drop List.zip_cons_cons
-- turnstile: without List.zip_drop List.zip_nil_left List.zip_reverse List.zip_take
-- turnstile: without Nat.add_one_sub_sub_add_one Nat.add_sub_add_left Nat.add_sub_cancel
-- turnstile: without Nat.add_sub_cancel_left Nat.add_sub_cancel_right Nat.add_sub_self_left
-- turnstile: without Nat.add_sub_self_right Nat.eq_zero_of_le_zero Nat.eq_zero_of_not_pos
-- turnstile: without Nat.instAssociativeMax Nat.instAssociativeMin Nat.instCommutativeMax
-- turnstile: without Nat.instCommutativeMin Nat.le_add_left Nat.le_add_one_of_le Nat.le_add_right
-- turnstile: without Nat.le_add_right_of_le Nat.le_step Nat.le_succ_of_le Nat.le_zero Nat.le_zero_eq
-- turnstile: without Nat.le_zero_iff Nat.max_assoc Nat.max_comm Nat.max_eq_left Nat.max_eq_left_iff
-- turnstile: without Nat.max_eq_right Nat.max_eq_right_iff Nat.min_assoc Nat.min_comm Nat.min_eq_left
-- turnstile: without Nat.min_eq_left_iff Nat.min_eq_right Nat.min_eq_right_iff Nat.nonpos_iff_eq_zero
-- turnstile: without Nat.sub_add_cancel_left Nat.sub_add_eq Nat.sub_add_eq_sub_sub Nat.sub_add_self
-- turnstile: without Nat.sub_self Nat.sub_self_add Nat.sub_sub Nat.succ_sub_sub_succ Std.max_assoc
-- turnstile: without Std.max_comm Std.max_eq_left_iff Std.max_eq_right_iff Std.min_assoc Std.min_comm
-- turnstile: without Std.min_eq_left_iff Std.min_eq_right_iff

namespace Ind

/-- binary trees with labelled inner nodes -/
inductive Tree (α : Type) : Type where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α

def band : Bool → Bool → Bool
  | true,  b => b
  | false, _ => false

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

def max : Nat → Nat → Nat
  | Nat.zero,   m          => m
  | Nat.succ n, Nat.zero   => Nat.succ n
  | Nat.succ n, Nat.succ m => Nat.succ (max n m)

def append {α : Type} : List α → List α → List α
  | List.nil,       ys => ys
  | List.cons x xs, ys => List.cons x (append xs ys)

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

theorem isa_01 : ∀ (α : Type) (n : Nat) (xs : List α), (List.take n xs) ++ (List.drop n xs) = xs := by
  sorry

theorem isa_02 : ∀ (n : Nat) (xs ys : List Nat), (List.count n xs) + (List.count n ys) = List.count n (xs ++ ys) := by
  sorry

theorem isa_03 : ∀ (n : Nat) (xs ys : List Nat), (List.count n xs) ≤ (List.count n (xs ++ ys)) := by
  sorry

theorem isa_04 : ∀ (n : Nat) (xs : List Nat), (List.count n xs) + 1 = List.count n (n :: xs) := by
  sorry

theorem isa_05 : ∀ (n m : Nat) (xs : List Nat), n = m → (List.count n xs) + 1 = List.count n (m :: xs) := by
  sorry

theorem isa_06 : ∀ (n m : Nat), n - (n + m) = 0 := by
  sorry

theorem isa_07 : ∀ (n m : Nat), (n + m) - n = m := by
  sorry

theorem isa_08 : ∀ (n m k : Nat), (n + m) - (n + k) = m - k := by
  sorry

theorem isa_09 : ∀ (n m k : Nat), (n - m) - k = n - (m + k) := by
  sorry

theorem isa_10 : ∀ (n : Nat), n - n = 0 := by
  sorry

theorem isa_11 : ∀ (α : Type) (xs : List α), List.drop 0 xs = xs := by
  sorry

theorem isa_12 : ∀ (α β : Type) (n : Nat) (f : α → β) (xs : List α), List.drop n (List.map f xs) = List.map f (List.drop n xs) := by
  sorry

theorem isa_13 : ∀ (α : Type) (n : Nat) (a : α) (xs : List α), List.drop (n + 1) (a :: xs) = List.drop n xs := by
  sorry

theorem isa_14 : ∀ (α : Type) (p : α → Bool) (xs ys : List α), List.filter p (xs ++ ys) = (List.filter p xs) ++ (List.filter p ys) := by
  sorry

theorem isa_15 : ∀ (n : Nat) (xs : List Nat), List.length (Ind.ins n xs) = (List.length xs) + 1 := by
  sorry

theorem isa_16 : ∀ (n : Nat) (xs : List Nat), xs = [] → List.getLastD (n :: xs) 0 = n := by
  sorry

theorem isa_17 : ∀ (n : Nat), (n ≤ 0) ↔ (n = 0) := by
  sorry

theorem isa_18 : ∀ (n m : Nat), n < ((n + m) + 1) := by
  sorry

theorem isa_19 : ∀ (α : Type) (n : Nat) (xs : List α), List.length (List.drop n xs) = (List.length xs) - n := by
  sorry

theorem isa_20 : ∀ (xs : List Nat), List.length (Ind.sort xs) = List.length xs := by
  sorry

theorem isa_21 : ∀ (n m : Nat), n ≤ (n + m) := by
  sorry

theorem isa_22 : ∀ (n m k : Nat), max (max n m) k = max n (max m k) := by
  sorry

theorem isa_23 : ∀ (n m : Nat), max n m = max m n := by
  sorry

theorem isa_24 : ∀ (n m : Nat), ((max n m) = n) ↔ (m ≤ n) := by
  sorry

theorem isa_25 : ∀ (n m : Nat), ((max n m) = m) ↔ (n ≤ m) := by
  sorry

theorem isa_26 : ∀ (n : Nat) (xs ys : List Nat), n ∈ xs → n ∈ (xs ++ ys) := by
  sorry

theorem isa_27 : ∀ (n : Nat) (xs ys : List Nat), n ∈ ys → n ∈ (xs ++ ys) := by
  sorry

theorem isa_28 : ∀ (n : Nat) (xs : List Nat), n ∈ (xs ++ [n]) := by
  sorry

theorem isa_29 : ∀ (n : Nat) (xs : List Nat), n ∈ (Ind.ins1 n xs) := by
  sorry

theorem isa_30 : ∀ (n : Nat) (xs : List Nat), n ∈ (Ind.ins n xs) := by
  sorry

theorem isa_31 : ∀ (n m k : Nat), min (min n m) k = min n (min m k) := by
  sorry

theorem isa_32 : ∀ (n m : Nat), min n m = min m n := by
  sorry

theorem isa_33 : ∀ (n m : Nat), ((min n m) = n) ↔ (n ≤ m) := by
  sorry

theorem isa_34 : ∀ (n m : Nat), ((min n m) = m) ↔ (m ≤ n) := by
  sorry

theorem isa_35 : ∀ (α : Type) (xs : List α), List.dropWhile (fun _ => false) xs = xs := by
  sorry

theorem isa_36 : ∀ (α : Type) (xs : List α), List.takeWhile (fun _ => true) xs = xs := by
  sorry

theorem isa_37 : ∀ (n : Nat) (xs : List Nat), ¬ (n ∈ (List.filter (fun y => y != n) xs)) := by
  sorry

theorem isa_38 : ∀ (n : Nat) (xs : List Nat), List.count n (xs ++ [n]) = (List.count n xs) + 1 := by
  sorry

theorem isa_39 : ∀ (n m : Nat) (xs : List Nat), (List.count n [m]) + (List.count n xs) = List.count n (m :: xs) := by
  sorry

theorem isa_40 : ∀ (α : Type) (xs : List α), List.take 0 xs = [] := by
  sorry

theorem isa_41 : ∀ (α β : Type) (n : Nat) (f : α → β) (xs : List α), List.take n (List.map f xs) = List.map f (List.take n xs) := by
  sorry

theorem isa_42 : ∀ (α : Type) (n : Nat) (a : α) (xs : List α), List.take (n + 1) (a :: xs) = a :: (List.take n xs) := by
  sorry

theorem isa_43 : ∀ (α : Type) (p : α → Bool) (xs : List α), (List.takeWhile p xs) ++ (List.dropWhile p xs) = xs := by
  sorry

theorem isa_44 : ∀ (α β : Type) (a : α) (xs : List α) (ys : List β), List.zip (a :: xs) ys = Ind.zipConcat a xs ys := by
  sorry

theorem isa_45 : ∀ (α β : Type) (a : α) (b : β) (xs : List α) (ys : List β), List.zip (a :: xs) (b :: ys) = (a, b) :: (List.zip xs ys) := by
  sorry

theorem isa_46 : ∀ (α β : Type) (xs : List β), List.zip ([] : List α) xs = [] := by
  sorry

theorem isa_47 : ∀ (α : Type) (t : Ind.Tree α), Ind.height (Ind.mirror t) = Ind.height t := by
  sorry

theorem isa_48 : ∀ (xs : List Nat), ¬ (xs = []) → (List.dropLast xs) ++ [List.getLastD xs 0] = xs := by
  sorry

theorem isa_49 : ∀ (α : Type) (xs ys : List α), List.dropLast (xs ++ ys) = Ind.butlastConcat xs ys := by
  sorry

theorem isa_50 : ∀ (α : Type) (xs : List α), List.dropLast xs = List.take ((List.length xs) - 1) xs := by
  sorry

theorem isa_51 : ∀ (α : Type) (xs : List α) (a : α), List.dropLast (xs ++ [a]) = xs := by
  sorry

theorem isa_52 : ∀ (n : Nat) (xs : List Nat), List.count n xs = List.count n (List.reverse xs) := by
  sorry

theorem isa_53 : ∀ (n : Nat) (xs : List Nat), List.count n xs = List.count n (Ind.sort xs) := by
  sorry

theorem isa_54 : ∀ (n m : Nat), (m + n) - n = m := by
  sorry

theorem isa_55 : ∀ (α : Type) (n : Nat) (xs ys : List α), List.drop n (xs ++ ys) = (List.drop n xs) ++ (List.drop (n - (List.length xs)) ys) := by
  sorry

theorem isa_56 : ∀ (α : Type) (n m : Nat) (xs : List α), List.drop n (List.drop m xs) = List.drop (n + m) xs := by
  sorry

theorem isa_57 : ∀ (α : Type) (n m : Nat) (xs : List α), List.drop n (List.take m xs) = List.take (m - n) (List.drop n xs) := by
  sorry

theorem isa_58 : ∀ (α β : Type) (n : Nat) (xs : List α) (ys : List β), List.drop n (List.zip xs ys) = List.zip (List.drop n xs) (List.drop n ys) := by
  sorry

theorem isa_59 : ∀ (xs ys : List Nat), ys = [] → List.getLastD (xs ++ ys) 0 = List.getLastD xs 0 := by
  sorry

theorem isa_60 : ∀ (xs ys : List Nat), ¬ (ys = []) → List.getLastD (xs ++ ys) 0 = List.getLastD ys 0 := by
  sorry

theorem isa_61 : ∀ (xs ys : List Nat), List.getLastD (xs ++ ys) 0 = Ind.lastOfTwo xs ys := by
  sorry

theorem isa_62 : ∀ (xs : List Nat) (n : Nat), ¬ (xs = []) → List.getLastD (n :: xs) 0 = List.getLastD xs 0 := by
  sorry

theorem isa_63 : ∀ (n : Nat) (xs : List Nat), n < (List.length xs) → List.getLastD (List.drop n xs) 0 = List.getLastD xs 0 := by
  sorry

theorem isa_64 : ∀ (n : Nat) (xs : List Nat), List.getLastD (xs ++ [n]) 0 = n := by
  sorry

theorem isa_65 : ∀ (n m : Nat), n < ((m + n) + 1) := by
  sorry

theorem isa_66 : ∀ (α : Type) (p : α → Bool) (xs : List α), (List.length (List.filter p xs)) ≤ (List.length xs) := by
  sorry

theorem isa_67 : ∀ (α : Type) (xs : List α), List.length (List.dropLast xs) = (List.length xs) - 1 := by
  sorry

theorem isa_68 : ∀ (n : Nat) (xs : List Nat), (List.length (List.filter (fun y => y != n) xs)) ≤ (List.length xs) := by
  sorry

theorem isa_69 : ∀ (n m : Nat), n ≤ (m + n) := by
  sorry

theorem isa_70 : ∀ (n m : Nat), n ≤ m → n ≤ (m + 1) := by
  sorry

theorem isa_71 : ∀ (n m : Nat) (xs : List Nat), ¬ (n = m) → ((n ∈ (Ind.ins m xs)) ↔ (n ∈ xs)) := by
  sorry

theorem isa_72 : ∀ (α : Type) (n : Nat) (xs : List α), List.reverse (List.drop n xs) = List.take ((List.length xs) - n) (List.reverse xs) := by
  sorry

theorem isa_73 : ∀ (α : Type) (p : α → Bool) (xs : List α), List.reverse (List.filter p xs) = List.filter p (List.reverse xs) := by
  sorry

theorem isa_74 : ∀ (α : Type) (n : Nat) (xs : List α), List.reverse (List.take n xs) = List.drop ((List.length xs) - n) (List.reverse xs) := by
  sorry

theorem isa_75 : ∀ (n m : Nat) (xs : List Nat), (List.count n xs) + (List.count n [m]) = List.count n (m :: xs) := by
  sorry

theorem isa_76 : ∀ (n m : Nat) (xs : List Nat), ¬ (n = m) → List.count n (xs ++ [m]) = List.count n xs := by
  sorry

theorem isa_77 : ∀ (n : Nat) (xs : List Nat), Ind.sorted xs = true → Ind.sorted (Ind.insort n xs) = true := by
  sorry

theorem isa_78 : ∀ (xs : List Nat), Ind.sorted (Ind.sort xs) = true := by
  sorry

theorem isa_79 : ∀ (n m k : Nat), ((n + 1) - m) - (k + 1) = (n - m) - k := by
  sorry

theorem isa_80 : ∀ (α : Type) (n : Nat) (xs ys : List α), List.take n (xs ++ ys) = (List.take n xs) ++ (List.take (n - (List.length xs)) ys) := by
  sorry

theorem isa_81 : ∀ (α : Type) (n m : Nat) (xs : List α), List.take n (List.drop m xs) = List.drop m (List.take (n + m) xs) := by
  sorry

theorem isa_82 : ∀ (α β : Type) (n : Nat) (xs : List α) (ys : List β), List.take n (List.zip xs ys) = List.zip (List.take n xs) (List.take n ys) := by
  sorry

theorem isa_83 : ∀ (α β : Type) (xs ys : List α) (zs : List β), List.zip (xs ++ ys) zs = (List.zip xs (List.take (List.length xs) zs)) ++ (List.zip ys (List.drop (List.length xs) zs)) := by
  sorry

theorem isa_84 : ∀ (α β : Type) (xs : List α) (ys zs : List β), List.zip xs (ys ++ zs) = (List.zip (List.take (List.length ys) xs) ys) ++ (List.zip (List.drop (List.length ys) xs) zs) := by
  sorry

theorem isa_85 : ∀ (α β : Type) (xs : List α) (ys : List β), List.length xs = List.length ys → List.zip (List.reverse xs) (List.reverse ys) = List.reverse (List.zip xs ys) := by
  sorry

theorem isa_86 : ∀ (n m : Nat) (xs : List Nat), n < m → ((n ∈ (Ind.ins m xs)) ↔ (n ∈ xs)) := by
  sorry
