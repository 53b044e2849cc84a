def mod7 (x y : Nat) : Prop := x % 7 = y % 7

/-- info: Quot mod7 : Type -/
#guard_msgs in
#check (Quot mod7 : Type)

/-- info: Quot.mk mod7 4 : Quot mod7 -/
#guard_msgs in
#check (Quot.mk mod7 4 : Quot mod7)

def isZero (x : Nat) : Bool := x % 7 == 0

theorem respects (a b : Nat) (h : mod7 a b) : isZero a = isZero b := by
  have h' : a % 7 = b % 7 := h
  simp [isZero, h']

def isZero' : Quot mod7 → Bool := Quot.lift isZero respects

example (a : Nat) : isZero' (Quot.mk mod7 a) = isZero a := rfl
example : Quot.mk mod7 3 = Quot.mk mod7 10 := Quot.sound rfl
