/-! `ext` and `intro` go below a binder. -/

example : (fun n : Nat => n * 1 + 2) = (fun n => n + 2) := by
  conv =>
    lhs
    intro n
    lhs
    rw [Nat.mul_one]

example : (fun n : Nat => n * 1 + 2) = (fun n => n + 2) := by
  conv =>
    lhs
    ext n
    arg 1
    rw [Nat.mul_one]

example : (fun x y : Nat => x + (0 + y)) = fun x y => x + y := by
  conv =>
    lhs
    ext x y
    rhs
    rw [Nat.zero_add]

example (h : ∀ x : Nat, x + 0 = 0 + x → x = x + 0) : ∀ x : Nat, 0 + x = x + 0 → x = x + 0 := by
  conv =>
    ext x
    lhs
    rw [eq_comm]
  exact h

example (f : Nat → Nat) (h : ∀ x, f x = 0) : f = fun _ => 0 := by
  conv =>
    lhs
    ext x
    rw [h x]
