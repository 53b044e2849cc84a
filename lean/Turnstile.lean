/-
The embedded library, in the order in which it is loaded.
-/
import Turnstile.Prelude
import Turnstile.Operators
import Turnstile.Nat.Defs
import Turnstile.String
import Turnstile.Coe
import Turnstile.Logic
import Turnstile.Quantifiers
import Turnstile.Decidable
import Turnstile.Classical
import Turnstile.WellFounded
import Turnstile.Nat.Basic
import Turnstile.Nat.Order
import Turnstile.Nat.Sub
import Turnstile.Nat.DivMod
import Turnstile.Nat.Dvd
import Turnstile.Nat.Gcd
import Turnstile.Nat.Pow
import Turnstile.Bool
import Turnstile.BEq
import Turnstile.Option
import Turnstile.Prod
import Turnstile.Fin
import Turnstile.List.Basic
import Turnstile.List.Lemmas
import Turnstile.List.Mem
import Turnstile.List.TakeDrop
import Turnstile.Int.Basic
import Turnstile.Int.Ring
import Turnstile.Int.Order
import Turnstile.Int.DivMod
import Turnstile.Int.Pow
import Turnstile.Int.Sign
import Turnstile.Omega
import Turnstile.Int.Linear
import Turnstile.Monad
