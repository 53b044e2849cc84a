partial def search (p : Nat → Bool) (n : Nat) : Nat :=
  if p n then n else search p (n + 1)

/-- info: 12 -/
#guard_msgs in
#eval search (fun n => n * n > 130) 0

/-- info: search (p : Nat → Bool) (n : Nat) : Nat -/
#guard_msgs in
#check search
