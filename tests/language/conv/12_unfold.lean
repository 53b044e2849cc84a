/-! `unfold`, `delta`, `change`, `whnf`, `reduce`, `zeta`. -/

def double (n : Nat) : Nat := n + n

example (n : Nat) : double n = n + n := by
  conv =>
    lhs
    unfold double

example (n : Nat) : double n = n + n := by
  conv =>
    lhs
    delta double

example (n : Nat) : double n = n + n := by
  conv =>
    lhs
    rw [double]

example (n : Nat) : double n = n + n := by
  conv =>
    lhs
    change n + n

example (n m : Nat) : (fun x => x + m) n = n + m := by
  conv =>
    lhs
    whnf
  rfl

example : (let x := 2; x + 3) = 5 := by
  conv =>
    lhs
    zeta

example : (fun x : Nat => (x, 2 + 2).2) = fun _ => 4 := by
  conv =>
    lhs
    reduce

/--
error: invalid 'change' conv tactic, term
  n
is not definitionally equal to left-hand-side
  double n
-/
#guard_msgs in
example (n : Nat) : double n = n + n := by
  conv =>
    lhs
    change n
