/-! A notation may begin with a token that has another use. -/

notation "{ " a ", " b " }" => (a, b)

example : { 1, 2 }.1 = 1 := rfl

theorem implicit : {p q : Prop} → p → q → p ∧ q := fun hp hq => ⟨hp, hq⟩

structure P where
  x : Nat

example : ({ x := 1 } : P).x = 1 := rfl
