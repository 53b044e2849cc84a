section
variable {p q : Prop}
variable (hp : p)

theorem left_of : q → p := fun _ => hp
end

/-- info: left_of {p q : Prop} (hp : p) : q → p -/
#guard_msgs in
#check left_of
