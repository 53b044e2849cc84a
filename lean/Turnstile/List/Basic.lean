/-!
# Lists: definitions

The functions on lists, as in Lean 4 core. The laws are in the files that follow.
-/

universe u v w

/-! ## Access by index -/

/-- `xs[i]`, with a proof that the index is valid. -/
class GetElem (coll : Type u) (idx : Type v) (elem : outParam (Type w)) (valid : outParam (coll → idx → Prop)) where
  getElem : (xs : coll) → (i : idx) → valid xs i → elem

export GetElem (getElem)

/-- `xs[i]?` and `xs[i]!`. -/
class GetElem? (coll : Type u) (idx : Type v) (elem : outParam (Type w)) (valid : outParam (coll → idx → Prop))
    extends GetElem coll idx elem valid where
  getElem? : coll → idx → Option elem
  getElem! : [Inhabited elem] → coll → idx → elem

export GetElem? (getElem? getElem!)

namespace List

/-! ## Parts of a list -/

/-- Whether the list is empty. -/
def isEmpty {α : Type u} : List α → Bool
  | [] => true
  | _ :: _ => false

/-- The first element, if there is one. -/
def head? {α : Type u} : List α → Option α
  | [] => none
  | a :: _ => some a

/-- The first element of a non-empty list. -/
def head {α : Type u} : (as : List α) → as ≠ [] → α
  | a :: _, _ => a
  | [], h => absurd rfl h

/-- The first element, or the default of the type. -/
def head! {α : Type u} [Inhabited α] : List α → α
  | [] => default
  | a :: _ => a

/-- All but the first element, if there is one. -/
def tail? {α : Type u} : List α → Option (List α)
  | [] => none
  | _ :: as => some as

/-- All but the first element, with a value for the empty list. -/
def tailD {α : Type u} (as fallback : List α) : List α :=
  match as with
  | [] => fallback
  | _ :: as => as

theorem cons_ne_nil {α : Type u} (a : α) (l : List α) : a :: l ≠ [] := List.cons_ne_nil'

/-- The last element of a non-empty list. -/
def getLast {α : Type u} : (as : List α) → as ≠ [] → α
  | [], h => absurd rfl h
  | [a], _ => a
  | _ :: b :: as, _ => getLast (b :: as) (cons_ne_nil b as)

/-- The last element, if there is one. -/
def getLast? {α : Type u} : List α → Option α
  | [] => none
  | a :: as => some (getLast (a :: as) (cons_ne_nil a as))

/-- The last element, with a value for the empty list. -/
def getLastD {α : Type u} : (as : List α) → (fallback : α) → α
  | [], a₀ => a₀
  | a :: as, _ => getLast (a :: as) (cons_ne_nil a as)

/-- The last element, or the default of the type. -/
def getLast! {α : Type u} [Inhabited α] : List α → α
  | [] => default
  | a :: as => getLast (a :: as) (cons_ne_nil a as)

/-- All but the last element. -/
def dropLast {α : Type u} : List α → List α
  | [] => []
  | [_] => []
  | a :: b :: as => a :: dropLast (b :: as)

/-- The element at a position, from a proof that the list is long enough. -/
def getInternal {α : Type u} : (as : List α) → (i : Nat) → i < as.length → α
  | [], i, h => absurd h (Nat.not_lt_zero i)
  | a :: _, 0, _ => a
  | _ :: as, i+1, h => getInternal as i (Nat.le_of_succ_le_succ h)

/-- The element at a position below the length. -/
def get {α : Type u} (as : List α) (i : Fin as.length) : α := getInternal as i.val i.isLt

/-- The element at a position, if the list is long enough. -/
def get?Internal {α : Type u} : (as : List α) → (i : Nat) → Option α
  | [], _ => none
  | a :: _, 0 => some a
  | _ :: as, i+1 => get?Internal as i

/-- The element at a position, with a value for positions beyond the end. -/
def getD {α : Type u} (as : List α) (i : Nat) (fallback : α) : α := (get?Internal as i).getD fallback

instance instGetElemNatLtLength {α : Type u} : GetElem (List α) Nat α (fun as i => i < as.length) where
  getElem as i h := as.getInternal i h

instance instGetElem?NatLtLength {α : Type u} : GetElem? (List α) Nat α (fun as i => i < as.length) where
  getElem as i h := as.getInternal i h
  getElem? as i := as.get?Internal i
  getElem! as i := (as.get?Internal i).getD default

/-- The first `n` elements. -/
def take {α : Type u} : (n : Nat) → (xs : List α) → List α
  | 0, _ => []
  | _+1, [] => []
  | n+1, a :: as => a :: take n as

