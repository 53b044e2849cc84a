/-! `partial` functions are run, but nothing is proved about them. -/

partial def collatz (n : Nat) (steps : Nat := 0) : Nat :=
  if n ≤ 1 then steps
  else if n % 2 = 0 then collatz (n / 2) (steps + 1)
  else collatz (3 * n + 1) (steps + 1)

/-- info: 111 -/
#guard_msgs in
#eval collatz 27

partial def search (p : Nat → Bool) (i : Nat := 0) : Nat :=
  if p i then i else search p (i + 1)

#guard search (fun n => n * n > 50) == 8
