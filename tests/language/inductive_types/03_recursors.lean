open Nat

theorem twice_eq (n : Nat) : n + n = 2 * n :=
  Nat.recOn (motive := fun k => k + k = 2 * k)
    n
    (show 0 + 0 = 2 * 0 from rfl)
    (fun (k : Nat) (ih : k + k = 2 * k) =>
      show (k + 1) + (k + 1) = 2 * (k + 1) from
      calc (k + 1) + (k + 1)
        _ = (k + 1 + k) + 1 := rfl
        _ = (k + k + 1) + 1 := by omega
        _ = (2 * k + 1) + 1 := by rw [ih]
        _ = 2 * (k + 1) := rfl)

noncomputable def sumTo (n : Nat) : Nat := Nat.rec (motive := fun _ => Nat) 0 (fun k s => s + succ k) n

example : sumTo 4 = 10 := rfl
example (n : Nat) : sumTo (n + 1) = sumTo n + (n + 1) := rfl
