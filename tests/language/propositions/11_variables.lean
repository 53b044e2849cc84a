section
variable {p q : Prop}
variable (hp : p)
include hp

theorem left_of : q → p := fun _ => hp
end

example (p q : Prop) (hp : p) (hq : q) : p := left_of hp hq
