example (r : α → α → Prop) (x : α) (h : ∀ y, r y x → Acc r y) : Acc r x := Acc.intro x h

theorem acc_of_lt (n : Nat) : Acc (fun a b : Nat => a < b) n := Nat.lt_wfRel.wf.apply n
