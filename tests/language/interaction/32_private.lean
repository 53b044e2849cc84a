/-! `private` and `protected`. -/

namespace A
private def secret := 1
protected def guarded := 2
example : secret = 1 := rfl
end A

example : A.secret = 1 := rfl

open A in
/-- error: Unknown identifier `guarded` -/
#guard_msgs in
#check guarded

example : A.guarded = 2 := rfl
