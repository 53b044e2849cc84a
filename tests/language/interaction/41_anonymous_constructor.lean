/-! Wrong uses of `⟨…⟩`. -/

/--
error: Invalid `⟨...⟩` notation: The expected type of this term could not be determined
-/
#guard_msgs in
#check ⟨1, 2⟩

/--
error: Invalid `⟨...⟩` notation: The expected type `Nat` has more than one constructor

Note: This notation can only be used when the expected type is an inductive type with a single constructor
-/
#guard_msgs in
example : Nat := ⟨1, 2⟩

/--
error: Invalid `⟨...⟩` notation: Insufficient number of arguments; Constructor `And.intro` has 2 explicit fields, but only 1 was provided
-/
#guard_msgs in
example (h : p) : p ∧ p := ⟨h⟩