/-- The list without its first `n` elements. -/
def drop {α : Type u} : (n : Nat) → (xs : List α) → List α
  | 0, as => as
  | _+1, [] => []
  | n+1, _ :: as => drop n as

/-- The longest prefix of elements that satisfy the predicate. -/
def takeWhile {α : Type u} (p : α → Bool) : (xs : List α) → List α
  | [] => []
  | a :: as => match p a with
    | true => a :: takeWhile p as
    | false => []

/-- The list without its longest prefix of elements that satisfy the predicate. -/
def dropWhile {α : Type u} (p : α → Bool) : List α → List α
  | [] => []
  | a :: as => match p a with
    | true => dropWhile p as
    | false => a :: as

/-- Splits at a position. -/
def splitAt {α : Type u} (n : Nat) (l : List α) : List α × List α := (take n l, drop n l)

/-- Changes the element at a position. -/
def set {α : Type u} : (l : List α) → (n : Nat) → (a : α) → List α
  | _ :: as, 0, b => b :: as
  | a :: as, n+1, b => a :: set as n b
  | [], _, _ => []

/-- Applies a function to the element at a position. -/
def modifyHead {α : Type u} (f : α → α) : List α → List α
  | [] => []
  | a :: as => f a :: as

/-- Removes the element at a position. -/
def eraseIdx {α : Type u} : (l : List α) → (i : Nat) → List α
  | [], _ => []
  | _ :: as, 0 => as
  | a :: as, n+1 => a :: eraseIdx as n

/-! ## Building lists -/

/-- The list `as` with `b` at the end. -/
def concat {α : Type u} : List α → α → List α
  | [], b => [b]
  | a :: as, b => a :: concat as b

/-- The reverse of the first list before the second. -/
def reverseAux {α : Type u} : List α → List α → List α
  | [], r => r
  | a :: l, r => reverseAux l (a :: r)

/-- The list backwards. -/
def reverse {α : Type u} (as : List α) : List α := reverseAux as []

/-- `n` copies of a value. -/
def replicate {α : Type u} : (n : Nat) → (a : α) → List α
  | 0, _ => []
  | n+1, a => a :: replicate n a

/-- The list with one element. -/
@[inline] protected def singleton {α : Type u} (a : α) : List α := [a]

/-- `n-1, …, 0` reversed onto an accumulator. -/
def range.loop : Nat → List Nat → List Nat
  | 0, acc => acc
  | n+1, acc => range.loop n (n :: acc)

/-- `[0, …, n-1]`. -/
def range (n : Nat) : List Nat := range.loop n []

/-- `[start, start + step, …]`, with `len` elements. -/
def range' : (start len : Nat) → (step : optParam Nat 1) → List Nat
  | _, 0, _ => []
  | s, n+1, step => s :: range' (s + step) n step

/-- The numbers `n, …, 1`. -/
def iota : Nat → List Nat
  | 0 => []
  | m+1 => (m + 1) :: iota m

instance instEmptyCollection {α : Type u} : EmptyCollection (List α) := ⟨List.nil⟩

/-! ## Maps and folds -/

/-- Applies a function to every element. -/
def map {α : Type u} {β : Type v} (f : α → β) : (l : List α) → List β
  | [] => []
  | a :: as => f a :: map f as

/-- The elements that satisfy the predicate. -/
def filter {α : Type u} (p : α → Bool) : (l : List α) → List α
  | [] => []
  | a :: as => match p a with
    | true => a :: filter p as
    | false => filter p as

/-- Applies a function that may fail and keeps the values. -/
def filterMap {α : Type u} {β : Type v} (f : α → Option β) : List α → List β
  | [] => []
  | a :: as => match f a with
    | none => filterMap f as
    | some b => b :: filterMap f as

/-- Folds from the right. -/
def foldr {α : Type u} {β : Type v} (f : α → β → β) (init : β) : (l : List α) → β
  | [] => init
  | a :: as => f a (foldr f init as)

/-- Folds from the left. -/
def foldl {α : Type u} {β : Type v} (f : α → β → α) : (init : α) → (l : List β) → α
  | a, [] => a
  | a, b :: bs => foldl f (f a b) bs

/-- Concatenates the lists of a list. -/
def flatten {α : Type u} : List (List α) → List α
  | [] => []
  | l :: L => l ++ flatten L

/-- Applies a list-valued function to every element and concatenates the results. -/
@[inline] def flatMap {α : Type u} {β : Type v} (b : α → List β) (as : List α) : List β := flatten (map b as)

