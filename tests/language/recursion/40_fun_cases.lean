def sign : Int → Int
  | .ofNat 0 => 0
  | .ofNat (_ + 1) => 1
  | .negSucc _ => -1

theorem sign_bound (i : Int) : sign i ≤ 1 := by
  fun_cases sign i <;> decide
