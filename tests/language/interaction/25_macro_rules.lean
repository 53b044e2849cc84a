/-! Rules for declared syntax: the newest is tried first, and a tactic goes on to the next when one fails. -/

syntax "close" : tactic

macro_rules
  | `(tactic| close) => `(tactic| assumption)

example (h : p) : p := by close

macro_rules
  | `(tactic| close) => `(tactic| rfl)

example (x : α) : x = x := by close
example (h : p) : p := by close

macro_rules
  | `(tactic| close) => `(tactic| (apply And.intro <;> close))

example (x : α) (h : p) : x = x ∧ p := by close
