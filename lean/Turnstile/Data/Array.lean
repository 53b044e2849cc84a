/-!
# Arrays

An array is a list; what differs is how programs are run.
-/

universe u v w

/-- A sequence of elements. -/
structure Array (α : Type u) where
  mk ::
  toList : List α

/-- The array of the elements of a list. -/
@[reducible, match_pattern] def List.toArray {α : Type u} (xs : List α) : Array α := Array.mk xs

namespace Array

variable {α : Type u} {β : Type v} {γ : Type w}

/-- The array without elements. -/
@[reducible] def empty : Array α := mk []

/-- The array without elements; the capacity plays no part. -/
@[reducible] def emptyWithCapacity (_ : Nat) : Array α := mk []

/-- The number of elements. -/
def size (xs : Array α) : Nat := xs.toList.length

/-- With one more element at the end. -/
def push (xs : Array α) (a : α) : Array α := mk (xs.toList ++ [a])

/-- Without the last element. -/
def pop (xs : Array α) : Array α := mk xs.toList.dropLast

/-- Whether there are no elements. -/
def isEmpty (xs : Array α) : Bool := xs.toList.isEmpty

/-- The array with one element. -/
protected def singleton (a : α) : Array α := mk [a]

/-- The element at a position, from a proof that there is one. -/
def getInternal (xs : Array α) (i : Nat) (h : i < xs.size) : α := xs.toList.getInternal i h

/-- The element at a position, or another one. -/
def getD (xs : Array α) (i : Nat) (fallback : α) : α := (xs.toList.get?Internal i).getD fallback

/-- The element at a position, or the default. -/
def get!Internal [Inhabited α] (xs : Array α) (i : Nat) : α := xs.getD i default

instance instGetElemNatLtSize : GetElem (Array α) Nat α (fun xs i => i < xs.size) where
  getElem xs i h := xs.getInternal i h

instance instGetElem?NatLtSize : GetElem? (Array α) Nat α (fun xs i => i < xs.size) where
  getElem xs i h := xs.getInternal i h
  getElem? xs i := xs.toList.get?Internal i
  getElem! xs i := xs.get!Internal i

instance instInhabited : Inhabited (Array α) := ⟨empty⟩
instance instEmptyCollection : EmptyCollection (Array α) := ⟨empty⟩
instance instMembership : Membership α (Array α) := ⟨fun xs a => a ∈ xs.toList⟩

instance instDecidableEq [DecidableEq α] : DecidableEq (Array α) := fun xs ys =>
  match decEq xs.toList ys.toList with
  | isTrue h => isTrue (match xs, ys, h with | ⟨_⟩, ⟨_⟩, rfl => rfl)
  | isFalse h => isFalse (fun e => h (congrArg Array.toList e))

instance instBEq [BEq α] : BEq (Array α) := ⟨fun xs ys => xs.toList == ys.toList⟩

/-- One array after the other. -/
protected def append (xs ys : Array α) : Array α := mk (xs.toList ++ ys.toList)

instance instAppend : Append (Array α) := ⟨Array.append⟩

/-- With the elements of a list at the end. -/
protected def appendList (xs : Array α) (l : List α) : Array α := mk (xs.toList ++ l)

instance instHAppendList : HAppend (Array α) (List α) (Array α) := ⟨Array.appendList⟩

/-- With another element at a position. -/
def set (xs : Array α) (i : Nat) (a : α) (_h : i < xs.size := by first | assumption | omega | simp | decide) : Array α := mk (xs.toList.set i a)

/-- With another element at a position, if there is one. -/
def setIfInBounds (xs : Array α) (i : Nat) (a : α) : Array α := mk (xs.toList.set i a)

/-- With another element at a position, if there is one. -/
@[reducible] def set! (xs : Array α) (i : Nat) (a : α) : Array α := setIfInBounds xs i a

/-- Every element replaced. -/
def map (f : α → β) (xs : Array α) : Array β := mk (xs.toList.map f)

/-- Every element replaced, by its position too. -/
def mapIdx (f : Nat → α → β) (xs : Array α) : Array β := mk (List.zipWith f (List.range xs.size) xs.toList)

/-- The elements that satisfy the predicate. -/
def filter (p : α → Bool) (xs : Array α) : Array α := mk (xs.toList.filter p)

/-- The values of a partial function. -/
def filterMap (f : α → Option β) (xs : Array α) : Array β := mk (xs.toList.filterMap f)

/-- A fold from the left. -/
def foldl (f : β → α → β) (init : β) (xs : Array α) : β := xs.toList.foldl f init

/-- A fold from the right. -/
def foldr (f : α → β → β) (init : β) (xs : Array α) : β := xs.toList.foldr f init