/-- Combines two lists element by element. -/
def zipWith {α : Type u} {β : Type v} {γ : Type w} (f : α → β → γ) : (xs : List α) → (ys : List β) → List γ
  | x :: xs, y :: ys => f x y :: zipWith f xs ys
  | [], _ => []
  | _ :: _, [] => []

/-- Pairs two lists element by element. -/
def zip {α : Type u} {β : Type v} : List α → List β → List (α × β) := zipWith Prod.mk

/-- Separates a list of pairs. -/
def unzip {α : Type u} {β : Type v} : (l : List (α × β)) → List α × List β
  | [] => ([], [])
  | (a, b) :: t => match unzip t with
    | (as, bs) => (a :: as, b :: bs)

/-- Separates the elements by a predicate. -/
def partition {α : Type u} (p : α → Bool) (as : List α) : List α × List α := (filter p as, filter (fun a => !p a) as)

/-! ## Tests and searches -/

/-- Whether some element satisfies the predicate. -/
def any {α : Type u} : (l : List α) → (p : α → Bool) → Bool
  | [], _ => false
  | h :: t, p => p h || any t p

/-- Whether all elements satisfy the predicate. -/
def all {α : Type u} : List α → (α → Bool) → Bool
  | [], _ => true
  | h :: t, p => p h && all t p

/-- The disjunction of a list of truth values. -/
def or (bs : List Bool) : Bool := bs.any id

/-- The conjunction of a list of truth values. -/
def and (bs : List Bool) : Bool := bs.all id

/-- The first element that satisfies the predicate. -/
def find? {α : Type u} (p : α → Bool) : List α → Option α
  | [] => none
  | a :: as => match p a with
    | true => some a
    | false => find? p as

/-- The first value that the function finds. -/
def findSome? {α : Type u} {β : Type v} (f : α → Option β) : List α → Option β
  | [] => none
  | a :: as => match f a with
    | some b => some b
    | none => findSome? f as

/-- Whether the element occurs, by `==`. -/
def elem {α : Type u} [BEq α] (a : α) : (l : List α) → Bool
  | [] => false
  | b :: bs => match a == b with
    | true => true
    | false => elem a bs

/-- Whether the element occurs, by `==`. -/
@[reducible] def contains {α : Type u} [BEq α] (as : List α) (a : α) : Bool := elem a as

/-- The position of the first element that satisfies the predicate, from `n` on. -/
def findIdx.go {α : Type u} (p : α → Bool) : List α → Nat → Nat
  | [], n => n
  | a :: l, n => cond (p a) n (findIdx.go p l (n + 1))

/-- The position of the first element that satisfies the predicate, or the length. -/
def findIdx {α : Type u} (p : α → Bool) (l : List α) : Nat := findIdx.go p l 0

/-- The position of the first occurrence, or the length. -/
def idxOf {α : Type u} [BEq α] (a : α) : List α → Nat := findIdx (fun x => x == a)

/-- Counts onto an accumulator. -/
def countP.go {α : Type u} (p : α → Bool) : List α → Nat → Nat
  | [], acc => acc
  | x :: xs, acc => cond (p x) (countP.go p xs (acc + 1)) (countP.go p xs acc)

/-- The number of elements that satisfy the predicate. -/
def countP {α : Type u} (p : α → Bool) (l : List α) : Nat := countP.go p l 0

/-- The number of occurrences. -/
def count {α : Type u} [BEq α] (a : α) : List α → Nat := countP (fun x => x == a)

/-- Membership: `a ∈ l`. -/
inductive Mem {α : Type u} (a : α) : List α → Prop where
  | head (as : List α) : Mem a (a :: as)
  | tail (b : α) {as : List α} : Mem a as → Mem a (b :: as)

instance instMembership {α : Type u} : Membership α (List α) := ⟨fun l a => Mem a l⟩

/-- Removes the first occurrence. -/
protected def erase {α : Type u} [BEq α] : List α → α → List α
  | [], _ => []
  | a :: as, b => match a == b with
    | true => as
    | false => a :: List.erase as b

/-- Removes the first element that satisfies the predicate. -/
def eraseP {α : Type u} (p : α → Bool) : List α → List α
  | [] => []
  | a :: as => cond (p a) as (a :: eraseP p as)

/-- Adds the element unless it occurs. -/
@[inline] protected def insert {α : Type u} [BEq α] (a : α) (l : List α) : List α := if l.elem a = true then l else a :: l

