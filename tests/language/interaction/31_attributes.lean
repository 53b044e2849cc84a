/-! Attributes of a section, and attributes that are taken away. -/

def half (n : Nat) : Nat := n / 2
theorem half_two : half 2 = 1 := rfl

section
attribute [local simp] half_two
example : half 2 + 1 = 2 := by simp
end

/-- error: `simp` made no progress -/
#guard_msgs in
example (f : Nat → Nat) : f (half 2) = f 1 := by simp

namespace Half
attribute [scoped simp] half_two
end Half

open Half in
example : half 2 + 1 = 2 := by simp
