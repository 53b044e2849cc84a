/-!
# Characters and strings: functions
-/

universe u

/-- Whether a list comes before another one as words in a dictionary do. -/
def List.lex {α : Type u} [BEq α] : (l₁ l₂ : List α) → (lt : α → α → Bool) → Bool
  | [], _ :: _, _ => true
  | _, [], _ => false
  | a :: as, b :: bs, lt => lt a b || (a == b && List.lex as bs lt)

namespace Char

instance instLT : LT Char := ⟨fun a b => a.val < b.val⟩
instance instLE : LE Char := ⟨fun a b => a.val ≤ b.val⟩
instance instDecidableLt (a b : Char) : Decidable (a < b) := Nat.decLt a.val b.val
instance instDecidableLe (a b : Char) : Decidable (a ≤ b) := Nat.decLe a.val b.val

/-- A blank, tab, line feed or carriage return. -/
def isWhitespace (c : Char) : Bool := c == ' ' || c == '\t' || c == '\r' || c == '\n'

/-- `A` to `Z`. -/
def isUpper (c : Char) : Bool := decide (65 ≤ c.val) && decide (c.val ≤ 90)

/-- `a` to `z`. -/
def isLower (c : Char) : Bool := decide (97 ≤ c.val) && decide (c.val ≤ 122)

/-- A letter of ASCII. -/
def isAlpha (c : Char) : Bool := c.isUpper || c.isLower

/-- `0` to `9`. -/
def isDigit (c : Char) : Bool := decide (48 ≤ c.val) && decide (c.val ≤ 57)

/-- A letter or digit of ASCII. -/
def isAlphanum (c : Char) : Bool := c.isAlpha || c.isDigit

/-- The small letter. -/
def toLower (c : Char) : Char := if c.isUpper then ofNat (c.val + 32) else c

/-- The capital letter. -/
def toUpper (c : Char) : Char := if c.isLower then ofNat (c.val - 32) else c

/-- The text of one character. -/
protected def toString (c : Char) : String := String.ofList [c]

/-- The character as it stands in a literal. -/
def quoteCore (c : Char) : String :=
  if c == '\n' then "\\n"
  else if c == '\t' then "\\t"
  else if c == '\\' then "\\\\"
  else if c == '"' then "\\\""
  else Char.toString c

/-- The literal. -/
def quote (c : Char) : String := "'" ++ quoteCore c ++ "'"

end Char

/-- The digit for a number below 16. -/
def Nat.digitChar (n : Nat) : Char := if n < 10 then Char.ofNat (48 + n) else Char.ofNat (87 + n)

/-- The digits in a base, before some others; `fuel` bounds their number. -/
def Nat.toDigitsCore (base : Nat) : Nat → Nat → List Char → List Char
  | 0, _, ds => ds
  | fuel + 1, n, ds =>
    let d := Nat.digitChar (n % base)
    if n / base = 0 then d :: ds else Nat.toDigitsCore base fuel (n / base) (d :: ds)

/-- The digits in a base. -/
def Nat.toDigits (base n : Nat) : List Char := Nat.toDigitsCore base (n + 1) n []

/-- A number in decimal notation. -/
protected def Nat.repr (n : Nat) : String := String.ofList (Nat.toDigits 10 n)

/-- A number in decimal notation. -/
protected def Int.repr : Int → String
  | Int.ofNat m => Nat.repr m
  | Int.negSucc m => "-" ++ Nat.repr (m + 1)

namespace String

instance instLT : LT String := ⟨fun s t => s.toList.lex t.toList (fun a b => decide (a < b)) = true⟩
instance instDecidableLt (s t : String) : Decidable (s < t) := Bool.decEq _ true

/-- With one more character at the end. -/
def push (s : String) (c : Char) : String := ofList (s.toList ++ [c])

/-- The text of one character. -/
def singleton (c : Char) : String := ofList [c]

/-- Whether there is no character. -/
def isEmpty (s : String) : Bool := s.toList.isEmpty

/-- The text of a list of characters. -/
@[reducible] def mk (cs : List Char) : String := ofList cs

/-- The characters. -/
@[reducible] def data (s : String) : List Char := s.toList

/-- The strings one after the other. -/
def join (l : List String) : String := l.foldl (fun r s => r ++ s) ""

/-- The strings with another one between them. -/
def intercalate (s : String) : List String → String
  | [] => ""
  | a :: as => as.foldl (fun r b => r ++ s ++ b) a

/-- Every character replaced. -/
def map (f : Char → Char) (s : String) : String := ofList (s.toList.map f)

