/-! What rests on a `sorry` is not evaluated. -/

/-- warning: declaration uses `sorry` -/
#guard_msgs in
def unknown : Nat := sorry

/--
error: Aborting evaluation since the expression depends on the 'sorry' axiom, which can lead to runtime instability and crashes.

To attempt to evaluate anyway despite the risks, use the '#eval!' command.
-/
#guard_msgs in
#eval unknown
