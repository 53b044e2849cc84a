inductive Term where
  | var : Nat → Term
  | app : Nat → List Term → Term

mutual
  def Term.shift (k : Nat) : Term → Term
    | .var n => .var (n + k)
    | .app f ts => .app f (shiftAll k ts)
  def shiftAll (k : Nat) : List Term → List Term
    | [] => []
    | t :: ts => t.shift k :: shiftAll k ts
end

mutual
  theorem shift_zero (t : Term) : t.shift 0 = t := by
    match t with
    | .var n => simp [Term.shift]
    | .app f ts => simp [Term.shift, shiftAll_zero ts]
  theorem shiftAll_zero (ts : List Term) : shiftAll 0 ts = ts := by
    match ts with
    | [] => simp [shiftAll]
    | t :: ts => simp [shiftAll, shift_zero t, shiftAll_zero ts]
end
