/-!
# Values as text

`Std.Format` with `Repr`, by which `#eval` shows values, and `ToString`.
-/

universe u v w

namespace Std

/-- Whether all line breaks of a group are taken, or only those that are needed. -/
inductive Format.FlattenBehavior where
  | allOrNone
  | fill

/-- A text that can be laid out on lines in more than one way. -/
inductive Format where
  /-- Nothing. -/
  | nil : Format
  /-- A line break; a blank in a group that fits on its line. -/
  | line : Format
  /-- A line break unless the column is reached. -/
  | align (force : Bool) : Format
  /-- Text. -/
  | text : String → Format
  /-- Lines after a break are indented by that much more. -/
  | nest (indent : Int) : Format → Format
  /-- One after the other. -/
  | append : Format → Format → Format
  /-- On one line if it fits. -/
  | group : Format → (behavior : optParam Format.FlattenBehavior Format.FlattenBehavior.allOrNone) → Format
  /-- With a mark. -/
  | tag : Nat → Format → Format

namespace Format

instance instAppend : Append Format := ⟨Format.append⟩
instance instCoeString : Coe String Format := ⟨Format.text⟩
instance instInhabited : Inhabited Format := ⟨Format.nil⟩

/-- The text with the line breaks outside of groups only. -/
def pretty.go : Format → Bool → String
  | nil, _ => ""
  | line, flat => if flat then " " else "\n"
  | align _, _ => ""
  | text s, _ => s
  | nest _ f, flat => pretty.go f flat
  | append f g, flat => pretty.go f flat ++ pretty.go g flat
  | group f _, _ => pretty.go f true
  | tag _ f, flat => pretty.go f flat

/-- The text. -/
def pretty (f : Format) (_width : Nat := 120) : String := pretty.go f false

/-- Without line breaks where it fits. -/
def bracket (l : String) (x : Format) (r : String) : Format :=
  group (nest l.length (text l ++ x ++ text r))

/-- In parentheses. -/
def paren (f : Format) : Format := bracket "(" f ")"

/-- In square brackets. -/
def sbracket (f : Format) : Format := bracket "[" f "]"

/-- In brackets, with as many parts on a line as fit. -/
def bracketFill (l : String) (x : Format) (r : String) : Format :=
  group (nest l.length (text l ++ x ++ text r)) FlattenBehavior.fill

/-- Indented by two. -/
def nestD (f : Format) : Format := nest 2 f

/-- On a line of its own, indented. -/
def indentD (f : Format) : Format := nestD (line ++ f)

/-- With something between each two. -/
def joinSep : List Format → Format → Format
  | [], _ => nil
  | [a], _ => a
  | a :: as, sep => as.foldl (fun r a => r ++ sep ++ a) a

/-- One after the other. -/
def join (xs : List Format) : Format := xs.foldl (fun r a => r ++ a) nil

/-- Each after a prefix. -/
def prefixJoin (pre : Format) : List Format → Format
  | [] => nil
  | a :: as => as.foldl (fun r a => r ++ pre ++ a) (pre ++ a)

end Format

end Std

open Std (Format)

/-! ## Repr -/

/-- Types whose values are shown as text that could be read again. -/
class Repr (α : Type u) where
  reprPrec : α → Nat → Std.Format

export Repr (reprPrec)

/-- The value as it is shown alone. -/
@[reducible] def repr {α : Type u} [Repr α] : α → Std.Format := fun a => reprPrec a 0

/-- The value as it is shown alone, as a string. -/
@[reducible] def reprStr {α : Type u} [Repr α] (a : α) : String := (reprPrec a 0).pretty

/-- The value as it is shown as an argument. -/
@[reducible] def reprArg {α : Type u} [Repr α] (a : α) : Std.Format := reprPrec a 1024

/-- In parentheses where an argument is expected. -/
def Repr.addAppParen (f : Std.Format) (prec : Nat) : Std.Format :=
  if prec ≥ 1024 then Std.Format.paren f else f

