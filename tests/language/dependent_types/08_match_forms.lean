/-! `match` in its forms. -/

def f (x y : Nat) : Nat :=
  match x, y with
  | 0, _ => 0
  | n + 1, 0 => n
  | n + 1, m + 1 => n + m

#guard f 3 4 == 5

def g (x : Option Nat) (h : x.isSome = true) : Nat :=
  match x, h with
  | some n, _ => n

#guard g (some 3) rfl == 3

def sign (i : Int) : String :=
  match i with
  | .ofNat 0 => "zero"
  | .ofNat _ => "positive"
  | .negSucc _ => "negative"

#guard sign (-3) == "negative"

def withEq (n : Nat) : { m : Nat // m = n } :=
  match h : n with
  | 0 => ⟨0, rfl⟩
  | m + 1 => ⟨m + 1, rfl⟩

#guard (withEq 4).val == 4

def both : List Nat → String
  | [] | [_] => "short"
  | [_, _] => "pair"
  | _ => "long"

#guard both [1] == "short"
#guard both [1, 2, 3] == "long"

def isVowel : Char → Bool
  | 'a' | 'e' | 'i' | 'o' | 'u' => true
  | _ => false

#guard "hello".toList.filter isVowel == ['e', 'o']
