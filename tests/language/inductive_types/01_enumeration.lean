inductive Suit where
  | clubs | diamonds | hearts | spades
  deriving DecidableEq

namespace Suit

def after (s : Suit) : Suit :=
  match s with
  | clubs => diamonds
  | diamonds => hearts
  | hearts => spades
  | spades => clubs

def isRed : Suit → Bool
  | diamonds | hearts => true
  | _ => false

theorem after_four (s : Suit) : after (after (after (after s))) = s := by
  cases s <;> rfl

theorem after_ne : ∀ s : Suit, after s ≠ s
  | clubs | diamonds | hearts | spades => by decide

example : isRed (after clubs) = true := rfl
example : clubs ≠ spades := by decide

end Suit