/-- The parts of a tuple. -/
class ReprTuple (α : Type u) where
  reprTuple : α → List Std.Format → List Std.Format

export ReprTuple (reprTuple)

instance instReprTupleOfRepr {α : Type u} [Repr α] : ReprTuple α := ⟨fun a xs => repr a :: xs⟩

instance instReprId {α : Type u} [Repr α] : Repr (Id α) := inferInstanceAs (Repr α)

instance instReprNat : Repr Nat := ⟨fun n _ => Std.Format.text (Nat.repr n)⟩

instance instReprInt : Repr Int where
  reprPrec i prec := if i < 0 then Repr.addAppParen (Std.Format.text (Int.repr i)) prec else Std.Format.text (Int.repr i)

instance instReprBool : Repr Bool where
  reprPrec b _ := match b with
    | true => Std.Format.text "true"
    | false => Std.Format.text "false"

instance instReprUnit : Repr Unit := ⟨fun _ _ => Std.Format.text "()"⟩
instance instReprPUnit : Repr PUnit.{u + 1} := ⟨fun _ _ => Std.Format.text "PUnit.unit"⟩
instance instReprString : Repr String := ⟨fun s _ => Std.Format.text s.quote⟩
instance instReprChar : Repr Char := ⟨fun c _ => Std.Format.text c.quote⟩
instance instReprFormat : Repr Std.Format := ⟨fun f _ => f⟩
instance instReprFin (n : Nat) : Repr (Fin n) := ⟨fun i _ => Std.Format.text (Nat.repr i.val)⟩
instance instReprSubtype {α : Type u} {p : α → Prop} [Repr α] : Repr (Subtype p) := ⟨fun s prec => reprPrec s.val prec⟩

instance instReprDecidable {p : Prop} : Repr (Decidable p) where
  reprPrec d prec := match d with
    | isTrue _ => Repr.addAppParen (Std.Format.text "isTrue _") prec
    | isFalse _ => Repr.addAppParen (Std.Format.text "isFalse _") prec

instance instReprOption {α : Type u} [Repr α] : Repr (Option α) where
  reprPrec o prec := match o with
    | none => Std.Format.text "none"
    | some a => Repr.addAppParen (Std.Format.text "some " ++ reprArg a) prec

instance instReprSum {α : Type u} {β : Type v} [Repr α] [Repr β] : Repr (α ⊕ β) where
  reprPrec s prec := match s with
    | Sum.inl a => Repr.addAppParen (Std.Format.text "Sum.inl " ++ reprArg a) prec
    | Sum.inr b => Repr.addAppParen (Std.Format.text "Sum.inr " ++ reprArg b) prec

instance instReprExcept {ε : Type u} {α : Type v} [Repr ε] [Repr α] : Repr (Except ε α) where
  reprPrec e prec := match e with
    | Except.error e => Repr.addAppParen (Std.Format.text "Except.error " ++ reprArg e) prec
    | Except.ok a => Repr.addAppParen (Std.Format.text "Except.ok " ++ reprArg a) prec

instance instReprOrdering : Repr Ordering where
  reprPrec o _ := match o with
    | Ordering.lt => Std.Format.text "Ordering.lt"
    | Ordering.eq => Std.Format.text "Ordering.eq"
    | Ordering.gt => Std.Format.text "Ordering.gt"

/-- Elements between brackets. -/
def Repr.sequence {α : Type u} [Repr α] (open_ close : String) (as : List α) : Std.Format :=
  Std.Format.bracketFill open_ (Std.Format.joinSep (as.map repr) (Std.Format.text "," ++ Std.Format.line)) close

instance instReprList {α : Type u} [Repr α] : Repr (List α) := ⟨fun as _ => Repr.sequence "[" "]" as⟩
instance instReprArray {α : Type u} [Repr α] : Repr (Array α) := ⟨fun xs _ => Repr.sequence "#[" "]" xs.toList⟩

