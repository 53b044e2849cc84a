/-
The integers: the type, its operations and its order, all by pattern matching on the two constructors.
-/
