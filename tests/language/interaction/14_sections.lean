/-! Variables, sections and their ends. -/

section Outer
variable (n : Nat)

section
variable (m : Nat)
def sum := n + m
end

def next := n + 1
end Outer

/-- info: sum (n m : Nat) : Nat -/
#guard_msgs in
#check sum

/-- info: next (n : Nat) : Nat -/
#guard_msgs in
#check next
