/-!
# Integers: Pow (in progress)
-/
