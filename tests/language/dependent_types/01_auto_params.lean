/-! Arguments and fields that a tactic block finds. -/

def pred' (n : Nat) (h : 0 < n := by decide) : { m : Nat // m + 1 = n } := ⟨n - 1, by omega⟩

#guard (pred' 5).val == 4

example (n : Nat) (h : 0 < n) : Nat := (pred' n h).val

structure Interval where
  low : Nat
  high : Nat
  ok : low ≤ high := by decide

def unit : Interval := { low := 0, high := 1 }

example : unit.low ≤ unit.high := unit.ok

def wide (n : Nat) : Interval := { low := n, high := n + 1, ok := by omega }

def lookup (xs : List Nat) (i : Nat) (h : i < xs.length := by simp) : Nat := xs[i]

#guard lookup [4, 5, 6] 1 == 5
