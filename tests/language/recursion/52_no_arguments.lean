/--
error: fail to show termination, possible errors:
failed to infer structural recursion:
no parameters suitable for structural recursion


well-founded recursion cannot be used, `loop` does not take any (non-fixed) arguments
-/
#guard_msgs in
def loop : Nat := loop
