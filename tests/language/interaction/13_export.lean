/-! `export` makes names visible in the current namespace. -/

namespace A
def here := 1
end A

export A (here)

example : here = 1 := rfl

/-- info: here : Nat -/
#guard_msgs in
#check (here)
