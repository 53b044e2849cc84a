def weave : Nat → Nat → Nat
  | 0, n => n
  | m + 1, 0 => weave m 3
  | m + 1, n + 1 => weave m (weave (m + 1) n)
termination_by m n => (m, n)
decreasing_by
  all_goals simp_wf
  · apply Prod.Lex.left; omega
  · apply Prod.Lex.right; omega
  · apply Prod.Lex.left; omega
