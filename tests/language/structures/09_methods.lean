structure Point where
  x : Nat
  y : Nat

namespace Point
def add (p q : Point) : Point := { x := p.x + q.x, y := p.y + q.y }
def swap (p : Point) : Point := ⟨p.y, p.x⟩
end Point

def p := Point.mk 1 2

example : (p.add p.swap).x = 3 := rfl
example : (p |>.swap |>.x) = 2 := rfl

/-- info: p.add p.swap : Point -/
#guard_msgs in
#check p.add p.swap
