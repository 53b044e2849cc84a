inductive Unary where
  | nil : Unary
  | tick : Unary → Unary

namespace Unary

def plus (m n : Unary) : Unary :=
  match n with
  | nil => m
  | tick n => tick (plus m n)

instance : Add Unary where
  add := plus

theorem plus_nil (m : Unary) : m + nil = m := rfl
theorem plus_tick (m n : Unary) : m + tick n = tick (m + n) := rfl

theorem nil_plus (n : Unary) : nil + n = n :=
  match n with
  | nil => rfl
  | tick n => congrArg tick (nil_plus n)

theorem tick_plus (m n : Unary) : tick m + n = tick (m + n) := by
  induction n with
  | nil => rfl
  | tick n ih => rw [plus_tick, ih, plus_tick]

theorem plus_comm (m n : Unary) : m + n = n + m := by
  induction n with
  | nil => rw [nil_plus]; rfl
  | tick n ih => rw [plus_tick, ih, tick_plus]

end Unary
