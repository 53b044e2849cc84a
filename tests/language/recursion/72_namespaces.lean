namespace Outer
def f : Nat → Nat
  | 0 => 1
  | n + 1 => 2 * f n

theorem f_pos (n : Nat) : 0 < f n := by
  fun_induction f n with
  | case1 => decide
  | case2 n ih => omega
end Outer

example : Outer.f 3 = 8 := rfl