/-- The value that the first matching key has. -/
def lookup {α : Type u} {β : Type v} [BEq α] : α → List (α × β) → Option β
  | _, [] => none
  | a, (k, b) :: as => match a == k with
    | true => some b
    | false => lookup a as

/-- Removes repetitions, keeping the last of each. -/
def eraseDupsAux {α : Type u} [BEq α] : List α → List α → List α
  | [], bs => reverse bs
  | a :: as, bs => match bs.elem a with
    | true => eraseDupsAux as bs
    | false => eraseDupsAux as (a :: bs)

/-- Removes repetitions, keeping the first of each. -/
def eraseDups {α : Type u} [BEq α] (as : List α) : List α := eraseDupsAux as []

/-- Whether the first list begins the second. -/
def isPrefixOf {α : Type u} [BEq α] : List α → List α → Bool
  | [], _ => true
  | _, [] => false
  | a :: as, b :: bs => a == b && isPrefixOf as bs

/-- Whether the first list ends the second. -/
def isSuffixOf {α : Type u} [BEq α] (l₁ l₂ : List α) : Bool := isPrefixOf l₁.reverse l₂.reverse

/-- Whether the first list begins the second: `l₁ <+: l₂`. -/
def IsPrefix {α : Type u} (l₁ l₂ : List α) : Prop := ∃ t, l₁ ++ t = l₂

/-- Whether the first list ends the second: `l₁ <:+ l₂`. -/
def IsSuffix {α : Type u} (l₁ l₂ : List α) : Prop := ∃ t, t ++ l₁ = l₂

/-- Whether the first list is a part of the second without gaps: `l₁ <:+: l₂`. -/
def IsInfix {α : Type u} (l₁ l₂ : List α) : Prop := ∃ s t, s ++ l₁ ++ t = l₂

/-- `l₁` arises from `l₂` by deleting elements: `l₁ <+ l₂`. -/
inductive Sublist {α : Type u} : List α → List α → Prop where
  | slnil : Sublist [] []
  | cons {l₁ l₂ : List α} (a : α) : Sublist l₁ l₂ → Sublist l₁ (a :: l₂)
  | cons₂ {l₁ l₂ : List α} (a : α) : Sublist l₁ l₂ → Sublist (a :: l₁) (a :: l₂)

/-- Every element of the first list is one of the second. -/
protected def Subset {α : Type u} (l₁ l₂ : List α) : Prop := ∀ ⦃a : α⦄, a ∈ l₁ → a ∈ l₂

instance instHasSubset {α : Type u} : HasSubset (List α) := ⟨List.Subset⟩

/-- Any two elements, in order of occurrence, are related. -/
inductive Pairwise {α : Type u} (R : α → α → Prop) : List α → Prop where
  | nil : Pairwise R []
  | cons {a : α} {l : List α} : (∀ a', a' ∈ l → R a a') → Pairwise R l → Pairwise R (a :: l)

/-- No element occurs twice. -/
def Nodup {α : Type u} : List α → Prop := Pairwise (fun a b => a ≠ b)

/-- The two lists have the same elements equally often: `l₁ ~ l₂`. -/
inductive Perm {α : Type u} : List α → List α → Prop where
  | nil : Perm [] []
  | cons (x : α) {l₁ l₂ : List α} : Perm l₁ l₂ → Perm (x :: l₁) (x :: l₂)
  | swap (x y : α) (l : List α) : Perm (y :: x :: l) (x :: y :: l)
  | trans {l₁ l₂ l₃ : List α} : Perm l₁ l₂ → Perm l₂ l₃ → Perm l₁ l₃

/-! ## Numbers -/

/-- The sum of the elements. -/
protected def sum {α : Type u} [Add α] [Zero α] : List α → α := foldr (fun a b => a + b) Zero.zero

/-- The greatest element, if there is one. -/
def max? {α : Type u} [Max α] : List α → Option α
  | [] => none
  | a :: as => some (foldl max a as)

/-- The least element, if there is one. -/
def min? {α : Type u} [Min α] : List α → Option α
  | [] => none
  | a :: as => some (foldl min a as)

/-- Equality test, element by element. -/
protected def beq {α : Type u} [BEq α] : List α → List α → Bool
  | [], [] => true
  | [], _ :: _ => false
  | _ :: _, [] => false
  | a :: as, b :: bs => a == b && List.beq as bs

instance instBEq {α : Type u} [BEq α] : BEq (List α) := ⟨List.beq⟩

end List

instance instZeroNat : Zero Nat := ⟨0⟩

/-- Types of numbers that are not zero. -/
class NeZero {R : Type u} [Zero R] (n : R) : Prop where
  out : n ≠ Zero.zero
