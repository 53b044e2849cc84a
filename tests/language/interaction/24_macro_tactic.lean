/-! Macros that stand for tactics. -/

macro "both" : tactic => `(tactic| (constructor; all_goals assumption))

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by both

macro "by_refl" : tactic => `(tactic| exact rfl)
example : 1 + 1 = 2 := by by_refl

macro "use_it " h:term : tactic => `(tactic| exact $h)
example (p : Prop) (h : p) : p := by use_it h

macro "and_then " t:tacticSeq : tactic => `(tactic| (constructor; all_goals ($t)))
example : 1 = 1 ∧ 2 = 2 := by
  and_then rfl