/-- Whether some element satisfies the predicate. -/
def any (xs : Array α) (p : α → Bool) : Bool := xs.toList.any p

/-- Whether all elements satisfy the predicate. -/
def all (xs : Array α) (p : α → Bool) : Bool := xs.toList.all p

/-- Whether the element occurs. -/
def contains [BEq α] (xs : Array α) (a : α) : Bool := xs.toList.elem a

/-- The first element that satisfies the predicate. -/
def find? (p : α → Bool) (xs : Array α) : Option α := xs.toList.find? p

/-- The elements in the opposite order. -/
def reverse (xs : Array α) : Array α := mk xs.toList.reverse

/-- A function of elements at the same position. -/
def zipWith (f : α → β → γ) (xs : Array α) (ys : Array β) : Array γ := mk (List.zipWith f xs.toList ys.toList)

/-- Pairs of elements at the same position. -/
def zip (xs : Array α) (ys : Array β) : Array (α × β) := zipWith Prod.mk xs ys

/-- The last element. -/
def back? (xs : Array α) : Option α := xs.toList.getLast?

/-- The last element, or the default. -/
def back! [Inhabited α] (xs : Array α) : α := xs.toList.getLast!

/-- The elements from one position up to another. -/
def extract (xs : Array α) (start : Nat := 0) (stop : Nat := xs.size) : Array α :=
  mk ((xs.toList.take stop).drop start)

/-- The first elements. -/
def take (xs : Array α) (i : Nat) : Array α := extract xs 0 i

/-- The same element `n` times. -/
def replicate (n : Nat) (a : α) : Array α := mk (List.replicate n a)

/-- The naturals below `n`. -/
def range (n : Nat) : Array Nat := mk (List.range n)

/-- The arrays one after the other. -/
def flatten (xss : Array (Array α)) : Array α := mk (xss.toList.flatMap toList)

/-- The arrays that a function gives for the elements, one after the other. -/
def flatMap (f : α → Array β) (xs : Array α) : Array β := mk (xs.toList.flatMap (fun a => (f a).toList))

/-- The sum. -/
protected def sum [Add α] [Zero α] (xs : Array α) : α := xs.toList.sum

/-- With two elements exchanged, if there are both. -/
def swapIfInBounds (xs : Array α) (i j : Nat) : Array α :=
  match xs.toList.get?Internal i, xs.toList.get?Internal j with
  | some a, some b => mk ((xs.toList.set i b).set j a)
  | _, _ => xs

/-- The results of an action on the elements. -/
def mapM {β : Type v} {m : Type v → Type w} [Monad m] (f : α → m β) (xs : Array α) : m (Array β) :=
  List.toArray <$> xs.toList.mapM f

/-- A fold from the left by an action. -/
def foldlM {β : Type v} {m : Type v → Type w} [Monad m] (f : β → α → m β) (init : β) (xs : Array α) : m β :=
  xs.toList.foldlM f init

instance instForIn {m : Type v → Type w} [Monad m] : ForIn m (Array α) α where
  forIn xs b f := forIn xs.toList b f

instance instForIn' {m : Type v → Type w} [Monad m] : ForIn' m (Array α) α inferInstance where
  forIn' xs b f := List.forIn' xs.toList b f

instance instForM {m : Type v → Type w} [Monad m] : ForM m (Array α) α where
  forM xs f := xs.toList.forM f

instance instToStream : Std.ToStream (Array α) (List α) := ⟨Array.toList⟩

@[simp] theorem size_toArray (as : List α) : as.toArray.size = as.length := rfl

@[simp] theorem toList_toArray (as : List α) : as.toArray.toList = as := rfl

@[simp] theorem toArray_toList (xs : Array α) : xs.toList.toArray = xs := rfl

@[simp] theorem length_toList {xs : Array α} : xs.toList.length = xs.size := rfl

@[simp] theorem size_push (xs : Array α) (v : α) : (xs.push v).size = xs.size + 1 := by
  unfold size push
  simp

@[simp] theorem size_map (f : α → β) (xs : Array α) : (xs.map f).size = xs.size := by
  unfold size map
  simp

@[simp] theorem size_append (xs ys : Array α) : (xs ++ ys).size = xs.size + ys.size :=
  List.length_append

@[ext] theorem ext' {xs ys : Array α} (h : xs.toList = ys.toList) : xs = ys :=
  match xs, ys, h with | ⟨_⟩, ⟨_⟩, rfl => rfl

theorem toList_push (xs : Array α) (a : α) : (xs.push a).toList = xs.toList ++ [a] := rfl

theorem toList_map (f : α → β) (xs : Array α) : (xs.map f).toList = xs.toList.map f := rfl

end Array
