def majority : Bool → Bool → Bool → Bool
  | true, true, _ => true
  | true, _, c => c
  | false, true, c => c
  | false, false, _ => false

theorem majority_comm (a b c : Bool) : majority a b c = majority b a c := by
  fun_cases majority a b c <;> cases c <;> rfl
