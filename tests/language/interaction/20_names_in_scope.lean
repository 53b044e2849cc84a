/-! Names are printed as short as they can be read. -/

namespace Geometry
def origin : Nat := 0
/-- info: origin + 1 : Nat -/
#guard_msgs in
#check origin + 1
end Geometry

/-- info: Geometry.origin + 1 : Nat -/
#guard_msgs in
#check Geometry.origin + 1

open Geometry in
/-- info: origin + 1 : Nat -/
#guard_msgs in
#check Geometry.origin + 1

def String.join' (a b : String) : String := a ++ b
def join' (a b : Nat) : Nat := a + b

open String in
/-- info: _root_.join' (a b : Nat) : Nat -/
#guard_msgs in
#check _root_.join'
