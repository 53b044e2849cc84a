/-! Arrays. -/

#guard #[1, 2, 3].size == 3
#guard (#[1, 2].push 3) == #[1, 2, 3]
#guard #[1, 2, 3][1] == 2
#guard #[1, 2, 3][5]? == none
#guard #[1, 2, 3][5]! == 0
#guard #[1, 2, 3].map (· + 1) == #[2, 3, 4]
#guard #[1, 2, 3].foldl (· + ·) 0 == 6
#guard (#[1, 2, 3].filter (· > 1)) == #[2, 3]
#guard #[3, 4].toList == [3, 4]
#guard #[1] ++ #[2] == #[1, 2]
#guard Array.zipWith (· + ·) #[1, 2] #[3, 4] == #[4, 6]

/-- info: #[1, 2, 3] -/
#guard_msgs in
#eval #[1, 2, 3]

/-- info: #[#[1], #[]] -/
#guard_msgs in
#eval #[#[1], #[]]

def second (xs : Array Nat) (h : 1 < xs.size) : Nat := xs[1]

#guard second #[4, 5] (by decide) == 5

example (xs : Array Nat) : (xs.push 0).size = xs.size + 1 := by simp
