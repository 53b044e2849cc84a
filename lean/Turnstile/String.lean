/-!
# Characters, strings, and what else literals need

A character is a code point with a proof that it is one; a string is a list of characters.
-/

universe u v w

/-! ## Characters and strings -/

/-- The code points of Unicode: everything below `0x110000` but the surrogates. -/
@[reducible] def Nat.isValidChar (n : Nat) : Prop := Or (n < 0xd800) (And (0xdfff < n) (n < 0x110000))

/-- A Unicode scalar value. -/
structure Char : Type where
  val : Nat
  valid : Nat.isValidChar val

instance instDecidableIsValidChar (n : Nat) : Decidable (Nat.isValidChar n) :=
  match Nat.decLt n 0xd800 with
  | isTrue h => isTrue (Or.inl h)
  | isFalse h₁ =>
    match Nat.decLt 0xdfff n, Nat.decLt n 0x110000 with
    | isTrue h₂, isTrue h₃ => isTrue (Or.inr ⟨h₂, h₃⟩)
    | isFalse h₂, _ => isFalse (fun h => Or.elim h h₁ (fun h' => h₂ h'.left))
    | isTrue _, isFalse h₃ => isFalse (fun h => Or.elim h h₁ (fun h' => h₃ h'.right))

/-- The character with the code `n`, or the character `0` where there is none. -/
def Char.ofNat (n : Nat) : Char :=
  dite (Nat.isValidChar n) (fun h => Char.mk n h)
    (fun _ => Char.mk 0 (Or.inl (Nat.le_of_ble_eq_true (Eq.refl true))))

/-- The code of a character. -/
def Char.toNat (c : Char) : Nat := c.val

theorem Char.eq_of_val_eq : {c d : Char} → Eq c.val d.val → Eq c d
  | ⟨v, h⟩, ⟨w, h'⟩, e =>
    @Eq.ndrec Nat v (fun x => (hx : Nat.isValidChar x) → Eq (Char.mk v h) (Char.mk x hx))
      (fun _ => Eq.refl (Char.mk v h)) w e h'

instance instDecidableEqChar : DecidableEq Char := fun c d =>
  match Nat.decEq c.val d.val with
  | isTrue h => isTrue (Char.eq_of_val_eq h)
  | isFalse h => isFalse (fun e => h (congrArg Char.val e))

/-- A finite sequence of characters. -/
structure String : Type where
  ofList ::
  toList : List Char

/-! ## Lists and options: what the elaborator needs -/

/-- The number of elements. -/
def List.length {α : Type u} : List α → Nat
  | List.nil => 0
  | List.cons _ as => List.length as + 1

/-- Concatenation, written `xs ++ ys`. -/
protected def List.append {α : Type u} : (xs ys : List α) → List α
  | List.nil, bs => bs
  | List.cons a as, bs => List.cons a (List.append as bs)

instance List.instAppend {α : Type u} : Append (List α) := ⟨List.append⟩

theorem List.cons_ne_nil' {α : Type u} {a : α} {as : List α} : Not (Eq (List.cons a as) List.nil) :=
  fun h => @Eq.ndrec (List α) (List.cons a as) (fun l => List.casesOn (motive := fun _ => Prop) l False (fun _ _ => True))
    True.intro List.nil h

/-- The first element, with a value for the empty list. -/
def List.headD {α : Type u} (as : List α) (fallback : α) : α :=
  match as with
  | List.nil => fallback
  | List.cons a _ => a

/-- All but the first element. -/
def List.tail {α : Type u} : List α → List α
  | List.nil => List.nil
  | List.cons _ as => as

/-- Decides equality of lists. -/
protected def List.hasDecEq {α : Type u} [DecidableEq α] : (xs ys : List α) → Decidable (Eq xs ys)
  | List.nil, List.nil => isTrue (Eq.refl List.nil)
  | List.cons _ _, List.nil => isFalse List.cons_ne_nil'
  | List.nil, List.cons _ _ => isFalse (fun h => List.cons_ne_nil' (Eq.symm h))
  | List.cons a as, List.cons b bs =>
    match decEq a b, List.hasDecEq as bs with
    | isTrue hab, isTrue habs => isTrue (congr (congrArg List.cons hab) habs)
    | isFalse nab, _ => isFalse (fun h => nab (congrArg (fun l => List.headD l a) h))
    | isTrue _, isFalse nabs => isFalse (fun h => nabs (congrArg List.tail h))

instance instDecidableEqList {α : Type u} [DecidableEq α] : DecidableEq (List α) := List.hasDecEq

/-- The value, with a fallback for `none`. -/
def Option.getD {α : Type u} (opt : Option α) (dflt : α) : α :=
  match opt with
  | some x => x
  | none => dflt

/-- Applies a function to the value, if there is one. -/
protected def Option.map {α : Type u} {β : Type v} (f : α → β) : Option α → Option β
  | some x => some (f x)
  | none => none

instance instDecidableEqString : DecidableEq String := fun s t =>
  match s, t with
  | ⟨as⟩, ⟨bs⟩ =>
    match List.hasDecEq as bs with
    | isTrue h => isTrue (congrArg String.ofList h)
    | isFalse h => isFalse (fun e => h (congrArg String.toList e))

/-- Concatenation of strings. -/
def String.append (s t : String) : String := String.ofList (s.toList ++ t.toList)

instance instAppendString : Append String := ⟨String.append⟩

/-- The number of characters. -/
def String.length (s : String) : Nat := s.toList.length

instance instInhabitedString : Inhabited String := ⟨String.ofList List.nil⟩
instance instInhabitedChar : Inhabited Char := ⟨Char.ofNat 65⟩

/-- Marks an argument that a tactic block finds where it is not given; `tactic` is its text. -/
@[reducible] def autoParam (α : Sort u) (tactic : String) : Sort u := α
