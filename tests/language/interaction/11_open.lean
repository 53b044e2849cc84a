/-! The forms of `open`. -/

namespace A
def x := 1
def y := 2
namespace B
def z := 3
end B
end A

section
open A
example : x + y = 3 := rfl
open B
example : z = 3 := rfl
end

section
open A (y)
example : y = 2 := rfl
/-- error: Unknown identifier `x` -/
#guard_msgs in
#check x
end

section
open A hiding x
example : y = 2 := rfl
/-- error: Unknown identifier `x` -/
#guard_msgs in
#check x
end

section
open A renaming x → one, y → two
example : one + one = two := rfl
end

open A in
example : x = 1 := rfl

/-- error: Unknown identifier `x` -/
#guard_msgs in
#check x

open A A.B in
example : x + z = 4 := rfl

example : open A in x = 1 := rfl
