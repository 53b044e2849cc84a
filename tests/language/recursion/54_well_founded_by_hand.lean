example : WellFounded (fun (a b : Nat) => a < b) := Nat.lt_wfRel.wf

example (f : α → Nat) : WellFounded (measure f).rel := (measure f).wf

theorem strong (p : Nat → Prop) (h : ∀ n, (∀ m, m < n → p m) → p n) (n : Nat) : p n :=
  WellFounded.fix (C := p) Nat.lt_wfRel.wf (fun n ih => h n ih) n
