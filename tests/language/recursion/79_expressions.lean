inductive Expr where
  | num : Nat → Expr
  | add : Expr → Expr → Expr
  | mul : Expr → Expr → Expr

namespace Expr
def eval : Expr → Nat
  | num n => n
  | add a b => a.eval + b.eval
  | mul a b => a.eval * b.eval

def simplify : Expr → Expr
  | add (num 0) e => e.simplify
  | add a b => add a.simplify b.simplify
  | mul a b => mul a.simplify b.simplify
  | num n => num n

/-- info: 7 -/
#guard_msgs in
#eval (add (num 0) (add (num 3) (num 4))).simplify.eval
end Expr
