/-! Which instances are rewritten. -/

example (a b : Nat) (h : a = b) (hb : b + a = 4) : a + a = 4 := by
  rw (occs := .pos [1]) [h]
  exact hb

example (a b : Nat) (h : a = b) (hb : a + b = 4) : a + a = 4 := by
  rw (occs := .neg [1]) [h]
  exact hb

example (a b : Nat) (h : a = b) (hb : a + b + a = 4) : a + a + a = 4 := by
  rw (config := { occs := .pos [2] }) [h]
  exact hb

example (f : Nat → Nat → Nat) (a b : Nat) (h : a = b) (hb : f b a = 4) : f a a = 4 := by
  rw (occs := .pos [1]) [h]
  exact hb