instance instReprTupleProd {α : Type u} {β : Type v} [Repr α] [ReprTuple β] : ReprTuple (α × β) where
  reprTuple p xs := reprTuple p.2 (repr p.1 :: xs)

instance instReprProd {α : Type u} {β : Type v} [Repr α] [ReprTuple β] : Repr (α × β) where
  reprPrec p _ := Std.Format.bracket "(" (Std.Format.joinSep (reprTuple p.2 [repr p.1]).reverse
    (Std.Format.text "," ++ Std.Format.line)) ")"

instance instReprSigma {α : Type u} {β : α → Type v} [Repr α] [(x : α) → Repr (β x)] : Repr (Sigma β) where
  reprPrec p _ := Std.Format.bracket "⟨" (repr p.1 ++ Std.Format.text ", " ++ repr p.2) "⟩"

/-! ## ToString -/

/-- Types whose values have a text for readers. -/
class ToString (α : Type u) where
  toString : α → String

export ToString (toString)

instance instToStringString : ToString String := ⟨fun s => s⟩
instance instToStringId {α : Type u} [ToString α] : ToString (Id α) := inferInstanceAs (ToString α)
instance instToStringNat : ToString Nat := ⟨fun n => Nat.repr n⟩
instance instToStringInt : ToString Int := ⟨fun i => Int.repr i⟩
instance instToStringBool : ToString Bool := ⟨fun b => cond b "true" "false"⟩
instance instToStringChar : ToString Char := ⟨Char.toString⟩
instance instToStringUnit : ToString Unit := ⟨fun _ => "()"⟩
instance instToStringFormat : ToString Std.Format := ⟨fun f => f.pretty⟩
instance instToStringFin (n : Nat) : ToString (Fin n) := ⟨fun i => Nat.repr i.val⟩
instance instToStringSubtype {α : Type u} {p : α → Prop} [ToString α] : ToString (Subtype p) := ⟨fun s => toString s.val⟩

instance instToStringDecidable {p : Prop} : ToString (Decidable p) where
  toString d := match d with
    | isTrue _ => "true"
    | isFalse _ => "false"

/-- The elements, separated by commas, in square brackets. -/
protected def List.toString {α : Type u} [ToString α] (as : List α) : String :=
  "[" ++ String.intercalate ", " (as.map toString) ++ "]"

instance instToStringList {α : Type u} [ToString α] : ToString (List α) := ⟨List.toString⟩
instance instToStringArray {α : Type u} [ToString α] : ToString (Array α) := ⟨fun xs => "#" ++ xs.toList.toString⟩

instance instToStringOption {α : Type u} [ToString α] : ToString (Option α) where
  toString o := match o with
    | none => "none"
    | some a => "(some " ++ toString a ++ ")"

instance instToStringProd {α : Type u} {β : Type v} [ToString α] [ToString β] : ToString (α × β) :=
  ⟨fun p => "(" ++ toString p.1 ++ ", " ++ toString p.2 ++ ")"⟩

instance instToStringSum {α : Type u} {β : Type v} [ToString α] [ToString β] : ToString (α ⊕ β) where
  toString s := match s with
    | Sum.inl a => "(inl " ++ toString a ++ ")"
    | Sum.inr b => "(inr " ++ toString b ++ ")"

instance instToStringSigma {α : Type u} {β : α → Type v} [ToString α] [(x : α) → ToString (β x)] : ToString (Sigma β) :=
  ⟨fun p => "⟨" ++ toString p.1 ++ ", " ++ toString p.2 ++ "⟩"⟩

instance instToStringExcept {ε : Type u} {α : Type v} [ToString ε] [ToString α] : ToString (Except ε α) where
  toString e := match e with
    | Except.error e => "error: " ++ toString e
    | Except.ok a => "ok: " ++ toString a

/-- The value as a format. -/
class Std.ToFormat (α : Type u) where
  format : α → Std.Format

instance instToFormatOfToString {α : Type u} [ToString α] : Std.ToFormat α := ⟨fun a => Std.Format.text (toString a)⟩

export Std.ToFormat (format)
