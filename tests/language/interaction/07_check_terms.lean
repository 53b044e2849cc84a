/-! `#check` of terms. -/

/-- info: fun x => x + 1 : Nat → Nat -/
#guard_msgs in
#check fun x => x + 1

/-- info: fun x1 x2 => x1 + x2 : Nat → Nat → Nat -/
#guard_msgs in
#check ((· + ·) : Nat → Nat → Nat)

/-- info: fun x => x * 2 : Nat → Nat -/
#guard_msgs in
#check (· * 2)

/-- info: let x := 5; x + 1 : Nat -/
#guard_msgs in
#check let x := 5; x + 1

/-- info: ∀ (x : Nat), ∃ y, x < y : Prop -/
#guard_msgs in
#check ∀ x : Nat, ∃ y, x < y

/-- info: (1, true) : Nat × Bool -/
#guard_msgs in
#check (1, true)

/-- info: [1, 2, 3] : List Nat -/
#guard_msgs in
#check [1, 2, 3]

/-- info: if 1 < 2 then "a" else "b" : String -/
#guard_msgs in
#check if 1 < 2 then "a" else "b"

/-- info: { x // x > 0 } : Type -/
#guard_msgs in
#check { x : Nat // x > 0 }
