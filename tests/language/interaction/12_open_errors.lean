/-! Errors of `open`. -/

/-- error: unknown namespace `Nowhere` -/
#guard_msgs in
open Nowhere