/-- A fold over the characters. -/
def foldl {α : Type u} (f : α → Char → α) (init : α) (s : String) : α := s.toList.foldl f init

/-- Whether some character satisfies the predicate. -/
def any (s : String) (p : Char → Bool) : Bool := s.toList.any p

/-- Whether all characters satisfy the predicate. -/
def all (s : String) (p : Char → Bool) : Bool := s.toList.all p

/-- Whether the character occurs. -/
def contains (s : String) (c : Char) : Bool := s.toList.any (fun a => a == c)

/-- With small letters. -/
def toLower (s : String) : String := s.map Char.toLower

/-- With capital letters. -/
def toUpper (s : String) : String := s.map Char.toUpper

/-- With a capital letter at the start. -/
def capitalize (s : String) : String := match s.toList with
  | [] => ""
  | c :: cs => ofList (c.toUpper :: cs)

/-- The first characters. -/
def take (s : String) (n : Nat) : String := ofList (s.toList.take n)

/-- Without the first characters. -/
def drop (s : String) (n : Nat) : String := ofList (s.toList.drop n)

/-- The first characters, as long as they satisfy the predicate. -/
def takeWhile (s : String) (p : Char → Bool) : String := ofList (s.toList.takeWhile p)

/-- Without the first characters that satisfy the predicate. -/
def dropWhile (s : String) (p : Char → Bool) : String := ofList (s.toList.dropWhile p)

/-- Without blanks at the start. -/
def trimLeft (s : String) : String := s.dropWhile Char.isWhitespace

/-- Without blanks at the end. -/
def trimRight (s : String) : String := ofList (s.toList.reverse.dropWhile Char.isWhitespace).reverse

/-- Without blanks at both ends. -/
def trim (s : String) : String := s.trimLeft.trimRight

/-- Whether `p` is how `s` begins. -/
def startsWith (s p : String) : Bool := p.toList.isPrefixOf s.toList

/-- Whether `p` is how `p` ends. -/
def endsWith (s p : String) : Bool := p.toList.isSuffixOf s.toList

/-- The first character, or `A`. -/
def front (s : String) : Char := s.toList.headD default

/-- The last character, or `A`. -/
def back (s : String) : Char := s.toList.getLastD default

/-- The same text `n` times. -/
def replicate (n : Nat) (c : Char) : String := ofList (List.replicate n c)

/-- `n` more of a character at the end. -/
def pushn (s : String) (c : Char) (n : Nat) : String := s ++ replicate n c

/-- Pieces between the separators; `acc` is the piece so far, backwards. -/
def splitOn.loop (sep : List Char) : List Char → Nat → List Char → List String
  | [], _, acc => [ofList acc.reverse]
  | c :: cs, k + 1, acc => splitOn.loop sep cs k acc
  | c :: cs, 0, acc =>
    if sep.isPrefixOf (c :: cs) then ofList acc.reverse :: splitOn.loop sep cs (sep.length - 1) []
    else splitOn.loop sep cs 0 (c :: acc)

/-- The pieces between the places where `sep` stands. -/
def splitOn (s : String) (sep : String := " ") : List String :=
  if sep == "" then [s] else splitOn.loop sep.toList s.toList 0 []

/-- The pieces between the characters that satisfy the predicate. -/
def split.loop (p : Char → Bool) : List Char → List Char → List String
  | [], acc => [ofList acc.reverse]
  | c :: cs, acc => if p c then ofList acc.reverse :: split.loop p cs [] else split.loop p cs (c :: acc)

/-- The pieces between the characters that satisfy the predicate. -/
def split (s : String) (p : Char → Bool) : List String := split.loop p s.toList []

/-- Whether the text is a number in decimal notation. -/
def isNat (s : String) : Bool := !s.isEmpty && s.all Char.isDigit

/-- The number that the text writes. -/
def toNat? (s : String) : Option Nat :=
  if s.isNat then some (s.foldl (fun n c => n * 10 + (c.val - 48)) 0) else none

/-- The number that the text writes, or 0. -/
def toNat! (s : String) : Nat := s.toNat?.getD 0

/-- The integer that the text writes. -/
def toInt? (s : String) : Option Int :=
  if s.front == '-' then (s.drop 1).toNat?.map (fun (n : Nat) => - (n : Int)) else s.toNat?.map (fun (n : Nat) => (n : Int))

/-- The literal. -/
def quote (s : String) : String := "\"" ++ s.foldl (fun r c => r ++ Char.quoteCore c) "" ++ "\""

end String

/-- The text of a list of characters. -/
def List.asString (cs : List Char) : String := String.ofList cs
