def tick : (n : Nat) → Fin (n + 1) → Nat
  | 0, _ => 0
  | n + 1, i => if i.1 = 0 then 1 else tick n ⟨0, Nat.zero_lt_succ n⟩
