/-! What a macro binds is not seen from outside, and does not capture. -/

macro "const_fun " e:term : term => `(fun x => $e)

example (x : Nat) : (const_fun x : Nat → Nat) 5 = x := rfl

macro "intro_it" : tactic => `(tactic| intro h)

/-- error: Unknown identifier `h` -/
#guard_msgs in
example (p : Prop) : p → p := by
  intro_it
  exact h

example (p : Prop) : p → p := by
  intro_it
  assumption

macro "intro_and_use" : tactic => `(tactic| (intro h; exact h))
example (p : Prop) : p → p := by intro_and_use

macro "intro_as " h:ident : tactic => `(tactic| intro $h:ident)
example (p : Prop) : p → p := by
  intro_as k
  exact k
